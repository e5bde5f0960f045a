"""Integer programs against enumeration where a relaxation comes close but not quite there."""

import numpy as np
import pytest
from scipy import sparse

from netralitas_research.statistics.bounds import (
    PrintedTable,
    cell_bounds,
    count,
    margin,
    percentages,
    total,
)
from netralitas_research.statistics.bounds.limits import LimitSearch
from netralitas_research.statistics.bounds.program import Program
from netralitas_research.statistics.bounds.propagation import outer_limits


@pytest.mark.parametrize(
    ("lines", "limits", "weights"),
    [
        ([[3, 9], [2, 6]], [11_227_981, 16_379_204], [1, 7]),
        ([[3, 3], [6, 2]], [19_576_124, 19_232_078], [7, 2]),
        ([[3, 2], [7, 5]], [18_859_926, 13_484_767], [5, 4]),
        ([[7, 9], [8, 2]], [19_701_946, 19_807_920], [7, 9]),
    ],
)
def test_limits_of_millions_are_exact_to_the_unit(lines, limits, weights):
    first = np.arange(min(limit // line[0] for line, limit in zip(lines, limits, strict=True)) + 1)
    second = np.min(
        [(limit - line[0] * first) // line[1] for line, limit in zip(lines, limits, strict=True)],
        axis=0,
    )
    program = Program(
        sparse.csr_array(np.array(lines)), np.full(2, -np.inf), np.array(limits, dtype=float)
    )

    assert program.maximise(np.array(weights)).value == (np.array(weights) @ [first, second]).max()


def drawn_table(seed):
    """A margin, a margin in percent, and the shares of one row, of a drawn table of counts."""
    draw = np.random.default_rng(seed)
    counts = draw.poisson(draw.choice([2, 20]), (4, 5)) + 1
    everything, first = int(counts.sum()), int(counts[0].sum())
    printed = {
        place: f"{100 * int(one) / everything:.1f}" for place, one in enumerate(counts.sum(0))
    }
    shares = {place: f"{100 * int(one) / first:.0f}" for place, one in enumerate(counts[0])}
    dimensions = {"row": range(4), "column": range(5)}
    facts = (
        total(everything),
        percentages("column", printed, everything, rounding="up_or_down"),
        percentages("column", shares, {"row": 0}, within={"row": 0}, rounding="up_or_down"),
    )
    rows = [margin("row", counts.sum(1))] if seed % 2 else [count({"row": 0}, first)]
    return counts, PrintedTable(dimensions, *facts, *rows)


@pytest.mark.parametrize("seed", range(8))
def test_cells_bounded_together_have_the_limits_of_a_search_for_each(seed):
    counts, table = drawn_table(seed)
    together = cell_bounds(table)
    apart = [cell_bounds(table, cell) for cell in table.cells()]

    assert together["low"].tolist() == [one["low"].item() for one in apart]
    assert together["high"].tolist() == [one["high"].item() for one in apart]
    assert (together["low"] <= counts.ravel()).all()
    assert (together["high"] >= counts.ravel()).all()


@pytest.mark.parametrize("seed", range(8))
def test_limits_without_a_search_are_never_too_narrow(seed):
    _, table = drawn_table(seed)
    floors, ceilings = outer_limits(Program.of(table))
    exact = cell_bounds(table)

    assert (floors <= exact["low"]).all()
    assert (ceilings >= exact["high"]).all()


def test_share_of_a_printed_sum_confines_its_part_without_a_search():
    table = PrintedTable(
        {"row": [1, 2], "column": [1, 2]},
        count({"row": 1}, 200),
        percentages("column", {1: "27.5"}, {"row": 1}, within={"row": 1}),
    )
    floors, ceilings = outer_limits(Program.of(table))

    # Of 200 are 27.45 to 27.55 percent 54.9 to 55.1.
    assert (floors[0], ceilings[0]) == (55, 55)


def test_cells_of_two_margins_need_few_searches(monkeypatch):
    rows, columns = np.arange(20, 32), np.arange(31, 19, -1)
    table = PrintedTable(
        {"row": range(12), "column": range(12)}, margin("row", rows), margin("column", columns)
    )
    solved = []
    solve = Program._solve
    monkeypatch.setattr(
        Program, "_solve", lambda self, *given: solved.append(1) or solve(self, *given)
    )
    search = LimitSearch(Program.of(table))
    search.settle()
    limits = [search.of(table.indicator(cell)) for cell in table.cells()]

    smaller = np.minimum(rows[:, None], columns[None, :]).ravel().tolist()
    assert [high for _, (high, _) in limits] == smaller
    assert all(low == 0 for (low, _), _ in limits)
    assert len(solved) < 40
