"""Limits of the difference of two shares of one whole, on arrays of pairs.

Two shares of one multinomial vary against each other: what one gains the other may lose. The same
holds for the two discordant cells of a table of pairs, so methods for paired shares apply.
"""

from __future__ import annotations

import numpy as np

from netralitas_research.statistics.shares.roots import crossings

Limits = tuple[np.ndarray, np.ndarray]


def score_difference(first: np.ndarray, second: np.ndarray, n: np.ndarray, z: float) -> Limits:
    """Give the limits that the score test of Tango (1998) does not reject.

    Parameters
    ----------
    first, second
        Counts of the two parts.
    n
        The base of both, from 1.
    z
        Quantile of the normal distribution.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high limits of the first share less the second.

    Examples
    --------
    >>> low, high = score_difference(np.array([6]), np.array([16]), np.array([161]), 1.959964)
    >>> low.round(3).item(), high.round(3).item()
    (-0.124, -0.005)
    """
    return _score_low(first, second, n, z), -_score_low(second, first, n, z)


def _score_low(first: np.ndarray, second: np.ndarray, n: np.ndarray, z: float) -> np.ndarray:
    def below(difference: np.ndarray) -> np.ndarray:
        """Give how far the observed difference is from being rejected as too large."""
        spread = n * (2 * _second_share(first, second, n, difference) + difference)
        spread = spread - n * difference**2
        return z * np.sqrt(np.maximum(spread, 0)) - (first - second - n * difference)

    return crossings(below, np.full(len(first), -1.0), (first - second) / n)


def _second_share(
    first: np.ndarray, second: np.ndarray, n: np.ndarray, difference: np.ndarray
) -> np.ndarray:
    """Estimate the second share by maximum likelihood, given the difference."""
    linear = (2 * n - first + second) * difference - first - second
    root = np.sqrt(np.maximum(linear**2 + 8 * n * second * difference * (1 - difference), 0))
    return (root - linear) / (4 * n)


def wald_difference(first: np.ndarray, second: np.ndarray, n: np.ndarray, z: float) -> Limits:
    """Give the limits of the normal approximation, as Gold (1963) and Goodman (1965) use it.

    Parameters
    ----------
    first, second, n, z
        As for `score_difference`; z may be the root of a quantile of chi-square.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high limits, cut off at -1 and 1.

    Examples
    --------
    >>> low, high = wald_difference(np.array([6]), np.array([16]), np.array([161]), 1.959964)
    >>> low.round(4).item(), high.round(4).item()
    (-0.1184, -0.0058)
    """
    difference = (first - second) / n
    half = z * np.sqrt(((first + second) / n - difference**2) / n)
    return np.maximum(difference - half, -1), np.minimum(difference + half, 1)


def bonett_price_difference(
    first: np.ndarray, second: np.ndarray, n: np.ndarray, z: float
) -> Limits:
    """Give the normal approximation with one case added to each part (Bonett & Price, 2012).

    Parameters
    ----------
    first, second, n, z
        As for `score_difference`.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high limits, cut off at -1 and 1.

    Examples
    --------
    >>> low, high = bonett_price_difference(
    ...     np.array([6]), np.array([16]), np.array([161]), 1.959964
    ... )
    >>> low.round(4).item(), high.round(4).item()
    (-0.1195, -0.0032)
    """
    return wald_difference(first + 1, second + 1, n + 2, z)
