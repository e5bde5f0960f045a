"""What was added between cumulative snapshots, from printed percentages.

A rounded percentage allows several counts of a known base, and often the base itself is only known
to be one of several: those reported, recommended for a sanction, sanctioned.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.printed.granularity import counts_between, share_interval
from netralitas_research.statistics.printed.rounding import Interval, Rounding
from netralitas_research.statistics.snapshots.added import (
    Allowed,
    Parts,
    added_between,
    allow,
    nothing,
)
from netralitas_research.statistics.snapshots.counts import whole_numbers
from netralitas_research.statistics.snapshots.envelope import envelopes
from netralitas_research.statistics.snapshots.rows import (
    Snapshots,
    by_date,
    pair_rows,
    require_no_remainder,
    single,
    wide,
)

Bases = pd.DataFrame | Mapping[Any, Any] | Sequence[Any]
"""For each date, in their order or by date, the base, a list of bases it may be, or a mapping of
their kinds to bases; or a frame with one row a date and one column a kind."""

Candidates = Mapping[str, int]


def increments_of_printed(
    snapshots: Snapshots,
    bases: Bases | None,
    *,
    rounding: Rounding = "any",
    decimals: int | None = None,
    parts: Parts = "parts",
    from_zero: bool = False,
) -> pd.DataFrame:
    """Find how many can have been added to each part, from printed percentages.

    Parameters
    ----------
    snapshots
        Percentages as printed (text, Decimal or int), dates ascending; missing where a part is not
        listed at a date.
    bases
        What the percentages are of, or may be of. In lists the kind is the place, from 1; None
        where no base is known, for one date or for all.
    rounding, decimals
        As for `printed.possible_counts`.
    parts
        What the parts are of the base, as `snapshots.Parts`
        explains it.
    from_zero
        Whether what stood at the first date is an increment too, from nothing (``start`` is empty).

    Returns
    -------
    pandas.DataFrame
        One row an interval, part and reading, with the tidy columns,
        `snapshots.MORE`, and ``joint``: whether the pair of
        bases is part of a choice of one base a date that no interval contradicts. Readings are
        ``pair`` (one base at each date), ``same_kind`` (all feasible pairs with the same kind of
        base at both dates) and ``free`` (all feasible pairs). ``low`` and ``high`` are the least
        and the greatest number added; under one pair every whole number between occurs. Two dates
        are taken at a time. Where ``feasible`` is false, no counts fit both snapshots (the note
        says why), and the limits are those of the plain difference.

    Raises
    ------
    UsageError
        If a value is none of these, a base has another date, or a part is called as the remainder.

    Examples
    --------
    In July 27.6 percent of 456 are 126; in November 22.8 percent of 827 are 189, if decimals are
    cut off.

    >>> printed = {"2020-07": {"officials": "27.6"}, "2020-11": {"officials": "22.8"}}
    >>> found = increments_of_printed(printed, [456, 827])
    >>> found[["term", "low", "high", "n"]].values.tolist()
    [['officials', 63.0, 63.0, 371], ['remainder', 308.0, 308.0, 371]]
    """
    parts = read_method(parts, get_args(Parts), argument="parts")
    printed = wide(snapshots, "percent")
    dates, terms = list(printed.index), list(printed.columns)
    require_no_remainder(terms, parts)
    candidates = _candidates(bases, dates)
    shares = [_shares(row, rounding, decimals) for row in printed.to_numpy()]
    allowed = [
        {kind: _counts(row, base, parts) for kind, base in of_date.items()}
        for row, of_date in zip(shares, candidates, strict=True)
    ]
    if from_zero:
        dates = ["", *dates]
        allowed = [{kind: nothing(one) for kind, one in allowed[0].items()}, *allowed]
    frames = []
    for ends, (before, after) in zip(pairwise(dates), pairwise(allowed), strict=True):
        for kinds in _pairs(before, after, first=ends[0] == ""):
            two = before[kinds[0]], after[kinds[1]]
            rows = pair_rows(ends, kinds, terms, two, added_between(*two, parts))
            frames.append(rows if kinds[0] == kinds[1] else _of_two_sets(rows))
    if not frames:
        return single(dates[0], terms).assign(joint=True)
    return envelopes(_with_joint(pd.concat(frames, ignore_index=True)))


def _pairs(
    before: Mapping[str, Allowed], after: Mapping[str, Allowed], *, first: bool
) -> list[tuple[str, str]]:
    """Pair the bases of two dates; nothing is of the same kind as whatever comes first."""
    return [(one, two) for one in before for two in after if not first or one == two]


def _of_two_sets(rows: pd.DataFrame) -> pd.DataFrame:
    """Note that the bases are of two kinds, where nothing worse is to be said."""
    worse = ~rows["feasible"] | rows["n"].isna()
    return rows.assign(note=rows["note"].where(worse, "note.snapshots.mixed_bases"))


def _candidates(bases: Bases | None, dates: Sequence[object]) -> list[Candidates]:
    if isinstance(bases, pd.DataFrame):
        of_dates = [dict(row.dropna()) for _, row in bases.iterrows()]
        listed = by_date(pd.Series(of_dates, index=bases.index), dates)
    else:
        listed = [None] * len(dates) if bases is None else by_date(bases, dates)
    return [_kinds(of_date) for of_date in listed]


def _kinds(of_date: Any) -> Candidates:
    """Name the bases of one date."""
    if isinstance(of_date, Mapping | pd.Series):
        named = {str(kind): base for kind, base in of_date.items()}
    elif isinstance(of_date, list | tuple | range | np.ndarray):
        named = {str(place): base for place, base in enumerate(of_date, start=1)}
    else:
        named = {"1": of_date}
    read = whole_numbers(pd.DataFrame({"base": list(named.values())}, dtype=object))[:, 0]
    if (read == 0).any():
        raise UsageError("error.base", text="0")
    known = {
        kind: int(base) for kind, base in zip(named, read, strict=True) if not math.isnan(base)
    }
    return known or {"": 0}


def _shares(row: Iterable[Any], rounding: Rounding, decimals: int | None) -> list[Interval | None]:
    return [None if pd.isna(one) else share_interval(one, rounding, decimals) for one in row]


def _counts(shares: Sequence[Interval | None], base: int, parts: Parts) -> Allowed:
    """Find the counts of one base; a base of 0 is one that is not known."""
    if base == 0:
        unknown = np.full(len(shares), math.nan)
        return allow(unknown, unknown, math.inf, parts)
    ranges = [None if share is None else counts_between(share, base) for share in shares]
    low = [math.nan if one is None else one.start for one in ranges]
    high = [math.nan if one is None else one.stop - 1 for one in ranges]
    return allow(np.array(low, dtype=float), np.array(high, dtype=float), float(base), parts)


def _with_joint(pairs: pd.DataFrame) -> pd.DataFrame:
    """Mark the pairs of bases that lie on a way through all dates without a contradiction."""
    ways = pairs[["start", "end", "kind_start", "kind_end", "feasible"]].drop_duplicates()
    steps = [step[step["feasible"]] for _, step in ways.groupby("end", sort=False)]
    kept = _reached(steps, "kind_start", "kind_end")
    kept = _reached(kept[::-1], "kind_end", "kind_start")
    joint = pd.concat(kept)[["end", "kind_start", "kind_end"]].assign(joint=True)
    found = pairs.merge(joint, on=["end", "kind_start", "kind_end"], how="left")
    return found.assign(joint=found["joint"].notna())


def _reached(steps: Sequence[pd.DataFrame], entry: str, leave: str) -> list[pd.DataFrame]:
    kept = [steps[0]]
    for step in steps[1:]:
        kept.append(step[step[entry].isin(kept[-1][leave])])
    return kept
