"""The choices of one base a date under which no two printed snapshots contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.snapshots.added import Floats

MOST_WAYS = 10_000
"""How many choices are tried at most."""

Kinds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """What was added under one choice of bases.

    Attributes
    ----------
    low, high
        The least and the greatest number, intervals as rows and parts as columns.
    totals
        What was added to the base in each interval.
    """

    low: Floats
    high: Floats
    totals: Floats

    @property
    def middle(self) -> Floats:
        """The middle of what is possible."""
        return np.floor((self.low + self.high) / 2)


def ways_through(pairs: pd.DataFrame, terms: Sequence[object]) -> list[Way]:
    """List every choice of bases that no interval contradicts, with what was added under it.

    Parameters
    ----------
    pairs
        Increments with the reading ``pair``, the intervals in their order.
    terms
        The parts, in the order that is wanted.

    Returns
    -------
    list of Way
        The choices under which something was added in each interval.

    Raises
    ------
    UsageError
        If there are more than `MOST_WAYS`.

    Examples
    --------
    >>> from netralitas_research.statistics.snapshots import increments
    >>> found = ways_through(increments([[40, 60], [60, 140]], from_zero=True), [1, 2])
    >>> [way.totals.tolist() for way in found]
    [[100.0, 100.0]]
    """
    chains: list[tuple[Kinds, list[pd.DataFrame]]] = []
    for place, (_, interval) in enumerate(pairs.groupby("end", sort=False)):
        steps = [
            ((str(one), str(two)), block.set_index("term").reindex(list(terms)))
            for (one, two), block in interval.groupby(["kind_start", "kind_end"], sort=False)
            if block["feasible"].all() and (block["n"] > 0).all()
        ]
        chains = [
            ((*kinds, two), [*blocks, block])
            for kinds, blocks in (chains if place else [((), [])])
            for (one, two), block in steps
            if not kinds or kinds[-1] == one
        ]
        if len(chains) > MOST_WAYS:
            raise UsageError("error.snapshots_ways", at_most=MOST_WAYS)
    return [_way(blocks) for _, blocks in chains]


def why_no_way(pairs: pd.DataFrame) -> str:
    """Say why there is no choice of bases to test, as a message key.

    Examples
    --------
    >>> from netralitas_research.statistics.snapshots import increments
    >>> why_no_way(increments([[40, 60], [40, 60]], from_zero=True))
    'note.snapshots.nothing_added'
    """
    if pairs["n"].isna().any():
        return "note.snapshots.no_base"
    if (pairs.groupby("end")["n"].max() == 0).any():
        return "note.snapshots.nothing_added"
    return "note.snapshots.no_feasible_base"


def _way(blocks: Sequence[pd.DataFrame]) -> Way:
    low = np.array([block["low"] for block in blocks], dtype=float)
    high = np.array([block["high"] for block in blocks], dtype=float)
    return Way(low, high, np.array([block["n"].iloc[0] for block in blocks], dtype=float))
