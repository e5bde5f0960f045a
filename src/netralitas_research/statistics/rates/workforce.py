"""Shares of a workforce whose groups are known as numbers, as ranges or not at all."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.inputs import (
    is_list,
    read_number,
    require_labels,
    require_lengths,
)

RANGE_ENDS = 2

Range = float | tuple[float | None, float | None] | None
"""A number, a pair of the lowest and the highest, or None if unknown."""

Ranges = Range | Sequence[Range] | Mapping[str, Range] | pd.Series


def read_range(given: Range) -> tuple[float, float]:
    """Read one range.

    Parameters
    ----------
    given
        A number, a pair (lowest, highest), or None or NaN. An end that is None is open.

    Returns
    -------
    tuple of float
        The ends; 0 and infinity where nothing is known.

    Raises
    ------
    UsageError
        If an end is negative or the ends are in the wrong order.

    Examples
    --------
    >>> read_range(5), read_range((2, None)), read_range(None)
    ((5.0, 5.0), (2.0, inf), (0.0, inf))
    """
    ends: list[Any] = [given, given]
    if is_list(given):
        ends = list(given)  # type: ignore[arg-type]
    if len(ends) != RANGE_ENDS:
        raise UsageError("error.rates_number", value=str(given))
    low, high = (read_number(end) for end in ends)
    low, high = 0.0 if math.isnan(low) else low, math.inf if math.isnan(high) else high
    if not 0 <= low <= high or math.isinf(low):
        raise UsageError("error.rates_range", low=low, high=high)
    return low, high


def workforce_shares(workforce: Ranges, labels: pd.Index, total: Range = None) -> pd.DataFrame:
    """Give the lowest and the highest share of each group that the ranges allow together.

    Parameters
    ----------
    workforce
        Ranges of groups that do not overlap.
    labels
        Labels of the groups; one that labelled ranges lack is unknown.
    total
        Range of the whole, or None if the groups are all there is.

    Returns
    -------
    pandas.DataFrame
        ``low, high`` by label; a group of an empty workforce has NaN.

    Raises
    ------
    UsageError
        If a range is impossible, lengths or labels differ, or the total is less than its parts.

    Examples
    --------
    >>> workforce_shares([(10, 20), 80], pd.Index(["a", "b"])).round(2).values.tolist()
    [[0.11, 0.2], [0.8, 0.89]]
    """
    low, high = _ends(workforce, labels).T
    rest_low = low.sum() - low
    if total is None:
        smallest, largest = _part(low, _rest(high)), _part(high, rest_low)
    else:
        first, last = read_range(total)
        if last < low.sum():
            raise UsageError("error.rates_total", total=f"{last:.15g}", parts=f"{low.sum():.15g}")
        # Of all totals, the one under which the group can be the greatest part.
        best = np.clip(high + rest_low, max(first, low.sum()), last)
        most = np.minimum(high, best - rest_low)
        smallest, largest = _part(low, last - low), _part(most, best - most)
    # Where all others are empty the group is the whole, however few it has.
    smallest = np.where(np.isnan(smallest), largest, smallest)
    same = np.isclose(smallest, largest, rtol=1e-12, atol=0)
    return pd.DataFrame({"low": smallest, "high": np.where(same, smallest, largest)}, labels)


def _ends(workforce: Ranges, labels: pd.Index) -> np.ndarray:
    """Give the two ends of each range, one row a label."""
    if isinstance(workforce, (Mapping, pd.Series)):
        given = {str(label): read_range(entry) for label, entry in workforce.items()}
        require_labels(pd.Index(given), labels)
        return np.array([given.get(label, read_range(None)) for label in labels])
    # Of an array with two columns each row is a range.
    several = is_list(workforce) or getattr(workforce, "ndim", 0) > 1
    entries = list(cast(Sequence[Range], workforce)) if several else [cast(Range, workforce)]
    require_lengths(len(labels), len(entries))
    return np.array([read_range(entry) for entry in entries])


def _rest(values: np.ndarray) -> np.ndarray:
    """Give the sum of all others, infinite where one of them is."""
    endless = np.isinf(values)
    finite = np.where(endless, 0, values)
    return np.where(endless.sum() - endless > 0, math.inf, finite.sum() - finite)


def _part(group: np.ndarray, rest: np.ndarray) -> np.ndarray:
    """Give the share of a group; 1 where it is endless, NaN where there is nothing."""
    with np.errstate(invalid="ignore"):
        share = group / (group + rest)
    return np.where(np.isinf(group), 1.0, share)
