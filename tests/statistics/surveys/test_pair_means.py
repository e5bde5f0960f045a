"""The means of pairs against the list of all of them."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.statistics.surveys.pair_means import mean_of_pairs
from netralitas_research.statistics.surveys.prepost import compare

NUMBERS = st.one_of(
    st.integers(-5, 5).map(float), st.floats(-1e6, 1e6), st.sampled_from([0.1, 0.7])
)


@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_every_place_is_that_of_the_sorted_list(numbers):
    ordered = np.sort(numbers)
    first, second = np.triu_indices(len(ordered))
    listed = np.sort((ordered[first] + ordered[second]) / 2)

    found = [mean_of_pairs(ordered, place) for place in range(1, len(listed) + 1)]

    assert found == pytest.approx(listed, rel=1e-12, abs=1e-12 * max(abs(ordered)))


def test_100_000_persons_need_little_memory():
    draws = np.random.default_rng(8).normal(size=(2, 100_000))
    tracemalloc.start()

    found = compare(*draws).set_index("term").loc["median_difference"]

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100e6
    # Differences of variance 2: the interval is about 2 * 1.96 * sqrt(2 * pi / 3 / n) wide.
    expected = 2 * 1.96 * np.sqrt(np.pi / 3 * 2 / 100_000)
    assert found["high"] - found["low"] == pytest.approx(expected, rel=0.02)
    assert found["low"] < 0 < found["high"]
