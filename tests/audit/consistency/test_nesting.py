import pytest

from netralitas_research.audit.consistency.nesting import compare_stages_in_order
from netralitas_research.audit.consistency.stages import holders, moves_on, rests


def compared(figures, *rows):
    return [
        (one.message, one.severity, one.figure_ids)
        for one in compare_stages_in_order(figures(*rows))
    ]


REPORTED = {"stage": "reported", "value": 100.0}
PROVEN = {"stage": "proven", "value": 120.0}


def test_more_proven_than_reported_is_a_contradiction(figures):
    assert compared(figures, REPORTED, PROVEN) == [("exceeds", "contradiction", ("F2", "F1"))]


def test_stages_nest_over_several_steps(figures):
    sanctioned = {"stage": "sanctioned", "value": 120.0}
    assert compared(figures, REPORTED, sanctioned) == [("exceeds", "contradiction", ("F2", "F1"))]


def test_another_unit_explains_it(figures):
    assert compared(figures, REPORTED | {"unit_counted": "cases"}, PROVEN) == [
        ("other_unit", "explained", ("F2", "F1"))
    ]


def test_coarse_date_makes_it_a_doubt(figures):
    month = {"as_of": "2020-07"}
    assert compared(figures, REPORTED | month, PROVEN | month)[0][:2] == ("exceeds", "doubt")


def test_an_earlier_later_stage_may_not_exceed_a_later_earlier_stage(figures):
    found = compared(figures, REPORTED | {"as_of": "2020-09-01"}, PROVEN)
    assert found == [("exceeds_later", "contradiction", ("F2", "F1"))]


def test_reported_may_have_been_fewer_before(figures):
    assert not compared(figures, REPORTED | {"as_of": "2020-06-01"}, PROVEN)


def test_another_page_with_a_large_enough_number_clears_it(figures):
    assert not compared(figures, REPORTED, PROVEN, REPORTED | {"value": 130.0})


@pytest.mark.parametrize("other", [{"counted_by": "bkn"}, {"election": "pilkada-2018"}])
def test_other_counters_and_elections_are_not_compared(figures, other):
    assert not compared(figures, REPORTED, PROVEN | other)


def test_stages_hold_each_other_as_the_code_list_says():
    assert holders("followed_up_ppk") == {"recommended", "proven", "reported", "alleged"}
    assert (rests("not_violation"), rests("not_followed_up")) == (True, False)
    assert (moves_on("not_followed_up"), moves_on("found")) == (True, False)


def test_flows_may_come_from_before_their_period(figures):
    year = {"series": "flow", "period_start": "2020-01-01", "period_end": "2020-12-31"}
    assert compared(figures, REPORTED | year, PROVEN | year) == [
        ("exceeds_flow", "doubt", ("F2", "F1"))
    ]
