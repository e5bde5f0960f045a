"""Totals that a page prints only beside a list."""

import pytest

from netralitas_research.audit.consistency.falls import find_falls
from netralitas_research.audit.consistency.listed import compare_listed, totals_of_lists

PROVINCES = {"33": 40.0, "74": 30.0}
POSITIONS = {"jpt": 40.0, "pelaksana": 30.0}


def beside(total, column="kemendagri_code", values=PROVINCES, **more):
    whole = {"base": float(total), "base_status": "printed", "base_meaning": "whole"}
    named = {"dimension": "position"} if column == "code" else {}
    return [{column: name, "value": v} | named | whole | more for name, v in values.items()]


def own(total, **more):
    return {"value": float(total), "source_ids": "another"} | more


def named(found):
    return [(one.message, one.severity, one.figure_ids) for one in found]


@pytest.mark.parametrize("page", ["page", "another"])
def test_a_list_of_places_with_another_total_than_the_row_of_its_own_is_doubted(figures, page):
    rows = [own(102, source_ids=page), *beside(120)]
    assert named(compare_listed(figures(*rows))) == [("totals", "doubt", ("F2", "F1"))]


def test_a_list_of_categories_with_another_total_than_the_row_of_its_own_is_doubted(figures):
    rows = [own(102), *beside(120, "code", POSITIONS)]
    assert named(compare_listed(figures(*rows))) == [("totals", "doubt", ("F2", "F1"))]


@pytest.mark.parametrize("column", ["kemendagri_code", "code"])
def test_two_lists_with_two_totals_are_doubted(figures, column):
    other = {"values": POSITIONS} if column == "code" else {}
    rows = [*beside(120), *beside(102, column, source_ids="another", **other)]
    assert named(compare_listed(figures(*rows))) == [("totals", "doubt", ("F1", "F3"))]


@pytest.mark.parametrize(
    "rows",
    [
        [own(120), *beside(120)],
        [own(102, as_of="2020-08-31"), *beside(120)],
        [own(102, stage="proven"), *beside(120)],
        [own(102, unit_counted="cases"), *beside(120)],
        [own(102, counted_by="bkn"), *beside(120)],
        [own(102, kemendagri_code="33"), *beside(120)],
        [*beside(120), *beside(120, "code", POSITIONS, source_ids="another")],
        [*beside(120), *beside(102)],
        [own(102), own(98, source_ids="a third")],
    ],
)
def test_one_total_or_another_count_or_tables_of_one_page_are_in_order(figures, rows):
    assert not compare_listed(figures(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        [own(102), *beside(120, values={"33": 40.0})],
        [own(102), *beside(120, "code", {"guru": 40.0})],
        [own(102), *beside(120, values={"7401": 40.0, "7402": 30.0})],
        [own(102), *beside(120, base_meaning="other_unit")],
        [own(102), *beside(120, base_status="inferred")],
        [own(102), *beside(120, qualifier="about")],
        [
            own(102, kemendagri_code="33"),
            *(beside(120, "code", POSITIONS, kemendagri_code="33")),
            *(beside(120, "code", POSITIONS, kemendagri_code="74")),
        ],
    ],
)
def test_what_may_be_the_total_of_something_else_is_not_compared(figures, rows):
    assert not compare_listed(figures(*rows))


def test_a_regional_office_lists_its_regencies(figures):
    regencies = beside(120, values={"7401": 40.0, "7402": 30.0})
    rows = [own(102, kemendagri_code="74"), *regencies]
    office = {"counted_by": "bawaslu_sulawesi_tenggara"}
    assert named(compare_listed(figures(*(row | office for row in rows)))) == [
        ("totals", "doubt", ("F2", "F1"))
    ]


def test_a_total_that_another_stage_has_is_not_that_of_the_list(figures):
    forwarded = beside(100, stage="forwarded")
    handled = beside(100, values={"33": 60.0, "74": 40.0}, stage="handled")
    row = own(100, stage="handled")
    assert len(totals_of_lists(figures(*forwarded))) == 1
    assert not totals_of_lists(figures(row, *forwarded))
    assert [one.figure.stage for one in totals_of_lists(figures(*forwarded, *handled))] == [
        "handled"
    ]


LATER = {"as_of": "2020-08-31"}


@pytest.mark.parametrize(
    ("rows", "message", "severity", "ids"),
    [
        ([*beside(70), own(69, **LATER)], "falls", "contradiction", ("F1", "F3")),
        ([own(71), *beside(70, **LATER)], "falls", "contradiction", ("F1", "F2")),
        ([*beside(120), own(101, **LATER)], "listed", "doubt", ("F1", "F3")),
        ([own(121), *beside(101, **LATER)], "listed", "doubt", ("F1", "F2")),
        ([*beside(121), *beside(101, **LATER)], "listed", "doubt", ("F1", "F3")),
        (
            [*beside(121, "code", POSITIONS), *beside(101, "code", POSITIONS, **LATER)],
            "listed",
            "doubt",
            ("F1", "F3"),
        ),
    ],
)
def test_a_total_beside_a_list_may_not_fall(figures, rows, message, severity, ids):
    assert named(find_falls(figures(*rows))) == [(message, severity, ids)]


@pytest.mark.parametrize(
    "rows",
    [
        [*beside(101), *beside(121, **LATER)],
        [*beside(121), *beside(101, **LATER, stage="proven")],
        [*beside(121), *beside(101, as_of="2020")],
        [*beside(121, series="point"), *beside(101, series="point", **LATER)],
        [*beside(121, stage="in_process"), *beside(101, stage="in_process", **LATER)],
        [*beside(121), *beside(101, **LATER), own(125, **LATER)],
    ],
)
def test_growth_another_count_and_a_higher_total_of_that_day_are_no_fall(figures, rows):
    assert not find_falls(figures(*rows))
