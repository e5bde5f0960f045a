"""Rates and their ratios; reference values from R, see reference/rates.R."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.intervals import rate_interval, rate_ratio, rate_ratios


def limits(found):
    return found[["low", "high"]].iloc[0].tolist()


@pytest.mark.parametrize(
    ("method", "events", "expected"),
    [
        # poisson.test
        ("exact", 0, [0, 3.68887945411]),
        ("exact", 1, [0.0253178079843, 5.5716433909389]),
        ("exact", 3, [0.618672122896, 8.767273069742]),
        ("exact", 137, [115.020534434, 161.956404688]),
        # the mid-P tails solved with uniroot
        ("mid_p", 0, [0, 2.99573227355]),
        ("mid_p", 1, [0.0500203448353, 4.9318605247068]),
        ("mid_p", 10, [5.07952184722, 17.82485369657]),
        ("mid_p", 137, [115.458694417, 161.436345808]),
        # the formula of Breslow & Day (1987)
        ("byar", 3, [0.60297257097, 8.76536439675]),
        ("byar", 137, [115.018966368, 161.957430307]),
    ],
)
def test_limits_of_a_count_are_those_of_r(method, events, expected):
    assert limits(rate_interval(events, method=method)) == pytest.approx(expected, rel=1e-8)


def test_rate_of_the_help_page_of_poisson_test():
    # 137 events in 24.19893 (Campbell & Machin): 5.66140734, 4.75312480 to 6.69270933.
    found = rate_interval(137, 24.19893)

    assert found["term"].item() == "rate"
    assert found["estimate"].item() == pytest.approx(5.66140734321724)
    assert limits(found) == pytest.approx([4.75312480484875, 6.69270933417607])
    assert limits(rate_interval(137, 24.19893, per=1000)) == pytest.approx(
        [4753.12480484875, 6692.70933417607]
    )


@given(st.integers(5, 5000), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_byar_is_close_to_exact(events, level):
    exact = limits(rate_interval(events, level=level))
    assert limits(rate_interval(events, method="byar", level=level)) == pytest.approx(
        exact, rel=0.03
    )


@given(st.integers(0, 3000), st.floats(0.5, 1e6), st.sampled_from([0.5, 0.9, 0.95, 0.99]))
def test_mid_p_lies_inside_exact_and_both_around_the_rate(events, exposure, level):
    exact = rate_interval(events, exposure, level=level).iloc[0]
    mid_p = rate_interval(events, exposure, "mid_p", level).iloc[0]

    assert exact["low"] <= mid_p["low"] <= exact["estimate"] <= mid_p["high"] <= exact["high"]


def test_a_series_carries_its_labels_and_finds_its_exposure_by_them():
    found = rate_interval(pd.Series({"a": 10, "b": 20}), {"b": 2, "a": 1})

    assert found.set_index("term")["estimate"].to_dict() == {"a": 10.0, "b": 10.0}
    assert found["n"].tolist() == [10, 20]


@pytest.mark.parametrize("missing", [None, math.nan, 0])
def test_a_rate_without_exposure_may_be_anything(missing):
    found = rate_interval([4], [missing])

    assert math.isnan(found["estimate"].item())
    assert limits(found) == [0, math.inf]
    assert found["note"].item() == "note.rates.no_exposure"


def test_a_count_that_is_missing_is_no_zero():
    found = rate_interval([None, 0], 10)

    assert found["note"].tolist() == ["note.rates.no_count", "note.rates.no_events"]
    assert found["high"].tolist() == [math.inf, pytest.approx(0.368887945411)]


# poisson.test, to the three decimals of the usual tables of Garwood's (1936) limits.
GARWOOD = {
    (0.95, 2): (0.242, 7.225),
    (0.95, 4): (1.090, 10.242),
    (0.95, 5): (1.623, 11.668),
    (0.95, 8): (3.454, 15.763),
    (0.95, 10): (4.795, 18.390),
    (0.95, 15): (8.395, 24.740),
    (0.95, 20): (12.217, 30.888),
    (0.95, 30): (20.241, 42.827),
    (0.95, 50): (37.111, 65.919),
    (0.9, 1): (0.0513, 4.744),
    (0.9, 10): (5.425, 16.962),
    (0.99, 0): (0, 5.298),
    (0.99, 10): (3.717, 21.398),
}


@pytest.mark.parametrize(("level", "events"), GARWOOD)
def test_limits_are_those_of_r_at_other_levels(level, events):
    found = rate_interval(events, method="Garwood", level=level)

    assert limits(found) == pytest.approx(GARWOOD[level, events], abs=6e-4)


# Ratios


@pytest.mark.parametrize(
    ("events", "exposure", "expected", "p_value"),
    [
        # poisson.test; the first is the example of its help page.
        ([11, 21], [800, 3011], [0.858426403391639, 4.27726594365407], 0.0796686330333295),
        ([41, 15], [28010, 19017], [1.0056840626893, 3.6093003110779], 0.0408520262865),
        # The p-value is below 0.05, yet the interval holds 1.
        ([2, 9], [17877, 16660], [0.02177406276, 1.000549104], 0.03309420321),
        ([2, 10], [17877, 16660], [0.0198565395, 0.8746122464], 0.01877300601),
        ([0, 6], [400, 700], [0, 1.4862945900203], 0.0929987733981),
        ([6, 0], [400, 700], [2.0604932700173, math.inf], 0.0023120852175),
    ],
)
def test_exact_ratio_is_that_of_r(events, exposure, expected, p_value):
    found = rate_ratio(events, exposure)

    assert limits(found) == pytest.approx(expected)
    assert found["p_value"].item() == pytest.approx(p_value)


@pytest.mark.parametrize(
    ("events", "exposure", "expected", "p_value"),
    [
        # epitools::rateratio.midp, solved to the end; the p-values are its own, where two-sided.
        ([11, 21], [800, 3011], [0.9166020758605, 4.0584042525085], 0.0800768365604),
        ([41, 15], [28010, 19017], [1.0410752434259, 3.4494227604547], 0.0354574217723),
        ([0, 6], [400, 700], [0, 1.1332107017736], 0.0664097933969),
        ([6, 0], [400, 700], [2.7024983043372, math.inf], 0.0023120852175),
    ],
)
def test_mid_p_ratio_is_that_of_epitools(events, exposure, expected, p_value):
    found = rate_ratio(events, exposure, method="mid_p")

    assert limits(found) == pytest.approx(expected)
    assert found["p_value"].item() == pytest.approx(p_value)


@given(st.integers(0, 400), st.integers(0, 400), st.floats(0.01, 100), st.floats(0.01, 100))
def test_swapping_the_groups_inverts_the_ratio(first, second, base, other):
    ratio = rate_ratio([first, second], [base, other]).iloc[0]
    swapped = rate_ratio([second, first], [other, base]).iloc[0]

    for one, two in (("low", "high"), ("high", "low")):
        inverse = 1 / swapped[two] if swapped[two] else math.inf
        assert ratio[one] == pytest.approx(inverse)
    assert ratio["p_value"] == pytest.approx(swapped["p_value"], nan_ok=True)


@given(st.integers(0, 60), st.integers(1, 60))
def test_mid_p_value_and_interval_agree(first, second):
    found = rate_ratio([first, second], [3, 5], method="mid_p").iloc[0]
    if abs(found["p_value"] - 0.05) > 1e-9:
        assert (found["p_value"] < 0.05) == (not found["low"] <= 1 <= found["high"])


def test_every_row_is_compared_with_all_others_together():
    found = rate_ratios({"a": 11, "b": 14, "c": 7}, [800, 2000, 1011]).set_index("term")

    assert limits(found.loc[["a"]]) == limits(rate_ratio([11, 21], [800, 3011]))
    assert found.loc["c", ["reference_events", "reference_exposure"]].tolist() == [25, 2800]


def test_every_row_but_the_reference_is_compared_with_it():
    found = rate_ratios([11, 14, 21], [800, 2000, 3011], reference="3")

    assert found["term"].tolist() == ["1", "2"]
    assert found["high"][0] == pytest.approx(4.27726594365407)


def test_a_row_that_is_unknown_leaves_its_own_comparison_only():
    found = rate_ratios([5, 6, 7], [100, 200, None]).set_index("term")

    unknown = "note.rates.side_unknown"
    # The rest of the third is known, the third is not; the rest of the others is not.
    assert found["note"].tolist() == [unknown] * 3
    found = rate_ratios([5, 6, 7], [100, 200, None], reference="1").set_index("term")
    assert found["note"].to_dict() == {"2": "", "3": unknown}
    assert limits(found.loc[["3"]]) == [0, math.inf]


@pytest.mark.parametrize(
    ("events", "note", "estimate"),
    [
        ([0, 6], "first_zero", 0.0),
        ([6, 0], "reference_zero", math.inf),
        ([0, 0], "both_zero", math.nan),
        ([None, 3], "side_unknown", math.nan),
    ],
)
@pytest.mark.parametrize("method", ["exact", "mid_p"])
def test_zero_counts_are_stated(events, note, estimate, method):
    found = rate_ratio(events, [4, 7], method=method)

    assert found["note"].item() == f"note.rates.{note}"
    assert found["estimate"].item() == pytest.approx(estimate, nan_ok=True)
    assert not found[["low", "high"]].isna().any(axis=None)


def test_a_single_row_has_no_others():
    found = rate_ratios({"only": 5}, {"only": 10})
    assert found["note"].item() == "note.rates.side_unknown"


@pytest.mark.parametrize("method", ["exact", "mid_p"])
@pytest.mark.parametrize("mean", [0.5, 3.0, 20.0])
def test_the_interval_covers_the_rate_as_often_as_it_says(mean, method):
    # By summing the Poisson chances of all counts whose interval covers the mean.
    counts = np.arange(200)
    found = rate_interval(counts, method=method)
    covered = (found["low"] <= mean) & (mean <= found["high"])
    coverage = stats.poisson.pmf(counts, mean)[covered.to_numpy()].sum()

    assert coverage >= (0.95 if method == "exact" else 0.91)


def test_the_exact_ratio_covers_in_a_simulation():
    draw = np.random.default_rng(20200731)
    first, second = draw.poisson(6, 3000), draw.poisson(20, 3000)
    table = pd.DataFrame({"first": first, "second": second}).value_counts()
    covered = sum(
        times
        for (one, two), times in table.items()
        if (found := rate_ratio([one, two], [2, 10]).iloc[0])["low"] <= 1.5 <= found["high"]
    )
    # 3 standard errors of 3000 draws at 95 per cent: 0.012.
    assert covered / 3000 > 0.938


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: rate_interval(-1), "error.rates_counts"),
        (lambda: rate_interval(2.5), "error.rates_counts"),
        (lambda: rate_interval(2, -1), "error.rates_exposure"),
        (lambda: rate_interval(2, math.inf), "error.rates_exposure"),
        (lambda: rate_interval([2, 3], [1]), "error.rates_lengths"),
        (lambda: rate_interval({"a": 2}, {"b": 1}), "error.rates_label"),
        (lambda: rate_interval(pd.Series([1, 2], index=["a", "a"])), "error.rates_label_twice"),
        (lambda: rate_interval(2, level=95), "error.survey_share"),
        (lambda: rate_interval(2, per=0), "error.survey_positive"),
        (lambda: rate_interval(2, method="wald"), "error.method"),
        (lambda: rate_ratio([1, 2, 3], [1, 2, 3]), "error.rates_lengths"),
        (lambda: rate_ratio([1, 2], [1, 2], method="byar"), "error.method"),
        (lambda: rate_ratios([1, 2], [1, 2], reference="c"), "error.rates_label"),
    ],
)
def test_wrong_use_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
