import pytest

from netralitas_research.cleaning.article_checks import article_problems, record_problems
from netralitas_research.cleaning.articles import read_articles

LAWS = {"UU-20-2023"}


@pytest.fixture
def problems(study):
    def found(laws=(), acts=()):
        tables, _ = read_articles(study.path("articles"), study.home)
        problems = article_problems(tables, laws, acts)
        return [(p.problem, p.file[18:], p.row, p.column, p.value) for p in problems]

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
        ("numbers.csv", "brebes-n001", "kind", "tahun", "unit"),
        ("tables.csv", "banten-tabel-1", "status", "lost", "unit"),
        ("links.csv", "banten-n009", "relation", "same", "unit"),
        ("law_links.csv", "banten-n005", "relation", "name", "unit"),
        ("sums.csv", "banten-s01", "kind", "sum", "unit"),
        ("banten-gambar-1.csv", "alleged", "number_id", "banten-n999", "unknown_id"),
    ],
)
def test_a_broken_cell_of_a_register_is_said(study, problems, file, key, column, value, problem):
    row = study.change(f"articles/{file}", key, column, value)

    assert (f"problem.{problem}", file, row, column, value) in problems()


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


def test_two_rows_of_a_printed_table_with_one_label_are_said(study, problems):
    row = study.change(
        "articles/banten-tabel-2-1.csv", "28", "Pelanggaran", "Menggunakan Atribut Kampanye"
    )

    assert ("problem.repeated_row", "banten-tabel-2-1.csv") in [found[:2] for found in problems()]
    assert max(row, 12) in [found[2] for found in problems()]


@pytest.mark.parametrize(
    ("name", "key"),
    [("articles", "slug"), ("tables", "table_id"), ("numbers", "number_id"), ("sums", "check_id")],
)
def test_an_id_that_stands_twice_is_said_once(study, problems, name, key):
    rows = study.rows(f"articles/{name}.csv")
    study.write_rows(f"articles/{name}.csv", [*rows, rows[0]])

    assert problems() == [("problem.repeated_id", f"{name}.csv", len(rows) + 2, key, rows[0][key])]


def test_a_prohibited_act_that_is_not_listed_is_said(study, problems):
    acts = {row["act_id"] for row in study.rows("skb_acts.csv")}
    row = study.change("articles/meaning-dimensions.csv", "party_office", "skb_acts", "D05;Z99")

    assert problems(acts=acts) == [
        ("problem.unknown_id", "meaning-dimensions.csv", row, "skb_acts", "Z99")
    ]
    assert problems() == []


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
    pressures = record_problems(tables, ids - {"R0396"}, set())
    assert "data/raw/articles/meaning-pressures.csv" in {p.file for p in pressures}
    assert {(p.problem, p.value) for p in without} == {("problem.no_figure", "R0555")}
