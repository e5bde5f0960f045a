"""Specification curves."""

import math

import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.snapshots.multiverse import (
    specification_curve,
    summary_of_curve,
)
from netralitas_research.statistics.tidy import COLUMNS

CHOICES = {"date": {"July": 1, "November": 2}, "base": {"a": 10, "b": 20, "c": 30}}


def effect(date, base):
    return {"estimate": date * base, "low": date * base - 15, "high": date * base + 15, "n": base}


def test_every_combination_is_computed_once_and_sorted():
    curve = specification_curve(effect, CHOICES)

    assert list(curve) == [*COLUMNS, "date", "base", "excluded"]
    assert curve["estimate"].tolist() == [10, 20, 20, 30, 40, 60]
    assert curve.loc[5, ["date", "base", "term"]].tolist() == [
        "November",
        "c",
        "date=November; base=c",
    ]
    assert curve["n"].tolist() == [10, 20, 10, 30, 20, 30]


def test_excluded_combinations_stay_with_their_reason_and_are_not_computed():
    called = []

    def noting(date, base):
        called.append((date, base))
        return effect(date, base)

    curve = specification_curve(
        noting, CHOICES, excluded=[({"date": "July", "base": "c"}, "x.y"), ({"base": "a"}, "x.z")]
    )

    assert len(called) == 3
    assert curve["excluded"].tolist() == ["", "", "", "x.z", "x.y", "x.z"]
    assert curve["estimate"].isna().tolist() == [False] * 3 + [True] * 3
    assert curve["note"].tolist()[3:] == ["x.z", "x.y", "x.z"]


def test_function_may_return_a_row_a_mapping_or_a_number():
    for function in (
        lambda date, base: pd.DataFrame([effect(date, base)]),
        lambda date, base: pd.Series(effect(date, base)),
        lambda date, base: date * base,
    ):
        assert specification_curve(function, CHOICES)["estimate"].tolist()[-1] == 60


def test_summary_counts_sides_of_the_null_and_ranks_the_choices():
    found = summary_of_curve(specification_curve(effect, CHOICES), null=20).set_index("term")

    assert found.loc["estimates", ["estimate", "low", "high", "n"]].tolist() == [25, 10, 60, 6]
    # Above 20: 40 - 15 and 60 - 15; none has its upper limit below 20.
    assert found.loc[["above", "below", "containing"], "estimate"].tolist() == pytest.approx(
        [2 / 6, 0, 4 / 6]
    )
    # Medians by base: 15, 30, 45; by date: 20, 40.
    assert found.index.tolist()[-2:] == ["base", "date"]
    columns = ["estimate", "low", "high", "label_low", "label_high"]
    assert found.loc["base", columns].tolist() == [30, 15, 45, "a", "c"]
    assert found.loc["date", columns].tolist() == [20, 20, 40, "July", "November"]


def test_specifications_without_an_interval_leave_the_shares_open():
    def some(date, base):
        return effect(date, base) if date == 1 else {"estimate": date * base}

    found = summary_of_curve(specification_curve(some, CHOICES), null=0).set_index("term")

    assert found.loc["above", ["low", "high"]].tolist() == pytest.approx([2 / 6, 5 / 6])
    assert found.loc["above", "note"] == "note.snapshots.without_interval"


def test_an_interval_with_one_limit_is_none():
    choices = {"base": {"a": 1, "b": -1}}
    curve = specification_curve(lambda base: {"estimate": 2, "low": base}, choices)
    found = summary_of_curve(curve).set_index("term")

    assert found.loc["above", ["estimate", "low", "high"]].tolist() == [0, 0, 1]


def test_missing_estimates_and_single_labels_are_stated():
    nothing = specification_curve(lambda base: {"estimate": math.nan}, {"base": {"a": 1}})
    one = summary_of_curve(specification_curve(lambda base: base, {"base": {"a": 1}}))

    assert nothing["note"].tolist() == ["note.snapshots.no_estimate"]
    assert summary_of_curve(nothing)["note"].tolist() == ["note.snapshots.no_specification"]
    assert one.set_index("term").loc["base", "note"] == "note.snapshots.one_label"


def test_missing_combinations_are_said_of_what_moves_the_result():
    choices = {"base": [100, 200], "count": [1, 2]}
    curve = specification_curve(lambda base, count: count / base, choices)
    fewer = specification_curve(
        lambda base, count: count / base, choices, excluded=[({"base": 200, "count": 2}, "x.y")]
    )

    assert summary_of_curve(curve)["note"].tolist()[-2:] == ["", ""]
    said = ["note.snapshots.not_every_combination"] * 2
    assert summary_of_curve(fewer)["note"].tolist()[-2:] == said


def test_listed_values_are_their_own_labels():
    listed = specification_curve(
        lambda base: 126 / base, {"base": [456, 344]}, excluded=[({"base": 344}, "x.y")]
    )
    labelled = specification_curve(
        lambda base: 126 / base, {"base": {456: 456, 344: 344}}, excluded=[({"base": 344}, "x.y")]
    )

    pd.testing.assert_frame_equal(listed, labelled)
    assert listed["note"].tolist() == ["", "x.y"]


@pytest.mark.parametrize(
    ("choices", "excluded", "key"),
    [
        ({}, (), "error.snapshots_no_choice"),
        ({"base": {}}, (), "error.snapshots_choice_values"),
        ({"base": []}, (), "error.snapshots_choice_values"),
        ({"base": "456"}, (), "error.snapshots_choice_values"),
        ({"base": [[456]]}, (), "error.snapshots_choice_values"),
        ({"level": {"a": 1}}, (), "error.snapshots_choice_name"),
        ({"base": {"a": 1}}, [({"base": "b"}, "x.y")], "error.snapshots_excluded"),
        ({"base": {"a": 1}}, [({"base": "a"}, "")], "error.snapshots_excluded"),
    ],
)
def test_wrong_use_is_refused(choices, excluded, key):
    with pytest.raises(UsageError) as refused:
        specification_curve(lambda **values: 0, choices, excluded=excluded)
    assert refused.value.key == key


def test_function_that_returns_two_rows_is_refused():
    with pytest.raises(UsageError, match="snapshots_one_row"):
        specification_curve(lambda base: pd.DataFrame({"estimate": [1, 2]}), {"base": {"a": 1}})
