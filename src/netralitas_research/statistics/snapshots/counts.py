"""What was added between cumulative snapshots, from counts.

Each snapshot of a cumulative count holds all earlier ones, so comparing the shares of two compares
overlapping sets. What changes over time is the composition of what was added between them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.snapshots.added import (
    Allowed,
    Floats,
    Parts,
    added_between,
    allow,
    nothing,
)
from netralitas_research.statistics.snapshots.rows import (
    Snapshots,
    by_date,
    pair_rows,
    require_no_remainder,
    single,
    wide,
)

Base = Sequence[float | None] | Mapping[Any, float | None] | pd.Series
"""A base for each date, in their order or by date; missing where it is not known."""


def increments(
    snapshots: Snapshots,
    base: Base | None = None,
    *,
    parts: Parts = "parts",
    from_zero: bool = False,
) -> pd.DataFrame:
    """Find how many were added to each part between the dates of a cumulative count.

    Parameters
    ----------
    snapshots
        Cumulative counts from 0, dates ascending; missing where a part is not listed at a date.
    base
        How many there were at each date. Without it the column ``base`` of a long frame, else the
        sum of the parts where all are listed; of a ``top_list`` it is then not known.
    parts
        What the counts are of the base, as `snapshots.Parts`
        explains it.
    from_zero
        Whether what stood at the first date is an increment too, from nothing (``start`` is empty).

    Returns
    -------
    pandas.DataFrame
        One row an interval and part, with the tidy columns and
        `snapshots.MORE`. ``estimate`` is the number added,
        ``low`` and ``high`` its limits where a part is not listed at one of the dates (the
        neighbouring dates and the remainder bound it), ``n`` what was added to the base. The term
        ``remainder`` is what no part counts. Where ``feasible`` is false the two snapshots
        contradict each other; a part that falls keeps its negative number and has the note
        ``note.snapshots.falls``.

    Raises
    ------
    UsageError
        If the dates do not ascend, a part stands twice at a date or is called as the remainder, a
        base has another date, or a number is no whole number from 0.

    Examples
    --------
    >>> counts = {"2020-07": {"officials": 126, "others": 330}, "2020-11": {"officials": 189}}
    >>> found = increments(counts, [456, 827], parts="partition")
    >>> found[["term", "estimate", "n"]].values.tolist()
    [['officials', 63.0, 371], ['others', 308.0, 371]]
    """
    parts = read_method(parts, get_args(Parts), argument="parts")
    counts = wide(snapshots, "count")
    numbers = whole_numbers(counts)
    given = _column(snapshots) if base is None else base
    if given is None and parts == "parts" and not np.isnan(numbers).any():
        parts = "partition"
    bases = _sums(numbers, parts) if given is None else _in_order(given, counts.index)
    dates, terms = list(counts.index), list(counts.columns)
    require_no_remainder(terms, parts)
    allowed = _allow_all(numbers, bases, parts)
    if from_zero:
        dates, allowed = ["", *dates], [nothing(allowed[0]), *allowed]
    frames = [
        pair_rows(ends, ("base", "base"), terms, two, added_between(*two, parts))
        for ends, two in zip(pairwise(dates), pairwise(allowed), strict=True)
    ]
    return pd.concat(frames, ignore_index=True) if frames else single(dates[0], terms)


def whole_numbers(counts: pd.DataFrame) -> Floats:
    """Read counts.

    Parameters
    ----------
    counts
        The counts; missing ones become NaN.

    Returns
    -------
    numpy.ndarray
        Their numbers, in the same shape.

    Raises
    ------
    UsageError
        If one is no whole number from 0.

    Examples
    --------
    >>> whole_numbers(pd.DataFrame([[3, None]])).tolist()
    [[3.0, nan]]
    """
    numbers = counts.apply(pd.to_numeric, errors="coerce").to_numpy(dtype=float, na_value=math.nan)
    whole = (numbers >= 0) & (numbers < np.inf) & (np.nan_to_num(numbers) % 1 == 0)
    wrong = counts.notna().to_numpy() & ~whole
    if wrong.any():
        text = str(counts.to_numpy()[wrong][0])
        raise UsageError("error.snapshots_counts", text=text)
    return numbers


def _column(snapshots: Snapshots) -> Base | None:
    """Take the bases of a long frame from its own column."""
    if not isinstance(snapshots, pd.DataFrame) or not {"date", "term", "base"} <= set(snapshots):
        return None
    bases = snapshots.groupby("date")["base"]
    if (bases.nunique() > 1).any():
        raise UsageError("error.snapshots_bases")
    return bases.first()


def _sums(numbers: Floats, parts: Parts) -> Floats:
    sums = numbers.sum(axis=1)
    unknown = np.isnan(sums) | (parts in ("separate", "top_list"))
    return np.where(unknown, math.inf, sums)


def _in_order(base: Base, dates: pd.Index) -> Floats:
    listed = by_date(base, list(dates))
    known = whole_numbers(pd.DataFrame({"base": list(listed)}, dtype=object))[:, 0]
    return np.where(np.isnan(known), math.inf, known)


def _allow_all(numbers: Floats, bases: Floats, parts: Parts) -> list[Allowed]:
    """Bound what a date does not list by its neighbours too, unless they contradict each other."""
    frame = pd.DataFrame(numbers)
    low, high = frame.ffill().fillna(0).to_numpy(), frame.bfill().fillna(math.inf).to_numpy()
    found = [allow(one, one, float(base), parts) for one, base in zip(numbers, bases, strict=True)]
    listed = slice(0, numbers.shape[1])
    for place, one in enumerate(found):
        least = np.maximum(one.low[listed], low[place])
        most = np.minimum(one.high[listed], high[place])
        kept = least <= most
        one.low[listed] = np.where(kept, least, one.low[listed])
        one.high[listed] = np.where(kept, most, one.high[listed])
    return found
