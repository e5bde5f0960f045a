import pytest

from netralitas_research.audit.consistency import audit_figures
from netralitas_research.cleaning import clean_study
from netralitas_research.cleaning.plausibility import impossible

COUNT = {
    "measure": "count",
    "base_meaning": "whole",
    "dimension": "position",
    "code": "camat",
    "dimension_2": "not_applicable",
    "code_2": "not_applicable",
}


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"value": "0"}, {}),
        ({"value": "456", "printed_total": "456"}, {}),
        ({"value": "100", "unit": "percent"}, {"measure": "percent"}),
        ({"value": "0", "unit": "percent"}, {"measure": "percent"}),
        ({"value": "-44,25", "unit": "percent"}, {"measure": "change_percent"}),
        ({"value": "46903,2"}, {"measure": "mean"}),
        ({"value": "72", "printed_total": "47"}, {"base_meaning": "other_unit"}),
        ({}, {"code": "camat;lurah"}),
        ({}, {"code": "unknown"}),
        ({}, {"dimension": "total", "code": "total"}),
    ],
)
def test_what_can_be_is_let_through(record, cells, codes):
    assert impossible(record(**cells), COUNT | codes) == []


@pytest.mark.parametrize(
    ("cells", "codes", "expected"),
    [
        ({"value": "101", "unit": "percent"}, {"measure": "percent"}, "expected.percent"),
        ({"value": "-1", "unit": "percent"}, {"measure": "percent"}, "expected.percent"),
        ({"value": "12,5"}, {}, "expected.count"),
    ],
)
def test_a_value_that_its_measure_cannot_have_is_refused(record, cells, codes, expected):
    problems = impossible(record(**cells), COUNT | codes)

    assert [(p.problem, p.column, p.value, p.expected) for p in problems] == [
        ("problem.range", "value", cells["value"], expected)
    ]


def test_a_part_above_its_total_is_refused(record):
    problems = impossible(record(value="457", printed_total="456"), COUNT)

    assert [(p.problem, p.value, p.params) for p in problems] == [
        ("problem.more_than_total", "457", {"total": "456"})
    ]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"value": "31", "printed_total": "13"}, {}),
        ({"value": "110,5", "unit": "percent"}, {"measure": "percent"}),
        ({"value": "-3", "unit": "percent"}, {"measure": "percent"}),
    ],
)
def test_nonsense_that_a_ruling_confirms_as_printed_is_let_through(record, cells, codes):
    row = record(**cells)

    assert impossible(row, COUNT | codes) != []
    assert impossible(row, COUNT | codes, cells["value"]) == []


@pytest.mark.parametrize(
    ("value", "confirmed", "expected"),
    [
        ("31", "13", ["problem.more_than_total", "problem.stray_confirmation"]),
        ("13", "13", ["problem.stray_confirmation"]),
        ("12,5", "12,5", ["problem.range", "problem.stray_confirmation"]),
    ],
)
def test_a_ruling_confirms_only_the_impossible_value_of_its_row(record, value, confirmed, expected):
    problems = impossible(record(value=value, printed_total="13"), COUNT, confirmed)

    assert [problem.problem for problem in problems] == expected


def test_a_page_that_prints_more_than_its_total_can_be_entered_and_is_found(study):
    file = study.file_of("R0087")
    study.change(file, "R0087", "value", "2830")

    assert [problem.problem for problem in study.problems()] == ["problem.more_than_total"]

    reasons = {"reason_id": "halaman mencetak 2.830", "reason_en": "the page prints 2,830"}
    confirmed = {"record_id": "R0087", "column": "as_printed", "value": "2830"}
    study.add("wordings/rulings.csv", **confirmed, **reasons)
    tables = clean_study(study.home).tables
    found = audit_figures(tables["figures"], tables["observations"])

    accused = found[found["message"].eq("findings.parts.one_exceeds")]
    assert accused["record_ids"].tolist() == ["R0087"]
    assert accused["severity"].tolist() == ["contradiction"]


@pytest.mark.parametrize(
    "codes",
    [
        {"code": "money_politics"},
        {"code": "camat;money_politics"},
        {"dimension": "total"},
        {"dimension_2": "sex", "code_2": "camat"},
        {"code_2": "male"},
    ],
)
def test_a_code_that_its_dimension_does_not_have_is_refused(record, codes):
    problems = impossible(record(), COUNT | codes)

    assert [(p.problem, p.column) for p in problems] == [("problem.unknown_code", "label")]
