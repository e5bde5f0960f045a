"""What is left of a total, against the enumeration of all counts."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.residual import residual_bounds

ENTRY = st.integers(0, 100).map(str)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 30), st.lists(ENTRY, max_size=3))
def test_residual_is_what_the_possible_counts_leave(total, parts):
    fitting = [
        [
            k
            for k in range(total + 1)
            if floor(Fraction(100 * k, total) + Fraction(1, 2)) == int(part)
        ]
        for part in parts
    ]
    left = [total - sum(counts) for counts in product(*fitting) if sum(counts) <= total]
    found = residual_bounds(total, parts)

    if left:
        assert found["low"].tolist() == [min(left), min(left) / total]
        assert found["high"].tolist() == [max(left), max(left) / total]
    else:
        assert set(found["note"]) == {"note.bounds.inconsistent"}


def test_counts_leave_a_known_residual():
    found = residual_bounds(533, [373])
    assert found["estimate"].tolist() == [160, 160 / 533]
    assert set(found["note"]) == {""}


def test_counts_and_percentages_can_stand_together():
    # 70% of 533 is 371 to 375.
    found = residual_bounds(533, [100, Decimal("70")])
    assert (found["low"][0], found["high"][0]) == (58, 62)


def test_without_a_base_only_the_share_is_bounded():
    # 26.5 and 17.2 are 43.6 to 43.8 before rounding.
    found = residual_bounds(None, ["26.5", "17.2"])
    assert found["note"].tolist() == ["note.bounds.no_base"] * 2
    assert (found["low"][1], found["high"][1]) == pytest.approx((0.562, 0.564))


def test_parts_above_the_total_are_inconsistent():
    assert set(residual_bounds(100, [60, 50])["note"]) == {"note.bounds.inconsistent"}
    assert residual_bounds(None, ["60", "50"])["note"][1] == "note.bounds.inconsistent"


def test_no_parts_leave_everything():
    assert residual_bounds(9, [])["estimate"].tolist() == [9, 1]


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: residual_bounds(0, ["5"]), "error.base"),
        (lambda: residual_bounds(9, [-5]), "error.count"),
        (lambda: residual_bounds(9, [2.5]), "error.count"),
        (lambda: residual_bounds(9, ["few"]), "error.percentage"),
        (lambda: residual_bounds(None, [5]), "error.bounds_no_total"),
    ],
)
def test_parts_that_are_neither_counts_nor_percentages_are_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
