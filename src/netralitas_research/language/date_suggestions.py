"""The spellings that were likely meant by a text that is not a date."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from difflib import get_close_matches
from itertools import product

from netralitas_research.language.calendar_words import MONTHS, WEEKDAYS

MOST = 3

_KNOWN = {**MONTHS, **WEEKDAYS}
_FULL_NAMES = [name for name in _KNOWN if len(name) > 3]
_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*")


def nearest_dates(text: str, read: Callable[[str], Hashable | None]) -> tuple[str, ...]:
    """Find the nearest spellings that can be read.

    Parameters
    ----------
    text
        The text that is not a date.
    read
        Gives the date that a spelling means, or ``None``.

    Returns
    -------
    tuple of str
        At most three spellings of different dates, best first.

    Examples
    --------
    >>> nearest_dates("31 Agustsu 2020", read={"31 Agustus 2020": 1, "31 August 2020": 1}.get)
    ('31 Agustus 2020',)
    """
    by_date: dict[Hashable, str] = {}
    for in_known_words in _with_known_words(_TIME.sub("", " ".join(text.split()))):
        spelling = next((each for each in _spellings(in_known_words) if read(each)), None)
        if spelling is not None:
            by_date.setdefault(read(spelling), spelling)
    return tuple(by_date.values())[:MOST]


def _with_known_words(text: str) -> Iterator[str]:
    if len(_WORD.findall(text)) > 2:  # A date has a weekday and a month at most.
        return iter(())
    choices = [_words_meant(part) for part in _WORD.split(text)]
    return ("".join(parts) for parts in product(*choices))


def _words_meant(word: str) -> list[str]:
    if not word.isalpha() or word.lower() in _KNOWN:
        return [word]
    return [name.title() for name in get_close_matches(word.lower(), _FULL_NAMES, n=MOST)] or [word]


def _spellings(text: str) -> Iterator[str]:
    numbers = [] if _WORD.search(text) else re.findall(r"\d+", text)
    for ordered in (text, re.sub(r"[-/. ]+", " ", text), *_orders(numbers)):
        yield ordered
        # The last days of a month for a day that it does not have.
        for day in ("30", "29", "28"):
            yield re.sub(r"\b(29|30|31)\b", day, ordered, count=1)


def _orders(numbers: list[str]) -> Iterator[str]:
    """Put the parts of a date in digits into an order that can be read."""
    match [part.zfill(2) for part in numbers]:
        case [first, second] if len(first) == 4:
            yield f"{first}-{second}"
        case [first, second]:
            yield f"{second}-{first}"
        case [first, second, third] if len(first) == 4:
            yield f"{first}-{second}-{third}"
            yield f"{first}-{third}-{second}"
        case [first, second, third]:
            yield f"{first}/{second}/{third}"
            yield f"{second}/{first}/{third}"
