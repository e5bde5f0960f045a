"""Verdicts on the post from Belitung Timur: as read by hand, and changing with the data."""

import pandas as pd
import pytest

from netralitas_research.audit.claims.ledger import judge, ledger
from netralitas_research.errors import UsageError

EXPECTED = {
    "outdated": {7},  # the law of 2014 ended on 31 October 2023
    "not_supported": {16},  # the decree asks for active support, not for attendance alone
    "not_checkable": {
        6, 19,  # trust: no survey compares
        9,  # nothing is published on the regency
        13, 15, 21,  # acts are counted, views of the public are not
        18,  # effects on services are not measured
        25,  # the standing of Bawaslu in the law was not read
    },
    "holds": {
        1, 2, 3, 24,  # Monday 2 September, posted on the 3rd and updated later
        4, 5, 17,  # nomination from 27 August, candidates set on 22 September, vote in November
        8,  # Article 2(f)
        10, 22,  # the decree of 22 September 2022, of which Bawaslu is an issuer
        11, 12, 14,  # displays and media are acts of the decree, which lists 19
        20,  # dismissal is among the sanctions
        23,  # 167 of 1,223 allegations were reported by the public
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "verdict"), [(n, v) for v, numbers in EXPECTED.items() for n in sorted(numbers)]
)
def test_each_claim_is_judged_as_reading_by_hand_judged_it(number, verdict):
    assert judge(f"belitung-timur-c{number:03}").verdict == verdict


def test_every_claim_is_expected_and_its_explanation_reviewed():
    rows = ledger("en", "belitung-timur")
    assert len(rows) == sum(map(len, EXPECTED.values()))
    assert rows["reviewed"].all()


def test_three_prohibitions_stand_for_four_of_nineteen_acts():
    outcome = judge("belitung-timur-c011")
    assert outcome.recomputed == (19,)
    assert (outcome.facts["named"], outcome.facts["covered"]) == (3, 4)


def test_the_named_acts_carry_moral_sanctions_only():
    outcome = judge("belitung-timur-c020")
    assert (outcome.facts["named"], outcome.facts["moral"]) == (4, 4)


def test_a_law_that_still_runs_is_not_outdated(change):
    change("laws", lambda laws: laws.assign(in_force_to=""))
    assert judge("belitung-timur-c007").verdict == "holds"


def test_a_decree_that_ended_before_the_post_is_outdated(change):
    change("laws", lambda laws: laws.assign(in_force_to="2024-08-31"))
    assert judge("belitung-timur-c010").verdict == "outdated"


def test_attendance_that_the_decree_names_in_full_holds(change):
    def match_in_full(cells: pd.DataFrame) -> pd.DataFrame:
        return cells.assign(printed=cells["printed"].replace("wider", "full"))

    change("article_cells", match_in_full)
    assert judge("belitung-timur-c016").verdict == "holds"


def test_once_candidates_are_set_other_prohibitions_apply(change):
    change("elections", lambda rows: rows.assign(candidates_set="2024-09-01"))
    assert judge("belitung-timur-c017").verdict == "contradicted"


def test_a_vote_before_the_meeting_was_not_ahead(change):
    change("elections", lambda rows: rows.assign(voting_date="2024-08-30"))
    assert judge("belitung-timur-c004").verdict == "contradicted"
    assert judge("belitung-timur-c005").verdict == "contradicted"


def test_a_meeting_a_day_later_was_no_monday(change):
    def shift(numbers: pd.DataFrame) -> pd.DataFrame:
        day = numbers["number_id"].eq("belitung-timur-n005")
        return numbers.assign(value_text=numbers["value_text"].mask(day, "2024-09-04"))

    change("article_numbers", shift)
    assert judge("belitung-timur-c002").verdict == "contradicted"
    assert judge("belitung-timur-c003").verdict == "contradicted"
    assert judge("belitung-timur-c024").verdict == "contradicted"


def test_without_dismissal_in_the_decree_the_threat_is_contradicted(change):
    change("skb_acts", lambda acts: acts.assign(sanction_class="moral"))
    assert judge("belitung-timur-c020").verdict == "contradicted"


def test_figures_from_the_regency_ask_for_a_new_check(change):
    def move(figures: pd.DataFrame) -> pd.DataFrame:
        return figures.assign(kemendagri_code=figures["kemendagri_code"].replace("1902", "1906"))

    change("figures", move)
    with pytest.raises(UsageError):
        judge("belitung-timur-c009")


def test_a_law_that_names_bawaslu_as_part_of_the_government_would_hold(change):
    words = "Bawaslu is an office of the government"
    change("laws", lambda laws: laws.assign(provision_on_neutrality=words))
    assert judge("belitung-timur-c025").verdict == "holds"


def test_the_share_of_social_media_is_the_latest_of_the_election(change):
    # KASN, 31 May 2022: 30.4%; before it 30% as of 1 July 2021.
    assert judge("belitung-timur-c015").facts["share"][0].value == 30.4
    change("figures", lambda figures: figures[figures["as_of"].ne("2022-05-31")])
    assert judge("belitung-timur-c015").facts["share"][0].value == 30
