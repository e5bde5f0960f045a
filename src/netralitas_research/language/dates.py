"""Dates as people print them; a date of which only the year is known stays a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from netralitas_research.language.calendar_words import MONTHS, WEEKDAYS
from netralitas_research.language.date_suggestions import nearest_dates
from netralitas_research.language.errors import DateFormatError
from netralitas_research.language.languages import require_language

_ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})([-/])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})")
_IN_WORDS = re.compile(r"(?:(?P<day>[0-9]{1,2}) )?(?P<month>[a-z]+)\.? (?P<year>[0-9]{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]+)\.? (?P<day>[0-9]{1,2}), (?P<year>[0-9]{4})")
_FORMS = (_ISO, _DAY_FIRST, _IN_WORDS, _MONTH_FIRST)
_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})(?:, ?| )(.*)")

_PATTERNS = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}


@dataclass(frozen=True)
class PartialDate:
    """A day, a month or a year: the interval of days that it may be.

    Attributes
    ----------
    year, month, day
        Years have four digits; month and day are ``None`` as far as they are not known.

    Examples
    --------
    >>> PartialDate(2020, 2).last
    datetime.date(2020, 2, 29)
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs a month")
        if self.year < 1000:
            raise ValueError("a year needs four digits")
        date(self.year, *(1 if part is None else part for part in (self.month, self.day)))

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a printed date.

        Parameters
        ----------
        text
            ``2020-07-31``, ``31/07/2020``, ``31-07-2020`` (the day comes first), ``31 Juli 2020``,
            ``31 Jul 2020``, ``31 July 2020`` or ``July 31, 2020``; for a month ``2020-07`` or
            ``Juli 2020``; for a year ``2020``. A weekday before it (``Senin, 2 September 2024``,
            ``Senin (2/9/2024)``) is passed over; `weekday_matches` compares it.

        Returns
        -------
        PartialDate
            As precise as the text.

        Raises
        ------
        DateFormatError
            If the text is no date, or there is no such day; the error holds the nearest spellings.

        Examples
        --------
        >>> PartialDate.parse("31 Juli 2020").isoformat()
        '2020-07-31'
        >>> PartialDate.parse("Juli 2020").isoformat()
        '2020-07'
        """
        found = _read(text)
        if found is None:
            raise DateFormatError(text, "date.expected", nearest_dates(text, _read))
        return found

    @property
    def first(self) -> date:
        """The first day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may be."""
        if self.precision == "day":
            return self.first
        if self.precision == "year" or self.month == 12:
            return date(self.year, 12, 31)
        return date(self.year, self.first.month + 1, 1) - timedelta(days=1)

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def sort_key(self) -> tuple[date, date]:
        """First and last day: earlier beginnings come first, then earlier ends."""
        return self.first, self.last

    def definitely_before(self, other: PartialDate) -> bool:
        """Tell whether every day it may be lies before every day that the other may be."""
        return self.last < other.first

    def overlaps(self, other: PartialDate) -> bool:
        """Tell whether it may be the same day as the other."""
        return self.first <= other.last and other.first <= self.last

    def isoformat(self) -> str:
        """Write it as ``2020-07-31``, ``2020-07`` or ``2020``."""
        parts = (self.month, self.day)
        return f"{self.year}" + "".join(f"-{part:02}" for part in parts if part is not None)

    def __str__(self) -> str:
        return self.isoformat()


def format_date(value: PartialDate | str, language: str) -> str:
    """Print a date the way a language writes it, as precisely as it is known.

    Parameters
    ----------
    value
        A date, or the text of one such as ``2020-07``.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``31 Juli 2020``, ``July 2020`` or ``2020``.

    Raises
    ------
    DateFormatError
        If the text is no date.
    UsageError
        If the study does not speak the language.

    Examples
    --------
    >>> format_date("2020-07-31", "id")
    '31 Juli 2020'
    >>> format_date(PartialDate(2020, 7), "en")
    'July 2020'
    """
    from babel.dates import format_date as format_with_babel

    require_language(language)
    known = PartialDate.parse(value) if isinstance(value, str) else value
    pattern = _PATTERNS[known.precision]
    return str(format_with_babel(known.first, format=pattern, locale=language))


def weekday_matches(text: str) -> bool | None:
    """Compare the weekday that a printed date names with the date itself.

    Parameters
    ----------
    text
        A printed date.

    Returns
    -------
    bool or None
        Whether the day is that weekday; ``None`` if no weekday is named or the day is not known.

    Raises
    ------
    DateFormatError
        If the text is no date.

    Examples
    --------
    >>> weekday_matches("Senin, 2 September 2024")
    True
    >>> weekday_matches("Selasa, 2 September 2024")
    False
    """
    known = PartialDate.parse(text)
    weekday, _ = _split_weekday(text)
    if weekday is None or known.precision != "day":
        return None
    return known.first.weekday() == weekday


def _read(text: str) -> PartialDate | None:
    _, body = _split_weekday(text)
    found = next(filter(None, (form.fullmatch(body) for form in _FORMS)), None)
    if found is None:
        return None
    try:
        return PartialDate(int(found["year"]), _month(found["month"]), _day(found["day"]))
    except (KeyError, ValueError):
        return None


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else MONTHS[text]


def _day(text: str | None) -> int | None:
    return None if text is None else int(text)


def _split_weekday(text: str) -> tuple[int | None, str]:
    normalised = " ".join(text.split()).lower()
    found = _WEEKDAY.fullmatch(normalised)
    if found is None:
        return None, normalised
    body = found[2]
    in_brackets = body.startswith("(") and body.endswith(")")
    return WEEKDAYS[found[1]], body[1:-1] if in_brackets else body
