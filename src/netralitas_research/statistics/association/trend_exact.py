"""The exact distribution of the sum of scores when a fixed number of events falls on groups."""

from __future__ import annotations

import numpy as np
from scipy.special import gammaln
from scipy.stats import binom

WORK = 8_000_000
"""Steps from one partial sum to the next, at most; five hundred times more where scores are evenly
spaced, since such a step is that much faster."""

TOLERANCE = 1e-9
"""Sums of scores, on a scale from 0 to 1 for each event, that differ by less are equal."""


def exact_tails(
    events: np.ndarray, totals: np.ndarray, scores: np.ndarray, work: int = WORK
) -> tuple[float, float, float] | None:
    """Give the chance of a sum of scores as far from the expected one as the observed.

    Group after group is added to the distribution of number of events and sum of scores, where
    equal pairs are joined. What is rarer is followed, the events or the others.

    Parameters
    ----------
    events, totals
        Whole numbers, one a group.
    scores
        Place of each group; at least two differ.
    work
        Bound of the work.

    Returns
    -------
    tuple of float or None
        The chance of as far on both sides, above and below; nothing if it needs too much work.

    Examples
    --------
    >>> tails = exact_tails(np.array([0, 2]), np.array([2, 2]), np.array([1.0, 2.0]))
    >>> [round(tail, 4) for tail in tails]
    [0.3333, 0.1667, 1.0]
    """
    if 2 * events.sum() > totals.sum():
        tails = exact_tails(totals - events, totals, scores, work)
        return None if tails is None else (tails[0], tails[2], tails[1])
    place = (scores - scores.min()) / np.ptp(scores)
    number = int(events.sum())
    units = _evenly_spaced(place)
    if units is None:
        found = _distribution(totals, place, number, work)
    else:
        found = _on_a_grid(totals, units, number, 500 * work)
    if found is None:
        return None
    sums, chance = found
    expected = number * float(totals @ place) / totals.sum()
    away, observed = sums - expected, float(events @ place) - expected
    near = TOLERANCE * max(1, number)
    tails = (
        chance[np.abs(away) >= abs(observed) - near].sum(),
        chance[away >= observed - near].sum(),
        chance[away <= observed + near].sum(),
    )
    return tuple(min(1.0, float(tail)) for tail in tails)  # type: ignore[return-value]


def _evenly_spaced(place: np.ndarray) -> np.ndarray | None:
    """Count the places in whole steps, if a tenth of the least gap or more is such a step."""
    least = np.diff(np.unique(place)).min()
    for parts in range(1, 11):
        units = place / least * parts
        if np.allclose(units, np.rint(units), rtol=0, atol=TOLERANCE / least):
            return np.rint(units).astype(np.int64)
    return None


def _on_a_grid(
    totals: np.ndarray, units: np.ndarray, number: int, work: int
) -> tuple[np.ndarray, np.ndarray] | None:
    """Give the sums of scores and their chances, each number and sum with a place of its own.

    The groups are independent binomials of one chance; given their sum, it does not matter which.
    """
    width = number * int(units.max()) + 1
    most = np.minimum(totals, number)
    if int((most + 1).sum()) * (number + 1) * width > work:
        return None
    chance = number / totals.sum()
    found = np.zeros((number + 1, width))
    found[0, 0] = 1.0
    for total, unit, highest in zip(totals, units, most, strict=True):
        before, found = found, np.zeros_like(found)
        for taken, weight in enumerate(binom.pmf(np.arange(highest + 1), total, chance)):
            shift = taken * int(unit)
            found[taken:, shift:] += weight * before[: number + 1 - taken, : width - shift]
    last = found[number]
    return np.arange(width) / units.max(), last / last.sum()


def _distribution(
    totals: np.ndarray, place: np.ndarray, number: int, work: int
) -> tuple[np.ndarray, np.ndarray] | None:
    """Give the sums of scores and their chances, given the number of events."""
    used, sums, log_ways = np.zeros(1, dtype=np.int64), np.zeros(1), np.zeros(1)
    room = int(totals.sum())
    for total, score in zip(totals, place, strict=True):
        room -= int(total)
        taken = np.arange(min(int(total), number) + 1)
        work -= len(used) * len(taken)
        if work < 0:
            return None
        reached = used[:, None] + taken
        fits = (reached <= number) & (number - reached <= room)
        ways = log_ways[:, None] + _log_choose(int(total), taken)
        total_sums = sums[:, None] + score * taken
        used, sums, log_ways = _join(reached[fits], total_sums[fits], ways[fits])
    return sums, np.exp(log_ways - _log_choose(int(totals.sum()), np.array(number)))


def _join(
    used: np.ndarray, sums: np.ndarray, log_ways: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Join the ways to one number of events with one sum of scores."""
    key = np.rint(sums / TOLERANCE).astype(np.int64)
    order = np.lexsort((key, used))
    used, sums, key, log_ways = used[order], sums[order], key[order], log_ways[order]
    first = np.flatnonzero(np.r_[True, (np.diff(used) != 0) | (np.diff(key) != 0)])
    return used[first], sums[first], np.logaddexp.reduceat(log_ways, first)


def _log_choose(whole: int, taken: np.ndarray) -> np.ndarray:
    return gammaln(whole + 1.0) - gammaln(taken + 1.0) - gammaln(whole - taken + 1.0)
