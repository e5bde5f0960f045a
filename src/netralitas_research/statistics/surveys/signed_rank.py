"""Wilcoxon's signed rank test for paired differences, exact also with ties."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy import stats

from netralitas_research.statistics.surveys.pair_means import mean_of_pairs
from netralitas_research.statistics.tidy import Row, row

EXACT_UP_TO = 200
"""Up to so many differences the distribution is computed, beyond it is taken as normal."""


def signed_rank(differences: np.ndarray, level: float) -> Row:
    """Test paired differences for symmetry around zero, and estimate their centre.

    Differences of zero are left out of the test (Wilcoxon, 1945) and tied ones share their mean
    rank; the p value is that of the distribution over all signs of the ranks that were observed,
    so it is exact with ties too. The centre is the median of the means of all pairs of
    differences (Hodges & Lehmann, 1963), zeros included. Its interval runs between ordered means
    of pairs (Bauer, 1972); with ties and zeros it covers at least as often as stated.

    Parameters
    ----------
    differences
        After less before, one a person, without NaN.
    level
        Level of confidence.

    Returns
    -------
    mapping
        A row with the term ``median_difference``; ``statistic`` is the sum of the ranks of the
        positive differences.

    Examples
    --------
    >>> found = signed_rank(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), 0.95)
    >>> found["estimate"], found["statistic"], found["p_value"]
    (3.5, 21.0, 0.03125)
    """
    term, moved = "median_difference", differences[differences != 0]
    exact = len(moved) <= EXACT_UP_TO
    method = "signed_rank_exact" if exact else "signed_rank_normal"
    if len(differences) == 0:
        return row(term, math.nan, method, 0, "surveys.note.no_pairs")
    ranks = stats.rankdata(np.abs(moved))
    positive = float(ranks[moved > 0].sum())
    centre, low, high, reached = _centre(differences, level)
    found: dict[str, Any] = {"low": low, "high": high, "n": len(differences), "method": method}
    if len(moved) == 0:
        return row(term, 0.0, note="surveys.note.no_change", **found)
    p_value = _exact_p(ranks, positive) if exact else _normal_p(moved)
    note = _note(differences, moved, reached)
    return row(term, centre, note=note, statistic=positive, p_value=p_value, **found)


def _note(differences: np.ndarray, moved: np.ndarray, reached: bool) -> str:
    if not reached:
        return "surveys.note.level_not_reached"
    zeros = len(moved) < len(differences)
    ties = len(np.unique(np.abs(moved))) < len(moved)
    names = {(True, True): "zeros_and_ties", (True, False): "zeros", (False, True): "ties"}
    name = names.get((zeros, ties))
    return f"surveys.note.{name}" if name else ""


def _distribution(ranks: np.ndarray) -> np.ndarray:
    """Give the chance of each sum of positive ranks, in steps of a half, if signs are a toss."""
    halves = np.rint(2 * ranks).astype(int)
    chance = np.zeros(halves.sum() + 1)
    chance[0] = 1.0
    for half in halves:
        chance[half:] = (chance[half:] + chance[:-half]) / 2
        chance[:half] /= 2
    return chance


def _exact_p(ranks: np.ndarray, positive: float) -> float:
    chance, place = _distribution(ranks), round(2 * positive)
    return float(min(1.0, 2 * min(chance[: place + 1].sum(), chance[place:].sum())))


def _normal_p(moved: np.ndarray) -> float:
    found = stats.wilcoxon(moved, zero_method="wilcox", correction=True, method="asymptotic")
    return float(found.pvalue)


def _centre(differences: np.ndarray, level: float) -> tuple[float, float, float, bool]:
    """Give the Hodges-Lehmann estimate, its limits, and whether they reach the level."""
    n = len(differences)
    tail, pairs = (1 - level) / 2, n * (n + 1) // 2
    if n <= EXACT_UP_TO:
        below = np.cumsum(_distribution(np.arange(1, n + 1))[::2])
        place = int(np.searchsorted(below, tail))
    else:
        spread = math.sqrt(n * (n + 1) * (2 * n + 1) / 24)
        place = math.floor(n * (n + 1) / 4 + stats.norm.ppf(tail) * spread)
    reached = place > 0
    place = max(place, 1)
    ordered = np.sort(differences)
    low, high = (mean_of_pairs(ordered, wanted) for wanted in (place, pairs + 1 - place))
    middle = {(pairs + 1) // 2, pairs // 2 + 1}
    centre = sum(mean_of_pairs(ordered, wanted) for wanted in middle) / len(middle)
    return centre, low, high, reached
