"""How much the rates of regencies vary, beyond what chance gives."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.tidy import (
    TEST_COLUMNS,
    Row,
    read_numbers,
    require_share,
    require_whole,
    row,
    tidy,
)

DRAWS = 2000
"""Bootstrap samples of an interval."""

NEGLIGIBLE = 1e-9
"""Part of the chance variance below which a difference from it is an error of rounding."""

TERMS = ("mean_rate", "variation_k")

Counts = Sequence[float] | np.ndarray | pd.Series


def between_regency_variation(
    counts: Counts, exposure: Counts | None = None, level: float = 0.95, seed: int = 1
) -> pd.DataFrame:
    """Estimate the mean rate of regencies and its coefficient of variation k.

    The method of moments of Hayes & Bennett (1999): of the variance of the observed rates, the
    part that a Poisson count would have is taken off. Where nothing remains, k is 0. Regencies
    that a published list leaves out are not zeros, so a list of the highest gives no k.

    Parameters
    ----------
    counts
        Violations, one a regency.
    exposure
        What the counts relate to, such as civil servants or years; 1 each by default.
    level
        Level of confidence of the intervals, percentiles of samples of regencies drawn with
        replacement (Efron, 1979).
    seed
        Of these samples.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, statistic, df, p_value`` with
        ``mean_rate``, ``variation_k``, and ``dispersion``: the chi-square of equal rates by its
        degrees of freedom, about 1 if counts are Poisson with one rate (Fisher, 1925).

    Raises
    ------
    UsageError
        If the lengths differ, a count is negative or an exposure is not positive, or the level is
        not between 0 and 1.

    Examples
    --------
    >>> found = between_regency_variation([0, 2, 3, 9, 1, 15]).set_index("term")
    >>> found["estimate"].round(2).tolist()
    [5.0, 1.08, 6.8]
    """
    require_share("level", level)
    require_whole("seed", seed, 0)
    observed = read_numbers(counts).to_numpy()
    exposed = np.ones(len(observed)) if exposure is None else read_numbers(exposure).to_numpy()
    _require_counts(observed, exposed)
    n = len(observed)
    if n < 2 or not observed.any():
        note = "surveys.note.few_places" if n < 2 else "surveys.note.no_events"
        rate = observed.sum() / exposed.sum() if n else math.nan
        values = {"mean_rate": rate, "variation_k": math.nan, "dispersion": math.nan}
        rows = [row(term, value, "moments", n, note) for term, value in values.items()]
        return tidy(rows, level, TEST_COLUMNS)
    chosen = np.random.default_rng(seed).integers(n, size=(DRAWS, n))
    draws = _moments(observed[chosen], exposed[chosen])
    rows = []
    for term, estimate, drawn in zip(TERMS, _moments(observed, exposed), draws, strict=True):
        low, high = (float(np.nanquantile(drawn, (1 + sign * level) / 2)) for sign in (-1, 1))
        flat = term == "variation_k" and estimate == 0
        note = "surveys.note.no_variation" if flat else ""
        if not flat and low == high:
            note = "surveys.note.no_width"
        rows.append(row(term, float(estimate), "moments", n, note, low=low, high=high))
    return tidy([*rows, _dispersion(observed, exposed)], level, TEST_COLUMNS)


def _moments(counts: np.ndarray, exposure: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give rate and k along the last axis; k is NaN where there is no violation."""
    rate = counts.sum(axis=-1) / exposure.sum(axis=-1)
    spread = np.var(counts / exposure, axis=-1, ddof=1)
    chance = rate * np.mean(1 / exposure, axis=-1)
    # What is left of equal numbers by rounding is no variation.
    between = np.where(spread - chance > NEGLIGIBLE * chance, spread - chance, 0.0)
    return rate, np.sqrt(between) / np.where(rate > 0, rate, np.nan)


def _dispersion(counts: np.ndarray, exposure: np.ndarray) -> Row:
    expected = exposure * counts.sum() / exposure.sum()
    statistic, df = float(((counts - expected) ** 2 / expected).sum()), len(counts) - 1
    tested = {"statistic": statistic, "df": df, "p_value": float(stats.chi2.sf(statistic, df))}
    note = "surveys.note.calculation"
    return row("dispersion", statistic / df, "poisson_homogeneity", len(counts), note, **tested)


def _require_counts(counts: np.ndarray, exposure: np.ndarray) -> None:
    if len(counts) != len(exposure):
        raise UsageError("error.survey_lengths", first=len(counts), second=len(exposure))
    wrong = counts[~(np.isfinite(counts) & (counts >= 0))]
    if len(wrong):
        raise UsageError("error.survey_counts", value=str(wrong[0]))
    wrong = exposure[~(np.isfinite(exposure) & (exposure > 0))]
    if len(wrong):
        raise UsageError("error.survey_exposure", value=str(wrong[0]))
