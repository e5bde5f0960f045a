"""Sison & Glaz (1995) against R's MultinomialCI and sums in R; see reference/shares.R."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.integrate import quad
from statsmodels.stats.proportion import multinomial_proportions_confint

from netralitas_research.statistics.shares import truncated_poisson
from netralitas_research.statistics.shares.sison_glaz import sison_glaz_limits


def limits(counts, level=0.95):
    return np.column_stack(sison_glaz_limits(np.array(counts), level))


# The three examples of Sison & Glaz (1995), with the limits that R's MultinomialCI gives, as
# printed in the test suite of statsmodels 0.15. MultinomialCI leaves out the last term of the
# expansion, in the square of the skewness: reference/shares.R gives its digits without that term,
# and ours with it. So the two differ in the fourth decimal where counts are small.
LAST_TERM = 1.5e-4


def test_first_example_of_the_authors():
    expected = [
        (0.07922912, 0.1643361),
        (0.11349036, 0.1985973),
        (0.11563169, 0.2007386),
        (0.08565310, 0.1707601),
        (0.09207709, 0.1771840),
        (0.14561028, 0.2307172),
        (0.08351178, 0.1686187),
    ]
    assert limits([56, 72, 73, 59, 62, 87, 58]) == pytest.approx(np.array(expected), abs=LAST_TERM)


def test_second_example_of_the_authors():
    assert limits([5] * 50) == pytest.approx(np.tile([0, 0.05304026], (50, 1)), abs=LAST_TERM)


def test_third_example_of_the_authors():
    found = limits([1] * 10 + [12] * 10 + [5] * 10 + [3] * 10 + [4] * 10)

    expected = [
        (0, 0.04120118),
        (0.012, 0.08520118),
        (0, 0.05720118),
        (0, 0.04920118),
        (0, 0.05320118),
    ]
    assert found == pytest.approx(np.repeat(expected, 10, axis=0), abs=LAST_TERM)


# reference/shares.R: the same approximation with moments by summation. 23, 12, 44 is the example
# in the help of MultinomialCI.
@pytest.mark.parametrize(
    ("counts", "place", "low", "high"),
    [
        ([23, 12, 44], 0, 0.18987341772, 0.41067029614),
        ([23, 12, 44], 1, 0.05063291139, 0.27142978981),
        ([23, 12, 44], 2, 0.45569620253, 0.67649308095),
        ([126, 116, 65, 58, 41, 50], 0, 0.23026315789, 0.32238857545),
        ([126, 116, 65, 58, 41, 50], 5, 0.06359649123, 0.15572190878),
        ([56, 72, 73, 59, 62, 87, 58], 0, 0.07922912206, 0.16435573404),
        ([5] * 50, 0, 0, 0.05312734477),
        ([0] * 5 + [1] * 10 + [3], 0, 0, 0.29603300563),
        ([0] * 5 + [1] * 10 + [3], 15, 0.07692307692, 0.52680223640),
    ],
)
def test_limits_are_those_of_sums_in_r(counts, place, low, high):
    assert limits(counts)[place] == pytest.approx([low, high], abs=1e-9)


@settings(max_examples=25)
@given(
    counts=st.lists(st.integers(1, 60), min_size=3, max_size=12),
    level=st.sampled_from([0.9, 0.95, 0.99]),
)
def test_limits_are_those_of_statsmodels(counts, level):
    expected = multinomial_proportions_confint(counts, 1 - level, method="sison-glaz")

    assert limits(counts, level) == pytest.approx(expected, abs=1e-5)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=40).filter(lambda x: sum(x) > 0))
def test_sparse_counts_have_limits_of_one_width(counts):
    found = limits(counts)

    assert np.isfinite(found).all()
    assert (found[:, 0] <= np.array(counts) / sum(counts)).all()
    assert (found[:, 1] >= np.array(counts) / sum(counts)).all()


def test_large_counts_lose_no_precision():
    # Three equal parts of many cases: the deviations are those of a normal point in the plane, in
    # three directions, so the limits are a regular hexagon. Of three parts the expansion itself is
    # off by 0.0007; a loss of digits would be far more.
    counts = np.full(3, 10**7)
    low, high = sison_glaz_limits(counts, 0.95)
    radius = (high - low)[0] / 2 / np.sqrt(2 / 9 / counts.sum())

    def outside(angle):
        return np.exp(-((radius / np.cos(angle)) ** 2) / 2) * 6 / np.pi

    assert 1 - quad(outside, 0, np.pi / 6)[0] == pytest.approx(0.95, abs=1e-3)


@pytest.mark.parametrize("n", [10**5, 4 * 10**6, 10**8, 10**10])
@pytest.mark.parametrize("share", [0.5, 0.1, 0.001])
def test_widths_of_millions_are_those_of_the_binomial(n, share):
    # Two parts vary as one binomial count; for these the expansion itself is off by 0.012.
    first = round(n * share)
    low, high = sison_glaz_limits(np.array([first, n - first]), 0.95)
    reach = (high[0] - low[0]) / 2 / np.sqrt(share * (1 - share) / n)

    assert stats.norm.cdf(reach) - stats.norm.cdf(-reach) == pytest.approx(0.95, abs=0.02)


@pytest.mark.parametrize("n", [1000, 10**5])
def test_one_case_beside_many_has_an_interval(n):
    # The count of the first part is nearly Poisson with mean 1: within 1 with the chance 0.92,
    # within 2 with 0.98.
    low, high = sison_glaz_limits(np.array([1, n - 1]), 0.95)

    assert (low[0], low[1]) == pytest.approx((0, 1 - 2 / n))
    assert 2 / n < high[0] < 5 / n


@pytest.mark.parametrize("c", [1, 30, 90, 2000])
def test_both_ways_to_the_cumulants_agree(c):
    mean = 900
    expected = truncated_poisson._by_identity(np.array([mean]), c)[:, 0]

    assert truncated_poisson._by_sum(mean, c) == pytest.approx(expected, rel=1e-6, abs=1e-6)
