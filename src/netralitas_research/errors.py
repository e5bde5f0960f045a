"""Errors that a user can cause, as message keys; sentences are made in `language`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with an input file.

    Attributes
    ----------
    problem
        Message key, such as ``problem.number_format``.
    file, sheet, row, column
        Where it is; the row is counted as a spreadsheet shows it (the heading is row 1).
    value
        What stands there, ``None`` when nothing does.
    expected
        Message key of what was expected, or an empty string.
    nearest
        The nearest valid values, best first.
    params
        Further parameters of the two messages.
    """

    problem: str
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str | None = None
    expected: str = ""
    nearest: tuple[str, ...] = ()
    params: Mapping[str, object] = field(default_factory=dict)


class NetralitasError(Exception):
    """Base of every error that a user can cause: a message key and its parameters."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error travel between worker processes."""
        return _restore, (type(self), self.args, self.__dict__)


class InputError(NetralitasError):
    """Input files have problems; nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("error.input", problems=len(problems))
        self.problems = tuple(problems)


def _restore(
    kind: type[NetralitasError], args: tuple[object, ...], state: dict[str, object]
) -> NetralitasError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class StudyNotFoundError(NetralitasError):
    """No folder with `data/raw` and `notebooks` was found."""


class UsageError(NetralitasError):
    """A command or a notebook was given a value that it does not take."""


class DocumentError(NetralitasError):
    """A notebook failed; the parameters name the document, the cell and the error."""
