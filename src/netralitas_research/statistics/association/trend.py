"""Whether a share rises or falls along ordered groups."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.contingency import (
    Contingency,
    Groups,
    labelled,
    matched,
    read_groups,
)
from netralitas_research.statistics.association.trend_exact import exact_tails
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.tidy import TEST_COLUMNS, Row, require_share, row, tidy

METHODS = {
    "cochran_armitage": "asymptotic",
    "cochran_armitage_exact": "exact",
    "permutation": "exact",
}
"""Further names of the methods."""

SIDES = ("two_sided", "increasing", "decreasing")
"""The alternatives, in the order in which `exact_tails` gives their chances."""

ALSO_SIDES = {"two_tailed": "two_sided", "greater": "increasing", "less": "decreasing"}
"""Further names of the alternatives."""


def trend_test(
    events: Groups,
    totals: Groups,
    scores: Groups | None = None,
    method: str = "asymptotic",
    alternative: str = "two_sided",
    level: float = 0.95,
) -> pd.DataFrame:
    """Test a trend of shares along ordered groups (Cochran, 1954; Armitage, 1955).

    The asymptotic test takes the variance of the binomial model, as R's ``prop.trend.test`` does;
    that of Mantel (1963) is smaller by the factor (N - 1) / N in the statistic. The exact test
    takes the events as drawn from all that were counted, given their number: its p value is the
    chance of a sum of scores at least as far from the expected one, on one side or on both.

    Parameters
    ----------
    events
        Number with the event in each group, in order: a list, or a mapping or Series with labels.
    totals
        Number in each group, or one number for all; labels match them with the events. A group
        without a known total is left out, with a note.
    scores
        Place of each group on the scale, matched by labels too; 1, 2, 3, … if not given.
    method
        ``asymptotic`` or ``exact``.
    alternative
        ``two_sided``, or whether only an ``increasing`` or only a ``decreasing`` share counts.
    level
        Stands in the result; the p value needs none.

    Returns
    -------
    pandas.DataFrame
        One row ``trend``: the ``estimate`` is the p value, ``low`` and ``high`` are equal to it;
        then ``statistic`` (chi-square), ``df``, ``p_value``, ``z`` (its signed root) and ``slope``
        (change of the share for one score, by least squares weighted with the totals). Where
        nothing varies the p value is 1 with a note; an exact test that needs too much work has
        none, and the limits 0 and 1.

    Raises
    ------
    UsageError
        If the counts do not fit, the scores are not as many finite numbers, or an option has no
        such value.

    Examples
    --------
    >>> trend_test([83, 90, 129, 70], [86, 93, 136, 82])["statistic"].round(4).item()
    8.2249
    """
    method = read_method(method, ("asymptotic", "exact"), METHODS)
    alternative = read_method(alternative, SIDES, ALSO_SIDES, "alternative")
    require_share("level", level)
    groups = read_groups(events, totals)
    by_label = isinstance(labelled(events), pd.Series)
    places = _read_scores(labelled(scores), groups.rows, by_label)
    name = "cochran_armitage_exact" if method == "exact" else "cochran_armitage"
    note = _nothing_varies(groups, places)
    if note:
        found = _row(name, groups, 1.0, note, 0.0, 0.0)
        return tidy([found], level, [*TEST_COLUMNS, "z", "slope"])
    z, slope = _departure(groups, places)
    if method == "exact":
        p_value = _exact(groups, places, alternative)
    else:
        p_value = _side(float(stats.norm.sf(z)), float(stats.norm.cdf(z)), alternative)
    note = "note.association.trend_too_large" if p_value is None else _note(groups, method)
    return tidy([_row(name, groups, p_value, note, z, slope)], level, [*TEST_COLUMNS, "z", "slope"])


def _row(
    name: str, groups: Contingency, p_value: float | None, note: str, z: float, slope: float
) -> Row:
    low, high = (0.0, 1.0) if p_value is None else (p_value, p_value)
    p_value = math.nan if p_value is None else p_value
    return row(
        "trend",
        p_value,
        name,
        groups.n,
        note,
        low=low,
        high=high,
        statistic=z**2,
        df=1,
        p_value=p_value,
        z=z,
        slope=slope,
    )


def _read_scores(scores: Any, groups: list[str], by_label: bool) -> np.ndarray:
    if scores is None:
        return np.arange(1.0, len(groups) + 1)
    if by_label and isinstance(scores, pd.Series):
        scores = matched(scores, groups)
    try:
        places = np.asarray(scores, dtype=float)
    except (TypeError, ValueError):
        places = np.empty(0)
    if places.shape != (len(groups),) or not np.isfinite(places).all():
        raise UsageError("error.association_scores", groups=len(groups), value=str(scores))
    return places


def _nothing_varies(groups: Contingency, places: np.ndarray) -> str:
    if groups.n == 0:
        return "note.association.no_counts"
    if len(np.unique(places[groups.counts.sum(axis=1) > 0])) < 2:
        return "note.association.one_score"
    return "" if groups.counts.sum(axis=0).all() else "note.association.no_event_or_all"


def _note(groups: Contingency, method: str) -> str:
    if groups.without_total:
        return groups.note
    totals = groups.counts.sum(axis=1)
    rarer = groups.counts.sum(axis=0).min()
    few = (rarer / groups.n * totals[totals > 0]).min() < 5
    return "note.association.small_expected" if few and method == "asymptotic" else ""


def _departure(groups: Contingency, places: np.ndarray) -> tuple[float, float]:
    """Give the standardised sum of scores, and the slope."""
    events, totals = groups.counts[:, 0], groups.counts.sum(axis=1)
    share = events.sum() / groups.n
    centred = places - totals @ places / groups.n
    spread = totals @ centred**2
    slope = float(centred @ events / spread)
    return slope * math.sqrt(spread / (share * (1 - share))), slope


def _side(above: float, below: float, alternative: str) -> float:
    both = min(1.0, 2 * min(above, below))
    return {"two_sided": both, "increasing": above, "decreasing": below}[alternative]


def _exact(groups: Contingency, places: np.ndarray, alternative: str) -> float | None:
    tails = exact_tails(groups.counts[:, 0], groups.counts.sum(axis=1), places)
    return None if tails is None else tails[SIDES.index(alternative)]
