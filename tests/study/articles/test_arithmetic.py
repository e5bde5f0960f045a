"""The checks of the printed numbers, with results worked out by hand from the articles."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.study.articles.arithmetic import evaluate
from netralitas_research.study.articles.terms import read_terms
from netralitas_research.study.processed import load


@pytest.mark.parametrize(
    ("check_id", "computed", "printed", "agrees"),
    [
        ("banten-s01", "", "", "yes"),
        ("banten-s02", "10", "10", "yes"),
        ("banten-s03", "rank 3", "rank 3", "yes"),
        ("banten-s09", "7", "", "not_applicable"),
        ("banten-s11", "rank 7", "rank 1", "no"),
        ("banten-s12", "415", "415", "yes"),
        ("banten-s13", "88.2%", "", "not_applicable"),
        ("banten-s14", "366", "366", "yes"),
        ("banten-s15", "366", "415", "no"),
        ("banten-s20", "35.5%", "", "not_applicable"),
        ("banten-s22", "12", "", "not_applicable"),
        ("banten-s35", "20", "", "not_applicable"),
        ("banten-s37", "82", "82", "yes"),
        ("banten-s38", "24.4%", "", "not_applicable"),
        ("banten-s41", "78.5%", "", "not_applicable"),
        ("banten-s42", "", "", "yes"),
        ("southeast-sulawesi-s02", "78.6", "", "not_applicable"),
        ("southeast-sulawesi-s03", "5", "5", "yes"),
        ("southeast-sulawesi-s05", "89", "", "not_applicable"),
        ("southeast-sulawesi-s08", "54.9%", "", "not_applicable"),
        ("southeast-sulawesi-s10", "49", "", "not_applicable"),
        ("southeast-sulawesi-s11", "78", "76", "no"),
        ("southeast-sulawesi-s12", "1", "2", "no"),
        ("southeast-sulawesi-s17", "3", "3", "yes"),
        ("southeast-sulawesi-s19", "", "", "no"),
        ("southeast-sulawesi-s20", "", "", "no"),
        ("southeast-sulawesi-s22", "", "", "yes"),
    ],
)
def test_known_checks_have_known_results(checks, check_id, computed, printed, agrees):
    row = checks[check_id.rsplit("-", 1)[0], "en"].loc[check_id]
    assert tuple(row[["computed_text", "printed_text", "agrees"]]) == (computed, printed, agrees)


def test_proven_of_alleged_is_the_quotient_of_the_printed_counts(checks):
    assert checks["banten", "id"].loc["banten-s41", "computed"] == pytest.approx(100 * 1596 / 2034)


def test_every_row_of_the_handling_table_balances(checks):
    rows = checks["banten", "id"]
    balances = rows[rows["kind"].eq("sum_of_row")]
    assert len(balances) == 8
    assert set(balances["agrees"]) == {"yes"}


def test_the_terms_are_written_as_the_check_uses_them(checks):
    terms = checks["banten", "id"]["terms"]
    assert terms["banten-s13"] == "366 : 415"
    assert terms["banten-s37"] == "24 + 58"
    assert terms["banten-s42"] == "14 Agustus 2025; 3 Agustus 2025; 15 Juli 2025"
    assert checks["southeast-sulawesi", "en"].loc["southeast-sulawesi-s10", "terms"] == "76 − 27"


def test_every_check_of_every_article_can_be_done():
    for check in load("article_sums").to_dict("records"):
        evaluate(check["kind"], check["terms"], check["printed_total"])


@pytest.mark.parametrize(
    ("kind", "terms", "total", "key"),
    [
        ("sum", "banten-n022", "", "error.check_kind"),
        ("share", "", "", "error.check_without_terms"),
        ("share", "banten-n022", "", "error.share_of_nothing"),
        ("difference", "banten-n022", "", "error.difference_terms"),
        ("difference", "banten-n022;banten-n023;banten-n024", "", "error.difference_terms"),
        ("order", "banten-n016;banten-n017", "banten-n022", "error.rank_outside"),
        ("order", "banten-n003;banten-n022", "", "error.order_of_kinds"),
        ("sum_of_row", "banten-n999", "", "error.term_unknown_number"),
        ("sum_of_row", "banten-tabel-1[Bantan][Provinsi]", "", "error.term_unknown_cell"),
        ("sum_of_row", "banten-tabel-1[*][Skor]", "", "error.term_unknown_cell"),
        ("sum_of_row", "banten-tabel-1[*][Provinsi]", "", "error.term_not_a_number"),
        ("sum_of_row", "banten-n022;", "", "error.term_grammar"),
        ("sum_of_row", "banten-n22", "", "error.term_grammar"),
        ("sum_of_row", "banten-tabel-1[*]", "", "error.term_grammar"),
        ("sum_of_row", "banten-tabel-1[][Provinsi]", "", "error.term_grammar"),
        ("count_of_rows", "banten-n022", "banten-n003", "error.term_not_a_number"),
    ],
)
def test_a_check_that_cannot_be_done_says_why(kind, terms, total, key):
    with pytest.raises(UsageError) as error:
        evaluate(kind, terms, total)
    assert error.value.key == key
    for language in LANGUAGES:
        assert translator(language)(error.value.key, **error.value.params)


@given(st.text(alphabet="abn-012[]*;| ", min_size=1, max_size=30))
def test_any_text_is_read_or_refused(text):
    refused = ""
    try:
        read = [term.text for term in read_terms(text)]
    except UsageError as error:
        read, refused = [], error.key
    assert read == [part.strip() for part in text.split(";")] or refused.startswith("error.term")


@pytest.mark.parametrize(
    ("terms", "falls"),
    [
        ("southeast-sulawesi-n045;southeast-sulawesi-n043", True),
        ("southeast-sulawesi-n036;southeast-sulawesi-n045", False),
        ("southeast-sulawesi-n091;southeast-sulawesi-n045", True),
        ("banten-n016;banten-n017", True),
    ],
)
def test_dates_compare_as_far_as_both_are_printed(terms, falls):
    assert evaluate("order", terms, "").agrees is falls


def test_a_date_printed_twice_is_the_same_date():
    twice = evaluate("difference", "belitung-timur-n005", "belitung-timur-n015")
    assert (twice.computed, twice.agrees) == (None, True)
    assert evaluate("difference", "banten-n001", "banten-n002").agrees is False


def test_a_rank_is_counted_from_the_values_that_are_greater():
    tied = evaluate("order", "banten-n016;banten-n017;banten-n018", "banten-n028")
    assert (tied.computed, tied.agrees) == (Decimal(1), True)


def test_decimals_add_up_without_binary_error():
    five = "southeast-sulawesi-n052;southeast-sulawesi-n053;southeast-sulawesi-n054"
    assert evaluate("parts_of_total", five, "").computed == Decimal("56.4")
