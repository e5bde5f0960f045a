"""Limits of a Poisson mean and of a binomial probability, many at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import special, stats
from scipy.optimize import elementwise

from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.shares.limits import share_limits
from netralitas_research.statistics.tidy import require_share

RATE_METHODS = ("exact", "mid_p", "byar")
"""Methods of an interval for one rate."""

CONDITIONAL_METHODS = ("exact", "mid_p")
"""Methods of an interval that rests on a binomial distribution."""

ALSO_CALLED = {
    "garwood": "exact",
    "ulm": "exact",
    "exact_poisson": "exact",
    "exact_c": "exact",
    "clopper_pearson": "exact",
    "exact_conditional": "exact",
    "conditional": "exact",
    "mid_p_exact": "mid_p",
    "byars": "byar",
}
"""Further names that the literature and other software give them."""

Limits = tuple[np.ndarray, np.ndarray]


def poisson_limits(events: np.ndarray, level: float, method: str = "exact") -> Limits:
    """Give the limits of the mean of a Poisson count.

    Parameters
    ----------
    events
        Counts.
    level
        Level of confidence, such as 0.95.
    method
        ``exact`` (Garwood, 1936), ``mid_p`` (Lancaster, 1961; Cohen & Yang, 1994) or ``byar``
        (Breslow & Day, 1987, p. 69).

    Returns
    -------
    tuple of numpy.ndarray
        Lower and upper limits.

    Examples
    --------
    >>> low, high = poisson_limits(np.array([10]), 0.95)
    >>> round(low.item(), 3), round(high.item(), 3)
    (4.795, 18.39)
    """
    x, tail = np.asarray(events, float), (1 - level) / 2
    if method == "byar":
        return _byar(x, tail)
    low = np.where(x > 0, special.gammaincinv(np.maximum(x, 1), tail), 0.0)
    high = special.gammainccinv(x + 1, tail)
    if method == "exact":
        return low, high

    mid_low = _root(_poisson_above, low, x, x, tail)
    return np.where(x > 0, mid_low, 0.0), _root(_poisson_below, x, high, x, tail)


def binomial_limits(
    events: np.ndarray, trials: np.ndarray, level: float, method: str = "exact"
) -> Limits:
    """Give the limits of a probability.

    Parameters
    ----------
    events, trials
        Counts, and what they are out of.
    level
        Level of confidence, such as 0.95.
    method
        ``exact`` (Clopper & Pearson, 1934) or ``mid_p`` (Lancaster, 1961).

    Returns
    -------
    tuple of numpy.ndarray
        Lower and upper limits; 0 and 1 where there are no trials.

    Examples
    --------
    >>> low, high = binomial_limits(np.array([81]), np.array([263]), 0.95)
    >>> round(low.item(), 4), round(high.item(), 4)
    (0.2527, 0.3676)
    """
    x, n = np.broadcast_arrays(np.asarray(events, float), np.asarray(trials, float))
    return share_limits(x, n, "clopper_pearson" if method == "exact" else method, level)


def read_rate_method(method: str, known: tuple[str, ...], level: float) -> str:
    """Give a method as it is written here, and refuse a level that is none.

    Raises
    ------
    UsageError
        If the method is not offered or the level not between 0 and 1.

    Examples
    --------
    >>> read_rate_method("Garwood", RATE_METHODS, 0.95)
    'exact'
    """
    require_share("level", level)
    return read_method(
        method, known, {name: one for name, one in ALSO_CALLED.items() if one in known}
    )


def _byar(x: np.ndarray, tail: float) -> Limits:
    z, some = stats.norm.isf(tail), np.maximum(x, 1)
    low = some * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3
    more = x + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return np.where(x > 0, np.maximum(low, 0), 0.0), high


def _poisson_above(mean: np.ndarray, x: np.ndarray, tail: float) -> np.ndarray:
    """Give the mid-P chance of x or more, less the tail."""
    return stats.poisson.sf(x, mean) + stats.poisson.pmf(x, mean) / 2 - tail


def _poisson_below(mean: np.ndarray, x: np.ndarray, tail: float) -> np.ndarray:
    return stats.poisson.cdf(x, mean) - stats.poisson.pmf(x, mean) / 2 - tail


def _root(
    function: Callable[..., np.ndarray],
    low: np.ndarray,
    high: np.ndarray,
    *given: np.ndarray | float,
) -> np.ndarray:
    """Find where a function is 0; the mid-P limits lie inside the exact ones."""
    return np.asarray(elementwise.find_root(function, (low, high), args=given).x)
