"""Limits of single shares: one function a method, on arrays of counts and bases."""

from __future__ import annotations

import numpy as np
from scipy import special, stats
from statsmodels.stats.proportion import proportion_confint

from netralitas_research.statistics.shares.roots import crossings

METHODS = ("wilson", "wilson_cc", "clopper_pearson", "jeffreys", "mid_p", "agresti_coull")
"""The methods, as `share_limits` explains them."""

ALSO_CALLED = {
    "wilson_score": "wilson",
    "wilson_score_with_continuity_correction": "wilson_cc",
    "wilson_with_continuity_correction": "wilson_cc",
    "exact": "clopper_pearson",
    "binomial_exact": "clopper_pearson",
}
"""Further names that the literature and other software give them."""

_IN_STATSMODELS = {
    "clopper_pearson": "beta",
    "jeffreys": "jeffreys",
    "agresti_coull": "agresti_coull",
}


def share_limits(
    counts: np.ndarray, base: np.ndarray, method: str, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Give the limits of shares.

    Parameters
    ----------
    counts, base
        Counts, and what each is a share of; NaN or 0 where there is no base.
    method
        - ``wilson``: score interval (Wilson, 1927);
        - ``wilson_cc``: the same with continuity correction (Newcombe, 1998, method 4);
        - ``clopper_pearson``: exact, at most half the error in each tail (Clopper & Pearson, 1934);
        - ``jeffreys``: quantiles of the beta posterior with Jeffreys' prior, with the limit 0 for
          no case and 1 for all cases (Brown, Cai & DasGupta, 2001);
        - ``mid_p``: exact tails that count half of what was observed (Berry & Armitage, 1995);
        - ``agresti_coull``: Agresti & Coull (1998), cut off at 0 and 1.
    level
        Level of confidence.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high limits; 0 and 1 where there is no base.

    Examples
    --------
    >>> low, high = share_limits(np.array([126]), np.array([456]), "wilson", 0.95)
    >>> low.round(4).item(), high.round(4).item()
    (0.2373, 0.3191)
    """
    there = base > 0
    x, n = np.where(there, counts, 0), np.where(there, base, 1)
    z = stats.norm.isf((1 - level) / 2)
    if method == "wilson":
        low, high = score_limits(x, n, z)
    elif method == "wilson_cc":
        low, high = _wilson_cc_low(x, n, z), 1 - _wilson_cc_low(n - x, n, z)
    elif method == "mid_p":
        low, high = _mid_p_low(x, n, level), 1 - _mid_p_low(n - x, n, level)
    else:
        low, high = proportion_confint(x, n, alpha=1 - level, method=_IN_STATSMODELS[method])
    low = np.where(there & (x > 0), np.clip(low, 0, 1), 0.0)
    high = np.where(there & (x < n), np.clip(high, 0, 1), 1.0)
    return low, high


def ratio_limits(
    a: np.ndarray, b: np.ndarray, method: str, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Give the limits of the ratios of two counts of one whole.

    Parameters
    ----------
    a, b
        Counts of the first and of the second part.
    method
        A method of `share_limits`, for the share that the first has of both, or ``log``: normal
        approximation of the logarithm.
    level
        Level of confidence.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high limits of a by b; 0 and infinity where nothing limits the ratio.

    Examples
    --------
    >>> low, high = ratio_limits(np.array([25.0]), np.array([2.0]), "clopper_pearson", 0.95)
    >>> low.round(4).item(), high.round(4).item()
    (3.1169, 108.8892)
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        if method == "log":
            half = stats.norm.isf((1 - level) / 2) * np.sqrt(1 / a + 1 / b)
            known = (a > 0) & (b > 0)
            low, high = a / b * np.exp(-half), a / b * np.exp(half)
            return np.where(known, low, 0.0), np.where(known, high, np.inf)
        low, high = share_limits(a, a + b, method, level)
        return low / (1 - low), high / (1 - high)


def score_limits(x: np.ndarray, n: np.ndarray, z: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the limits of shares that a score test with the quantile z does not reject.

    Parameters
    ----------
    x, n
        Counts and their bases.
    z
        Quantile of the normal distribution, or the root of one of chi-square.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high limits.

    Examples
    --------
    >>> low, high = score_limits(np.array([81]), np.array([263]), 1.959964)
    >>> low.round(4).item(), high.round(4).item()
    (0.2553, 0.3662)
    """
    middle = (x + z**2 / 2) / (n + z**2)
    half = z * np.sqrt(x * (1 - x / n) + z**2 / 4) / (n + z**2)
    return np.maximum(middle - half, 0), np.minimum(middle + half, 1)


def _wilson_cc_low(x: np.ndarray, n: np.ndarray, z: float) -> np.ndarray:
    p = x / n
    under_root = z**2 - 2 - 1 / n + 4 * p * (n - x + 1)
    return (2 * x + z**2 - 1 - z * np.sqrt(np.maximum(under_root, 0))) / (2 * (n + z**2))


def _mid_p_low(x: np.ndarray, n: np.ndarray, level: float) -> np.ndarray:
    def excess(p: np.ndarray) -> np.ndarray:
        """Give the upper tail, with half of the observed count, above half the error."""
        more = np.where(x < n, special.betainc(x + 1, np.maximum(n - x, 1), p), 0)
        return (special.betainc(np.maximum(x, 1), n - x + 1, p) + more) / 2 - (1 - level) / 2

    return crossings(excess, np.zeros(len(x)), np.ones(len(x)))
