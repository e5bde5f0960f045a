"""Limits of what was added, against every table that fits."""

from itertools import product

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netralitas_research.statistics.snapshots.added import added_between, allow


def tables(allowed, base, parts):
    """List all counts of one snapshot that add up as the parts must."""
    ranges = [
        range(int(low), int(high) + 1) for low, high in zip(allowed.low, allowed.high, strict=True)
    ]
    return [one for one in product(*ranges) if parts == "separate" or sum(one) == base]


ranges = st.tuples(st.integers(0, 5), st.integers(0, 2)).map(lambda x: (x[0], x[0] + x[1]))


@settings(max_examples=300)
@given(
    st.lists(st.tuples(ranges, ranges), min_size=1, max_size=3),
    st.integers(1, 12),
    st.integers(0, 6),
    st.sampled_from(["parts", "partition", "top_list", "separate"]),
)
def test_limits_are_those_of_all_tables_that_fit(boxes, base, more, parts):
    sides = [np.array([box[date] for box in boxes], dtype=float).T for date in (0, 1)]
    bases = (base, base + more)
    for side, known in zip(sides, bases, strict=True):
        assume((side[1] <= known).all())
    before, after = (
        allow(side[0], side[1], known, parts) for side, known in zip(sides, bases, strict=True)
    )
    found = added_between(before, after, parts)

    differences = [
        np.subtract(late, early)
        for early in tables(before, bases[0], parts)
        for late in tables(after, bases[1], parts)
        if min(np.subtract(late, early)) >= 0 and max(np.subtract(late, early)) <= more
    ]
    assert found.feasible == bool(differences)
    if differences:
        assert found.low.tolist() == np.min(differences, axis=0).tolist()
        assert found.high.tolist() == np.max(differences, axis=0).tolist()
        first = {int(one[0]) for one in differences}
        assert first == set(range(min(first), max(first) + 1))


def test_part_that_is_not_listed_is_no_larger_than_the_smallest_listed_of_a_top_list():
    counts = np.array([40.0, 9, np.nan])

    assert allow(counts, counts, 100, "top_list").high.tolist() == [40, 9, 9, 51]
    assert allow(counts, counts, 100, "parts").high.tolist() == [40, 9, 51, 51]
    assert allow(counts, counts, 100, "separate").high.tolist() == [40, 9, 100]
