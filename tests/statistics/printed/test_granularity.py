import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.granularity import (
    bases_of_count,
    possible_counts,
    possible_sums,
)

# Published: R package scrutiny 0.6.1, README and tests (`grim_map`, rounding "up_or_down");
# 5.19 of 28 persons is the example of Brown and Heathers (2017).
MEANS_OF_28 = {
    **dict.fromkeys(["5.19", "5.20", "5.22", "5.23", "5.24"], False),
    **dict.fromkeys(["5.26", "5.27", "5.28", "5.30"], False),
    **dict.fromkeys(["5.21", "5.25", "5.29"], True),
}
MEANS = {
    ("7.22", 32): True,
    ("4.74", 25): False,
    ("5.23", 29): False,
    ("2.57", 24): False,
    ("6.77", 27): False,
    # The Economist, 18 June 2016.
    ("5.93", 49): False,
}


@pytest.mark.parametrize(("mean", "possible"), MEANS_OF_28.items())
def test_means_of_28_persons_are_judged_as_published(mean, possible):
    assert bool(possible_sums(mean, 28)) == possible


@pytest.mark.parametrize(("case", "possible"), MEANS.items())
def test_means_are_judged_as_published(case, possible):
    assert bool(possible_sums(*case)) == possible


# Published: tests of the R package rsprite2.
def test_a_mean_over_two_items_has_twice_the_granularity():
    assert possible_sums("5.18", 14, items=2)
    assert not possible_sums("5.18", 14, items=1)


# Published: scrutiny 0.6.1, percentages of 50 persons.
@pytest.mark.parametrize("percent", range(6, 17))
@pytest.mark.parametrize("rounding", ["half_up", "half_even", "truncate", "up_or_down", "any"])
def test_odd_percentages_of_50_persons_are_impossible_under_every_rule(percent, rounding):
    assert bool(possible_counts(percent, 50, rounding=rounding)) == (percent % 2 == 0)


@pytest.mark.parametrize(
    ("rounding", "possible"),
    [
        ("half_up", ["0.13"]),
        ("half_even", ["0.12"]),
        ("truncate", ["0.12"]),
        ("up_or_down", ["0.12", "0.13"]),
        ("any", ["0.12", "0.13"]),
    ],
)
def test_grim_takes_a_half_either_way(rounding, possible):
    means = ["0.11", "0.12", "0.13", "0.14"]
    assert [mean for mean in means if 5 in possible_sums(mean, 40, rounding=rounding)] == possible


def test_counts_do_not_leave_the_base():
    assert possible_counts("100", 3) == range(3, 4)
    assert possible_counts("100", 1000) == range(995, 1001)
    assert possible_counts("0", 1000) == range(5)
    assert bases_of_count(1000, "100", at_most=2000) == range(1000, 1006)


# 1 of 40 is 2.5 percent, which half even makes 2.
def test_a_share_on_the_edge_is_left_to_the_even_neighbour():
    assert bases_of_count(1, "3", at_most=100, rounding="half_even") == range(29, 40)
    assert bases_of_count(1, "2", at_most=100, rounding="half_even") == range(40, 67)


@pytest.mark.parametrize("printed", ["100.1", "101", "-1", "x", "27.6.1"])
def test_what_is_no_percentage_is_named(printed):
    with pytest.raises(UsageError) as error:
        possible_counts(printed, 10)
    assert (error.value.key, error.value.params) == ("error.percentage", {"text": printed})


def test_bases_and_counts_below_their_least_are_refused():
    for wrong in (
        lambda: possible_counts("5", 0),
        lambda: possible_counts("5", 456.5),
        lambda: possible_counts("5", float("nan")),
        lambda: bases_of_count(1.5, "5", at_most=9),
        lambda: possible_sums("5", 0),
        lambda: possible_sums("5", 1, items=0),
        lambda: bases_of_count(1, "5", at_most=0),
        lambda: bases_of_count(-1, "5", at_most=9),
    ):
        with pytest.raises(UsageError, match=r"error\.(base|count)"):
            wrong()


@given(
    st.integers(0, 60),
    st.integers(0, 1000),
    st.sampled_from(["half_up", "half_even", "truncate", "up_or_down", "any"]),
    st.sampled_from([0, 1]),
)
def test_bases_of_a_count_are_those_that_give_it(count, digits, rounding, decimals):
    printed = f"{digits / 10:.1f}" if decimals else str(digits // 10)
    found = bases_of_count(count, printed, at_most=300, rounding=rounding)
    assert list(found) == [
        base for base in range(1, 301) if count in possible_counts(printed, base, rounding=rounding)
    ]


# Brown and Heathers (2017): a float has lost the zero of 5.20, so its decimals are given.
def test_mean_from_a_spreadsheet_is_judged_with_its_decimals():
    assert not possible_sums(5.2, 28, decimals=2)
    assert possible_sums(5.25, 28.0, decimals=2)
