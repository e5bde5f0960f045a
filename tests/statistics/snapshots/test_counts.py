"""Increments of cumulative counts."""

import math

import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.snapshots import increments
from netralitas_research.statistics.tidy import COLUMNS

COUNTS = {
    "2020-07-31": {"jpt": 126, "functional": 116, "other": 214},
    "2020-11-05": {"jpt": 189, "functional": 213, "other": 425},
    "2022-05-31": {"jpt": 319, "functional": 539, "other": 1176},
}


def limits(found, term):
    return found[found["term"] == term][["low", "high"]].values.tolist()


def test_increments_are_the_differences_of_counts():
    found = increments(COUNTS)

    assert list(found)[: len(COLUMNS)] == list(COLUMNS)
    assert found["estimate"].tolist() == [63, 97, 211, 130, 326, 751]
    assert found["n"].unique().tolist() == [371, 1207]
    assert found["feasible"].all()
    assert set(found["note"]) == {""}


def test_the_first_snapshot_is_an_increment_from_nothing_if_wanted():
    found = increments(COUNTS, from_zero=True)

    assert found["estimate"].tolist()[:3] == [126, 116, 214]
    assert found["start"].tolist()[:3] == ["", "", ""]
    assert found["n"].unique().tolist() == [456, 371, 1207]


def test_frame_long_frame_mapping_and_lists_give_the_same():
    wide = pd.DataFrame(COUNTS).T
    long = wide.melt(ignore_index=False, var_name="term", value_name="count")
    long = long.reset_index(names="date").sample(frac=1, random_state=1)
    long["base"] = long["date"].map(wide.sum(axis=1))
    of_lists = increments(wide.to_numpy().tolist())

    expected = increments(COUNTS).set_index(["start", "term"])["estimate"]
    assert increments(wide).set_index(["start", "term"])["estimate"].equals(expected)
    with_base = increments(long, parts="partition").set_index(["start", "term"])
    assert with_base["estimate"].reindex(expected.index).equals(expected)
    assert of_lists["estimate"].tolist() == expected.tolist()


def test_a_count_that_falls_stays_negative_and_is_noted():
    found = increments([[36, 17], [30, 35]], [100, 120]).set_index("term")

    assert found.loc[1, ["estimate", "low", "high"]].tolist() == [-6, -6, -6]
    assert found.loc[1, "note"] == "note.snapshots.falls"
    assert found.loc[2, "note"] == "note.snapshots.other_part"
    assert not found["feasible"].any()


def test_a_remainder_that_falls_is_noted():
    found = increments([[30], [60]], [100, 110]).set_index("term")

    assert found.loc["remainder", "estimate"] == -20
    assert found.loc["remainder", "note"] == "note.snapshots.falls"
    assert found.loc[1, "note"] == "note.snapshots.exceeds"


def test_a_base_that_falls_is_noted():
    assert set(increments([[3], [4]], [100, 90])["note"]) == {
        "note.snapshots.base_falls",
        "note.snapshots.falls",
    }


def test_parts_above_the_base_are_noted():
    found = increments([[60, 50], [60, 60]], [100, 200])

    assert set(found["note"]) == {"note.snapshots.sum"}
    assert not found["feasible"].any()


def test_a_part_that_is_not_listed_lies_between_its_neighbours_and_within_the_remainder():
    counts = [[10, 50], [None, 55], [12, 60]]

    assert limits(increments(counts, [100, 110, 120]), 1) == [[0, 2], [0, 2]]
    assert limits(increments(counts[:2], [62, 70]), 1) == [[0, 3]]


def test_a_base_that_is_not_known_leaves_counts_and_says_so():
    found = increments([[10, 50], [12, 60]], [100, None]).set_index("term")

    assert found.loc[1, "estimate"] == 2
    assert found.loc["remainder", ["low", "high"]].tolist() == [0, math.inf]
    assert set(found["note"]) == {"note.snapshots.no_base"}


def test_parts_that_overlap_have_no_remainder_and_may_add_up_to_more():
    found = increments([[60, 50], [100, 120]], [80, 150], parts="separate")

    assert found["estimate"].tolist() == [40, 70]
    assert found["feasible"].all()


def test_a_top_list_without_a_base_is_no_contradiction():
    found = increments([[5, 3], [9, 4]], parts="top_list").set_index("term")

    assert found["feasible"].all()
    assert found.loc[[1, 2], "estimate"].tolist() == [4, 1]
    assert found.loc["remainder", ["low", "high"]].tolist() == [0, math.inf]
    assert set(found["note"]) == {"note.snapshots.no_base"}


def test_nothing_added_and_one_snapshot_are_stated():
    assert increments([[3, 4], [3, 4]])["estimate"].tolist() == [0, 0]
    one = increments([[3, 4]])
    assert one["note"].tolist() == ["note.snapshots.single"] * 2
    assert one[["low", "high"]].values.tolist() == [[0, math.inf]] * 2


@pytest.mark.parametrize(
    ("snapshots", "base", "key"),
    [
        ([[1], [-2]], None, "error.snapshots_counts"),
        ([[1], [2.5]], None, "error.snapshots_counts"),
        ([["a"], [2]], None, "error.snapshots_counts"),
        ([[[1]], [2]], None, "error.snapshots_counts"),
        ([[1], [2]], [3], "error.snapshots_bases"),
        ([[1], [2]], [3, -4], "error.snapshots_counts"),
        ({"2020-11": {"a": 1}, "2020-07": {"a": 2}}, None, "error.snapshots_order"),
        ([], None, "error.snapshots_order"),
        (
            pd.DataFrame({"date": [1, 1], "term": ["a", "a"], "count": [1, 2]}),
            None,
            "error.snapshots_twice",
        ),
        (
            pd.DataFrame({"date": [1, 1], "term": ["a", "b"], "count": [1, 2], "base": [3, 4]}),
            None,
            "error.snapshots_bases",
        ),
    ],
)
def test_wrong_use_is_refused(snapshots, base, key):
    with pytest.raises(UsageError) as refused:
        increments(snapshots, base)
    assert refused.value.key == key


def test_the_error_names_the_count_that_is_none():
    with pytest.raises(UsageError) as caught:
        increments([[126, 330], ["27,6%", 638]])

    assert caught.value.params["text"] == "27,6%"
