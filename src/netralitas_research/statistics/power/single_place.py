"""Counts of one place before and after: what they could show."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.statistics.tidy import require_positive, require_share, row, tidy

LOW_POWER = 0.5
"""Below this a design is more likely to miss an effect than to find it."""

NEGLIGIBLE = 1e-12
"""Totals less likely than this, in each tail, are passed over."""


def before_after_power(
    expected_before: float, rate_ratio: float, alpha: float = 0.05
) -> pd.DataFrame:
    """Tell the chance that two counts of one place, before and after, show a change.

    Both counts are Poisson over equal times. Given their sum, the first is binomial, and the exact
    two-sided test of Przyborowski & Wilenski (1940) asks whether its chance is a half. The power
    is averaged over the sums that may come. It holds if nothing but the session changed.

    Parameters
    ----------
    expected_before
        Violations expected before the session.
    rate_ratio
        Rate after by rate before, such as 0.7 for 30 per cent fewer.
    alpha
        Level of the two-sided test.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note`` with the row ``power``, and
        ``total_needed``: the smallest sum of both counts with which any result could be
        significant. ``level`` is 1 - alpha; n is 1, the place.

    Raises
    ------
    UsageError
        If a parameter is impossible.

    Examples
    --------
    >>> before_after_power(expected_before=5, rate_ratio=0.5)["estimate"].round(3).tolist()
    [0.069, 6.0]
    """
    require_share("alpha", alpha)
    require_positive("expected_before", expected_before, or_zero=True)
    require_positive("rate_ratio", rate_ratio, or_zero=True)
    power, note = _power(expected_before, rate_ratio, alpha), "surveys.note.calculation"
    if expected_before == 0:
        power, note = math.nan, "surveys.note.no_events"
    elif rate_ratio == 1:
        power, note = math.nan, "surveys.note.no_difference"
    elif power < LOW_POWER:
        note = "surveys.note.one_place_cannot_show"
    method, needed = "conditional_binomial", math.ceil(1 - math.log2(alpha))
    return tidy(
        [
            row("power", power, method, 1, note),
            row("total_needed", needed, method, 1, "surveys.note.calculation"),
        ],
        1 - alpha,
    )


def _power(expected_before: float, rate_ratio: float, alpha: float) -> float:
    mean = expected_before * (1 + rate_ratio)
    first, last = stats.poisson.ppf([NEGLIGIBLE, 1 - NEGLIGIBLE], mean)
    totals = np.arange(max(first, 0), last + 1)
    # The greatest count in the lower tail that is significant; -1 if none is.
    limit = stats.binom.ppf(alpha / 2, totals, 0.5)
    limit = np.where(stats.binom.cdf(limit, totals, 0.5) <= alpha / 2, limit, limit - 1)
    share = 1 / (1 + rate_ratio)
    rejected = stats.binom.cdf(limit, totals, share) + stats.binom.sf(
        totals - limit - 1, totals, share
    )
    return float(stats.poisson.pmf(totals, mean) @ rejected)
