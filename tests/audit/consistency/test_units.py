import pytest

from netralitas_research.audit.consistency.units import compare_units, compare_units_with_totals

PERSONS = {"stage": "forwarded", "value": 64.0}
REPORTS = PERSONS | {"unit_counted": "reports"}


def told(found):
    return [(one.message, one.severity) for one in found]


@pytest.mark.parametrize("day", ["2020-07-31", "2020-07", "2020"])
def test_one_number_as_persons_and_as_reports_is_doubted(figures, day):
    found = compare_units(figures(PERSONS, REPORTS | {"as_of": day}))
    assert told(found) == [("same_number", "doubt")]


def test_another_date_or_a_small_number_is_no_doubt(figures):
    assert not compare_units(figures(PERSONS, REPORTS | {"as_of": "2020-08-01"}))
    assert not compare_units(figures(PERSONS | {"value": 3.0}, REPORTS | {"value": 3.0}))


def test_large_number_of_another_date_is_doubted(figures):
    persons, reports = PERSONS | {"value": 147.0}, REPORTS | {"value": 147.0}
    found = compare_units(figures(persons, reports | {"as_of": "2020-08-03"}))
    assert told(found) == [("same_number", "doubt")]


def test_different_numbers_are_explained_by_the_unit(figures):
    found = compare_units(figures(PERSONS, REPORTS | {"value": 42.0}))
    assert told(found) == [("differ", "explained")]


def test_persons_out_of_a_number_of_reports_are_doubted(figures):
    whole = {"base": 499.0, "base_status": "printed", "base_meaning": "whole"}
    persons = whole | {"stage": "proven", "value": 389.0}
    reports = {"stage": "reported", "value": 499.0}
    found = compare_units_with_totals(figures(persons, reports | {"unit_counted": "reports"}))
    assert told(found) == [("total", "doubt")]
    assert not compare_units_with_totals(
        figures(persons, reports, reports | {"unit_counted": "reports"})
    )
