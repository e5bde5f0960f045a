"""Bounds of the rank of a category in a table of which facts are printed."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
import pandas as pd
from scipy import sparse

from netralitas_research.statistics.bounds.derived import indicator_within
from netralitas_research.statistics.bounds.fact_lines import Cells, label
from netralitas_research.statistics.bounds.limits import (
    CERTAIN,
    NOTHING,
    Limit,
    LimitSearch,
    lower,
    set_row,
    total_of,
    upper,
)
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.statistics.bounds.program import Program
from netralitas_research.statistics.tidy import tidy


def rank_bounds(
    table: PrintedTable, over: str, category: Hashable, within: Cells | None = None
) -> pd.DataFrame:
    """Bound the rank of a category within a row: 1 for the largest, ties at the better rank.

    Parameters
    ----------
    table
        The dimensions and the facts.
    over
        The dimension whose categories are ranked, all of them.
    category
        The category.
    within
        The row; by default all cells of the category.

    Returns
    -------
    pandas.DataFrame
        One row: ``term, estimate, low, high, level, method, n, note``.

    Raises
    ------
    UsageError
        If the table has no such dimension or category, or the row names the ranked dimension.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import between, count
    >>> table = PrintedTable(
    ...     {"act": ["a", "b", "c"]}, count({"act": "a"}, 5), between({"act": "b"}, 4, 6),
    ...     between({"act": "c"}, 1, 2),
    ... )
    >>> rank_bounds(table, "act", "a")[["low", "high"]].values.tolist()
    [[1.0, 2.0]]
    """
    within = within or {}
    own = indicator_within(table, {over: category}, within)
    others = [
        indicator_within(table, {over: other}, within)
        for other in table.dimensions[over]
        if other != category
    ]
    program = Program.of(table)
    term = f"{label({over: category})} | {label(within)}"
    limits = _limits(program, own, others)
    return tidy([set_row(term, *limits, "integer_program", total_of(program))], CERTAIN)


def _limits(program: Program, own: np.ndarray, others: list[np.ndarray]) -> tuple[Limit, Limit]:
    """Count the categories that are larger, at least and at most."""
    if program.feasible().status == "infeasible":
        return NOTHING, NOTHING
    search = LimitSearch(program)
    largest = max((search.of(one)[1][0] for one in [own, *others]), default=0.0)
    if largest == np.inf:
        return (1.0, ""), (float(len(others) + 1), "note.bounds.unbounded_rank")
    marks = np.concatenate([np.zeros(len(own)), np.ones(len(others))]).astype(np.int64)
    least, least_note = lower(_marked(program, own, others, int(largest)).minimise(marks), program)
    most, most_note = upper(_marked(program, own, others, int(largest)).maximise(marks), program)
    return (least + 1, least_note), (most + 1, most_note)


def _marked(program: Program, own: np.ndarray, others: list[np.ndarray], largest: int) -> Program:
    """Add a mark for every other category: 1 if it is larger than the own one, otherwise 0."""
    count, size = len(others), len(own)
    old = sparse.hstack(
        [program.matrix, sparse.csr_array((program.matrix.shape[0], count), dtype=np.int64)]
    )
    gaps = np.array([other - own for other in others], dtype=np.int64).reshape(count, size)
    ones = np.eye(count, dtype=np.int64)
    larger_only_if_marked = np.hstack([gaps, -largest * ones])
    marked_only_if_larger = np.hstack([gaps, -(largest + 1) * ones])
    at_most_one = np.hstack([np.zeros((count, size), dtype=np.int64), ones])
    lines = np.vstack([larger_only_if_marked, marked_only_if_larger, at_most_one])
    matrix = sparse.csr_array(sparse.vstack([old, sparse.csr_array(lines)]))
    nowhere, none = np.full(count, -np.inf), np.zeros(count)
    low = np.concatenate([program.low, nowhere, none - largest, none])
    high = np.concatenate([program.high, none, none + np.inf, none + 1])
    return Program(matrix, low, high)
