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

    def maximise(self, weights: np.ndarray) -> Solution:
        """Find the largest weighted sum of cells.

        Parameters
        ----------
        weights
            One weight a cell.

        Returns
        -------
        Solution
            The end of the search.
        """
        if np.any(self.low > self.high):
            return Solution("infeasible")
        relaxed = self._solve(weights, whole=False)
        if relaxed.status != "optimal" or not self.integer:
            return relaxed
        rounded = self._rounded(relaxed, weights)
        if rounded is not None and rounded.value >= relaxed.value - 1e-6 * (1 + abs(relaxed.value)):
            return rounded
        found = self._solve(weights, whole=True)
        if found.status == "optimal":
            return self._rounded(found, weights) or Solution("undecided", relaxed.value)
        return found if found.status == "infeasible" else Solution("undecided", relaxed.value)

    def minimise(self, weights: np.ndarray) -> Solution:
        """Find the smallest weighted sum of cells; see `maximise`."""
        found = self.maximise(-weights)
        return replace(found, value=-found.value)

    def feasible(self) -> Solution:
        """Find any table."""
        return self.maximise(np.zeros(self.matrix.shape[1], dtype=np.int64))

    def satisfied(self, table: np.ndarray) -> bool:
        """Whether whole numbers satisfy every line, without an error of rounding."""
        sums = self.matrix @ table
        return bool(np.all(table >= 0) and np.all(sums >= self.low) and np.all(sums <= self.high))

    def _rounded(self, solution: Solution, weights: np.ndarray) -> Solution | None:
        assert solution.table is not None
        table = np.rint(solution.table).astype(np.int64)
        if not self.satisfied(table):
            return None
        return Solution("optimal", float(weights @ table), table)

    def _solve(self, weights: np.ndarray, *, whole: bool) -> Solution:
        lines = LinearConstraint(self.matrix.astype(float), self.low, self.high)
        found = milp(
            -weights.astype(float),
            integrality=np.full(len(weights), int(whole)),
            bounds=Bounds(0, np.inf),
            constraints=[lines] if self.matrix.shape[0] else [],
            options={"mip_rel_gap": 0.0, "node_limit": NODES},
        )
        if found.status == 0:
            return Solution("optimal", -found.fun, found.x)
        return Solution(self._failure(found.status, weights))

    def _failure(self, status: int, weights: np.ndarray) -> Status:
        """Tell infeasible from unbounded, which HiGHS leaves open where it sees one of the two."""
        if status == 2:
            return "infeasible"
        if status == 1 or not weights.any():
            return "undecided"
        return "infeasible" if self.feasible().status == "infeasible" else "unbounded"


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
