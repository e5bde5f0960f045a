"""Who was added between two snapshots: the composition of increments, not of overlapping sets."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netralitas_research.statistics.snapshots import (
    composition_trend,
    increment_shares,
    increments_of_printed,
)

ALL_POSTS = ("2020-06-26", "2020-07-31", "2020-11-05", "2022-05-31")
"""Snapshots of 2020 that print five posts."""

SAME_BASE = ("2020-07-31", "2020-11-05", "2022-05-31")
"""Those of them between which one kind of base is possible throughout."""

HIGH_POSTS = ("2020-07-31", "2020-09-30", "2020-11-05", "2022-05-31")
"""Snapshots of 2020 that print the share of high officials."""

TERMS = ("jpt", "administrator", "head_of_area", "fungsional", "pelaksana")


def added(
    prints: pd.DataFrame,
    bases: pd.DataFrame,
    dates: Sequence[str],
    terms: Sequence[str] = TERMS,
    kinds: Sequence[str] = (),
    *,
    from_zero: bool = True,
) -> pd.DataFrame:
    """Find how many of each position can have been added between snapshots.

    Parameters
    ----------
    prints, bases
        As `netralitas_research.study.positions` gives them.
    dates, terms
        The snapshots, by date, and the positions.
    kinds
        Kinds of bases that are taken to be possible; by default all.
    from_zero
        Whether what stood at the first date is an increment too.

    Returns
    -------
    pandas.DataFrame
        As `snapshots.increments_of_printed` gives it.
    """
    shown = prints[prints["as_of"].isin(dates) & prints["term"].isin(terms)]
    table = shown.pivot(index="as_of", columns="term", values="printed")
    table = table.reindex(index=list(dates), columns=list(terms))
    listed = bases[bases["as_of"].isin(dates)]
    if kinds:
        listed = listed[listed["kind"].isin(kinds)]
    candidates = {
        date: dict(zip(rows["kind"], rows["base"], strict=True))
        for date, rows in listed.groupby("as_of")
    }
    return increments_of_printed(table, candidates, from_zero=from_zero)


def composition(increments: pd.DataFrame) -> pd.DataFrame:
    """Give the shares in what was added, if all bases are those of the reported, and if any.

    Parameters
    ----------
    increments
        As `added` gives them.

    Returns
    -------
    pandas.DataFrame
        One row an interval (``start``, empty before the first, and ``end``) and position:
        the tidy columns and ``count_low``, ``count_high``, the number added, under the base of the
        reported; ``free_low`` and ``free_high``, the limits over every feasible pair of bases.
        Without a feasible pair the limits are 0 and 1.
    """
    shares = increment_shares(increments)
    reported = _reported(shares)
    counts = _reported(increments)[["start", "end", "term", "low", "high"]]
    counts = counts.rename(columns={"low": "count_low", "high": "count_high"})
    free = shares[shares["reading"].eq("free")][["start", "end", "term", "low", "high"]]
    free = free.rename(columns={"low": "free_low", "high": "free_high"})
    keys = ["start", "end", "term"]
    found = reported.merge(counts, on=keys).merge(free, on=keys, how="left")
    # With one pair of bases there are no wider limits than its own.
    return found.fillna({"free_low": found["low"], "free_high": found["high"]})


def pairs_judged(increments: pd.DataFrame) -> pd.DataFrame:
    """Say which pairs of bases two snapshots can have, one row an interval and pair.

    Parameters
    ----------
    increments
        As `added` gives them.

    Returns
    -------
    pandas.DataFrame
        ``start, end, kind_start, kind_end, base_start, base_end, feasible, note`` (the gravest
        reason, a message key; empty where feasible).
    """
    pairs = increments[increments["reading"].eq("pair") & increments["start"].ne("")]
    keys = ["start", "end", "kind_start", "kind_end", "base_start", "base_end", "feasible"]
    rows = []
    for names, group in pairs.groupby(keys, sort=False):
        notes = [note for note in group["note"] if note != "note.snapshots.other_part"]
        reason = "" if names[-1] else next(iter(notes), "")
        rows.append({**dict(zip(keys, names, strict=True)), "note": reason})
    return pd.DataFrame(rows)


def trends(increments: pd.DataFrame) -> pd.DataFrame:
    """Test the change of each share over increments, and show what cumulative shares would say.

    Parameters
    ----------
    increments
        As `added` gives them, with ``from_zero``.

    Returns
    -------
    pandas.DataFrame
        As `snapshots.composition_trend` gives it.
    """
    return composition_trend(increments)


def _reported(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[
        rows["reading"].eq("pair")
        & rows["kind_start"].eq("reported")
        & rows["kind_end"].eq("reported")
    ]
