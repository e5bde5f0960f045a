"""Differences and ratios of two shares of one whole.

The shares vary together, so intervals of the single shares do not tell whether they differ.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.multitest import multipletests

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.shares.counts import (
    SMALL_BASE,
    SMALL_COUNT,
    Counts,
    first_that_holds,
    read_counts,
)
from netralitas_research.statistics.shares.limits import ALSO_CALLED, METHODS, ratio_limits
from netralitas_research.statistics.shares.pairs import no_pair, one_base, one_pair, pairs_frame
from netralitas_research.statistics.shares.score_difference import (
    bonett_price_difference,
    score_difference,
    wald_difference,
)
from netralitas_research.statistics.shares.simultaneous import shared_level
from netralitas_research.statistics.tidy import require_share

DIFFERENCES = {
    "score": score_difference,
    "wald": wald_difference,
    "bonett_price": bonett_price_difference,
    "goodman": wald_difference,
    "gold": wald_difference,
}

SCORE_NAMES = {"tango": "score", "tango_score": "score"}

MOST_PARTS = 1000
"""More parts have too many pairs for one frame: 1,000 have half a million."""


def share_difference(
    counts: Counts,
    first: Any,
    second: Any,
    base: Any = None,
    method: str = "score",
    level: float = 0.95,
) -> pd.DataFrame:
    """Give the difference of two shares of one whole.

    Parameters
    ----------
    counts
        The counts, as a list, or a mapping or Series with labels.
    first, second
        The two parts by their labels, which are 1, 2, … in a list. The difference is the
        first share less the second.
    base
        What the counts are shares of; without it their sum.
    method
        ``score`` (Tango, 1998), ``wald`` (normal approximation), or ``bonett_price`` (the same
        with one case added to each part: Bonett & Price, 2012).
    level
        Level of confidence.

    Returns
    -------
    pandas.DataFrame
        One row: ``term, estimate, low, high, level, method, n, note, first, second, count_first,
        count_second, p_value``; the p-value is that of the exact test that both shares are equal,
        given how many cases both have (the binomial test, or McNemar's exact test). Without a
        base there is no estimate and the limits are -1 and 1.

    Raises
    ------
    UsageError
        If a label is none of the counts or stands there twice, both are the same, or a count,
        base, method or level is none.

    Examples
    --------
    >>> found = share_difference([126, 116, 214], 1, 2)
    >>> found[["term", "estimate", "low", "high"]].round(3).values.tolist()
    [['1 - 2', 0.022, -0.045, 0.089]]
    """
    require_share("level", level)
    method = read_method(method, ("score", "wald", "bonett_price"), SCORE_NAMES)
    observed = read_counts(counts)
    pair = one_pair(first, second, observed)
    z = float(stats.norm.isf((1 - level) / 2))
    return _differences(observed, pair, one_base(base, observed), method, z, level)


def all_differences(
    counts: Counts, base: Any = None, method: str = "score", level: float = 0.95
) -> pd.DataFrame:
    """Give the differences of all pairs of shares of one whole, so that all hold at once.

    Parameters
    ----------
    counts, base
        As for `share_difference`; all pairs of the counts are compared, at most those of 1,000.
    method
        - ``score``, ``bonett_price``: as for `share_difference`, the error shared among the pairs;
        - ``goodman``: normal approximation, the error shared among the pairs (Goodman, 1965);
        - ``gold``: normal approximation with the chi-square of all parts together (Gold, 1963),
          which holds for every contrast, not only for pairs.
    level
        Chance that all intervals hold at once.

    Returns
    -------
    pandas.DataFrame
        One row a pair, as `share_difference` gives it, and ``p_holm``: the p-value adjusted for
        all pairs (Holm, 1979). A single part gives a row without estimate.

    Raises
    ------
    UsageError
        If there are more than 1,000 counts, or a count, base, method or level is none.

    Examples
    --------
    >>> found = all_differences({"a": 60, "b": 30, "c": 10}, method="goodman")
    >>> found[["term", "low", "high"]].round(3).values.tolist()
    [['a - b', 0.085, 0.515], ['a - c', 0.339, 0.661], ['b - c', 0.056, 0.344]]
    """
    require_share("level", level)
    method = read_method(method, ("score", "bonett_price", "goodman", "gold"), SCORE_NAMES)
    observed = read_counts(counts)
    parts = len(observed)
    if parts > MOST_PARTS:
        raise UsageError("error.shares_too_many_pairs", parts=parts, most=MOST_PARTS)
    n = one_base(base, observed)
    if parts == 1:
        return no_pair(observed, method, n, level)
    pairs = np.array(np.triu_indices(parts, 1))
    z = float(stats.norm.isf((1 - shared_level(level, pairs.shape[1])) / 2))
    if method == "gold":
        z = math.sqrt(stats.chi2.ppf(level, parts - 1))
    found = _differences(observed, pairs, n, method, z, level)
    return found.assign(p_holm=multipletests(found["p_value"], method="holm")[1])


def share_ratio(
    counts: Counts,
    first: Any,
    second: Any,
    method: str = "clopper_pearson",
    level: float = 0.95,
) -> pd.DataFrame:
    """Give the ratio of two shares of one whole, which needs no base.

    Of the cases that belong to one of both parts, those of the first are binomial, and the odds of
    that binomial share are the ratio of both shares.

    Parameters
    ----------
    counts, first, second
        As for `share_difference`. The ratio is the first share by the second.
    method
        A method of `shares.share_interval`, for the binomial share
        (``clopper_pearson`` gives the exact conditional interval), or ``log``: normal
        approximation of the logarithm.
    level
        Level of confidence.

    Returns
    -------
    pandas.DataFrame
        One row: ``term, estimate, low, high, level, method, n, note, first, second, count_first,
        count_second, p_value``; n is the sum of both counts, the p-value as for
        `share_difference`. If the second count is 0 there is no estimate and no upper limit
        (infinity).

    Raises
    ------
    UsageError
        As for `share_difference`.

    Examples
    --------
    >>> found = share_ratio({"high": 126, "functional": 116}, "high", "functional")
    >>> found[["estimate", "low", "high"]].round(3).values.tolist()
    [[1.086, 0.837, 1.41]]
    """
    require_share("level", level)
    method = read_method(method, (*METHODS, "log"), ALSO_CALLED)
    observed = read_counts(counts)
    pair = one_pair(first, second, observed)
    a, b = (observed.to_numpy()[place].astype(float) for place in pair)
    low, high = ratio_limits(a, b, method, level)
    notes = {
        "note.shares.both_zero": a + b == 0,
        "note.shares.zero_second": b == 0,
        "note.shares.zero_first": a == 0,
        "note.shares.small_base": a + b < SMALL_BASE,
        "note.shares.small_count": (np.minimum(a, b) < SMALL_COUNT) & (method == "log"),
    }
    estimate = np.divide(a, b, out=np.full(1, np.nan), where=b > 0)
    return pairs_frame(
        observed, pair, " / ", estimate, low, high, level, method, a + b, first_that_holds(notes)
    )


def _differences(
    observed: pd.Series, pairs: np.ndarray, n: float, method: str, z: float, level: float
) -> pd.DataFrame:
    a, b = (observed.to_numpy()[places].astype(float) for places in pairs)
    known = n > 0
    estimate = (a - b) / n if known else np.full(len(a), np.nan)
    low, high = np.full(len(a), -1.0), np.ones(len(a))
    if known:
        low, high = DIFFERENCES[method](a, b, np.full(len(a), n), z)
    every = np.ones(len(a), dtype=bool)
    notes = {
        "note.shares.no_base": every & math.isnan(n),
        "note.shares.zero_base": every & (n == 0),
        "note.shares.both_zero": a + b == 0,
        "note.shares.small_base": every & (n < SMALL_BASE),
        "note.shares.small_count": (np.minimum(a, b) < SMALL_COUNT) & (method != "score"),
    }
    return pairs_frame(
        observed, pairs, " - ", estimate, low, high, level, method, n, first_that_holds(notes)
    )
