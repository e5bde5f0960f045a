"""Verdicts on the article about Banten: as read by hand, and changing with the data."""

import pandas as pd
import pytest

from netralitas_research.audit.claims.ledger import judge, ledger, numbers_covered
from netralitas_research.audit.claims.outcome import Coded, Percent, Rank
from netralitas_research.audit.claims.register import judges
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate
from netralitas_research.study.processed import load

EXPECTED = {
    "contradicted": {
        38,  # an undated 415; 805 were alleged nine weeks before the vote
        66,  # the heading says civil servants reported; the sum is 366 cases, 415 were alleged
        77,  # the caption promises the province, eight regencies and cities are printed
        97,  # 25 percent is the punishment for one form only, others are severe
        102, 103,  # Article 494 says up to, and covers Article 280(3) only
        106,  # KASN counted 2,034 and 1,596, not BKN
    },
    "outdated": {57},  # KASN ended in 2024, the article is of August 2025
    "not_supported": {
        3, 56, 75, 113,  # no number on supervision, sanctions or their lack
        16, 49, 62, 116,  # use of state facilities: in no table, national or of Banten
        29,  # an index of vulnerability says nothing on what people understand
        30,  # seven reports without a comparison
        45,  # alleged cases, not proven ones
        48, 61, 63, 64,  # forms in Banten, shown by a national table
        60,  # many persons in Banten, shown by seven reports
        83,  # many civil servants, shown by a table of all election violations
        105, 112,  # in spite of four rules, two of which are younger than the count
    },
    "not_checkable": {
        4, 17, 52, 59, 73, 85, 91, 115, 117,  # trust: no survey of Banten
        53, 74, 90,  # services: no data
        6, 93, 98, 101,  # provisions that were not read
        7, 14,  # how often, how much: not measured
        20,  # which publication of 2024 is meant
        39, 40, 42, 43, 67,  # counts without a date, between two published ones
        58, 84,  # deterrence
        78, 80,  # no other count of all violations in Banten
        86, 87, 88, 89,  # turnout, results, divisions, corruption
        94, 100, 104, 111,  # works whose year fits, but which were not read
        120,  # no index of democracy
        107,  # 2,007 in December 2021, 2,034 in May 2022
    },
    "holds": {
        1, 2, 5, 8, 9, 10, 11, 12, 13, 15, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33, 34,
        35, 36, 37, 41, 44, 46, 47, 50, 51, 54, 55, 65, 68, 69, 70, 71, 72, 76, 79, 81, 82, 92, 95,
        96, 99, 108, 109, 110, 114, 118, 119,
    },
}  # fmt: skip


@pytest.fixture(autouse=True)
def _all_verdicts_are_loaded() -> None:
    judges()


def claim(number: int):
    return judge(f"banten-c{number:03}")


@pytest.mark.parametrize(
    ("number", "verdict"), [(n, v) for v, numbers in EXPECTED.items() for n in sorted(numbers)]
)
def test_each_claim_is_judged_as_reading_by_hand_judged_it(number, verdict):
    assert claim(number).verdict == verdict


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_claim_is_expected_and_its_explanation_reviewed(language):
    rows = ledger(language, "banten")
    assert len(rows) == sum(map(len, EXPECTED.values()))
    assert rows["reviewed"].all()
    assert not rows["explanation"].str.contains("[{}]").any()


def test_every_number_and_every_printed_cell_is_judged_or_left_out():
    numbers = numbers_covered("banten")
    assert (numbers["claim_ids"].ne("") | numbers["reason_en"].notna()).all()
    cells = load("article_cells")
    cells = cells[cells["table_id"].str.startswith("banten-") & cells["value"].notna()]
    named = set(load("claims")["numbers"].str.split(";").explode())
    columns = set(cells["table_id"] + "[*][" + cells["column"] + "]")
    assert columns <= named


def test_banten_is_third_of_the_provinces_and_ninth_by_its_areas():
    # Thematic index of Bawaslu RI, 21 September 2023: 100, 55.87, 22.98; second list: ninth.
    outcome = claim(27)
    assert outcome.recomputed == (Rank(3),)
    assert outcome.facts["second_list"] == Rank(9)
    assert outcome.facts["later"] == Coded("regions", "91")


def test_the_count_of_415_lies_between_two_published_counts():
    # Bawaslu RI: 369 on 30 June 2020, 637 on 18 September 2020; final 1,536 and 1,546.
    facts = claim(39).facts
    assert (facts["below"], facts["above"]) == (369, 637)
    assert claim(38).recomputed == (1536, 1546)


def test_what_the_table_of_handling_gives_is_set_beside_the_neutrality_cases():
    # 20 of 82 are violations; Bawaslu Banten had 14 neutrality cases on 9 September 2024.
    facts = claim(83).facts
    assert (facts["violations"], facts["outcomes"], facts["neutrality"]) == (20, 82, 14)


def test_1596_is_the_share_of_2034_and_of_all_civil_servants():
    # 4,344,552 civil servants on 30 June 2022 (BKN).
    assert claim(105).facts["share"].value == pytest.approx(0.0367, abs=1e-4)


def test_two_of_the_four_rules_are_younger_than_the_count_that_should_defy_them():
    # Polling 9 December 2020; PP 94/2021 of August 2021 and UU 20/2023 of October 2023 are later.
    facts = claim(105).facts
    assert (facts["rules"], facts["younger"]) == (4, 2)


def test_with_all_rules_before_the_vote_many_break_them(change):
    change("laws", lambda laws: laws.assign(enacted="2016-07-01"))
    assert (claim(105).verdict, claim(112).verdict) == ("holds", "holds")


def test_1596_is_the_share_of_those_alleged():
    assert claim(110).facts["share"].value == pytest.approx(78.47, abs=0.01)


def test_the_survey_shares_are_those_that_kasn_published():
    # KASN on Pilkada 2018: weak sanctions 2.7%, poor understanding 12.1%, post 43.4%.
    assert claim(3).facts["sanctions"] == Percent(2.7, 1)
    assert claim(3).facts["understanding"] == Percent(12.1, 1)
    assert [share.value for share in claim(9).recomputed] == [43.4, 49.72]


def test_another_score_changes_the_place_of_banten(change):
    def lower(figures: pd.DataFrame) -> pd.DataFrame:
        banten = figures["figure_id"].eq("F0555")
        return figures.assign(value=figures["value"].mask(banten, 9.0))

    change("figures", lower)
    assert claim(26).verdict == "contradicted"
    assert claim(27).recomputed == (Rank(5),)
    assert claim(27).verdict == "contradicted"


def test_a_province_that_the_list_lacks_contradicts_the_highest(change):
    def add(figures: pd.DataFrame) -> pd.DataFrame:
        bali = figures[figures["figure_id"].eq("F0555")].assign(
            figure_id="F9999", kemendagri_code="51", value=50.0
        )
        return pd.concat([figures, bali], ignore_index=True)

    change("figures", add)
    outcome = claim(18)
    assert (outcome.verdict, outcome.recomputed) == ("contradicted", (Coded("regions", "51"),))


def test_a_published_count_of_415_makes_the_number_hold(change):
    def equal(figures: pd.DataFrame) -> pd.DataFrame:
        count = figures["figure_id"].eq("F0526")
        return figures.assign(value=figures["value"].mask(count, 415.0))

    change("figures", equal)
    assert claim(39).verdict == "holds"


def test_without_later_allegations_415_may_stand_for_the_election(change):
    change("figures", lambda figures: figures[figures["figure_id"].ne("F0528")])
    change("article_links", lambda links: links[links["figure_id"].ne("F0528")])
    assert claim(38).verdict == "not_checkable"


def test_a_final_count_of_415_would_stand_for_the_election(change):
    def equal(figures: pd.DataFrame) -> pd.DataFrame:
        return figures.assign(value=figures["value"].mask(figures["figure_id"].eq("F0549"), 415.0))

    change("figures", equal)
    assert claim(38).verdict == "holds"


def test_without_figures_on_the_last_election_the_state_is_not_current(change):
    # Bawaslu Banten, 18 and 13 November 2024, are the only figures used on Pilkada 2024.
    of_2024 = [f"F{number}" for number in (1681, 1682, 1683, 1684, 2342, 2343, 2344, 2345)]
    change("article_links", lambda links: links[~links["figure_id"].isin(of_2024)])
    assert claim(37).facts["latest"] == Coded("elections", "pilkada-2024")
    assert claim(37).verdict == "not_supported"


def test_without_its_counts_nobody_is_said_to_have_counted(change):
    change("figures", lambda figures: figures[~figures["value"].isin([2034.0, 1596.0])])
    change("article_links", lambda links: links[~links["number_id"].isin(["banten-n055"])])
    assert claim(106).verdict == "not_checkable"


def test_a_count_by_bkn_supports_the_attribution(change):
    def give_to_bkn(figures: pd.DataFrame) -> pd.DataFrame:
        same = figures["figure_id"].eq("F0126")
        return figures.assign(counted_by=figures["counted_by"].mask(same, "bkn"))

    change("figures", give_to_bkn)
    assert claim(106).verdict == "holds"


def test_a_count_at_the_end_of_2021_decides_on_the_period(change):
    def end_of_2021(value: float):
        def edit(figures: pd.DataFrame) -> pd.DataFrame:
            count = figures["figure_id"].eq("F0123")
            return figures.assign(value=figures["value"].mask(count, value))

        return edit

    change("figures", end_of_2021(2034.0))
    assert claim(107).verdict == "holds"


def test_forms_counted_in_banten_support_the_forms(change):
    def move(figures: pd.DataFrame) -> pd.DataFrame:
        social = figures["figure_id"].eq("F0860")
        return figures.assign(kemendagri_code=figures["kemendagri_code"].mask(social, "36"))

    change("figures", move)
    assert claim(63).verdict == "holds"
    assert claim(62).verdict == "not_supported"


def test_facilities_counted_in_banten_support_the_facilities(change):
    def move(figures: pd.DataFrame) -> pd.DataFrame:
        chosen = figures["figure_id"].eq("F0860")
        return figures.assign(
            kemendagri_code=figures["kemendagri_code"].mask(chosen, "36"),
            code=figures["code"].mask(chosen, "state_facilities"),
        )

    change("figures", move)
    assert claim(62).verdict == "holds"


def test_with_the_commission_still_there_it_can_be_a_partner(change, monkeypatch):
    from netralitas_research import codelists

    institutions = codelists.load("institutions")
    there = institutions.assign(in_force_to="")
    monkeypatch.setattr(codelists, "load", lambda _: there)
    assert claim(57).verdict == "holds"


def test_a_law_that_agrees_makes_the_punishment_hold(change):
    change("article_laws", lambda laws: laws.assign(relation="agrees"))
    assert claim(97).verdict == "holds"
    assert claim(102).verdict == "holds"


def test_other_cells_break_the_sums(change):
    def one_more(cells: pd.DataFrame) -> pd.DataFrame:
        cell = cells["row"].eq("Kota Cilegon") & cells["column"].str.endswith("| Pelanggaran")
        return cells.assign(value=cells["value"].mask(cell, 2.0))

    change("article_cells", one_more)
    assert claim(79).verdict == "contradicted"


def test_a_survey_of_trust_in_banten_asks_for_a_new_check(change):
    def move(figures: pd.DataFrame) -> pd.DataFrame:
        belief = figures["subject"].eq("public_belief_neutral")
        return figures.assign(kemendagri_code=figures["kemendagri_code"].mask(belief, "36"))

    change("figures", move)
    with pytest.raises(UsageError):
        claim(52)


@pytest.mark.parametrize(("count", "verdict"), [(3.0, "holds"), (20.0, "contradicted")])
def test_reports_from_another_province_are_a_yardstick_for_those_of_banten(change, count, verdict):
    def add(table: str):
        def edit(rows: pd.DataFrame) -> pd.DataFrame:
            bali = rows[rows["figure_id"].eq("F2342")].assign(figure_id="F9999")
            if table == "figures":
                bali = bali.assign(kemendagri_code="51", value=count)
            return pd.concat([rows, bali], ignore_index=True)

        return edit

    change("figures", add("figures"))
    change("article_links", add("article_links"))
    assert claim(30).verdict == verdict


@pytest.mark.parametrize(("year", "verdict"), [("2022", "contradicted"), ("2024", "not_checkable")])
def test_the_year_of_a_work_shows_at_most_that_it_cannot_know_the_law(change, year, verdict):
    def dated(numbers: pd.DataFrame) -> pd.DataFrame:
        work = numbers["number_id"].eq("banten-n041")
        return numbers.assign(value_text=numbers["value_text"].mask(work, year))

    change("article_numbers", dated)
    outcome = claim(94)
    assert outcome.verdict == verdict
    assert outcome.facts["fact"] == PartialDate(2023, 10, 31)
