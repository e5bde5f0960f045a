"""Verdicts on the article about Brebes: as read by hand, and changing with the data."""

import pandas as pd
import pytest

from netralitas_research.audit.claims.ledger import judge, ledger
from netralitas_research.errors import UsageError

EXPECTED = {
    "contradicted": {
        11,  # the text writes Kamaludin, the reference list Kamaluddin
        19,  # three stages in the methods, two in the results
        24,  # two sessions, and three in the next paragraph
    },
    "not_supported": {
        3, 20,  # an evaluation is announced, no result of it is printed
        4, 5, 35, 39, 41, 42,  # improvements without any measurement
        28,  # pressure: 7.7% and 7.48%, where 43.4% and 50.76% lead
        31,  # "data show", but no number and no source
        33, 34,  # six questioners out of an unknown number
        36,  # no count from Brebes before or after
        37,  # poor understanding: 12.1%, where 43.4% leads
        38,  # no topic is said to hold sanctions
        44,  # synergy with the community: only civil servants were there
    },
    "not_checkable": {
        2, 10, 15, 16,  # works that were not read
        9,  # nomination for the vote of 2017 opened in 2016, the only year without a vote
        12, 26,  # trust: no survey compares
        13,  # nothing is published on Brebes
        14,  # the survey says who was briefed, not who resisted
        27,  # of the code of ethics only one part was read
        32, 43,  # effects on administration
    },
    "holds": {
        1, 6, 17, 21,  # the vote was on 27 November 2024
        7,  # violations in six earlier elections
        8, 29,  # post or career: 43.4% leads in 2018
        18, 22,  # 17 September 2024 lies in September and was a Tuesday
        23, 25, 40,  # three speakers and topics, four benefits
        30,  # KASN: 2,073 persons, more than in any other election
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "verdict"), [(n, v) for v, numbers in EXPECTED.items() for n in sorted(numbers)]
)
def test_each_claim_is_judged_as_reading_by_hand_judged_it(number, verdict):
    assert judge(f"brebes-c{number:03}").verdict == verdict


def test_every_claim_is_expected_and_its_explanation_reviewed():
    rows = ledger("id", "brebes")
    assert len(rows) == sum(map(len, EXPECTED.values()))
    assert rows["reviewed"].all()


def test_the_survey_shares_are_those_that_kasn_published():
    # KASN 2018: superiors 7.7%, post 43.4%; KASN 2021: candidates 7.48%, kinship 50.76%.
    outcome = judge("brebes-c028")
    assert [share.value for share in outcome.recomputed] == [7.7, 7.48]
    assert [share.value for share in outcome.facts["leading"]] == [43.4, 50.76]


def test_an_evaluation_with_a_result_would_carry_the_rise_of_knowledge(change):
    def add_result(cells: pd.DataFrame) -> pd.DataFrame:
        cell = cells["row"].eq("brebes-p29") & cells["column"].eq("value")
        return cells.assign(
            value=cells["value"].mask(cell, 80.0), printed=cells["printed"].mask(cell, "80")
        )

    change("article_cells", add_result)
    assert judge("brebes-c004").verdict == "holds"
    assert judge("brebes-c034").verdict == "holds"
    assert judge("brebes-c041").verdict == "not_supported"


def test_with_the_number_of_participants_enthusiasm_has_a_share(change):
    def add_audience(cells: pd.DataFrame) -> pd.DataFrame:
        cell = cells["row"].eq("brebes-p06") & cells["column"].eq("value")
        return cells.assign(value=cells["value"].mask(cell, 24.0))

    change("article_cells", add_audience)
    outcome = judge("brebes-c033")
    assert (outcome.verdict, outcome.recomputed[0].value) == ("not_checkable", 25)


def test_pressure_that_half_as_many_name_as_the_leading_cause_is_often(change):
    def raise_pressure(figures: pd.DataFrame) -> pd.DataFrame:
        pressed = figures["figure_id"].eq("F0004")
        return figures.assign(value=figures["value"].mask(pressed, 21.7))

    change("figures", raise_pressure)
    assert judge("brebes-c028").verdict == "holds"


def test_without_a_survey_no_cause_can_be_checked(change):
    change("figures", lambda figures: figures[figures["subject"].ne("survey_causes")])
    assert judge("brebes-c029").verdict == "not_checkable"


@pytest.mark.parametrize(("cases", "verdict"), [(3.0, "holds"), (54.0, "not_supported")])
def test_a_year_without_an_election_tells_whether_election_years_stand_out(change, cases, verdict):
    def count_2016(figures: pd.DataFrame) -> pd.DataFrame:
        return figures.assign(value=figures["value"].mask(figures["figure_id"].eq("F0018"), cases))

    def nominate_later(elections: pd.DataFrame) -> pd.DataFrame:
        opened = elections["nomination_from"].replace("2016-09-21", "2017-01-02")
        return elections.assign(nomination_from=opened)

    change("figures", count_2016)
    assert judge("brebes-c009").verdict == "not_checkable"
    change("elections", nominate_later)
    assert judge("brebes-c009").verdict == verdict


def test_fewer_cases_in_2020_than_elsewhere_would_not_be_many(change):
    def few(figures: pd.DataFrame) -> pd.DataFrame:
        in_2020 = figures["election"].eq("pilkada-2020")
        return figures.assign(value=figures["value"].mask(in_2020, 5.0))

    change("figures", few)
    assert judge("brebes-c030").verdict == "not_supported"


def test_a_later_vote_contradicts_the_year(change):
    change("elections", lambda rows: rows.assign(voting_date="2025-01-29"))
    assert judge("brebes-c001").verdict == "contradicted"
    assert judge("brebes-c006").verdict == "contradicted"


def test_a_work_from_after_the_event_could_not_be_its_source(change):
    def later(numbers: pd.DataFrame) -> pd.DataFrame:
        work = numbers["number_id"].eq("brebes-n008")
        return numbers.assign(value_text=numbers["value_text"].mask(work, "2025"))

    change("article_numbers", later)
    assert judge("brebes-c016").verdict == "contradicted"


def test_figures_from_brebes_ask_for_a_new_check(change):
    def move(figures: pd.DataFrame) -> pd.DataFrame:
        return figures.assign(kemendagri_code=figures["kemendagri_code"].replace("3308", "3329"))

    change("figures", move)
    with pytest.raises(UsageError):
        judge("brebes-c013")


def test_a_community_in_the_audience_and_a_measured_synergy_would_hold(change):
    assert judge("brebes-c044").verdict == "not_supported"

    def with_both(cells: pd.DataFrame) -> pd.DataFrame:
        programme = cells["table_id"].eq("brebes-programme")
        audience = programme & cells["row"].eq("brebes-p06") & cells["column"].eq("label_en")
        result = programme & cells["row"].eq("brebes-p29")
        printed = cells["printed"].mask(audience, "civil servants and the community")
        printed = printed.mask(result & cells["column"].eq("code"), "synergy")
        return cells.assign(printed=printed.mask(result & cells["column"].eq("value"), "0.4"))

    change("article_cells", with_both)
    assert judge("brebes-c044").verdict == "holds"
