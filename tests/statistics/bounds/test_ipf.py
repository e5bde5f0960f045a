"""Iterative proportional fitting: a published table, R, and what cannot be fitted."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.ipf import (
    independence_table,
    iterative_proportional_fitting,
)

# The example of the encyclopedia article "Iterative proportional fitting", there with two decimals.
SEED = [[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50]]
ROWS, COLUMNS = [150, 300, 400, 150], [200, 300, 400, 100]
FITTED = [
    [64.5585097765484, 46.2324597088237, 35.3842982643312, 3.82473225029666],
    [49.9679194186742, 68.1593540717603, 156.498546421857, 25.3741800877086],
    [56.7219436020963, 144.428225566299, 145.082481431417, 53.767349400188],
    [28.7516272026812, 41.1799606531174, 63.0346738823948, 17.0337382618067],
]

# HairEyeColor in R, hair × eye for men and for women, and its fit to the three two-way margins by
# loglin (reference/bounds.R), there with the first dimension fastest.
MEN = [[32, 11, 10, 3], [53, 50, 25, 15], [10, 10, 7, 7], [3, 30, 5, 8]]
WOMEN = [[36, 9, 5, 2], [66, 34, 29, 14], [16, 7, 7, 7], [4, 64, 5, 8]]
LOGLIN = [32.79244060685, 52.52141321576, 10.75988867074, 1.92625750665]
LOGLIN_LAST = [1.98138021219, 12.65114681832, 6.49699734007, 9.87047562942]


def test_published_example_of_four_by_four():
    found = iterative_proportional_fitting(SEED, [ROWS, COLUMNS])
    assert found["estimate"].to_numpy().reshape(4, 4) == pytest.approx(np.array(FITTED), abs=1e-5)
    assert set(found["note"]) == {"note.bounds.convention"}
    assert found["n"].unique().tolist() == [1000]


def test_three_way_fit_is_that_of_loglin():
    cube = np.stack([MEN, WOMEN], axis=2)
    margins = {(0, 1): cube.sum(axis=2), (0, 2): cube.sum(axis=1), (1, 2): cube.sum(axis=0)}
    found = iterative_proportional_fitting(np.ones((4, 4, 2)), margins)
    values = found["estimate"].to_numpy().reshape(4, 4, 2).ravel(order="F")
    assert values[:4] == pytest.approx(LOGLIN, abs=1e-6)
    assert values[-4:] == pytest.approx(LOGLIN_LAST, abs=1e-6)
    assert {"axis_1", "axis_2", "axis_3"} <= set(found.columns)


def test_independence_of_hair_and_eye():
    # Products of the margins by the total, 108 × 220 / 592 and so on.
    found = independence_table([108, 286, 71, 127], pd.Series([220, 215, 93, 64], list("abcd")))
    assert found["estimate"][0] == pytest.approx(40.1351351351351)
    assert found["estimate"][15] == pytest.approx(13.7297297297297)
    assert found["term"][15] == "4 × d"


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_fit_has_its_margins_and_the_odds_ratios_of_the_seed(data):
    cells = st.lists(st.integers(1, 20), min_size=6, max_size=6)
    seed, other = (np.array(data.draw(cells), dtype=float).reshape(2, 3) for _ in range(2))
    found = iterative_proportional_fitting(seed, [other.sum(axis=1), other.sum(axis=0)])
    fitted = found["estimate"].to_numpy().reshape(2, 3)
    assert fitted.sum(axis=1) == pytest.approx(other.sum(axis=1))
    assert fitted.sum(axis=0) == pytest.approx(other.sum(axis=0))
    assert fitted[0, 0] * fitted[1, 2] / fitted[0, 2] / fitted[1, 0] == pytest.approx(
        seed[0, 0] * seed[1, 2] / seed[0, 2] / seed[1, 0], rel=1e-6
    )


def test_a_zero_of_the_seed_stays_and_can_prevent_a_fit():
    kept = iterative_proportional_fitting([[0, 1], [1, 1]], [[3, 5], [4, 4]])
    assert kept["estimate"].round(6).tolist() == [0, 3, 4, 1]
    # The first row can only have what the second column has.
    prevented = iterative_proportional_fitting([[0, 1], [1, 1]], [[5, 3], [4, 4]], 1e-8, 200)
    assert set(prevented["note"]) == {"note.bounds.not_converged"}
    assert prevented["gap"][0] > 0.05
    assert prevented["iterations"][0] == 200


def test_empty_rows_are_fitted():
    found = iterative_proportional_fitting([[1, 1], [1, 1]], [[0, 6], [2, 4]])
    assert found["estimate"].tolist() == pytest.approx([0, 0, 2, 4])
    assert set(independence_table([0, 0], [0])["estimate"]) == {0}


def test_margins_of_different_totals_are_stated():
    found = iterative_proportional_fitting([[1, 1], [1, 1]], [[4, 6], [2, 4]], most_iterations=5)
    assert set(found["note"]) == {"note.bounds.totals_differ"}


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: iterative_proportional_fitting([[1, -1]], [[1], [1, 1]]), "error.survey_positive"),
        (lambda: iterative_proportional_fitting([[1, 1]], [[1], [1, -1]]), "error.survey_positive"),
        (lambda: iterative_proportional_fitting([[1, 1]], [[1, 1], [1]]), "error.bounds_margin"),
        (
            lambda: iterative_proportional_fitting([[1, 1]], {(1, 0): [[1]]}),
            "error.bounds_margin",
        ),
        (lambda: iterative_proportional_fitting([[1, 1]], {2: [1]}), "error.bounds_margin"),
        (lambda: iterative_proportional_fitting([[1, 1]], []), "error.bounds_no_margin"),
        (lambda: iterative_proportional_fitting([[1]], [[1], [1]], 0), "error.survey_positive"),
        (lambda: independence_table([], []), "error.bounds_no_margin"),
    ],
)
def test_wrong_use_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
