"""Texts that cannot be read as the number or the date they should be."""

from __future__ import annotations

from typing import ClassVar

from netralitas_research.errors import NetralitasError


class FormatError(NetralitasError, ValueError):
    """A text cannot be read without doubt.

    Attributes
    ----------
    text
        The text as it was given.
    expected
        Message key that tells what was expected.
    nearest
        Spellings that can be read and were likely meant, best first; empty when none is near.
    """

    message: ClassVar[str]

    def __init__(self, text: str, expected: str, nearest: tuple[str, ...]) -> None:
        super().__init__(self.message, text=text)
        self.text = text
        self.expected = expected
        self.nearest = nearest

    def __reduce__(self) -> tuple[type[FormatError], tuple[str, str, tuple[str, ...]]]:
        """Let the error travel between processes."""
        return type(self), (self.text, self.expected, self.nearest)


class NumberFormatError(FormatError):
    """A text is not a number in the notation that was expected."""

    message = "error.number_format"


class DateFormatError(FormatError):
    """A text is not a date, or there is no such day."""

    message = "error.date_format"
