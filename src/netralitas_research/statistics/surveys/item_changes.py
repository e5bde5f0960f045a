"""The change of each item of a questionnaire between two sittings."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

from netralitas_research.statistics.surveys.means_and_shares import mean_difference
from netralitas_research.statistics.tidy import Row, row


def item_changes(
    before: pd.DataFrame, after: pd.DataFrame, level: float, *, binary: bool
) -> list[Row]:
    """Compare each item between two sittings of the same persons.

    Parameters
    ----------
    before, after
        One row a person, one column an item; rows are joined by the index.
    level
        Level of confidence.
    binary
        Whether the answers are 0 and 1: then shares are compared, otherwise means.

    Returns
    -------
    list of mapping
        A row an item with the term ``change``, and ``p_adjusted`` (Holm, 1979) where it has a
        test.

    Examples
    --------
    >>> before, after = (pd.DataFrame({"b1": answers}) for answers in ([0, 0, 1], [1, 1, 1]))
    >>> [found] = item_changes(before, after, 0.95, binary=True)
    >>> round(found["estimate"], 3), found["p_value"]
    (0.667, 0.5)
    """
    rows = []
    for item in before.columns:
        pair = pd.concat([before[item], after[item]], axis=1, keys=["before", "after"]).dropna()
        first, second = pair["before"].to_numpy(), pair["after"].to_numpy()
        change = _binary_change if binary else _score_change
        rows.append(change(first, second, item, level))
    tested = [n for n, cells in enumerate(rows) if "p_value" in cells]
    if tested:
        adjusted = multipletests([rows[n]["p_value"] for n in tested], method="holm")[1]
        for n, p_value in zip(tested, adjusted, strict=True):
            rows[n] = {**rows[n], "p_adjusted": float(p_value)}
    return rows


def _binary_change(first: np.ndarray, second: np.ndarray, item: str, level: float) -> Row:
    n = len(first)
    if n == 0:
        return row("change", math.nan, "mcnemar_exact", 0, "surveys.note.no_pairs", item=item)
    up, down = int((second > first).sum()), int((second < first).sum())
    gained, lost = (up + 1) / (n + 2), (down + 1) / (n + 2)
    spread = math.sqrt((gained + lost - (gained - lost) ** 2) / (n + 2))
    half = stats.norm.ppf((1 + level) / 2) * spread
    limits = {
        "low": max(-1.0, gained - lost - half),
        "high": min(1.0, gained - lost + half),
    }
    found = mcnemar([[0, up], [down, 0]], exact=True)
    note = "" if up + down else "surveys.note.no_change"
    tested = {"statistic": float(min(up, down)), "p_value": float(found.pvalue)}
    return row("change", (up - down) / n, "mcnemar_exact", n, note, item=item, **limits, **tested)


def _score_change(first: np.ndarray, second: np.ndarray, item: str, level: float) -> Row:
    return {**mean_difference(second - first, level), "term": "change", "item": item}
