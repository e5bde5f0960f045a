"""Effect sizes and gain against R 4.2 and Lakens (2013); see reference/surveys.R."""

import math

import numpy as np
import pytest

from netralitas_research.statistics.surveys.paired_effects import (
    normalised_gain,
    standardised_differences,
)

# Student (1908): hours of additional sleep under two drugs, `sleep` in R.
BEFORE = np.array([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
AFTER = np.array([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
CORRECTION = 0.9138748918  # gamma(9/2) / (sqrt(9/2) gamma(8/2))


def sizes(before, after, level=0.95):
    found = standardised_differences(np.array(before, float), np.array(after, float), level)
    return {cells["term"]: cells for cells in found}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("cohen_dz", (1.2845575626, 0.4146277564, 2.1180165140)),
        ("cohen_dav", (0.8321810813, 0.2686102863, 1.3721247877)),
    ],
)
def test_student_sleep_as_in_r(term, expected):
    found = sizes(BEFORE, AFTER)

    cells = found[term]
    corrected = found[term.replace("cohen_d", "hedges_g")]
    for name, value in zip(("estimate", "low", "high"), expected, strict=True):
        assert cells[name] == pytest.approx(value, rel=1e-6)
        assert corrected[name] == pytest.approx(value * CORRECTION, rel=1e-6)
    assert cells["n"] == 10


def test_the_films_of_lakens_2013():
    # Lakens (2013), Frontiers in Psychology 4:863: d_z = 1.50, d_av = 1.13.
    found = sizes([9, 6, 7, 8, 7, 9, 8, 8, 8, 7], [9, 7, 8, 9, 8, 9, 9, 10, 9, 9])

    assert found["cohen_dz"]["estimate"] == pytest.approx(1.50, abs=0.005)
    assert found["cohen_dav"]["estimate"] == pytest.approx(1.13, abs=0.005)


def test_the_interval_of_dz_covers_as_often_as_stated():
    # 2000 samples of 8 differences, mean 1 and deviation 1: within three standard errors (0.015).
    draws = np.random.default_rng(2).normal(1, 1, size=(2000, 8))
    found = [sizes(np.zeros(8), draw)["cohen_dz"] for draw in draws]

    share = np.mean([cells["low"] <= 1 <= cells["high"] for cells in found])
    assert share == pytest.approx(0.95, abs=0.015)


@pytest.mark.parametrize(
    ("before", "after", "dz_note", "dav_note"),
    [
        ([], [], "no_pairs", "no_pairs"),
        ([3], [4], "one_pair", "one_pair"),
        ([3, 4], [3, 4], "no_spread", "no_change"),
        ([3, 4], [5, 6], "no_spread", "same_change"),
        ([3, 3], [3, 3], "no_spread", "no_spread"),
    ],
)
def test_a_size_that_cannot_be_told_is_noted(before, after, dz_note, dav_note):
    found = sizes(before, after)

    assert found["cohen_dz"]["note"] == f"surveys.note.{dz_note}"
    assert found["cohen_dav"]["note"] == f"surveys.note.{dav_note}"
    for cells in found.values():
        assert cells["note"] or not math.isnan(cells["low"])


def gains(before, after, maximum):
    found = normalised_gain(np.array(before, float), np.array(after, float), maximum, 0.95)
    return {cells["term"]: cells for cells in found}


def test_gain_as_hake_defines_it_with_limits_as_a_t_test_gives_them():
    found = gains([4, 6, 8, 5, 7, 6], [7, 8, 9, 9, 7, 8], 10)

    cells = found["gain_of_means"]
    assert cells["estimate"] == pytest.approx(0.5)
    assert (cells["low"], cells["high"]) == pytest.approx((0.1798351735, 0.7243800337))
    cells = found["mean_gain"]
    assert cells["estimate"] == pytest.approx(0.4666666667)
    assert (cells["low"], cells["high"]) == pytest.approx((0.1957035496, 0.7376297837))


def test_who_is_at_the_maximum_is_left_out_of_single_gains_only():
    found = gains([10, 4, 6], [10, 7, 8], 10)

    assert found["gain_of_means"]["estimate"] == pytest.approx(0.5)
    assert found["gain_of_means"]["n"] == 3
    assert (found["mean_gain"]["estimate"], found["mean_gain"]["n"]) == (0.5, 2)
    assert found["mean_gain"]["note"] == "surveys.note.some_at_maximum"


@pytest.mark.parametrize(
    ("before", "after", "maximum", "notes"),
    [
        ([], [], 10, ("no_pairs", "no_pairs")),
        ([1, 2], [3, 4], None, ("no_maximum", "no_maximum")),
        ([5, 5], [5, 4], 5, ("all_at_maximum", "all_at_maximum")),
        ([5], [7], 10, ("one_pair", "one_pair")),
        ([2, 2, 2], [3, 3, 3], 5, ("no_width", "no_width")),
        ([9, 10, 10], [10, 10, 9], 10, ("gain_unbounded", "one_pair")),
    ],
)
def test_a_gain_that_cannot_be_told_is_noted(before, after, maximum, notes):
    found = gains(before, after, maximum)

    assert tuple(cells["note"] for cells in found.values()) == tuple(
        f"surveys.note.{note}" for note in notes
    )
