"""Shares, differences and ratios: by hand, and where they have no value."""

import math

import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.derived import (
    risk_difference_bounds,
    risk_ratio_bounds,
    share_bounds,
)
from netralitas_research.statistics.bounds.facts import (
    at_least,
    at_most,
    between,
    count,
    margin,
    percentage,
    total,
)
from netralitas_research.statistics.bounds.printed_table import PrintedTable

FOURFOLD = {"group": ["one", "other"], "outcome": ["yes", "no"]}
YES, ONE, OTHER = {"outcome": "yes"}, {"group": "one"}, {"group": "other"}
COMPARED = (YES, ONE, OTHER)


def table(*facts):
    return PrintedTable(FOURFOLD, *facts)


def limits(frame):
    row = frame.iloc[0]
    return row["low"], row["high"]


def test_share_limits_with_a_base_that_is_known_only_by_its_percentage():
    # By hand: 33% of 100 half up is 33; with 5 to 9 outcomes the share is 5/33 to 9/33.
    facts = (total(100), percentage(ONE, "33", 100), between(ONE | YES, 5, 9))
    assert limits(share_bounds(table(*facts), YES, ONE)) == (5 / 33, 9 / 33)


def test_difference_and_ratio_of_every_pair_of_bases():
    # By hand: all 2 or 3 members of the group have the outcome, and 4 of the other 8 to 10.
    facts = (
        between(ONE, 2, 3),
        count(ONE | {"outcome": "no"}, 0),
        count(OTHER | YES, 4),
        between(OTHER, 8, 10),
    )
    difference = risk_difference_bounds(table(*facts), *COMPARED)
    assert limits(difference) == (1 - 4 / 8, 1 - 4 / 10)
    assert difference["sign"].item() == "above"
    assert limits(risk_ratio_bounds(table(*facts), *COMPARED)) == (2, 2.5)


def test_shares_are_bounded_apart_where_there_are_too_many_bases():
    facts = (
        between(ONE, 10, 30),
        between(OTHER, 10, 30),
        count(ONE | YES, 9),
        count(OTHER | YES, 3),
    )
    ratio = risk_ratio_bounds(table(*facts), *COMPARED)
    assert ratio["note"].item() == "note.bounds.outer"
    # 9/30 to 9/10 by 3/30 to 3/10; here the bases are free of each other.
    assert limits(ratio) == pytest.approx((1, 9))
    assert ratio["sign"].item() == "not_identified"
    difference = risk_difference_bounds(table(*facts), *COMPARED)
    assert limits(difference) == pytest.approx((0, 0.8))
    assert difference["note"].item() == "note.bounds.outer"


@pytest.mark.parametrize(
    ("first", "second", "sign"),
    [(1, 4, "below"), (4, 1, "above"), (2, 2, "equal")],
)
def test_known_cells_have_a_sign(first, second, sign):
    facts = (margin("group", [10, 10]), count(ONE | YES, first), count(OTHER | YES, second))
    ratio = risk_ratio_bounds(table(*facts), *COMPARED)
    assert ratio["sign"].item() == sign
    assert ratio["estimate"].item() == first / second
    assert risk_difference_bounds(table(*facts), *COMPARED)["sign"].item() == sign


def test_a_ratio_to_a_group_without_the_outcome_has_no_limit():
    facts = (margin("group", [10, 10]), count(ONE | YES, 3), count(OTHER | YES, 0))
    ratio = risk_ratio_bounds(table(*facts), *COMPARED)
    assert limits(ratio)[1] == math.inf
    assert ratio["note"].item() == "note.bounds.reference_may_be_zero"


def test_a_ratio_of_nothing_to_nothing_is_not_defined():
    facts = (margin("group", [10, 10]), count(YES, 0))
    ratio = risk_ratio_bounds(table(*facts), *COMPARED)
    assert limits(ratio) == (0, math.inf)
    assert ratio["note"].item() == "note.bounds.both_zero"
    assert limits(risk_difference_bounds(table(*facts), *COMPARED)) == (0, 0)


def test_an_empty_group_and_contradictory_facts_are_stated():
    empty = table(total(5), count(ONE, 0))
    assert limits(share_bounds(empty, YES, ONE)) == (0, 1)
    broken = table(total(5), at_least(ONE, 6))
    for frame in (share_bounds(broken, YES, ONE), risk_ratio_bounds(broken, *COMPARED)):
        assert frame["note"].item() == "note.bounds.inconsistent"
    for compared in (risk_difference_bounds, risk_ratio_bounds):
        assert compared(empty, *COMPARED)["note"].item() == "note.bounds.empty_group"


def test_a_group_that_may_be_empty_is_noted():
    found = share_bounds(table(total(5), at_most(ONE, 2)), YES, ONE)
    assert found["note"].item() == "note.bounds.base_may_be_zero"


def test_a_group_without_an_upper_limit_has_a_share_between_0_and_1():
    found = share_bounds(table(at_least(ONE, 1)), YES, ONE)
    assert limits(found) == (0, 1)


def test_outcome_and_group_of_one_dimension_are_refused():
    with pytest.raises(UsageError) as error:
        share_bounds(table(total(5)), ONE, ONE)
    assert error.value.key == "error.bounds_shared"
