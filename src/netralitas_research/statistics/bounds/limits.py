"""The smallest and the largest value of sums of cells, as rows of results."""

from __future__ import annotations

import math

import numpy as np
from scipy import sparse

from netralitas_research.statistics.bounds.program import Program, Solution
from netralitas_research.statistics.tidy import Row, row

CERTAIN = 1.0
"""The level of limits that hold if the facts are right."""

Limit = tuple[float, str]
"""A limit, and the note of what stands against it."""

NOTHING: Limit = (math.nan, "note.bounds.inconsistent")


def set_row(term: str, low: Limit, high: Limit, method: str, n: float) -> Row:
    """Make the row of an identified set."""
    (least, low_note), (most, high_note) = low, high
    known = least == most
    note = high_note or low_note or ("" if known else "note.bounds.not_identified")
    estimate = most if known else math.nan
    return {**row(term, estimate, method, 0, note, low=least, high=most), "n": n}


def method_of(program: Program) -> str:
    """Name the method of a program."""
    return "integer_program" if program.integer else "linear_program"


def total_of(program: Program) -> float:
    """Give the total of all tables, NaN if they have several or there is none."""
    ones = np.ones(program.matrix.shape[1], dtype=np.int64)
    low, high = program.minimise(ones), program.maximise(ones)
    known = low.status == high.status == "optimal" and math.isclose(low.value, high.value)
    return high.value if known else math.nan


def lower(found: Solution, program: Program) -> Limit:
    """Read the lower limit of a sum of cells from the end of a search."""
    if found.status == "infeasible":
        return NOTHING
    if found.status == "undecided":
        safe = math.ceil(found.value - 1e-6) if math.isfinite(found.value) else 0
        return max(0.0, safe), "note.bounds.outer"
    return max(0.0, _tidied(found.value, program)), ""


def upper(found: Solution, program: Program) -> Limit:
    """Read the upper limit of a sum of cells from the end of a search."""
    if found.status == "infeasible":
        return NOTHING
    if found.status == "unbounded":
        return math.inf, "note.bounds.unbounded"
    if found.status == "undecided":
        safe = math.floor(found.value + 1e-6) if math.isfinite(found.value) else math.inf
        return safe, "note.bounds.outer"
    return _tidied(found.value, program), ""


def _tidied(value: float, program: Program) -> float:
    """Free a limit of the last digits of the solver."""
    return float(round(value)) if program.integer else round(value, 9)


class LimitSearch:
    """Limits of sums of cells, without the searches that tables found before have answered.

    Parameters
    ----------
    program
        The lines that tables must satisfy.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import at_most
    >>> from netralitas_research.statistics.bounds.printed_table import PrintedTable
    >>> program = Program.of(PrintedTable({"a": [1, 2]}, at_most({"a": 1}, 3)))
    >>> LimitSearch(program).of(np.array([1, 0]))
    ((0.0, ''), (3.0, ''))
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._ceilings = ceilings(program)
        size = program.matrix.shape[1]
        self._least, self._most = np.full(size, np.inf), np.full(size, -np.inf)
        self._possible = self._see(program.feasible()).status != "infeasible"

    def of(self, weights: np.ndarray) -> tuple[Limit, Limit]:
        """Give the lower and the upper limit of a sum of cells, each with its note."""
        if not self._possible:
            return NOTHING, NOTHING
        single, place = weights.sum() == 1, int(weights.argmax())
        if single and self._least[place] == 0:
            bottom: Limit = (0.0, "")
        else:
            bottom = lower(self._see(self._program.minimise(weights)), self._program)
        if single and self._most[place] >= self._ceilings[place]:
            top: Limit = (float(self._ceilings[place]), "")
        else:
            top = upper(self._see(self._program.maximise(weights)), self._program)
        return bottom, top

    def _see(self, found: Solution) -> Solution:
        if found.table is not None:
            self._least = np.minimum(self._least, found.table)
            self._most = np.maximum(self._most, found.table)
        return found


def ceilings(program: Program) -> np.ndarray:
    """Find what no cell exceeds by any single line without negative weights."""
    matrix = program.matrix.tocsr()
    positive = np.asarray((matrix < 0).sum(axis=1)).ravel() == 0
    ceilings = np.full(matrix.shape[1], np.inf)
    entries = sparse.coo_array(matrix[positive])
    shares = program.high[positive][entries.row] / entries.data
    np.minimum.at(ceilings, entries.col, np.floor(shares) if program.integer else shares)
    return ceilings
