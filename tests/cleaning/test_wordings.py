import pytest

from netralitas_research.cleaning.wordings import (
    REQUIRED,
    TABLES,
    WordingTable,
    fold,
    read_wordings,
)


def read(study):
    return read_wordings(study.path("wordings"), study.home)


def test_the_tables_of_the_study_have_no_problems(study):
    wordings, problems = read(study)

    assert problems == []
    assert wordings.readable
    assert all(wordings.tables[name].rows for name in TABLES)


def test_capitals_and_spaces_do_not_distinguish_wordings():
    assert fold(" ASN  (Persons) ") == fold("asn (persons)")
    assert fold("ASN") != fold("PNS")


def test_a_wording_means_what_its_issuer_means_by_it_else_what_all_mean():
    of_all, of_kasn = {"wording": "rekomendasi"}, {"wording": "rekomendasi", "issuer": "kasn"}
    table = WordingTable("x", {("rekomendasi", ""): of_all, ("rekomendasi", "kasn"): of_kasn})

    assert table.find("Rekomendasi", "kasn") is of_kasn
    assert table.find("Rekomendasi", "bkn") is of_all
    assert table.find("saran", "kasn") is None


def test_the_nearest_wordings_are_shown_as_they_are_written(wordings):
    assert "ASN dilaporkan" in wordings.counted.nearest("asn dilaporkn")


def test_the_same_word_of_two_offices_means_two_things(wordings):
    stage = {
        issuer: wordings.statuses.find("direkomendasikan", issuer)["stage"]
        for issuer in ("bawaslu", "kasn")
    }

    assert stage == {"bawaslu": "forwarded", "kasn": "recommended"}


@pytest.mark.parametrize("name", TABLES)
def test_a_repeated_wording_is_said_with_the_first(study, name):
    rows = study.rows(f"wordings/{name}.csv")
    study.write_rows(f"wordings/{name}.csv", [*rows, rows[0]])

    problems = read(study)[1]

    assert [(p.problem, p.file, p.row, p.params["first"]) for p in problems] == [
        ("problem.repeated_row", f"data/raw/wordings/{name}.csv", len(rows) + 2, "2")
    ]


@pytest.mark.parametrize(
    ("name", "column"), [(name, column) for name in TABLES for column in REQUIRED[name]]
)
def test_a_cell_that_decides_must_be_filled(study, name, column):
    row = study.change(
        f"wordings/{name}.csv", study.rows(f"wordings/{name}.csv")[0][column], column, ""
    )

    problems = read(study)[1]

    assert ("problem.missing_value", row, column) in [
        (p.problem, p.row, p.column) for p in problems
    ]


def test_tables_that_cannot_be_read_are_not_readable(study):
    study.delete("wordings/notes.csv")

    wordings, problems = read(study)

    assert not wordings.readable
    assert [p.problem for p in problems] == ["problem.missing_file"]


def test_rulings_are_found_by_record_and_column(wordings):
    assert wordings.rulings["R2228"]["kemendagri_code"]["value"] == "unknown"
