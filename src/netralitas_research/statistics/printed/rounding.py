"""Printed numbers and the exact numbers that a rule of rounding turns into them.

Everything is computed with whole numbers, so no result depends on how a computer stores 27.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from netralitas_research.errors import UsageError

Printed = str | Decimal | int
"""A number as printed; a float is refused, because it does not tell how many decimals it had."""

Rounding = Literal["half_up", "half_even", "truncate", "up_or_down", "any"]
"""Rules of rounding, as `accepted_interval` explains them."""

_PRINTED = re.compile(r"(\d+)(?:[.,](\d+))?\s*%?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A number together with the precision that its printed form tells.

    Attributes
    ----------
    text
        What was printed.
    digits
        The number in units of its last decimal: 276 for 27.6.
    decimals
        How many decimals it has.
    """

    text: str
    digits: int
    decimals: int


@dataclass(frozen=True, slots=True)
class Interval:
    """The exact numbers that are printed alike, between two fractions of one denominator.

    Attributes
    ----------
    low, high
        The numerators of the two ends.
    denominator
        The denominator of both.
    low_closed, high_closed
        Whether the end itself belongs to the interval.
    """

    low: int
    high: int
    denominator: int
    low_closed: bool
    high_closed: bool

    def numerators(self, base: int) -> range:
        """Find the whole numbers k from 0 for which k/base lies in the interval.

        Parameters
        ----------
        base
            A whole number from 1.

        Returns
        -------
        range
            All such numbers; empty if there is none.

        Examples
        --------
        >>> Interval(1, 2, 4, low_closed=True, high_closed=False).numerators(8)
        range(2, 4)
        """
        first = -(-self.low * base // self.denominator)
        if not self.low_closed:
            first = self.low * base // self.denominator + 1
        stop = -(-self.high * base // self.denominator)
        if self.high_closed:
            stop = self.high * base // self.denominator + 1
        return range(max(first, 0), stop)


def read_printed(printed: Printed, decimals: int | None = None) -> PrintedValue:
    """Read a printed number with its decimals.

    Parameters
    ----------
    printed
        A number from 0 with a decimal point or comma; a percent sign may follow. ``9`` has no
        decimal and ``9.0`` has one.
    decimals
        How many decimals were printed, where trailing zeros may have been lost: 1 reads ``9`` as
        ``9.0``. Without it, those of the number itself.

    Returns
    -------
    PrintedValue
        The number.

    Raises
    ------
    UsageError
        If it is no such number, or has more decimals than it may.

    Examples
    --------
    >>> read_printed("27,6 %")
    PrintedValue(text='27,6 %', digits=276, decimals=1)
    >>> read_printed("9", decimals=1).digits
    90
    """
    if decimals is not None and decimals < 0:
        raise UsageError("error.decimals", decimals=decimals)
    text = f"{printed:f}" if isinstance(printed, Decimal) else str(printed)
    found = _PRINTED.fullmatch(text.strip())
    if found is None or isinstance(printed, float | bool):
        raise UsageError("error.printed_number", text=text)
    whole, fraction = found[1], found[2] or ""
    if decimals is not None and len(fraction) > decimals:
        raise UsageError("error.more_decimals", text=text, decimals=decimals)
    kept = len(fraction) if decimals is None else decimals
    return PrintedValue(text, int(whole + fraction.ljust(kept, "0")), kept)


def most_decimals(printed: Iterable[Printed]) -> int:
    """Count the decimals of the most precise of several printed numbers.

    It is what to pass as ``decimals`` where one table has one precision and trailing zeros may
    have been lost.

    Parameters
    ----------
    printed
        The numbers, as `read_printed` takes them.

    Returns
    -------
    int
        The largest number of decimals, 0 if there are no numbers.

    Raises
    ------
    UsageError
        If one is no such number.

    Examples
    --------
    >>> most_decimals(["27.6", "9"])
    1
    """
    return max((read_printed(value).decimals for value in printed), default=0)


def accepted_interval(value: PrintedValue, rounding: Rounding, unit: int = 1) -> Interval:
    """Find the exact numbers that are printed as a value.

    Parameters
    ----------
    value
        What was printed.
    rounding
        - ``half_up``: to the nearest, a half upwards;
        - ``half_even``: to the nearest, a half to the even last digit;
        - ``truncate``: further decimals are cut off;
        - ``up_or_down``: to the nearest, a half either way (the convention of GRIM);
        - ``any``: whatever at least one of ``half_up``, ``half_even`` and ``truncate`` allows.
    unit
        What the value is counted in: 100 for percentages, whose exact number is a share of 1.

    Returns
    -------
    Interval
        The exact numbers.

    Raises
    ------
    UsageError
        If there is no such rule.

    Examples
    --------
    >>> accepted_interval(read_printed("27.6"), "half_up", unit=100)
    Interval(low=551, high=553, denominator=2000, low_closed=True, high_closed=False)
    """
    if rounding not in get_args(Rounding):
        raise UsageError("error.rounding", name=rounding, known=", ".join(get_args(Rounding)))
    middle = 2 * value.digits
    low = middle if rounding == "truncate" else middle - 1
    high = middle + 2 if rounding in ("truncate", "any") else middle + 1
    even = value.digits % 2 == 0
    low_closed = rounding != "half_even" or even
    high_closed = rounding == "up_or_down" or (rounding == "half_even" and even)
    return Interval(low, high, 2 * unit * 10**value.decimals, low_closed, high_closed)
