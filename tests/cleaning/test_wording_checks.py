import pytest

from netralitas_research.cleaning.wording_checks import check_codes


def faults(table, **cells):
    return [(p.problem, p.column, p.value, p.params["list"]) for p in check(table, **cells)]


def check(table, **cells):
    return check_codes(table(cells, file="wordings.csv"))


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ("stage", "alleged"),
        ("unit_counted", "persons"),
        ("subject", "asn_neutrality"),
        ("election", "pilkada-2020"),
        ("dimension", "act"),
        ("series", "flow"),
        ("measure", "change_percent"),
        ("qualifier", "more_than"),
        ("base_status", "inferred"),
        ("base_meaning", "scale_maximum"),
        ("complete", "top_list"),
        ("province_set", "38"),
        ("issuer", "kasn"),
        ("period_start", "2020-07"),
        ("as_of", "unknown"),
        ("kemendagri_code", "7472"),
        ("kemendagri_code", "ID"),
        ("kemendagri_code", "unknown"),
        ("parts", "region+status"),
        ("wording", "anything"),
        ("stage", ""),
    ],
)
def test_a_code_of_its_list_is_right(table, column, code):
    assert check(table, **{column: code}) == []


@pytest.mark.parametrize(
    ("column", "code", "name", "nearest"),
    [
        ("stage", "allegd", "stages", "alleged"),
        ("unit_counted", "person", "units_counted", "persons"),
        ("subject", "asn_neutralty", "subjects", "asn_neutrality"),
        ("election", "pilkada-202", "elections", "pilkada-2020"),
        ("dimension", "positions", "dimensions", "position"),
        ("dimension_coded", "akt", "dimensions", None),
        ("dimension_2", "emploer", "dimensions", "employer"),
        ("series", "cumulativ", "series", "cumulative"),
        ("measure", "procent", "measure", "percent"),
        ("qualifier", "more than", "qualifier", "more_than"),
        ("base_status", "print", "base_status", "printed"),
        ("base_meaning", "wholes", "base_meaning", "whole"),
        ("complete", "toplist", "complete", "top_list"),
        ("province_set", "33", "province_set", None),
        ("issuer", "bawslu", "issuer", "bawaslu"),
        ("period_start", "31 Juli 2020", "period_start", None),
        ("period_end", "2020-13", "period_end", None),
        ("as_of", "kemarin", "as_of", None),
        ("kemendagri_code", "7999", "regencies", None),
        ("kemendagri_code", "Banten", "regencies", None),
        ("parts", "region+state", "parts", None),
    ],
)
def test_a_code_of_no_list_is_said_with_the_nearest(table, column, code, name, nearest):
    assert faults(table, **{column: code}) == [("problem.unknown_code", column, code, name)]
    if nearest:
        assert nearest in check(table, **{column: code})[0].nearest


def test_a_code_must_belong_to_its_dimension(table):
    right = {"dimension_coded": "position", "code": "camat", "dimension_2": "sex", "code_2": "male"}

    assert check(table, **right) == []
    assert faults(table, **right | {"code": "money_politics"}) == [
        ("problem.unknown_code", "code", "money_politics", "position")
    ]
    assert faults(table, **right | {"code_2": "camat"}) == [
        ("problem.unknown_code", "code_2", "camat", "sex")
    ]


def test_each_of_several_codes_must_belong_to_the_dimension(table):
    assert check(table, dimension_coded="position", code="camat;lurah") == []
    assert faults(table, dimension_coded="position", code="camat;lura")


@pytest.mark.parametrize(
    ("column", "value"),
    [("stage", "alleged"), ("as_of", "2020"), ("kemendagri_code", "unknown"), ("left_out",) * 2],
)
def test_a_ruling_names_a_column_and_a_code_of_it(table, column, value):
    assert check(table, record_id="R0001", column=column, value=value) == []


@pytest.mark.parametrize(
    ("column", "value", "wrong"),
    [
        ("stag", "alleged", "column"),
        ("stage", "allegd", "value"),
        ("left_out", "yes", "value"),
        ("as_of", "kemarin", "value"),
    ],
)
def test_a_ruling_on_no_column_or_with_no_code_is_refused(table, column, value, wrong):
    problems = check(table, record_id="R0001", column=column, value=value)

    assert [(p.problem, p.column) for p in problems] == [("problem.unknown_code", wrong)]
