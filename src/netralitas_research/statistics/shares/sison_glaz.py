"""Simultaneous limits of all shares of one whole by Sison & Glaz (1995).

The counts of a whole are independent Poisson counts, given their sum. The chance that all lie
within c of what was observed is so a product of Poisson probabilities, times the chance that
truncated Poisson counts add up to the base, which an Edgeworth expansion approximates.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable

import numpy as np
from scipy import stats

from netralitas_research.statistics.shares.truncated_poisson import (
    log_chance_of_mean,
    truncated_cumulants,
)


def sison_glaz_limits(counts: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the limits of all shares.

    Parameters
    ----------
    counts
        Whole numbers from 0, with a sum of at least 1.
    level
        Chance that all limits hold at once.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high limits, cut off at 0 and 1.

    Examples
    --------
    >>> low, high = sison_glaz_limits(np.array([23, 12, 44]), 0.95)
    >>> low.round(4), high.round(4)
    (array([0.1899, 0.0506, 0.4557]), array([0.4107, 0.2714, 0.6765]))
    """
    n = int(counts.sum())
    values, times = np.unique(counts, return_counts=True)

    def chance(c: int) -> float:
        return _chance_within(c, values, times, n)

    c = _largest_short_of(level, chance, n)
    short, enough = chance(c), chance(c + 1)
    part = (level - short) / (enough - short)
    return (
        np.maximum(counts / n - c / n, 0),
        np.minimum(counts / n + (c + 2 * part) / n, 1),
    )


def _largest_short_of(level: float, chance: Callable[[int], float], n: int) -> int:
    """Find c for which the level lies between the chances of c and c + 1."""
    above = 1
    while chance(above) <= level:
        above = min(2 * above, n)
    tried = range(above // 2, above + 1)
    return tried[bisect_left(tried, True, key=lambda c: chance(c) > level)] - 1


def _chance_within(c: int, values: np.ndarray, times: np.ndarray, n: int) -> float:
    """Approximate the chance that every count lies within c of the observed one.

    Counts that are alike have the same part in it: ``times`` says how many there are.
    """
    if c == 0:
        return 0.0
    if c >= n:
        return 1.0
    log_inside, *cumulants = truncated_cumulants(values, c) @ times
    density = _edgeworth(*cumulants)
    if density <= 0:
        return 0.0
    return math.exp(log_inside + math.log(density) - log_chance_of_mean(n))


def _edgeworth(excess: float, variance: float, third: float, fourth: float) -> float:
    """Approximate the chance that the sum of the counts is what was observed."""
    skewness, kurtosis = third / variance**1.5, fourth / variance**2
    x = -excess / math.sqrt(variance)
    hermite = np.polynomial.hermite_e.hermeval
    correction = hermite(x, [1, 0, 0, skewness / 6, kurtosis / 24, 0, skewness**2 / 72])
    return float(stats.norm.pdf(x) * correction / math.sqrt(variance))
