"""The forms in which snapshots come, and the rows in which increments are told."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.snapshots.added import REMAINDER, Added, Allowed, Floats
from netralitas_research.statistics.tidy import COLUMNS

Snapshots = pd.DataFrame | Mapping[Any, Any] | Sequence[Any]
"""Numbers by date and part: a frame with one row a date, a long frame with the columns ``date``,
``term`` and ``count`` or ``percent``, a mapping of dates to mappings, or a list of lists, whose
dates and parts are then called 1, 2 and so on."""

MORE = ("start", "end", "base_start", "base_end", "kind_start", "kind_end", "reading", "feasible")
"""What results on increments have besides `COLUMNS`."""


def wide(snapshots: Snapshots, value: str) -> pd.DataFrame:
    """Put snapshots into a frame with one row a date and one column a part.

    Parameters
    ----------
    snapshots
        The snapshots, in one of the forms of `Snapshots`.
    value
        The column of a long frame that holds what was counted or printed.

    Returns
    -------
    pandas.DataFrame
        The snapshots.

    Raises
    ------
    UsageError
        If there are none, the dates do not ascend or a part stands twice at a date.

    Examples
    --------
    >>> wide([[1, 2], [3, 4]], "count").index.tolist()
    [1, 2]
    """
    if isinstance(snapshots, Mapping):
        frame = pd.DataFrame.from_dict(dict(snapshots), orient="index", dtype=object)
    elif isinstance(snapshots, pd.DataFrame):
        frame = snapshots.astype(object)
    else:
        if not isinstance(snapshots, Sequence | np.ndarray | pd.Series) or isinstance(
            snapshots, str
        ):
            raise UsageError("error.snapshots_order")
        frame = pd.DataFrame(snapshots, dtype=object)
        frame.index = pd.RangeIndex(1, len(frame) + 1)
        frame.columns = pd.RangeIndex(1, frame.shape[1] + 1)
    if {"date", "term", value} <= set(frame.columns):
        if frame.duplicated(["date", "term"]).any():
            raise UsageError("error.snapshots_twice")
        order = list(dict.fromkeys(frame["term"]))
        frame = frame.pivot(index="date", columns="term", values=value)[order]
    ascending = frame.index.is_monotonic_increasing and frame.index.is_unique
    if frame.empty or not ascending or not frame.columns.is_unique:
        raise UsageError("error.snapshots_order")
    return frame


def by_date(listed: Any, dates: Sequence[object]) -> list[Any]:
    """Put what is known of each date into their order.

    Parameters
    ----------
    listed
        One entry a date in their order, or entries by date; what pandas numbers by itself has the
        order of the dates.
    dates
        The dates.

    Returns
    -------
    list
        One entry a date, None where there is none.

    Raises
    ------
    UsageError
        If an entry is of another date, or there are not as many as dates.

    Examples
    --------
    >>> by_date({"b": 4}, ["a", "b"]), by_date([3, 4], ["a", "b"])
    ([None, 4], [3, 4])
    """
    if isinstance(listed, pd.Series) and isinstance(listed.index, pd.RangeIndex):
        listed = listed if set(listed.index) == set(dates) else listed.tolist()
    if isinstance(listed, pd.Series | Mapping):
        if not set(listed.keys()) <= set(dates):
            raise UsageError("error.snapshots_bases")
        return [listed.get(date) for date in dates]
    if not isinstance(listed, Sequence | np.ndarray | pd.Index) or isinstance(listed, str):
        raise UsageError("error.snapshots_bases")
    if len(listed) != len(dates):
        raise UsageError("error.snapshots_bases")
    return list(listed)


def require_no_remainder(terms: Sequence[object], parts: str) -> None:
    """Refuse a part that has the name of what no part counts.

    Raises
    ------
    UsageError
        If there is one besides the remainder.
    """
    if REMAINDER in terms and parts in ("parts", "top_list"):
        raise UsageError("error.snapshots_remainder", name=REMAINDER)


def require_increments(added: object) -> None:
    """Refuse what is no result of `increments` or `increments_of_printed`.

    Raises
    ------
    UsageError
        If it is something else, such as shares of increments.
    """
    frame = added if isinstance(added, pd.DataFrame) else pd.DataFrame()
    if not ({*COLUMNS, *MORE} <= set(frame) and frame["method"].eq("difference").all()):
        raise UsageError("error.snapshots_increments")


def single(date: object, terms: Sequence[object]) -> pd.DataFrame:
    """State of each part that one snapshot tells of no increment.

    Examples
    --------
    >>> single("2020", ["officials"])["note"].tolist()
    ['note.snapshots.single']
    """
    unknown = np.zeros(len(terms)), np.full(len(terms), math.inf)
    frame = _frame(terms, (date, date), ("", ""), (math.nan, math.nan), *unknown)
    return frame.assign(note="note.snapshots.single")


def pair_rows(
    dates: tuple[object, object],
    kinds: tuple[str, str],
    terms: Sequence[object],
    allowed: tuple[Allowed, Allowed],
    added: Added,
) -> pd.DataFrame:
    """Make the rows of one interval under one pair of bases.

    Parameters
    ----------
    dates, kinds, allowed
        The two dates, the kinds of their bases, and what the snapshots allow.
    terms
        The parts, without the remainder.
    added
        What was added.

    Returns
    -------
    pandas.DataFrame
        One row a part, and one for the remainder if there is one.
    """
    names = [*terms, *[REMAINDER] * (len(added.low) - len(terms))]
    start, end = (one.base if math.isfinite(one.base) else math.nan for one in allowed)
    frame = _frame(names, dates, kinds, (start, end), added.low, added.high)
    known = np.where(added.low < added.high, "note.snapshots.bounds", "")
    remarks = "note.snapshots.no_base" if math.isnan(end - start) else known
    frame["note"] = np.where(added.notes == "", remarks, added.notes)
    return frame.assign(feasible=added.feasible)


def _frame(
    terms: Sequence[object],
    dates: tuple[object, object],
    kinds: tuple[str, str],
    bases: tuple[float, float],
    low: Floats,
    high: Floats,
) -> pd.DataFrame:
    total = bases[1] - bases[0]
    cells = {
        "term": list(terms),
        "estimate": np.where(low == high, low, math.nan),
        "low": low,
        "high": high,
        "level": 1.0,
        "method": "difference",
        "n": total if math.isnan(total) else int(total),
        "note": "",
        **dict(zip(("start", "end"), dates, strict=True)),
        **dict(zip(("base_start", "base_end"), bases, strict=True)),
        **dict(zip(("kind_start", "kind_end"), kinds, strict=True)),
        "reading": "pair",
        "feasible": True,
    }
    return pd.DataFrame(cells, columns=[*COLUMNS, *MORE])
