"""The smallest and the largest value of sums of cells, as rows of results."""

from __future__ import annotations

import math

import numpy as np

from netralitas_research.statistics.bounds.program import Program, Solution
from netralitas_research.statistics.bounds.propagation import batches, outer_limits
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
    high = program.maximise(ones)
    low = program.minimise(ones, high.value if high.status == "optimal" else math.inf)
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
    return float(round(value)) if program.integer else round(float(value), 9)


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
        self._floors, self._ceilings = outer_limits(program)
        size = program.matrix.shape[1]
        self._least, self._most = np.full(size, np.inf), np.full(size, -np.inf)
        found = program.feasible()
        self._see(found.table)
        self._possible = found.status != "infeasible"

    def of(self, weights: np.ndarray) -> tuple[Limit, Limit]:
        """Give the lower and the upper limit of a sum of cells, each with its note."""
        if not self._possible:
            return NOTHING, NOTHING
        if weights.sum() == 1:
            return self._of_cell(weights, int(weights.argmax()))
        return self._search(weights, np.inf, -np.inf)

    def _of_cell(self, weights: np.ndarray, place: int) -> tuple[Limit, Limit]:
        least, most = self._least[place], self._most[place]
        floor, ceiling = self._floors[place], self._ceilings[place]
        if least <= floor and most >= ceiling:
            return (_tidied(floor, self._program), ""), (_tidied(ceiling, self._program), "")
        return self._search(weights, least, most)

    def _search(self, weights: np.ndarray, least: float, most: float) -> tuple[Limit, Limit]:
        """Search for the limits of a sum which tables are known to bring down and up so far."""
        low = self._program.minimise(weights, least)
        high = self._program.maximise(weights, most)
        self._see(low.table)
        self._see(high.table)
        return lower(low, self._program), upper(high, self._program)

    def settle(self) -> None:
        """Look for tables in which many cells stand at their limits at once.

        Worth its time before the limits of all cells are asked for, one after the other.
        """
        if not self._possible:
            return
        self._narrow()
        self._lower_together()
        self._raise_together()

    def _narrow(self) -> None:
        """Take the limits of the cells in weighted lines into what confines the others."""
        for place in np.flatnonzero(self._program.weighted_cells()).tolist():
            weights = np.zeros(len(self._least), dtype=np.int64)
            weights[place] = 1
            (self._floors[place], _), (self._ceilings[place], _) = self._of_cell(weights, place)
        self._floors, self._ceilings = outer_limits(self._program, self._floors, self._ceilings)

    def _lower_together(self) -> None:
        """Lower all cells that no table has at their floors yet, as long as that helps."""
        above, before = np.flatnonzero(self._least > self._floors), np.inf
        while 0 < len(above) < before:
            before = len(above)
            self._try(above, -1)
            above = np.flatnonzero(self._least > self._floors)

    def _raise_together(self) -> None:
        """Raise the cells that no table has at their ceilings yet, batch by batch."""
        below, before = self._below(), np.inf
        while 0 < len(below) < before:
            before = len(below)
            for batch in batches(self._program, below, self._ceilings):
                if (self._most < self._ceilings)[batch].any():
                    self._try(batch, 1)
            below = self._below()

    def _below(self) -> np.ndarray:
        return np.flatnonzero((self._most < self._ceilings) & np.isfinite(self._ceilings))

    def _try(self, places: np.ndarray, weight: int) -> None:
        weights = np.zeros(len(self._least), dtype=np.int64)
        weights[places] = weight
        self._see(self._program.good_table(weights))

    def _see(self, table: np.ndarray | None) -> None:
        if table is not None:
            self._least = np.minimum(self._least, table)
            self._most = np.maximum(self._most, table)
