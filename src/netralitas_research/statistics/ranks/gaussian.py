"""Comparisons in pairs of estimates with known errors: which hold at the level when there are many.

The stepwise method of Romano & Wolf (2005) as Mogstad, Romano, Shaikh & Wilhelm (2024) use it for
ranks: the largest studentised difference is compared with its simulated distribution, what is shown
leaves the family, and the rest are tried again.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from netralitas_research.statistics.ranks.holm import RejectedAt
from netralitas_research.statistics.ranks.tables import Found

ROUNDING = 1e-12
"""Variance of a difference, by the largest variance, that is taken for an error of computation."""

BLOCK = 256
"""How many rows of a large table of differences are made at once."""


def stepwise(
    estimates: np.ndarray,
    covariance: np.ndarray,
    *,
    alpha: float,
    simultaneous: bool,
    draws: int,
    seed: int,
) -> Found:
    """Find how many units are shown to be below and above each.

    The families are those of `ranks.holm`.

    Parameters
    ----------
    estimates
        One a unit.
    covariance
        Of their errors.
    alpha
        Chance of a wrong comparison in a family, below 0.5.
    simultaneous
        Whether there is one family of all pairs.
    draws, seed
        Of the simulation.

    Returns
    -------
    tuple of two arrays
        How many are shown to be below each, and above each.

    Examples
    --------
    >>> below, above = stepwise(np.array([3.0, 0.0]), np.eye(2) / 9, alpha=0.05,
    ...                         simultaneous=True, draws=1000, seed=1)
    >>> below.tolist(), above.tolist()
    ([1, 0], [0, 1])
    """
    units = len(estimates)
    if units < 2:
        return np.zeros(units, int), np.zeros(units, int)
    statistic, scale = _studentise(estimates, covariance)
    noise = _noise(covariance, draws, seed)
    pairs = np.argwhere(~np.eye(units, dtype=bool))
    if simultaneous:
        shown = _step_down(pairs, statistic, noise, scale, alpha)
        below, above = (np.bincount(shown[:, side], minlength=units) for side in (0, 1))
        return below, above
    below, above = np.zeros(units, int), np.zeros(units, int)
    for unit in range(units):
        own = pairs[(pairs == unit).any(axis=1)]
        shown = _step_down(own, statistic, noise, scale, alpha)
        below[unit], above[unit] = (shown == unit).sum(axis=0)
    return below, above


def _studentise(estimates: np.ndarray, covariance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Divide the differences by their standard errors; give also 1 by the standard errors."""
    variances = np.diag(covariance)
    spread = variances[:, np.newaxis] + variances - 2 * covariance
    certain = spread <= ROUNDING * variances.max()
    scale = np.where(certain, 0.0, 1 / np.sqrt(np.where(certain, 1.0, spread)))
    difference = estimates[:, np.newaxis] - estimates
    # Two units without error differ for certain, or are equal.
    infinite = np.where(difference == 0, 0.0, np.copysign(np.inf, difference))
    return np.where(certain, infinite, difference * scale), scale


def _noise(covariance: np.ndarray, draws: int, seed: int) -> np.ndarray:
    """Draw errors; the symmetric root is unique, so every computer draws the same."""
    values, vectors = np.linalg.eigh(covariance)
    root = (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T
    normal = np.random.default_rng(seed).standard_normal((len(covariance), draws))
    return (root @ normal).astype(np.float32)


def _step_down(
    pairs: np.ndarray, statistic: np.ndarray, noise: np.ndarray, scale: np.ndarray, alpha: float
) -> np.ndarray:
    """Find the pairs of which the first is shown to be above the second."""
    shown = [pairs[:0]]
    while len(pairs):
        critical = np.quantile(_largest(pairs, noise, scale), 1 - alpha)
        is_shown = statistic[pairs[:, 0], pairs[:, 1]] > critical
        if not is_shown.any():
            break
        shown.append(pairs[is_shown])
        pairs = pairs[~is_shown]
    return np.concatenate(shown)


def _largest(pairs: np.ndarray, noise: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Give each draw's largest studentised difference of the pairs."""
    largest = np.full(noise.shape[1], -np.inf, dtype=np.float32)
    difference = np.empty_like(largest)
    for first, second in pairs:
        np.subtract(noise[first], noise[second], out=difference)
        difference *= np.float32(scale[first, second])
        np.maximum(largest, difference, out=largest)
    return largest


def normal_p_values(estimates: np.ndarray, variances: np.ndarray) -> RejectedAt:
    """Compare independent estimates by the normal test of each pair, however many there are.

    Parameters
    ----------
    estimates, variances
        One a unit.

    Returns
    -------
    callable
        What `ranks.holm` takes.

    Examples
    --------
    >>> compare = normal_p_values(np.array([3.0, 0.0]), np.array([1.0, 1.0]))
    >>> below, above = compare(np.array([0.05, 0.05]))
    >>> below.tolist()
    [1, 0]
    """

    def rejected_at(thresholds: np.ndarray) -> Found:
        critical = stats.norm.isf(thresholds)
        below, above = np.zeros(len(estimates), int), np.zeros(len(estimates), int)
        for start in range(0, len(estimates), BLOCK):
            rows = slice(start, start + BLOCK)
            difference = estimates[rows, np.newaxis] - estimates
            spread = np.sqrt(variances[rows, np.newaxis] + variances)
            limit = critical[rows, np.newaxis] * spread
            # An estimate that equals another is not above it, even if both have no error.
            below[rows] = ((difference >= limit) & (difference > 0)).sum(axis=1)
            above[rows] = ((-difference >= limit) & (difference < 0)).sum(axis=1)
        return below, above

    return rejected_at
