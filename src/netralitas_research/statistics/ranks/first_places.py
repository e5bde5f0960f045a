"""Which units could be first, or last."""

from __future__ import annotations

from numbers import Integral

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError

NEEDED = ("term", "estimate", "low", "high", "note", "simultaneous")


def could_be_first(sets: pd.DataFrame, places: int = 1) -> pd.DataFrame:
    """Tell which units could be first, and which last, by their rank sets.

    With simultaneous sets, those that could be first hold all that are first, with the level
    (the set of the best of Mogstad, Romano, Shaikh & Wilhelm, 2024). Marginal sets name fewer: they
    hold the one that is first with the level, but if several are first, each of them alone.

    Parameters
    ----------
    sets
        A result of `rank_sets`, `rank_sets_of_counts` or another function of rank sets.
    places
        How many places count as first, and as last.

    Returns
    -------
    pandas.DataFrame
        The same rows with ``first`` and ``last``: whether the set reaches these places. The note of
        a unit without one says if it is certainly among the first or the last.

    Raises
    ------
    UsageError
        If it is no table of rank sets, or places is no whole number from 1.

    Examples
    --------
    >>> from netralitas_research.statistics.ranks.sets import rank_sets_of_counts
    >>> table = could_be_first(rank_sets_of_counts([126, 116, 65, 58, 12]))
    >>> table["first"].tolist(), table["last"].tolist()
    ([True, True, False, False, False], [False, False, False, False, True])
    """
    if not isinstance(sets, pd.DataFrame) or not set(NEEDED) <= set(sets.columns):
        raise UsageError("error.ranks_sets")
    if not isinstance(places, Integral) or places < 1:
        raise UsageError("error.ranks_places", places=str(places))
    low, high, note = sets["low"], sets["high"], sets["note"]
    units = sets["term"].nunique()
    certain = np.select(
        [high <= places, low > units - places],
        ["note.ranks.certainly_first", "note.ranks.certainly_last"],
        "",
    )
    return sets.assign(
        first=low <= places,
        last=high > units - places,
        note=note.where(note != "", certain),
    )
