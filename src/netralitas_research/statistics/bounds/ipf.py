"""Iterative proportional fitting: one table with given margins, by convention."""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.cells import margin_totals
from netralitas_research.statistics.bounds.labels import array_of, axes_of, ordered
from netralitas_research.statistics.tidy import require_positive, row, tidy

Axes = int | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted table, the passes over all margins, and by how much it misses one, as a share."""

    table: np.ndarray
    iterations: int
    gap: float


def iterative_proportional_fitting(
    seed: Any,
    margins: Sequence[Any] | Mapping[Axes, Any],
    tolerance: float = 1e-10,
    most_iterations: int = 10_000,
) -> pd.DataFrame:
    """Scale a table until it has the given margins (Deming & Stephan, 1940).

    Of all tables with these margins it is the one nearest to the seed, and with an even seed the
    one of maximum entropy (Ireland & Kullback, 1968). That is a convention, which every row notes:
    the margins do not tell that it is so.

    Parameters
    ----------
    seed
        A frame, or numbers from 0 nested as there are dimensions. A cell of 0 stays 0.
    margins
        The totals over each dimension in turn, first those of the rows. Or a mapping from the
        places, from 0, of one or more dimensions to their totals. Labelled totals are put into the
        order of the labels of the seed.
    tolerance
        By which part of the total a margin may be missed.
    most_iterations
        After how many passes over all margins to give up.

    Returns
    -------
    pandas.DataFrame
        One row a cell: ``term, estimate, low, high, level, method, n, note, row, column,
        iterations, gap`` (with more dimensions ``axis_1`` and so on instead of row and column).
        There are no limits. The note says it if no table with these margins was reached, because
        the margins have different totals or cells of 0 are in the way.

    Raises
    ------
    UsageError
        If a number is negative or none, a margin has another shape or other labels than the seed,
        or there is no margin.

    Examples
    --------
    >>> found = iterative_proportional_fitting([[1, 1], [1, 1]], [[70, 30], [60, 40]])
    >>> found["estimate"].round(6).tolist(), found["note"].unique().tolist()
    ([42.0, 28.0, 18.0, 12.0], ['note.bounds.convention'])
    """
    require_positive("tolerance", tolerance)
    start = _numbers(seed)
    targets = _targets(start, margins, axes_of(seed))
    for value in itertools.chain(start.flat, *(target.flat for target in targets.values())):
        require_positive("cell", value, or_zero=True)
    fitted = fit(start, targets, tolerance, most_iterations)
    totals = [float(target.sum()) for target in targets.values()]
    note = "note.bounds.convention"
    if not np.allclose(totals, totals[0], rtol=1e-9):
        note = "note.bounds.totals_differ"
    elif fitted.gap > tolerance:
        note = "note.bounds.not_converged"
    names = ("row", "column") if start.ndim == 2 else [f"axis_{i + 1}" for i in range(start.ndim)]
    more = {"iterations": fitted.iterations, "gap": fitted.gap}
    rows = []
    for labels, value in zip(
        itertools.product(*_labels(seed, start)), fitted.table.flat, strict=True
    ):
        cell = row(" × ".join(map(str, labels)), value, "ipf", 0, note, level=math.nan)
        rows.append({**cell, "n": totals[0], **dict(zip(names, labels, strict=True)), **more})
    return tidy(rows, math.nan, (*names, *more))


def independence_table(
    row_totals: Sequence[float] | pd.Series, column_totals: Sequence[float] | pd.Series
) -> pd.DataFrame:
    """Give the table in which rows and columns are independent: the fit to an even seed.

    Parameters
    ----------
    row_totals, column_totals
        Numbers from 0. A series carries its labels.

    Returns
    -------
    pandas.DataFrame
        As of `iterative_proportional_fitting`.

    Raises
    ------
    UsageError
        If a number is negative or none.

    Examples
    --------
    >>> independence_table([70, 30], [60, 40])["estimate"].round(6).tolist()
    [42.0, 28.0, 18.0, 12.0]
    """
    rows, columns = margin_totals(row_totals), margin_totals(column_totals)
    even = pd.DataFrame(1.0, index=rows.index, columns=columns.index)
    return iterative_proportional_fitting(even, [rows, columns]).assign(method="independence")


def fit(
    seed: np.ndarray,
    targets: Mapping[tuple[int, ...], np.ndarray],
    tolerance: float,
    most_iterations: int,
) -> Fitted:
    """Scale a table to one margin after the other.

    Parameters
    ----------
    seed
        The table to start from.
    targets
        The totals over each set of dimensions that is fitted.
    tolerance, most_iterations
        As for `iterative_proportional_fitting`.

    Returns
    -------
    Fitted
        The table.

    Examples
    --------
    >>> fit(np.ones((1, 2)), {(0,): np.array([4.0])}, 1e-10, 9).table.tolist()
    [[2.0, 2.0]]
    """
    table = seed.astype(float)
    others = {axes: tuple(a for a in range(seed.ndim) if a not in axes) for axes in targets}
    total = max(float(target.sum()) for target in targets.values()) or 1.0
    iterations, gap = 0, math.inf
    while gap > tolerance and iterations < most_iterations:
        for axes, target in targets.items():
            sums = table.sum(axis=others[axes])
            factors = np.divide(target, sums, out=np.zeros_like(target), where=sums > 0)
            table = table * np.expand_dims(factors, others[axes])
        missed = [
            np.abs(table.sum(axis=others[axes]) - target).max() for axes, target in targets.items()
        ]
        iterations, gap = iterations + 1, float(max(missed)) / total
    return Fitted(table, iterations, gap)


def _numbers(values: Any) -> np.ndarray:
    try:
        return array_of(values).astype(float)
    except (TypeError, ValueError):
        raise UsageError("error.bounds_totals", text=str(values)) from None


def _targets(
    seed: np.ndarray,
    margins: Sequence[Any] | Mapping[Axes, Any],
    labels: Sequence[Sequence[Hashable] | pd.Index | None],
) -> dict[tuple[int, ...], np.ndarray]:
    """Read the totals, those with labels in the order of the labels of the seed."""
    named = margins if isinstance(margins, Mapping) else dict(enumerate(margins))
    targets = {}
    for axes, totals in named.items():
        places = tuple(axes) if isinstance(axes, tuple | list) else (axes,)
        values = _numbers(totals)
        known = set(places) <= set(range(seed.ndim)) and list(places) == sorted(set(places))
        if not known or values.shape != tuple(seed.shape[place] for place in places):
            raise UsageError("error.bounds_margin", over=", ".join(map(str, places)))
        targets[places] = ordered(totals, [labels[place] for place in places]).astype(float)
    if not targets or not seed.size:
        raise UsageError("error.bounds_no_margin")
    return targets


def _labels(seed: Any, table: np.ndarray) -> list[Sequence[Hashable]]:
    if isinstance(seed, pd.DataFrame):
        return [list(seed.index), list(seed.columns)]
    return [range(1, size + 1) for size in table.shape]
