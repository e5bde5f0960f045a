"""What goes into rank sets: labels, missing values, names of methods, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.ranks import (
    could_be_first,
    rank_sets,
    rank_sets_of_counts,
    rank_sets_of_printed,
    rank_sets_of_rates,
    rank_sets_of_shares,
    ranks_under,
)


def limits(sets):
    return sets["low"].tolist(), sets["high"].tolist()


@pytest.mark.parametrize(
    ("percentages", "base", "note"),
    [
        (["27.6", "25.4"], None, "note.ranks.base_missing"),
        (["27.6", "25.4"], 344, "note.ranks.base_impossible"),
        (["0", "0"], 40, "note.ranks.no_cases"),
        (["60"], 10, "note.ranks.one_category"),
    ],
)
def test_percentages_that_say_nothing_leave_every_rank_open(percentages, base, note):
    sets = rank_sets_of_printed(percentages, base)

    assert limits(sets) == ([1] * len(percentages), [len(percentages)] * len(percentages))
    assert set(sets["note"]) == {note}


@pytest.mark.parametrize(
    ("counts", "notes"),
    [
        ([7], ["one_category"]),
        ([0, 0, 0], ["no_cases"] * 3),
        ([40, 0, 3], ["", "zero_count", ""]),
        ([40, 6, 6], ["", "tied", "tied"]),
        ([40, None, 6], ["others_missing", "missing", "others_missing"]),
        ([None, None], ["missing", "missing"]),
    ],
)
def test_what_cannot_be_ranked_well_is_said(counts, notes):
    sets = rank_sets_of_counts(counts)

    assert sets["note"].tolist() == [note and f"note.ranks.{note}" for note in notes]
    assert sets[["low", "high"]].notna().all(axis=None)


def test_a_unit_without_value_may_stand_anywhere():
    for sets in (
        rank_sets_of_counts([400, None, 6]),
        rank_sets_of_rates([400, 50, 6], [10, np.nan, 10]),
        rank_sets_of_rates([400, 50, 6], [10, 0, 10]),
        rank_sets_of_shares([400, 50, 6], [500, 0, 500]),
        rank_sets([9, np.nan, 1], [0.1, np.nan, 0.1]),
    ):
        assert limits(sets) == ([1, 1, 2], [2, 3, 3])
        assert np.isnan(sets["estimate"][1])


def test_a_mapping_carries_the_names_as_a_series_does():
    counts, of = {2020: 456, 2021: 10}, {2021: 20, 2020: 5000}

    for counted, call in [
        (counts, rank_sets_of_counts),
        (counts, lambda counts: rank_sets_of_rates(counts, of)),
        ({"a": "28", "b": "9"}, lambda printed: rank_sets_of_printed(printed, base=456)),
    ]:
        pd.testing.assert_frame_equal(call(counted), call(pd.Series(counted)))
    assert rank_sets_of_rates(counts, of)["exposure"].tolist() == [5000, 20]


@pytest.mark.parametrize(
    ("percentages", "base", "key"),
    [
        ("276", 456, "no_percentages"),
        (27, 456, "no_percentages"),
        (["9"], [456], "shares_one_base"),
        (["9"], 45.5, "base"),
        (["9"], 0, "base"),
        (["9"], "1.305", "rates_number"),
    ],
)
def test_what_is_no_printed_list_of_one_base_is_refused(percentages, base, key):
    with pytest.raises(UsageError) as refused:
        rank_sets_of_printed(percentages, base)

    assert refused.value.key == f"error.{key}"


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: rank_sets_of_counts([5, -1]), "counts"),
        (lambda: rank_sets_of_counts([5, 1.5]), "counts"),
        (lambda: rank_sets_of_counts([5, 1], remainder=-1), "counts"),
        (lambda: rank_sets_of_counts([]), "numbers"),
        (lambda: rank_sets_of_counts({5, 1}), "numbers"),
        (lambda: rank_sets_of_counts("51"), "numbers"),
        (lambda: rank_sets_of_counts(pd.DataFrame({"a": [5, 1]})), "numbers"),
        (lambda: rank_sets_of_counts([5, np.inf]), "numbers"),
        (lambda: rank_sets_of_counts(5), "numbers"),
        (lambda: rank_sets_of_counts([5, 1], remainder="2"), "counts"),
        (lambda: rank_sets_of_counts([5, 1], level="0.95"), "level"),
        (lambda: rank_sets([5, 1], covariance=[["a", "b"], ["c", "d"]]), "covariance"),
        (lambda: rank_sets_of_counts(pd.Series([5, 1], index=["a", "a"])), "label_twice"),
        (lambda: rank_sets_of_counts([5, 1], level=95), "level"),
        (lambda: rank_sets_of_printed(["5"], 100, level=95), "level"),
        (lambda: rank_sets_of_rates([5, 1], [1]), "lengths"),
        (lambda: rank_sets_of_rates([5, 1], [1, -1]), "negative"),
        (lambda: rank_sets_of_rates(np.ones(5001), np.ones(5001)), "units"),
        (lambda: rank_sets_of_shares([5, 1], [4, 4]), "above_base"),
        (lambda: rank_sets([5, 1]), "errors"),
        (lambda: rank_sets([5, 1], [1, np.nan]), "errors"),
        (lambda: rank_sets([5, 1], [1, -1]), "negative"),
        (lambda: rank_sets([5, 1], covariance=[[1, 2], [2, 1]]), "covariance"),
        (lambda: rank_sets([5, 1], covariance=[[1]]), "covariance"),
        (lambda: rank_sets(np.ones(201), covariance=np.ones((201, 201))), "dependent"),
        (lambda: rank_sets([5, 1], [1, 1], draws=10), "draws"),
        (lambda: rank_sets([5, 1], [1, 1], draws=1000.5), "draws"),
        (lambda: rank_sets([5, 1], [1, 1], seed=None), "seed"),
        (lambda: rank_sets([5, 1], [1, 1], seed="x"), "seed"),
        (lambda: ranks_under([5, 1], [None]), "denominators"),
        (lambda: could_be_first([1, 2]), "sets"),
        (lambda: could_be_first(rank_sets_of_counts([5, 1]), places="1"), "places"),
        (lambda: ranks_under([5, 1], {}), "denominators"),
        (lambda: ranks_under([5, 1], {"all": [1, 1]}), "denominators"),
        (lambda: could_be_first(pd.DataFrame({"term": ["a"]})), "sets"),
        (lambda: could_be_first(rank_sets_of_counts([5, 1]), places=0), "places"),
    ],
)
def test_wrong_use_is_refused(call, key):
    with pytest.raises(UsageError) as refused:
        call()

    assert refused.value.key == f"error.ranks_{key}"


def test_a_covariance_with_labels_is_read_by_them():
    # Bali is certain and Aceh is not; in the order of the frame it would be the reverse.
    estimates = pd.Series({"Aceh": 5.0, "Bali": 2.0, "Riau": 0.0})
    variances = pd.Series({"Riau": 0.01, "Bali": 0.01, "Aceh": 9.0})
    covariance = pd.DataFrame(np.diag(variances), variances.index, variances.index)

    by_label = rank_sets(estimates, covariance=covariance)
    by_errors = rank_sets(estimates, np.sqrt(variances))

    assert limits(by_label) == limits(by_errors) == ([1, 1, 2], [3, 2, 3])
    assert rank_sets(estimates, covariance=covariance.to_numpy())["high"].tolist() != [3, 2, 3]
    in_order = rank_sets([5, 2, 0], covariance=covariance.loc[estimates.index, estimates.index])
    assert limits(in_order) == limits(by_label)
    with pytest.raises(UsageError) as refused:
        rank_sets(estimates, covariance=covariance.rename(index={"Aceh": "Papua"}))
    assert refused.value.key == "error.ranks_covariance"


def test_one_number_holds_for_every_unit():
    for one, each in [
        (rank_sets_of_rates([60, 9], 100), rank_sets_of_rates([60, 9], [100, 100])),
        (rank_sets_of_shares([60, 9], 100), rank_sets_of_shares([60, 9], [100, 100])),
        (rank_sets([3, 2, 1], np.array(0.1)), rank_sets([3, 2, 1], [0.1, 0.1, 0.1])),
    ]:
        pd.testing.assert_frame_equal(one, each)


@pytest.mark.parametrize("base", [456.0, np.array(456), "456"])
def test_a_base_is_a_number_however_it_is_held(base):
    expected = rank_sets_of_printed(["28", "25"], 456)

    pd.testing.assert_frame_equal(rank_sets_of_printed(["28", "25"], base), expected)
    missing = rank_sets_of_printed(["28", "25"], float("nan"))
    assert set(missing["note"]) == {"note.ranks.base_missing"}


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("Holm", "binomial_holm"),
        ("Holm–Bonferroni", "binomial_holm"),
        ("Bonferroni", "binomial_bonferroni"),
    ],
)
def test_corrections_are_named_as_in_the_literature(name, method):
    assert set(rank_sets_of_counts([9, 5], multiplicity=name)["method"]) == {method}


def test_a_list_that_stops_is_named_freely():
    sets = rank_sets_of_printed(["27.6", "25.4"], 456, shares="Top list")

    assert set(sets["note"]) == {"note.ranks.among_listed"}


@pytest.mark.parametrize(
    ("call", "key", "named"),
    [
        (lambda: rank_sets_of_counts([5, -1]), "ranks_counts", "-1"),
        (lambda: rank_sets_of_counts([5, "1.305"]), "rates_number", "1.305"),
        (lambda: rank_sets(["0.5", 1], [1, 1]), "rates_number", "0.5"),
        (lambda: rank_sets_of_counts([5, np.inf]), "ranks_numbers", np.inf),
        (lambda: rank_sets_of_rates([5, 1], [1, -2]), "ranks_negative", "-2"),
        (lambda: rank_sets_of_shares([5, 1], [4, 4]), "ranks_above_base", "5"),
        (lambda: rank_sets_of_counts([5, 1], multiplicity="BH"), "method", "BH"),
        (
            lambda: rank_sets_of_counts(pd.Series([5, 1], index=["a", "a"])),
            "ranks_label_twice",
            "a",
        ),
    ],
)
def test_an_error_names_what_was_wrong(call, key, named):
    with pytest.raises(UsageError) as refused:
        call()

    assert refused.value.key == f"error.{key}"
    assert named in refused.value.params.values()
