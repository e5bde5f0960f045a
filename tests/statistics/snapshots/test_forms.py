"""Snapshots, bases and names of methods in the forms in which users have them."""

import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.snapshots import (
    composition_trend,
    increment_shares,
    increments,
    increments_of_printed,
    specification_curve,
    summary_of_curve,
)

COUNTS = [[126, 330], [189, 638]]
PRINTED = [["27.6"], ["22.8"]]
ADDED = increments(COUNTS, from_zero=True)
BASE = {"base": {"reported": 456}}


@pytest.mark.parametrize(
    "bases",
    [
        [456, 827],
        ["456", "827"],
        np.array([456, 827]),
        pd.Series([456, 827]),
        pd.Series([827, 456], index=[2, 1]),
        {2: 827, 1: 456},
        [np.array([456]), [827]],
        [pd.Series({"1": 456}), {"1": 827}],
        pd.DataFrame({"1": [456, 827]}),
    ],
)
def test_bases_come_in_any_form(bases):
    found = increments_of_printed(PRINTED, bases)

    assert found[["low", "n"]].values.tolist() == [[63, 371], [308, 371]]


@pytest.mark.parametrize("bases", [[456, 827], pd.Series([456, 827]), {2: 827, 1: 456}])
def test_bases_of_counts_come_in_any_form(bases):
    assert increments(COUNTS, bases)["n"].tolist() == [371] * 3


def test_no_bases_at_all_are_said_to_be_unknown():
    assert set(increments_of_printed(PRINTED, None)["note"]) == {"note.snapshots.no_base"}


@pytest.mark.parametrize("method", ["Wilson", "mid-P", "Clopper–Pearson", "Goodman"])
def test_methods_are_named_as_in_the_literature(method):
    plain = method.lower().replace("-", "_").replace("–", "_")

    assert increment_shares(ADDED, method=method).equals(increment_shares(ADDED, method=plain))


def test_kinds_of_parts_and_tests_are_named_in_any_spelling():
    listed = increments(COUNTS, [500, 900], parts="Top-List")

    assert listed.equals(increments(COUNTS, [500, 900], parts="top_list"))
    exact = composition_trend(ADDED, method="exact")
    assert composition_trend(ADDED, method="Exact").equals(exact)


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: increments(COUNTS, 456), "error.snapshots_bases"),
        (lambda: increments(COUNTS, {"July": 456}), "error.snapshots_bases"),
        (lambda: increments_of_printed(PRINTED, 456), "error.snapshots_bases"),
        (lambda: increments_of_printed(PRINTED, {"July": 456}), "error.snapshots_bases"),
        (lambda: increments_of_printed(PRINTED, ["1.305", 827]), "error.snapshots_counts"),
        (lambda: increments("126"), "error.snapshots_order"),
        (lambda: increments(126), "error.snapshots_order"),
        (lambda: increments({1: {"remainder": 1}}, [9]), "error.snapshots_remainder"),
        (lambda: increments(COUNTS, parts="whole"), "error.method"),
        (lambda: increment_shares(ADDED, method="sison_glaz"), "error.method"),
        (lambda: increment_shares(increment_shares(ADDED)), "error.snapshots_increments"),
        (lambda: increment_shares([1, 2]), "error.snapshots_increments"),
        (lambda: composition_trend(increment_shares(ADDED)), "error.snapshots_increments"),
        (lambda: composition_trend(ADDED, scores=[0, np.nan]), "error.snapshots_score"),
        (lambda: composition_trend(ADDED, scores=["a", "b"]), "error.snapshots_score"),
        (lambda: composition_trend(ADDED, scores=3), "error.snapshots_scores"),
        (lambda: specification_curve(len, [456, 344]), "error.snapshots_no_choice"),
        (lambda: specification_curve(lambda base: "12", BASE), "error.snapshots_result"),
        (
            lambda: specification_curve(len, BASE, excluded={"base": "reported"}),
            "error.snapshots_excluded",
        ),
        (
            lambda: specification_curve(len, BASE, excluded=[({"base": 3}, "none")]),
            "error.snapshots_excluded",
        ),
        (lambda: summary_of_curve(pd.DataFrame({"a": [1]})), "error.snapshots_curve"),
        (
            lambda: summary_of_curve(specification_curve(lambda base: 1, BASE), null="1"),
            "error.snapshots_null",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key


def test_specification_without_an_estimate_says_so():
    curve = specification_curve(lambda base: None, BASE)

    assert curve["note"].tolist() == ["note.snapshots.no_estimate"]
