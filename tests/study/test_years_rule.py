"""The rule for a year, on hand-made figures and on those of the study."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.cleaning import report_years, year_of
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate
from netralitas_research.study import processed
from netralitas_research.study.years import elections_of_year, figures_of_year, last_snapshots

PLAIN = {
    "counted_by": "kasn",
    "election": "pilkada-2020",
    "series": "cumulative",
    "period_start": "not_applicable",
    "period_end": "not_applicable",
    "as_of": "not_applicable",
    "stage": "reported",
    "unit_counted": "persons",
    "subject": "asn_neutrality",
    "dimension": "total",
    "code": "total",
    "dimension_2": "not_applicable",
    "code_2": "not_applicable",
    "kemendagri_code": "ID",
    "measure": "count",
    "value": 1.0,
}


def figures(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame([PLAIN | {"figure_id": f"f{n}"} | row for n, row in enumerate(rows)])


def chosen(year: int, *rows: dict) -> dict[str, bool]:
    """Say which figures a year keeps, and whether they are restated."""
    found = figures_of_year(figures(*rows), year)
    return dict(zip(found["figure_id"], found["restated"].astype(bool), strict=True))


def flow(start: str, end: str) -> dict:
    return {"series": "flow", "period_start": start, "period_end": end}


def test_a_flow_belongs_to_the_year_in_which_it_ends():
    rows = (flow("2019-06", "2020-05"), flow("2020-06", "2021-01"))
    assert chosen(2020, *rows) == {"f0": False}


def test_two_flows_of_one_series_are_both_kept():
    rows = (flow("2020-01", "2020-06"), flow("2020-07", "2020-12"))
    assert list(chosen(2020, *rows)) == ["f0", "f1"]


def test_only_the_last_snapshot_of_a_series_in_the_year_is_kept():
    dates = ("2020-06-15", "2020-12-21", "2020-12-19", "2019-12-31")
    assert chosen(2020, *({"as_of": date} for date in dates)) == {"f1": False}


@pytest.mark.parametrize(
    ("column", "other"),
    [
        ("counted_by", "bkn"),
        ("election", "pemilu-2024"),
        ("subject", "asn_and_others"),
        ("stage", "recommended"),
        ("unit_counted", "cases"),
        ("dimension", "position"),
        ("code", "jpt"),
        ("dimension_2", "act"),
        ("code_2", "displays"),
        ("kemendagri_code", "74"),
        ("measure", "percent"),
    ],
)
def test_a_snapshot_never_gives_way_to_one_of_another_series(column, other):
    rows = ({"as_of": "2020-06-15"}, {"as_of": "2020-12-21", column: other})
    assert list(chosen(2020, *rows)) == ["f0", "f1"]


def test_a_snapshot_gives_way_to_a_later_one_that_another_institution_quotes():
    rows = ({"as_of": "2020-06-15", "issued_by": "kasn"}, {"as_of": "2020-11", "issued_by": "bkn"})
    assert list(chosen(2020, *rows)) == ["f1"]


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        (("2020", "2020-10-27"), ("2020", "2020-10-27")),
        (("2020-10", "2020-10-27"), ("2020-10", "2020-10-27")),
        (("2020-09", "2020-10-27"), ("2020-10-27",)),
        (("2020-11", "2020-10-27"), ("2020-11",)),
        (("2020", "2020-03", "2020-10-27"), ("2020", "2020-10-27")),
        (("2020-10-27", "2020-10-27"), ("2020-10-27", "2020-10-27")),
    ],
)
def test_a_snapshot_gives_way_only_to_one_that_is_definitely_later(dates, kept):
    found = last_snapshots(figures(*({"as_of": date} for date in dates)))
    assert tuple(found["as_of"]) == kept


def test_later_figures_about_an_election_of_the_year_are_restated():
    rows = (
        {"as_of": "2020-12-21"},
        {"as_of": "2021-12-16"},
        {"as_of": "2024-02-06"},
        {"as_of": "2021-07", "series": "point", "dimension": "motive"},
    )
    assert chosen(2020, *rows) == {"f0": False, "f2": True, "f3": True}


def test_of_restated_snapshots_those_of_unknown_order_are_all_kept():
    rows = ({"as_of": "2020-12-21"}, {"as_of": "2022"}, {"as_of": "2022-05-31"})
    assert chosen(2020, *rows) == {"f0": False, "f1": True, "f2": True}


def test_figures_of_other_years_about_other_elections_are_left_out():
    rows = (
        {"as_of": "2020-12-21"},
        {"as_of": "2021-05", "election": "pemilu-2019"},
        {"as_of": "2019-05"},
        {"as_of": "unknown"},
        flow("2021", "2021"),
    )
    assert chosen(2020, *rows) == {"f0": False}


def test_a_span_counts_as_an_election_of_the_year_when_all_its_parts_were_held_in_it():
    assert "pemilu-2024-pilkada-2024" in elections_of_year(2024)
    assert "pilkada-2018-pemilu-2019" not in elections_of_year(2018) | elections_of_year(2019)
    assert not elections_of_year(2021)


@pytest.mark.parametrize("year", [1999, 2026])
def test_a_year_without_figures_names_the_years_there_are(year):
    with pytest.raises(UsageError) as raised:
        figures_of_year(processed.load("figures"), year)
    assert raised.value.key == "error.year_without_figures"
    assert raised.value.params["year"] == str(year)
    assert {"2018", "2020", "2024"} <= set(raised.value.params["years"].split(", "))


@st.composite
def partial_dates(draw) -> str:
    year = draw(st.integers(2019, 2021))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    return draw(st.sampled_from([f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"]))


@given(st.lists(partial_dates(), min_size=1, max_size=8))
def test_what_is_kept_is_never_definitely_older_and_what_is_left_out_always_is(dates):
    kept = list(last_snapshots(figures(*({"as_of": date} for date in dates)))["as_of"])
    left_out = [date for date in dates if date not in kept]
    parsed = [PartialDate.parse(date) for date in dates]
    assert kept
    for date in map(PartialDate.parse, kept):
        assert not any(date.definitely_before(other) for other in parsed)
    for date in map(PartialDate.parse, left_out):
        assert any(date.definitely_before(PartialDate.parse(other)) for other in kept)


@given(st.lists(partial_dates(), min_size=1, max_size=8), st.randoms())
def test_the_order_of_the_rows_does_not_matter(dates, random):
    rows = [{"as_of": date, "figure_id": f"f{n}"} for n, date in enumerate(dates)]
    shuffled = random.sample(rows, len(rows))
    kept = [set(last_snapshots(figures(*some))["figure_id"]) for some in (rows, shuffled)]
    assert kept[0] == kept[1]


def every_year() -> list[int]:
    return report_years(processed.load("figures"))


def test_no_figure_of_the_study_is_in_a_year_twice_or_in_a_wrong_one_without_its_mark():
    every = processed.load("figures")
    for year in every_year():
        found = figures_of_year(every, year)
        own, restated = found[~found["restated"]], found[found["restated"]]
        assert found["figure_id"].is_unique
        assert set(year_of(own)) == {year}
        assert set(restated["election"]) <= elections_of_year(year)
        assert (year_of(restated) > year).all()
        assert "flow" not in set(restated["series"])


def test_every_flow_and_point_of_the_study_is_in_its_year():
    every = processed.load("figures")
    for year in every_year():
        own = every[year_of(every).eq(year).fillna(False) & every["series"].ne("cumulative")]
        assert set(own["figure_id"]) <= set(figures_of_year(every, year)["figure_id"])
