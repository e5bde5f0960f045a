import pytest

from netralitas_research.cleaning.article_checks import article_problems, record_problems
from netralitas_research.cleaning.articles import read_articles

LAWS = {"UU-20-2023"}


@pytest.fixture
def problems(study):
    def found(laws=()):
        tables, _ = read_articles(study.path("articles"), study.home)
        return [
            (p.problem, p.file[18:], p.row, p.column, p.value)
            for p in article_problems(tables, laws)
        ]

    return found


def test_the_articles_fit_together(problems):
    assert problems() == []


@pytest.mark.parametrize(
    ("file", "key", "column", "value", "problem"),
    [
        ("tables.csv", "banten-tabel-1", "article", "bantem", "unknown_id"),
        ("numbers.csv", "banten-n009", "article", "bantem", "unknown_id"),
        ("links.csv", "banten-n009", "number_id", "banten-n999", "unknown_id"),
        ("sums.csv", "banten-s01", "table_id", "banten-tabel-9", "unknown_id"),
        ("law_links.csv", "banten-n005", "number_id", "banten-n999", "unknown_id"),
        ("left_out.csv", "bibliography", "article", "bantem", "unknown_id"),
        ("numbers.csv", "banten-n009", "value", "22 provinsi", "number_format"),
        ("numbers.csv", "banten-n012", "value", "22,98", "number_format"),
        ("numbers.csv", "brebes-n010", "value", "2024-13", "date_format"),
        ("numbers.csv", "brebes-n001", "value", "tahun 2024", "date_format"),
        ("numbers.csv", "brebes-n001", "kind", "tahun", "unit"),
    ],
)
def test_a_broken_cell_of_a_register_is_said(study, problems, file, key, column, value, problem):
    row = study.change(f"articles/{file}", key, column, value)

    assert (f"problem.{problem}", file, row, column, value) in problems()


@pytest.mark.parametrize("value", ["22.98", "1,234.5", "22,9x"])
def test_a_broken_number_in_a_printed_table_is_said(study, problems, value):
    column = "Skor Kerawanan Netralitas ASN"
    row = study.change("articles/banten-tabel-1.csv", "Banten", column, value)

    assert problems() == [("problem.number_format", "banten-tabel-1.csv", row, column, value)]


def test_a_link_to_a_cell_that_is_not_there_is_said(study, problems):
    row = study.change("articles/links.csv", "R0555", "row", "Bantem")

    assert problems() == [
        (
            "problem.unknown_id",
            "links.csv",
            row,
            "row",
            "banten-tabel-1[Bantem][Skor Kerawanan Netralitas ASN]",
        )
    ]


def test_a_check_of_a_cell_that_is_not_there_is_said(study, problems):
    row = study.change("articles/sums.csv", "banten-s04", "terms", "banten-n999;banten-n012")

    assert problems() == [("problem.unknown_id", "sums.csv", row, "terms", "banten-n999")]


def test_a_law_that_is_not_listed_is_said(study, problems):
    laws = {row["law_id"] for row in study.rows("laws.csv")}
    row = study.change("articles/law_links.csv", "banten-n005", "law_id", "UU-99-2099")

    assert problems(laws) == [("problem.unknown_id", "law_links.csv", row, "law_id", "UU-99-2099")]
    assert problems() == []


@pytest.mark.parametrize("register", ["articles", "numbers", "tables", "banten-tabel-1"])
def test_nothing_is_said_of_ids_while_their_register_cannot_be_read(study, problems, register):
    study.delete(f"articles/{register}.csv")

    assert problems() == []


def test_an_article_is_compared_with_records_that_have_a_figure(study):
    tables, _ = read_articles(study.path("articles"), study.home)
    used = {cells["record_id"] for _, cells in tables["links"].rows}
    ids = {f"R{number:04d}" for number in range(3000)}

    assert record_problems(tables, ids, set()) == []
    missing = record_problems(tables, ids - {"R0555"}, set())
    without = record_problems(tables, ids, {"R0555"})

    assert "R0555" in used
    assert {(p.problem, p.value) for p in missing} == {("problem.unknown_id", "R0555")}
    assert {p.column for p in missing} == {"record_id", "second_source"}
    assert {(p.problem, p.value) for p in without} == {("problem.no_figure", "R0555")}
