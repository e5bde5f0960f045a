import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_study import DEFAULTS

from netralitas_research.audit.consistency.falls import find_falls
from netralitas_research.audit.consistency.figures import read_figures


def snapshots(figures, *dated, **more):
    return find_falls(figures(*({"as_of": day, "value": v} | more for day, v in dated)))


FALLING = (("2024-02-06", 403.0), ("2024-02-28", 399.0))


def test_cumulative_count_that_falls_contradicts_itself(figures):
    (found,) = snapshots(figures, *FALLING)
    assert (found.severity, found.figure_ids) == ("contradiction", ("F1", "F2"))


def test_figures_in_another_order_give_the_same_finding(figures):
    assert snapshots(figures, *FALLING[::-1])[0].figure_ids == ("F2", "F1")


def test_only_the_first_snapshot_below_the_greatest_is_named(figures):
    later = (("2024-03-01", 398.0), ("2024-03-05", 401.0))
    assert [one.figure_ids for one in snapshots(figures, *FALLING, *later)][:1] == [("F1", "F2")]
    assert len(snapshots(figures, *FALLING, later[1])) == 1


@pytest.mark.parametrize("day", ["2024", "2024-02", "unknown"])
def test_no_fall_where_the_order_is_not_known(figures, day):
    assert not snapshots(figures, ("2024-02-06", 403.0), (day, 399.0))


@pytest.mark.parametrize("series", ["point", "flow"])
def test_points_and_flows_may_fall(figures, series):
    dates = [{"period_start": day, "period_end": day} for day, _ in FALLING]
    rows = [{"as_of": day, "value": v, "series": series} for day, v in FALLING]
    assert not find_falls(figures(*(row | own for row, own in zip(rows, dates, strict=True))))


@pytest.mark.parametrize("stage", ["in_process", "not_followed_up", "awaiting_ppk"])
def test_what_waits_may_fall(figures, stage):
    assert not snapshots(figures, *FALLING, stage=stage)


@pytest.mark.parametrize("more", [{"stage": "unknown"}, {"unit_counted": "unknown"}])
def test_fall_is_doubted_where_stage_or_unit_are_not_known(figures, more):
    assert [one.severity for one in snapshots(figures, *FALLING, **more)] == ["doubt"]


def test_fall_of_closed_cases_is_doubted(figures):
    assert [one.severity for one in snapshots(figures, *FALLING, stage="stopped")] == ["doubt"]


def test_page_with_round_numbers_only_is_doubted(figures):
    rounded = (("2020-10-04", 719.0), ("2020-10-10", 700.0))
    assert [one.severity for one in snapshots(figures, *rounded)] == ["doubt"]


@pytest.mark.parametrize(
    ("dated", "more", "message"),
    [
        (FALLING, {}, "falls"),
        ((("2020-10-04", 719.0), ("2020-10-10", 700.0)), {}, "rounded"),
        (FALLING, {"stage": "unknown"}, "unlabelled"),
        (FALLING, {"stage": "stopped"}, "reopened"),
        ((("2024-01-05", 399.0), *FALLING), {}, "repeated"),
        ((("2024-01-05", 1.0), ("2024-02-06", 2.0), ("2024-02-28", 1.0)), {}, "falls"),
    ],
)
def test_what_could_explain_a_fall_is_said(figures, dated, more, message):
    assert [one.message for one in snapshots(figures, *dated, **more)] == [message]


def test_the_first_print_of_a_repeated_count_is_named(figures):
    (found,) = snapshots(figures, ("2024-01-05", 399.0), ("2024-01-09", 399.0), *FALLING)
    assert found.params["third"]["as_of"] == "2024-01-05"


def test_round_number_beside_an_exact_one_is_not_excused(figures):
    page = [{"as_of": "2024-02-28", "value": 143.0, "stage": "proven"}]
    rows = [{"as_of": "2024-02-06", "value": 403.0}, {"as_of": "2024-02-28", "value": 400.0}]
    assert [one.severity for one in find_falls(figures(*rows, *page))] == ["contradiction"]


def test_places_of_one_list_make_one_finding(figures):
    rows = [
        {"as_of": day, "value": value + n, "kemendagri_code": place}
        for n, place in enumerate(("7401", "7402"))
        for day, value in FALLING
    ]
    (found,) = find_falls(figures(*rows))
    assert (found.message, len(found.figure_ids)) == ("list_falls", 4)


@given(st.lists(st.integers(1, 999), min_size=2, max_size=6))
def test_a_series_is_accused_exactly_if_it_is_not_sorted(values):
    rows = [
        DEFAULTS | {"figure_id": f"F{n}", "value": float(value), "as_of": f"2020-03-0{n + 1}"}
        for n, value in enumerate(values)
    ]
    assert bool(find_falls(read_figures(pd.DataFrame(rows)))) == (values != sorted(values))
