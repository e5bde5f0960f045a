"""Bounds of cells: Fréchet's formula, R, the decomposable formula, and the data of the study."""

import math
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.cells import (
    cell_bounds,
    consistent,
    example_table,
    frechet_bounds,
)
from netralitas_research.statistics.bounds.facts import (
    at_least,
    count,
    margin,
    percentage,
    percentages,
    total,
)
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.study.processed import load

# Hair by eye of HairEyeColor in R (Snee, 1974), summed over sex.
HAIR, EYE = [108, 286, 71, 127], [220, 215, 93, 64]
HIGH = [[108, 108, 93, 64], [220, 215, 93, 64], [71, 71, 71, 64], [127, 127, 93, 64]]

# HairEyeColor in R: hair × eye for men, then for women; the bounds from reference/bounds.R, there
# with the first dimension fastest.
MEN = [[32, 11, 10, 3], [53, 50, 25, 15], [10, 10, 7, 7], [3, 30, 5, 8]]
WOMEN = [[36, 9, 5, 2], [66, 34, 29, 14], [16, 7, 7, 7], [4, 64, 5, 8]]
R_LOW = "16 9 0 0 0 18 0 13 0 8 0 0 0 0 0 0 12 37 0 0 0 0 0 48 0 7 0 0 0 0 0 0"
R_HIGH = (
    "56 82 26 7 20 84 17 46 15 47 14 10 5 29 14 16 52 110 26 7 20 66 17 81 15 46 14 10 5 29 14 16"
)

# Titanic in R: class × sex × age × survival, the first dimension fastest; bounds as above.
TITANIC = [0, 0, 35, 0, 0, 0, 17, 0, 118, 154, 387, 670, 4, 13, 89, 3]
TITANIC += [5, 11, 13, 0, 1, 13, 14, 0, 57, 14, 75, 192, 140, 80, 76, 20]
TITANIC_HIGH = [5, 11, 48, 0, 1, 13, 31, 0, 175, 168, 462, 862, 144, 93, 165, 23]
TITANIC_HIGH += [5, 11, 48, 0, 1, 13, 31, 0, 175, 168, 462, 654, 144, 93, 165, 23]


def two_margins(rows, columns):
    return PrintedTable(
        {"row": range(len(rows)), "column": range(len(columns))},
        margin("row", rows),
        margin("column", columns),
    )


def test_frechet_bounds_of_hair_and_eye():
    found = frechet_bounds(HAIR, EYE)
    assert found["low"].tolist() == [0] * 16
    assert found["high"].to_numpy().reshape(4, 4).tolist() == HIGH
    assert set(found["note"]) == {"note.bounds.not_identified"}
    assert found["n"].unique().tolist() == [592]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_frechet_bounds_are_those_of_the_program(data):
    rows = data.draw(st.lists(st.integers(0, 40), min_size=1, max_size=4))
    cuts = sorted(data.draw(st.lists(st.integers(0, sum(rows)), max_size=3)))
    columns = [b - a for a, b in zip([0, *cuts], [*cuts, sum(rows)], strict=True)]
    formula = frechet_bounds(rows, columns)
    for integer in (True, False):
        program = cell_bounds(two_margins(rows, columns), integer=integer)
        pd.testing.assert_frame_equal(
            formula[["estimate", "low", "high", "note"]],
            program[["estimate", "low", "high", "note"]],
        )


def test_frechet_bounds_keep_labels_and_take_shares():
    found = frechet_bounds(pd.Series({"a": 0.7, "b": 0.3}), pd.Series({"x": 0.6, "y": 0.4}))
    assert found["term"].tolist() == ["a × x", "a × y", "b × x", "b × y"]
    assert found["low"].tolist() == pytest.approx([0.3, 0.1, 0, 0])


def test_margins_of_different_totals_and_single_categories_are_stated():
    assert set(frechet_bounds([3, 4], [5, 3])["note"]) == {"note.bounds.totals_differ"}
    single = frechet_bounds([7], [4, 3])
    assert single["estimate"].tolist() == [4, 3]
    assert set(single["note"]) == {""}
    assert frechet_bounds([0, 0], [0])["estimate"].tolist() == [0, 0]


@pytest.mark.parametrize("totals", [[-1, 3], [math.nan, 2], [math.inf, 2]])
def test_totals_that_are_no_counts_are_refused(totals):
    with pytest.raises(UsageError) as error:
        frechet_bounds(totals, [2])
    assert error.value.key == "error.survey_positive"


def test_three_way_bounds_are_those_of_lpsolve():
    cube = np.stack([MEN, WOMEN], axis=2)
    table = PrintedTable(
        {"hair": range(4), "eye": range(4), "sex": range(2)},
        margin(("hair", "eye"), cube.sum(axis=2)),
        margin(("hair", "sex"), cube.sum(axis=1)),
        margin(("eye", "sex"), cube.sum(axis=0)),
    )
    found = cell_bounds(table)
    for column, expected in (("low", R_LOW), ("high", R_HIGH)):
        values = found[column].to_numpy().reshape(4, 4, 2)
        assert values.ravel(order="F").tolist() == [int(one) for one in expected.split()]


def test_four_way_bounds_are_those_of_lpsolve():
    counts = np.array(TITANIC).reshape((4, 2, 2, 2), order="F")
    table = PrintedTable(
        {"class": range(4), "sex": range(2), "age": range(2), "survival": range(2)},
        margin(("class", "sex", "age"), counts.sum(axis=3)),
        margin(("age", "survival"), counts.sum(axis=(0, 1))),
    )
    found = cell_bounds(table)
    low, high = (found[name].to_numpy().reshape(counts.shape) for name in ("low", "high"))
    assert high.ravel(order="F").tolist() == TITANIC_HIGH
    # Only of the men of the crew some must have died: 862 with 654 adults who survived.
    assert low.sum() == low[3, 0, 1, 0] == 208


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=12, max_size=12))
def test_bounds_of_a_decomposable_model_follow_the_formula_of_dobra_and_fienberg(counts):
    # Dobra & Fienberg (2000): with margins [ab] and [bc], a cell is at most the smaller of its two
    # margins and at least their sum minus the separator [b].
    cube = np.array(counts).reshape(2, 3, 2)
    ab, bc, b = cube.sum(axis=2), cube.sum(axis=0), cube.sum(axis=(0, 2))
    table = PrintedTable(
        {"a": range(2), "b": range(3), "c": range(2)},
        margin(("a", "b"), ab),
        margin(("b", "c"), bc),
    )
    found = cell_bounds(table)
    cells = list(product(range(2), range(3), range(2)))
    assert found["high"].tolist() == [min(ab[i, j], bc[j, k]) for i, j, k in cells]
    assert found["low"].tolist() == [max(0, ab[i, j] + bc[j, k] - b[j]) for i, j, k in cells]


def test_whole_numbers_can_be_narrower_than_divisible_ones():
    # 29% of 7 is 2 (28.6%); between 28.5% and 29.5% of 7 there are other numbers, not whole.
    table = PrintedTable({"a": ["x", "y"]}, total(7), percentage({"a": "x"}, "29", {}))
    assert cell_bounds(table, {"a": "x"})["estimate"].item() == 2
    relaxed = cell_bounds(table, {"a": "x"}, integer=False).iloc[0]
    assert (relaxed["low"], relaxed["high"]) == pytest.approx((7 * 0.285, 7 * 0.295), abs=0.01)
    assert relaxed["method"] == "linear_program"


def test_facts_that_only_whole_numbers_break_are_inconsistent():
    # No count of 10 is 33.3%; a divisible one is.
    facts = (total(10), percentage({"a": "x"}, "33.3", {}))
    table = PrintedTable({"a": ["x", "y"]}, facts)
    assert consistent(table)["estimate"].item() == 0
    assert len(consistent(table)["clash"].item()) == 2
    assert consistent(table, integer=False)["estimate"].item() == 1


def test_a_count_without_an_upper_limit_is_stated():
    found = cell_bounds(PrintedTable({"a": [1, 2]}, at_least({"a": 1}, 3))).iloc[0]
    assert (found["low"], found["high"]) == (3, math.inf)
    assert found["note"] == "note.bounds.unbounded"
    assert math.isnan(found["n"])


def test_no_fact_at_all_leaves_everything_open():
    table = PrintedTable({"a": [1, 2]})
    assert cell_bounds(table)["high"].tolist() == [math.inf, math.inf]
    assert consistent(table)["estimate"].item() == 1


def test_a_zero_cell_is_known():
    table = two_margins([5, 5], [4, 6]).given(count({"row": 0, "column": 0}, 0))
    assert cell_bounds(table)["estimate"].tolist() == [0, 5, 4, 1]


# The proven civil servants of 2020 (KASN) by post and act, from the figures of the study.

POSTS = ["jpt", "administrator", "pengawas", "pelaksana", "guru_dosen", "other_functional"]
POSTS += ["head_of_area", "other"]
FUNCTIONAL = ["guru_dosen", "other_functional"]


def figures(as_of, **codes):
    table = load("figures")
    chosen = (table["counted_by"] == "kasn") & (table["election"] == "pilkada-2020")
    chosen &= table["as_of"] == as_of
    for column, code in codes.items():
        chosen &= table[column] == code
    return table[chosen]


def printed_shares(rows, column):
    return {
        row[column]: f"{row['value']:.{row['decimals_at_least']}f}" for _, row in rows.iterrows()
    }


def number(as_of, **codes):
    return figures(as_of, unit="number", **codes)["value"].astype(int).tolist()


@pytest.fixture
def printed():
    """Every fact that does not contradict another one; percentages by any rule of rounding."""
    posts = printed_shares(figures("2022-05-31", dimension="position"), "code")
    acts = printed_shares(figures("2022-05-31", dimension="act"), "code")
    (base,) = number("2022-05-31", stage="recommended")
    (teachers,) = number("2023-07", code="guru_dosen")
    cells = {
        post: printed_shares(figures(as_of, code=post, dimension_2="act"), "code_2")
        for post, as_of in (("head_of_area", "2023-06"), ("guru_dosen", "2023-07"))
    }
    functional = percentage({"position": FUNCTIONAL}, posts.pop("fungsional"), base, rounding="any")
    within = [
        percentages("act", shares, {"position": post}, within={"position": post}, rounding="any")
        for post, shares in cells.items()
    ]
    return PrintedTable(
        {"position": POSTS, "act": [*acts, "join_campaign", "other"]},
        total(base),
        percentages("position", posts, base, rounding="any"),
        percentages("act", acts, base, rounding="any"),
        functional,
        count({"position": "guru_dosen"}, teachers),
        *within,
    )


def test_high_officials_who_approached_a_party_may_be_none_or_all(printed):
    found = cell_bounds(printed, {"position": "jpt", "act": "approach_party"}).iloc[0]
    # 5.6% of 1,596 is 89 or 90 persons (89.376), 15.7% is 250 to 252 high officials.
    assert (found["low"], found["high"], found["n"]) == (0, 90, 1596)
    assert found["note"] == "note.bounds.not_identified"


def test_heads_of_areas_are_189_and_not_192_if_their_shares_are_right(printed):
    numbers = number("2023-06", code="head_of_area")
    assert sorted(numbers) == [189, 192]
    answers = {
        heads: consistent(printed.given(count({"position": "head_of_area"}, heads)))
        for heads in numbers
    }
    assert answers[189]["estimate"].item() == 1
    assert answers[192]["estimate"].item() == 0
    # By hand: 14 of 192 is 7.29% and 15 are 7.81%, so that 7.4% is impossible.
    assert "position=head_of_area: 192" in answers[192]["clash"].item()


def test_functional_posts_of_2023_contradict_their_share_of_2022(printed):
    (functional,) = number("2023-07", code="fungsional")
    assert functional == 533
    found = consistent(printed.given(count({"position": FUNCTIONAL}, functional)))
    # 26.5% of 1,596 is 423.
    assert found["clash"].item() == (
        "position=guru_dosen+other_functional: 26.5% / 1596",
        "position=guru_dosen+other_functional: 533",
    )


def test_an_example_table_of_the_study_has_the_printed_margins(printed):
    found = example_table(printed)
    assert found.sum() == 1596
    assert found.xs("guru_dosen").sum() == 373
    assert found.xs("approach_party", level="act").sum() in (89, 90)
