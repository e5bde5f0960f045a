"""Totals that stand in a row of their own."""

import pytest

from netralitas_research.audit.consistency.totals import compare_totals, compare_with_totals

SPLIT = {"jpt": 40.0, "administrator": 30.0, "pelaksana": 25.0}


def table(total, **more):
    rows = [{"dimension": "position", "code": code, "value": v} for code, v in SPLIT.items()]
    return [{"value": float(total)}, *(row | more for row in rows)]


def named(found):
    return [(one.message, one.severity) for one in found]


def test_categories_above_the_total_of_their_page_contradict_it(figures):
    (found,) = compare_with_totals(figures(*table(90)))
    assert (found.message, found.severity) == ("total_exceeded", "contradiction")
    assert found.figure_ids == ("F1", "F2", "F3", "F4")
    assert found.params["sum"] == 95


@pytest.mark.parametrize("total", [95, 120])
def test_categories_that_fit_or_are_not_all_of_them_are_in_order(figures, total):
    assert not compare_with_totals(figures(*table(total)))


@pytest.mark.parametrize(
    "more",
    [
        {"source_ids": "another"},
        {"unit_counted": "cases"},
        {"dimension": "sanction"},
    ],
)
def test_other_pages_and_what_may_stand_twice_are_doubted(figures, more):
    rows = table(90, **more)
    rows[0] |= {"unit_counted": more.get("unit_counted", "persons")}
    assert named(compare_with_totals(figures(*rows))) == [("may_exceed_total", "doubt")]


def test_total_without_a_day_is_doubted(figures):
    rows = [row | {"as_of": "2020-07"} for row in table(90)]
    assert named(compare_with_totals(figures(*rows))) == [("may_exceed_total", "doubt")]


@pytest.mark.parametrize(
    "more", [{"as_of": "2020-08-31"}, {"stage": "proven"}, {"unit_counted": "cases"}]
)
def test_another_date_stage_or_unit_is_not_compared(figures, more):
    assert not compare_with_totals(figures(*table(90, **more)))


def test_the_total_that_fits_best_is_compared(figures):
    assert not compare_with_totals(figures(*table(90), {"value": 95.0, "source_ids": "another"}))


def test_complete_list_below_its_total(figures):
    rows = table(100, complete="complete")
    assert named(compare_with_totals(figures(*rows))) == [("total_short", "contradiction")]


def test_complete_list_of_places_below_its_total_is_doubted(figures):
    places = [{"kemendagri_code": c, "value": 10.0, "complete": "complete"} for c in ("51", "52")]
    found = compare_with_totals(figures({"value": 30.0}, *places))
    assert named(found) == [("total_short", "doubt")]


def test_regencies_above_their_province(figures):
    rows = [{"kemendagri_code": c, "value": v} for c, v in (("33", 30.0), ("3329", 20.0))]
    assert not compare_with_totals(figures(*rows))
    (found,) = compare_with_totals(figures(*rows, {"kemendagri_code": "3328", "value": 15.0}))
    assert (found.message, found.figure_ids) == ("total_exceeded", ("F1", "F2", "F3"))


def test_one_regency_above_its_province(figures):
    rows = [{"kemendagri_code": c, "value": v} for c, v in (("33", 2.0), ("3329", 3.0))]
    assert named(compare_with_totals(figures(*rows))) == [("exceeds_total", "contradiction")]


def test_zero_of_a_province_with_a_positive_regency_may_be_a_gap(figures):
    rows = [{"kemendagri_code": c, "value": v} for c, v in (("51", 0.0), ("5103", 3.0))]
    assert named(compare_with_totals(figures(*rows))) == [("zero_total", "contradiction")]


def test_table_with_its_own_printed_total_is_left_to_the_other_check(figures):
    whole = {"base": 90.0, "base_status": "printed", "base_meaning": "whole"}
    assert not compare_with_totals(figures(*table(90, **whole)))


def based(code, base, page, **more):
    whole = {"base": base, "base_status": "printed", "base_meaning": "whole"}
    return {"dimension": "position", "code": code, "value": 20.0, "source_ids": page} | whole | more


def test_two_pages_with_two_totals_of_one_table_are_doubted(figures):
    rows = based("jpt", 120.0, "a"), based("pelaksana", 102.0, "b")
    assert named(compare_totals(figures(*rows))) == [("totals", "doubt")]


@pytest.mark.parametrize(
    "other",
    [
        based("pelaksana", 120.0, "b"),
        based("pelaksana", 102.0, "a"),
        based("pelaksana", 102.0, "b", as_of="2020-08-31"),
        based("pelaksana", 102.0, "b", stage="proven"),
    ],
)
def test_one_total_or_one_page_or_another_count_is_in_order(figures, other):
    assert not compare_totals(figures(based("jpt", 120.0, "a"), other))
