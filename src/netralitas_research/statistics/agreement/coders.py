"""How far two coders agree on the same units: Cohen's kappa."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats
from statsmodels.stats.inter_rater import cohens_kappa

from netralitas_research.errors import UsageError
from netralitas_research.statistics.agreement.coincidences import in_order
from netralitas_research.statistics.agreement.krippendorff import (
    category_agreement,
    krippendorff_alpha,
)
from netralitas_research.statistics.association.contingency import read_table
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.surveys.means_and_shares import share_row
from netralitas_research.statistics.tidy import Row, require_share, row, tidy

__all__ = ["category_agreement", "cohen_kappa", "krippendorff_alpha"]

Codes = Iterable[Hashable] | pd.Series

ALSO_CALLED = {
    "unweighted": "none",
    "cicchetti_allison": "linear",
    "equal": "linear",
    "equal_spacing": "linear",
    "fleiss_cohen": "quadratic",
    "squared": "quadratic",
}
"""Further names that the literature and other software give the weights."""

PARADOX_AGREEMENT, PARADOX_KAPPA = 0.8, 0.4
"""Agreement from which, and kappa below which, the paradox of kappa is noted."""


def cohen_kappa(
    first: Codes | ArrayLike | pd.DataFrame,
    second: Codes | None = None,
    weights: str | None = None,
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
        the order pairs them. Units that one of them did not code are left out. Or, without the
        second, the table of counts that is usually printed: the first coder's categories in rows,
        the second's in columns, in the same order; those of a frame are matched by their labels.
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
        If the codes are no list or the table is not square, the lengths differ, a unit stands
        twice in an index, a code is not among the categories, the weights are not known or have
        no order, or the level is not between 0 and 1.

    Examples
    --------
    >>> first = ["policy", "policy", "resource", "behaviour"]
    >>> second = ["policy", "policy", "resource", "resource"]
    >>> found = cohen_kappa(first, second).set_index("term")
    >>> [round(value, 2) for value in found["estimate"]]
    [0.75, 0.38, 0.6]

    Cohen (1960), two clinicians and 200 patients:

    >>> cohen_kappa([[88, 10, 2], [14, 40, 6], [18, 10, 12]])["estimate"].round(2).tolist()
    [0.7, 0.41, 0.49]
    """
    require_share("level", level)
    known = ("none", "linear", "quadratic")
    weights = "none" if weights is None else read_method(weights, known, ALSO_CALLED, "weights")
    if second is None:
        table = _counted(first, categories, ordered=weights != "none")
    else:
        pairs = _pairs(first, second)
        order = in_order(pairs.to_numpy().ravel(), categories, ordered=weights != "none")
        table = _table(pairs, order)
    n = int(table.sum())
    rows = [_agreement(table, n, level), _expected(table, n), _kappa(table, n, weights, level)]
    return tidy(rows, level, ("statistic", "p_value"))


def _counted(given: Any, categories: Sequence[Hashable] | None, *, ordered: bool) -> np.ndarray:
    counts = read_table(given).counts
    if isinstance(given, pd.DataFrame):
        labels = [*given.index, *given.columns]
        if given.index.has_duplicates or given.columns.has_duplicates:
            raise UsageError("error.survey_category_twice")
        order = in_order(labels, categories, ordered=ordered)
        frame = pd.DataFrame(counts, given.index, given.columns)
        counts = frame.reindex(index=order, columns=order, fill_value=0).to_numpy()
    if counts.shape[0] != counts.shape[1]:
        raise UsageError("error.survey_square", rows=counts.shape[0], columns=counts.shape[1])
    return counts.astype(float)


def _pairs(first: Any, second: Any) -> pd.DataFrame:
    if isinstance(first, pd.Series) and isinstance(second, pd.Series):
        if not (first.index.is_unique and second.index.is_unique):
            raise UsageError("error.survey_unit_twice")
        columns = {"first": first.astype(object), "second": second.astype(object)}
        return pd.DataFrame(columns).dropna()
    one, other = _listed(first), _listed(second)
    if len(one) != len(other):
        raise UsageError("error.survey_lengths", first=len(one), second=len(other))
    return pd.DataFrame({"first": one, "second": other}, dtype=object).dropna()


def _listed(codes: Any) -> list[Hashable]:
    if isinstance(codes, Mapping | Set | pd.DataFrame) or not isinstance(codes, Iterable):
        raise UsageError("error.survey_codes", found=type(codes).__name__)
    return list(codes)


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


def _kappa(table: np.ndarray, n: int, weights: str, level: float) -> Row:
    weighting = None if weights == "none" else weights
    method = f"kappa_{weighting}" if weighting else "kappa"
    if n == 0:
        return row("cohen_kappa", math.nan, method, 0, "surveys.note.no_overlap")
    if _chance(table, n) == 1:
        return row("cohen_kappa", math.nan, method, n, "surveys.note.one_category")
    with np.errstate(invalid="ignore", divide="ignore"):
        found = cohens_kappa(table, wt=weighting)
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
