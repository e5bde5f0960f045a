"""Increments of printed percentages."""

import math
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.granularity import possible_counts
from netralitas_research.statistics.snapshots import increments, increments_of_printed

# KASN, civil servants by position, as printed in figures F0163 to F0167, F0183 to F0187 and F0312
# to F0316; reported and recommended are F0089, F0090, F0105, F0106 and their counterparts of June.
DATES = ["2020-06-26", "2020-07-31", "2020-11-05"]
KASN = pd.DataFrame(
    {
        "jpt": ["36", "27.6", "22.8"],
        "functional": ["17", "25.4", "25.7"],
        "administrator": ["13", "14.3", "14.6"],
        "executing": ["12", "12.7", "12.9"],
        "head_of_area": ["7", "9", "11.5"],
    },
    index=DATES,
)
BASES = pd.DataFrame(
    {"reported": [369, 456, 827], "recommended": [283, 344, 606]},
    index=DATES,
)


def of_pair(found, start, first, second):
    chosen = found["reading"].eq("pair") & found["start"].eq(start)
    chosen &= found["kind_start"].eq(first) & found["kind_end"].eq(second)
    return found[chosen].set_index("term")


def test_officials_fall_from_june_to_july_if_both_prints_are_of_the_reported():
    found = of_pair(increments_of_printed(KASN, BASES), "2020-06-26", "reported", "reported")

    # 36 percent of 369 are at least 131 by any rule; 27.6 percent of 456 are 126.
    assert found.loc["jpt", ["low", "high", "feasible"]].tolist() == [-10, -5, False]
    assert found.loc["jpt", "note"] == "note.snapshots.falls"


def test_no_base_of_one_kind_fits_june_and_july_and_only_the_reported_fit_july_and_november():
    found = increments_of_printed(KASN, BASES)
    feasible = found[found["reading"].eq("pair") & found["feasible"]]

    kinds = feasible[["start", "kind_start", "kind_end"]].drop_duplicates().values.tolist()
    assert kinds == [
        ["2020-06-26", "recommended", "reported"],
        ["2020-07-31", "reported", "reported"],
        ["2020-07-31", "reported", "recommended"],
    ]
    assert feasible["joint"].all()
    same = found[found["reading"] == "same_kind"].set_index(["start", "term"])
    assert same.loc[("2020-06-26", "jpt"), "note"] == "note.snapshots.no_feasible_base"
    assert same.loc[("2020-07-31", "jpt"), ["estimate", "n"]].tolist() == [63, 371]


def test_bases_of_two_kinds_are_noted_and_widen_the_free_reading():
    found = increments_of_printed(KASN, BASES)
    mixed = of_pair(found, "2020-07-31", "reported", "recommended")
    free = found[found["reading"].eq("free") & found["start"].eq("2020-07-31")].set_index("term")

    assert set(mixed["note"]) == {"note.snapshots.mixed_bases"}
    assert mixed.loc["jpt", ["low", "high"]].tolist() == [12, 12]
    assert free.loc["jpt", ["low", "high"]].tolist() == [12, 63]
    assert math.isnan(free.loc["jpt", "n"])


def test_a_pair_of_bases_that_another_date_excludes_is_feasible_but_not_joint():
    printed = [["50", "50"], ["50", "50"], ["33.3", "66.7"]]
    found = increments_of_printed(
        printed, [[10, 20], [20, 40], [60]], parts="partition", rounding="half_up"
    )
    end = found[found["reading"].eq("pair") & found["start"].eq(2)].set_index("kind_start")
    first = found[found["reading"].eq("pair") & found["start"].eq(1)].set_index("kind_end")

    # Of 40 units 20 were of the first part; a third of 60 are 20 as well.
    assert end.loc["1", "feasible"].all()
    assert end.loc["2", "feasible"].all()
    assert first["joint"].all()
    short = increments_of_printed(
        printed, [[10, 20], [20, 44], [60]], parts="partition", rounding="half_up"
    )
    first = short[short["reading"].eq("pair") & short["start"].eq(1)].set_index("kind_end")
    assert first["feasible"].all()
    assert first.loc["1", "joint"].all()
    assert not first.loc["2", "joint"].any()


def test_a_percentage_that_no_count_gives_is_noted():
    found = increments_of_printed([["27.6"], ["25.4"]], [456, 344])

    assert possible_counts("25.4", 344, rounding="any") == range(88, 88)
    assert found["note"].tolist() == ["note.snapshots.impossible", "note.snapshots.base_falls"]


def test_bases_come_as_frame_mapping_or_lists():
    by_date = {date: dict(BASES.loc[date]) for date in DATES}
    columns = ["start", "term", "low", "high", "n", "reading", "feasible", "joint"]
    expected = increments_of_printed(KASN, BASES)[columns]

    assert increments_of_printed(KASN, by_date)[columns].equals(expected)
    assert increments_of_printed(KASN, BASES.to_numpy().tolist())[columns].equals(expected)


def test_a_base_that_is_not_known_gives_no_limits_and_says_so():
    found = increments_of_printed([["36"], ["27.6"]], [None, 456])

    assert set(found["note"]) == {"note.snapshots.no_base"}
    assert found[["low", "high"]].values.tolist() == [[0, 126], [0, 330]]
    assert found["n"].isna().all()


def test_a_part_that_is_listed_once_has_limits():
    found = increments_of_printed([["50", None], ["50", "10"]], [100, 200], parts="top_list")

    assert found.set_index("term").loc[2, ["low", "high"]].tolist() == [0, 21]


def test_one_print_is_no_increment_unless_from_zero():
    assert increments_of_printed([["36"]], [369])["note"].tolist() == ["note.snapshots.single"]
    found = increments_of_printed([[Decimal("36")]], [[369, 283]], from_zero=True)
    assert found[found["reading"] == "pair"][["low", "high"]].values.tolist()[:2] == [
        [131, 136],
        [233, 238],
    ]


def percentage(count, base):
    """Round half up to one decimal, with whole numbers."""
    tenths = (2000 * count + base) // (2 * base)
    return f"{tenths // 10}.{tenths % 10}"


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=5),
    st.booleans(),
)
def test_the_limits_hold_the_truth(parts, partition):
    before = [first for first, _ in parts]
    after = [first + more for first, more in parts]
    assume(sum(before) > 0)
    bases = [sum(before), sum(after)]
    printed = [
        [percentage(count, base) for count in counts]
        for counts, base in zip((before, after), bases, strict=True)
    ]
    found = increments_of_printed(printed, bases, parts="partition" if partition else "parts")
    truth = increments([before, after])["estimate"]

    assert found["feasible"].all()
    assert (found["low"][: len(parts)] <= truth).all()
    assert (found["high"][: len(parts)] >= truth).all()


@pytest.mark.parametrize(
    ("snapshots", "bases", "key"),
    [
        ([[27.6], [22.8]], [456, 827], "error.printed_float"),
        ([["27.6"], ["122"]], [456, 827], "error.percentage"),
        ([["27.6"], ["22.8"]], [456], "error.snapshots_bases"),
        ([["27.6"], ["22.8"]], [456, 0], "error.base"),
        ([["27.6"], ["22.8"]], [456, 8.5], "error.snapshots_counts"),
    ],
)
def test_wrong_use_is_refused(snapshots, bases, key):
    with pytest.raises(UsageError) as refused:
        increments_of_printed(snapshots, bases)
    assert refused.value.key == key
