import pytest

from netralitas_research.audit.consistency.percentages import (
    compare_with_base,
    compare_with_counts,
    find_outside,
)

PERCENT = {"measure": "percent", "base_meaning": "denominator"}
FOLLOWED = {"stage": "followed_up_ppk", "unit_counted": "persons"}


def of_base(value, base, decimals=1, **more):
    known = {"value": value, "base": base, "base_status": "printed"}
    return PERCENT | known | {"decimals_at_least": decimals} | more


@pytest.mark.parametrize("value", [20.1, 11.1, 7.4])
def test_percentage_that_no_count_gives_contradicts_its_base(figures, value):
    # Head of area, June 2023: impossible of 192, possible of 189, which another page prints.
    (found,) = compare_with_base(figures(of_base(value, 192.0)))
    assert found.severity == "contradiction"
    assert not compare_with_base(figures(of_base(value, 189.0)))


def test_percentages_of_one_table_make_one_finding(figures):
    table = [of_base(v, 192.0, dimension="act", code=str(v)) for v in (20.1, 36.5, 11.1)]
    assert [one.figure_ids for one in compare_with_base(figures(*table))] == [("F1", "F3")]


@pytest.mark.parametrize(("other", "message"), [(189.0, "other_base"), (190.0, "impossible")])
def test_another_printed_count_that_all_percentages_fit_is_named(figures, other, message):
    heads = {"dimension": "position", "code": "head_of_area"}
    table = [of_base(v, 192.0, **heads) for v in (20.1, 36.5, 11.1)]
    (found,) = compare_with_base(figures(*table, heads | {"value": other}))
    assert found.message == message


@pytest.mark.parametrize("value", [34.9, 35.0, 35.1, 34.8])
def test_any_rule_of_rounding_is_accepted_and_nothing_else(figures, value):
    share = PERCENT | FOLLOWED | {"value": value, "decimals_at_least": 1}
    counts = (FOLLOWED | {"value": 99.0}, {"stage": "recommended", "value": 283.0})
    found = compare_with_counts(
        figures(share | {"base_status": "unknown", "unit_counted": "recommendations"}, *counts)
    )
    expected = {34.9: ["explained"], 35.0: [], 35.1: ["doubt"], 34.8: ["doubt"]}
    assert [one.severity for one in found] == expected[value]


def test_a_denominator_that_fits_is_enough(figures):
    share = PERCENT | FOLLOWED | {"value": 25.0, "base_status": "unknown"}
    counts = [{"stage": "recommended", "value": 283.0}, {"stage": "reported", "value": 396.0}]
    assert not compare_with_counts(figures(share, FOLLOWED | {"value": 99.0}, *counts))


def test_percentage_with_printed_base_contradicts_the_count_of_the_same_cell(figures):
    cell = {"dimension": "position", "code": "guru_dosen"}
    count = cell | {"value": 373.0, "base": 533.0, "base_status": "printed"}
    count |= {"base_meaning": "whole"}
    assert not compare_with_counts(figures(of_base(70.0, 533.0, 0, **cell), count))
    (found,) = compare_with_counts(figures(of_base(71.0, 533.0, 0, **cell), count))
    assert found.severity == "contradiction"
    assert found.params["exact"] == pytest.approx(69.98)


def test_counts_of_another_date_are_not_used(figures):
    share = PERCENT | FOLLOWED | {"value": 50.0, "base_status": "unknown", "as_of": "2020-08-01"}
    counts = (FOLLOWED | {"value": 99.0}, {"stage": "recommended", "value": 283.0})
    assert not compare_with_counts(figures(share, *counts))


def camat(value, measure="count", **more):
    own = {"dimension": "position", "code": "camat", "value": value, "measure": measure}
    return own | ({"decimals_at_least": 1} if measure == "percent" else {}) | more


@pytest.mark.parametrize(("value", "severity"), [(25.0, None), (35.0, "contradiction")])
def test_count_without_a_total_is_held_against_the_base_of_its_percentage(figures, value, severity):
    share = of_base(value, 120.0, dimension="position", code="camat")
    found = compare_with_counts(figures(camat(30.0), share))
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_count_of_another_page_only_doubts_the_percentage(figures):
    share = of_base(35.0, 120.0, dimension="position", code="camat", source_ids="another")
    assert [one.severity for one in compare_with_counts(figures(camat(30.0), share))] == ["doubt"]


@pytest.mark.parametrize(("value", "severities"), [(25.0, []), (12.5, []), (35.0, ["doubt"])])
def test_category_is_divided_by_the_printed_number_of_all(figures, value, severities):
    # 30 of 120 recommended, or of 240 reported.
    totals = {"stage": "recommended", "value": 120.0}, {"stage": "reported", "value": 240.0}
    own = {"stage": "recommended"}
    share = camat(value, "percent", base_status="unknown", base_meaning="denominator", **own)
    found = compare_with_counts(figures(*totals, camat(30.0, **own), share))
    assert [one.severity for one in found] == severities


@pytest.mark.parametrize(
    ("value", "more", "accused"),
    [
        (100.1, {}, True),
        (-0.1, {}, True),
        (110.0, {"qualifier": "more_than"}, True),
        (110.0, {"qualifier": "less_than"}, False),
        (100.0, {}, False),
        (0.0, {}, False),
        (-44.25, {"measure": "change_percent"}, False),
    ],
)
def test_a_share_below_0_or_above_100_contradicts_itself(figures, value, more, accused):
    share = {"measure": "percent", "value": value, "decimals_at_least": 1}
    found = find_outside(figures(share | more))
    assert [(one.message, one.severity) for one in found] == [
        ("outside", "contradiction")
    ] * accused
