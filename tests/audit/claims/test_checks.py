"""The checks that claims share, on numbers of the articles whose sources were read."""

import pytest

from netralitas_research.audit.claims import (
    Claim,
    Percent,
    arithmetic,
    figures_with,
    in_force,
    in_office,
    on_its_weekday,
    only_data,
    same_as_data,
    same_as_law,
)
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate


def claim(article: str, *numbers: str) -> Claim:
    return Claim("x", article, tuple(numbers))


def test_a_number_that_its_figure_prints_holds():
    outcome = same_as_data(claim("banten", "banten-n012"))
    assert (outcome.verdict, outcome.recomputed) == ("holds", (22.98,))
    assert outcome.figure_ids == ("F0555",)


def test_a_number_that_its_figures_print_otherwise_is_contradicted():
    # 11.2 in the article; 11.6 and, on another page, 13 in the infographic it cites.
    outcome = same_as_data(claim("southeast-sulawesi", "southeast-sulawesi-n055"))
    assert outcome.verdict == "contradicted"
    assert set(outcome.recomputed) == {Percent(11.6), Percent(13.0, 0)}


def test_a_column_holds_cell_by_cell():
    outcome = same_as_data(claim("banten", "banten-tabel-1[*][Skor Kerawanan Netralitas ASN]"))
    assert outcome.verdict == "holds"
    assert outcome.recomputed[:3] == (100.0, 55.87, 22.98)


def test_a_number_without_a_figure_is_not_checkable():
    assert same_as_data(claim("banten", "banten-n022")).verdict == "not_checkable"


def test_arithmetic_that_fails_is_contradicted():
    # Three sessions are announced where the text before it counts two.
    assert arithmetic("brebes-s01").verdict == "contradicted"
    assert arithmetic("banten-s12", "banten-s04").verdict == "holds"


@pytest.mark.parametrize("check", ["banten-s99", "banten-s31"])
def test_arithmetic_that_is_not_there_or_compares_nothing_is_refused(check):
    with pytest.raises(UsageError):
        arithmetic(check)


@pytest.mark.parametrize(("weekday", "verdict"), [("Selasa", "holds"), ("Rabu", "contradicted")])
def test_a_date_is_held_against_its_weekday(weekday, verdict):
    assert on_its_weekday(claim("brebes", "brebes-n013"), weekday).verdict == verdict


def test_a_month_has_no_weekday_that_could_be_wrong():
    outcome = on_its_weekday(claim("brebes", "brebes-n010"), "Selasa")
    assert outcome.verdict == "not_checkable"
    assert outcome.recomputed == (PartialDate(2024, 9),)


def test_a_law_that_had_been_replaced_is_outdated():
    # UU 5/2014 ended on 31 October 2023; the post appeared on 3 September 2024.
    outcome = in_force(claim("belitung-timur"), "UU-5-2014")
    assert outcome.verdict == "outdated"
    assert outcome.facts["until"] == PartialDate(2023, 10, 31)


def test_a_law_is_asked_for_at_the_day_of_the_article():
    assert in_force(claim("banten"), "UU-20-2023").verdict == "holds"
    assert in_force(claim("banten"), "UU-20-2023", PartialDate(2020)).verdict == "contradicted"
    assert in_force(claim("meaning"), "UU-20-2023").verdict == "not_checkable"


def test_an_institution_that_had_ended_is_outdated():
    assert in_office(claim("banten"), "kasn").verdict == "outdated"
    assert in_office(claim("banten"), "kasn", PartialDate(2020, 7)).verdict == "holds"


def test_an_unknown_code_is_refused():
    with pytest.raises(UsageError):
        in_force(claim("banten"), "UU-9-1999")


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("banten-n044", "contradicted"),
        ("banten-n046", "holds"),
        ("belitung-timur-n007", "outdated"),
        ("southeast-sulawesi-n084", "contradicted"),
        ("banten-n005", "not_checkable"),
    ],
)
def test_what_is_said_of_a_law_is_held_against_the_law(number, verdict):
    assert same_as_law(claim(number.rpartition("-")[0], number)).verdict == verdict


def test_a_claim_is_only_not_checkable_while_no_figure_could_show_it():
    assert only_data(claim("banten"), figures_with(subject="knowledge_test")).verdict == (
        "not_checkable"
    )
    with pytest.raises(UsageError):
        only_data(claim("banten"), figures_with(subject="asn_neutrality"))


def test_figures_are_not_chosen_by_a_column_that_is_not_there():
    with pytest.raises(UsageError):
        figures_with(stages="reported")
