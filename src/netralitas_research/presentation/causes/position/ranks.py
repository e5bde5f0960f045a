"""Which position could come first, by share and by rate."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netralitas_research.presentation.causes.position.representation import MAIN_EXPOSURE
from netralitas_research.statistics.ranks import rank_sets_of_printed, rank_sets_of_rates
from netralitas_research.statistics.tidy import tidy

LISTED = 3
"""With fewer positions there is no ranking."""


def rank_sets(
    prints: pd.DataFrame, counts: pd.DataFrame, workforce: pd.DataFrame, posts: pd.DataFrame
) -> pd.DataFrame:
    """Give the ranks that each listed position may have, by share of the reported and by rate.

    The sets of a snapshot hold together, with 95% (Holm). They cover every possible base, and by
    rate the least and the greatest counts and three workforces: as printed, with echelon V among
    the executing posts, and with the camat posts taken from the administrators.

    Parameters
    ----------
    prints
        As `netralitas_research.study.positions.position_prints` gives them.
    counts
        As `printed_counts` gives them.
    workforce, posts
        As `netralitas_research.study.workforce` gives them.

    Returns
    -------
    pandas.DataFrame
        Tidy rows by snapshot (``as_of``), ``by`` (``share`` or ``rate``) and position (``term``):
        ``estimate`` is the rank if it is the same throughout, ``low`` and ``high`` the set,
        ``listed`` how many positions are ranked, ``first`` whether it could be first.
    """
    exposures = _exposures(workforce, posts)
    found = []
    for as_of, snapshot in prints.groupby("as_of", sort=False):
        possible = counts[counts["as_of"].eq(as_of) & counts["possible"]]
        if len(snapshot) < LISTED or possible.empty:
            continue
        of_base = [group.set_index("term") for _, group in possible.groupby("kind", sort=False)]
        shares = [_by_share(snapshot, group) for group in of_base]
        rates = [
            rank_sets_of_rates(group[end], exposure.reindex(group.index), simultaneous=True)
            for group in of_base
            for end in ("least", "most")
            for exposure in exposures
        ]
        found += [_together(shares, str(as_of), "share"), _together(rates, str(as_of), "rate")]
    return pd.concat(found, ignore_index=True)


def could_come_first(found: pd.DataFrame) -> pd.DataFrame:
    """List for each snapshot and basis the positions that could be first, joined by ``;``."""
    first = found[found["first"]]
    listed = first.groupby(["as_of", "by"], sort=False)["term"].agg(";".join)
    return listed.reset_index()


def _by_share(snapshot: pd.DataFrame, group: pd.DataFrame) -> pd.DataFrame:
    base = int(group["base"].iloc[0])
    if snapshot["measure"].eq("count").all():
        # Counts of one base, as percentages without rounding, would not be whole: rank as rates.
        return rank_sets_of_rates(group["least"], pd.Series(base, group.index), simultaneous=True)
    printed = snapshot.set_index("term")["printed"]
    return rank_sets_of_printed(printed, base, simultaneous=True, rounding="any")


def _exposures(workforce: pd.DataFrame, posts: pd.DataFrame) -> list[pd.Series]:
    main = workforce[workforce["as_of"].eq(MAIN_EXPOSURE)].set_index("term")
    heads = posts.set_index("term")["low"]
    printed = main["low"].copy()
    printed["head_of_area"] = heads["head_of_area"]
    with_echelon, apart = printed.copy(), printed.copy()
    with_echelon["pelaksana"] = main.loc["pelaksana", "high"]
    apart["administrator"] -= heads["camat"]
    return [printed, with_echelon, apart]


def _together(sets: Sequence[pd.DataFrame], as_of: str, by: str) -> pd.DataFrame:
    """Take the widest set of each position over all readings."""
    readings = pd.concat(sets)
    rows = []
    for term, own in readings.groupby("term", sort=False):
        ranks = set(own["estimate"])
        low = own["low"].min()
        rows.append(
            {
                "term": term,
                "estimate": ranks.pop() if len(ranks) == 1 else float("nan"),
                "low": low,
                "high": own["high"].max(),
                "method": own["method"].iloc[0],
                "n": own["n"].max(),
                "note": "",
                "as_of": as_of,
                "by": by,
                "listed": len(set(readings["term"])),
                "first": bool(low == 1),
            }
        )
    return tidy(rows, 0.95, ("as_of", "by", "listed", "first"))
