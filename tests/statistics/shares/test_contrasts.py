"""Differences and ratios of two shares against R's contingencytables; see reference/shares.R."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.shares.contrasts import (
    all_differences,
    share_difference,
    share_ratio,
)
from netralitas_research.statistics.shares.score_difference import score_difference, wald_difference

SNP = [276, 380, 118]
"""SNP rs6498169 (Fagerland, Lydersen & Laake, 2017, chapter 3)."""


def limits(found):
    return found[["low", "high"]].to_numpy().ravel()


# The discordant cells of a table of pairs are two parts of a whole. Cavo et al. (2012): 6 and 16
# of 161, from the test suite of contingencytables 3.0 (Fagerland et al., 2017, chapter 8).
@pytest.mark.parametrize(
    ("method", "low", "high"),
    [
        ("score", -0.1240, -0.0054),
        ("wald", -0.1184, -0.0058),
        ("bonett_price", -0.1195, -0.0032),
    ],
)
def test_differences_are_those_of_contingencytables(method, low, high):
    found = share_difference([6, 16], 1, 2, 161, method)

    assert limits(found) == pytest.approx([low, high], abs=5.1e-5)
    # McNemar's exact conditional test there.
    assert found["p_value"].item() == pytest.approx(0.052479, abs=5e-7)


# reference/shares.R: the likelihood is maximised by a search there.
@pytest.mark.parametrize(
    ("first", "second", "base", "level", "low", "high"),
    [
        (126, 116, 456, 0.95, -0.04497300578, 0.08862587006),
        (12, 2, 40, 0.99, 0.01078533834, 0.47188860378),
    ],
)
def test_score_limits_are_those_of_a_search_in_r(first, second, base, level, low, high):
    found = share_difference([first, second], 1, 2, base, level=level)

    assert limits(found) == pytest.approx([low, high], abs=1e-8)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_exchanged_parts_have_the_opposite_difference(a, b, rest):
    if a + b + rest == 0:
        return
    low, high = limits(share_difference([a, b, rest], 1, 2))

    assert -1 <= low <= (a - b) / (a + b + rest) <= high <= 1
    assert limits(share_difference([a, b, rest], 2, 1)) == pytest.approx([-high, -low], abs=1e-12)


def test_all_differences_are_those_of_goodman():
    # contingencytables prints 0.3385 (0.2759 to 0.4011) for the second less the third part.
    found = all_differences(SNP, method="goodman")

    assert found["term"].tolist() == ["1 - 2", "1 - 3", "2 - 3"]
    assert limits(found[2:]) == pytest.approx([0.2759, 0.4011], abs=5.1e-5)
    # reference/shares.R
    assert limits(found[:1]) == pytest.approx([-0.21273799478, -0.05599585535], rel=1e-8)


def test_all_differences_are_those_of_gold():
    found = all_differences(SNP, method="gold")

    assert limits(found[:1]) == pytest.approx([-0.21449815154, -0.05423569859], rel=1e-8)


def test_p_values_are_adjusted_as_r_does():
    # binom.test and p.adjust(method = "holm") in reference/shares.R.
    expected = [5.594436648e-05, 2.133023066e-15, 1.172096390e-32]

    assert all_differences(SNP)["p_holm"].tolist() == pytest.approx(expected, rel=1e-8)


def test_error_is_shared_among_all_pairs():
    expected = share_difference(SNP, 1, 3, level=1 - 0.05 / 3)

    assert limits(all_differences(SNP)[1:2]) == pytest.approx(limits(expected))


# Ezra et al. (2010): 25 by 2; contingencytables 3.0, the conditional odds ratio of paired data.
@pytest.mark.parametrize(
    ("method", "low", "high"),
    [
        ("clopper_pearson", 3.1169, 108.8892),
        ("mid_p", 3.4681, 78.2972),
        ("log", 2.9608, 52.7731),
    ],
)
def test_ratios_are_those_of_contingencytables(method, low, high):
    found = share_ratio([25, 2], 1, 2, method)

    assert found["estimate"].item() == 12.5
    assert limits(found) == pytest.approx([low, high], abs=5.1e-5)


def test_ratio_by_wilson_is_that_of_contingencytables():
    # Cavo et al. (2012): the transformed Wilson interval of 6 by 16.
    assert limits(share_ratio([6, 16], 1, 2, "wilson")) == pytest.approx(
        [0.1514, 0.9287], abs=5.1e-5
    )


def test_ratio_is_the_odds_of_the_binomial_test_of_r():
    found = share_ratio({"high": 126, "functional": 116, "other": 214}, "high", "functional")

    assert limits(found) == pytest.approx([0.8373407938, 1.4100736613], rel=1e-8)
    assert found["p_value"].item() == pytest.approx(0.5629885810, rel=1e-8)
    assert found["n"].item() == 242


def trinomial(n, shares):
    a, b = (cells.ravel() for cells in np.indices((n + 1, n + 1)))
    a, b = a[a + b <= n], b[a + b <= n]
    chance = stats.multinomial.pmf(np.column_stack([a, b, n - a - b]), n, shares)
    return a.astype(float), b.astype(float), chance


# Exact probabilities of all tables of 60 cases; docs/coverage/shares.md has more.
@pytest.mark.parametrize("shares", [(0.3, 0.25, 0.45), (0.1, 0.05, 0.85), (0.5, 0.4, 0.1)])
def test_differences_are_covered_about_as_often_as_the_level_says(shares):
    a, b, chance = trinomial(60, shares)
    truth = shares[0] - shares[1]
    low, high = score_difference(a, b, np.full(len(a), 60.0), 1.959964)

    assert 0.94 < chance[(low <= truth) & (truth <= high)].sum() < 0.97


def test_wald_covers_rare_parts_less_often_than_the_score():
    a, b, chance = trinomial(60, (0.04, 0.02, 0.94))
    n = np.full(len(a), 60.0)
    wald, score = (
        chance[(low <= 0.02) & (high >= 0.02)].sum()
        for low, high in (wald_difference(a, b, n, 1.959964), score_difference(a, b, n, 1.959964))
    )

    assert wald < 0.93 < score


def test_exact_ratio_is_covered_at_least_as_often_as_the_level_says():
    # Whatever the sum of both counts, so also on the whole.
    for both in range(1, 31):
        chance = stats.binom.pmf(np.arange(both + 1), both, 2 / 3)
        covered = [covers(share_ratio([a, both - a], 1, 2), 2) for a in range(both + 1)]
        assert chance[covered].sum() >= 0.95


def covers(found, truth):
    low, high = limits(found)
    return low <= truth <= high


@pytest.mark.parametrize("method", ["score", "wald", "bonett_price"])
def test_parts_without_a_case_are_noted(method):
    found = share_difference([0, 0, 50], 1, 2, method=method)

    assert found["note"].item() == "note.shares.both_zero"
    assert found["estimate"].item() == 0


def test_two_parts_without_a_case_may_still_differ_by_the_score():
    # z^2 / (n + z^2)
    assert limits(share_difference([0, 0, 50], 1, 2)) == pytest.approx([-0.0713476, 0.0713476])


@pytest.mark.parametrize(
    ("counts", "note", "estimate", "low", "high"),
    [
        ([0, 0], "both_zero", math.nan, 0, math.inf),
        # binom.test(12, 12) in R: 0.7353515 to 1.
        ([12, 0], "zero_second", math.nan, 0.7353515 / 0.2646485, math.inf),
        ([0, 12], "zero_first", 0, 0, 0.2646485 / 0.7353515),
    ],
)
def test_ratio_with_a_zero_has_honest_limits(counts, note, estimate, low, high):
    found = share_ratio(counts, 1, 2)

    assert found["note"].item() == f"note.shares.{note}"
    assert found["estimate"].item() == pytest.approx(estimate, nan_ok=True)
    assert limits(found) == pytest.approx([low, high], rel=1e-6)


@pytest.mark.parametrize("counts", [[0, 0], [12, 0], [0, 12]])
def test_logarithm_says_nothing_on_a_ratio_with_a_zero(counts):
    assert limits(share_ratio(counts, 1, 2, "log")).tolist() == [0, math.inf]


def test_small_counts_are_noted_unless_the_method_is_made_for_them():
    assert (
        share_difference([3, 20, 30], 1, 2, method="wald")["note"].item()
        == "note.shares.small_count"
    )
    assert share_difference([3, 20, 30], 1, 2)["note"].item() == ""


def test_sum_of_zero_and_a_single_part_are_stated():
    nothing, alone = share_difference([0, 0], 1, 2), all_differences([7])

    assert nothing["note"].item() == "note.shares.zero_base"
    assert alone["note"].item() == "note.shares.no_pair"
    assert limits(nothing).tolist() == limits(alone).tolist() == [-1, 1]


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: share_difference([1, 2], 1, 3), "error.shares_part"),
        (
            lambda: share_difference(pd.Series([1, 2], index=["a", "a"]), "a", "a"),
            "error.shares_part",
        ),
        (lambda: share_ratio([1, 2], 2, 2), "error.shares_same_part"),
        (lambda: share_difference([5, 6], 1, 2, 10), "error.shares_above_base"),
        (lambda: share_difference([5, 6], 1, 2, [20, 20]), "error.shares_one_base"),
        (lambda: share_difference([5, 6], 1, 2, method="newcombe"), "error.method"),
        (lambda: share_ratio([5, 6], 1, 2, "score"), "error.method_nearest"),
        (lambda: all_differences([1] * 1001), "error.shares_too_many_pairs"),
        (lambda: all_differences([1, 2], level=95), "error.survey_share"),
    ],
)
def test_wrong_usage_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
