"""Bounds against the enumeration of every table of a small total."""

import itertools
import subprocess
import sys
from fractions import Fraction
from math import floor, inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.statistics.bounds.cells import cell_bounds, consistent, example_table
from netralitas_research.statistics.bounds.derived import (
    risk_difference_bounds,
    risk_ratio_bounds,
    share_bounds,
)
from netralitas_research.statistics.bounds.facts import between, percentage, top_list, total
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.statistics.bounds.program import clash
from netralitas_research.statistics.bounds.ranks import rank_bounds

ROWS, COLUMNS = ("r1", "r2"), ("c1", "c2", "c3")
ROW, OTHER, COLUMN = {"row": "r1"}, {"row": "r2"}, {"column": "c1"}


def all_tables(size):
    """Every table of two rows and three columns with a total."""
    for bars in itertools.combinations(range(size + 5), 5):
        cuts = (-1, *bars, size + 5)
        yield np.diff(cuts).reshape(2, 3) - 1


TABLES = {size: list(all_tables(size)) for size in range(1, 8)}


def summed(table, cells):
    row = [ROWS.index(cells["row"])] if "row" in cells else [0, 1]
    column = [COLUMNS.index(cells["column"])] if "column" in cells else [0, 1, 2]
    return int(table[np.ix_(row, column)].sum())


def half_up(part, base):
    return floor(Fraction(100 * part, base) + Fraction(1, 2))


cells = st.fixed_dictionaries(
    {}, optional={"row": st.sampled_from(ROWS), "column": st.sampled_from(COLUMNS)}
)


@st.composite
def stated(draw):
    """A fact, and the same as a question to one table."""
    kind = draw(st.sampled_from(["between", "share of a number", "share of a row", "list"]))
    if kind == "between":
        chosen, low = draw(cells), draw(st.integers(0, 4))
        high = low + draw(st.integers(0, 3))
        return between(chosen, low, high), lambda t: low <= summed(t, chosen) <= high
    if kind == "list":
        listed = draw(st.permutations(COLUMNS))[: draw(st.integers(1, 2))]
        return (
            top_list("column", listed, within=ROW),
            lambda t: (
                [t[0][COLUMNS.index(one)] for one in listed]
                == sorted(t[0], reverse=True)[: len(listed)]
            ),
        )
    part, base = draw(st.integers(0, 5)), draw(st.integers(5, 7))
    shown, chosen = half_up(part, base), draw(cells)
    if kind == "share of a number":
        return percentage(
            chosen, str(shown), base
        ), lambda t: summed(t, chosen) <= base and half_up(summed(t, chosen), base) == shown
    inner = {**ROW, "column": draw(st.sampled_from(COLUMNS))}
    return percentage(
        inner, str(shown), ROW
    ), lambda t: summed(t, ROW) > 0 and half_up(summed(t, inner), summed(t, ROW)) == shown


@st.composite
def problems(draw):
    size = draw(st.integers(1, 7))
    facts = draw(st.lists(stated(), max_size=3))
    table = PrintedTable({"row": ROWS, "column": COLUMNS}, total(size), [fact for fact, _ in facts])
    return table, [t for t in TABLES[size] if all(holds(t) for _, holds in facts)]


@settings(max_examples=60, deadline=None)
@given(problems())
def test_cell_bounds_are_the_extremes_of_all_tables_that_fit(problem):
    table, fitting = problem
    asked = [{}, ROW, COLUMN, *table.cells()]
    found = cell_bounds(table, asked)

    if not fitting:
        assert set(found["note"]) == {"note.bounds.inconsistent"}
        assert consistent(table)["estimate"].item() == 0
        assert example_table(table).empty
    else:
        sums = [[summed(t, one) for t in fitting] for one in asked]
        assert found["low"].tolist() == [min(one) for one in sums]
        assert found["high"].tolist() == [max(one) for one in sums]
        example = example_table(table).to_numpy().reshape(2, 3)
        assert any((example == t).all() for t in fitting)


@settings(max_examples=25, deadline=None)
@given(problems())
def test_clashing_facts_clash_and_none_of_them_can_be_spared(problem):
    table, fitting = problem
    places = clash(table) if not fitting else ()
    kept = [table.facts[place] for place in places]

    assert consistent(table)["clash"].item() == tuple(fact.name for fact in kept)
    if kept:
        assert consistent(PrintedTable(table.dimensions, kept))["estimate"].item() == 0
        for place in range(len(kept)):
            fewer = PrintedTable(table.dimensions, kept[:place], kept[place + 1 :])
            assert consistent(fewer)["estimate"].item() == 1


@settings(max_examples=40, deadline=None)
@given(problems())
def test_share_and_rank_bounds_are_the_extremes_of_all_tables_that_fit(problem):
    table, fitting = problem
    share = share_bounds(table, COLUMN, ROW).iloc[0]
    rank = rank_bounds(table, "column", "c1", ROW).iloc[0]

    if not fitting:
        assert share["note"] == rank["note"] == "note.bounds.inconsistent"
        return
    ranks = [1 + int((t[0] > t[0, 0]).sum()) for t in fitting]
    assert (rank["low"], rank["high"]) == (min(ranks), max(ranks))
    shares = [Fraction(int(t[0, 0]), int(t[0].sum())) for t in fitting if t[0].sum()]
    if shares:
        assert (share["low"], share["high"]) == (float(min(shares)), float(max(shares)))
    else:
        assert share["note"] == "note.bounds.empty_group"
        assert (share["low"], share["high"]) == (0, 1)
    if len(shares) < len(fitting):
        assert share["note"] in ("note.bounds.base_may_be_zero", "note.bounds.empty_group")


@settings(max_examples=40, deadline=None)
@given(problems())
def test_differences_and_ratios_are_the_extremes_of_all_tables_that_fit(problem):
    table, fitting = problem
    difference = risk_difference_bounds(table, COLUMN, ROW, OTHER).iloc[0]
    ratio = risk_ratio_bounds(table, COLUMN, ROW, OTHER).iloc[0]

    pairs = [
        [Fraction(int(row[0]), int(row.sum())) for row in t]
        for t in fitting
        if t[0].sum() and t[1].sum()
    ]
    if not pairs:
        known = "note.bounds.empty_group" if fitting else "note.bounds.inconsistent"
        assert difference["note"] == ratio["note"] == known
        return
    differences = [one - other for one, other in pairs]
    assert (difference["low"], difference["high"]) == (
        float(min(differences)),
        float(max(differences)),
    )
    ratios = [one / other if other else inf for one, other in pairs if one or other]
    if ratios:
        assert ratio["low"] == pytest.approx(float(min(ratios)), rel=1e-12)
        assert ratio["high"] == pytest.approx(float(max(ratios)), rel=1e-12)
    else:
        assert ratio["note"] == "note.bounds.both_zero"
    for found, values, neutral in ((difference, differences, 0), (ratio, ratios, 1)):
        sides = {(value > neutral) - (value < neutral) for value in values}
        words = {(1,): "above", (-1,): "below", (0,): "equal"}
        assert found["sign"] == words.get(tuple(sides), "not_identified")


ENDLESS = """
from netralitas_research.statistics import bounds

table = bounds.PrintedTable(
    {"row": ["a", "b"], "column": ["x", "y", "z"]},
    bounds.total(5),
    bounds.margin("row", [4, 1]),
    bounds.percentages("column", {"x": "20.0", "y": "0.0"}, 5),
)
found = bounds.risk_ratio_bounds(table, {"column": "x"}, {"row": "a"}, {"row": "b"})
print(found[["low", "high"]].values.tolist())
"""


def test_a_table_on_which_the_solver_without_bounds_of_cells_never_ends():
    # In a process of its own, because the solver cannot be interrupted. One unit is of x: it is
    # in a, and then the reference has none, or it is in b, and then the ratio is 0.
    found = subprocess.run(
        [sys.executable, "-c", ENDLESS], capture_output=True, text=True, check=True, timeout=60
    )

    assert found.stdout.strip() == "[[0.0, inf]]"
