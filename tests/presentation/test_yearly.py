"""What the report on a year shows, for each year and in both languages."""

import re
from functools import cache

import pytest
from bs4 import BeautifulSoup

from netralitas_research import codelists
from netralitas_research.cleaning import report_years
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.presentation import yearly
from netralitas_research.presentation.sentences import Prose
from netralitas_research.study import processed, years

YEARS = range(2018, 2026)
SECTIONS = {
    "summary": yearly.summary,
    "totals": yearly.totals,
    "processes": yearly.processes,
    "national_lists": yearly.national_lists,
    "regional_offices": yearly.regional_offices,
    "surveys": yearly.surveys,
    "vulnerability": yearly.vulnerability,
    "other_breakdowns": yearly.other_breakdowns,
    "gaps": yearly.gaps,
    "restated_totals": yearly.restated_totals,
    "restated_breakdowns": yearly.restated_breakdowns,
}
MAY_BE_NOTHING = {"restated_breakdowns", "greatest_provinces", "greatest_regencies"}

in_every_report = pytest.mark.parametrize(
    ("year", "language"), [(year, language) for year in YEARS for language in LANGUAGES]
)


@cache
def report(year):
    return years.load(year)


@cache
def shown(year, language):
    """Every section of a report but its plots, as text that may hold HTML."""
    pieces = {name: show(report(year), language) for name, show in SECTIONS.items()}
    for topic in years.TOPICS:
        pieces[topic] = yearly.breakdown(report(year), topic, language)
    for level in ("provinces", "regencies"):
        pieces[f"greatest_{level}"] = yearly.greatest(report(year), level, language)
    return {
        name: piece.markdown if isinstance(piece, Prose) else piece.html
        for name, piece in pieces.items()
        if piece is not None
    }


def plain(html):
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def test_every_year_with_figures_is_tested():
    assert list(YEARS) == report_years(processed.load("figures"))


@in_every_report
def test_no_section_is_empty_or_left_unfinished(year, language):
    sections = shown(year, language)
    assert set(SECTIONS) | set(years.TOPICS) <= set(sections) | MAY_BE_NOTHING
    for name, html in sections.items():
        text = plain(html)
        assert not re.search(r"[{}]|\bnan\b|None|yearly\.|not_applicable|\bunknown_", text), name
        assert text[-1] in ".]–)" or "<table" in html or name == "gaps", name


@in_every_report
def test_a_table_has_rows(year, language):
    for html in shown(year, language).values():
        for table in BeautifulSoup(html, "html.parser")("table"):
            assert table.tbody("tr")


@in_every_report
def test_every_source_that_is_cited_is_listed(year, language):
    listed = set(re.findall(r'id="(source-[^"]+)"', yearly.source_list(report(year), "id").html))
    for name, html in shown(year, language).items():
        assert set(re.findall(r'class="cite" href="#([^"]+)"', html)) <= listed, name


@in_every_report
def test_every_number_of_a_table_stands_beside_its_source(year, language):
    for name, html in shown(year, language).items():
        if name != "gaps":
            for row in BeautifulSoup(html, "html.parser").select("tbody tr"):
                assert row("td")[-1].find("a", class_="cite"), name


@in_every_report
def test_the_summary_has_five_complete_sentences(year, language):
    lines = shown(year, language)["summary"].splitlines()
    assert len(lines) == 5
    for line in lines:
        assert re.fullmatch(r"- \*\*[A-Z][^*]+\.\*\* [A-Z].*\.", line), line
        assert "  " not in line
        assert "()" not in line


@in_every_report
def test_no_text_is_in_the_other_language(year, language):
    other = next(one for one in LANGUAGES if one != language)
    text = " ".join(plain(html) for html in shown(year, language).values())
    for name in ("stages", "units_counted", "acts", "positions", "sanctions", "motives"):
        labels = codelists.load(name)
        spoken = set(labels[f"label_{language}"])
        for label in set(labels[f"label_{other}"]) - spoken:
            if len(label) > len("Posts"):
                assert not re.search(rf"\b{re.escape(label)}\b", text), label


def test_a_year_that_lacks_something_says_so_in_words():
    assert "There is no national breakdown by position for 2018." in shown(2018, "en")["positions"]
    assert "Tidak ada survei tentang motif" in shown(2024, "id")["motives"]
    assert "tidak ada pemungutan suara" in shown(2021, "id")["restated_totals"]
    assert "tidak ada: rincian menurut jabatan" in shown(2018, "id")["summary"]
    assert "Only in figures of later years: motives (survey)." in shown(2020, "en")["summary"]
    assert "<table" not in shown(2018, "en")["positions"]


def test_the_summary_of_2020_tells_the_count_and_how_it_was_restated():
    text = plain(shown(2020, "id")["summary"])
    assert "dilaporkan 1.305; direkomendasikan untuk disanksi 872 (66,8% dari 1.305)" in text
    assert "ditindaklanjuti PPK 635 (48,7% dari 1.305)" in text
    assert "Kemudian disajikan kembali (6 Februari 2024): dilaporkan 2.034" in text


def test_restated_figures_are_marked_in_the_table():
    mark = translator("en")("yearly.mark.restated")
    rows = BeautifulSoup(shown(2020, "en")["totals"], "html.parser").select("tbody tr")
    cells = [[plain(str(cell)) for cell in row("td")] for row in rows]
    marked = [row for row in cells if mark in row[4]]
    assert ["KASN, regional elections 2020", "Reported", "2,034", "Persons"] in [
        row[:4] for row in marked
    ]
    assert all("2020" not in row[4] for row in marked)


def test_a_percentage_stands_with_its_base_or_the_word_that_none_is_printed():
    rows = BeautifulSoup(shown(2020, "en")["acts"], "html.parser").select("tbody tr")
    for row in rows:
        cells = [plain(str(cell)) for cell in row("td")]
        if "%" in cells[1]:
            assert cells[2] == "base not printed" or cells[2].replace(",", "").isdigit()


def test_two_values_of_one_region_stand_side_by_side():
    assert "West Nusa Tenggara 83 / 81" in plain(shown(2020, "en")["national_lists"])


def test_plots_are_drawn_where_there_are_three_snapshots_or_categories():
    assert yearly.timelines(report(2020), "id").html.count("<svg") == 2
    assert yearly.timelines(report(2025), "id") is None
    assert "27.7%" in yearly.breakdown_plot(report(2020), "acts", "en").html
    assert yearly.breakdown_plot(report(2018), "positions", "en") is None
    assert "does not hold every province" in yearly.provinces_plot(report(2024), "en").html


def test_the_title_names_the_year():
    for language in LANGUAGES:
        assert re.match(r"# .* 2019\n", yearly.introduction(report(2019), language).markdown)
