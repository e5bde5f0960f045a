"""Answers of the surveys as they are printed, and what they may belong to."""

import math

import pandas as pd
import pytest

from netralitas_research.study.motives import (
    GROUPS,
    causes,
    margin_of_error,
    membership,
    pressers,
)
from netralitas_research.study.processed import load
from netralitas_research.study.survey_opinions import brotherhood_ranks, opinions


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return load("figures")


@pytest.fixture(scope="module")
def asked(figures) -> pd.DataFrame:
    return causes(figures, "id")


def test_both_surveys_are_as_printed_and_never_joined(asked):
    printed = asked.groupby("survey")["printed"].agg(list).to_dict()
    assert printed == {
        "2018": ["43.4", "15.4", "12.1", "7.7", "6.6", "5.5", "4.9", "2.7", "1.6"],
        "2021-07": ["50.76", "49.72", "16.84", "9.5", "7.48"],
    }


def test_the_base_of_2018_is_unknown_and_that_of_2021_is_printed(asked):
    assert asked.groupby("survey")["base"].unique().map(list).to_dict()["2021-07"] == [10617]
    assert asked.loc[asked["survey"].eq("2018"), "base"].isna().all()


def test_the_numbers_of_a_table_are_written_in_its_language(figures, asked):
    assert asked["amount"].iloc[0] == "43,4%"
    assert causes(figures, "en")["amount"].iloc[0] == "43.4%"


def test_pressers_add_up_to_the_whole(figures):
    found = pressers(figures, "en")
    assert found["label"].tolist()[:2] == ["Success team", "Superior"]
    assert round(found["value"].sum(), 2) == 100


def test_an_answer_that_says_nothing_may_belong_to_every_group(asked):
    of = membership(asked[asked["survey"].eq("2018")])
    assert set(of.loc[["other", "no_answer"]].to_numpy().ravel()) == {"possible"}
    assert list(of.columns) == list(GROUPS)


@pytest.mark.parametrize(
    ("term", "group", "belongs"),
    [
        ("keep_or_gain_post", "own_interest", "worded"),
        ("keep_or_gain_post", "pressure", "possible"),
        ("keep_or_gain_post", "kinship", "no"),
        ("superior_pressure", "pressure", "surely"),
        ("superior_pressure", "own_interest", "no"),
        ("poor_understanding", "ignorance", "surely"),
        ("family_tie", "kinship", "worded"),
        ("weak_sanctions", "own_interest", "possible"),
    ],
)
def test_an_answer_belongs_where_its_words_put_it(asked, term, group, belongs):
    assert membership(asked[asked["survey"].eq("2018")]).loc[term, group] == belongs


def test_nobody_who_sees_an_offender_may_mean_pressure(asked):
    """The code list says of these that the cause is placed in the person."""
    of = membership(asked)
    offenders = asked.loc[asked["side"].eq("offender"), "term"]
    assert set(of.loc[offenders, "pressure"]) == {"no"}


def test_whoever_is_surely_pressed_is_a_victim_in_the_code_list(asked):
    of = membership(asked)
    pressed = of.index[of["pressure"].eq("surely")]
    assert set(asked.set_index("term").loc[pressed, "side"]) == {"victim"}


def test_two_margins_of_error_are_none():
    notes = pd.DataFrame({"note": ["MoE 2,5%", "MoE 3%"]})
    assert math.isnan(margin_of_error(notes))
    assert math.isnan(margin_of_error(pd.DataFrame({"note": [""]})))


def test_opinions_that_do_not_add_up_are_left_as_printed(figures):
    regions = opinions(figures, "survey_ppk_makes_it_hard", "island_group", "en")
    sums = regions.set_index("label")["sum"].round(1)
    assert sums[sums.ne(100)].to_dict() == {"Sumatra": 98.0, "Kalimantan": 102.0}


def test_an_answer_that_is_not_printed_is_empty(figures):
    votes = opinions(figures, "survey_revoke_vote", "island_group", "en").set_index("term")
    assert votes.loc["sulawesi", "disagree"] == ""
    assert math.isnan(votes.loc["sulawesi", "sum"])
    assert votes.loc["jawa", ["agree", "disagree"]].tolist() == ["46.2", "53.8"]


def test_of_brotherhood_only_ranks_are_printed(figures):
    ranks = brotherhood_ranks(figures, "en")
    assert ranks["label"].tolist() == ["Sulawesi", "Nusa Tenggara", "Sumatra", "Kalimantan"]
    assert ranks["rank"].tolist() == [1, 2, 3, 4]
