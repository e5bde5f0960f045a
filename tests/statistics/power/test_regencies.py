"""Power of counts of regencies: the formula by hand in R, and simulated trials."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.rates import power_negbin_ratio_2indep

from netralitas_research.errors import UsageError
from netralitas_research.statistics.power.regencies import (
    detectable_ratio,
    power_of_design,
    regencies_needed,
)


def test_six_communities_of_the_mwanza_design():
    # The trial that Hayes & Bennett (1999) plan: 1% a year is to be halved, 1000 persons for 2
    # years in each community, k = 0.25, 80% power. Their formula in R gives 5.807, and the trial
    # had six communities in each arm.
    assert regencies_needed(mean_count=20, rate_ratio=0.5, k=0.25)["estimate"].item() == 6


def test_the_number_needed_is_the_formula_computed_in_r():
    # 113.8145647, see reference/surveys.R.
    assert regencies_needed(5, 0.7, 0.8)["estimate"].item() == 114
    assert power_of_design(114, 5, 0.7, 0.8)["estimate"].item() == pytest.approx(0.8, abs=0.001)


@pytest.mark.parametrize(
    ("each", "mean", "ratio", "k"), [(30, 6.0, 0.5, 0.6), (15, 20.0, 0.6, 0.3), (60, 2.0, 0.6, 0.8)]
)
def test_simulated_trials_find_the_difference_as_often_as_the_formula_says(each, mean, ratio, k):
    # 4000 trials: gamma rates with variation k, Poisson counts, t test of counts. Tolerance 0.04:
    # 0.024 for three standard errors, the rest because counts are not normal.
    draw = np.random.default_rng(7)
    rates = draw.gamma(1 / k**2, k**2, size=(2, 4000, each)) * np.array(
        [[[mean]], [[mean * ratio]]]
    )
    first, second = draw.poisson(rates)
    simulated = (stats.ttest_ind(first, second, axis=1).pvalue < 0.05).mean()

    stated = power_of_design(each, mean, ratio, k)["estimate"].item()
    assert stated == pytest.approx(simulated, abs=0.04)


def test_the_power_is_near_that_of_a_negative_binomial_ratio():
    # Another test of the same hypothesis: statsmodels, Zhu & Lakkis (2014), dispersion k².
    other = power_negbin_ratio_2indep(12, 8, 40, dispersion=0.25, return_results=False)

    assert power_of_design(40, 12, 8 / 12, 0.5)["estimate"].item() == pytest.approx(other, abs=0.06)


@given(
    st.integers(4, 250),
    st.floats(0.5, 30),
    st.floats(0.1, 1.5),
    st.sampled_from([0.5, 0.8, 0.9]),
)
def test_the_detectable_ratio_has_the_power_it_was_asked_for(each, mean, k, power):
    found = detectable_ratio(each, mean, k, power)
    ratio = found["estimate"].item()

    if np.isnan(ratio):
        assert found["note"].item() == "surveys.note.not_detectable"
        assert power_of_design(each, mean, 0.0, k)["estimate"].item() < power
    else:
        reached = power_of_design(each, mean, ratio, k)["estimate"].item()
        assert reached == pytest.approx(power, abs=1e-6)


@given(st.floats(0.5, 30), st.floats(0.2, 0.9), st.floats(0.0, 1.5))
def test_one_regency_less_than_needed_is_too_few(mean, ratio, k):
    needed = int(regencies_needed(mean, ratio, k)["estimate"].item())

    assert power_of_design(max(needed, 2), mean, ratio, k)["estimate"].item() >= 0.8 - 1e-9
    if needed > 3:
        assert power_of_design(needed - 1, mean, ratio, k)["estimate"].item() < 0.8


@pytest.mark.parametrize(
    ("found", "note"),
    [
        (regencies_needed(0, 0.5, 0.5), "no_events"),
        (regencies_needed(5, 1, 0.5), "no_difference"),
        (regencies_needed(2, 0.8, 1.0), "more_than_all_regencies"),
        (regencies_needed(200, 0.2, 0.1), "few_regencies"),
        (regencies_needed(5, 0.7, 0.8), "calculation"),
        (power_of_design(10, 0, 0.5, 0.5), "no_events"),
        (power_of_design(10, 5, 1, 0.5), "no_difference"),
        (power_of_design(300, 5, 0.7, 0.8), "more_than_all_regencies"),
        (power_of_design(3, 5, 0.7, 0.8), "few_regencies"),
        (detectable_ratio(10, 0, 0.5), "no_events"),
        (detectable_ratio(4, 1, 1.0), "not_detectable"),
        (detectable_ratio(300, 5, 0.5), "more_than_all_regencies"),
    ],
)
def test_what_stands_against_a_design_is_noted(found, note):
    assert found["note"].item() == f"surveys.note.{note}"


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: regencies_needed(-1, 0.5, 0.5), "error.survey_positive"),
        (lambda: regencies_needed(5, np.inf, 0.5), "error.survey_positive"),
        (lambda: regencies_needed(5, 0.5, np.nan), "error.survey_positive"),
        (lambda: regencies_needed(5, 0.5, 0.5, power=1), "error.survey_share"),
        (lambda: power_of_design(1, 5, 0.5, 0.5), "error.survey_whole"),
        (lambda: power_of_design(2.5, 5, 0.5, 0.5), "error.survey_whole"),
        (lambda: power_of_design(np.nan, 5, 0.5, 0.5), "error.survey_whole"),
        (lambda: detectable_ratio("5", 5, 0.5), "error.survey_whole"),
        (lambda: power_of_design(10, 5, 0.5, 0.5, alpha=0), "error.survey_share"),
        (lambda: detectable_ratio(10, 5, 0.5, power=0.02), "error.survey_power_too_small"),
    ],
)
def test_an_impossible_design_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
