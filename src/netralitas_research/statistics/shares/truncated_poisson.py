"""Poisson counts that stay near their mean: how likely that is, and their cumulants if they do."""

from __future__ import annotations

import math

import numpy as np
from scipy import special, stats

LARGE = 1000
"""Above this mean the identity loses digits, so the chances themselves are summed."""

REACH = 9
"""Beyond so many standard deviations a large Poisson count does not lie."""


def truncated_cumulants(means: np.ndarray, c: int) -> np.ndarray:
    """Give the cumulants of Poisson counts that lie within c of their mean.

    Parameters
    ----------
    means
        Whole numbers from 0.
    c
        Whole number from 1.

    Returns
    -------
    numpy.ndarray
        One column a mean, five rows: logarithm of the chance to lie there; then, if it does, the
        expectation less the mean, variance, third and fourth cumulant.

    Examples
    --------
    >>> truncated_cumulants(np.array([1]), 1).round(4).ravel().tolist()
    [-0.0837, -0.2, 0.56, 0.144, -0.3616]
    """
    found = np.empty((5, len(means)))
    small = means <= LARGE
    found[:, small] = _by_identity(means[small], c)
    for place in np.flatnonzero(~small):
        found[:, place] = _by_sum(float(means[place]), c)
    return found


def _by_identity(means: np.ndarray, c: int) -> np.ndarray:
    """Take the moments about the mean from the recursion of Stein's identity."""
    first, last = np.maximum(means - c, 0), means + c
    inside = special.pdtr(last, means) - np.where(
        first > 0, special.pdtr(np.maximum(first - 1, 0), means), 0
    )
    below = np.where(first > 0, stats.poisson.pmf(first - 1, means), 0) / inside
    above = stats.poisson.pmf(last, means) / inside
    about = [np.ones(len(means))]
    for power in range(4):
        within = sum(math.comb(power, lower) * about[lower] for lower in range(power))
        ends = below * (first - means) ** power - above * (last + 1 - means) ** power
        about.append(means * (within + ends))
    _, m1, m2, m3, m4 = about
    variance = m2 - m1**2
    third = m3 - 3 * m1 * m2 + 2 * m1**3
    fourth = m4 - 4 * m1 * m3 + 6 * m1**2 * m2 - 3 * m1**4
    return np.array([np.log(inside), m1, variance, third, fourth - 3 * variance**2])


def _by_sum(mean: float, c: int) -> list[float]:
    """Sum over the counts within c, by their chances relative to that of the mean."""
    steps = np.arange(1, min(c, REACH * math.isqrt(int(mean))) + 1)
    steps = steps[steps <= mean]
    up, down = -np.log1p(steps / mean), np.log1p((1 - steps) / mean)
    away = np.r_[-steps[::-1], 0, steps]
    weight = np.exp(np.r_[np.cumsum(down)[::-1], 0.0, np.cumsum(up)])
    total = weight.sum()
    weight /= total
    excess = float(weight @ away)
    variance, third, fourth = (float(weight @ (away - excess) ** power) for power in (2, 3, 4))
    return [
        math.log(total) + log_chance_of_mean(mean),
        excess,
        variance,
        third,
        fourth - 3 * variance**2,
    ]


def log_chance_of_mean(mean: float) -> float:
    """Give the logarithm of the chance that a Poisson count equals its mean, a whole number.

    Examples
    --------
    >>> round(log_chance_of_mean(4), 6) == round(float(stats.poisson.logpmf(4, 4)), 6)
    True
    """
    if mean <= LARGE:
        return float(stats.poisson.logpmf(mean, mean))
    # Stirling; what is left out is below 1 / (360 mean³).
    return -math.log(2 * math.pi * mean) / 2 - 1 / (12 * mean)
