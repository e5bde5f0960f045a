"""Single shares against Newcombe (1998), Fagerland et al. (2017) and R; see reference/shares.R."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.shares.limits import METHODS
from netralitas_research.statistics.shares.single import share_interval

NEWCOMBE = [(81, 263), (15, 148), (0, 20), (1, 29)]

# Newcombe (1998), Statistics in Medicine 17, 857-872, Table I: methods 3, 4, 5 and 6.
PRINTED = {
    "wilson": [(0.2553, 0.3662), (0.0624, 0.1605), (0, 0.1611), (0.0061, 0.1718)],
    "wilson_cc": [(0.2535, 0.3682), (0.0598, 0.1644), (0, 0.2005), (0.0018, 0.1963)],
    "clopper_pearson": [(0.2527, 0.3676), (0.0578, 0.1617), (0, 0.1684), (0.0009, 0.1776)],
    "mid_p": [(0.2544, 0.3658), (0.0601, 0.1581), (0, 0.1391), (0.0017, 0.1585)],
}


def limits(*args, **kwargs):
    return share_interval(*args, **kwargs)[["low", "high"]].to_numpy()


@pytest.mark.parametrize("method", PRINTED)
def test_newcombes_table_is_reproduced(method):
    counts, bases = zip(*NEWCOMBE, strict=True)

    found = limits(list(counts), list(bases), method=method)

    assert found == pytest.approx(np.array(PRINTED[method]), abs=5.1e-5)


# 13 of 16, from the test suite of contingencytables 3.0 (Fagerland, Lydersen & Laake, 2017,
# chapter 2).
@pytest.mark.parametrize(
    ("method", "low", "high"),
    [
        ("wilson", 0.5699, 0.9341),
        ("wilson_cc", 0.5369, 0.9503),
        ("clopper_pearson", 0.5435, 0.9595),
        ("mid_p", 0.5699, 0.9500),
        ("jeffreys", 0.5792, 0.9442),
    ],
)
def test_values_of_contingencytables_are_reproduced(method, low, high):
    assert limits(13, 16, method).ravel() == pytest.approx([low, high], abs=5.1e-5)


def test_agresti_coull_is_that_of_r():
    # binom.confint(18, 20) of R's package binom, as printed in the test suite of statsmodels 0.15.
    found = limits(18, 20, "agresti_coull").ravel()

    assert found == pytest.approx([0.6867561126, 0.9843437610], rel=1e-9)


# reference/shares.R: prop.test, binom.test, qbeta, uniroot on pbinom.
@pytest.mark.parametrize(
    ("count", "base", "method", "level", "low", "high"),
    [
        (126, 456, "wilson", 0.95, 0.2372701454, 0.3190986941),
        (126, 456, "wilson_cc", 0.95, 0.2362326266, 0.3202355342),
        (126, 456, "clopper_pearson", 0.95, 0.2357417199, 0.3198191413),
        (126, 456, "jeffreys", 0.95, 0.2367810777, 0.3186796881),
        (126, 456, "mid_p", 0.95, 0.2367265009, 0.3187368068),
        (1, 29, "mid_p", 0.95, 0.001724770115, 0.158537383681),
        (1, 29, "jeffreys", 0.95, 0.003746173649, 0.150077686002),
        (81, 263, "wilson", 0.99, 0.2401369027, 0.3852825023),
        (81, 263, "mid_p", 0.99, 0.2384259942, 0.3844344332),
    ],
)
def test_limits_are_those_of_r(count, base, method, level, low, high):
    assert limits(count, base, method, level).ravel() == pytest.approx([low, high], rel=1e-8)


def test_jeffreys_reaches_0_without_case_and_1_with_all():
    # Brown, Cai & DasGupta (2001), page 113: the convention; R: qbeta(.975, .5, 20.5).
    found = limits([0, 20], 20, "jeffreys")

    assert found.ravel() == pytest.approx([0, 0.1166389829, 1 - 0.1166389829, 1], rel=1e-8)


@given(
    base=st.integers(1, 400),
    data=st.data(),
    method=st.sampled_from(METHODS),
    level=st.sampled_from([0.5, 0.8, 0.95, 0.999]),
)
def test_limits_enclose_the_share_and_mirror_those_of_the_rest(base, data, method, level):
    count = data.draw(st.integers(0, base))
    low, high = limits(count, base, method, level).ravel()
    low_of_rest, high_of_rest = limits(base - count, base, method, level).ravel()

    assert 0 <= low <= count / base <= high <= 1
    assert [low, high] == pytest.approx([1 - high_of_rest, 1 - low_of_rest], abs=1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_limits_rise_with_the_count(method):
    found = limits(list(range(58)), 57, method)

    assert (np.diff(found, axis=0) >= 0).all()


def exact_coverage(method, n, p, level=0.95):
    x = np.arange(n + 1)
    low, high = limits(list(x), n, method, level).T
    return stats.binom.pmf(x, n, p)[(low <= p) & (p <= high)].sum()


# docs/coverage/shares.md has the whole table. These are exact probabilities, nothing is simulated.
@pytest.mark.parametrize(
    ("method", "least_mean", "least"),
    [
        ("wilson", 0.95, 0.83),
        ("wilson_cc", 0.96, 0.94),
        ("clopper_pearson", 0.96, 0.95),
        ("jeffreys", 0.945, 0.85),
        ("mid_p", 0.95, 0.90),
        ("agresti_coull", 0.95, 0.93),
    ],
)
def test_shares_are_covered_about_as_often_as_the_level_says(method, least_mean, least):
    found = [exact_coverage(method, 50, p) for p in np.linspace(0.005, 0.995, 199)]

    assert np.mean(found) >= least_mean
    assert np.min(found) >= least


def test_labels_become_terms():
    found = share_interval(pd.Series({"high": 126, "functional": 116}), 456)

    assert found["term"].tolist() == ["high", "functional"]
    assert found["count"].tolist() == [126, 116]
    assert found["n"].tolist() == [456, 456]


def test_bases_are_joined_by_label():
    counts = pd.Series({"a": 1, "b": 2})

    found = share_interval(counts, pd.Series({"b": 20, "a": 10}))

    assert found["n"].tolist() == [10, 20]


def test_without_a_base_counts_are_parts_of_their_sum():
    assert share_interval([3, 4, 13])["estimate"].tolist() == [0.15, 0.2, 0.65]


def test_method_is_known_by_the_name_it_has_in_the_literature():
    assert share_interval(5, 50, "Clopper-Pearson")["method"].item() == "clopper_pearson"


@pytest.mark.parametrize(
    ("counts", "base", "note", "low", "high"),
    [
        (4, None, "no_base", 0, 1),
        ([4], [None], "no_base", 0, 1),
        ([4], [np.nan], "no_base", 0, 1),
        (0, 0, "zero_base", 0, 1),
        ([0, 0], None, "zero_base", 0, 1),
        ([45], None, "one_category", 1, 1),
        (3, 9, "small_base", 0.1206, 0.6458),
        (0, 5, "zero_count_small_base", 0, 0.4345),
        (5, 5, "full_count_small_base", 0.5655, 1),
        (0, 20, "zero_count", 0, 0.1611),
        (20, 20, "full_count", 0.8389, 1),
    ],
)
def test_what_limits_a_statement_is_noted(counts, base, note, low, high):
    found = share_interval(counts, base).iloc[0]

    assert found["note"] == f"note.shares.{note}"
    assert [found["low"], found["high"]] == pytest.approx([low, high], abs=5.1e-5)


@pytest.mark.parametrize(
    ("args", "key"),
    [
        ((-1, 20), "error.shares_counts"),
        ((2.5, 20), "error.shares_counts"),
        (([1, None], 20), "error.shares_counts"),
        ((["many"], 20), "error.shares_counts"),
        ((5, -20), "error.shares_base"),
        ((21, 20), "error.shares_above_base"),
        (([1, 2], [20]), "error.shares_bases"),
        (({"a": 1}, {"b": 20}), "error.shares_bases"),
        (([], 20), "error.shares_no_counts"),
        ((5, 20.5), "error.shares_base"),
        ((5, 20, "wald"), "error.method"),
        ((5, 20, "wilson", 95), "error.survey_share"),
        ((5, 20, "wilson", "0.95"), "error.survey_share"),
        (([10**20, 4],), "error.shares_counts"),
        ((np.ones((2, 2)),), "error.shares_counts"),
        (({3, 4},), "error.shares_counts"),
        (([3, 4], {5, 6}), "error.shares_counts"),
    ],
)
def test_wrong_usage_is_refused(args, key):
    with pytest.raises(UsageError) as error:
        share_interval(*args)
    assert error.value.key == key


@pytest.mark.parametrize("counts", [81, np.array(81), "81", 81.0])
@pytest.mark.parametrize("base", [263, np.array(263), "263", 263.0, [263]])
def test_one_share_is_the_same_whatever_holds_its_numbers(counts, base):
    # Newcombe (1998).
    found = share_interval(counts, base)
    assert found[["low", "high"]].round(4).values.tolist() == [[0.2553, 0.3662]]


@pytest.mark.parametrize("base", [None, float("nan"), pd.NA, np.array(np.nan)])
def test_base_that_is_not_known_is_said_to_be_so(base):
    assert share_interval(3, base=base)["note"].item() == "note.shares.no_base"


@pytest.mark.parametrize("method", ["Wilson score", "WILSON", "Clopper-Pearson", "Exact", "Mid P"])
def test_methods_are_known_by_their_names_in_the_literature(method):
    assert share_interval(81, 263, method)["method"].item() in (
        "wilson",
        "clopper_pearson",
        "mid_p",
    )
