"""Standardised rates; reference values published or from R, see reference/rates.R."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.intervals import rate_interval
from netralitas_research.statistics.rates.standardisation import (
    direct_standardisation,
    indirect_standardisation,
)

# Down's syndrome by age of the mother and order of birth: Fleiss (1981, p. 249).
BIRTHS = np.array(
    [
        [230061, 329449, 114920, 39487, 14208, 3052],
        [72202, 326701, 208667, 83228, 28466, 5375],
        [15050, 175702, 207081, 117300, 45026, 8660],
        [2293, 68800, 132424, 98301, 46075, 9834],
        [327, 30666, 123419, 149919, 104088, 34392],
    ]
)
CASES = [
    [107, 141, 60, 40, 39, 25],
    [25, 150, 110, 84, 82, 39],
    [3, 71, 114, 103, 108, 75],
    [1, 26, 64, 89, 137, 96],
    [0, 8, 63, 112, 262, 295],
]

# Deaths and population of the United States in 1960 and 1940: Selvin (2004), as in the help page
# of epitools::ageadjust.indirect.
DEATHS_1960 = [141, 926, 1253, 1080, 1869, 4891, 14956, 30888, 41725, 26501, 5928]
PERSONS_1960 = [
    *(1784033, 7065148, 15658730, 10482916, 9939972, 10563872),
    *(9114202, 6850263, 4702482, 1874619, 330915),
]
DEATHS_1940 = [45, 201, 320, 670, 1126, 3160, 9723, 17935, 22179, 13461, 2238]
PERSONS_1940 = [
    *(906897, 3794573, 10003544, 10629526, 9465330, 8249558),
    *(7294330, 5022499, 2920220, 1019504, 142532),
]


@pytest.mark.parametrize(
    ("order", "crude", "adjusted", "low", "high"),
    [
        # Fay & Feuer (1997), Table 1, as epitools::ageadjust.direct gives it.
        (0, 56.3475, 92.3045, 80.4417, 105.7633),
        (1, 67.6199, 91.1741, 82.3612, 100.8676),
        (2, 83.3305, 85.0692, 77.1835, 94.2236),
        (3, 115.4512, 92.7179, 80.0100, 114.6694),
        (4, 167.1142, 75.5290, 67.7021, 188.3002),
    ],
)
def test_direct_standardisation_is_table_1_of_fay_and_feuer(order, crude, adjusted, low, high):
    standard = BIRTHS.mean(axis=0)
    found = direct_standardisation(CASES[order], BIRTHS[order], standard, per=100_000)
    found = found.set_index("term")

    assert found.loc["crude", "estimate"] == pytest.approx(crude, abs=1e-4)
    assert found.loc["adjusted", ["estimate", "low", "high"]].tolist() == pytest.approx(
        [adjusted, low, high], abs=1e-4
    )


@pytest.mark.parametrize(
    ("method", "high"),
    [("fay_feuer", 0.001143979521216), ("tiwari", 0.001135893700410)],
)
def test_limits_of_both_methods_are_those_of_r(method, high):
    found = direct_standardisation(
        [12, 30, 5], [14000, 33000, 8000], [20000, 25000, 9000], method=method
    ).set_index("term")

    expected = [0.000842502405002, 0.000609943737812, high]
    assert found.loc["adjusted", ["estimate", "low", "high"]].tolist() == pytest.approx(expected)
    assert found["method"].tolist() == ["exact", method]


def test_one_stratum_is_the_exact_rate():
    # With one weight the gamma limits are those of Garwood.
    found = direct_standardisation([7], [1000], [1])
    exact = rate_interval(7, 1000)
    for column in ("estimate", "low", "high"):
        assert found[column].tolist() == pytest.approx([exact[column].item()] * 2)


@given(st.lists(st.integers(0, 50), min_size=2, max_size=6), st.floats(1, 1000))
def test_the_scale_of_the_standard_does_not_matter(events, scale):
    exposure = [1000 * (i + 1) for i in range(len(events))]
    standard = np.arange(1, len(events) + 1)
    one, other = (
        direct_standardisation(events, exposure, weights)[["estimate", "low", "high"]]
        for weights in (standard, standard * scale)
    )
    assert one.to_numpy() == pytest.approx(other.to_numpy())


def test_no_event_has_an_upper_limit_and_a_note():
    found = direct_standardisation([0, 0], [100, 300], [1, 1]).set_index("term").loc["adjusted"]

    assert found[["estimate", "low"]].tolist() == [0, 0]
    # The greatest weight, 1/200, times the upper limit of no event.
    assert found["high"] == pytest.approx(3.68887945411 / 200)
    assert found["note"] == "note.rates.no_events"


@pytest.mark.parametrize(("events", "exposure"), [([3, None], [9, 9]), ([3, 4], [9, None])])
def test_a_stratum_that_is_not_known_leaves_the_rate_open(events, exposure):
    found = direct_standardisation(events, exposure, [1, 1]).set_index("term").loc["adjusted"]

    assert found[["low", "high"]].tolist() == [0, math.inf]
    assert found["note"] == "note.rates.stratum_unknown"


def test_a_stratum_that_the_standard_lacks_does_not_matter():
    found = direct_standardisation([3, 4], [90, None], [1, 0]).set_index("term")

    assert found.loc["adjusted", "estimate"] == pytest.approx(3 / 90)
    assert found.loc["crude", "note"] == "note.rates.no_exposure"


def test_tiwari_covers_in_a_simulation():
    # 400 draws; three standard errors at 95 per cent: 0.033.
    draw = np.random.default_rng(20200731)
    rates, exposure, standard = [0.002, 0.01, 0.004], [3000, 900, 2500], [1, 1, 2]
    truth = np.average(rates, weights=standard)
    covered = 0
    for events in draw.poisson(np.multiply(rates, exposure), (400, 3)):
        found = direct_standardisation(events, exposure, standard, method="tiwari").iloc[1]
        covered += found["low"] <= truth <= found["high"]
    assert 0.917 < covered / 400 <= 1


def test_indirect_standardisation_is_that_of_epitools():
    rates = np.divide(DEATHS_1940, PERSONS_1940)
    found = indirect_standardisation(DEATHS_1960, PERSONS_1960, rates)

    # epitools gives the ratio and the expected number; its limits are approximate, so the exact
    # ones are those of poisson.test(130158) by that number.
    assert found["estimate"].item() == pytest.approx(1.19272384578)
    assert found["exposure"].item() == pytest.approx(109126.685494)
    assert found[["low", "high"]].iloc[0].tolist() == pytest.approx([1.18625286443, 1.19922137444])
    assert found["term"].item() == "observed_expected"


def test_a_total_of_events_suffices():
    whole = indirect_standardisation(16, [3000, 5000], [0.001, 0.002])
    strata = indirect_standardisation([6, 10], [3000, 5000], [0.001, 0.002])
    assert whole.equals(strata)


@pytest.mark.parametrize("rates", [[0, 0], [0.1, None]])
def test_nothing_expected_is_stated(rates):
    found = indirect_standardisation([6, 10], [3000, 5000], rates)

    assert found[["low", "high"]].iloc[0].tolist() == [0, math.inf]
    assert found["note"].item() == "note.rates.no_expected"


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: direct_standardisation([1], [2], [None]), "error.rates_standard"),
        (lambda: direct_standardisation([1, 2], [2, 3], [0, 0]), "error.rates_standard"),
        (lambda: direct_standardisation([1], [2], [-1]), "error.rates_exposure"),
        (lambda: direct_standardisation([1], [2], [1], method="normal"), "error.method"),
        (lambda: direct_standardisation([1], [2], [1], level=95), "error.survey_share"),
        (lambda: indirect_standardisation([1, 2], [2], [1, 1]), "error.rates_lengths"),
    ],
)
def test_wrong_use_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
