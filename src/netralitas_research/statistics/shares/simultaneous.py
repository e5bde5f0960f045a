"""Intervals that cover all shares of one whole at once."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.shares.counts import (
    SMALL_BASE,
    SMALL_COUNT,
    Counts,
    few_notes,
    first_that_holds,
    read_counts,
    shares_frame,
)
from netralitas_research.statistics.shares.limits import score_limits, share_limits
from netralitas_research.statistics.shares.sison_glaz import sison_glaz_limits
from netralitas_research.statistics.tidy import require_share

METHODS = ("goodman", "quesenberry_hurst", "sison_glaz", "bonferroni_exact")
"""The methods, as `simultaneous_intervals` explains them."""

ALSO_CALLED = {
    "bonferroni_clopper_pearson": "bonferroni_exact",
    "exact_bonferroni": "bonferroni_exact",
}
"""Further names that the literature and other software give them."""


def simultaneous_intervals(
    counts: Counts, method: str = "goodman", level: float = 0.95
) -> pd.DataFrame:
    """Give all shares of one whole with intervals that hold together.

    Parameters
    ----------
    counts
        The counts of all parts, as a list, or a mapping or Series with labels, which become the
        terms. A part without a case counts as a part.
    method
        - ``goodman``: score intervals, the error shared among the parts (Goodman, 1965);
        - ``quesenberry_hurst``: score intervals with the chi-square of all parts together
          (Quesenberry & Hurst, 1964), wider for more than two parts;
        - ``sison_glaz``: one width for all parts (Sison & Glaz, 1995; May & Johnson, 2000), best
          for many parts of like size; of a sum below 10, or if one part has all cases, it says
          nothing, so the limits are 0 and 1;
        - ``bonferroni_exact``: Clopper-Pearson intervals, the error shared among the parts: never
          below the level, also where counts are small.
    level
        Chance that all intervals hold at once.

    Returns
    -------
    pandas.DataFrame
        One row a part: ``term, estimate, low, high, level, method, n, note, count``; shares of 1,
        n is the sum. If that is 0 there is no estimate and the limits are 0 and 1; a single part
        is 1. The note says so.

    Raises
    ------
    UsageError
        If a count is no whole number from 0, or the method or level is none.

    Examples
    --------
    >>> simultaneous_intervals([91, 49, 37, 43])[["low", "high"]].round(4).values.tolist()
    [[0.3342, 0.4978], [0.1609, 0.2999], [0.1146, 0.2401], [0.1375, 0.2702]]
    """
    require_share("level", level)
    method = read_method(method, METHODS, ALSO_CALLED)
    observed = read_counts(counts)
    x, n = observed.to_numpy(), int(observed.sum())
    # With all cases in one part the estimated distribution does not vary, so c would be 0.
    not_usable = method == "sison_glaz" and (n < SMALL_BASE or x.max() == n)
    if n == 0 or (not_usable and len(x) > 1):
        low, high = np.zeros(len(x)), np.ones(len(x))
    elif len(x) == 1:
        low, high = np.ones(1), np.ones(1)
    else:
        low, high = _limits(x, n, method, level)
    every = np.ones(len(x), dtype=bool)
    notes = {
        "note.shares.zero_base": every & (n == 0),
        "note.shares.one_category": every & (len(x) == 1),
        "note.shares.sison_glaz_not_usable": every & not_usable,
        **few_notes(x, x, np.full(len(x), n)),
        "note.shares.small_count": (x < SMALL_COUNT) & (method != "bonferroni_exact"),
    }
    estimate = x / n if n else np.full(len(x), np.nan)
    return shares_frame(
        observed.index, estimate, low, high, level, method, n, first_that_holds(notes), count=x
    )


def _limits(x: np.ndarray, n: int, method: str, level: float) -> tuple[np.ndarray, np.ndarray]:
    if method == "sison_glaz":
        return sison_glaz_limits(x, level)
    base = np.full(len(x), n)
    if method == "quesenberry_hurst":
        return score_limits(x, base, stats.chi2.ppf(level, len(x) - 1) ** 0.5)
    single = "clopper_pearson" if method == "bonferroni_exact" else "wilson"
    return share_limits(x, base, single, shared_level(level, len(x)))


def shared_level(level: float, parts: int) -> float:
    """Give the level of each of several intervals that hold together (Bonferroni).

    Examples
    --------
    >>> shared_level(0.95, 5)
    0.99
    """
    return 1 - (1 - level) / parts
