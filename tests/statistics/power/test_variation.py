"""Variation between regencies: moments as R computes them, and simulated regencies."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.power.variation import between_regency_variation

COUNTS, EXPOSURE = [0, 2, 3, 9, 1, 15], [2, 3, 2, 6, 1, 4]


def rows(*args, **more):
    return between_regency_variation(*args, **more).set_index("term")


def test_moments_and_homogeneity_are_those_of_r():
    found = rows(COUNTS, EXPOSURE)

    assert found.loc["mean_rate", "estimate"] == pytest.approx(1.6666666667)
    assert found.loc["variation_k", "estimate"] == pytest.approx(0.5616196815)
    assert found.loc["dispersion", ["statistic", "df", "p_value"]].astype(
        float
    ).tolist() == pytest.approx([15.95, 5, 0.006988285503])


@pytest.mark.parametrize("k", [0.5, 1.0])
def test_the_variation_of_simulated_regencies_is_recovered(k):
    # 5000 regencies with gamma rates and unequal exposure; tolerance 0.05.
    draw = np.random.default_rng(9)
    exposure = draw.uniform(1, 4, 5000)
    counts = draw.poisson(4 * exposure * draw.gamma(1 / k**2, k**2, 5000))

    found = rows(counts, exposure)

    assert found.loc["variation_k", "estimate"] == pytest.approx(k, abs=0.05)
    assert found.loc["variation_k", "low"] < k < found.loc["variation_k", "high"]
    assert found.loc["mean_rate", "estimate"] == pytest.approx(4, abs=0.15)


def test_less_variation_than_chance_is_zero_and_said():
    found = rows([5, 5, 5, 6])

    assert found.loc["variation_k", ["estimate", "note"]].tolist() == [
        0,
        "surveys.note.no_variation",
    ]


@pytest.mark.parametrize(
    ("counts", "note"), [([], "few_places"), ([4], "few_places"), ([0, 0, 0], "no_events")]
)
def test_too_little_to_tell_is_noted(counts, note):
    found = rows(counts)

    assert set(found["note"]) == {f"surveys.note.{note}"}
    assert np.isnan(found.loc["variation_k", "estimate"])


def test_a_variance_that_equals_the_mean_is_no_variation_whatever_the_rounding():
    # Mean and variance of 0, 0, 1 are both a third.
    found = rows([0, 0, 1])

    assert found.loc["variation_k", ["estimate", "note"]].tolist() == [
        0,
        "surveys.note.no_variation",
    ]


def test_regencies_with_one_count_give_an_interval_without_width_and_a_note():
    assert rows([3, 3, 3]).loc["mean_rate", "note"] == "surveys.note.no_width"


@pytest.mark.parametrize(
    ("args", "key"),
    [
        (([1, 2], [1]), "error.survey_lengths"),
        (([1, -2],), "error.survey_counts"),
        (([1, 2], [1, 0]), "error.survey_exposure"),
        (([1, 2], None, 2.0), "error.survey_share"),
    ],
)
def test_wrong_usage_is_refused(args, key):
    with pytest.raises(UsageError) as error:
        between_regency_variation(*args)
    assert error.value.key == key


@given(st.lists(st.integers(0, 30), min_size=2, max_size=10).filter(any), st.integers(2, 9))
def test_the_unit_of_exposure_changes_the_rate_and_not_k(counts, unit):
    ones, others = rows(counts), rows(counts, [unit] * len(counts))

    assert others.loc["mean_rate", "estimate"] * unit == pytest.approx(
        ones.loc["mean_rate", "estimate"]
    )
    assert others.loc["variation_k", "estimate"] == pytest.approx(
        ones.loc["variation_k", "estimate"], abs=1e-6
    )


@pytest.mark.parametrize(
    "counts", [["a", "b"], [[1, 2], [3, 4]], pd.DataFrame({"a": [1, 2]}), None]
)
def test_counts_that_are_no_list_of_numbers_are_refused(counts):
    with pytest.raises(UsageError, match=r"error\.survey_not_numbers"):
        between_regency_variation(counts)


@pytest.mark.parametrize("seed", [-1, "a", 1.5, None])
def test_seed_that_is_none_is_refused(seed):
    with pytest.raises(UsageError, match=r"error\.survey_whole"):
        between_regency_variation([1, 2, 4], seed=seed)
