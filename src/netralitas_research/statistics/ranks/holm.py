"""Comparisons in pairs with p values: which hold at the level when there are many.

Holm (1979) is applied to whole rounds: what is shown leaves the family, the rest are tried at a
larger threshold, until nothing more is shown. The comparisons that hold are the same as one by one.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import special

from netralitas_research.statistics.ranks.inputs import Multiplicity
from netralitas_research.statistics.ranks.tables import Found

RejectedAt = Callable[[np.ndarray], Found]
"""For a threshold a unit: how many are below and above each unit with a p value not above it."""


def holm(
    rejected_at: RejectedAt,
    units: int,
    alpha: float,
    simultaneous: bool,
    multiplicity: Multiplicity,
) -> Found:
    """Find how many units are shown to be below and above each.

    The hypotheses are directed: for two units, that the first is not above the second, and the
    reverse. One family holds all of them (simultaneous), or each unit has its own family of those
    that it takes part in (marginal).

    Parameters
    ----------
    rejected_at
        The comparisons at given thresholds.
    units
        How many units there are.
    alpha
        Chance of a wrong comparison in a family, below 0.5.
    simultaneous
        Whether there is one family.
    multiplicity
        ``holm`` or ``bonferroni``, which stops after the first round.

    Returns
    -------
    tuple of two arrays
        How many are shown to be below each, and above each.

    Examples
    --------
    >>> small = np.array([[1.0, 0.01], [1.0, 1.0]])
    >>> below, above = holm(from_p_values(small), 2, 0.05, True, "holm")
    >>> below.tolist(), above.tolist()
    ([1, 0], [0, 1])
    """
    tests = (units if simultaneous else 2) * (units - 1)
    shown = np.zeros(units)
    while True:
        below, above = rejected_at(alpha / np.maximum(tests - shown, 1))
        now = np.full(units, below.sum()) if simultaneous else below + above
        if multiplicity == "bonferroni" or np.array_equal(now, shown):
            return below, above
        shown = now


def from_p_values(p_values: np.ndarray) -> RejectedAt:
    """Compare by a table of p values; row i, column j: that i is not above j.

    Examples
    --------
    >>> below, above = from_p_values(np.array([[1, 0.01], [1, 1]]))(np.array([0.02, 0.02]))
    >>> below.tolist()
    [1, 0]
    """

    def rejected_at(thresholds: np.ndarray) -> Found:
        below = (p_values <= thresholds[:, np.newaxis]).sum(axis=1)
        return below, (p_values <= thresholds).sum(axis=0)

    return rejected_at


def from_counts(least: np.ndarray, most: np.ndarray) -> RejectedAt:
    """Compare counts of one whole by the exact binomial test of each pair.

    If two categories are equally frequent, the count of one is binomial with chance 1/2 given the
    count of both. The p value falls with the one count and grows with the other, so those below and
    above are found in the sorted counts by halving, without a table of all pairs.

    Parameters
    ----------
    least, most
        The smallest and the largest possible count of each category; equal if it is known. What
        is shown holds for all counts between them.

    Returns
    -------
    callable
        What `holm` takes.

    Examples
    --------
    >>> counts = np.array([20, 5])
    >>> below, above = from_counts(counts, counts)(np.array([0.01, 0.01]))
    >>> below.tolist(), above.tolist()
    ([1, 0], [0, 1])
    """
    lows, highs = np.sort(least), np.sort(most)

    def rejected_at(thresholds: np.ndarray) -> Found:
        below = _first(highs, lambda other: more_often(least, other) > thresholds, len(least))
        upper = _first(lows, lambda other: more_often(other, most) <= thresholds, len(least))
        return below, len(lows) - upper

    return rejected_at


def more_often(
    count: np.ndarray, other: np.ndarray, chance: float | np.ndarray = 0.5
) -> np.ndarray:
    """Give the chance of at least this count of both together (Clopper & Pearson, 1934).

    Examples
    --------
    >>> more_often(np.array([3]), np.array([0])).tolist()
    [0.125]
    """
    p_value = special.betainc(np.maximum(count, 1), np.asarray(other) + 1, chance)
    return np.where(np.asarray(count) == 0, 1.0, p_value)


def _first(
    ordered: np.ndarray, holds: Callable[[np.ndarray], np.ndarray], units: int
) -> np.ndarray:
    """Find for each unit the first place in an order from which on something holds."""
    first, stop = np.zeros(units, int), np.full(units, len(ordered))
    while (open_ := first < stop).any():
        middle = (first + stop) // 2
        found = holds(ordered[np.minimum(middle, len(ordered) - 1)])
        stop = np.where(open_ & found, middle, stop)
        first = np.where(open_ & ~found, middle + 1, first)
    return first
