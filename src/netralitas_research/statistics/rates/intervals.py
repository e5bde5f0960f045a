"""Rates with exposure; `rate_ratio` and `rate_ratios` compare them."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from netralitas_research.statistics.rates.exact_limits import (
    RATE_METHODS,
    poisson_limits,
    read_rate_method,
)
from netralitas_research.statistics.rates.inputs import Values, read_counts, read_exposure
from netralitas_research.statistics.rates.ratios import rate_ratio, rate_ratios
from netralitas_research.statistics.tidy import require_positive, row, tidy

__all__ = ["RATE_COLUMNS", "rate_interval", "rate_ratio", "rate_ratios"]

RATE_COLUMNS = ("events", "exposure")
"""What a rate has besides the columns of every result."""


def rate_interval(
    events: Values,
    exposure: Values = 1,
    method: str = "exact",
    level: float = 0.95,
    per: float = 1,
) -> pd.DataFrame:
    """Give rates, events by exposure, with their intervals.

    Parameters
    ----------
    events
        Counts: a number, a list, or a Series or mapping whose labels become the terms.
    exposure
        What the counts relate to, such as civil servants or years: one number for all, or one for
        each count. 0, None and NaN say that it is not known.
    method
        ``exact`` (Garwood, 1936, *Biometrika*), ``mid_p`` (Cohen & Yang, 1994, *Statistics in
        Medicine*), which is shorter and holds its level on average only, or ``byar`` (Breslow &
        Day, 1987), an approximation to the exact limits.
    level
        Level of confidence.
    per
        Unit of the rates, such as 100,000 for events per 100,000.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, events, exposure``; n is the number of
        events. A rate without exposure or count has the limits 0 and infinity and a note.

    Raises
    ------
    UsageError
        If a count is negative or not whole, an exposure negative, lengths or labels differ, or the
        method, the level or the unit is impossible.

    Examples
    --------
    >>> found = rate_interval([137, 0], [24.19893, 10])
    >>> found[["estimate", "low", "high"]].round(2).values.tolist()
    [[5.66, 4.75, 6.69], [0.0, 0.0, 0.37]]
    >>> found["note"].tolist()
    ['', 'note.rates.no_events']
    """
    method = read_rate_method(method, RATE_METHODS, level)
    require_positive("per", per)
    counted = read_counts(events)
    exposed = read_exposure(exposure, counted.index).replace(0, math.nan)
    low, high = poisson_limits(counted.fillna(0).to_numpy(), level, method)
    unit = per / exposed.to_numpy()
    known = counted.notna().to_numpy() & exposed.notna().to_numpy()
    bounds = np.where(known, low * unit, 0), np.where(known, high * unit, math.inf)
    found = zip(counted.items(), exposed, counted.to_numpy() * unit, *bounds, strict=True)
    rows = [
        row(
            str(label),
            estimate,
            method,
            _n(count),
            _rate_note(count, base),
            low=low,
            high=high,
            events=count,
            exposure=base,
        )
        for (label, count), base, estimate, low, high in found
    ]
    return tidy(rows, level, RATE_COLUMNS)


def _n(count: float) -> int:
    return 0 if math.isnan(count) else int(count)


def _rate_note(count: float, exposure: float) -> str:
    if math.isnan(count):
        return "note.rates.no_count"
    if math.isnan(exposure):
        return "note.rates.no_exposure"
    return "" if count else "note.rates.no_events"
