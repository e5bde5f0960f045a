"""Labelled numbers are put together by their labels, not by the order in which they stand."""

import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds import (
    PrintedTable,
    cell_bounds,
    duncan_davis_bounds,
    frechet_bounds,
    iterative_proportional_fitting,
    margin,
    residual_bounds,
)

DIMENSIONS = {"post": ["high", "other"], "act": ["photo", "party"]}
COUNTS = pd.DataFrame([[1, 2], [3, 4]], index=["high", "other"], columns=["photo", "party"])


@pytest.mark.parametrize(
    "counts", [COUNTS, COUNTS.iloc[::-1], COUNTS[["party", "photo"]], COUNTS.to_numpy()]
)
def test_margin_of_two_dimensions_follows_its_labels(counts):
    found = cell_bounds(PrintedTable(DIMENSIONS, margin(("post", "act"), counts)))

    assert found["estimate"].tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "counts",
    [
        {"other": 4, "high": 3},
        pd.Series({"other": 4, "high": 3}),
        pd.Series([3, 4]),
        np.array([3, 4], dtype=object),
    ],
)
def test_margin_follows_its_labels_if_it_has_any(counts):
    table = PrintedTable(DIMENSIONS, margin("post", counts))

    assert cell_bounds(table, {"post": "high"})["estimate"].item() == 3


def test_fit_follows_the_labels_of_its_totals():
    rows, columns = pd.Series({"other": 7, "high": 3}), pd.Series({"party": 6, "photo": 4})
    fitted = iterative_proportional_fitting(COUNTS, [rows, columns])

    assert fitted["estimate"].round(6).tolist() == [1, 2, 3, 4]


def test_areas_are_put_together_by_their_labels():
    apart = duncan_davis_bounds(
        pd.Series({"a": 0.6, "b": 0.2}), pd.Series({"b": 0.1, "a": 0.7}), {"b": 50, "a": 100}
    )
    together = duncan_davis_bounds([0.6, 0.2], [0.7, 0.1], [100, 50])

    assert apart["low"].tolist() == together["low"].tolist()
    assert apart["high"].tolist() == together["high"].tolist()


def test_margins_of_frechet_may_be_mappings():
    found = frechet_bounds({"a": 70, "b": 30}, {"x": 60, "y": 40})

    assert found["term"].tolist()[0] == "a × x"
    assert found["low"].tolist() == [30, 10, 0, 0]


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: frechet_bounds(70, 30), "error.bounds_totals"),
        (lambda: residual_bounds(1596, "26.5"), "error.bounds_totals"),
        (lambda: residual_bounds(1596, 26), "error.bounds_totals"),
        (lambda: duncan_davis_bounds(0.6, 0.7, 100), "error.bounds_lengths"),
        (lambda: duncan_davis_bounds(["60%"], [0.7], [100]), "error.bounds_share"),
        (lambda: duncan_davis_bounds([None], [0.7], [100]), "error.bounds_share"),
        (
            lambda: duncan_davis_bounds(pd.Series({"a": 0.6}), pd.Series({"b": 0.7}), [100]),
            "error.bounds_labels",
        ),
        (
            lambda: iterative_proportional_fitting(COUNTS, [pd.Series({"a": 3, "b": 7}), [4, 6]]),
            "error.bounds_labels",
        ),
        (
            lambda: iterative_proportional_fitting([["a", 1]], [[1], [1, 1]]),
            "error.bounds_totals",
        ),
        (
            lambda: iterative_proportional_fitting([[1, 2]], {"row": [3]}),
            "error.bounds_margin",
        ),
    ],
)
def test_what_is_no_list_or_has_other_labels_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
