from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.joint_counts import joint_counts

FITS = {
    "separate": lambda counts, base: True,
    "partition": lambda counts, base: sum(counts) == base,
    "top_list": lambda counts, base: (
        sum(counts) < base and all(first >= second for first, second in pairwise(counts))
    ),
}

few_counts = st.builds(lambda low, length: range(low, low + length), *[st.integers(1, 5)] * 2)


@pytest.mark.parametrize("shares", FITS)
@given(counts=st.lists(few_counts, min_size=1, max_size=4), base=st.integers(1, 30))
def test_counts_are_those_of_all_combinations_that_fit(shares, counts, base):
    fitting = [one for one in product(*counts) if FITS[shares](one, base)]
    expected = tuple(sorted(set(column)) for column in zip(*fitting, strict=True))
    assert tuple(list(one) for one in joint_counts(counts, base, shares)) == expected


def test_unknown_kind_of_shares_is_refused():
    with pytest.raises(UsageError) as error:
        joint_counts([range(1, 2)], 5, "bottom-list")
    assert error.value.params == {
        "argument": "shares",
        "name": "bottom-list",
        "known": "separate, partition, top_list",
        "nearest": "top_list",
    }


@pytest.mark.parametrize("shares", FITS)
def test_share_without_a_count_leaves_none(shares):
    assert joint_counts([range(1, 2), range(0)], 5, shares) == ()
