"""The ledger as a whole: nothing that an article prints is passed over."""

import pytest

from netralitas_research.audit import counts, ledger, numbers_covered, tally, with_verdict
from netralitas_research.audit.claims import ledger as module
from netralitas_research.audit.claims.ledger import judge
from netralitas_research.audit.claims.outcome import Coded, Percent, Rank, outdated
from netralitas_research.audit.claims.register import judges
from netralitas_research.audit.claims.wording import write_fact
from netralitas_research.cleaning.claims import VERDICTS
from netralitas_research.errors import UsageError
from netralitas_research.language import LANGUAGES, PartialDate
from netralitas_research.study.processed import load


@pytest.fixture(scope="module")
def rows():
    return {language: ledger(language) for language in LANGUAGES}


def test_every_claim_has_one_function_and_every_function_a_claim():
    assert set(load("claims")["claim_id"]) == set(judges())


def test_every_function_says_its_claim():
    assert [name for name, judge in judges().items() if not (judge.__doc__ or "").strip()] == []


def test_every_explanation_was_written_for_the_verdict_that_is_computed(rows):
    assert rows["en"].loc[~rows["en"]["reviewed"], "claim_id"].tolist() == []


def test_both_languages_have_the_same_verdicts_and_no_empty_text(rows):
    english, indonesian = rows["en"], rows["id"]
    assert english["verdict"].tolist() == indonesian["verdict"].tolist()
    for shown in rows.values():
        assert (shown[["locator", "statement", "explanation"]] != "").all(axis=None)
        assert set(shown["verdict"]) <= set(VERDICTS)
    assert not english["explanation"].eq(indonesian["explanation"]).any()


def test_every_number_of_the_articles_is_in_a_claim_or_left_out_with_a_reason():
    covered = numbers_covered()
    without = covered[covered["claim_ids"].eq("") & covered["reason_en"].isna()]
    assert without["number_id"].tolist() == []
    both = covered[covered["claim_ids"].ne("") & covered["reason_en"].notna()]
    assert both["number_id"].tolist() == []


def test_every_printed_number_of_a_table_is_in_a_claim():
    tables = load("article_tables").set_index("table_id")["status"]
    cells = load("article_cells")
    cells = cells[cells["value"].notna() & cells["table_id"].map(tables).ne("coded_matrix")]
    cells = cells[cells["column"].ne("No.")]
    named = {name for joined in load("claims")["numbers"] for name in joined.split(";")}
    own = load("article_cells")
    own = own[own["column"].eq("number_id")].set_index(["table_id", "row"])["printed"]
    missing = [
        cell
        for cell in cells[["table_id", "row", "column"]].itertuples(index=False)
        if not {
            f"{cell.table_id}[{cell.row}][{cell.column}]",
            f"{cell.table_id}[*][{cell.column}]",
            own.get((cell.table_id, cell.row), ""),
        }
        & named
    ]
    assert missing == []


def test_the_tally_counts_every_claim_of_every_article(rows):
    counted = tally(rows["en"])
    assert counted["article"].tolist() == load("articles")["slug"].tolist()
    assert counted[list(VERDICTS)].sum(axis=1).eq(counted["total"]).all()
    assert counts(rows["en"])["total"] == counted["total"].sum() == len(load("claims"))


def test_claims_are_chosen_by_verdict_in_the_order_of_verdicts(rows):
    chosen = with_verdict(rows["en"], "holds", "contradicted")["verdict"].tolist()
    assert chosen == sorted(chosen)
    assert set(chosen) == {"holds", "contradicted"}


def test_an_article_or_claim_that_is_not_there_is_refused():
    with pytest.raises(UsageError):
        ledger("en", "bantem")
    with pytest.raises(UsageError):
        judge("banten-c999")


def test_an_article_without_claims_has_an_empty_ledger(monkeypatch):
    without = load("claims").query("article != 'brebes'")
    monkeypatch.setattr(module, "load", lambda name: without if name == "claims" else load(name))
    found = ledger("en", "brebes")

    assert found.empty
    assert list(found.columns) == list(ledger("en", "banten").columns)


def test_a_claim_without_a_function_is_said(monkeypatch):
    monkeypatch.setattr(module, "judges", dict)
    with pytest.raises(UsageError, match="claim_without_function"):
        judge("brebes-c001")


def test_an_explanation_written_for_another_verdict_is_not_shown(monkeypatch):
    monkeypatch.setattr(module, "_judge", lambda claim: outdated(Percent(11.6)))
    shown = ledger("en", "meaning").iloc[0]
    assert not shown["reviewed"]
    assert shown["recomputed"] == "11.6%"
    assert shown["explanation"] == (
        "The data give 11.6%; by the present computation: outdated. The reviewed explanation "
        "was written for another verdict and needs a new review."
    )


@pytest.mark.parametrize(
    ("fact", "indonesian", "english"),
    [
        (1194, "1.194", "1,194"),
        (Percent(11.64), "11,6%", "11.6%"),
        (Rank(3), "peringkat 3", "rank 3"),
        (PartialDate(2024, 9, 17), "17 September 2024", "17 September 2024"),
        (Coded("regions", "74"), "Sulawesi Tenggara", "Southeast Sulawesi"),
        (Coded("stages", "proven"), "Terbukti melanggar", "Proven"),
        ("Pasal 2", "Pasal 2", "Pasal 2"),
        (float("nan"), "–", "–"),
    ],
)
def test_facts_are_written_as_the_language_writes_them(fact, indonesian, english):
    assert (write_fact(fact, "id"), write_fact(fact, "en")) == (indonesian, english)


@pytest.mark.parametrize(
    "problem", [IndexError("out of bounds"), KeyError("36"), ValueError("NaN"), TypeError("None")]
)
def test_a_function_that_stops_is_said_with_its_claim_and_name(monkeypatch, problem):
    def banten_third(claim):
        raise problem

    monkeypatch.setitem(judges(), "banten-c027", banten_third)
    with pytest.raises(UsageError) as error:
        judge("banten-c027")
    assert error.value.key == "error.claim_stopped"
    assert error.value.params["claim"] == "banten-c027"
    assert error.value.params["function"].endswith("banten_third")
    assert error.value.params["problem"].startswith(type(problem).__name__)
    assert error.value.__cause__ is problem


def test_an_error_that_a_function_raises_itself_is_kept(monkeypatch):
    def unfinished(claim):
        raise UsageError("error.claim_code", code="x")

    monkeypatch.setitem(judges(), "banten-c027", unfinished)
    with pytest.raises(UsageError) as error:
        judge("banten-c027")
    assert error.value.key == "error.claim_code"
