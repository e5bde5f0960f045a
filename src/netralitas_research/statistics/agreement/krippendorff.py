"""Krippendorff's alpha: agreement of any number of coders, also where codes are missing."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from numbers import Real
from typing import Literal

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.agreement.coincidences import Coincidences, coincidences
from netralitas_research.statistics.tidy import Row, require_share, row, tidy

Measurement = Literal["nominal", "ordinal", "interval"]
Statistic = Callable[[np.ndarray], float]

DRAWS = 2000
"""Bootstrap samples of an interval."""


def krippendorff_alpha(
    codings: pd.DataFrame,
    level_of_measurement: Measurement = "nominal",
    categories: Sequence[Hashable] | None = None,
    level: float = 0.95,
    seed: int = 1,
) -> pd.DataFrame:
    """Estimate the reliability of codes (Krippendorff, 2011).

    The interval takes the percentiles of alpha in samples of units, drawn with replacement
    (Zapf, Castell, Morawietz & Karch, 2016); it tells what other units of the same kind might
    have given, with the same coders. It is not the bootstrap of Hayes & Krippendorff (2007),
    which draws pairs of codes and keeps the expected disagreement fixed.

    Parameters
    ----------
    codings
        One row a unit, one column a coder, missing where a coder did not code it. Units that
        fewer than two coders coded are left out.
    level_of_measurement
        ``nominal``, ``ordinal`` or ``interval``.
    categories
        The codes in their order; an ordinal scale needs it unless the codes are numbers.
    level
        Level of confidence.
    seed
        Of the bootstrap.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note`` with the terms
        ``percent_agreement`` (the share of pairs of codes that are the same, each code counted
        once) and ``krippendorff_alpha``; n is the number of units that at least two coders coded.

    Raises
    ------
    UsageError
        If the level of measurement is unknown or does not fit the codes, a code is not among the
        categories, or the level is not between 0 and 1.

    Examples
    --------
    >>> first = ["a", "a", "b", "b", "d", "c", "c", "c", "e", "d", "d", "a"]
    >>> second = ["b", "a", "b", "b", "b", "c", "c", "c", "e", "d", "d", "d"]
    >>> found = krippendorff_alpha(pd.DataFrame({"first": first, "second": second}))
    >>> [round(value, 3) for value in found["estimate"]]
    [0.75, 0.692]
    """
    require_share("level", level)
    if level_of_measurement not in ("nominal", "ordinal", "interval"):
        raise UsageError("error.survey_measurement", measurement=str(level_of_measurement))
    ordered = level_of_measurement == "ordinal"
    found = coincidences(codings, categories, ordered=ordered)
    if level_of_measurement == "interval" and not _numbers(found.categories):
        raise UsageError("error.survey_interval")

    def alpha(table: np.ndarray) -> float:
        return _alpha(table, _distances(table, found.categories, level_of_measurement))

    method = f"krippendorff_{level_of_measurement}"
    return tidy(
        [
            _row("percent_agreement", "pairs", found, _agreement, level, seed),
            _row("krippendorff_alpha", method, found, alpha, level, seed),
        ],
        level,
    )


def category_agreement(codings: pd.DataFrame, level: float = 0.95, seed: int = 1) -> pd.DataFrame:
    """Show for each category how far the coders agree on it.

    Parameters
    ----------
    codings
        One row a unit, one column a coder, missing where a coder did not code it.
    level
        Level of confidence.
    seed
        Of the bootstrap over units.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note`` and ``category``; for each category
        ``specific_agreement`` (of the codes of this category, the share that another coder of the
        unit shares; Cicchetti & Feinstein, 1990) and ``category_alpha`` (nominal alpha of this
        category against all others together). No row if no unit has two codes.

    Raises
    ------
    UsageError
        If the level is not between 0 and 1.

    Examples
    --------
    >>> codings = pd.DataFrame({"one": ["a", "a", "b", "b"], "two": ["a", "b", "b", "b"]})
    >>> found = category_agreement(codings)
    >>> found.loc[found["category"] == "a", "estimate"].round(3).tolist()
    [0.667, 0.533]
    """
    require_share("level", level)
    found = coincidences(codings)
    rows: list[Row] = []
    for place, category in enumerate(found.categories):
        if not found.units[:, place].any():
            continue
        one_or_other = Coincidences((category, None), _collapse(found.units, place))
        for term, method, statistic in (
            ("specific_agreement", "coincidences", _specific),
            ("category_alpha", "krippendorff_nominal", _nominal_alpha),
        ):
            cells = _row(term, method, one_or_other, statistic, level, seed)
            rows.append({**cells, "category": category})
    return tidy(rows, level, ("category",))


def _row(
    term: str, method: str, found: Coincidences, statistic: Statistic, level: float, seed: int
) -> Row:
    units = len(found.units)
    if units == 0:
        return row(term, math.nan, method, 0, "surveys.note.no_overlap")
    table = found.units.sum(axis=0)
    estimate = statistic(table)
    if math.isnan(estimate):
        return row(term, estimate, method, units, "surveys.note.one_category")
    if units == 1:
        return row(term, estimate, method, units, "surveys.note.one_unit")
    draws = _draws(found.units, statistic, seed)
    defined = draws[~np.isnan(draws)]
    low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2])
    note = "" if low < high else "surveys.note.no_width"
    if len(defined) < len(draws):
        note = "surveys.note.draws_undefined"
    if np.trace(table) == table.sum():
        note = "surveys.note.full_agreement"
    return row(term, estimate, method, units, note, low=float(low), high=float(high))


def _draws(units: np.ndarray, statistic: Statistic, seed: int) -> np.ndarray:
    n = len(units)
    times = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=DRAWS)
    flat = units.reshape(n, -1)
    return np.array([statistic((draw @ flat).reshape(units.shape[1:])) for draw in times])


def _agreement(table: np.ndarray) -> float:
    return float(np.trace(table) / table.sum())


def _specific(table: np.ndarray) -> float:
    margin = table[0].sum()
    return float(table[0, 0] / margin) if margin else math.nan


def _nominal_alpha(table: np.ndarray) -> float:
    return _alpha(table, 1.0 - np.eye(len(table)))


def _alpha(table: np.ndarray, distances: np.ndarray) -> float:
    margins = table.sum(axis=1)
    expected = margins @ distances @ margins
    if expected == 0:
        return math.nan
    return float(1 - (margins.sum() - 1) * (table * distances).sum() / expected)


def _distances(
    table: np.ndarray, categories: Sequence[Hashable], measurement: Measurement
) -> np.ndarray:
    if measurement == "nominal":
        return 1.0 - np.eye(len(table))
    if measurement == "interval":
        scores = np.array(categories, dtype=float)
    else:
        margins = table.sum(axis=1)
        scores = np.cumsum(margins) - margins / 2
    return (scores[:, None] - scores[None, :]) ** 2


def _collapse(units: np.ndarray, place: int) -> np.ndarray:
    """Put every category but one together."""
    own = units[:, place, place]
    mixed = units[:, place].sum(axis=1) - own
    others = units.sum(axis=(1, 2)) - own - 2 * mixed
    return np.stack([np.stack([own, mixed], -1), np.stack([mixed, others], -1)], -1)


def _numbers(categories: Sequence[Hashable]) -> bool:
    return all(isinstance(category, Real) for category in categories)
