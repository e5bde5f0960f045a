"""Whether a design could show that violations become fewer: counts of regencies, two arms."""

from __future__ import annotations

import math

import pandas as pd
from scipy import optimize, stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.power.single_place import before_after_power
from netralitas_research.statistics.power.variation import between_regency_variation
from netralitas_research.statistics.tidy import (
    require_positive,
    require_share,
    require_whole,
    row,
    tidy,
)

__all__ = [
    "before_after_power",
    "between_regency_variation",
    "detectable_ratio",
    "power_of_design",
    "regencies_needed",
]

REGENCIES = 514
"""Regencies and cities of Indonesia: no design can have more."""

FEW = 4
"""Regencies of an arm below which the t test is not to be relied on (Hayes & Moulton, 2017)."""

METHOD = "hayes_bennett"


def regencies_needed(
    mean_count: float, rate_ratio: float, k: float, power: float = 0.8, alpha: float = 0.05
) -> pd.DataFrame:
    """Tell how many regencies each of two arms needs, with and without sessions.

    Hayes & Bennett (1999) for clusters that are not matched: counts are Poisson within a regency,
    the rates of regencies vary by k, and the arms are compared by a t test on the rates.

    Parameters
    ----------
    mean_count
        Violations that a regency without sessions is expected to have in the time observed.
    rate_ratio
        Rate with sessions by rate without, such as 0.7 for 30 per cent fewer.
    k
        Coefficient of variation of the true rates between regencies of one arm (see
        `between_regency_variation`).
    power
        Chance to find the difference.
    alpha
        Level of the two-sided test.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note``; the row ``regencies_each`` has the
        number of each arm, rounded up. ``level`` is 1 - alpha; n is 0, because nothing was
        observed.

    Raises
    ------
    UsageError
        If a parameter is impossible.

    Examples
    --------
    >>> regencies_needed(mean_count=5, rate_ratio=0.7, k=0.8)["estimate"].item()
    114.0
    """
    require_share("power", power)
    _require_design(mean_count, rate_ratio, k, alpha)
    note, needed = "surveys.note.calculation", math.nan
    if mean_count == 0:
        note = "surveys.note.no_events"
    elif rate_ratio == 1:
        note = "surveys.note.no_difference"
    else:
        quantiles = stats.norm.ppf(1 - alpha / 2) + stats.norm.ppf(power)
        exact = 1 + quantiles**2 / _signal(mean_count, rate_ratio, k) ** 2
        needed = math.ceil(exact)
        if 2 * needed > REGENCIES:
            note = "surveys.note.more_than_all_regencies"
        elif needed < FEW:
            note = "surveys.note.few_regencies"
    return tidy([row("regencies_each", needed, METHOD, 0, note)], 1 - alpha)


def power_of_design(
    regencies_each: int, mean_count: float, rate_ratio: float, k: float, alpha: float = 0.05
) -> pd.DataFrame:
    """Tell the chance that a design finds a difference, by the formula of `regencies_needed`.

    Parameters
    ----------
    regencies_each
        Regencies of each arm, at least 2.
    mean_count, rate_ratio, k, alpha
        As for `regencies_needed`.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note`` with the row ``power``; n is the
        number of regencies of both arms.

    Raises
    ------
    UsageError
        If a parameter is impossible.

    Examples
    --------
    >>> power_of_design(20, mean_count=5, rate_ratio=0.7, k=0.8)["estimate"].round(2).item()
    0.21
    """
    _require_design(mean_count, rate_ratio, k, alpha)
    _require_arms(regencies_each)
    n, note, power = 2 * regencies_each, _design_note(regencies_each), math.nan
    if mean_count == 0:
        note = "surveys.note.no_events"
    elif rate_ratio == 1:
        note = "surveys.note.no_difference"
    else:
        power = _power(regencies_each, mean_count, rate_ratio, k, alpha)
    return tidy([row("power", power, METHOD, n, note)], 1 - alpha)


def detectable_ratio(
    regencies_each: int, mean_count: float, k: float, power: float = 0.8, alpha: float = 0.05
) -> pd.DataFrame:
    """Tell the smallest reduction that a design could be expected to find.

    Parameters
    ----------
    regencies_each
        Regencies of each arm, at least 2.
    mean_count, k, power, alpha
        As for `regencies_needed`.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note`` with the row ``rate_ratio``: the
        greatest ratio below 1 that the design finds with that power; NaN, with a note, if it would
        miss even the end of all violations. n is the number of regencies of both arms.

    Raises
    ------
    UsageError
        If a parameter is impossible.

    Examples
    --------
    >>> detectable_ratio(114, mean_count=5, k=0.8)["estimate"].round(2).item()
    0.7
    """
    require_share("power", power)
    _require_design(mean_count, 1.0, k, alpha)
    _require_arms(regencies_each)
    n, note, ratio = 2 * regencies_each, _design_note(regencies_each), math.nan

    def lacking(tried: float) -> float:
        return _power(regencies_each, mean_count, tried, k, alpha) - power

    if mean_count == 0:
        note = "surveys.note.no_events"
    elif lacking(0.0) < 0:
        note = "surveys.note.not_detectable"
    elif lacking(1.0) >= 0:
        raise UsageError("error.survey_power_too_small", power=power)
    else:
        ratio = optimize.brentq(lacking, 0.0, 1.0)
    return tidy([row("rate_ratio", ratio, METHOD, n, note)], 1 - alpha)


def _signal(mean_count: float, rate_ratio: float, k: float) -> float:
    """Give the difference of two rates by the spread of one regency's rate in each arm."""
    within = (1 + rate_ratio) / mean_count
    between = k**2 * (1 + rate_ratio**2)
    return abs(1 - rate_ratio) / math.sqrt(within + between)


def _power(each: int, mean_count: float, rate_ratio: float, k: float, alpha: float) -> float:
    distance = math.sqrt(each - 1) * _signal(mean_count, rate_ratio, k)
    return float(stats.norm.cdf(distance - stats.norm.ppf(1 - alpha / 2)))


def _design_note(regencies_each: int) -> str:
    if 2 * regencies_each > REGENCIES:
        return "surveys.note.more_than_all_regencies"
    few = regencies_each < FEW
    return "surveys.note.few_regencies" if few else "surveys.note.calculation"


def _require_design(mean_count: float, rate_ratio: float, k: float, alpha: float) -> None:
    require_share("alpha", alpha)
    require_positive("mean_count", mean_count, or_zero=True)
    require_positive("rate_ratio", rate_ratio, or_zero=True)
    require_positive("k", k, or_zero=True)


def _require_arms(regencies_each: int) -> None:
    require_whole("regencies_each", regencies_each, 2)
