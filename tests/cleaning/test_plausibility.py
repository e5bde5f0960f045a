import pytest

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
