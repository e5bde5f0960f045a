"""What the command prints: results on standard output, errors on standard error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netralitas_research.errors import InputError, NetralitasError, Problem
from netralitas_research.language import translator

if TYPE_CHECKING:
    from rich.console import Console

WIDTH_WITHOUT_TERMINAL = 160
MOST_PROBLEMS = 20

_PROBLEM_COLUMNS = ("file", "sheet", "row", "column", "value", "problem", "expected", "nearest")


class Terminal:
    """A person's terminal and language.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    debug
        Whether errors are shown with their traceback.
    """

    def __init__(self, language: str, debug: bool = False) -> None:
        self.translate = translator(language)
        self.debug = debug

    @property
    def output(self) -> Console:
        """Standard output."""
        return _console(stderr=False)

    @property
    def messages(self) -> Console:
        """Standard error, for what is no result."""
        return _console(stderr=True)

    def say(self, key: str, **params: object) -> None:
        """Print a message on standard output.

        Parameters
        ----------
        key, **params
            The message.
        """
        _print(self.output, self.translate(key, **params))

    def complain(self, error: NetralitasError) -> None:
        """Print an error on standard error: one paragraph, and the problems if it has any.

        Parameters
        ----------
        error
            The error.
        """
        console = _console(stderr=True)
        if isinstance(error, InputError):
            self._print_problems(error.problems[:MOST_PROBLEMS], console)
        _print(console, self.translate(error.key, **error.params))
        if self.debug:
            self.show_traceback(error)

    def show_traceback(self, error: BaseException) -> None:
        """Print a traceback on standard error.

        Parameters
        ----------
        error
            The error.
        """
        import traceback

        _print(_console(stderr=True), "".join(traceback.format_exception(error)).rstrip())

    def show_problems(self, problems: Sequence[Problem], as_json: bool) -> None:
        """Print problems of input files on standard output.

        Parameters
        ----------
        problems
            The problems.
        as_json
            Print a JSON array instead of a table.
        """
        if as_json:
            rows = [self._in_words(problem) for problem in problems]
            text = json.dumps(rows, ensure_ascii=False, indent=2)
            self.output.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)
        else:
            self._print_problems(problems, self.output)

    def _print_problems(self, problems: Sequence[Problem], console: Console) -> None:
        from rich.table import Table
        from rich.text import Text

        rows = [self._in_words(problem) for problem in problems]
        used = [name for name in _PROBLEM_COLUMNS if any(row[name] for row in rows)]
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for name in used:
            table.add_column(self.translate(f"cli.check.{name}"), overflow="fold")
        for row in rows:
            table.add_row(*(Text(_cell(row[name])) for name in used))
        console.print(table)

    def _in_words(self, problem: Problem) -> dict[str, object]:
        params = {
            "file": problem.file,
            "sheet": problem.sheet,
            "row": problem.row,
            "column": problem.column,
            "value": problem.value,
            "nearest": ", ".join(problem.nearest),
            **problem.params,
        }
        expected = self.translate(problem.expected, **params) if problem.expected else ""
        return {
            "file": problem.file,
            "sheet": problem.sheet,
            "row": problem.row,
            "column": problem.column,
            "value": problem.value,
            "problem": self.translate(problem.problem, **params),
            "expected": expected,
            "nearest": list(problem.nearest),
        }


def _cell(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, list) else str(value)


def _console(*, stderr: bool) -> Console:
    from rich.console import Console

    console = Console(stderr=stderr)
    return console if console.is_terminal else Console(stderr=stderr, width=WIDTH_WITHOUT_TERMINAL)


def _print(console: Console, text: str) -> None:
    wrap = console.is_terminal
    console.print(text, soft_wrap=not wrap, markup=False, highlight=False, emoji=False)
