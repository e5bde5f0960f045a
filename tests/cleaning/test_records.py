import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.cleaning.corrections import Corrections
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.cleaning.records import COLUMNS, read_records
from netralitas_research.language import parse_number

RIGHT = {
    "record_id": "R0001",
    "institution": "KASN",
    "election": "Pilkada 2020",
    "as_of": "31 Juli 2020",
    "counted": "ASN",
    "dimension": "funnel",
    "label": "dilaporkan",
    "value": "1.456",
    "unit": "count",
    "printed_total": "2.000",
    "source_ids": "page_a; page_b",
    "note": "",
}
SOURCES = ("page_a", "page_b", "other")
NONE = Corrections("corrections.csv", {})


def read(sources=SOURCES, corrections=NONE, **cells):
    return read_records(RawTable("a.csv", COLUMNS, ((7, RIGHT | cells),)), sources, corrections)


def only_problem(**cells):
    records, problems = read(**cells)
    assert records == []
    assert len(problems) == 1, problems
    assert (problems[0].file, problems[0].row) == ("a.csv", 7)
    return problems[0]


def test_a_row_is_read_with_its_number_total_date_and_sources():
    records, problems = read()

    assert problems == []
    record = records[0]
    assert (record.value.value, record.printed_total.value) == (1456, 2000)
    assert record.as_of.isoformat() == "2020-07-31"
    assert record.source_ids == ("page_a", "page_b")
    assert record.printed == RIGHT


def test_date_total_election_and_note_may_be_empty():
    records, problems = read(as_of="", printed_total="", election="", note="")

    assert problems == []
    assert (records[0].as_of, records[0].printed_total) == (None, None)


@pytest.mark.parametrize(
    "column", ["record_id", "institution", "counted", "dimension", "label", "value", "unit"]
)
def test_a_cell_that_must_be_filled_is_said_when_it_is_empty(column):
    problem = only_problem(**{column: ""})

    assert (problem.problem, problem.column) == ("problem.missing_value", column)


@pytest.mark.parametrize("value", ["43.4", "1,234.5", "4.16.118", "12a", "1e5", "O", "1 234", "="])
@pytest.mark.parametrize("column", ["value", "printed_total"])
def test_a_number_that_may_mean_another_is_refused(column, value):
    problem = only_problem(**{column: value})

    assert (problem.problem, problem.column, problem.value) == (
        "problem.number_format",
        column,
        value,
    )
    assert problem.expected == "number.expected_id"


def test_a_broken_number_is_shown_with_the_nearest_spellings():
    assert "43,4" in only_problem(value="43.4").nearest


@pytest.mark.parametrize("date", ["31 Juni 2020", "2020-02-30", "2020-13", "07/31/2020", "kemarin"])
def test_a_day_that_does_not_exist_is_refused(date):
    problem = only_problem(as_of=date)

    assert (problem.problem, problem.column, problem.value) == (
        "problem.date_format",
        "as_of",
        date,
    )


@pytest.mark.parametrize("record_id", ["1", "R12", "r0001", "R00001", "F0001"])
def test_a_wrong_record_id_is_refused(record_id):
    assert only_problem(record_id=record_id).problem == "problem.record_id"


def test_an_unknown_unit_is_refused_with_those_there_are():
    problem = only_problem(unit="persen")

    assert problem.problem == "problem.unit"
    assert "percent" in problem.nearest


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        ("count", "-1", "count"),
        ("rank", "0", "rank"),
        ("rank", "1,5", "rank"),
        ("class", "0", "rank"),
        ("flag", "2", "flag"),
        ("count", "1000000000000000", "size"),
        ("score", "9" * 400, "size"),
    ],
)
def test_a_value_that_its_unit_cannot_have_is_refused(unit, value, expected):
    problem = only_problem(unit=unit, value=value, printed_total="")

    assert (problem.problem, problem.expected) == ("problem.range", f"expected.{expected}")


@pytest.mark.parametrize("value", ["43%", "43 persen", "lebih dari 43 %"])
def test_a_percent_sign_on_a_count_is_refused_and_on_a_percentage_read(value):
    assert only_problem(value=value).problem == "problem.percent_sign"
    assert read(value=value, unit="percent")[1] == []


@pytest.mark.parametrize("total", ["-5", "12,5", "9" * 20])
def test_a_total_that_is_no_whole_number_is_refused(total):
    problem = only_problem(printed_total=total)

    assert (problem.problem, problem.column) == ("problem.range", "printed_total")


def test_an_unknown_source_is_refused_with_the_nearest():
    problem = only_problem(source_ids="page_a;page_bb")

    assert (problem.problem, problem.value) == ("problem.unknown_source", "page_bb")
    assert problem.nearest[0] == "page_b"


def test_sources_are_not_checked_when_none_could_be_read():
    assert read(sources=())[1] == []


@pytest.mark.parametrize("sources", ["", " ; "])
def test_a_row_without_source_is_refused(sources):
    problem = only_problem(source_ids=sources)

    assert (problem.problem, problem.column) == ("problem.missing_value", "source_ids")


def test_a_source_named_twice_is_refused():
    problem = only_problem(source_ids="page_a;page_b;page_a")

    assert (problem.problem, problem.value) == ("problem.repeated_source", "page_a")


def test_all_faults_of_a_row_are_said_together():
    _, problems = read(value="43.4", as_of="31 Juni 2020", unit="orang", source_ids="nowhere")

    assert {problem.column for problem in problems} == {"value", "as_of", "unit", "source_ids"}


def test_a_correction_is_applied_and_the_printed_cell_kept():
    line = {"record_id": "R0001", "column": "value", "printed": "1.456", "corrected": "1.465"}
    corrections = Corrections("c.csv", {"R0001": [(2, line | {"correction_id": "C009"})]})

    records, problems = read(corrections=corrections)

    assert problems == []
    assert records[0].value.value == 1465
    assert records[0].printed["value"] == "1.456"
    assert records[0].corrections == "C009"


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=12)))
def test_any_cells_are_read_or_refused_but_never_raise(cells):
    records, problems = read(**cells)

    assert bool(records) != bool(problems)


@given(st.integers(0, 10**12), st.integers(0, 9999))
def test_a_number_in_the_indonesian_notation_keeps_its_value(whole, part):
    text = f"{whole:,}".replace(",", ".") + f",{part:04d}"

    records, _ = read(value=text, unit="score", printed_total="")

    assert records[0].value == parse_number(text)
    assert records[0].value.value == whole + part * parse_number("0,0001").value
