"""Cramér's V against vcd, effectsize's corrected values and R's pchisq; reference/association.R."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.cramer import cramers_v

HAIR_EYE = [[68, 20, 15, 5], [119, 84, 54, 29], [26, 17, 14, 14], [7, 94, 10, 16]]
PARTY = [[762, 327, 468], [484, 239, 477]]
JOB = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]


@pytest.mark.parametrize(
    ("table", "plain", "corrected"),
    [
        # vcd::assocstats 1.4 and effectsize 0.8.3.
        (HAIR_EYE, 0.279044623342658, 0.270483152912316),
        (PARTY, 0.104435802356468, 0.100919982784409),
    ],
)
def test_v_as_in_vcd_and_corrected_as_in_effectsize(table, plain, corrected):
    found = [cramers_v(table, name, draws=10)["estimate"].item() for name in ("none", "bergsma")]

    assert found == pytest.approx([plain, corrected], abs=1e-12)


@pytest.mark.parametrize(
    ("table", "limits"),
    [
        (HAIR_EYE, (0.223527016369, 0.317988102938)),
        (PARTY, (0.0649074181026, 0.1402639046657)),
        (JOB, (0, 0.169343951419)),
    ],
)
def test_noncentral_limits_as_from_r_pchisq(table, limits):
    found = cramers_v(table, interval="noncentral_chi2").iloc[0]

    assert (found["low"], found["high"]) == pytest.approx(limits, abs=1e-9)
    assert found["method"] == "bergsma_noncentral_chi2"


def test_bootstrap_limits_lie_near_the_noncentral_ones_in_a_large_table():
    drawn, noncentral = (
        cramers_v(np.array(HAIR_EYE) * 10, interval=interval).iloc[0]
        for interval in ("bootstrap", "noncentral_chi2")
    )
    assert drawn["low"] == pytest.approx(noncentral["low"], abs=0.01)
    assert drawn["high"] == pytest.approx(noncentral["high"], abs=0.01)


def test_same_seed_gives_the_same_limits_and_another_one_others():
    first, again, other = (cramers_v(PARTY, seed=seed)["low"].item() for seed in (1, 1, 2))
    assert first == again != other


@pytest.mark.parametrize(
    ("table", "note"), [([[3, 4, 5]], "one_line"), ([[0, 0], [0, 0]], "no_counts")]
)
def test_no_association_can_be_measured_in_one_line(table, note):
    found = cramers_v(table).iloc[0]

    assert np.isnan(found["estimate"])
    assert (found["low"], found["high"]) == (0, 1)
    assert found["note"] == f"note.association.{note}"


def test_full_association_is_not_said_to_be_certain():
    found = cramers_v([[10, 0], [0, 10]]).iloc[0]

    assert found["estimate"] == pytest.approx(1)
    assert found["low"] < 0.6
    assert found["high"] == pytest.approx(1)
    assert found["note"] == "note.association.draws_alike"


def test_uncorrected_v_above_its_interval_is_said():
    table = [[6, 5, 5], [5, 6, 5], [5, 5, 6]]
    found = cramers_v(table, "none", interval="noncentral_chi2").iloc[0]

    assert found["estimate"] > found["high"] == 0
    assert found["note"] == "note.association.outside_interval"
    assert cramers_v(table, interval="noncentral_chi2")["estimate"].item() == 0


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=4))
def test_limits_are_in_order_and_between_0_and_1(table):
    for interval in ("bootstrap", "noncentral_chi2"):
        found = cramers_v(table, interval=interval, draws=50).iloc[0]
        assert 0 <= found["low"] <= found["high"] <= 1
        assert found["low"] < found["high"] or found["note"]


@pytest.mark.parametrize(("interval", "least"), [("bootstrap", 0.92), ("noncentral_chi2", 0.92)])
def test_interval_covers_about_as_often_as_stated(interval, least):
    # Three standard errors of 300 tables are 0.038; docs/coverage/association.md has more.
    shares = np.array([[0.3, 0.1, 0.1], [0.15, 0.15, 0.2]])
    independent = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    true = np.sqrt(((shares - independent) ** 2 / independent).sum())
    draws = np.random.default_rng(9).multinomial(150, shares.ravel(), size=300)
    found = [cramers_v(draw.reshape(2, 3), interval=interval, draws=200).iloc[0] for draw in draws]

    assert np.mean([cells["low"] <= true <= cells["high"] for cells in found]) >= least


@pytest.mark.parametrize(
    "wrong", [{"correction": "yes"}, {"interval": "fisher"}, {"draws": 0}, {"level": 95}]
)
def test_wrong_options_are_refused(wrong):
    with pytest.raises(UsageError):
        cramers_v(PARTY, **wrong)


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ({"correction": "Bergsma"}, {"correction": "bergsma"}),
        ({"correction": "uncorrected"}, {"correction": "none"}),
        ({"interval": "Noncentral chi-square"}, {"interval": "noncentral_chi2"}),
        ({"interval": "Smithson"}, {"interval": "noncentral_chi2"}),
    ],
)
def test_names_are_understood_as_the_literature_writes_them(asked, same):
    table = [[20, 10], [10, 20]]
    assert cramers_v(table, draws=50, **asked).equals(cramers_v(table, draws=50, **same))
