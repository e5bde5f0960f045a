import pytest

from netralitas_research.audit.consistency.growth import explain_growth
from netralitas_research.audit.consistency.versions import find_versions


def severities(figures, *rows):
    return [one.severity for one in find_versions(figures(*rows))]


ONE = {"value": 83.0, "source_ids": "a"}
OTHER = {"value": 81.0, "source_ids": "b"}


def test_two_values_of_one_day_contradict_each_other(figures):
    assert severities(figures, ONE, OTHER) == ["contradiction"]


@pytest.mark.parametrize(
    "coarse", [{"as_of": "2020-07"}, {"stage": "unknown"}, {"unit_counted": "unknown"}]
)
def test_what_is_not_known_makes_it_a_doubt(figures, coarse):
    assert severities(figures, ONE | coarse, OTHER | coarse) == ["doubt"]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({}, "differ"),
        ({"as_of": "2020-07"}, "differ_undated"),
        ({"as_of": "2020-07", "series": "point"}, "differ"),
    ],
)
def test_only_an_undated_count_from_the_beginning_may_have_grown(figures, more, message):
    assert [one.message for one in find_versions(figures(ONE | more, OTHER | more))] == [message]


def test_pages_that_print_the_same_other_numbers_quote_one_statement(figures):
    shared = [
        {"stage": s, "value": v, "source_ids": "a;b"}
        for s, v in (("reported", 456.0), ("recommended", 344.0))
    ]
    unknown = {"stage": "unknown"}
    assert severities(figures, ONE | unknown, OTHER | unknown, *shared) == ["contradiction"]
    assert severities(figures, ONE | unknown, OTHER | unknown, shared[0]) == ["doubt"]


def test_a_percentage_with_fewer_decimals_is_the_same(figures):
    share = {"measure": "percent", "base_status": "unknown", "base_meaning": "denominator"}
    fine = share | {"value": 11.6, "decimals_at_least": 1}
    assert not severities(figures, fine, share | {"value": 12.0})
    assert severities(figures, fine, share | {"value": 13.0}) == ["contradiction"]


@pytest.mark.parametrize(
    "other",
    [
        {"as_of": "2020-08-01"},
        {"unit_counted": "cases"},
        {"counted_by": "bkn"},
        {"qualifier": "about"},
        {"value": 83.0},
    ],
)
def test_figures_that_differ_in_more_or_nothing_are_no_versions(figures, other):
    assert not severities(figures, ONE, OTHER | other)


def grown(figures, *dated, **more):
    return explain_growth(figures(*({"as_of": day, "value": v} | more for day, v in dated)))


def test_growth_is_explained_by_the_later_date(figures):
    (found,) = grown(figures, ("2020-07-31", 456.0), ("2020-06-26", 369.0))
    assert (found.severity, found.figure_ids) == ("explained", ("F2", "F1"))


def test_falling_and_constant_series_are_not_called_growth(figures):
    assert not grown(figures, ("2020-06-26", 456.0), ("2020-07-31", 369.0))
    assert not grown(figures, ("2020-06-26", 369.0), ("2020-07-31", 369.0))


@pytest.mark.parametrize(
    ("exact", "rough", "differ"),
    [(27.6, 28, False), (27.6, 27, False), (12.5, 12, False), (12.5, 13, False), (27.6, 26, True)],
)
def test_fewer_decimals_under_any_rule_of_rounding_are_no_other_value(
    figures, exact, rough, differ
):
    share = {"measure": "percent"}
    first = share | {"value": exact, "decimals_at_least": 1, "source_ids": "a"}
    second = share | {"value": float(rough), "source_ids": "b"}
    assert bool(severities(figures, first, second)) is differ
