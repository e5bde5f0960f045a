"""Printed numbers and the exact numbers that a rule of rounding turns into them.

Everything is computed with whole numbers, so no result depends on how a computer stores 27.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from numbers import Integral, Real
from typing import Literal, get_args

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method

Printed = str | Decimal | int | float
"""A number as printed; a float does not tell how many decimals it had, so it needs ``decimals``."""

Rounding = Literal["half_up", "half_even", "truncate", "up_or_down", "any"]
"""Rules of rounding, as `accepted_interval` explains them."""

ALSO_CALLED: dict[str, Rounding] = {
    "bankers": "half_even",
    "trunc": "truncate",
    "floor": "truncate",
}
"""Further names of them."""

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
        A number from 0 as text, with a decimal point or comma; a percent sign may follow. ``9``
        has no decimal and ``9.0`` has one. A float, as it comes from a spreadsheet, needs
        ``decimals``.
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
    >>> read_printed("9", decimals=1).digits, read_printed(9.0, decimals=1).digits
    (90, 90)
    """
    if decimals is not None:
        _require_decimals(decimals)
    text = _text(printed)
    found = _PRINTED.fullmatch(text.strip())
    if found is None or isinstance(printed, bool):
        raise UsageError("error.printed_number", text=text)
    if decimals is None and _is_float(printed):
        raise UsageError("error.printed_float", text=text)
    whole, fraction = found[1], found[2] or ""
    if decimals is not None and len(fraction) > decimals:
        raise UsageError("error.more_decimals", text=text, decimals=decimals)
    kept = len(fraction) if decimals is None else decimals
    return PrintedValue(text, int(whole + fraction.ljust(kept, "0")), kept)


def _text(printed: Printed) -> str:
    if isinstance(printed, Decimal):
        return f"{printed:f}"
    if _is_float(printed) and float(printed).is_integer():
        return f"{printed:.0f}"
    return str(printed)


def _is_float(printed: Printed) -> bool:
    return isinstance(printed, Real) and not isinstance(printed, Integral)


def _require_decimals(decimals: int) -> None:
    whole = isinstance(decimals, Integral) and not isinstance(decimals, bool)
    if not (whole and decimals >= 0):
        raise UsageError("error.decimals", decimals=str(decimals))


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
    return max((read_printed(value).decimals for value in printed_list(printed)), default=0)


def printed_list(printed: Iterable[Printed] | Mapping[str, Printed]) -> tuple[Printed, ...]:
    """List printed numbers, whatever holds them; of a mapping the values.

    Raises
    ------
    UsageError
        If it is no list of numbers, such as a single text or a table.

    Examples
    --------
    >>> printed_list({"high": "27.6", "functional": "25.4"})
    ('27.6', '25.4')
    """
    one_of_each = isinstance(printed, Iterable) and getattr(printed, "ndim", 1) == 1
    if isinstance(printed, str | bytes) or not one_of_each:
        raise UsageError("error.printed_list", text=str(printed))
    return tuple(printed.values() if isinstance(printed, Mapping) else printed)


def accepted_interval(value: PrintedValue | Printed, rounding: Rounding, unit: int = 1) -> Interval:
    """Find the exact numbers that are printed as a value.

    Parameters
    ----------
    value
        What was printed, as `read_printed` gives or takes it.
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
        If there is no such rule or no such number.

    Examples
    --------
    >>> accepted_interval("27.6", "half_up", unit=100)
    Interval(low=551, high=553, denominator=2000, low_closed=True, high_closed=False)
    """
    rounding = read_rounding(rounding)
    if not isinstance(value, PrintedValue):
        value = read_printed(value)
    middle = 2 * value.digits
    low = middle if rounding == "truncate" else middle - 1
    high = middle + 2 if rounding in ("truncate", "any") else middle + 1
    even = value.digits % 2 == 0
    low_closed = rounding != "half_even" or even
    high_closed = rounding == "up_or_down" or (rounding == "half_even" and even)
    return Interval(low, high, 2 * unit * 10**value.decimals, low_closed, high_closed)


def read_rounding(rounding: str) -> Rounding:
    """Give a rule of rounding as it is written here, with `methods.read_method`.

    Raises
    ------
    UsageError
        If there is no such rule.

    Examples
    --------
    >>> read_rounding("Half-even")
    'half_even'
    """
    rules: tuple[Rounding, ...] = get_args(Rounding)
    return read_method(rounding, rules, ALSO_CALLED, "rounding")
