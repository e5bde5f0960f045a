"""A fault anywhere in data/raw stops the cleaning, and is said with its place."""

import csv
import io

import pandas as pd
import pytest

from netralitas_research.cleaning import clean_study
from netralitas_research.errors import InputError

KASN = "figures/kasn/pilkada-2020.csv"
SULTRA = "figures/bawaslu-sulawesi-tenggara/pilkada-2020.csv"
SULTRA_2018 = "figures/bawaslu-sulawesi-tenggara/pilkada-2018.csv"
SCORE = "Skor Kerawanan Netralitas ASN"


def told(problem):
    return (problem.problem.removeprefix("problem."), problem.file, problem.column, problem.value)


def test_the_study_has_no_problems(study):
    assert study.problems() == []


# One damaged cell in each of many places: file, a cell that finds the row, column, value, problem,
# and the nearest. They are damaged together, so that each must be said beside all the others.
CELLS = [
    ("sources.csv", "detik201111", "date", "31 Juni 2020", "date_format", None),
    ("sources.csv", "alinea_2022", "url_status", "lost", "unit", "complete"),
    (
        "sources.csv",
        "bisnis_kasn2018",
        "same_page_as",
        "bisnis18031",
        "unknown_source",
        "bisnis180314",
    ),
    ("laws.csv", "UU-5-2014", "enacted", "2014-02-30", "date_format", None),
    ("laws.csv", "UU-20-2023", "source_id", "nowhere", "unknown_source", None),
    ("elections.csv", "Pilkada 2020", "voting_date", "31 Juni 2020", "date_format", None),
    (KASN, "R0089", "value", "43.4", "number_format", "43,4"),
    (KASN, "R0092", "value", "1,234.5", "number_format", "1.234,5"),
    (KASN, "R0096", "value", "4.16.118", "number_format", None),
    (KASN, "R0099", "as_of", "31 Juni 2020", "date_format", None),
    (KASN, "R0102", "source_ids", "medcom20101", "unknown_source", "medcom201013"),
    (KASN, "R0204", "label", "Sulawesi Tengara", "unknown_label", "Sulawesi Tenggara"),
    (KASN, "R0183", "value", "127,6", "range", None),
    (KASN, "R0083", "value", "-369", "range", None),
    (KASN, "R0086", "value", "368,5", "range", None),
    (KASN, "R0087", "value", "2830", "more_than_total", None),
    (KASN, "R0210", "institution", "KASNN", "unknown_label", "Komisi Aparatur Sipil Negara (KASN)"),
    (KASN, "R0211", "election", "Pilkada 202", "unknown_label", "Pilkada 2020"),
    (KASN, "R0212", "dimension", "agenci", "unknown_wording", "agency"),
    (KASN, "R0213", "counted", "ASN terlaporr", "unknown_wording", "ASN terlapor"),
    (KASN, "R0184", "unit", "persen", "unit", "percent"),
    (KASN, "R0218", "printed_total", "4.56", "number_format", "4,56"),
    (KASN, "R0220", "note", "lima besaar", "unknown_wording", "lima besar"),
    (SULTRA, "R0751", "label", "Munna", "unknown_label", "Kabupaten Muna"),
    ("wordings/statuses.csv", "dihentikan", "stage", "stoped", "unknown_code", "stopped"),
    (
        "wordings/dimensions.csv",
        "bkn_region",
        "subject",
        "asn_neutralty",
        "unknown_code",
        "asn_neutrality",
    ),
    ("wordings/notes.csv", "lima besar", "complete", "toplist", "unknown_code", "top_list"),
    ("wordings/rulings.csv", "R0474", "record_id", "R9999", "unknown_id", None),
    ("wordings/same_figures.csv", "R0032", "same_as", "R9999", "unknown_id", None),
    ("wordings/same_figures.csv", "R0095", "record_id", "R9997", "unknown_id", None),
    ("articles/numbers.csv", "banten-n012", "value", "22,98", "number_format", None),
    ("articles/links.csv", "banten-n009", "record_id", "R9998", "unknown_id", None),
    ("articles/links.csv", "banten-n012", "number_id", "banten-n999", "unknown_id", None),
    ("articles/law_links.csv", "banten-n005", "law_id", "UU-99-2099", "unknown_id", None),
    ("articles/banten-tabel-1.csv", "Banten", SCORE, "22.98", "number_format", "22,98"),
]


@pytest.fixture(scope="module")
def damaged(raw_copy):
    """The problems of a study with all those cells damaged, and the row of each cell."""
    try:
        rows = [raw_copy.change(*cell[:4]) for cell in CELLS]
        return raw_copy.problems(), rows
    finally:
        raw_copy.repair()


@pytest.mark.parametrize("number", range(len(CELLS)), ids=[f"{c[0]}-{c[2]}-{c[3]}" for c in CELLS])
def test_a_damaged_cell_is_said_with_its_place_and_the_nearest(damaged, number):
    file, _, column, value, key, near = CELLS[number]
    problems, rows = damaged

    found = [p for p in problems if (p.file, p.row) == (f"data/raw/{file}", rows[number])]

    assert [(p.problem, p.column, p.value) for p in found] == [(f"problem.{key}", column, value)]
    assert found[0].expected
    assert near is None or near in found[0].nearest


def test_nothing_else_is_said(damaged):
    assert len(damaged[0]) == len(CELLS)


# Whole files, damaged one in each place, all together: file, content or None, problem, row.
FILES = [
    ("laws.csv", None, "missing_file", None),
    ("skb_acts.csv", b"", "empty_file", None),
    ("elections.csv", "\ufeff\r\n".encode(), "empty_file", None),
    ("corrections.csv", b"PK\x03\x04\x14\x00\x06\x00", "excel_file", None),
    (KASN, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "excel_file", None),
    ("figures/bkn/no-election.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "binary_file", None),
    ("figures/bkn/pilkada-2020.csv", b"%PDF-1.4", "binary_file", None),
    ("figures/bkn/pilkada-2024.csv", "record_id\n1\n".encode("utf-16"), "utf16_file", None),
    (SULTRA, b"record_id,value\nR0751,\x0043\n", "nul_byte", 2),
    ("figures/new/empty.csv", b"\n", "empty_file", None),
    ("articles/banten-tabel-1.csv", None, "missing_file", None),
    ("articles/sums.csv", b'check_id\n"s01\n', "quotes", 2),
    (
        "articles/banten-gambar-1.csv",
        b"outcome,label_id,label_en,value,number_id\n",
        "no_rows",
        None,
    ),
    (
        "wordings/notes.csv",
        b"wording,complete,qualifier,base_status,province_set\nx\n",
        "row_length",
        2,
    ),
]


@pytest.fixture(scope="module")
def unreadable(raw_copy):
    try:
        for file, content, *_ in FILES:
            if content is None:
                raw_copy.delete(file)
            else:
                raw_copy.write(file, content)
        return raw_copy.problems()
    finally:
        raw_copy.repair()


@pytest.mark.parametrize(("file", "key", "row"), [(f[0], f[2], f[3]) for f in FILES])
def test_a_file_that_cannot_be_read_is_said_once(unreadable, file, key, row):
    found = [p for p in unreadable if p.file == f"data/raw/{file}"]

    assert [(p.problem, p.row) for p in found] == [(f"problem.{key}", row)]


def test_what_follows_from_unreadable_files_is_not_said(unreadable):
    assert len(unreadable) == len(FILES)


@pytest.mark.parametrize(
    "file",
    ["sources.csv", "wordings/counted.csv", "wordings/dimensions.csv", "wordings/rulings.csv"],
)
def test_a_missing_table_that_everything_needs_is_the_only_problem(study, file):
    study.delete(file)

    assert [(p.problem, p.file) for p in study.problems()] == [
        ("problem.missing_file", f"data/raw/{file}")
    ]


@pytest.mark.parametrize(
    "file",
    ["figures/bawaslu-bulungan/pemilu-2024.csv", "figures/bawaslu-balikpapan/pilkada-2020.csv"],
)
def test_a_lost_file_of_figures_is_noticed_by_its_missing_ids(study, file):
    lost = [row["record_id"] for row in study.rows(file)]
    study.delete(file)

    problems = study.problems()

    assert problems[0].problem == "problem.missing_records"
    assert (problems[0].file, problems[0].value) == ("data/raw/figures", ", ".join(lost))


def test_a_lost_row_is_noticed(study):
    rows = study.rows(SULTRA)
    study.write_rows(SULTRA, [row for row in rows if row["record_id"] != "R0753"])

    assert ("missing_records", "data/raw/figures", "record_id", "R0753") in map(
        told, study.problems()
    )


def test_no_figures_at_all_is_one_problem(tmp_path, study):
    for path in sorted(study.path("figures").rglob("*.csv")):
        study.delete(path.relative_to(study.path("")).as_posix())

    assert list(map(told, study.problems())) == [("missing_file", "data/raw/figures", "", None)]


def test_an_id_used_twice_is_said_within_a_file_and_across_files(study):
    study.write("figures/kasn/again.csv", study.path(SULTRA).read_bytes())
    rows = study.rows(SULTRA)
    study.write_rows(SULTRA, [*rows, rows[0]])

    problems = [p for p in study.problems() if p.problem == "problem.duplicate_id"]

    assert len(problems) == len(rows) + 1
    within = [p for p in problems if p.file == f"data/raw/{SULTRA}" and p.row == len(rows) + 2]
    assert [p.value for p in within] == [rows[0]["record_id"]]
    assert {p.params["free"] for p in problems} == {"R2823"}


def test_an_added_column_is_said_and_the_file_not_read(study):
    text = study.path(KASN).read_text(encoding="utf-8")
    study.write(KASN, "".join(line + ",x\n" for line in text.splitlines()))

    assert list(map(told, study.problems())) == [("unknown_column", f"data/raw/{KASN}", "x", "x")]


def test_a_correction_of_no_record_is_said_beside_the_misprint_it_should_have_corrected(study):
    row = study.change("corrections.csv", "C001", "record_id", "R9999")

    assert sorted((*told(p), p.row) for p in study.problems()) == [
        ("correction_unmatched", "data/raw/corrections.csv", "record_id", "R9999", row),
        ("unknown_label", f"data/raw/{SULTRA_2018}", "label", "Kabupaten Baubau", 5),
    ]


def test_a_correction_of_a_misprint_that_was_repaired_is_said(study):
    study.change(SULTRA_2018, "R1672", "label", "Kota Baubau")

    problems = study.problems()

    assert list(map(told, problems)) == [
        ("correction_repaired", "data/raw/corrections.csv", "printed", "Kabupaten Baubau")
    ]
    assert problems[0].nearest == ("Kota Baubau",)


def test_a_repeated_wording_is_said_with_the_first(study):
    row = study.add("wordings/counted.csv", **study.rows("wordings/counted.csv")[0])

    assert [(*told(p)[:3], p.row, p.params["first"]) for p in study.problems()] == [
        ("repeated_row", "data/raw/wordings/counted.csv", "wording", row, "2")
    ]


def test_a_link_between_two_numbers_is_said(study):
    row = study.change("wordings/same_figures.csv", "R0032", "same_as", "R0103")

    assert [(*told(p), p.row) for p in study.problems()] == [
        ("link_differs", "data/raw/wordings/same_figures.csv", "same_as", "R0103", row)
    ]


def test_an_empty_cell_of_a_reference_table_is_said_in_its_raw_row(study):
    row = study.change("skb_acts.csv", "E02", "act_en", "")

    assert [(*told(p)[:3], p.row) for p in study.problems()] == [
        ("missing_value", "data/raw/skb_acts.csv", "act_en", row)
    ]


@pytest.mark.parametrize("name", ["sources.csv", KASN, "wordings/counted.csv", "laws.csv"])
def test_files_as_excel_writes_them_give_the_same_study(study, figures, name):
    text = study.path(name).read_text(encoding="utf-8")
    lines = list(csv.reader(io.StringIO(text)))
    excel = io.StringIO()
    csv.writer(excel, delimiter=";", lineterminator="\r\n").writerows(
        [*([*line, ""] for line in lines), [""] * (len(lines[0]) + 1)]
    )
    study.write(name, excel.getvalue().encode("utf-8-sig"))

    again = clean_study(study.home).tables["figures"]

    pd.testing.assert_frame_equal(again, figures.reset_index(drop=True))


def test_nothing_is_written_when_there_are_problems(study):
    study.change(KASN, "R0089", "value", "43.4")

    with pytest.raises(InputError):
        clean_study(study.home)

    assert sorted(path.name for path in (study.home / "data").iterdir()) == ["raw"]
