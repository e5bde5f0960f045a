"""What it would take for high officials to violate no more often than others."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from netralitas_research.presentation.causes.position.representation import MAIN_EXPOSURE
from netralitas_research.statistics.rates import rate_ratio_under_detection, tipping_point
from netralitas_research.statistics.tidy import tidy

REFERENCES = ("others", "administrator", "pelaksana")
"""With whom high officials are compared: all others, administrators, executing staff."""

RANGES = ((1, 5), (1, 20))
"""Stated ranges of how many times likelier a violation by a high official is to be reported."""


def tipping_points(counts: pd.DataFrame, workforce: pd.DataFrame) -> pd.DataFrame:
    """Tell how many times likelier to be reported high officials must be for equal propensity.

    Parameters
    ----------
    counts
        As `printed_counts` gives them.
    workforce
        As `netralitas_research.study.workforce.workforce` gives it; that of `MAIN_EXPOSURE` is
        taken.

    Returns
    -------
    pandas.DataFrame
        One row a snapshot (``as_of``) and ``reference``: ``bound_low`` and ``bound_high``, the
        ratio of rates that counts and bases leave open; ``low`` and ``high`` with exact 95%
        intervals at both ends; ``estimate`` where the bounds agree.
    """
    main = workforce[workforce["as_of"].eq(MAIN_EXPOSURE)].set_index("term")
    rows = []
    for as_of, snapshot in counts[counts["possible"]].groupby("as_of", sort=False):
        for reference in REFERENCES:
            ends = [
                end
                for _, of_base in snapshot.groupby("kind", sort=False)
                for end in _ends(of_base.set_index("term"), reference, main)
            ]
            if ends:
                rows.append(_envelope(str(as_of), reference, ends))
    return tidy(rows, 0.95, ("as_of", "reference", "bound_low", "bound_high"))


def under_detection(
    counts: pd.DataFrame, workforce: pd.DataFrame, as_of: str, reference: str = "others"
) -> pd.DataFrame:
    """Bound the ratio of propensities under stated ranges of detection, for one snapshot.

    Parameters
    ----------
    counts, workforce
        As for `tipping_points`.
    as_of
        A snapshot with one possible base.
    reference
        One of `REFERENCES`.

    Returns
    -------
    pandas.DataFrame
        One row a range of `RANGES`, as
        `rates.rate_ratio_under_detection` gives it.
    """
    main = workforce[workforce["as_of"].eq(MAIN_EXPOSURE)].set_index("term")
    snapshot = counts[counts["possible"] & counts["as_of"].eq(as_of)].set_index("term")
    events, exposure = _two(snapshot, reference, main, "least")
    found = [rate_ratio_under_detection(events, exposure, *limits) for limits in RANGES]
    return pd.concat(found, ignore_index=True)


def _ends(of_base: pd.DataFrame, reference: str, main: pd.DataFrame) -> list[dict[Any, Any]]:
    """Compare at the counts that make the ratio least, and at those that make it greatest."""
    if "jpt" not in of_base.index or (reference != "others" and reference not in of_base.index):
        return []
    found = []
    for end in ("least", "most"):
        events, exposure = _two(of_base, reference, main, end)
        found.append(dict(tipping_point(events, exposure).iloc[0]))
    return found


def _two(
    of_base: pd.DataFrame, reference: str, main: pd.DataFrame, end: str
) -> tuple[list[float], list[float]]:
    """Give events and exposure of high officials and of their reference."""
    opposite = "most" if end == "least" else "least"
    high, employed = float(of_base[end]["jpt"]), float(main["low"]["jpt"])
    if reference == "others":
        everybody, base = float(main["total"].iloc[0]), float(of_base["base"].iloc[0])
        return [high, base - high], [employed, everybody - employed]
    exposed = main["low" if end == "least" else "high"][reference]
    return [high, float(of_base[opposite][reference])], [employed, float(exposed)]


def _envelope(as_of: str, reference: str, ends: list[dict[Any, Any]]) -> dict[str, Any]:
    ratios = [end["estimate"] for end in ends]
    least, most = min(ratios), max(ratios)
    return {
        "term": "tipping_point",
        "estimate": least if math.isclose(least, most) else math.nan,
        "low": min(end["low"] for end in ends),
        "high": max(end["high"] for end in ends),
        "method": "exact",
        "n": max(end["n"] for end in ends),
        "note": "position.note.other_year" if as_of[:4] != MAIN_EXPOSURE[:4] else "",
        "as_of": as_of,
        "reference": reference,
        "bound_low": least,
        "bound_high": most,
    }
