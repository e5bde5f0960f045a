"""Numbers as people print them, in the Indonesian and in the English notation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache, partial
from math import isnan
from typing import SupportsFloat

from netralitas_research.language.errors import NumberFormatError
from netralitas_research.language.languages import require_language
from netralitas_research.language.number_suggestions import Marks, nearest_numbers
from netralitas_research.language.number_words import (
    MAGNITUDES,
    PERCENT_SIGNS,
    QUALIFIERS_AFTER,
    QUALIFIERS_BEFORE,
)

MARKS = {"id": Marks(thousands=".", decimal=","), "en": Marks(thousands=",", decimal=".")}

_LEAST_P = 0.001


@dataclass(frozen=True)
class PrintedNumber:
    """A number together with what its printed form tells.

    Attributes
    ----------
    value
        The number, exactly as printed.
    decimals
        How many decimals were printed.
    qualifier
        One of `QUALIFIERS`.
    text
        The text that was read.
    """

    value: Decimal
    decimals: int
    qualifier: str
    text: str


def parse_number(text: str, notation: str = "id") -> PrintedNumber:
    """Read a printed number, and refuse whatever could mean another number.

    Parameters
    ----------
    text
        A number, such as ``22,98``, ``4.168.118``, ``-44,25`` or ``lebih dari 2,7 juta``. It may
        carry one sign (``+`` as in printed changes), a word such as ``ribu`` or ``million``, or a
        percent sign, which does not change the value: ``27,6%`` is 27.6. One qualifier may stand
        before it or after it. Words are understood in both languages, whatever the notation.
    notation
        ``id`` for 1.234,5 or ``en`` for 1,234.5. Separators of thousands may be left out, but
        when they are there they must be complete.

    Returns
    -------
    PrintedNumber
        With a word such as ``juta`` the decimals are those of the number written out.

    Raises
    ------
    NumberFormatError
        If the text is no number in this notation; the error holds the nearest spellings.
    UsageError
        If there is no such notation.

    Examples
    --------
    >>> parse_number("9,40")
    PrintedNumber(value=Decimal('9.40'), decimals=2, qualifier='exact', text='9,40')
    >>> parse_number("lebih dari 2,7 juta").value
    Decimal('2700000')
    >>> parse_number("nearly 1,200", notation="en").qualifier
    'less_than'
    >>> parse_number("43.4")
    Traceback (most recent call last):
    netralitas_research.language.errors.NumberFormatError: ('error.number_format', {'text': '43.4'})
    """
    require_language(notation)
    number = _read(text, notation)
    if number is None:
        nearest = nearest_numbers(text, MARKS[notation], partial(_reads, notation=notation))
        raise NumberFormatError(text, f"number.expected_{notation}", nearest)
    return number


def format_number(value: SupportsFloat, language: str, decimals: int | None = None) -> str:
    """Print a number the way a language writes it.

    Parameters
    ----------
    value
        A finite number of any type.
    language
        ``id`` for 1.234,5 or ``en`` for 1,234.5.
    decimals
        How many decimals to print, rounded half up (away from zero); without it as many as the
        number has, trailing zeros left out.

    Returns
    -------
    str
        The printed number; what rounds to zero carries no sign.

    Raises
    ------
    UsageError
        If the study does not speak the language.
    ValueError
        If the value is not finite.

    Examples
    --------
    >>> format_number(1234.5, "id")
    '1.234,5'
    >>> format_number(Decimal("2.675"), "en", decimals=2)
    '2.68'
    """
    from babel.numbers import format_decimal

    require_language(language)
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    written_out = f"{number:f}"
    if decimals is None:
        decimals = len(written_out.rstrip("0").partition(".")[2])
    enough = Context(prec=len(written_out) + decimals + 1, rounding=ROUND_HALF_UP)
    with localcontext(enough):
        rounded = _without_negative_zero(number.quantize(Decimal(1).scaleb(-decimals)))
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return str(format_decimal(rounded, format=pattern, locale=language))


def format_range(
    low: float, high: float, language: str, decimals: int | None = None, unit: str = ""
) -> str:
    r"""Write two numbers as a range, or as one where they are written alike.

    Parameters
    ----------
    low, high
        The ends.
    language
        ``id`` or ``en``.
    decimals
        As for `format_number`.
    unit
        Written once, after the range, such as ``%``.

    Returns
    -------
    str
        The range; a dash where an end is missing.

    Raises
    ------
    UsageError
        If the study does not speak the language.
    ValueError
        If an end is infinite.

    Examples
    --------
    >>> format_range(36.1, 50.94, "id", 1, "%"), format_range(1004, 1013, "en")
    ('36,1–50,9%', '1,004–1,013')
    >>> format_range(25.0, 25.04, "en", 1), format_range(float("nan"), 1, "en")
    ('25.0', '–')
    """
    require_language(language)
    if isnan(low) or isnan(high):
        return "–"
    ends = dict.fromkeys(format_number(end, language, decimals) for end in (low, high))
    return "–".join(ends) + unit


def format_p_value(value: float, language: str) -> str:
    r"""Write a p-value with three decimals, or that it is smaller.

    Parameters
    ----------
    value
        The p-value.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The number; empty where there is none.

    Raises
    ------
    UsageError
        If the study does not speak the language.

    Examples
    --------
    >>> format_p_value(0.0341, "id"), format_p_value(1e-9, "en"), format_p_value(float("nan"), "en")
    ('0,034', '<\xa00.001', '')
    """
    require_language(language)
    if isnan(value):
        return ""
    written = format_number(max(value, _LEAST_P), language, 3)
    return f"<\N{NO-BREAK SPACE}{written}" if value < _LEAST_P else written


def _read(text: str, notation: str) -> PrintedNumber | None:
    found = _pattern(notation).fullmatch(" ".join(text.split()).lower())
    if found is None or (found["before"] and found["after"]):
        return None
    fraction = found["fraction"] or ""
    power = MAGNITUDES.get(found["magnitude"], 0)
    sign = "-" if found["sign"] in ("-", "−") else ""
    whole = found["whole"].replace(MARKS[notation].thousands, "")
    value = Decimal(f"{Decimal(f'{sign}{whole}.{fraction}e{power}'):f}")
    return PrintedNumber(
        value=_without_negative_zero(value),
        decimals=max(len(fraction) - power, 0),
        qualifier=_qualifier(found["before"], found["after"]),
        text=text,
    )


def _reads(text: str, notation: str) -> bool:
    return _read(text, notation) is not None


def _qualifier(before: str | None, after: str | None) -> str:
    if before:
        return QUALIFIERS_BEFORE[before]
    return QUALIFIERS_AFTER[after] if after else "exact"


def _without_negative_zero(value: Decimal) -> Decimal:
    return value if value else value.copy_abs()


@cache
def _pattern(notation: str) -> re.Pattern[str]:
    thousands, decimal = map(re.escape, MARKS[notation])
    return re.compile(
        rf"(?:(?P<before>{_any_of(QUALIFIERS_BEFORE)})\s*)?"
        r"(?P<sign>[-−+])?"
        rf"(?P<whole>0|[1-9]\d*|[1-9]\d{{0,2}}(?:{thousands}\d{{3}})+)"
        rf"(?:{decimal}(?P<fraction>\d+))?"
        rf"(?:\s*(?P<magnitude>{_any_of(MAGNITUDES)})|\s*(?:{_any_of(PERCENT_SIGNS)}))?"
        rf"(?:\s+(?P<after>{_any_of(QUALIFIERS_AFTER)}))?",
        re.ASCII,
    )


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, phrases))
