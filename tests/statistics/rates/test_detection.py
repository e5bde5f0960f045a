"""Detection: the planted truth is recovered, and the bounds hold it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates import rate_interval
from netralitas_research.statistics.rates.detection import (
    bounds_on_violations,
    detection_curve,
    rate_ratio_under_detection,
    tipping_point,
)

BOUNDS = ["bound_low", "bound_high"]


def test_tipping_point_is_the_rate_ratio_of_r():
    # poisson.test(c(11, 21), c(800, 3011))
    found = tipping_point([11, 21], [800, 3011]).iloc[0]

    assert found[["estimate", "low", "high"]].tolist() == pytest.approx(
        [1.9714880952381, 0.858426403391639, 4.27726594365407]
    )
    assert found["note"] == "note.rates.no_difference_needed"
    assert tipping_point([41, 15], [28010, 19017])["note"].item() == ""


def test_without_exposure_the_numbers_are_made_equal():
    found = tipping_point([126, 42])

    assert found["estimate"].item() == 3
    assert found["note"].item() == "note.rates.numbers_not_rates"


def test_at_the_tipping_point_the_propensities_are_equal():
    tipping = tipping_point([30, 70], [100, 900])["estimate"].item()
    found = detection_curve([30, 70], [100, 900], [tipping])
    assert found["estimate"].item() == pytest.approx(1)


def test_planted_propensities_and_detection_are_recovered():
    # Heads violate twice as often and are reported 4 times as likely, so 8 times as often.
    draw = np.random.default_rng(20200731)
    sizes, propensity, detection = [20_000, 400_000], [0.02, 0.01], [0.4, 0.1]
    draws, held = 100, {"ratio": 0, "tipping": 0, "bounds": 0, "violations": 0}
    for _ in range(draws):
        violations = draw.binomial(sizes, propensity)
        reported = draw.binomial(violations, detection)
        known = detection_curve(reported, sizes, [4]).iloc[0]
        tipping = tipping_point(reported, sizes).iloc[0]
        ranged = rate_ratio_under_detection(reported, sizes, 2, 5).iloc[0]
        behind = bounds_on_violations(reported, 0.1, 0.4)
        held["ratio"] += known["low"] <= 2 <= known["high"]
        held["tipping"] += tipping["low"] <= 8 <= tipping["high"]
        held["bounds"] += ranged["bound_low"] <= 2 <= ranged["bound_high"]
        held["violations"] += (
            behind["low"].le(violations).all() & behind["high"].ge(violations).all()
        )
    # Three standard errors of 100 draws at 95 per cent: 0.065; the bounds contain more.
    assert held["ratio"] / draws > 0.885
    assert held["tipping"] / draws > 0.885
    assert held["bounds"] / draws > 0.99
    assert held["violations"] / draws > 0.885


@given(
    st.integers(0, 200),
    st.integers(0, 200),
    st.floats(0.05, 20),
    st.floats(1, 10),
    st.floats(0, 1),
)
def test_every_detection_inside_the_range_gives_a_ratio_inside_the_bounds(a, b, low, width, at):
    high = low * width
    inside = low + at * (high - low)
    ranged = rate_ratio_under_detection([a, b], [300, 500], low, high).iloc[0]
    point = detection_curve([a, b], [300, 500], [inside]).iloc[0]

    slack = 1 + 1e-9
    assert ranged["low"] <= point["low"] * slack
    assert point["high"] <= ranged["high"] * slack
    if a + b:
        assert ranged["bound_low"] <= point["estimate"] * slack
        assert point["estimate"] <= ranged["bound_high"] * slack


@pytest.mark.parametrize(
    ("ends", "identified", "note"),
    [
        ((2, 2), "point", ""),
        ((1, 3), "interval", "note.rates.detection_range"),
        ((1, math.inf), "bound", "note.rates.detection_open"),
        ((0, 3), "bound", "note.rates.detection_open"),
        ((0, math.inf), "unknown", "note.rates.detection_unknown"),
    ],
)
def test_what_the_detection_identifies_is_said(ends, identified, note):
    found = rate_ratio_under_detection([30, 70], [100, 900], *ends).iloc[0]

    assert found["identified"] == identified
    assert found["note"] == note
    assert math.isnan(found["estimate"]) == (identified != "point")
    assert found["bound_low"] == pytest.approx(0 if math.isinf(ends[1]) else 27 / 7 / ends[1])
    assert found["bound_high"] == pytest.approx(27 / 7 / ends[0] if ends[0] else math.inf)


def test_nobody_reported_leaves_the_ratio_open():
    found = rate_ratio_under_detection([0, 0], [100, 900], 1, 2).iloc[0]

    assert found[["low", "high", *BOUNDS]].tolist() == [0, math.inf, 0, math.inf]
    assert (found["identified"], found["note"]) == ("unknown", "note.rates.both_zero")


# Violations behind the reports


def test_numbers_that_the_reports_do_not_contradict():
    # Found in R by trying every number: 46 to 78 at .5, 106 to 207 at .2 (reference/rates.R).
    assert bounds_on_violations(30, 0.5, 0.5)[["low", "high"]].iloc[0].tolist() == [46, 78]
    assert bounds_on_violations(30, 0.2, 0.2)[["low", "high"]].iloc[0].tolist() == [106, 207]
    assert bounds_on_violations(30, 0.2, 0.5)[["low", "high"]].iloc[0].tolist() == [46, 207]


@given(st.integers(0, 80), st.floats(0.05, 1), st.sampled_from([0.8, 0.95]))
def test_the_limits_are_the_last_numbers_that_the_tails_allow(reported, chance, level):
    found = bounds_on_violations(reported, chance, chance, level).iloc[0]
    low, high, tail = found["low"], found["high"], (1 - level) / 2
    below = np.array([low - 1, low])
    above = np.array([high, high + 1])

    at_least = stats.binom.sf(reported - 1, below, chance)
    at_most = stats.binom.cdf(reported, above, chance)
    assert at_least[1] >= tail - 1e-12
    assert low == reported or at_least[0] <= tail + 1e-12
    assert at_most[0] >= tail - 1e-12
    assert at_most[1] <= tail + 1e-12


@pytest.mark.parametrize(
    ("reported", "chance"), [(10**12, 1e-6), (10**12, 1e-12), (10**9, 1e-3), (1, 1e-15)]
)
def test_limits_of_huge_numbers_are_found_and_those_of_a_poisson_mean(reported, chance):
    # With a small chance of detection the reports are Poisson.
    found = bounds_on_violations(reported, chance, chance).iloc[0]
    mean = rate_interval(reported).iloc[0]

    for side in ("low", "high"):
        assert found[side] * chance == pytest.approx(mean[side], rel=1e-6)


@pytest.mark.parametrize("level", [0.5, 0.999])
@pytest.mark.parametrize("chance", [0.001, 0.3, 0.999])
@pytest.mark.parametrize("reported", [0, 1, 7, 412])
def test_limits_are_quantiles_of_the_negative_binomial(reported, chance, level):
    found = bounds_on_violations(reported, chance, chance, level).iloc[0]

    tail = (1 - level) / 2
    unseen = stats.nbinom.ppf(tail, reported, chance) if reported else 0
    more = stats.nbinom.isf(tail, reported + 1, chance)
    assert found[["low", "high"]].tolist() == [reported + unseen, reported + more]


def test_complete_detection_leaves_no_doubt():
    found = bounds_on_violations(30, 1)
    assert found[["estimate", "low", "high"]].iloc[0].tolist() == [30, 30, 30]


def test_each_group_has_its_own_detection():
    found = bounds_on_violations({"a": 10, "b": 20}, {"a": 0.5, "b": 0.1}, {"a": 1, "b": 0.2})
    assert found[BOUNDS].to_numpy().tolist() == [[10, 20], [100, 200]]
    assert found["term"].tolist() == ["a", "b"]


@pytest.mark.parametrize(
    ("reported", "low", "note", "bounds"),
    [
        (30, 0, "detection_open", [30, math.inf]),
        (30, None, "detection_open", [30, math.inf]),
        (0, 0.5, "no_events", [0, 0]),
        (0, 0, "detection_open", [0, math.inf]),
        (None, 0.5, "no_count", [0, math.inf]),
        (30, 0.5, "detection_range", [30, 60]),
    ],
)
def test_what_is_not_known_is_stated(reported, low, note, bounds):
    found = bounds_on_violations([reported], low).iloc[0]

    assert found["note"] == f"note.rates.{note}"
    assert found[BOUNDS].tolist() == bounds
    assert not found[["low", "high"]].isna().any()


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: bounds_on_violations(3, 0.5, 0.2), "error.rates_detection"),
        (lambda: bounds_on_violations(3, 0.5, 1.2), "error.rates_detection"),
        (lambda: bounds_on_violations(3, 0, 0), "error.rates_detection"),
        (lambda: bounds_on_violations(-3, 0.5), "error.rates_counts"),
        (lambda: bounds_on_violations(3, 0.5, level=95), "error.survey_share"),
        (
            lambda: rate_ratio_under_detection([1, 2], [3, 4], 2, 1),
            "error.rates_detection_ratio",
        ),
        (lambda: detection_curve([1, 2], [3, 4], [-1]), "error.rates_detection_ratio"),
        (lambda: detection_curve([1, 2], [3, 4], []), "error.rates_numbers"),
        (lambda: detection_curve([1, 2], [3, 4], ["twice"]), "error.rates_number"),
        (lambda: bounds_on_violations(3, "half"), "error.rates_number"),
        (lambda: bounds_on_violations(10**20, 0.5), "error.rates_counts"),
        (lambda: tipping_point([1, 2, 3]), "error.rates_lengths"),
    ],
)
def test_wrong_use_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
