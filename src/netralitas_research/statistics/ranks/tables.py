"""From comparisons in pairs to the table of rank sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.statistics.tidy import row, tidy

Found = tuple[np.ndarray, np.ndarray]
"""For each unit: how many are shown to be below it, and how many above it."""


def rank_table(
    values: pd.Series,
    found: Found,
    *,
    level: float,
    method: str,
    n: float,
    simultaneous: bool,
    notes: Mapping[str, np.ndarray | bool] | None = None,
    more: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Turn comparisons in pairs into rank sets, rank 1 being the largest.

    A unit has at least the rank after all that are shown to be above it, and at most the rank
    before all that are shown to be below it. A unit without value is compared with none, so it may
    have any rank, and may stand above or below every other.

    Parameters
    ----------
    values
        What is ranked, NaN where it is not known; the index are the terms.
    found
        The comparisons of the units with values, in their order.
    level, method, n
        As in every result.
    simultaneous
        Whether all sets hold together at the level.
    notes
        Further remarks: to the last word of a message key the units that it is said of. The first
        that applies is said, after a missing value and a single unit, before ties.
    more
        Further columns.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate`` (the rank; units of equal value share it), ``low, high`` (the rank set),
        ``level, method, n, note, value, simultaneous`` and the further columns.

    Examples
    --------
    >>> values = pd.Series({"high": 9.0, "low": 1.0, "unknown": np.nan})
    >>> found = np.array([1, 0]), np.array([0, 1])
    >>> table = rank_table(values, found, level=0.95, method="t", n=10, simultaneous=True)
    >>> table[["term", "low", "high"]].values.tolist()
    [['high', 1, 2], ['low', 2, 3], ['unknown', 1, 3]]
    """
    known = values.notna().to_numpy()
    units = len(values)
    low, high = np.ones(units, int), np.full(units, units)
    low[known] += found[1]
    high[known] -= found[0]
    ranks = values.rank(method="min", ascending=False)
    said = _notes(values, notes or {})
    columns = {name: np.broadcast_to(cells, units) for name, cells in (more or {}).items()}
    rows = [
        row(
            term,
            ranks.iloc[i],
            method,
            int(n),
            said[i],
            low=int(low[i]),
            high=int(high[i]),
            value=values.iloc[i],
            simultaneous=simultaneous,
            **{name: cells[i] for name, cells in columns.items()},
        )
        for i, term in enumerate(values.index)
    ]
    return tidy(rows, level, ("value", "simultaneous", *columns))


def _notes(values: pd.Series, notes: Mapping[str, np.ndarray | bool]) -> list[str]:
    conditions: dict[str, Any] = {
        "missing": values.isna(),
        "one_category": len(values) == 1,
        **notes,
        "tied": values.duplicated(keep=False),
        "others_missing": bool(values.isna().any()),
    }
    said = np.full(len(values), "", dtype=object)
    for word, applies in reversed(conditions.items()):
        said[np.broadcast_to(applies, len(values))] = f"note.ranks.{word}"
    return said.tolist()
