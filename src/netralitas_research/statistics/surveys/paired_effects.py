"""Sizes of the effect in paired scores: standardised differences and normalised gain."""

from __future__ import annotations

import math

import numpy as np
from scipy import special, stats

from netralitas_research.statistics.surveys.means_and_shares import (
    changes,
    no_width,
    t_limits,
)
from netralitas_research.statistics.tidy import Row, row


def standardised_differences(before: np.ndarray, after: np.ndarray, level: float) -> list[Row]:
    """Divide the mean difference by a standard deviation, in two ways, each also unbiased.

    ``cohen_dz`` divides by the standard deviation of the differences (Cohen, 1988), so it grows
    when persons keep their order; ``cohen_dav`` by the root of the mean of the two variances
    (Cumming, 2012), so it can be compared with studies of two groups. ``hedges_gz`` and
    ``hedges_gav`` are the same times the exact correction of Hedges (1981) with n - 1 degrees of
    freedom. Limits are those of the noncentrality of t, exact for the first under normality,
    approximate for the second (Algina & Keselman, 2003).

    Parameters
    ----------
    before, after
        Scores of the same persons in the same order, without NaN.
    level
        Level of confidence.

    Returns
    -------
    list of mapping
        Four rows.

    Examples
    --------
    >>> found = standardised_differences(np.array([1.0, 2, 3]), np.array([2.0, 4, 3]), 0.95)
    >>> {cells["term"]: round(cells["estimate"], 3) for cells in found}
    {'cohen_dz': 1.0, 'hedges_gz': 0.564, 'cohen_dav': 1.0, 'hedges_gav': 0.564}
    """
    n, difference = len(before), changes(before, after)
    if n < 2:
        note = "surveys.note.one_pair" if n else "surveys.note.no_pairs"
        return _pair_of_rows("z", math.nan, 0, math.nan, math.nan, n, note) + _pair_of_rows(
            "av", math.nan, 0, math.nan, math.nan, n, note
        )
    units = {
        "z": float(np.std(difference, ddof=1)),
        "av": math.sqrt((np.var(before, ddof=1) + np.var(after, ddof=1)) / 2),
    }
    low, high = _noncentrality(difference, level)
    rows = []
    for name, unit in units.items():
        scale = units["z"] / (unit * math.sqrt(n)) if unit else math.nan
        size = difference.mean() / unit if unit else math.nan
        note = _size_note(difference, unit)
        rows += _pair_of_rows(name, size, n, low * scale, high * scale, n, note)
    return rows


def _size_note(difference: np.ndarray, unit: float) -> str:
    if unit == 0:
        return "surveys.note.no_spread"
    if np.ptp(difference) == 0:
        return "surveys.note.same_change" if difference[0] else "surveys.note.no_change"
    return ""


def _noncentrality(difference: np.ndarray, level: float) -> tuple[float, float]:
    n, spread = len(difference), np.std(difference, ddof=1)
    if np.ptp(difference) == 0:
        return math.nan, math.nan
    t, tail = difference.mean() / spread * math.sqrt(n), (1 - level) / 2
    low, high = (special.nctdtrinc(n - 1, share, t) for share in (1 - tail, tail))
    return float(low), float(high)


def _pair_of_rows(
    name: str, size: float, n: int, low: float, high: float, shown: int, note: str
) -> list[Row]:
    factor = _hedges(n - 1) if n > 1 else math.nan
    method = f"standardised_{name}"
    return [
        row(f"cohen_d{name}", size, method, shown, note, low=low, high=high),
        row(
            f"hedges_g{name}",
            size * factor,
            f"{method}_corrected",
            shown,
            note,
            low=low * factor,
            high=high * factor,
        ),
    ]


def _hedges(df: int) -> float:
    log = special.gammaln(df / 2) - special.gammaln((df - 1) / 2) if df > 1 else -math.inf
    return math.exp(log) / math.sqrt(df / 2)


def normalised_gain(
    before: np.ndarray, after: np.ndarray, maximum: float | None, level: float
) -> list[Row]:
    """Relate what was gained to what could still be gained.

    The gain of the means is (mean after - mean before) / (maximum - mean before) (Hake, 1998),
    with the limits of Fieller (1954) for a ratio of two means of the same persons. The mean of
    single gains averages the same ratio over persons, with a t interval; a person who was at the
    maximum before cannot gain and is left out there.

    Parameters
    ----------
    before, after
        Scores of the same persons in the same order, without NaN.
    maximum
        The greatest score that can be reached; ``None`` if it is not known.
    level
        Level of confidence.

    Returns
    -------
    list of mapping
        Two rows: ``gain_of_means`` and ``mean_gain``.

    Examples
    --------
    >>> found = normalised_gain(np.array([4.0, 6, 8]), np.array([7.0, 8, 9]), 10, 0.95)
    >>> [cells["estimate"] for cells in found]
    [0.5, 0.5]
    """
    terms = {"gain_of_means": "hake_fieller", "mean_gain": "hake_single_t"}
    n = len(before)
    if n == 0 or maximum is None:
        note = "surveys.note.no_pairs" if n == 0 else "surveys.note.no_maximum"
        return [row(term, math.nan, method, n, note) for term, method in terms.items()]
    room, gained = changes(before, maximum), changes(before, after)
    if not room.any():
        note = "surveys.note.all_at_maximum"
        return [row(term, math.nan, method, n, note) for term, method in terms.items()]
    low, high, note = _fieller(gained, room, level)
    whole = gained.mean() / room.mean()
    single = gained[room > 0] / room[room > 0]
    return [
        row("gain_of_means", whole, terms["gain_of_means"], n, note, low=low, high=high),
        _single_gains(single, n, level),
    ]


def _single_gains(single: np.ndarray, n: int, level: float) -> Row:
    kept = len(single)
    low, high = t_limits(single, level)
    if kept < 2:
        note = "surveys.note.one_pair"
    else:
        note = "surveys.note.some_at_maximum" if kept < n else no_width(low, high)
    return row("mean_gain", single.mean(), "hake_single_t", kept, note, low=low, high=high)


def _fieller(above: np.ndarray, below: np.ndarray, level: float) -> tuple[float, float, str]:
    """Give limits for the ratio of two paired means, and a note where they are not finite."""
    n = len(above)
    if n < 2:
        return math.nan, math.nan, "surveys.note.one_pair"
    a, b = above.mean(), below.mean()
    (aa, ab), (_, bb) = np.cov(above, below) / n * stats.t.ppf((1 + level) / 2, n - 1) ** 2
    square = b**2 - bb
    if square <= 0:
        return math.nan, math.nan, "surveys.note.gain_unbounded"
    middle = a * b - ab
    half = math.sqrt(max(middle**2 - (a**2 - aa) * square, 0.0))
    low, high = (middle - half) / square, (middle + half) / square
    return low, high, no_width(low, high)
