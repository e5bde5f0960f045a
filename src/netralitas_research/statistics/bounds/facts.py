"""Printed facts about a table of counts, stated one by one.

Cells are named by a mapping from dimension to category, or to several categories:
``{"position": "jpt", "act": ["photo", "party"]}`` is the sum of two cells, and ``{}`` the total.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping

import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.fact_lines import Cells, Fact, Line, label, require_count
from netralitas_research.statistics.bounds.listed_facts import margin, top_list
from netralitas_research.statistics.printed.granularity import possible_counts, share_interval
from netralitas_research.statistics.printed.rounding import Printed, Rounding

__all__ = [
    "at_least",
    "at_most",
    "between",
    "count",
    "margin",
    "percentage",
    "percentages",
    "top_list",
    "total",
]


def total(count: int, name: str = "") -> Fact:
    """State the total of the table.

    Parameters
    ----------
    count
        A whole number from 0.
    name
        How the fact is called where it clashes; by default its cells and its value.

    Returns
    -------
    Fact
        The fact.

    Raises
    ------
    UsageError
        If it is no such number.

    Examples
    --------
    >>> total(1596).name
    'total: 1596'
    """
    return between({}, count, count, name or f"total: {count}")


def count(cells: Cells, value: int, name: str = "") -> Fact:
    """State a count of a cell or of a sum of cells; 0 makes it empty.

    Parameters
    ----------
    cells
        The cells.
    value
        A whole number from 0.
    name
        As for `total`.

    Returns
    -------
    Fact
        The fact.

    Raises
    ------
    UsageError
        If it is no such number.

    Examples
    --------
    >>> count({"position": "teacher"}, 373).name
    'position=teacher: 373'
    """
    return between(cells, value, value, name or f"{label(cells)}: {value}")


def between(cells: Cells, low: int, high: int | None = None, name: str = "") -> Fact:
    """State that a cell or a sum of cells is at least ``low`` and at most ``high``.

    Parameters
    ----------
    cells
        The cells.
    low, high
        Whole numbers from 0; without ``high`` there is no upper limit.
    name
        As for `total`.

    Returns
    -------
    Fact
        The fact.

    Raises
    ------
    UsageError
        If they are no such numbers, or ``low`` is above ``high``.

    Examples
    --------
    >>> between({"act": "party"}, 5, 9).lines[0].high
    9
    """
    for limit in (low, *([] if high is None else [high])):
        require_count(limit)
    if high is not None and low > high:
        raise UsageError("error.bounds_between", low=low, high=high)
    shown = "…" if high is None else high
    line = Line(((cells, 1),), low, math.inf if high is None else high)
    return Fact(name or f"{label(cells)}: {low}–{shown}", (line,))


def at_least(cells: Cells, low: int, name: str = "") -> Fact:
    """State that a cell or a sum of cells is at least ``low``; see `between`.

    Examples
    --------
    >>> at_least({"act": "party"}, 5).lines[0].high
    inf
    """
    return between(cells, low, name=name)


def at_most(cells: Cells, high: int, name: str = "") -> Fact:
    """State that a cell or a sum of cells is at most ``high``; see `between`.

    Examples
    --------
    >>> at_most({"act": "party"}, 5).lines[0].high
    5
    """
    return between(cells, 0, high, name)


def percentage(
    cells: Cells,
    printed: Printed,
    base: int | Cells,
    *,
    rounding: Rounding = "half_up",
    decimals: int | None = None,
    name: str = "",
) -> Fact:
    """State a printed percentage together with its base.

    Parameters
    ----------
    cells
        The cells of which it is the share.
    printed
        A percentage from 0 to 100 as printed, such as ``"27.6"``.
    base
        The number from 1 that it is a percentage of, or cells whose sum is that number; the sum
        is then not 0.
    rounding, decimals
        As for `printed.possible_counts`.
    name
        As for `total`.

    Returns
    -------
    Fact
        The fact. A percentage that no count of its base gives is a fact that no table satisfies.

    Raises
    ------
    UsageError
        If the percentage or the base is none.

    Examples
    --------
    >>> fact = percentage({"act": "party"}, "5.6", 1596)
    >>> fact.name, fact.lines[0].low, fact.lines[0].high
    ('act=party: 5.6% / 1596', 89, 90)
    """
    shown = label(base) if isinstance(base, Mapping) else str(base)
    name = name or f"{label(cells)}: {str(printed).rstrip(' %')}% / {shown}"
    if not isinstance(base, Mapping):
        require_count(base)
        counts = possible_counts(printed, int(base), rounding=rounding, decimals=decimals)
        return Fact(name, (Line(((cells, 1),), counts.start, counts.stop - 1),))
    share = share_interval(printed, rounding, decimals)
    divisor = math.gcd(share.low, share.high, share.denominator)
    low, high = share.low // divisor, share.high // divisor
    whole = share.denominator // divisor
    # Weights and cells are whole numbers, so more than 0 is at least 1.
    above = Line(((cells, whole), (base, -low)), 0 if share.low_closed else 1, math.inf)
    below = Line(((cells, whole), (base, -high)), -math.inf, 0 if share.high_closed else -1)
    return Fact(name, (above, below, Line(((base, 1),), 1, math.inf)))


def percentages(
    over: str,
    printed: Mapping[Hashable, Printed],
    base: int | Cells,
    *,
    within: Cells | None = None,
    rounding: Rounding = "half_up",
    decimals: int | None = None,
) -> tuple[Fact, ...]:
    """State printed percentages of one base over the categories of a dimension.

    Parameters
    ----------
    over
        The dimension.
    printed
        The percentage of each category that has one; a pandas Series will do.
    base, rounding, decimals
        As for `percentage`.
    within
        The cells that are broken down; by default all.

    Returns
    -------
    tuple of Fact
        One fact a percentage.

    Raises
    ------
    UsageError
        If a percentage or the base is none, or the percentages have no categories.

    Examples
    --------
    >>> [fact.name for fact in percentages("act", {"photo": "12.6", "party": "5.6"}, 1596)]
    ['act=photo: 12.6% / 1596', 'act=party: 5.6% / 1596']
    """
    if not isinstance(printed, Mapping | pd.Series):
        raise UsageError("error.bounds_percentages", text=str(printed))
    return tuple(
        percentage(
            {**(within or {}), over: category}, value, base, rounding=rounding, decimals=decimals
        )
        for category, value in printed.items()
    )
