"""The signed rank test against R 4.2 and published tables; see reference/surveys.R."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from netralitas_research.statistics.surveys.signed_rank import signed_rank

# Hollander & Wolfe (1973), page 29: depression scores at two visits.
FIRST = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
SECOND = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
# Student (1908): hours of additional sleep, after less before; one zero, ties.
SLEEP = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]


def test_hollander_and_wolfe_as_in_r_wilcox_test():
    found = signed_rank(np.subtract(FIRST, SECOND), 0.95)

    assert found["statistic"] == 40
    assert found["p_value"] == pytest.approx(0.0390625)
    assert (found["estimate"], found["low"], found["high"]) == pytest.approx((0.46, 0.01, 0.786))
    assert (found["method"], found["note"]) == ("signed_rank_exact", "")


@pytest.mark.parametrize(
    ("differences", "statistic", "p_value", "note"),
    [
        (SLEEP, 45, 0.00390625, "zeros_and_ties"),
        ([-2, 1, 0, 3, 3, -1, 2, 0, 4, 1, 2], 38, 0.078125, "zeros_and_ties"),
    ],
)
def test_ties_and_zeros_give_the_p_value_of_all_signs(differences, statistic, p_value, note):
    found = signed_rank(np.array(differences, float), 0.95)

    assert (found["statistic"], found["p_value"]) == (statistic, pytest.approx(p_value))
    assert found["note"] == f"surveys.note.{note}"


def test_many_differences_take_the_normal_approximation_of_r():
    number = np.arange(1, 251)

    found = signed_rank(number * np.sin(number) + 20, 0.95)

    assert found["method"] == "signed_rank_normal"
    assert found["statistic"] == 19104
    assert found["p_value"] == pytest.approx(2.838752569e-03, rel=1e-9)


def test_normal_limits_lie_close_to_the_exact_ones_at_the_border():
    values = np.random.default_rng(3).normal(size=201)
    many, fewer = signed_rank(values, 0.95), signed_rank(values[:200], 0.95)

    assert many["low"] == pytest.approx(fewer["low"], abs=0.03)
    assert many["high"] == pytest.approx(fewer["high"], abs=0.03)


def test_five_differences_cannot_reach_95_per_cent():
    found = signed_rank(np.array([1.0, 2.1, 3.3, 4.6, 5.8]), 0.95)

    assert (found["low"], found["high"]) == (1.0, 5.8)
    assert found["note"] == "surveys.note.level_not_reached"
    assert signed_rank(np.array([1.0, 2.1, 3.3, 4.6, 5.8, 7]), 0.95)["note"] == ""


def test_nothing_to_test_is_said():
    assert signed_rank(np.array([]), 0.95)["note"] == "surveys.note.no_pairs"
    unchanged = signed_rank(np.zeros(8), 0.95)
    assert (unchanged["estimate"], unchanged["note"]) == (0, "surveys.note.no_change")
    assert "p_value" not in unchanged


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=8).filter(any))
def test_the_p_value_is_the_share_of_signs_as_extreme(differences):
    moved = np.array([value for value in differences if value])
    ranks = stats.rankdata(abs(moved))
    sums = [np.dot(signs, ranks) for signs in itertools.product((0, 1), repeat=len(moved))]
    observed = ranks[moved > 0].sum()
    expected = min(1, 2 * min(np.mean(np.less_equal(sums, observed)), np.mean(sums >= observed)))

    assert signed_rank(np.array(differences, float), 0.95)["p_value"] == pytest.approx(expected)


def test_the_interval_covers_as_often_as_stated():
    # 1500 samples of 12 normal differences around 1: 95% within three standard errors (0.017).
    draws = np.random.default_rng(5).normal(1, 1, size=(1500, 12))
    found = [signed_rank(draw, 0.95) for draw in draws]

    share = np.mean([cells["low"] <= 1 <= cells["high"] for cells in found])
    assert 0.95 - 0.017 <= share <= 0.957 + 0.017  # at 12, the exact level is 0.9575
