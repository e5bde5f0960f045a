"""Facts and the tables that they are stated of."""

import math
from decimal import Decimal

import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.cells import cell_bounds
from netralitas_research.statistics.bounds.facts import (
    at_most,
    between,
    count,
    margin,
    percentage,
    percentages,
    top_list,
    total,
)
from netralitas_research.statistics.bounds.printed_table import PrintedTable

DIMENSIONS = {"post": ["high", "other"], "act": ["photo", "party", "other"]}


def limits(*facts, cells):
    found = cell_bounds(PrintedTable(DIMENSIONS, *facts), cells).iloc[0]
    return found["low"], found["high"]


def test_percentage_of_an_unknown_base_holds_for_every_base():
    # By hand: 33% rounded half up is 1 of 3 only, as 1/3 = 33.3%, up to a base of 5.
    high, party = {"post": "high"}, {"post": "high", "act": "party"}
    facts = (at_most(high, 5), percentage(party, "33", high))
    assert limits(*facts, cells=high) == (3, 3)
    assert limits(*facts, cells=party) == (1, 1)


def test_rule_of_rounding_decides_what_a_percentage_allows():
    # 30 of 189 is 15.87%: 15.9 to the nearest, 15.8 cut off.
    party = {"post": "high", "act": "party"}
    cut = percentage(party, "15.8", 189, rounding="truncate")
    assert limits(total(189), cut, cells=party) == (30, 30)
    nearest = PrintedTable(DIMENSIONS, total(189), percentage(party, "15.8", 189))
    assert cell_bounds(nearest, party)["note"].item() == "note.bounds.inconsistent"


def test_top_list_bounds_what_it_leaves_out_one_by_one():
    listed = top_list("act", ["photo"], within={"post": "high"})
    facts = (count({"post": "high", "act": "photo"}, 4), listed)
    assert limits(*facts, cells={"post": "high", "act": "party"}) == (0, 4)
    assert limits(*facts, cells={"post": "high"}) == (4, 12)


def test_a_pooled_remainder_may_be_larger_than_the_smallest_listed():
    facts = (
        count({"act": "photo"}, 4),
        top_list("act", ["photo"], pooled=["other"]),
    )
    assert limits(*facts, cells={"act": "party"}) == (0, 4)
    assert limits(*facts, cells={"act": "other"}) == (0, math.inf)


def test_listed_categories_do_not_increase():
    facts = (between({"act": "photo"}, 2, 5), count({"act": "party"}, 4))
    listed = top_list("act", ["photo", "party"], pooled=["other"])
    assert limits(*facts, listed, cells={"act": "photo"}) == (4, 5)


def test_several_categories_are_summed():
    facts = (total(9), count({"act": ["photo", "party"]}, 7))
    assert limits(*facts, cells={"act": "other"}) == (2, 2)
    assert limits(*facts, cells={"act": ("photo", "other")}) == (2, 9)


def test_decimals_and_text_are_printed_alike():
    one, two = (
        percentages("act", {"photo": printed}, 456)[0] for printed in ("27.6", Decimal("27.6"))
    )
    assert one == two


def test_a_margin_of_two_dimensions_is_a_fact_for_each_number():
    table = PrintedTable(DIMENSIONS, margin(("post", "act"), [[1, 2, 3], [4, 5, 6]]))
    assert cell_bounds(table)["estimate"].tolist() == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: total(-1), "error.count"),
        (lambda: count({"post": "high"}, 1.5), "error.count"),
        (lambda: count({"post": "high"}, True), "error.count"),
        (lambda: margin("post", [3, -1]), "error.count"),
        (lambda: percentage({}, "27.6", 0), "error.base"),
        (lambda: percentage({}, "101", 5), "error.percentage"),
        (lambda: percentage({}, 27.6, {}), "error.printed_float"),
        (lambda: percentages("act", ["12.6"], 5), "error.bounds_percentages"),
        (lambda: total(10**10 + 1), "error.bounds_large"),
        (lambda: between({}, 5, 3), "error.bounds_between"),
        (lambda: count("photo", 3), "error.bounds_cells"),
        (lambda: top_list("act", ["photo"], within={"act": "party"}), "error.bounds_shared"),
        (lambda: margin(("act", "act"), [[1, 2], [3, 4]]), "error.bounds_margin"),
        (lambda: margin(("post", "act"), [[1, 2], [3]]), "error.bounds_ragged"),
        (lambda: PrintedTable({}), "error.bounds_no_dimension"),
        (lambda: PrintedTable([["a", "b"]]), "error.bounds_no_dimension"),
        (lambda: PrintedTable(DIMENSIONS, "photo"), "error.bounds_statement"),
        (lambda: PrintedTable(DIMENSIONS, count({"act": []}, 1)), "error.bounds_category"),
        (
            lambda: PrintedTable(DIMENSIONS, margin("post", {"a": 1, "b": 2})),
            "error.bounds_labels",
        ),
        (lambda: top_list("act", []), "error.bounds_list"),
        (lambda: top_list("act", ["photo", "photo"]), "error.bounds_list"),
        (lambda: margin("post", [[3, 1]]), "error.bounds_margin"),
        (lambda: PrintedTable(DIMENSIONS, margin("post", [1, 2, 3])), "error.bounds_margin"),
        (lambda: PrintedTable(DIMENSIONS, margin("colour", [1, 2])), "error.bounds_margin"),
        (lambda: PrintedTable({"post": []}), "error.bounds_categories"),
        (lambda: PrintedTable({"post": ["a", "a"]}), "error.bounds_categories"),
        (lambda: PrintedTable({"level": ["a"]}), "error.bounds_column"),
        (lambda: PrintedTable(DIMENSIONS, count({"colour": 1}, 1)), "error.bounds_dimension"),
        (lambda: PrintedTable(DIMENSIONS, count({"act": "dance"}, 1)), "error.bounds_category"),
        (lambda: PrintedTable(DIMENSIONS, top_list("act", ["dance"])), "error.bounds_category"),
        (
            lambda: PrintedTable(DIMENSIONS, count({"act": ["photo", "photo"]}, 1)),
            "error.bounds_category",
        ),
        (lambda: cell_bounds(PrintedTable(DIMENSIONS), ["post"]), "error.bounds_dimension"),
    ],
)
def test_what_cannot_be_a_fact_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
