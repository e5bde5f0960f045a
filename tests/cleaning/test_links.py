import pytest

from netralitas_research.cleaning.coding import code_record
from netralitas_research.cleaning.links import link_problems, ruling_problems

IDS = {"R9001", "R9002", "R9003", "R9004"}


@pytest.fixture
def problems(record, wordings, table):
    def of(rows, links, left_out=frozenset()):
        coded = [item for row in rows for item in code_record(record(**row), wordings)[0]]
        lines = [{"record_id": first, "same_as": second} for first, second in links]
        found = link_problems(table(*lines, file="same_figures.csv"), coded, IDS, left_out)
        return [(p.problem, p.row, p.column, p.value) for p in found]

    return of


FIRST, SECOND = {}, {"record_id": "R9002", "as_of": "2020-07"}


def test_a_link_between_two_prints_of_a_number_is_right(problems):
    assert problems([FIRST, SECOND], [("R9002", "R9001")]) == []


@pytest.mark.parametrize(
    ("link", "column", "value"),
    [(("R9009", "R9001"), "record_id", "R9009"), (("R9002", "R9009"), "same_as", "R9009")],
)
def test_a_link_of_no_record_is_refused(problems, link, column, value):
    assert problems([FIRST, SECOND], [link]) == [("problem.unknown_id", 2, column, value)]


def test_a_link_to_a_linked_row_is_refused(problems):
    third = {"record_id": "R9003"}

    found = problems([FIRST, SECOND, third], [("R9002", "R9001"), ("R9003", "R9002")])

    assert found == [("problem.link_target", 3, "same_as", "R9002")]


def test_a_link_to_itself_is_refused(problems):
    assert problems([FIRST], [("R9001", "R9001")]) == [
        ("problem.link_target", 2, "same_as", "R9001")
    ]


@pytest.mark.parametrize("left_out", [{"R9001"}, {"R9002"}])
def test_a_link_of_a_row_that_is_left_out_is_refused(problems, left_out):
    rows = [row for row in (FIRST, SECOND) if row.get("record_id", "R9001") not in left_out]

    assert problems(rows, [("R9002", "R9001")], left_out) == [
        ("problem.link_target", 2, "same_as", "R9001")
    ]


@pytest.mark.parametrize(
    "other",
    [{"value": "457"}, {"unit": "percent", "value": "45", "dimension": "funnel_pct"}],
)
def test_a_link_between_two_numbers_is_refused(problems, other):
    assert problems([FIRST, SECOND | other], [("R9002", "R9001")]) == [
        ("problem.link_differs", 2, "same_as", "R9001")
    ]


def test_a_link_to_a_row_for_several_codes_must_name_one_of_them(problems):
    several = {
        "institution": "Bawaslu RI",
        "counted": "orang",
        "dimension": "position",
        "label": "kepala daerah; camat (masing-masing)",
        "value": "8",
    }

    for label, right in (("camat", True), ("lurah", False)):
        row = several | {"record_id": "R9002", "label": label}
        found = problems([several, row], [("R9002", "R9001")])
        assert (found == []) == right


def test_a_row_that_could_not_be_coded_is_not_said_twice(problems):
    assert problems([FIRST], [("R9002", "R9001")]) == []


def test_a_ruling_on_no_record_is_refused(table):
    rulings = table({"record_id": "R9001"}, {"record_id": "R9999"}, file="rulings.csv")

    assert [(p.problem, p.row, p.value) for p in ruling_problems(rulings, IDS)] == [
        ("problem.unknown_id", 3, "R9999")
    ]
