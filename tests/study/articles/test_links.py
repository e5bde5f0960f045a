"""Which of several linked figures is closest, and what is said of the others."""

import math

import pandas as pd
import pytest

from netralitas_research.study.articles.links import RELATIONS, describe, linked_figures

FIGURE = {
    "counted_by": "kasn",
    "issued_by": "kasn",
    "election": "pilkada-2020",
    "series": "cumulative",
    "as_of": "2020-07-31",
    "period_start": "not_applicable",
    "period_end": "not_applicable",
    "stage": "reported",
    "unit_counted": "persons",
    "dimension": "total",
    "code": "total",
    "dimension_2": "not_applicable",
    "code_2": "not_applicable",
    "kemendagri_code": "ID",
    "measure": "count",
    "qualifier": "exact",
    "value": 10.0,
    "decimals_at_least": 0,
    "note_id": "",
    "note_en": "",
    "source_ids": "a",
}


def links(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(
        [FIGURE | {"figure_id": f"F{place}"} | row for place, row in enumerate(rows)],
        columns=["figure_id", "relation", *FIGURE],
    )


def test_nothing_linked_is_said_to_have_no_second_source():
    beside = describe(links(), 10, "en")
    assert (beside.relation, beside.data, beside.explanation) == ("none", "", "No second source.")


def test_the_same_figure_comes_before_all_others():
    given = links(
        {"relation": "other_date", "as_of": "2020-12-21", "value": 12.0, "source_ids": "b"},
        {"relation": "same_figure", "value": 9.0},
    )
    beside = describe(given, 10, "en")
    assert (beside.relation, beside.agrees, beside.data_value) == ("same_figure", "no", 9.0)
    assert beside.data == "9 (31 July 2020)"
    assert beside.explanation == "Same figure; value differs. Other date: 12 (21 December 2020)."
    assert beside.source_ids == "b;a"


def test_a_figure_of_the_same_value_comes_before_a_closer_relation():
    given = links(
        {"relation": "other_stage", "stage": "recommended", "value": 7.0},
        {"relation": "other_issuer", "counted_by": "bkn"},
    )
    assert describe(given, 10, "en").relation == "other_issuer"
    assert describe(given, 11, "en").relation == "other_stage"


def test_parts_come_before_a_figure_of_the_same_value():
    given = links(
        {"relation": "other_election", "election": "pemilu-2019"},
        {"relation": "component", "value": 4.0},
        {"relation": "component", "value": 6.0},
    )
    beside = describe(given, 10, "en")
    assert (beside.relation, beside.agrees) == ("component", "not_applicable")
    assert math.isnan(beside.data_value)


@pytest.mark.parametrize(
    ("values", "agrees"), [((10.0, 10.0), "yes"), ((10.0, 9.0), "partly"), ((9.0, 8.0), "no")]
)
def test_agreement_counts_every_value_of_the_same_figure(values, agrees):
    given = links(*({"relation": "same_figure", "value": value} for value in values))
    assert describe(given, 10, "id").agrees == agrees


def test_a_count_never_has_the_value_of_a_rank():
    given = links({"relation": "other_date", "measure": "count", "value": 3.0})
    assert describe(given, 3, "en", is_rank=True).agrees == "no"
    assert describe(given, 3, "en").agrees == "yes"


def test_counts_of_other_dates_stand_in_the_order_of_time():
    given = links(
        {"relation": "other_date", "as_of": "2020", "value": 3.0},
        {"relation": "other_date", "as_of": "2020-12-21", "value": 2.0},
        {"relation": "other_date", "as_of": "2020-03-13", "value": 1.0},
    )
    shown = describe(given, 10, "en").data
    assert shown == "1 (13 March 2020); 2 (21 December 2020); 3 (year 2020)"


def test_a_figure_linked_twice_is_shown_once():
    given = links(*({"relation": "same_figure", "figure_id": "F1"} for _ in range(2)))
    assert describe(given, 10, "id").data == "10 (31 Juli 2020)"


def test_regions_tell_parts_apart_and_many_parts_are_summed_up():
    codes = ["71", "72", "73", "74", "75"]
    parts = [{"relation": "component", "kemendagri_code": code, "value": float(place)}
             for place, code in enumerate(codes)]  # fmt: skip
    assert describe(links(*parts[:2]), 10, "en").data == (
        "North Sulawesi: 0; Central Sulawesi: 1 (31 July 2020)"
    )
    assert describe(links(*parts), 10, "en").data == "5 figures, from 0 to 4 (31 July 2020)"


def test_remarks_are_given_unless_every_figure_has_its_own():
    alike = links(*({"relation": "other_date", "note_en": "first five months"} for _ in range(3)))
    assert describe(alike, 1, "en").note == "First five months."
    own = links(*({"relation": "other_date", "note_en": str(place)} for place in range(3)))
    assert describe(own, 1, "en").note == ""


def test_of_distant_figures_beside_a_rank_the_remark_is_given():
    given = links(
        {"relation": "same_figure", "measure": "rank", "value": 1.0},
        {"relation": "other_date", "value": 30.0, "note_en": "third by then"},
    )
    assert describe(given, 1, "en", is_rank=True).note == "Other date – third by then."


def test_every_relation_of_the_data_has_a_place():
    assert set(linked_figures()["relation"]) <= set(RELATIONS)
