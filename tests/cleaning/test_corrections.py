import pytest

from netralitas_research.cleaning.corrections import COLUMNS, read_corrections
from netralitas_research.cleaning.records import COLUMNS as CORRECTABLE

LINE = {
    "correction_id": "C001",
    "record_id": "R0001",
    "column": "label",
    "printed": "Kabupaten Baubau",
    "corrected": "Kota Baubau",
    "reason_id": "Baubau adalah kota",
    "reason_en": "Baubau is a city",
    "source_id": "page_a",
}
CELLS = {"record_id": "R0001", "label": "Kabupaten Baubau", "value": "35"}


@pytest.fixture
def corrections(table):
    def read(*lines):
        rows = table(*(LINE | line for line in lines), file="corrections.csv", columns=COLUMNS)
        return read_corrections(rows, CORRECTABLE, {"page_a"})

    return read


def test_the_misprint_is_replaced_and_the_rest_left_alone(corrections):
    read, problems = corrections({})

    assert problems == []
    assert read.apply(9, CELLS) == (CELLS | {"label": "Kota Baubau"}, [])
    other = CELLS | {"record_id": "R0002"}
    assert read.apply(9, other) == (other, [])


def test_two_misprints_of_a_row_are_both_replaced(corrections):
    read, _ = corrections(
        {}, {"correction_id": "C002", "column": "value", "printed": "35", "corrected": "53"}
    )

    assert read.apply(9, CELLS)[0] == CELLS | {"label": "Kota Baubau", "value": "53"}
    assert (read.of("R0001"), read.of("R0002")) == ("C001;C002", "")


def test_a_repaired_source_makes_its_correction_a_problem(corrections):
    read, _ = corrections({})

    cells, problems = read.apply(9, CELLS | {"label": "Kota Baubau"})

    assert cells["label"] == "Kota Baubau"
    assert [(p.problem, p.file, p.row, p.column, p.value, p.nearest) for p in problems] == [
        (
            "problem.correction_repaired",
            "corrections.csv",
            2,
            "printed",
            "Kabupaten Baubau",
            ("Kota Baubau",),
        )
    ]
    assert problems[0].params == {"record": "R0001", "found_row": "9"}


def test_a_correction_of_no_record_is_a_problem(corrections):
    read, _ = corrections({}, {"correction_id": "C002", "record_id": "R0009"})

    problems = read.unmatched({"R0001"})

    assert [(p.problem, p.row, p.value) for p in problems] == [
        ("problem.correction_unmatched", 3, "R0009")
    ]


def test_a_correction_of_no_column_is_a_problem_and_changes_nothing(corrections):
    read, problems = corrections({"column": "lable"})

    assert [(p.problem, p.column, p.value) for p in problems] == [
        ("problem.unknown_column", "column", "lable")
    ]
    assert "label" in problems[0].nearest
    assert read.apply(9, CELLS) == (CELLS, [])


@pytest.mark.parametrize("column", ["correction_id", "record_id", "reason_id", "source_id"])
def test_a_correction_needs_id_record_reason_and_source(corrections, column):
    _, problems = corrections({column: ""})

    assert [(p.problem, p.column) for p in problems] == [("problem.missing_value", column)]


def test_a_cell_may_be_emptied_or_filled(corrections):
    assert corrections({"printed": "", "column": "note"})[1] == []
    assert corrections({"corrected": "", "column": "note"})[1] == []


def test_the_source_of_a_correction_must_be_listed(corrections):
    _, problems = corrections({"source_id": "page_b"})

    assert [(p.problem, p.value, p.nearest) for p in problems] == [
        ("problem.unknown_source", "page_b", ("page_a",))
    ]
