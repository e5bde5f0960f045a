"""Krippendorff's alpha: agreement of any number of coders, also where codes are missing."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from numbers import Real

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.agreement.coincidences import (
    Codings,
    Coincidences,
    coincidences,
)
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.tidy import Row, require_share, require_whole, row, tidy

MEASUREMENTS = ("nominal", "ordinal", "interval", "ratio")
"""The levels of measurement."""

Statistic = Callable[[np.ndarray], np.ndarray]
"""From tables of coincidences, along the leading axes, to one number each."""

DRAWS = 2000
"""Bootstrap samples of an interval."""

CELLS_AT_ONCE = 2_000_000
"""Cells of the samples that are held at once."""


def krippendorff_alpha(
    codings: Codings,
    level_of_measurement: str = "nominal",
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
        One row a unit, one column a coder, missing where a coder did not code it: a frame, rows
        in a list or an array, or a mapping from coders to their codes. Units that fewer than two
        coders coded are left out.
    level_of_measurement
        ``nominal``, ``ordinal``, ``interval`` or ``ratio``.
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
        If it is no table, the level of measurement is unknown or does not fit the codes, a code
        is not among the categories, the level is not between 0 and 1, or the seed is no whole
        number from 0.

    Examples
    --------
    >>> first = ["a", "a", "b", "b", "d", "c", "c", "c", "e", "d", "d", "a"]
    >>> second = ["b", "a", "b", "b", "b", "c", "c", "c", "e", "d", "d", "d"]
    >>> found = krippendorff_alpha(pd.DataFrame({"first": first, "second": second}))
    >>> [round(value, 3) for value in found["estimate"]]
    [0.75, 0.692]
    """
    require_share("level", level)
    require_whole("seed", seed, 0)
    measurement = read_method(level_of_measurement, MEASUREMENTS, None, "level_of_measurement")
    found = coincidences(codings, categories, ordered=measurement == "ordinal")
    if measurement in ("interval", "ratio"):
        _require_numbers(found.categories, 0.0 if measurement == "ratio" else -math.inf)

    def alpha(tables: np.ndarray) -> np.ndarray:
        return _alpha(tables, _distances(tables, found.categories, measurement))

    method = f"krippendorff_{measurement}"
    return tidy(
        [
            _row("percent_agreement", "pairs", found, _agreement, level, seed),
            _row("krippendorff_alpha", method, found, alpha, level, seed),
        ],
        level,
    )


def category_agreement(codings: Codings, level: float = 0.95, seed: int = 1) -> pd.DataFrame:
    """Show for each category how far the coders agree on it.

    Parameters
    ----------
    codings
        As `krippendorff_alpha` takes them.
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
        If it is no table, the level is not between 0 and 1, or the seed is no whole number from
        0.

    Examples
    --------
    >>> codings = pd.DataFrame({"one": ["a", "a", "b", "b"], "two": ["a", "b", "b", "b"]})
    >>> found = category_agreement(codings)
    >>> found.loc[found["category"] == "a", "estimate"].round(3).tolist()
    [0.667, 0.533]
    """
    require_share("level", level)
    require_whole("seed", seed, 0)
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
    estimate = float(statistic(table))
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
    """Give the statistic of samples of units; units with the same codes are drawn together."""
    n, size = len(units), units[0].size
    kinds, times = np.unique(units.reshape(n, size), axis=0, return_counts=True)
    generator, found = np.random.default_rng(seed), []
    at_once = max(1, CELLS_AT_ONCE // max(size, len(kinds)))
    for begin in range(0, DRAWS, at_once):
        drawn = generator.multinomial(n, times / n, size=min(at_once, DRAWS - begin))
        found.append(statistic((drawn @ kinds).reshape(-1, *units.shape[1:])))
    return np.concatenate(found)


def _agreement(tables: np.ndarray) -> np.ndarray:
    agreed = np.trace(tables, axis1=-2, axis2=-1)
    return np.asarray(agreed / tables.sum(axis=(-2, -1)))


def _specific(tables: np.ndarray) -> np.ndarray:
    return _share(tables[..., 0, 0], tables[..., 0, :].sum(axis=-1))


def _nominal_alpha(tables: np.ndarray) -> np.ndarray:
    return _alpha(tables, 1.0 - np.eye(tables.shape[-1]))


def _alpha(tables: np.ndarray, distances: np.ndarray) -> np.ndarray:
    margins = tables.sum(axis=-1)
    expected = np.einsum("...i,...ij,...j->...", margins, distances, margins, optimize=True)
    observed = (tables * distances).sum(axis=(-2, -1))
    return 1 - _share((margins.sum(axis=-1) - 1) * observed, expected)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Divide; by 0 is NaN."""
    return np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)


def _distances(tables: np.ndarray, categories: Sequence[Hashable], measurement: str) -> np.ndarray:
    if measurement == "nominal":
        return 1.0 - np.eye(tables.shape[-1])
    if measurement == "ordinal":
        margins = tables.sum(axis=-1)
        scores = np.cumsum(margins, axis=-1) - margins / 2
    else:
        scores = np.array(categories, dtype=float)
    apart = scores[..., :, None] - scores[..., None, :]
    if measurement == "ratio":
        both = scores[:, None] + scores
        apart = np.divide(apart, both, out=np.zeros_like(apart), where=both > 0)
    return apart**2


def _collapse(units: np.ndarray, place: int) -> np.ndarray:
    """Put every category but one together."""
    own = units[:, place, place]
    mixed = units[:, place].sum(axis=1) - own
    others = units.sum(axis=(1, 2)) - own - 2 * mixed
    return np.stack([np.stack([own, mixed], -1), np.stack([mixed, others], -1)], -1)


def _require_numbers(categories: Sequence[Hashable], least: float) -> None:
    for category in categories:
        if not (isinstance(category, Real) and least <= category < math.inf):
            raise UsageError("error.survey_scale", value=str(category))
