"""How strongly two classifications go together: Cramér's V, corrected for its bias."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import optimize, stats

from netralitas_research.statistics.association.contingency import (
    expected_counts,
    pearson_statistic,
    read_table,
    require_draws,
)
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.tidy import require_share, row, tidy

CORRECTIONS = {"bias_corrected": "bergsma", "uncorrected": "none"}
"""Further names of the estimates."""

INTERVALS = {
    "parametric_bootstrap": "bootstrap",
    "noncentral": "noncentral_chi2",
    "noncentral_chi_square": "noncentral_chi2",
    "noncentral_chi_squared": "noncentral_chi2",
    "smithson": "noncentral_chi2",
}
"""Further names of the intervals."""

CELLS_AT_ONCE = 2_000_000
"""Cells of the tables that are drawn at once."""


def cramers_v(
    table: ArrayLike | pd.DataFrame,
    correction: str = "bergsma",
    level: float = 0.95,
    interval: str = "bootstrap",
    seed: int = 0,
    draws: int = 1000,
) -> pd.DataFrame:
    """Measure association by Cramér's V (Cramér, 1946), with an interval.

    Without correction V is too large, the more so the smaller the counts; Bergsma (2013) corrects
    it. The interval is for the V of the process behind the table, whichever estimate is chosen.
    ``bootstrap`` takes quantiles of the corrected V of drawn tables: for the upper limit they are
    drawn from the observed shares, for the lower one from these mixed with independence until
    their V is the corrected one. ``noncentral_chi2`` takes the
    noncentralities with which the statistic of Pearson is just not too large or too small
    (Smithson, 2003), divided by n times (the smaller number of rows or columns - 1).

    Parameters
    ----------
    table
        Counts, rows by columns. Rows and columns that hold nothing are left out.
    correction
        ``bergsma`` or ``none``.
    level
        Level of confidence.
    interval
        ``bootstrap`` or ``noncentral_chi2``.
    seed
        Of the bootstrap; the same one gives the same interval.
    draws
        Of the bootstrap.

    Returns
    -------
    pandas.DataFrame
        One row ``cramers_v``, from 0 to 1. With fewer than two rows or columns that hold
        something there is none; the limits are then 0 and 1, and a note says so. Where all drawn
        tables have the same V, the limits are the noncentral ones, with a note.

    Raises
    ------
    UsageError
        If the table holds anything but counts, or an option has no such value.

    Examples
    --------
    >>> cramers_v([[20, 10], [10, 20]], correction="none")["estimate"].round(3).tolist()
    [0.333]
    """
    correction = read_method(correction, ("bergsma", "none"), CORRECTIONS, "correction")
    interval = read_method(interval, ("bootstrap", "noncentral_chi2"), INTERVALS, "interval")
    require_draws(draws, seed)
    require_share("level", level)
    read, method = read_table(table), f"{correction}_{interval}"
    if not read.testable:
        nothing = row("cramers_v", math.nan, method, read.n, read.note, low=0.0, high=1.0)
        return tidy([nothing], level)
    counts = read.occupied
    estimate = float(_v(counts, correction))
    note, (low, high) = read.note, _noncentral(counts, level)
    if interval == "bootstrap":
        drawn = _bootstrap(counts, level, seed, draws)
        if drawn[0] < drawn[1]:
            low, high = drawn
        else:
            note = "note.association.draws_alike"
    if not low <= estimate <= high:
        note = "note.association.outside_interval"
    elif low == high:
        note = "note.association.zero_width"
    return tidy([row("cramers_v", estimate, method, read.n, note, low=low, high=high)], level)


def _v(counts: np.ndarray, correction: str) -> np.ndarray:
    """Give V of one table, or of many along the first axis; drawn tables may have empty lines."""
    n = counts.sum(axis=(-1, -2))
    rows = (counts.sum(axis=-1) > 0).sum(axis=-1)
    columns = (counts.sum(axis=-2) > 0).sum(axis=-1)
    square = pearson_statistic(counts) / n
    if correction == "bergsma" and np.all(n > 1):
        square = np.maximum(0.0, square - (rows - 1) * (columns - 1) / (n - 1))
        rows = rows - (rows - 1) ** 2 / (n - 1)
        columns = columns - (columns - 1) ** 2 / (n - 1)
    size = np.asarray(np.minimum(rows, columns) - 1, dtype=float)
    share = np.divide(square, size, out=np.zeros_like(square), where=size > 0)
    return np.sqrt(np.minimum(1.0, share))


def _bootstrap(counts: np.ndarray, level: float, seed: int, draws: int) -> tuple[float, float]:
    plain = float(_v(counts, "none"))
    weight = float(_v(counts, "bergsma")) / plain if plain else 0.0
    mixed = weight * counts + (1 - weight) * expected_counts(counts)
    low = np.quantile(_drawn(mixed, seed, draws), (1 - level) / 2)
    high = np.quantile(_drawn(counts, seed, draws), (1 + level) / 2)
    return float(low), float(high)


def _drawn(table: np.ndarray, seed: int, draws: int) -> np.ndarray:
    """Draw tables of the same size, and give the corrected V of each."""
    n, shares = round(table.sum()), (table / table.sum()).ravel()
    generator, found = np.random.default_rng(seed), []
    at_once = max(1, CELLS_AT_ONCE // table.size)
    for begin in range(0, draws, at_once):
        size = min(at_once, draws - begin)
        tables = generator.multinomial(n, shares, size=size)
        found.append(_v(tables.reshape(size, *table.shape), "bergsma"))
    return np.concatenate(found)


def _noncentral(counts: np.ndarray, level: float) -> tuple[float, float]:
    statistic = float(pearson_statistic(counts))
    rows, columns = counts.shape
    df, scale = (rows - 1) * (columns - 1), counts.sum() * (min(rows, columns) - 1)
    limits = [_noncentrality(statistic, df, share) for share in ((1 + level) / 2, (1 - level) / 2)]
    low, high = (math.sqrt(min(1.0, limit / scale)) for limit in limits)
    return low, high


def _noncentrality(statistic: float, df: int, share: float) -> float:
    """Find the noncentrality with which a share of the chance lies below the statistic."""
    if stats.chi2.cdf(statistic, df) <= share:
        return 0.0
    most = statistic + 10 * math.sqrt(statistic + df) + 100
    return float(optimize.brentq(lambda at: stats.ncx2.cdf(statistic, df, at) - share, 1e-12, most))
