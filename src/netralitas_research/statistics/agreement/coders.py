"""How far two coders agree on the same units: Cohen's kappa."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import Literal

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.inter_rater import cohens_kappa

from netralitas_research.errors import UsageError
from netralitas_research.statistics.agreement.coincidences import in_order
from netralitas_research.statistics.agreement.krippendorff import (
    category_agreement,
    krippendorff_alpha,
)
from netralitas_research.statistics.surveys.means_and_shares import share_row
from netralitas_research.statistics.tidy import Row, require_share, row, tidy

__all__ = ["category_agreement", "cohen_kappa", "krippendorff_alpha"]

Weights = Literal["linear", "quadratic"]

PARADOX_AGREEMENT, PARADOX_KAPPA = 0.8, 0.4
"""Agreement from which, and kappa below which, the paradox of kappa is noted."""


def cohen_kappa(
    first: Sequence[Hashable] | pd.Series,
    second: Sequence[Hashable] | pd.Series,
    weights: Weights | None = None,
    categories: Sequence[Hashable] | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Estimate the agreement of two coders beyond chance (Cohen, 1960).

    The interval and the test that kappa is 0 use the standard errors of Fleiss, Cohen & Everitt
    (1969), for many units. Where nearly all units are of one category, kappa can be small although
    the coders hardly ever differ (Feinstein & Cicchetti, 1990); a note says so when they agree on
    at least 80 per cent and kappa is below 0.4.

    Parameters
    ----------
    first, second
        The codes of the two coders, a unit each; two series are paired by their index, otherwise
        the order pairs them. Units that one of them did not code are left out.
    weights
        ``linear`` (Cicchetti & Allison, 1971) or ``quadratic`` (Fleiss & Cohen, 1973) for ordered
        categories (Cohen, 1968), by their places in the order; none for categories without order.
    categories
        The categories in their order; with weights needed unless they are numbers.
    level
        Level of confidence.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, statistic, p_value`` with the terms
        ``percent_agreement`` (a share, with Wilson's interval), ``expected_agreement`` (by chance,
        given how often each coder uses each category; unweighted) and ``cohen_kappa``.

    Raises
    ------
    UsageError
        If the lengths differ, a unit stands twice in an index, a code is not among the
        categories, weights have no order, or the level is not between 0 and 1.

    Examples
    --------
    >>> first = ["policy", "policy", "resource", "behaviour"]
    >>> second = ["policy", "policy", "resource", "resource"]
    >>> found = cohen_kappa(first, second).set_index("term")
    >>> [round(value, 2) for value in found["estimate"]]
    [0.75, 0.38, 0.6]
    """
    require_share("level", level)
    if weights not in (None, "linear", "quadratic"):
        raise UsageError("error.survey_weights", weights=str(weights))
    pairs = _pairs(first, second)
    order = in_order(pairs.to_numpy().ravel(), categories, ordered=weights is not None)
    n = len(pairs)
    table = _table(pairs, order)
    rows = [_agreement(table, n, level), _expected(table, n), _kappa(table, n, weights, level)]
    return tidy(rows, level, ("statistic", "p_value"))


def _pairs(
    first: Sequence[Hashable] | pd.Series, second: Sequence[Hashable] | pd.Series
) -> pd.DataFrame:
    if isinstance(first, pd.Series) and isinstance(second, pd.Series):
        if not (first.index.is_unique and second.index.is_unique):
            raise UsageError("error.survey_unit_twice")
        columns = {"first": first.astype(object), "second": second.astype(object)}
        return pd.DataFrame(columns).dropna()
    if len(first) != len(second):
        raise UsageError("error.survey_lengths", first=len(first), second=len(second))
    return pd.DataFrame({"first": list(first), "second": list(second)}, dtype=object).dropna()


def _table(pairs: pd.DataFrame, order: Sequence[Hashable]) -> np.ndarray:
    place = {category: number for number, category in enumerate(order)}
    table = np.zeros((len(order), len(order)))
    for one, other in pairs.itertuples(index=False):
        table[place[one], place[other]] += 1
    return table


def _agreement(table: np.ndarray, n: int, level: float) -> Row:
    if n == 0:
        return row("percent_agreement", math.nan, "wilson", 0, "surveys.note.no_overlap")
    return share_row("percent_agreement", int(np.trace(table)), n, level)


def _chance(table: np.ndarray, n: int) -> float:
    return float(table.sum(axis=0) @ table.sum(axis=1)) / n**2


def _expected(table: np.ndarray, n: int) -> Row:
    if n == 0:
        return row("expected_agreement", math.nan, "margins", 0, "surveys.note.no_overlap")
    return row("expected_agreement", _chance(table, n), "margins", n, "surveys.note.calculation")


def _kappa(table: np.ndarray, n: int, weights: Weights | None, level: float) -> Row:
    method = f"kappa_{weights}" if weights else "kappa"
    if n == 0:
        return row("cohen_kappa", math.nan, method, 0, "surveys.note.no_overlap")
    if _chance(table, n) == 1:
        return row("cohen_kappa", math.nan, method, n, "surveys.note.one_category")
    with np.errstate(invalid="ignore", divide="ignore"):
        found = cohens_kappa(table, wt=weights)
    half = stats.norm.ppf((1 + level) / 2) * math.sqrt(max(found.var_kappa, 0.0))
    note = _kappa_note(table, n, found.kappa, found.var_kappa)
    limits = {"low": max(-1.0, found.kappa - half), "high": min(1.0, found.kappa + half)}
    z = found.kappa / math.sqrt(found.var_kappa0) if found.var_kappa0 > 0 else math.nan
    tested = {"statistic": z, "p_value": 2 * float(stats.norm.sf(abs(z)))}
    return row("cohen_kappa", found.kappa, method, n, note, **limits, **tested)


def _kappa_note(table: np.ndarray, n: int, kappa: float, variance: float) -> str:
    agreed = np.trace(table) / n
    if agreed == 1:
        return "surveys.note.full_agreement"
    if 1 in (np.count_nonzero(table.sum(axis=0)), np.count_nonzero(table.sum(axis=1))):
        return "surveys.note.coder_without_spread"
    if agreed >= PARADOX_AGREEMENT and kappa < PARADOX_KAPPA:
        return "surveys.note.kappa_paradox"
    return "" if variance > 0 else "surveys.note.no_width"
