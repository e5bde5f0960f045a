import pytest

from netralitas_research.cleaning.article_values import value_problems
from netralitas_research.cleaning.articles import read_articles


@pytest.fixture
def problems(study):
    def found():
        tables, _ = read_articles(study.path("articles"), study.home)
        return [(p.problem, p.file[18:], p.row, p.column, p.value) for p in value_problems(tables)]

    return found


def test_the_values_of_the_articles_can_be_read(problems):
    assert problems() == []


@pytest.mark.parametrize(
    ("file", "key", "column", "value", "problem"),
    [
        ("numbers.csv", "banten-n009", "value", "22 provinsi", "number_format"),
        ("numbers.csv", "banten-n012", "value", "22,98", "number_format"),
        ("numbers.csv", "brebes-n010", "value", "2024-13", "date_format"),
        ("numbers.csv", "brebes-n001", "value", "tahun 2024", "date_format"),
        ("articles.csv", "banten", "date", "31 Juni 2024", "date_format"),
        ("articles.csv", "banten", "year", "tahun 2024", "date_format"),
        ("numbers.csv", "banten-n012", "value", "1e3", "number_format"),
        ("numbers.csv", "brebes-n001", "value", "2024/25", "date_format"),
    ],
)
def test_a_value_that_is_not_in_its_plain_form_is_said(
    study, problems, file, key, column, value, problem
):
    row = study.change(f"articles/{file}", key, column, value)

    assert problems() == [(f"problem.{problem}", file, row, column, value)]


@pytest.mark.parametrize("value", ["", "-22.98", "2298"])
def test_a_plain_number_or_nothing_is_right(study, problems, value):
    study.change("articles/numbers.csv", "banten-n012", "value", value)

    assert problems() == []


@pytest.mark.parametrize("value", ["22.98", "1,234.5", "22,9x"])
def test_a_broken_number_in_a_printed_table_is_said(study, problems, value):
    column = "Skor Kerawanan Netralitas ASN"
    row = study.change("articles/banten-tabel-1.csv", "Banten", column, value)

    assert problems() == [("problem.number_format", "banten-tabel-1.csv", row, column, value)]


def test_a_word_in_a_table_of_words_is_no_broken_number(study, problems):
    study.change("articles/southeast-sulawesi-tabel-1.csv", "seminar", "row", "dua")

    assert problems() == []
