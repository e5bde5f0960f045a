import pandas as pd
import pytest

from netralitas_research.cleaning.articles import (
    FILES,
    article_frames,
    cells_of,
    number_or_none,
    origins_of_frames,
    read_articles,
)


@pytest.fixture
def read(study):
    return lambda: read_articles(study.path("articles"), study.home)


def test_the_registers_and_every_table_they_name_are_read(read):
    tables, problems = read()

    assert problems == []
    assert FILES.keys() <= tables.keys()
    assert len(tables["banten-tabel-1"].rows) == 10


@pytest.mark.parametrize("name", FILES)
def test_a_register_that_is_not_there_is_said(study, read, name):
    study.delete(f"articles/{name}.csv")

    problems = read()[1]

    assert [(p.problem, p.file) for p in problems] == [
        ("problem.missing_file", f"data/raw/articles/{name}.csv")
    ]


def test_a_printed_table_that_is_not_there_is_said(study, read):
    study.delete("articles/banten-tabel-1.csv")

    assert [p.file for p in read()[1]] == ["data/raw/articles/banten-tabel-1.csv"]


def test_an_added_column_is_said_with_those_the_register_names(study, read):
    study.write(
        "articles/banten-tabel-1.csv", "Provinsi,Skor Kerawanan Netralitas ASN,Kelas\nA,1,x\n"
    )

    problems = read()[1]

    assert [(p.problem, p.file, p.row, p.column) for p in problems] == [
        ("problem.unknown_column", "data/raw/articles/banten-tabel-1.csv", 1, "Kelas")
    ]


def test_the_column_that_names_the_rows_must_be_one_of_the_table(study, read):
    row = study.change("articles/tables.csv", "banten-tabel-1", "row_column", "Propinsi")

    problems = read()[1]

    assert [(p.problem, p.row, p.column, p.value) for p in problems] == [
        ("problem.unknown_column", row, "row_column", "Propinsi")
    ]


def test_cells_keep_what_is_printed_beside_the_number(read):
    cells = pd.DataFrame(cells_of(read()[0]))
    banten = cells[cells["table_id"].eq("banten-tabel-1") & cells["row"].eq("Banten")]

    assert banten[["row_number", "column", "printed"]].values.tolist() == [
        [3, "Provinsi", "Banten"],
        [3, "Skor Kerawanan Netralitas ASN", "22,98"],
    ]
    assert banten["value"].iloc[1] == 22.98
    assert pd.isna(banten["value"].iloc[0])


def test_only_numbers_are_read_as_numbers():
    assert [number_or_none(text) for text in ("9,40", "", "-", "1.", "100")] == [
        9.4,
        None,
        None,
        None,
        100,
    ]


def test_a_link_leads_to_the_figure_of_its_record(read):
    tables, _ = read()
    links = [cells["record_id"] for _, cells in tables["links"].rows]
    observations = pd.DataFrame(
        {"record_id": links, "figure_id": [f"F{record_id[1:]}" for record_id in links]}
    )

    frames = article_frames(tables, observations)

    found = frames["article_links"]
    assert len(found) == len(links)
    assert found["figure_id"].tolist() == [f"F{record_id[1:]}" for record_id in links]


def test_frames_that_copy_a_file_name_it(read):
    tables, _ = read()

    assert origins_of_frames(tables)["article_numbers"].file == "data/raw/articles/numbers.csv"
