"""Three levels side by side: what facts imply, what a convention adds, what an assumption adds."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import minimize

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.cells import cell_bounds, chosen_cells
from netralitas_research.statistics.bounds.fact_lines import Cells, label
from netralitas_research.statistics.bounds.limits import total_of
from netralitas_research.statistics.bounds.printed_table import PrintedTable, Statement
from netralitas_research.statistics.bounds.program import Program
from netralitas_research.statistics.bounds.propagation import outer_limits
from netralitas_research.statistics.tidy import COLUMNS, row, tidy

GAP = 1e-5
"""By which part of the total a fact may be missed by the table of maximum entropy."""

LARGEST_EXPONENT = 50
"""Keeps the first steps of the search finite."""


def maximum_entropy(
    table: PrintedTable, cells: Cells | Sequence[Cells] | None = None
) -> pd.DataFrame:
    """Give the cells of the most even table that fits the facts (Jaynes, 1957).

    For two printed margins it is the table of independence, and for margins in general that of
    iterative proportional fitting to an even seed. Facts with limits, such as rounded percentages,
    are kept as limits. It is a convention, not an estimate, which every row notes.

    Parameters
    ----------
    table
        The dimensions and the facts; the total should be among them.
    cells
        Cells or sums of cells; by default every single cell.

    Returns
    -------
    pandas.DataFrame
        One row a sum of cells: ``term, estimate, low, high, level, method, n, note``, without
        limits. Counts are not whole.

    Raises
    ------
    UsageError
        If a cell names a dimension or a category that the table has not.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import margin
    >>> fourfold = {"a": [1, 2], "b": [1, 2]}
    >>> table = PrintedTable(fourfold, margin("a", [70, 30]), margin("b", [60, 40]))
    >>> maximum_entropy(table)["estimate"].round(2).tolist()
    [42.0, 28.0, 18.0, 12.0]
    """
    program = Program.of(table)
    counts, note = _most_even(program)
    n = total_of(program)
    rows = [
        {**row(label(one), _sum(table, one, counts), "maximum_entropy", 0, note), "n": n}
        for one in chosen_cells(table, cells)
    ]
    return tidy(rows, math.nan)


def bounds_and_convention(
    table: PrintedTable,
    cells: Cells | Sequence[Cells] | None = None,
    assumptions: Mapping[str, Statement] | None = None,
) -> pd.DataFrame:
    """Show bounds, convention and named assumptions together, so that none stands alone.

    Parameters
    ----------
    table
        The dimensions and the facts.
    cells
        Cells or sums of cells; by default every single cell.
    assumptions
        What one might suppose beyond the facts: the name of each assumption and the facts that
        it would add.

    Returns
    -------
    pandas.DataFrame
        For each cell the bounds by `cell_bounds`, the value by `maximum_entropy`, and the bounds
        under each assumption alone: ``term, estimate, low, high, level, method, n, note,
        assumption``; the last is empty in the rows without one.

    Raises
    ------
    UsageError
        If a cell or an assumption names a dimension or a category that the table has not, or the
        assumptions have no names.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import at_most, margin
    >>> fourfold = {"a": [1, 2], "b": [1, 2]}
    >>> table = PrintedTable(fourfold, margin("a", [70, 30]), margin("b", [60, 40]))
    >>> found = bounds_and_convention(
    ...     table, {"a": 1, "b": 1}, {"few of the second": at_most({"a": 2, "b": 1}, 5)}
    ... )
    >>> found[["method", "estimate", "low", "high"]].round(1)
                method  estimate   low  high
    0  integer_program       NaN  30.0  60.0
    1  maximum_entropy      42.0   NaN   NaN
    2  integer_program       NaN  55.0  60.0
    """
    if assumptions is not None and not isinstance(assumptions, Mapping):
        raise UsageError("error.bounds_assumptions", text=str(assumptions))
    levels = [cell_bounds(table, cells), maximum_entropy(table, cells)]
    levels = [level.assign(assumption="") for level in levels]
    for name, statement in (assumptions or {}).items():
        found = cell_bounds(table.given(statement), cells)
        supposed = found["note"].isin(["", "note.bounds.not_identified"])
        found["note"] = found["note"].mask(supposed, "note.bounds.assumption")
        levels.append(found.assign(assumption=name))
    together = pd.concat(levels)[[*COLUMNS, "assumption"]]
    return together.sort_index(kind="stable").reset_index(drop=True)


def _sum(table: PrintedTable, cells: Cells, counts: np.ndarray | None) -> float:
    weights = table.indicator(cells)
    return math.nan if counts is None else float(weights @ counts)


def _most_even(program: Program) -> tuple[np.ndarray | None, str]:
    """Find the most even table, as shares of the largest total and then as counts."""
    size = program.matrix.shape[1]
    most = program.maximise(np.ones(size, dtype=np.int64))
    if most.status != "optimal":
        infeasible = most.status == "infeasible"
        return None, "note.bounds.inconsistent" if infeasible else "note.bounds.no_total"
    scale = max(most.value, 1.0)
    weights = np.maximum(abs(program.matrix).max(axis=1).toarray().ravel(), 1)
    lines = sparse.csr_array(program.matrix / weights[:, None])
    low, high = program.low / weights / scale, program.high / weights / scale
    shares = _dual(lines, low, high, np.where(outer_limits(program)[1] > 0, 1 / size, 0.0))
    sums = lines @ shares
    good = np.all(sums >= low - GAP) and np.all(sums <= high + GAP)
    return shares * scale, "note.bounds.convention" if good else "note.bounds.not_converged"


def _dual(
    lines: sparse.csr_array, low: np.ndarray, high: np.ndarray, seed: np.ndarray
) -> np.ndarray:
    """Maximise the entropy by its dual: a multiplier from 0 for each limit that a line has."""
    from_below, from_above = np.isfinite(low), np.isfinite(high)
    signed = sparse.csr_array(sparse.vstack([lines[from_below], -lines[from_above]]))
    limits = np.concatenate([low[from_below], -high[from_above]])

    def shares(multipliers: np.ndarray) -> np.ndarray:
        return seed * np.exp(np.clip(signed.T @ multipliers, -700, LARGEST_EXPONENT))

    def loss(multipliers: np.ndarray) -> tuple[float, np.ndarray]:
        found = shares(multipliers)
        return float(found.sum() - limits @ multipliers), signed @ found - limits

    found = minimize(
        loss,
        np.zeros(len(limits)),
        jac=True,
        method="L-BFGS-B",
        bounds=[(0, None)] * len(limits),
        options={"maxiter": 20_000, "maxfun": 50_000, "ftol": 1e-16, "gtol": 1e-10, "maxcor": 50},
    )
    return shares(found.x)
