"""The table of maximum entropy, and the three levels side by side."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.statistics.bounds.cells import cell_bounds
from netralitas_research.statistics.bounds.convention import bounds_and_convention, maximum_entropy
from netralitas_research.statistics.bounds.facts import (
    at_least,
    at_most,
    count,
    margin,
    percentages,
    top_list,
    total,
)
from netralitas_research.statistics.bounds.ipf import iterative_proportional_fitting
from netralitas_research.statistics.bounds.printed_table import PrintedTable

CUBE = np.array([[[32, 36], [11, 9]], [[53, 66], [50, 34]]])


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=6, max_size=6))
def test_two_margins_give_independence(counts):
    observed = np.array(counts).reshape(2, 3)
    observed[0, 0] += 1
    rows, columns = observed.sum(axis=1), observed.sum(axis=0)
    table = PrintedTable(
        {"row": range(2), "column": range(3)}, margin("row", rows), margin("column", columns)
    )
    even = np.outer(rows, columns).ravel() / rows.sum()
    assert maximum_entropy(table)["estimate"].tolist() == pytest.approx(even, abs=1e-5 * rows.sum())


def test_three_margins_give_the_fit_to_an_even_seed():
    margins = {axes: CUBE.sum(axis=3 - sum(axes)) for axes in ((0, 1), (0, 2), (1, 2))}
    fitted = iterative_proportional_fitting(np.ones((2, 2, 2)), margins)
    table = PrintedTable(
        {"a": range(2), "b": range(2), "c": range(2)},
        *(margin(["abc"[axis] for axis in axes], sums) for axes, sums in margins.items()),
    )
    expected = fitted["estimate"].tolist()
    assert maximum_entropy(table)["estimate"].tolist() == pytest.approx(expected, abs=0.01)


def test_limits_are_kept_and_reached_only_where_the_even_table_breaks_them():
    table = PrintedTable({"a": ["x", "y", "z"]}, total(90), at_most({"a": "x"}, 20))
    assert maximum_entropy(table)["estimate"].tolist() == pytest.approx([20, 35, 35], abs=0.01)
    loose = PrintedTable({"a": ["x", "y", "z"]}, total(90), at_most({"a": "x"}, 40))
    assert maximum_entropy(loose)["estimate"].tolist() == pytest.approx([30, 30, 30], abs=0.01)


def test_value_lies_within_the_bounds():
    table = PrintedTable(
        {"post": ["high", "low", "other"], "act": ["media", "photo", "party", "other"]},
        total(1596),
        percentages("post", {"high": "15.7", "low": "17.2"}, 1596),
        percentages("act", {"media": "30.4", "photo": "12.6", "party": "5.6"}, 1596),
        top_list("act", ["media", "photo", "party"], within={"post": "high"}, pooled=["other"]),
    )
    bounds, value = cell_bounds(table), maximum_entropy(table)
    assert set(value["note"]) == {"note.bounds.convention"}
    assert (value["estimate"] >= bounds["low"] - 0.05).all()
    assert (value["estimate"] <= bounds["high"] + 0.05).all()


def test_no_total_and_no_table_are_stated():
    open_ended = PrintedTable({"a": [1, 2]}, at_least({"a": 1}, 3))
    assert set(maximum_entropy(open_ended)["note"]) == {"note.bounds.no_total"}
    broken = PrintedTable({"a": [1, 2]}, total(2), at_least({"a": 1}, 3))
    assert set(maximum_entropy(broken)["note"]) == {"note.bounds.inconsistent"}


def test_three_levels_stand_together_for_each_cell():
    table = PrintedTable({"a": [1, 2], "b": [1, 2]}, margin("a", [70, 30]), margin("b", [60, 40]))
    cells = [{"a": 1, "b": 1}, {"a": 2, "b": 2}]
    found = bounds_and_convention(
        table, cells, {"few": at_most({"a": 2, "b": 1}, 5), "wrong": at_least({"a": 1}, 71)}
    )
    assert found["term"].tolist() == ["a=1 × b=1"] * 4 + ["a=2 × b=2"] * 4
    assert found["assumption"].tolist() == ["", "", "few", "wrong"] * 2
    assert found["note"].tolist()[:4] == [
        "note.bounds.not_identified",
        "note.bounds.convention",
        "note.bounds.assumption",
        "note.bounds.inconsistent",
    ]
    assert found["low"].tolist()[4:7:2] == [10 - 10, 25]


def test_an_assumption_that_fixes_a_cell_is_still_an_assumption():
    table = PrintedTable({"a": [1, 2]}, total(9))
    found = bounds_and_convention(table, {"a": 1}, {"four": count({"a": 1}, 4)})
    assert found["note"].tolist()[-1] == "note.bounds.assumption"
    assert found["estimate"].tolist()[-1] == 4
