"""Where many monotone functions cross zero, all at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

HALVINGS = 60
"""How often each interval is halved: what is left is below the precision of a float."""


def crossings(
    rising: Callable[[np.ndarray], np.ndarray], low: np.ndarray, high: np.ndarray
) -> np.ndarray:
    """Find where functions turn from negative to positive, by bisection.

    Parameters
    ----------
    rising
        Takes one argument for each function and gives their values, negative below the crossing
        and positive above.
    low, high
        Ends of the intervals that are searched, one for each function.

    Returns
    -------
    numpy.ndarray
        The crossings; an end of its interval where there is none.

    Examples
    --------
    >>> crossings(lambda x: x**2 - [2, 9], np.zeros(2), np.full(2, 5.0)).round(6)
    array([1.414214, 3.      ])
    """
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        below = rising(middle) < 0
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2
