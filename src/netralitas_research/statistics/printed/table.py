"""The counts behind printed percentages, as a tidy table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netralitas_research.statistics.printed.bases import JudgedBase, judge_candidates
from netralitas_research.statistics.printed.joint_counts import Shares
from netralitas_research.statistics.printed.rounding import Printed, Rounding, printed_list

if TYPE_CHECKING:
    import pandas as pd


def counts_table(
    percentages: Sequence[Printed],
    candidates: Sequence[int],
    *,
    rounding: Rounding = "half_up",
    shares: Shares = "separate",
    decimals: int | None = None,
) -> pd.DataFrame:
    """Give the counts behind printed percentages for each candidate base.

    Parameters
    ----------
    percentages, candidates, rounding, shares, decimals
        As for `judge_candidates`.

    Returns
    -------
    pandas.DataFrame
        One row for each candidate and percentage: ``term`` (the percentage), ``estimate`` (its
        count, missing if several or none are possible), ``low`` and ``high`` (the smallest and
        the largest possible count), ``level`` (1: the bounds are certain if the rule of rounding
        is right), ``method`` (the rule of rounding), ``n`` (the base) and ``note`` (message key;
        empty if the count is certain).

    Raises
    ------
    UsageError
        If a value is none of these.

    Examples
    --------
    >>> counts_table(["27.6", "9"], [456])[["term", "estimate", "low", "high"]]
       term  estimate    low   high
    0  27.6     126.0  126.0  126.0
    1     9       NaN   39.0   43.0
    """
    import pandas as pd

    rows = [
        {"term": str(printed), **_count_row(judged, place), "n": judged.base}
        for judged in judge_candidates(
            percentages, candidates, rounding=rounding, shares=shares, decimals=decimals
        )
        for place, printed in enumerate(printed_list(percentages))
    ]
    columns = ["term", "estimate", "low", "high", "level", "method", "n", "note"]
    table = pd.DataFrame(rows, columns=columns).assign(level=1.0, method=rounding)
    return table.astype(dict.fromkeys(["estimate", "low", "high"], float))


def _count_row(judged: JudgedBase, place: int) -> dict[str, object]:
    if not judged.possible:
        return {"estimate": None, "low": None, "high": None, "note": _reason(judged, place)}
    counts = judged.counts[place]
    certain = len(counts) == 1
    return {
        "estimate": counts[0] if certain else None,
        "low": counts[0],
        "high": counts[-1],
        "note": "" if certain else "note.bases.several_counts",
    }


def _reason(judged: JudgedBase, place: int) -> str:
    if judged.constraint:
        return f"note.bases.{judged.constraint}"
    impossible = place in judged.excluded_by
    return "note.bases.impossible" if impossible else "note.bases.other_impossible"
