"""Verdicts on the article about Sulawesi Tenggara: each as read by hand, and each can change."""

from collections.abc import Callable

import pandas as pd
import pytest

from netralitas_research.audit.claims import checks, evidence
from netralitas_research.audit.claims.ledger import judge, ledger
from netralitas_research.audit.claims.outcome import Coded, Percent, Rank
from netralitas_research.audit.verdicts import southeast_sulawesi_efforts as efforts
from netralitas_research.audit.verdicts import southeast_sulawesi_introduction as introduction
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate
from netralitas_research.study.articles import links, terms
from netralitas_research.study.processed import load

ARTICLE = "southeast-sulawesi"
EXPECTED = {
    "c001": ("holds", "every year of the KASN series has recommendations"),
    "c002": ("not_supported", "the survey of July 2021 says 96.49 percent were briefed"),
    "c003": ("holds", "pressure by a superior is among the answers"),
    "c004": ("holds", "first of the list, 1.12 against 0.19 persons per 1,000 staff"),
    "c005": ("not_checkable", "no budgets in the data"),
    "c006": ("not_supported", "outreach in one of 17 areas, by the article itself"),
    "c007": ("holds", "February and November 2024"),
    "c008": ("holds", "counts for each from 2015 to 2020"),
    "c009": ("holds", "agrees, and in force in January 2023"),
    "c010": ("holds", "five in 2020 and in 2022"),
    "c011": ("not_checkable", "only those found out are counted"),
    "c012": ("not_checkable", "a spoken claim without a base"),
    "c013": ("not_checkable", "the picture is lost"),
    "c014": ("holds", "as c001"),
    "c015": ("not_checkable", "nothing dated to compare"),
    "c016": ("not_checkable", "the latest list is of 15 April 2019"),
    "c017": ("not_checkable", "the latest list is of 15 April 2019"),
    "c018": ("holds", "76 persons as of 10 August 2020"),
    "c087": ("contradicted", "90 persons by 30 September 2020"),
    "c019": ("holds", "KASN, 21 December 2020"),
    "c020": ("holds", "76 is more than 27"),
    "c021": ("not_supported", "reports to April 2019 against persons to August 2020"),
    "c022": ("holds", "KASN, 31 July 2020: Wakatobi, Muna Barat, Muna, Buton Utara"),
    "c023": ("contradicted", "2009 before 2020"),
    "c084": ("not_checkable", "nothing dated to compare"),
    "c024": ("holds", "Bawaslu, 19 December 2020"),
    "c025": ("contradicted", "recommendations to KASN; 1,223 were alleged two days before"),
    "c026": ("holds", "KASN, 31 July 2020"),
    "c027": ("holds", "456, 344, 189 fall"),
    "c028": ("not_supported", "19 December against 31 July"),
    "c029": ("not_checkable", "2021 is late enough"),
    "c030": ("holds", "914 findings and 85 reports"),
    "c031": ("not_checkable", "the latest count is of December 2018"),
    "c032": ("not_checkable", "no yardstick"),
    "c033": ("not_checkable", "2019 is late enough"),
    "c034": ("holds", "386, then 872"),
    "c035": ("holds", "first on 10 August and 30 September 2020"),
    "c036": ("contradicted", "first on 30 September and 4 October 2020"),
    "c037": ("holds", "as in the introduction"),
    "c038": ("holds", "as in the abstract"),
    "c039": ("contradicted", "2016 before September 2020"),
    "c040": ("not_checkable", "2020 is late enough"),
    "c041": ("holds", "KASN, 31 July 2020"),
    "c042": ("contradicted", "11.6 or 13, not 11.2"),
    "c043": ("holds", "falling, 78.6 in all"),
    "c044": ("not_supported", "the figures are of the whole country"),
    "c045": ("not_supported", "only 456, the reported, fits"),
    "c046": ("holds", "KASN, 31 July 2020"),
    "c047": ("holds", "27.6 is the largest"),
    "c048": ("not_supported", "only 456, the reported, fits"),
    "c049": ("holds", "answers of respondents"),
    "c050": ("holds", "KASN existed until 2024"),
    "c051": ("holds", "43.4 is the largest answer"),
    "c085": ("not_checkable", "the article on appointing officials was not read"),
    "c052": ("not_checkable", "no data on transfers"),
    "c053": ("contradicted", "2006 before January 2023"),
    "c054": ("not_checkable", "no data on careers"),
    "c055": ("not_checkable", "the article of PP 94/2021 was not read"),
    "c056": ("not_checkable", "number of respondents not printed"),
    "c057": ("holds", "17, 38, 72.8 percent"),
    "c058": ("not_checkable", "follow-up counts recommendations"),
    "c059": ("contradicted", "KASN exists since 2014"),
    "c086": ("not_checkable", "the article on voters was not read"),
    "c060": ("not_checkable", "no measure"),
    "c061": ("not_checkable", "no data on influence"),
    "c088": ("not_checkable", "not in the reference list"),
    "c062": ("not_checkable", "Article 12 was not read"),
    "c063": ("holds", "first in the Bawaslu list of 4 October 2020"),
    "c064": ("not_checkable", "no data on outreach by area"),
    "c065": ("not_checkable", "number of respondents not printed"),
    "c066": ("not_checkable", "SE 20/2021 was not read"),
    "c067": ("not_checkable", "no data on training"),
    "c068": ("not_checkable", "the articles on hours were not read"),
    "c069": ("contradicted", "PP 49 on contract staff is of 2018"),
    "c070": ("not_checkable", "no budgets in the data"),
    "c071": ("not_supported", "pressure by a superior is 7.7 percent of the answers"),
    "c072": ("not_checkable", "the score is of February 2024"),
    "c073": ("holds", "three at both places"),
    "c074": ("not_checkable", "no data on that selection"),
    "c075": ("not_checkable", "an interview alone"),
    "c076": ("holds", "26 January 2023 was one"),
    "c077": ("not_checkable", "area and date not printed, no such count"),
    "c078": ("not_checkable", "the articles on powers were not read"),
    "c079": ("holds", "the table has three"),
    "c080": ("not_checkable", "no figure lays services beside violations"),
    "c081": ("holds", "490 before the decree, 1,305 after"),
    "c082": ("not_supported", "answers of respondents, not causes of cases"),
    "c083": ("not_supported", "nothing shown compares with and without"),
}
"""The verdict of each claim, and why."""

Change = Callable[[str, str, str, str, object], None]


def verdict(claim: str) -> str:
    return judge(f"{ARTICLE}-{claim}").verdict


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch) -> Change:
    """Let a processed table hold another value: ``change(table, key, row, column, value)``."""
    changes: list[tuple[str, str, str, str, object]] = []

    def changed(name: str) -> pd.DataFrame:
        frame = load(name)
        for table, key, row, column, value in changes:
            if table == name:
                assert frame[key].eq(row).any(), row
                frame.loc[frame[key].eq(row), column] = value
        return frame

    for module in (checks, evidence, links, terms, efforts, introduction):
        monkeypatch.setattr(module, "load", changed)
    return lambda *what: changes.append(what)


def number(text: str) -> str:
    return f"{ARTICLE}-{text}"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(claim, verdict, id=f"{claim}: {why}")
        for claim, (verdict, why) in EXPECTED.items()
    ],
)
def test_the_verdict_is_the_one_read_by_hand(claim, expected):
    assert verdict(claim) == expected


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_claim_is_expected_and_its_explanation_fits(language):
    rows = ledger(language, ARTICLE)
    assert rows["claim_id"].str[-4:].tolist() == list(EXPECTED)
    assert rows["reviewed"].all()
    assert not rows["explanation"].str.contains("[{}]").any()


def test_what_the_data_give_is_recomputed():
    assert judge(number("c042")).recomputed == (Percent(11.6), Percent(13.0, 0))
    assert judge(number("c036")).recomputed == (Rank(1),)
    assert judge(number("c045")).recomputed == (456,)
    assert judge(number("c069")).recomputed == ("PP 49/2018",)
    assert judge(number("c039")).recomputed == (PartialDate(2020, 9),)


def test_four_regencies_are_named_and_other_lists_have_fewer():
    facts = judge(number("c022")).facts
    assert facts["areas"] == tuple(
        Coded("regions", f"74{area}") for area in ("07", "13", "03", "10")
    )
    assert facts["others"] == (3, 2)


def test_a_share_printed_as_published_would_hold(change):
    change("article_numbers", "number_id", number("n055"), "value", 11.6)
    assert verdict("c042") == "holds"


def test_second_would_hold_with_north_sulawesi_ahead(change):
    change("figures", "figure_id", "F0217", "kemendagri_code", "71")
    assert verdict("c036") == "contradicted"
    change("figures", "figure_id", "F0217", "value", 95.0)
    assert verdict("c036") == "holds"


def test_the_list_that_has_the_province_second_is_named():
    # Bawaslu RI, 18 September 2020: Maluku Utara, Sulawesi Tenggara, Nusa Tenggara Barat.
    assert judge(number("c036")).facts["second_at"] == (PartialDate(2020, 9, 18),)


def test_a_survey_of_own_conduct_would_tell_how_many_are_not_neutral(change):
    change("figures", "figure_id", "F0004", "subject", "own_conduct")
    with pytest.raises(UsageError):
        verdict("c011")


def test_a_count_of_an_earlier_general_election_would_be_a_yardstick(change):
    change("figures", "figure_id", "F0526", "election", "pemilu-2014")
    with pytest.raises(UsageError):
        verdict("c032")


def test_provisions_that_were_read_would_decide(change, monkeypatch):
    from netralitas_research.study.articles import cells

    laws = load("laws")
    laws["provision_on_neutrality"] += "; recommend; appoint; dismiss; right to vote"
    monkeypatch.setattr(cells, "load", lambda name: laws if name == "laws" else load(name))
    assert [verdict(claim) for claim in ("c078", "c085", "c086")] == ["holds"] * 3


def test_percentages_of_the_recommended_would_hold(change):
    change("article_numbers", "number_id", number("n031"), "value", 700.0)
    change("article_numbers", "number_id", number("n032"), "value", 456.0)
    assert (verdict("c045"), verdict("c048")) == ("holds", "holds")


def test_percentages_of_the_province_would_hold(change):
    change("figures", "kemendagri_code", "ID", "kemendagri_code", "74")
    assert verdict("c044") == "holds"


def test_a_work_as_late_as_its_fact_would_only_have_to_be_read(change):
    change("article_numbers", "number_id", number("n027"), "value_text", "2021")
    change("article_numbers", "number_id", number("n070"), "value_text", "2015")
    assert (verdict("c023"), verdict("c059")) == ("not_checkable", "not_checkable")


def test_a_list_of_the_whole_year_would_tell_about_2019(change):
    change("figures", "as_of", "2019-04-15", "as_of", "2019-12-31")
    assert (verdict("c016"), verdict("c017")) == ("contradicted", "contradicted")
    change("figures", "figure_id", "F0044", "value", 27.0)
    assert verdict("c017") == "holds"


def test_a_rate_below_the_country_would_contradict(change):
    change("figures", "figure_id", "F1033", "value", 900_000.0)
    assert verdict("c004") == "contradicted"


def test_a_number_that_nobody_published_would_be_contradicted(change):
    change("article_numbers", "number_id", number("n023"), "value", 77.0)
    change("article_numbers", "number_id", number("n029"), "value", 1195.0)
    assert (verdict("c018"), verdict("c024")) == ("contradicted", "contradicted")


def test_an_allegation_of_that_value_would_hold(change):
    change("figures", "figure_id", "F0349", "stage", "alleged")
    assert verdict("c025") == "holds"


def test_counts_of_one_day_could_be_compared(change):
    change("figures", "figure_id", "F0349", "as_of", "2020-07-31")
    assert verdict("c028") == "holds"


def test_parts_that_do_not_add_up_would_contradict(change):
    change("figures", "figure_id", "F1010", "value", 86.0)
    assert verdict("c030") == "contradicted"


def test_another_most_frequent_answer_would_contradict(change):
    change("figures", "figure_id", "F0002", "value", 50.0)
    assert verdict("c051") == "contradicted"


def test_pressure_as_the_most_frequent_answer_would_hold(change):
    change("figures", "figure_id", "F0004", "value", 60.0)
    assert verdict("c071") == "holds"


def test_a_law_that_had_ended_would_be_outdated(change):
    change("laws", "law_id", "UU-5-2014", "in_force_to", "2022-12-31")
    assert verdict("c009") == "outdated"


def test_a_law_cited_by_its_year_would_hold(change):
    change("article_laws", "number_id", number("n084"), "relation", "agrees")
    assert verdict("c069") == "holds"


def test_another_number_of_institutions_would_contradict(change):
    change("article_numbers", "number_id", number("n095"), "value", 4.0)
    assert verdict("c010") == "contradicted"


def test_the_day_after_was_no_thursday(change):
    change("article_numbers", "number_id", number("n091"), "value_text", "2023-01-27")
    assert verdict("c076") == "contradicted"


def test_a_table_of_two_elements_would_contradict(change):
    change("article_cells", "printed", "empowerment", "printed", "capacity")
    assert verdict("c079") == "contradicted"


def test_data_on_outreach_in_the_province_ask_for_a_check(change):
    change("figures", "figure_id", "F0044", "subject", "supervision")
    with pytest.raises(UsageError, match=r"error\.claim_has_data"):
        judge(number("c064"))
