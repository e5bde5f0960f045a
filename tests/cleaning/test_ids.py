import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.cleaning.ids import (
    Place,
    duplicate_ids,
    is_record_id,
    missing_ids,
    next_record_id,
    places,
)


@pytest.mark.parametrize("text", ["R0001", "R9999", "R10000", "R123456789"])
def test_r_and_at_least_four_digits_is_a_record_id(text):
    assert is_record_id(text)


@pytest.mark.parametrize(
    "text", ["", "R", "R123", "r0001", "R00001", "R12a4", "R١٢٣٤", "R0001 ", "R1234567890"]
)
def test_anything_else_is_no_record_id(text):
    assert not is_record_id(text)


def test_places_hold_every_row_of_a_file(table):
    assert places(table({"record_id": "R0001"}, {"record_id": ""}, file="a.csv")) == [
        Place("R0001", "a.csv", 2),
        Place("", "a.csv", 3),
    ]


def test_an_id_used_twice_is_said_at_the_later_place_with_the_first_and_a_free_one():
    found = [
        Place("R0002", "b.csv", 9),
        Place("R0001", "a.csv", 2),
        Place("R0002", "a.csv", 3),
        Place("R0002", "a.csv", 4),
    ]

    problems = duplicate_ids(found)

    assert [(p.problem, p.file, p.row, p.value) for p in problems] == [
        ("problem.duplicate_id", "a.csv", 3, "R0002"),
        ("problem.duplicate_id", "a.csv", 4, "R0002"),
    ]
    assert problems[0].params == {"first_file": "b.csv", "first_row": "9", "free": "R0003"}


def test_empty_ids_are_no_duplicates():
    assert duplicate_ids([Place("", "a.csv", 2), Place("", "a.csv", 3)]) == []


def test_only_the_first_gaps_are_shown():
    ids = [f"R{number:04d}" for number in range(2, 20, 2)]

    problem = missing_ids(ids, "folder")[0]

    assert problem.value == "R0001, R0003, R0005, R0007, R0009, …"
    assert (problem.file, problem.params["last"]) == ("folder", "R0018")


@given(st.sets(st.integers(1, 60), min_size=1), st.integers(1, 60))
def test_a_lost_record_is_noticed_unless_it_was_the_last(numbers, lost):
    everything = {f"R{number:04d}" for number in range(1, max(numbers) + 1)}

    assert missing_ids(everything, "folder") == []
    left = everything - {f"R{lost:04d}"}
    assert bool(missing_ids(left, "folder")) == (lost < max(numbers))


def test_the_next_id_follows_the_highest_that_is_one():
    assert next_record_id(["R0009", "R10000", "nonsense", ""]) == "R10001"
    assert next_record_id([]) == "R0001"
