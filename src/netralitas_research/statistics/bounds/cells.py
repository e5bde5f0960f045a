"""What printed facts imply for cells of a table that were never printed.

The limits are not intervals of confidence. They are certain if the facts are right (level 1), and
every number that they leave open is as compatible with the facts as any other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.fact_lines import Cells, label, several
from netralitas_research.statistics.bounds.labels import array_of, axes_of
from netralitas_research.statistics.bounds.limits import (
    CERTAIN,
    LimitSearch,
    method_of,
    set_row,
    total_of,
)
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.statistics.bounds.program import Program, clash
from netralitas_research.statistics.tidy import COLUMNS, require_positive, row, tidy


def frechet_bounds(
    row_totals: Sequence[float] | pd.Series, column_totals: Sequence[float] | pd.Series
) -> pd.DataFrame:
    """Bound every cell of a table of which only the two margins are printed (Fréchet, 1940).

    A cell is at least the sum of its two margins minus the total, and at most the smaller margin.
    The bounds of one cell can be attained, but not those of all cells in one table.

    Parameters
    ----------
    row_totals, column_totals
        Counts or shares from 0 with one sum. A series or mapping carries its labels; otherwise rows
        and columns are numbered from 1.

    Returns
    -------
    pandas.DataFrame
        One row a cell: ``term, estimate, low, high, level, method, n, note, row, column``; the
        estimate is there if both bounds agree, ``n`` is the total.

    Raises
    ------
    UsageError
        If a total is negative or no number.

    Examples
    --------
    >>> frechet_bounds([70, 30], [60, 40])[["low", "high"]].values.tolist()
    [[30.0, 60.0], [10.0, 40.0], [0.0, 30.0], [0.0, 30.0]]
    """
    rows, columns = margin_totals(row_totals), margin_totals(column_totals)
    cells = pd.MultiIndex.from_product([rows.index, columns.index], names=["row", "column"])
    sums = rows.to_numpy()[:, None] + columns.to_numpy()[None, :]
    n = rows.sum()
    low = np.maximum(0, sums - n).ravel()
    high = np.minimum(rows.to_numpy()[:, None], columns.to_numpy()[None, :]).ravel()
    table = cells.to_frame(index=False)
    table["term"] = [f"{one} × {other}" for one, other in cells]
    table = table.assign(low=low, high=high, level=CERTAIN, method="frechet", n=n)
    known = np.isclose(low, high, rtol=0, atol=1e-9 * max(n, 1))
    table["estimate"] = np.where(known, high, np.nan)
    table["note"] = np.where(known, "", "note.bounds.not_identified")
    if not math.isclose(n, columns.sum(), rel_tol=1e-9, abs_tol=1e-12):
        table = table.assign(estimate=math.nan, low=math.nan, high=math.nan)
        table["note"] = "note.bounds.totals_differ"
    return table[[*COLUMNS, "row", "column"]]


def margin_totals(totals: Sequence[float] | pd.Series) -> pd.Series:
    """Label the totals of a margin, from 1 unless they are labelled.

    Raises
    ------
    UsageError
        If one is negative or no number, or they are no list.

    Examples
    --------
    >>> margin_totals([3, 4]).to_dict()
    {1: 3.0, 2: 4.0}
    """
    values = array_of(totals)
    if values.ndim != 1:
        raise UsageError("error.bounds_totals", text=str(totals))
    (labels,) = axes_of(totals)
    for value in values.tolist():
        require_positive("total", value, or_zero=True)
    index = range(1, len(values) + 1) if labels is None else labels
    return pd.Series(values, index=pd.Index(index), dtype=float)


def cell_bounds(
    table: PrintedTable, cells: Cells | Sequence[Cells] | None = None, integer: bool = True
) -> pd.DataFrame:
    """Find the smallest and the largest count of each cell over all tables that fit the facts.

    Both are attained by a table, except where the note says that they may be wider (Dobra &
    Fienberg, 2000, on exact bounds given margins; here by integer programming, so that any
    printed facts may be given).

    Parameters
    ----------
    table
        The dimensions and the facts.
    cells
        Cells or sums of cells to bound; by default every single cell.
    integer
        Whether cells are whole numbers. If not, the limits may be wider, and are found faster.

    Returns
    -------
    pandas.DataFrame
        One row a sum of cells: ``term, estimate, low, high, level, method, n, note`` and each
        dimension with its category, empty where it is summed over. The estimate is there if both
        bounds agree, ``n`` is the total if the facts fix it. If no table fits the facts, there
        are no bounds; `consistent` tells which facts clash.

    Raises
    ------
    UsageError
        If a cell names a dimension or a category that the table has not.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import count, percentage, total
    >>> table = PrintedTable(
    ...     {"post": ["high", "other"], "act": ["party", "other"]},
    ...     total(456), percentage({"post": "high"}, "27.6", 456), count({"act": "party"}, 41),
    ... )
    >>> cell_bounds(table, {"post": "high", "act": "party"})[["low", "high"]].values.tolist()
    [[0.0, 41.0]]
    """
    program = Program.of(table, integer=integer)
    limits = LimitSearch(program)
    if cells is None:
        limits.settle()
    n = total_of(program)
    rows = []
    for one in chosen_cells(table, cells):
        weights = table.indicator(one)
        shown = {name: "+".join(map(str, several(value))) for name, value in one.items()}
        shown = dict.fromkeys(table.dimensions, "") | shown
        rows.append({**set_row(label(one), *limits.of(weights), method_of(program), n), **shown})
    return tidy(rows, CERTAIN, tuple(table.dimensions))


def chosen_cells(table: PrintedTable, cells: Cells | Sequence[Cells] | None) -> Sequence[Cells]:
    """Give the sums of cells that were asked for: one, several, or by default every single cell.

    Examples
    --------
    >>> chosen_cells(PrintedTable({"a": [1, 2]}), None)
    [{'a': 1}, {'a': 2}]
    """
    if cells is None:
        return table.cells()
    return [cells] if isinstance(cells, Mapping) else list(cells)


def consistent(table: PrintedTable, integer: bool = True) -> pd.DataFrame:
    """Tell whether any table fits all printed facts, and if none does, which facts clash.

    Parameters
    ----------
    table
        The dimensions and the facts.
    integer
        Whether cells are whole numbers.

    Returns
    -------
    pandas.DataFrame
        One row: ``estimate`` is 1 if there is a table, 0 if there is none, and missing if the
        search was given up; ``n`` is the number of facts. ``clash`` holds the names of facts that
        no table fits together and of which none can be spared (found by deletion; Chinneck &
        Dravnieks, 1991). There may be other such sets.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import percentage, count, total
    >>> table = PrintedTable(
    ...     {"post": ["functional", "other"]}, total(1596),
    ...     percentage({"post": "functional"}, "26.5", 1596), count({"post": "functional"}, 533),
    ... )
    >>> consistent(table)["clash"].item()
    ('post=functional: 26.5% / 1596', 'post=functional: 533')
    """
    program = Program.of(table, integer=integer)
    status = program.feasible().status
    answers = {"optimal": (1.0, ""), "infeasible": (0.0, "note.bounds.inconsistent")}
    answer, note = answers.get(status, (math.nan, "note.bounds.undecided"))
    places = clash(table, integer=integer) if status == "infeasible" else ()
    names = tuple(table.facts[place].name for place in places)
    found = row("consistent", answer, method_of(program), len(table.facts), note, clash=names)
    low, high = (0.0, 1.0) if math.isnan(answer) else (answer, answer)
    return tidy([{**found, "low": low, "high": high}], CERTAIN, ("clash",))


def example_table(table: PrintedTable) -> pd.Series:
    """Give one table of whole numbers that fits all facts, as a certificate that they can be.

    Parameters
    ----------
    table
        The dimensions and the facts.

    Returns
    -------
    pandas.Series
        The counts by dimension; empty if there is no such table. It is one of many: not an
        estimate.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import count, total
    >>> example_table(PrintedTable({"a": [1, 2]}, total(5), count({"a": 1}, 2))).tolist()
    [2, 3]
    """
    found = Program.of(table).feasible().table
    index = pd.MultiIndex.from_product(
        list(table.dimensions.values()), names=list(table.dimensions)
    )
    if found is None:
        return pd.Series(index=index[:0], dtype=int)
    return pd.Series(found, index=index)
