"""Rates made comparable for groups that differ in their composition."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.rates.inputs import (
    Values,
    read_counts,
    read_exposure,
    read_values,
)
from netralitas_research.statistics.rates.intervals import RATE_COLUMNS, rate_interval
from netralitas_research.statistics.tidy import require_positive, require_share, row, tidy

DIRECT_METHODS = ("fay_feuer", "tiwari")
"""Methods of an interval for a directly standardised rate."""

ALSO_CALLED = {"gamma": "fay_feuer", "tiwari_clegg_zou": "tiwari"}
"""Further names of them."""


def direct_standardisation(
    events: Values,
    exposure: Values,
    standard: Values,
    level: float = 0.95,
    method: str = "fay_feuer",
    per: float = 1,
) -> pd.DataFrame:
    """Give the rate that a group would have if it were composed as a standard population.

    Parameters
    ----------
    events, exposure
        Counts and what they relate to, one for each stratum.
    standard
        The standard population, one number for each stratum; only its proportions matter.
    level
        Level of confidence.
    method
        ``fay_feuer`` (Fay & Feuer, 1997, *Statistics in Medicine* 16, 791-801), whose gamma limits
        hold the level, or ``tiwari`` (Tiwari, Clegg & Zou, 2006, *Statistical Methods in Medical
        Research* 15, 547-569), whose upper limit is lower and nearly does.
    per
        Unit of the rates, such as 100,000.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, events, exposure`` with the rows
        ``crude``, whose limits are exact, and ``adjusted``. If a stratum that the standard has is
        not known, the adjusted rate has the limits 0 and infinity and a note.

    Raises
    ------
    UsageError
        As for `rate_interval`, or if the standard is incomplete or empty.

    Examples
    --------
    >>> found = direct_standardisation([12, 30], [14000, 33000], [1, 1], per=100_000)
    >>> found[["term", "estimate", "low", "high"]].round(1).values.tolist()
    [['crude', 89.4, 64.4, 120.8], ['adjusted', 88.3, 61.6, 124.3]]
    """
    method = read_method(method, DIRECT_METHODS, ALSO_CALLED)
    require_share("level", level)
    require_positive("per", per)
    counted = read_counts(events)
    exposed = read_exposure(exposure, counted.index)
    weights = read_exposure(standard, counted.index)
    if weights.isna().any() or not weights.any():
        raise UsageError("error.rates_standard")
    total, base = float(counted.sum(skipna=False)), float(exposed.sum(skipna=False))
    crude = rate_interval(total, base, level=level, per=per).assign(term="crude")
    used = weights > 0
    weight = (weights / weights.sum() / exposed.replace(0, math.nan))[used].to_numpy()
    estimate, low, high = _gamma_limits(counted[used].to_numpy(), weight, level, method)
    note = "" if estimate else "note.rates.no_events"
    if math.isnan(estimate):
        note = "note.rates.stratum_unknown"
    adjusted = row(
        "adjusted",
        estimate * per,
        method,
        int(counted.sum()),
        note,
        low=low * per,
        high=high * per,
        events=total,
        exposure=base,
    )
    return pd.concat([crude, tidy([adjusted], level, RATE_COLUMNS)], ignore_index=True)


def indirect_standardisation(
    events: Values,
    exposure: Values,
    standard_rates: Values,
    level: float = 0.95,
    method: str = "exact",
) -> pd.DataFrame:
    """Compare the events of a group with those it would have at the rates of a standard.

    Parameters
    ----------
    events
        Counts, one for each stratum, or their total.
    exposure
        What they relate to, one for each stratum.
    standard_rates
        Rates of the standard, one for each stratum, in events by one unit of exposure.
    level
        Level of confidence.
    method
        ``exact`` (Garwood, 1936; Ulm, 1990, *American Journal of Epidemiology* 131, 373-375),
        ``mid_p`` or ``byar``, see `rate_interval`. The standard is taken as known.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, events, exposure`` with the row
        ``observed_expected``; its exposure is the expected number. If that is not known or 0, the
        limits are 0 and infinity, with a note.

    Raises
    ------
    UsageError
        As for `rate_interval`.

    Examples
    --------
    >>> found = indirect_standardisation(16, [3000, 5000], [0.001, 0.002])
    >>> found[["estimate", "low", "high", "exposure"]].round(2).values.tolist()
    [[1.23, 0.7, 2.0, 13.0]]
    """
    observed = read_counts(events)
    # Where only the total of the events is given, the strata are those of the exposure.
    strata = observed.index if len(observed) > 1 else read_values(exposure).index
    exposed = read_exposure(exposure, strata)
    rates = read_exposure(standard_rates, strata)
    expected = (exposed * rates).sum(skipna=False)
    found = rate_interval(observed.sum(skipna=False), expected, method, level)
    found["term"] = "observed_expected"
    found["note"] = found["note"].replace("note.rates.no_exposure", "note.rates.no_expected")
    return found


def _gamma_limits(
    events: np.ndarray, weight: np.ndarray, level: float, method: str
) -> tuple[float, float, float]:
    """Give the weighted sum of Poisson counts with its gamma limits."""
    rate, variance = float(weight @ events), float(weight**2 @ events)
    if math.isnan(rate):
        return math.nan, 0.0, math.inf
    if method == "fay_feuer":
        more, more_variance = weight.max(), weight.max() ** 2
    else:
        more, more_variance = weight.mean(), (weight**2).mean()
    tail = (1 - level) / 2
    low = stats.gamma.ppf(tail, rate**2 / variance, scale=variance / rate) if rate else 0.0
    above, spread = rate + more, variance + more_variance
    return rate, float(low), float(stats.gamma.isf(tail, above**2 / spread, scale=spread / above))
