"""The spellings that were likely meant by a text that is not a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple

from netralitas_research.language.number_words import MAGNITUDES, QUALIFIERS_BEFORE

MOST = 3

# What comes before the number, the number from its first sign to its last mark, what comes after.
_PARTS = re.compile(r"(.*?)(\s*)([-+−–.,\s]*\d(?:.*\d)?[.,]*)(\s*)(\D*)")


class Marks(NamedTuple):
    """The two separators of a notation."""

    thousands: str
    decimal: str


def nearest_numbers(text: str, marks: Marks, reads: Callable[[str], bool]) -> tuple[str, ...]:
    """Find the nearest spellings that can be read.

    Parameters
    ----------
    text
        The text that is not a number.
    marks
        The separators of the notation.
    reads
        Tells whether a spelling can be read.

    Returns
    -------
    tuple of str
        At most three spellings, best first.

    Examples
    --------
    >>> nearest_numbers("43.4", Marks(thousands=".", decimal=","), reads="43,4".__eq__)
    ('43,4',)
    """
    parts = _PARTS.fullmatch(" ".join(text.split()))
    if parts is None:
        return ()
    before, gap_before, core, gap_after, after = parts.groups()
    candidates = dict.fromkeys(
        f"{word_before}{gap_before}{number}{gap_after}{word_after}"
        for word_before in _words_meant(before, QUALIFIERS_BEFORE)
        for word_after in _words_meant(after, MAGNITUDES)
        for number in _numbers_meant(core, marks)
    )
    return tuple(filter(reads, candidates))[:MOST]


def _words_meant(word: str, known: Iterable[str]) -> tuple[str, ...]:
    return word, *get_close_matches(word.lower(), known, n=1)


def _numbers_meant(core: str, marks: Marks) -> Iterator[str]:
    ascii_core = "".join(str(unicodedata.decimal(sign, sign)) for sign in core)
    digits = ascii_core.lstrip("-+−– ")
    leading = ascii_core[: len(ascii_core) - len(digits)]
    sign = "-" if set(leading) & set("-−–") else ""
    digits = digits.rstrip(".,")
    # Only digits in groups of three: "1 000" is one number, "10 12" is two.
    joined = re.sub(r"\s(?=\d{3}(?!\d))", marks.thousands, digits)
    yield sign + joined
    yield sign + digits.translate(str.maketrans(".,", ",."))
    yield sign + _with_one_leading_digit(digits, marks)
    yield sign + _regrouped(joined, marks)
    yield sign + _without_exponent(digits)


def _with_one_leading_digit(digits: str, marks: Marks) -> str:
    trimmed = digits.lstrip("0") or "0"
    return f"0{marks.decimal}{trimmed[1:]}" if trimmed[0] in marks else trimmed


def _regrouped(digits: str, marks: Marks) -> str:
    """Take the last mark for the decimal one, unless three digits follow it."""
    *head, last = re.split(r"[.,]", digits)
    if len(last) == 3 or not head:
        head, last = [*head, last], ""
    whole = "".join(head)
    if not whole.isdecimal() or whole.startswith("0"):
        return digits
    grouped = f"{Decimal(whole):,f}".replace(",", marks.thousands)
    return grouped + (marks.decimal + last if last else "")


def _without_exponent(digits: str) -> str:
    scientific = re.fullmatch(r"(\d+)e\+?(\d{1,2})", digits, re.IGNORECASE)
    return scientific[1] + "0" * int(scientific[2]) if scientific else digits
