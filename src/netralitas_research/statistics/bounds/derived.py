"""Bounds of shares, their differences and risk ratios in a table of which facts are printed.

All are found over tables of whole numbers, not by a relaxation. The odds ratio of two groups lies
on the same side of 1 as their risk ratio.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.fact_lines import Cells, label
from netralitas_research.statistics.bounds.group_spans import (
    Span,
    comparison_span,
    share_span,
    side,
)
from netralitas_research.statistics.bounds.limits import CERTAIN, set_row, total_of
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.statistics.bounds.program import Program
from netralitas_research.statistics.tidy import tidy


def share_bounds(table: PrintedTable, outcome: Cells, group: Cells) -> pd.DataFrame:
    """Bound the share of an outcome within a group, such as of an act within a post.

    Parameters
    ----------
    table
        The dimensions and the facts.
    outcome, group
        Cells of different dimensions: ``{"act": "party"}`` within ``{"post": "high"}``.

    Returns
    -------
    pandas.DataFrame
        One row: ``term, estimate, low, high, level, method, n, note``, shares of 1. A group
        that no table fills has no share, which may be any from 0 to 1.

    Raises
    ------
    UsageError
        If outcome and group name the same dimension, or what the table has not.

    Examples
    --------
    Duncan & Davis (1953), on one fourfold table: 60 of 100 in the group, 70 with the outcome.

    >>> from netralitas_research.statistics.bounds.facts import margin
    >>> fourfold = {"group": [1, 2], "outcome": [1, 2]}
    >>> table = PrintedTable(fourfold, margin("group", [60, 40]), margin("outcome", [70, 30]))
    >>> share_bounds(table, {"outcome": 1}, {"group": 1})[["low", "high"]].round(3).values.tolist()
    [[0.5, 1.0]]
    """
    program = Program.of(table)
    part, whole = indicator_within(table, outcome, group), table.indicator(group)
    return _frame(f"{label(outcome)} | {label(group)}", share_span(program, part, whole), program)


def risk_difference_bounds(
    table: PrintedTable, outcome: Cells, group: Cells, reference: Cells
) -> pd.DataFrame:
    """Bound by how much the share of an outcome in a group exceeds that in a reference group.

    Parameters
    ----------
    table
        The dimensions and the facts.
    outcome, group, reference
        Cells, as for `share_bounds`.

    Returns
    -------
    pandas.DataFrame
        One row as for `share_bounds`, and ``sign``: ``below``, ``above`` or ``equal`` (to 0) if
        the facts decide it, otherwise ``not_identified``.

    Raises
    ------
    UsageError
        As for `share_bounds`.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import margin
    >>> fourfold = {"group": [1, 2], "outcome": [1, 2]}
    >>> table = PrintedTable(fourfold, margin("group", [60, 40]), margin("outcome", [95, 5]))
    >>> found = risk_difference_bounds(table, {"outcome": 1}, {"group": 1}, {"group": 2})
    >>> found[["low", "high", "sign"]].round(3).values.tolist()
    [[-0.083, 0.125, 'not_identified']]
    """
    return _comparison(table, (outcome, group, reference), 0, "−")


def risk_ratio_bounds(
    table: PrintedTable, outcome: Cells, group: Cells, reference: Cells
) -> pd.DataFrame:
    """Bound the ratio of the shares of an outcome in a group and in a reference group.

    Parameters
    ----------
    table
        The dimensions and the facts.
    outcome, group, reference
        Cells, as for `share_bounds`.

    Returns
    -------
    pandas.DataFrame
        One row as for `risk_difference_bounds`, with the ``sign`` against 1. Where the reference
        group may be without the outcome, the ratio has no upper limit.

    Raises
    ------
    UsageError
        As for `share_bounds`.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import margin
    >>> fourfold = {"group": [1, 2], "outcome": [1, 2]}
    >>> table = PrintedTable(fourfold, margin("group", [60, 40]), margin("outcome", [95, 5]))
    >>> found = risk_ratio_bounds(table, {"outcome": 1}, {"group": 1}, {"group": 2})
    >>> found[["low", "high", "sign"]].round(3).values.tolist()
    [[0.917, 1.143, 'not_identified']]
    """
    return _comparison(table, (outcome, group, reference), 1, "/")


def _comparison(
    table: PrintedTable, cells: tuple[Cells, Cells, Cells], neutral: int, sign: str
) -> pd.DataFrame:
    outcome, *groups = cells
    program = Program.of(table)
    parts = [indicator_within(table, outcome, group) for group in groups]
    wholes = [table.indicator(group) for group in groups]
    span = comparison_span(program, parts, wholes, neutral)
    term = f"{label(outcome)} | {label(groups[0])} {sign} {label(groups[1])}"
    return _frame(term, span, program, {"sign": side(span, neutral)})


def _frame(
    term: str, span: Span, program: Program, more: Mapping[str, str] | None = None
) -> pd.DataFrame:
    low, high, note = float(span[0]), float(span[1]), span[2]
    found = set_row(term, (low, note), (high, note), "integer_program", total_of(program))
    return tidy([{**found, **(more or {})}], CERTAIN, tuple(more or ()))


def indicator_within(table: PrintedTable, outcome: Cells, group: Cells) -> np.ndarray:
    """Mark the cells of an outcome within a group.

    Raises
    ------
    UsageError
        If both name the same dimension, or what the table has not.

    Examples
    --------
    >>> table = PrintedTable({"group": [1, 2], "outcome": [1, 2]})
    >>> indicator_within(table, {"outcome": 1}, {"group": 2}).tolist()
    [0, 0, 1, 0]
    """
    label(outcome), label(group)
    shared = [name for name in outcome if name in group]
    if shared:
        raise UsageError("error.bounds_shared", dimension=", ".join(shared))
    return table.indicator({**group, **outcome})
