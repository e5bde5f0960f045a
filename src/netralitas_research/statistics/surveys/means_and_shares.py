"""Rows for means, mean differences and shares, which several results have."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from netralitas_research.statistics.tidy import Row, row

MOST_DECIMALS = 300
"""Powers of ten above it are infinite for a computer."""


KEPT_DIGITS = 12
"""So many digits of a difference are kept, counted from the first digit of the largest score."""


def changes(before: np.ndarray, after: np.ndarray | float) -> np.ndarray:
    """Subtract scores, without what binary fractions add to decimal ones.

    In a computer 1.3 - 1.1 and 0.3 - 0.1 differ in the sixteenth digit. Left there, it would break
    ties between ranks and count persons as changed who are not.

    Parameters
    ----------
    before, after
        Scores, or one score to compare all with.

    Returns
    -------
    numpy.ndarray
        After less before.

    Examples
    --------
    >>> changes(np.array([1.1, 0.1, 0.3]), np.array([1.3, 0.3, 0.1 + 0.2])).tolist()
    [0.2, 0.2, 0.0]
    """
    largest = max(np.abs(before).max(initial=0), np.abs(after).max(initial=0))
    if not largest:
        return after - before
    decimals = KEPT_DIGITS - math.ceil(math.log10(largest))
    return np.round(after - before, min(decimals, MOST_DECIMALS)) + 0.0


def t_limits(values: np.ndarray, level: float) -> tuple[float, float]:
    """Give the t interval of a mean; NaN for fewer than two values.

    Examples
    --------
    >>> low, high = t_limits(np.array([1.0, 2.0, 3.0]), 0.95)
    >>> round(low, 3), round(high, 3)
    (-0.484, 4.484)
    """
    n = len(values)
    if n < 2:
        return math.nan, math.nan
    half = stats.t.ppf((1 + level) / 2, n - 1) * np.std(values, ddof=1) / math.sqrt(n)
    return float(values.mean() - half), float(values.mean() + half)


def mean_difference(differences: np.ndarray, level: float) -> Row:
    """Make a row of the mean of paired differences, with the paired t test (Student, 1908).

    Parameters
    ----------
    differences
        After less before, one a person, without NaN.
    level
        Level of confidence.

    Returns
    -------
    mapping
        A row; without test where no difference varies.

    Examples
    --------
    >>> mean_difference(np.array([1.0, 2.0, 3.0]), 0.95)["estimate"]
    2.0
    """
    n, note = len(differences), few_note(differences)
    mean = differences.mean() if n else math.nan
    if n > 1 and np.ptp(differences) == 0:
        note = "surveys.note.same_change" if mean else "surveys.note.no_change"
    if note:
        return row("mean_difference", mean, "paired_t", n, note)
    low, high = t_limits(differences, level)
    found = stats.ttest_1samp(differences, 0)
    tested: dict[str, Any] = {
        "statistic": float(found.statistic),
        "df": n - 1,
        "p_value": float(found.pvalue),
    }
    return row("mean_difference", mean, "paired_t", n, low=low, high=high, **tested)


def few_note(values: np.ndarray) -> str:
    """Give the note on no pair or only one, or an empty string.

    Examples
    --------
    >>> few_note(np.array([3.0]))
    'surveys.note.one_pair'
    """
    notes = {0: "surveys.note.no_pairs", 1: "surveys.note.one_pair"}
    return notes.get(len(values), "")


def no_width(low: float, high: float) -> str:
    """Give the note on an interval without width, or an empty string.

    Examples
    --------
    >>> no_width(0.5, 0.5), no_width(0.4, 0.5)
    ('surveys.note.no_width', '')
    """
    return "surveys.note.no_width" if math.isclose(low, high, abs_tol=1e-12) else ""


def share_row(term: str, count: int, n: int, level: float, note: str = "", **more: Any) -> Row:
    """Make a row of a share with the interval of Wilson (1927).

    Examples
    --------
    >>> share_row("improved", 1, 2, 0.95)["estimate"]
    0.5
    """
    low, high = proportion_confint(count, n, alpha=1 - level, method="wilson")
    return row(term, count / n, "wilson", n, note, low=low, high=high, **more)
