"""Integer programs over all tables of counts that satisfy printed facts.

Solved by HiGHS (Huangfu & Hall, 2018). Every table that is found is put into the facts again with
whole numbers, so that a limit which is said to be attained is attained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from netralitas_research.statistics.bounds.printed_table import PrintedTable

Status = Literal["optimal", "infeasible", "unbounded", "undecided"]

NODES = 20_000
"""Nodes after which the search for whole numbers is given up, so that it always ends."""

FEW_NODES = 5
"""Nodes that a search is worth of which nothing but a good table is wanted."""

SOLVER_ERROR, RELATIVE_ERROR = 1e-3, 1e-11
"""What the value of a relaxation may lack by the solver's rounding; more than it ever does."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The end of a search: its status and, where there is one, the value and the table.

    Attributes
    ----------
    status
        ``undecided`` if the search for whole numbers was given up; the value is then one that
        no table exceeds.
    value
        The largest value.
    table
        A table with this value, its cells in one row.
    """

    status: Status
    value: float = np.nan
    table: np.ndarray | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """Lines that a table of counts from 0 must satisfy.

    Attributes
    ----------
    matrix
        Whole weights, a row a line.
    low, high
        The limits of each line.
    integer
        Whether cells are whole numbers; otherwise any numbers from 0.
    """

    matrix: sparse.csr_array
    low: np.ndarray
    high: np.ndarray
    integer: bool = True

    @classmethod
    def of(cls, table: PrintedTable, *, integer: bool = True) -> Program:
        """Take the lines from the facts of a table."""
        lines = [line for fact in table.facts for line in fact.lines]
        low = np.array([line.low for line in lines], dtype=float)
        high = np.array([line.high for line in lines], dtype=float)
        return cls(table.matrix(), low, high, integer)

    def given(self, weights: np.ndarray, low: float, high: float) -> Program:
        """Give the program with one more line."""
        matrix = sparse.csr_array(sparse.vstack([self.matrix, sparse.csr_array(weights[None, :])]))
        return Program(matrix, np.append(self.low, low), np.append(self.high, high), self.integer)

    def maximise(self, weights: np.ndarray, reached: float = -np.inf) -> Solution:
        """Find the largest weighted sum of cells.

        Parameters
        ----------
        weights
            One whole weight a cell.
        reached
            The value of a table that is known already. If none exceeds it, the solution has this
            value and need not show a table.

        Returns
        -------
        Solution
            The end of the search.
        """
        if np.any(self.low > self.high):
            return Solution("infeasible")
        relaxed = self._solve(weights)
        if relaxed.status != "optimal" or not self.integer:
            return relaxed
        most = _most_whole(relaxed.value)
        if reached >= most:
            return Solution("optimal", reached)
        rounded = self._rounded(relaxed, weights)
        if rounded is not None and rounded.value >= most:
            return rounded
        for cells in self._whole_cells():
            found = self._solve(weights, cells)
            if found.status != "optimal":
                return found if found.status == "infeasible" else Solution("undecided", most)
            rounded = self._rounded(found, weights)
            if rounded is not None and rounded.value >= _most_whole(found.value):
                return rounded
        return Solution("undecided", most)

    def minimise(self, weights: np.ndarray, reached: float = np.inf) -> Solution:
        """Find the smallest weighted sum of cells; see `maximise`."""
        found = self.maximise(-weights, -reached)
        return replace(found, value=-found.value)

    def good_table(self, weights: np.ndarray) -> np.ndarray | None:
        """Find a table with a large weighted sum, without the proof that there is no larger one."""
        relaxed = self._solve(weights)
        if relaxed.table is None or not self.integer:
            return relaxed.table
        found = self._rounded(relaxed, weights)
        for cells in self._whole_cells():
            if found is None:
                found = self._rounded(self._solve(weights, cells, FEW_NODES), weights)
        return None if found is None else found.table

    def feasible(self) -> Solution:
        """Find any table."""
        return self.maximise(np.zeros(self.matrix.shape[1], dtype=np.int64))

    def satisfied(self, table: np.ndarray) -> bool:
        """Whether whole numbers satisfy every line, without an error of rounding."""
        sums = self.matrix @ table
        return bool(np.all(table >= 0) and np.all(sums >= self.low) and np.all(sums <= self.high))

    def weighted_cells(self) -> np.ndarray:
        """Mark the cells in lines that are no plain sums, such as percentages of other cells."""
        matrix = self.matrix.tocsr()
        plain = np.asarray((matrix != matrix.sign()).sum(axis=1) + (matrix < 0).sum(axis=1)) == 0
        marks = np.zeros(matrix.shape[1], dtype=bool)
        marks[matrix[~plain.ravel()].indices] = True
        return marks

    def _whole_cells(self) -> list[np.ndarray]:
        """Say of which cells to ask whole numbers, first of few and then of all.

        Where the plain sums are margins of two dimensions, the other cells come out whole by
        themselves, and the search is far shorter.
        """
        weighted, all_cells = self.weighted_cells(), np.ones(self.matrix.shape[1], dtype=bool)
        return [weighted, all_cells] if weighted.any() and not weighted.all() else [all_cells]

    def _rounded(self, solution: Solution, weights: np.ndarray) -> Solution | None:
        if solution.table is None:
            return None
        table = np.rint(solution.table).astype(np.int64)
        if not self.satisfied(table):
            return None
        return Solution("optimal", float(weights @ table), table)

    def _solve(
        self, weights: np.ndarray, whole: np.ndarray | None = None, nodes: int = NODES
    ) -> Solution:
        """Solve with whole numbers in the marked cells, by default in none."""
        lines = LinearConstraint(self.matrix.astype(float), self.low, self.high)
        found = milp(
            -weights.astype(float),
            integrality=None if whole is None else whole.astype(int),
            bounds=Bounds(0, self._greatest()),
            constraints=[lines] if self.matrix.shape[0] else [],
            options={"mip_rel_gap": 0.0, "node_limit": nodes},
        )
        if found.status == 0:
            return Solution("optimal", -found.fun, found.x)
        if nodes < NODES:
            return Solution("undecided", table=found.x)
        return Solution(self._failure(found.status, weights))

    def _greatest(self) -> np.ndarray:
        """Bound each cell by the lines that only add, as far as there are any.

        Nothing follows that the lines do not say. But where cells have no bounds of their own, the
        presolve of HiGHS (1.12, in SciPy 1.17) never ends for some small tables, whatever limit of
        time or nodes it is given.
        """
        entries = self.matrix.tocoo()
        adds = np.ones(self.matrix.shape[0], dtype=bool)
        adds[entries.row[entries.data < 0]] = False
        used = adds[entries.row] & (entries.data > 0)
        greatest = np.full(self.matrix.shape[1], np.inf)
        ends = np.maximum(self.high[entries.row[used]], 0) / entries.data[used]
        np.minimum.at(greatest, entries.col[used], ends)
        return greatest

    def _failure(self, status: int, weights: np.ndarray) -> Status:
        """Tell infeasible from unbounded, which HiGHS leaves open where it sees one of the two."""
        if status == 2:
            return "infeasible"
        if status == 1 or not weights.any():
            return "undecided"
        return "infeasible" if self.feasible().status == "infeasible" else "unbounded"


def _most_whole(value: float) -> float:
    """Give the largest whole number that the value of a relaxation allows."""
    return float(np.floor(value + SOLVER_ERROR + RELATIVE_ERROR * abs(value)))


def clash(table: PrintedTable, *, integer: bool = True) -> tuple[int, ...]:
    """Find facts that no table satisfies together, each of which is needed for that.

    One fact after the other is left out for good if the others still clash (deletion; Chinneck &
    Dravnieks, 1991). There may be other such sets.

    Parameters
    ----------
    table
        A table that cannot be.
    integer
        Whether cells are whole numbers.

    Returns
    -------
    tuple of int
        The places of the facts.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import count, total
    >>> table = PrintedTable({"a": [1, 2]}, total(5), count({"a": 1}, 2), count({"a": 2}, 4))
    >>> clash(table), clash(PrintedTable({"a": [1]}, total(2), count({"a": 1}, 3)))
    ((0, 1, 2), (0, 1))
    """
    kept = list(range(len(table.facts)))
    for place in range(len(table.facts)):
        fewer = [one for one in kept if one != place]
        if _infeasible(table, fewer, integer=integer):
            kept = fewer
    return tuple(kept)


def _infeasible(table: PrintedTable, places: Sequence[int], *, integer: bool) -> bool:
    facts = [table.facts[place] for place in places]
    program = Program.of(PrintedTable(table.dimensions, facts), integer=integer)
    return program.feasible().status == "infeasible"
