"""Verdicts on the undated text: as read by hand, and changing with the data."""

import pandas as pd
import pytest

from netralitas_research.audit.claims.ledger import judge, ledger
from netralitas_research.errors import UsageError

EXPECTED = {
    "not_supported": {
        23,  # the decree's list has no limit to working hours
        43,  # nor an exception for comments marked as personal
    },
    "not_checkable": {
        1, 36, 37, 42,  # no survey compares those who saw a violation
        3,  # colleagues are no answer of the survey
        4, 27,  # kinship can be loyalty or pressure
        11,  # data and budgets are not in what was read
        12, 32, 39, 40,  # effects on agencies are not measured
        16,  # only Indonesian rules are on record
        20, 44,  # provisions on procedures and private opinion were not read
        21, 35, 41,  # the commission ended in September 2024; the text is undated
        24,  # nomination for the vote of 2017 opened in 2016, the only year without a vote
        26, 28, 29, 31,  # pressures that no survey asks for
    },
    "holds": {
        2, 25,  # superiors pressed 27.99% in the survey of 2021
        5, 30,  # three dimensions, five pressures
        6, 7, 8, 9, 19,  # acts of the joint decree
        10, 14, 17, 18, 22, 33, 34, 38,  # provisions and sanctions of laws
        13,  # the survey of 2021 asks whether the right to vote should end
        15,  # all kinds of rules are on record
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "verdict"), [(n, v) for v, numbers in EXPECTED.items() for n in sorted(numbers)]
)
def test_each_claim_is_judged_as_reading_by_hand_judged_it(number, verdict):
    assert judge(f"meaning-c{number:03}").verdict == verdict


def test_every_claim_is_expected_and_its_explanation_reviewed():
    rows = ledger("en", "meaning")
    assert len(rows) == sum(map(len, EXPECTED.values()))
    assert rows["reviewed"].all()


@pytest.mark.parametrize(("date", "verdict"), [("2024-08-01", "holds"), ("2025-02-01", "outdated")])
def test_with_a_date_the_commission_was_there_or_was_not(change, date, verdict):
    change("articles", lambda articles: articles.assign(date=date))
    assert judge("meaning-c021").verdict == verdict


def test_an_act_that_the_decree_does_not_hold_is_not_supported(change):
    change("skb_acts", lambda acts: acts[acts["act_id"].ne("D05")])
    assert judge("meaning-c006").verdict == "not_supported"
    assert judge("meaning-c007").verdict == "holds"


def test_a_decree_limited_to_working_hours_would_carry_the_advice(change):
    def limit(acts: pd.DataFrame) -> pd.DataFrame:
        return acts.assign(act_en=acts["act_en"] + " in working hours")

    change("skb_acts", limit)
    assert judge("meaning-c023").verdict == "holds"


def test_a_provision_on_data_and_budgets_would_be_found(change):
    def add(laws: pd.DataFrame) -> pd.DataFrame:
        text = laws["provision_on_neutrality"] + "; data, budget and network"
        return laws.assign(provision_on_neutrality=text)

    change("laws", add)
    assert judge("meaning-c011").verdict == "holds"


def test_without_the_regulation_read_the_ban_on_facilities_is_not_checkable(change):
    change("laws", lambda laws: laws.assign(provision_on_neutrality=""))
    assert judge("meaning-c010").verdict == "not_checkable"


def test_superiors_that_nobody_names_do_not_press(change):
    def nobody(figures: pd.DataFrame) -> pd.DataFrame:
        return figures.assign(value=figures["value"].mask(figures["code"].eq("superior"), 0.0))

    change("figures", nobody)
    assert judge("meaning-c002").verdict == "contradicted"


def test_a_list_with_a_pressure_twice_has_not_five(change):
    def repeat(cells: pd.DataFrame) -> pd.DataFrame:
        return cells.assign(printed=cells["printed"].replace("digital", "social"))

    change("article_cells", repeat)
    assert judge("meaning-c030").verdict == "contradicted"


def test_a_survey_that_names_colleagues_asks_for_a_new_check(change):
    def name_colleagues(figures: pd.DataFrame) -> pd.DataFrame:
        return figures.assign(code=figures["code"].replace("success_team", "colleague"))

    change("figures", name_colleagues)
    with pytest.raises(UsageError):
        judge("meaning-c003")


def test_a_decree_that_excepts_personal_comments_supports_the_exception(change):
    change("skb_acts", lambda acts: acts.assign(act_en=acts["act_en"] + ", except personal ones"))
    assert judge("meaning-c043").verdict == "holds"


def test_a_provision_on_opinions_asks_for_a_new_check(change):
    change("laws", lambda laws: laws.assign(sanction="free opinion in private"))
    with pytest.raises(UsageError):
        judge("meaning-c044")
