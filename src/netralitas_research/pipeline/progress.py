"""Says what is being built: a bar in a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from netralitas_research.language import Translator, format_number


class Reporter:
    """Reports each step of a run, in the language of the terminal.

    Parameters
    ----------
    console
        Where to print.
    translate
        Makes the sentences.
    """

    def __init__(self, console: Console, translate: Translator) -> None:
        self._console = console
        self._translate = translate
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._running: dict[str, None] = {}

    @contextmanager
    def counting(self, total: int) -> Iterator[None]:
        """Show a bar that is full when so many steps have been done.

        Parameters
        ----------
        total
            The number of steps.
        """
        with self._bar:
            self._bar.add_task("", total=total)
            yield
            for task in self._bar.task_ids:
                self._bar.remove_task(task)

    @contextmanager
    def step(self, name: str, done: str) -> Iterator[None]:
        """Report a step that is done, with the time that it took.

        Parameters
        ----------
        name
            What is made.
        done
            Key of the line.
        """
        started = time.perf_counter()
        self._running[name] = None
        self._describe()
        try:
            yield
        finally:
            self._running.pop(name)
            self._describe()
            for task in self._bar.task_ids:
                self._bar.advance(task)
        seconds = format_number(time.perf_counter() - started, self._translate.language, 1)
        self.say(done, name=name, seconds=seconds)

    def say(self, key: str, **params: object) -> None:
        """Print one line.

        Parameters
        ----------
        key, **params
            The message.
        """
        self._console.print(
            self._translate(key, **params), soft_wrap=True, markup=False, highlight=False
        )

    def _describe(self) -> None:
        for task in self._bar.task_ids:
            self._bar.update(task, description=", ".join(list(self._running)))
