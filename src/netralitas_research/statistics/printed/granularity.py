"""What a printed percentage or mean of whole numbers can come from.

Shares and means of n whole numbers are multiples of 1/n, so not every printed value is possible
for every n: the GRIM test (Brown and Heathers, 2017, Social Psychological and Personality Science
8(4), 363-369).
"""

from __future__ import annotations

from typing import Any

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.rounding import (
    Interval,
    Printed,
    Rounding,
    accepted_interval,
    read_printed,
)

PERCENT = 100


def possible_counts(
    printed: Printed, base: int, *, rounding: Rounding = "half_up", decimals: int | None = None
) -> range:
    """Find the counts that give a printed percentage of a base.

    Parameters
    ----------
    printed
        A percentage from 0 to 100, as `read_printed` takes it.
    base
        What it is a percentage of, a whole number from 1.
    rounding
        A rule of `accepted_interval`.
    decimals
        How many decimals were printed; without it, those of ``printed``.

    Returns
    -------
    range
        Every count from 0 to the base that fits; empty if the percentage is impossible.

    Raises
    ------
    UsageError
        If a value is none of these.

    Examples
    --------
    >>> possible_counts("27.6", 456), possible_counts("25.4", 344)
    (range(126, 127), range(88, 88))
    >>> list(possible_counts("9", 456)), list(possible_counts("9", 456, decimals=1))
    ([39, 40, 41, 42, 43], [41])
    """
    return counts_between(share_interval(printed, rounding, decimals), read_base(base))


def possible_sums(
    printed: Printed,
    n: int,
    *,
    items: int = 1,
    rounding: Rounding = "up_or_down",
    decimals: int | None = None,
) -> range:
    """Find the sums of whole-numbered answers that give a printed mean (GRIM).

    Parameters
    ----------
    printed
        A mean from 0, as `read_printed` takes it.
    n
        How many persons answered, from 1.
    items
        Over how many items each person's answers were averaged, from 1.
    rounding
        A rule of `accepted_interval`; the GRIM test takes ``up_or_down``.
    decimals
        How many decimals were printed; without it, those of ``printed``.

    Returns
    -------
    range
        Every possible sum of the ``n * items`` answers; empty if the mean is impossible.

    Raises
    ------
    UsageError
        If a value is none of these.

    Examples
    --------
    The case of Brown and Heathers (2017): a mean of 5.19 of 28 persons cannot be.

    >>> list(possible_sums("5.19", 28)), list(possible_sums("5.18", 14, items=2))
    ([], [145])
    """
    answers = read_base(n) * read_base(items)
    return accepted_interval(read_printed(printed, decimals), rounding).numerators(answers)


def bases_of_count(
    count: int,
    printed: Printed,
    *,
    at_most: int,
    rounding: Rounding = "half_up",
    decimals: int | None = None,
) -> range:
    """Find the bases of a percentage that is printed together with its count.

    Parameters
    ----------
    count
        The count, from 0.
    printed
        Its percentage, as `read_printed` takes it.
    at_most
        The largest base to consider: a small count with 0 percent fits every large base.
    rounding, decimals
        As for `possible_counts`.

    Returns
    -------
    range
        Every base that fits; empty if there is none.

    Raises
    ------
    UsageError
        If a value is none of these.

    Examples
    --------
    >>> list(bases_of_count(126, "27.6", at_most=1000))
    [456, 457]
    """
    at_most, count = read_base(at_most), _read_whole(count, 0, "error.count")
    share = share_interval(printed, rounding, decimals)
    if count == 0:
        zero_fits = 0 in counts_between(share, 1)
        return range(1, at_most + 1) if zero_fits else range(0)
    whole = count * share.denominator
    first = -(-whole // share.high) if share.high_closed else whole // share.high + 1
    last = at_most
    if share.low > 0:
        last = whole // share.low if share.low_closed else -(-whole // share.low) - 1
    return range(max(first, count), min(last, at_most) + 1)


def share_interval(printed: Printed, rounding: Rounding, decimals: int | None) -> Interval:
    """Find the exact shares of 1 that are printed as a percentage.

    Parameters
    ----------
    printed, rounding, decimals
        As for `possible_counts`.

    Returns
    -------
    Interval
        The shares; those above 1 are not cut off.

    Raises
    ------
    UsageError
        If it is no percentage from 0 to 100.

    Examples
    --------
    >>> share_interval("100", "truncate", None)
    Interval(low=200, high=202, denominator=200, low_closed=True, high_closed=False)
    """
    try:
        value = read_printed(printed, decimals)
    except UsageError as error:
        if error.key != "error.printed_number":
            raise
        raise UsageError("error.percentage", **error.params) from None
    if value.digits > PERCENT * 10**value.decimals:
        raise UsageError("error.percentage", text=value.text)
    return accepted_interval(value, rounding, unit=PERCENT)


def counts_between(shares: Interval, base: int) -> range:
    """Find the counts, from 0 to a base, whose share of it lies in an interval.

    Parameters
    ----------
    shares
        The shares.
    base
        A whole number from 1.

    Returns
    -------
    range
        The counts.

    Examples
    --------
    >>> counts_between(share_interval("100", "half_up", None), 300)
    range(299, 301)
    """
    found = shares.numerators(base)
    return range(found.start, min(found.stop, base + 1))


def read_base(base: Any) -> int:
    """Read what something can be a share of.

    Parameters
    ----------
    base
        A whole number from 1, also as a float without decimals or as digits.

    Returns
    -------
    int
        The base.

    Raises
    ------
    UsageError
        If it is no such number.

    Examples
    --------
    >>> read_base(456), read_base(456.0)
    (456, 456)
    """
    return _read_whole(base, 1, "error.base")


def _read_whole(given: object, least: int, key: str) -> int:
    whole = isinstance(given, float) and given.is_integer()
    text = f"{given:.0f}" if whole else str(given)
    if not (text.isascii() and text.isdigit() and int(text) >= least):
        raise UsageError(key, text=text)
    return int(text)
