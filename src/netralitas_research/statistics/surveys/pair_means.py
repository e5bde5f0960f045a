"""The means of all pairs of many numbers, in order, without listing them."""

from __future__ import annotations

import numpy as np

HALVINGS = 60
"""So many leave less of any interval than two sums of the numbers can differ by."""


def mean_of_pairs(ordered: np.ndarray, wanted: int) -> float:
    """Find one of the means of all pairs of numbers by its place in their order.

    A number makes a pair with itself too (Walsh, 1949). 100,000 numbers have 5,000,050,000 pairs,
    so they are not listed: the pairs up to a value are counted in the ordered numbers, and the
    value is found by halving (Johnson & Mizoguchi, 1978, choose their values otherwise).

    Parameters
    ----------
    ordered
        The numbers, ascending, at least one.
    wanted
        The place of the mean among those of all pairs, from 1.

    Returns
    -------
    float
        The mean.

    Examples
    --------
    The means of the pairs of 1, 2 and 5 are 1, 1.5, 2, 3, 3.5 and 5.

    >>> [mean_of_pairs(np.array([1.0, 2.0, 5.0]), place) for place in (2, 4)]
    [1.5, 3.0]
    """
    low, high = 2 * ordered[0], 2 * ordered[-1]
    if low == high or wanted <= _pairs_up_to(ordered, low):
        return float(low / 2)
    for _ in range(HALVINGS):
        middle = low + (high - low) / 2
        low, high = (low, middle) if _pairs_up_to(ordered, middle) >= wanted else (middle, high)
    return _nearest_sum(ordered, high) / 2


def _pairs_up_to(ordered: np.ndarray, most: float) -> int:
    """Count the pairs of which the sum is a value at most, each pair once."""
    both_ways = int(np.searchsorted(ordered, most - ordered, side="right").sum())
    with_itself = int(np.searchsorted(2 * ordered, most, side="right"))
    return (both_ways + with_itself) // 2


def _nearest_sum(ordered: np.ndarray, value: float) -> float:
    """Find the sum of two of the numbers that is nearest to a value."""
    above = np.minimum(np.searchsorted(ordered, value - ordered), len(ordered) - 1)
    sums = np.concatenate([ordered + ordered[above], ordered + ordered[np.maximum(above - 1, 0)]])
    return float(sums[np.abs(sums - value).argmin()])
