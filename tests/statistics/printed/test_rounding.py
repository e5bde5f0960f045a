from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.rounding import (
    PrintedValue,
    accepted_interval,
    most_decimals,
    read_printed,
)

# Python's own decimal arithmetic says what each rule makes of an exact number.
RULES = {
    "half_up": {ROUND_HALF_UP},
    "half_even": {ROUND_HALF_EVEN},
    "truncate": {ROUND_DOWN},
    "up_or_down": {ROUND_HALF_UP, ROUND_HALF_DOWN},
    "any": {ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN},
}


@pytest.mark.parametrize(
    ("printed", "digits", "decimals"),
    [
        ("9", 9, 0),
        ("9.0", 90, 1),
        ("9,40", 940, 2),
        ("27,6%", 276, 1),
        (" 27.6 % ", 276, 1),
        (Decimal("9.40"), 940, 2),
        (Decimal("9E+1"), 90, 0),
        (9, 9, 0),
    ],
)
def test_decimals_are_those_that_were_printed(printed, digits, decimals):
    value = read_printed(printed)
    assert (value.digits, value.decimals) == (digits, decimals)


def test_lost_zeros_are_put_back():
    assert read_printed("9.4", decimals=2) == PrintedValue("9.4", 940, 2)
    assert most_decimals(["9", "9.40", "9,4"]) == 2
    assert most_decimals([]) == 0


@pytest.mark.parametrize(
    "printed",
    [
        *("", "nine", "-9", "+9", "1.234,5", "9.", ".5", "9 percent", "%", "1e3"),
        *(True, Decimal("NaN"), Decimal("-1")),
    ],
)
def test_what_is_no_printed_number_is_named(printed):
    with pytest.raises(UsageError) as error:
        read_printed(printed)
    assert error.value.key == "error.printed_number"
    assert error.value.params["text"] == str(printed)


def test_more_decimals_than_allowed_are_refused():
    with pytest.raises(UsageError, match=r"error\.more_decimals"):
        read_printed("9.45", decimals=1)
    with pytest.raises(UsageError, match=r"error\.decimals"):
        read_printed("9", decimals=-1)


def test_unknown_rule_of_rounding_is_refused():
    with pytest.raises(UsageError) as error:
        accepted_interval(read_printed("9"), "ceiling")
    assert "half_up" in error.value.params["known"]


@pytest.mark.parametrize("rule", RULES)
@given(
    base=st.sampled_from([1, 3, 7, 8, 16, 40, 125, 200, 400, 456, 1000]),
    decimals=st.integers(0, 2),
    data=st.data(),
)
def test_fractions_are_accepted_as_decimal_arithmetic_rounds_them(rule, base, decimals, data):
    count = data.draw(st.integers(0, base))
    # All values that could be meant, and their neighbours, which mostly are not.
    nearest = int(Fraction(100 * 10**decimals * count, base))
    for digits in range(max(nearest - 1, 0), nearest + 3):
        interval = accepted_interval(PrintedValue("", digits, decimals), rule, unit=100)
        printed_as_this = any(rounded(count, base, decimals, how) == digits for how in RULES[rule])
        assert (count in interval.numerators(base)) == printed_as_this


def rounded(count, base, decimals, how):
    # These bases have either short decimals or none that could be taken for a half.
    exact = Decimal(100 * 10**decimals * count) / Decimal(base)
    return int(exact.quantize(Decimal(1), rounding=how))


@pytest.mark.parametrize(("given", "digits"), [(27.6, 276), (9.0, 90), (9, 90), (100.0, 1000)])
def test_float_is_read_with_the_decimals_that_were_printed(given, digits):
    assert read_printed(given, decimals=1).digits == digits
    if isinstance(given, float):
        with pytest.raises(UsageError, match=r"error\.printed_float"):
            read_printed(given)


@pytest.mark.parametrize("decimals", [1.0, "1", True, -1])
def test_decimals_are_a_whole_number(decimals):
    with pytest.raises(UsageError, match=r"error\.decimals"):
        read_printed("27.6", decimals=decimals)


def test_interval_takes_what_was_printed():
    assert accepted_interval("27.6", "Half-up") == accepted_interval(
        read_printed("27.6"), "half_up"
    )
