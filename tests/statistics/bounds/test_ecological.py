"""The method of bounds, against ecoBD of the R package eco (reference/bounds.R)."""

import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.ecological import duncan_davis_bounds

GROUP, OUTCOME, SIZES = [0.7, 0.25, 0.5, 0.1], [0.2, 0.9, 0.5, 0.35], [100, 250, 80, 400]


def limits(found, term):
    chosen = found[found["term"] == term]
    return chosen["low"].tolist(), chosen["high"].tolist()


def test_bounds_of_areas_and_of_all_are_those_of_eco():
    found = duncan_davis_bounds(GROUP, OUTCOME, SIZES)
    low, high = limits(found, "group")
    assert low == pytest.approx([0, 0.6, 0, 0, 0.1764705882])
    assert high == pytest.approx([0.2857142857, 1, 1, 1, 0.7647058824])
    low, high = limits(found, "others")
    assert low == pytest.approx([0, 0.8666666667, 0, 0.2777777778, 0.4251012146])
    assert high == pytest.approx([0.6666666667, 1, 1, 0.3888888889, 0.6275303644])
    assert found["area"].tolist() == [1, 1, 2, 2, 3, 3, 4, 4, "all", "all"]


def test_a_group_without_members_has_any_share():
    found = duncan_davis_bounds(pd.Series({"Serang": 0.0}), [0.4], [50]).iloc[0]
    assert (found["low"], found["high"], found["n"]) == (0, 1, 0)
    assert found["note"] == "note.bounds.empty_group"
    assert found["area"] == "Serang"


def test_an_area_of_one_group_is_known():
    found = duncan_davis_bounds([1], [0.4], [50]).iloc[0]
    assert found["estimate"] == 0.4


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: duncan_davis_bounds([0.5], [0.5, 0.1], [9]), "error.bounds_lengths"),
        (lambda: duncan_davis_bounds([50], [0.5], [9]), "error.bounds_share"),
        (lambda: duncan_davis_bounds([0.5], [0.5], [-9]), "error.survey_positive"),
    ],
)
def test_wrong_use_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
