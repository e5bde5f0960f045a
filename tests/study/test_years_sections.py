"""What a year shows: totals, processes, breakdowns, places, gaps and restated figures."""

import pandas as pd
import pytest

from netralitas_research.cleaning import report_years
from netralitas_research.study import processed, years
from netralitas_research.study.years.gaps import EXPECTED
from netralitas_research.study.years.process import COUNT, phase_of

KASN_PERSONS = {
    "counted_by": "kasn",
    "election": "pilkada-2020",
    "unit_counted": "persons",
    "measure": "count",
}


@pytest.fixture(scope="module")
def reports() -> dict[int, years.YearReport]:
    figures = processed.load("figures")
    return {year: years.load(year) for year in report_years(figures)}


def values(figures: pd.DataFrame, **wanted: object) -> dict[str, float]:
    """Look up values by stage."""
    for column, value in wanted.items():
        figures = figures[figures[column].eq(value)]
    return dict(zip(figures["stage"], figures["value"], strict=True))


def test_totals_of_2020_hold_the_last_count_of_persons_by_kasn(reports):
    found = values(years.totals(reports[2020]), **KASN_PERSONS, as_of="2020-12-21", restated=False)
    assert found["reported"] == 1305
    assert found["recommended"] == 872
    assert found["followed_up_ppk"] == 635


def test_totals_of_2020_hold_the_last_restated_count_of_persons_by_kasn(reports):
    found = values(years.totals(reports[2020]), **KASN_PERSONS, as_of="2024-02-06", restated=True)
    assert found == {"reported": 2034, "recommended": 1597, "followed_up_ppk": 1450}


def test_totals_of_2023_hold_the_count_that_was_last_in_that_year(reports):
    found = values(years.totals(reports[2023]), **KASN_PERSONS)
    assert found == {"reported": 2034, "recommended": 1596, "followed_up_ppk": 1450}


def test_snapshots_of_unknown_order_are_marked(reports):
    totals = years.totals(reports[2022])
    marked = totals[totals["order_unknown"] & totals["stage"].eq("reported")]
    assert set(marked["as_of"]) == {"2022", "2022-08-24"}
    assert set(marked["value"]) == {2073, 2034}


def test_two_values_for_one_date_are_both_shown_and_marked(reports):
    acts = years.breakdown(reports[2020], "acts")
    displays = acts[acts["code"].eq("displays")]
    assert set(displays["value"]) == {11.6, 13.0}
    assert displays["values_differ"].all()


def test_the_headline_of_2020_is_the_count_with_all_stages(reports):
    headline = years.headline(reports[2020])
    assert list(headline.figures) == ["reported", "decided", "sanctioned"]
    assert headline.all["value"].tolist() == [1305, 872, 635]
    assert years.restated_headline(reports[2020], headline)["value"].tolist() == [2034, 1597, 1450]


def test_the_headline_prefers_an_election_of_the_year(reports):
    assert set(years.headline(reports[2024]).all["election"]) == {"pemilu-2024"}


def test_a_year_without_any_stage_has_no_headline(reports):
    assert years.headline(reports[2025]) is None
    assert set(years.other_counts(reports[2025], None)["stage"]) == {"in_process"}


def test_other_counts_repeat_no_count(reports):
    for report in reports.values():
        chosen = years.headline(report)
        others = years.other_counts(report, chosen)
        named = [] if chosen is None else [tuple(chosen.all.iloc[0][COUNT])]
        counts = [*named, *others[COUNT].itertuples(index=False, name=None)]
        assert len(counts) == len(set(counts))


def test_institutions_elections_and_units_are_never_mixed(reports):
    for report in reports.values():
        for process in years.processes(report):
            assert process.all[[*COUNT, "as_of", "period_end"]].drop_duplicates().shape[0] == 1
        for timeline in years.timelines(report):
            assert timeline[COUNT].drop_duplicates().shape[0] == 1
        for one in years.national_lists(report):
            kept = one.figures[[*COUNT, "stage", "measure", "as_of", "period_end"]]
            assert kept.drop_duplicates().shape[0] == 1


def test_a_process_of_which_only_the_year_is_known_was_printed_with_one_whole(reports):
    for report in reports.values():
        for process in years.processes(report):
            if len(process.all["as_of"].iloc[0]) == len("2020"):
                assert process.all["base"].nunique(dropna=False) == 1


def test_timelines_have_three_dated_snapshots_of_the_year_for_each_stage(reports):
    drawn = {year: years.timelines(report) for year, report in reports.items()}
    assert {tuple(one[COUNT].iloc[0]) for one in drawn[2020]} >= {
        ("kasn", "pilkada-2020", "persons")
    }
    for year, timelines in drawn.items():
        for timeline in timelines:
            assert timeline["as_of"].str.startswith(f"{year}-").all()
            assert timeline.groupby("stage")["as_of"].nunique().min() >= 3
            assert all(timeline["stage"].map(phase_of))


def test_breakdowns_hold_no_restated_figure_and_no_region(reports):
    for report in reports.values():
        for topic in years.TOPICS:
            found = years.breakdown(report, topic)
            assert not found["restated"].any()
            assert set(found["kemendagri_code"]) <= {"ID"}
            assert found["figure_id"].is_unique


def test_the_newest_list_of_acts_of_2020_is_drawn(reports):
    main = years.main_list(reports[2020], "acts").figures
    assert set(main["as_of"]) == {"2020-12-21"}
    assert main["value"].is_monotonic_decreasing


def test_a_list_that_was_partly_replaced_says_how_long_it_was(reports):
    lists = years.national_lists(reports[2020])
    partly = [one for one in lists if len(one.figures) < one.printed]
    assert partly
    assert all(len(one.figures) <= one.printed for one in lists)


def test_the_greatest_regions_are_five_of_each_unit(reports):
    for report in reports.values():
        for level, digits in (("provinces", 2), ("regencies", 4)):
            found = years.greatest(report, level)
            assert set(found["unit_counted"]) <= {"persons", "cases"}
            assert set(found["kemendagri_code"].str.len()) <= {digits}
            assert found.groupby("unit_counted")["kemendagri_code"].nunique().le(5).all()


def test_every_year_is_compared_with_the_same_list(reports):
    for report in reports.values():
        assert tuple(one.name for one in years.gaps(report)) == EXPECTED


@pytest.mark.parametrize(
    ("year", "name", "status"),
    [
        (2018, "positions", "missing"),
        (2018, "motives", "present"),
        (2018, "sanctioned", "percent_only"),
        (2019, "motives", "missing"),
        (2020, "motives", "restated_only"),
        (2020, "provinces", "present"),
        (2021, "provinces", "missing"),
        (2024, "sanctioned", "present"),
        (2025, "reported", "missing"),
        (2025, "provinces", "missing"),
    ],
)
def test_what_a_year_has_is_told_from_what_it_lacks(reports, year, name, status):
    assert {one.name: one.status for one in years.gaps(reports[year])}[name] == status


def test_restated_totals_stand_beside_those_of_the_year(reports):
    found = {
        (*one.later[COUNT].iloc[0], one.later["stage"].iloc[0]): one
        for one in years.restated_totals(reports[2020])
    }
    reported = found["kasn", "pilkada-2020", "persons", "reported"]
    assert reported.own["value"].tolist() == [1305]
    assert reported.change == 729


def test_no_change_is_computed_between_values_of_unknown_order(reports):
    for report in reports.values():
        for one in years.restated_totals(report):
            if len(one.own) != 1 or one.later["order_unknown"].any():
                assert one.change is None


def test_numbers_hold_what_the_sections_show(reports):
    numbers = years.numbers(reports[2020])
    assert [record["value"] for record in numbers["headline"]] == [1305, 872, 635]
    assert len(numbers["totals"]) == len(years.totals(reports[2020]))
    assert numbers["expected"]["motives"] == "restated_only"
