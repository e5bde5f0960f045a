"""Rank sets against the published hospitals, R, and all counts that a print allows."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from netralitas_research.statistics.ranks.gaussian import stepwise
from netralitas_research.statistics.ranks.holm import from_counts, from_p_values, holm, more_often
from netralitas_research.statistics.ranks.sets import (
    could_be_first,
    rank_sets,
    rank_sets_of_counts,
    rank_sets_of_printed,
    rank_sets_of_rates,
    rank_sets_of_shares,
    ranks_under,
)

# Deaths of children after heart operations in twelve hospitals of England: shares and standard
# errors. Sets by csranks 1.2.3 in R (200,000 draws; two seeds agree), after Mogstad, Romano, Shaikh
# & Wilhelm (2024). In order: Bristol, Leicester, Leeds, Oxford, Guys, Liverpool, Southampton, Great
# Ormond Street, Newcastle, Harefield, Birmingham, Brompton.
DEATHS = [41, 25, 24, 23, 25, 42, 24, 53, 26, 25, 58, 31]
OPERATIONS = [143, 187, 323, 122, 164, 405, 239, 482, 195, 177, 581, 301]
HOSPITAL_RANKS = [1, 5, 12, 2, 3, 8, 10, 7, 6, 4, 11, 9]
SIMULTANEOUS = [1, 2, 2, 1, 1, 2, 2, 2, 2, 1, 2, 2], [4] + 11 * [12]
MARGINAL = [1, 2, 3, 1, 2, 2, 2, 2, 2, 2, 2, 2], [2, 12, 12, 11, *(8 * [12])]

KASN = [126, 116, 65, 58, 41]
SPREAD = [200, 120, 90, 85, 60, 40, 35, 20, 18, 9, 4, 0]
EVENTS, EXPOSURE = [30, 12, 45, 8, 60, 3], [1000, 900, 800, 400, 2500, 300]


def limits(sets):
    return sets["low"].tolist(), sets["high"].tolist()


@pytest.mark.parametrize(("simultaneous", "expected"), [(True, SIMULTANEOUS), (False, MARGINAL)])
def test_sets_of_the_hospitals_are_those_of_csranks(simultaneous, expected):
    shares = np.divide(DEATHS, OPERATIONS)
    errors = np.sqrt(shares * (1 - shares) / OPERATIONS)

    by_errors = rank_sets(shares, errors, simultaneous=simultaneous)
    by_covariance = rank_sets(shares, covariance=np.diag(errors**2), simultaneous=simultaneous)
    by_bases = rank_sets_of_shares(DEATHS, OPERATIONS, simultaneous=simultaneous)

    assert limits(by_errors) == limits(by_covariance) == limits(by_bases) == expected
    assert by_errors["estimate"].tolist() == HOSPITAL_RANKS


def test_first_place_goes_to_the_smallest_where_that_is_asked():
    shares = np.divide(DEATHS, OPERATIONS)
    errors = np.sqrt(shares * (1 - shares) / OPERATIONS)

    sets = rank_sets(shares, errors, largest_first=False)

    low, high = MARGINAL
    assert limits(sets) == ([13 - rank for rank in high], [13 - rank for rank in low])
    assert sets["value"].tolist() == shares.tolist()


# csranks_multinom in R, Bonferroni and Holm.
@pytest.mark.parametrize("multiplicity", ["holm", "bonferroni"])
@pytest.mark.parametrize("simultaneous", [True, False])
def test_high_officials_and_functional_posts_may_each_be_first(multiplicity, simultaneous):
    sets = rank_sets_of_counts(KASN, 0.95, simultaneous, multiplicity)

    assert limits(sets) == ([1, 1, 3, 3, 3], [2, 2, 5, 5, 5])


# reference/ranks.R: binom.test, poisson.test and p.adjust of R 4.2.
FROM_R = {
    ("counts", "holm", True): (
        [1, 2, 2, 2, 3, 5, 5, 6, 6, 8, 8, 10],
        [1, 4, 5, 5, 7, 9, 9, 11, 11, 12, 12, 12],
    ),
    ("counts", "holm", False): (
        [1, 2, 2, 2, 3, 5, 5, 6, 7, 8, 10, 11],
        [1, 4, 5, 5, 7, 8, 9, 10, 10, 11, 12, 12],
    ),
    ("counts", "bonferroni", False): (
        [1, 2, 2, 2, 3, 5, 5, 6, 6, 8, 10, 11],
        [1, 4, 5, 5, 7, 9, 9, 10, 10, 11, 12, 12],
    ),
    ("rates", "holm", True): ([1, 2, 1, 1, 2, 2], [6, 6, 3, 6, 6, 6]),
    ("rates", "holm", False): ([2, 2, 1, 2, 2, 2], [6, 6, 1, 6, 6, 6]),
}


@pytest.mark.parametrize("case", FROM_R)
def test_sets_are_those_of_exact_tests_in_r(case):
    kind, multiplicity, simultaneous = case
    common = {"multiplicity": multiplicity, "simultaneous": simultaneous}
    counts = kind == "counts"

    sets = (
        rank_sets_of_counts(SPREAD, **common)
        if counts
        else rank_sets_of_rates(EVENTS, EXPOSURE, **common)
    )

    assert limits(sets) == FROM_R[case]


def test_the_critical_value_of_equal_units_is_that_of_tukey():
    # R: qtukey(0.95, 10, Inf) / sqrt(2) is 3.1637. Nine equal units and one that is above or below
    # them by this many standard errors of a difference: just more is shown, just less is not.
    for distance, shown in ((3.10, 0), (3.23, 9)):
        estimates = np.zeros(10)
        estimates[0] = distance * np.sqrt(2)
        below, above = stepwise(
            estimates, np.eye(10), alpha=0.05, simultaneous=True, draws=50_000, seed=3
        )
        assert (below[0], above.sum()) == (shown, shown)


def test_later_steps_show_more_than_the_first():
    # For 3 units Tukey's value is 2.34. Once the third is shown to be below both, and both above
    # it, four directed hypotheses remain, of which the two between the first pair matter most.
    estimates, covariance = np.array([2.2, 0.0, -50.0]) * np.sqrt(2), np.eye(3)
    wanted = {"alpha": 0.05, "draws": 100_000, "seed": 1}

    below, _ = stepwise(estimates, covariance, simultaneous=True, **wanted)
    far, _ = stepwise(estimates * [0.9, 1, 1], covariance, simultaneous=True, **wanted)

    assert below.tolist() == [2, 1, 0]
    assert far.tolist() == [1, 1, 0]


def test_dependence_is_used():
    # Two estimates with correlation 0.9: the error of the difference is 0.45, not 1.41.
    covariance = [[1, 0.9], [0.9, 1]]

    assert limits(rank_sets([1.5, 0], covariance=covariance)) == ([1, 2], [1, 2])
    assert limits(rank_sets([1.5, 0], [1, 1])) == ([1, 1], [2, 2])


@given(st.lists(st.integers(0, 60), min_size=2, max_size=7), st.booleans())
@settings(max_examples=40, deadline=None)
def test_halving_finds_what_all_pairs_find(counts, simultaneous):
    x = np.array(counts, float)
    p_values = more_often(x[:, np.newaxis], x)
    np.fill_diagonal(p_values, 1)

    by_pairs = holm(from_p_values(p_values), len(x), 0.05, simultaneous, "holm")
    by_halving = holm(from_counts(x, x), len(x), 0.05, simultaneous, "holm")

    assert np.array_equal(by_pairs, by_halving)
    if simultaneous:
        off = ~np.eye(len(x), dtype=bool)
        assert by_pairs[0].sum() == multipletests(p_values[off], 0.05, "holm")[0].sum()


@given(st.lists(st.integers(0, 200), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_sets_hold_the_rank_and_grow_with_what_they_promise(counts):
    marginal = rank_sets_of_counts(counts)

    wider = [
        rank_sets_of_counts(counts, simultaneous=True),
        rank_sets_of_counts(counts, multiplicity="bonferroni"),
        rank_sets_of_counts(counts, level=0.99),
    ]

    assert marginal["estimate"].between(marginal["low"], marginal["high"]).all()
    assert all((sets["low"] <= marginal["low"]).all() for sets in wider)
    assert all((sets["high"] >= marginal["high"]).all() for sets in wider)


@given(st.permutations(range(6)))
@settings(max_examples=20, deadline=None)
def test_order_does_not_matter(order):
    counts = pd.Series([90, 61, 40, 33, 12, 3], index=list("abcdef"))

    moved = rank_sets_of_counts(counts.iloc[list(order)]).set_index("term").loc[counts.index]

    assert moved.equals(rank_sets_of_counts(counts).set_index("term"))


@pytest.mark.parametrize("simultaneous", [True, False])
@pytest.mark.parametrize("printed", [["38", "33", "21", "8"], ["36", "28", "19", "17"]])
def test_sets_of_printed_percentages_hold_for_all_counts_that_are_printed_alike(
    printed, simultaneous
):
    # Base 240: two or three counts a percentage. All of them are tried.
    sets = rank_sets_of_printed(printed, 240, simultaneous=simultaneous)
    choices = [
        range(int(least), int(most) + 1)
        for least, most in zip(sets["least"], sets["most"], strict=True)
    ]
    each = [
        rank_sets_of_counts(counts, simultaneous=simultaneous)
        for counts in itertools.product(*choices)
    ]

    low, high = (np.array([table[side] for table in each]) for side in ("low", "high"))
    assert len(each) > 15
    assert limits(sets) == (low.min(axis=0).tolist(), high.max(axis=0).tolist())
    assert (low.max(axis=0) > low.min(axis=0)).any() or (high.max(axis=0) > high.min(axis=0)).any()


def test_printed_percentages_of_known_counts_give_the_sets_of_the_counts():
    posts = pd.Series(["27.6", "25.4", "14.3", "12.7", "9.0"], index=list("abcde"))

    printed = rank_sets_of_printed(posts, 456, shares="top_list")
    counted = rank_sets_of_counts(pd.Series(KASN, index=list("abcde")), remainder=50)

    assert printed["most"].tolist() == KASN
    shown = ["term", "estimate", "low", "high", "method", "n", "note"]
    assert printed[shown].equals(counted[shown])
    assert set(printed["note"]) == {"note.ranks.among_listed"}


def test_estimates_without_error_are_compared_as_they_are():
    sets = rank_sets([3, 3, 1], [0, 0, 0])

    assert limits(sets) == ([1, 1, 3], [2, 2, 3])
    assert set(sets["note"]) == {"note.ranks.no_error"}


def test_many_units_are_compared_with_holm_and_it_is_said():
    estimates = np.repeat([5.0, 0.0], [1, 250])
    near = np.repeat([4.0, 0.0], [1, 250])

    shown, not_shown = (rank_sets(x, np.ones(251) / np.sqrt(2)) for x in (estimates, near))

    # 500 tests of the first unit: 0.05 / 500 is reached at 3.72 standard errors of 1 when nothing
    # was shown before; 4 and 5 both pass, and simultaneously (62,750 tests, 4.82) only 5 does.
    assert limits(shown)[1][0] == limits(not_shown)[1][0] == 1
    assert rank_sets(near, np.ones(251) / np.sqrt(2), simultaneous=True)["high"][0] == 251
    assert rank_sets(estimates, np.ones(251) / np.sqrt(2), simultaneous=True)["high"][0] == 1
    assert set(shown["method"]) == {"normal_holm"}
    assert set(shown["note"]) == {"note.ranks.many_units"}


def test_shares_of_zero_get_an_error_and_small_ones_a_warning():
    sets = rank_sets_of_shares([0, 2, 30], [20, 20, 60])

    assert sets["note"].tolist() == ["note.ranks.adjusted_error", "note.ranks.few", ""]
    assert limits(sets) == ([2, 2, 1], [3, 3, 1])


def test_ten_thousand_categories_are_ranked_in_seconds():
    counts = np.arange(10_000) // 10 * 7

    sets = rank_sets_of_counts(counts, simultaneous=True)

    assert sets["high"].iloc[-1] < 5000
    assert sets["low"].iloc[0] > 5000


def test_denominators_change_ranks_and_it_is_said():
    counts = pd.Series({"structural": 300, "functional": 290, "executing": 20})
    staff = pd.Series({"functional": 2000, "structural": 400, "executing": 1500})

    table = ranks_under(counts, {"reports": None, "staff": staff, "same": [1, 1, 1]})
    under = table.set_index(["denominator", "term"])

    assert under.loc[("reports", "structural"), ["low", "high"]].tolist() == [1, 2]
    assert under.loc[("staff", "structural"), ["low", "high"]].tolist() == [1, 1]
    assert under.loc[("all", "structural"), ["low", "high"]].tolist() == [1, 2]
    assert under.loc["all", "note"].tolist() == ["note.ranks.stable"] * 3
    swapped = ranks_under(counts, {"a": None, "b": [400, 200, 1500]})
    assert swapped["note"].tolist()[-3:] == ["note.ranks.not_stable"] * 2 + ["note.ranks.stable"]
    gap = ranks_under(counts, {"a": None, "b": staff.drop("executing")})
    assert gap["note"].iloc[-1] == "note.ranks.missing_somewhere"
    assert (gap["low"].iloc[-1], gap["high"].iloc[-1]) == (1, 3)


def test_those_that_could_be_first_and_last_are_told():
    table = could_be_first(rank_sets_of_counts(KASN))

    assert table["first"].tolist() == [True, True, False, False, False]
    assert table["last"].tolist() == [False, False, True, True, True]
    assert set(table["note"]) == {""}
    two = could_be_first(rank_sets_of_counts(KASN), places=2)
    assert two["note"].tolist() == ["note.ranks.certainly_first"] * 2 + [""] * 3
    three = could_be_first(rank_sets_of_counts(KASN), places=3)
    assert three["note"].tolist()[2:] == ["note.ranks.certainly_last"] * 3


def covered(sample, true, repetitions=300):
    """Give the share of samples in which the least covered set holds, and in which all do."""
    lowest = 1 + (true[:, np.newaxis] < true).sum(axis=1)
    highest = len(true) - (true[:, np.newaxis] > true).sum(axis=1)
    inside = []
    for _ in range(repetitions):
        sets = sample()
        inside.append((sets["low"] <= lowest) & (sets["high"] >= highest))
    return np.mean(inside, axis=0).min(), np.all(inside, axis=1).mean()


# 300 samples of a coverage of 0.95: three standard errors are 0.038.
@pytest.mark.parametrize("simultaneous", [True, False])
@pytest.mark.parametrize("true", [np.full(6, 1 / 6), np.array([0.26, 0.25, 0.2, 0.15, 0.14])])
def test_sets_of_counts_hold_at_least_as_often_as_stated(true, simultaneous):
    random = np.random.default_rng(5)

    def sample():
        return rank_sets_of_counts(random.multinomial(456, true), simultaneous=simultaneous)

    least, together = covered(sample, true)
    assert (together if simultaneous else least) > 0.912


@pytest.mark.parametrize("simultaneous", [True, False])
def test_sets_of_equal_estimates_hold_about_as_often_as_stated(simultaneous):
    # All equal is the hardest case: there the first step has exactly the stated level, and the
    # least of five marginal sets lies a little below it by chance.
    random = np.random.default_rng(6)
    errors = np.array([1.0, 0.5, 1.0, 2.0, 0.7])

    def sample():
        drawn = random.normal(0, errors)
        return rank_sets(drawn, errors, simultaneous=simultaneous, draws=5000, seed=2)

    least, together = covered(sample, np.zeros(5), repetitions=400)
    assert 0.912 < (together if simultaneous else least) < 0.985


def test_marginal_sets_do_not_hold_all_together():
    random = np.random.default_rng(7)
    errors = np.ones(8)

    def sample():
        return rank_sets(random.normal(0, errors), errors, draws=5000, seed=2)

    least, together = covered(sample, np.zeros(8))
    assert least > 0.912 > together
