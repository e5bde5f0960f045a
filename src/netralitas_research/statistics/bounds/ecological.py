"""The method of bounds for many areas of which only margins are known."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.cells import margin_totals
from netralitas_research.statistics.bounds.labels import array_of, axes_of, ordered
from netralitas_research.statistics.bounds.limits import CERTAIN, set_row
from netralitas_research.statistics.tidy import Row, require_positive, tidy


def duncan_davis_bounds(
    group_shares: Sequence[float] | pd.Series,
    outcome_shares: Sequence[float] | pd.Series,
    sizes: Sequence[float] | pd.Series,
) -> pd.DataFrame:
    """Bound the share of an outcome in a group from the margins of areas (Duncan & Davis, 1953).

    Parameters
    ----------
    group_shares, outcome_shares
        The share of the group, and of the outcome, in each area, from 0 to 1. A series carries the
        labels of the areas, by which the three lists are put together; otherwise the areas are
        numbered from 1.
    sizes
        How many units each area has.

    Returns
    -------
    pandas.DataFrame
        Two rows an area and two for all areas together (``area`` is ``all``), for the share of the
        outcome in the ``group`` and among the ``others``: ``term, estimate, low, high, level,
        method, n, note, area``; ``n`` is the size of the group or of the others. Nobody has no
        share, which may be any from 0 to 1. Units are taken as divisible.

    Raises
    ------
    UsageError
        If the lengths or the labels differ, a share is not from 0 to 1 or a size is negative.

    Examples
    --------
    >>> found = duncan_davis_bounds([0.6], [0.7], [100])
    >>> found[["term", "low", "high"]].round(3).values.tolist()[:2]
    [['group', 0.5, 1.0], ['others', 0.25, 1.0]]
    """
    groups, outcomes, units = _by_area(group_shares, outcome_shares, sizes)
    areas = margin_totals(group_shares).index
    group, outcome = units * groups, units * outcomes
    rows = [
        found
        for place, area in enumerate(areas)
        for found in _rows(area, *(values[[place]] for values in (group, outcome, units)))
    ]
    rows += _rows("all", group, outcome, units)
    return tidy(rows, CERTAIN, ("area",))


def _by_area(*lists: Sequence[float] | pd.Series) -> list[np.ndarray]:
    """Put the shares and the sizes into the order of the areas of the first list."""
    if len({array_of(one).shape for one in lists}) > 1 or array_of(lists[0]).ndim != 1:
        raise UsageError("error.bounds_lengths")
    *shares, sizes = (ordered(one, axes_of(lists[0])) for one in lists)
    for share in np.concatenate(shares).tolist():
        if not (isinstance(share, int | float) and 0 <= share <= 1):
            raise UsageError("error.bounds_share", text=str(share))
    for size in sizes.tolist():
        require_positive("size", size, or_zero=True)
    return [one.astype(float) for one in (*shares, sizes)]


def _rows(area: Hashable, groups: np.ndarray, outcome: np.ndarray, units: np.ndarray) -> list[Row]:
    """Bound the shares in the group and among the others, summed over areas."""
    rows: list[Row] = []
    for term, sizes in (("group", groups), ("others", units - groups)):
        n = float(sizes.sum())
        low = float(np.maximum(0, sizes - (units - outcome)).sum())
        high = float(np.minimum(sizes, outcome).sum())
        least, most = (low / n, high / n) if n > 0 else (0.0, 1.0)
        note = "" if n > 0 else "note.bounds.empty_group"
        limits = (round(least, 12), note), (round(most, 12), note)
        rows.append({**set_row(term, *limits, "duncan_davis", n), "area": area})
    return rows
