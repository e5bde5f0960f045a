"""Representation: intervals from R, see reference/rates.R, and bounds by trying every workforce."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.exposure import (
    over_representation,
    representation_by_definition,
)
from netralitas_research.statistics.rates.intervals import rate_interval

BOUNDS = ["bound_low", "bound_high"]


def test_known_workforce_gives_binomial_limits_by_its_share():
    # binom.test(126, 456) by 18000 / 3795302; the 18,000 are made up.
    found = over_representation([126], [18000], total_count=456, total_workforce=3795302)

    assert found[["estimate", "low", "high"]].iloc[0].tolist() == pytest.approx(
        [58.2612149123, 49.7061678448, 67.4339014835]
    )
    assert found["identified"].item() == "point"
    assert found["n"].item() == 456


@given(
    st.lists(st.tuples(st.integers(1, 90), st.integers(1, 9000)), min_size=2, max_size=6),
    st.sampled_from(["exact", "mid_p"]),
)
def test_ratio_of_shares_is_the_rate_by_the_overall_rate(groups, method):
    counts, workforce = zip(*groups, strict=True)
    found = over_representation(counts, workforce, method=method)
    overall = sum(counts) / sum(workforce)

    rates = rate_interval(counts, workforce)["estimate"] / overall
    assert found["estimate"].tolist() == pytest.approx(rates.tolist())
    assert (found["low"] <= found["estimate"]).all()
    assert (found["estimate"] <= found["high"]).all()


RANGE = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda ends: tuple(sorted(ends)))


@given(st.lists(RANGE, min_size=2, max_size=3), st.none() | st.tuples(RANGE))
def test_bounds_are_the_extremes_of_all_workforces_that_fit(ranges, whole):
    total = None if whole is None else (whole[0][0] + 3, whole[0][1] + 9)
    assume(total is None or total[1] >= sum(low for low, _ in ranges))
    counts = [5, 8, 2][: len(ranges)]
    possible = [
        (each, size)
        for each in itertools.product(*(range(low, high + 1) for low, high in ranges))
        for size in ([sum(each)] if total is None else range(total[0], total[1] + 1))
        if size >= sum(each) and size > 0
    ]
    # Of a workforce that may be nobody no share is known.
    assume(possible and (total or sum(low for low, _ in ranges)))
    found = over_representation(counts, ranges, total_workforce=total)
    for i, bounds in enumerate(found[BOUNDS].to_numpy()):
        shares = [each[i] / size for each, size in possible]
        lowest, highest = min(shares), max(shares)
        share = counts[i] / sum(counts)
        assert bounds[0] == pytest.approx(share / highest if highest else 0)
        assert bounds[1] == pytest.approx(share / lowest if lowest else math.inf)


def test_limits_are_outer_over_the_range_and_chance():
    ranged = over_representation([30, 70], [(50, 100), None], total_workforce=1000).iloc[0]
    few, many = (
        over_representation([30], [size], total_count=100, total_workforce=1000).iloc[0]
        for size in (50, 100)
    )
    assert ranged["low"] == pytest.approx(many["low"])
    assert ranged["high"] == pytest.approx(few["high"])
    assert math.isnan(ranged["estimate"])


@pytest.mark.parametrize(
    ("workforce", "identified", "note"),
    [
        (100, "point", ""),
        ((80, 100), "interval", "workforce_range"),
        ((80, None), "interval", "workforce_range"),  # nobody else than the whole
        ((None, 100), "bound", "workforce_bound"),
        (None, "unknown", "workforce_unknown"),
        (0, "unknown", "empty_workforce"),
    ],
)
def test_what_the_workforce_identifies_is_said(workforce, identified, note):
    rest = 50 if identified in ("unknown", "empty") else 900
    total = 1000 if workforce != 0 else None
    others = None if workforce is None else rest
    found = over_representation(
        {"heads": 30, "others": 70}, {"heads": workforce, "others": others}, total_workforce=total
    )
    assert found["identified"][0] == identified
    assert found["note"][0] == (f"note.rates.{note}" if note else "")
    assert not found[["low", "high", *BOUNDS]].isna().any(axis=None)


def test_a_group_that_the_workforce_lacks_leaves_all_shares_open():
    found = over_representation({"a": 10, "b": 20}, {"a": 100})

    assert found["identified"].tolist() == ["unknown", "unknown"]
    assert found[BOUNDS].to_numpy().tolist() == [
        [pytest.approx(1 / 3), math.inf],
        [pytest.approx(2 / 3), math.inf],
    ]


def test_a_count_that_is_missing_spoils_the_total_unless_it_is_given():
    counts, workforce = {"a": 10, "b": None}, {"a": 100, "b": 300}

    found = over_representation(counts, workforce)
    assert found["note"].tolist() == ["note.rates.no_total", "note.rates.no_count"]
    assert found["low"].tolist() == [0, 0]
    # A group can be at most all of the reported.
    assert found["high"].tolist() == pytest.approx([4, 4 / 3])
    found = over_representation(counts, workforce, total_count=40)
    assert found["note"].tolist() == ["", "note.rates.no_count"]
    assert found["estimate"][0] == 1


def test_the_whole_workforce_has_a_ratio_of_one_without_chance():
    found = over_representation([9], [100])

    assert found[["estimate", "low", "high"]].values.tolist() == [[1, 1, 1]]


@pytest.mark.parametrize(
    ("counts", "workforce", "note"),
    [
        ([0, 9], [100, 300], "no_events"),
        ([0, 0], [100, 300], "no_reports"),
        ([9], [100], "whole_workforce"),
    ],
)
def test_degenerate_tables_are_stated(counts, workforce, note):
    found = over_representation(counts, workforce)
    assert found["note"][0] == f"note.rates.{note}"
    assert not found[["low", "high"]].isna().any(axis=None)


@pytest.mark.parametrize(
    ("years", "note"),
    [
        ({"count_year": 2020, "exposure_year": 2023}, "note.rates.other_year"),
        ({"count_year": 2020}, "note.rates.year_unknown"),
        ({"count_year": 2020, "exposure_year": 2020}, ""),
    ],
)
def test_workforce_of_another_year_is_noted(years, note):
    found = over_representation([4, 6], [10, 20], **years)
    assert found["note"].tolist() == [note, note]
    assert found["count_year"].tolist() == [2020, 2020]


def test_all_definitions_are_shown_each_with_its_own_numbers():
    definitions = {
        "narrow": {"count": 20, "workforce": 40, "total_count": 100, "total_workforce": 1000},
        "wide": {"count": 30, "workforce": 90, "total_count": 110, "total_workforce": (500, None)},
    }
    found = representation_by_definition(definitions)

    assert found["term"].tolist() == ["narrow", "wide"]
    assert found["estimate"][0] == pytest.approx(5)
    assert found["identified"].tolist() == ["point", "bound"]
    framed = representation_by_definition(
        pd.DataFrame.from_dict(definitions, orient="index", dtype=object)
    )
    assert framed.equals(found)


def test_planted_over_representation_is_recovered():
    # Heads are 2 per cent of 500,000 and violate 6 times as often as others, 1 in 100 of whose
    # violations is reported, as of theirs: 6 / (0.02 · 6 + 0.98) of the overall rate.
    draw = np.random.default_rng(20200731)
    sizes, rates = np.array([10_000, 490_000]), np.array([0.006, 0.001])
    truth = 6 / (0.02 * 6 + 0.98)
    covered = 0
    for counts in draw.poisson(sizes * rates, (300, 2)):
        found = over_representation(counts, sizes).iloc[0]
        covered += found["low"] <= truth <= found["high"]
    # Three standard errors of 300 draws at 95 per cent: 0.038.
    assert covered / 300 > 0.912


@pytest.mark.parametrize(
    ("call", "key"),
    [
        (lambda: over_representation([-1], [1]), "error.rates_counts"),
        (lambda: over_representation([1], [-1]), "error.rates_range"),
        (lambda: over_representation([1], [(3, 2)]), "error.rates_range"),
        (lambda: over_representation([1, 2], [3]), "error.rates_lengths"),
        (lambda: over_representation({"a": 1}, {"b": 1}), "error.rates_label"),
        (lambda: over_representation([3, 4], [5, 6], total_count=6), "error.rates_total"),
        (lambda: over_representation([3, 4], [5, 6], total_workforce=10), "error.rates_total"),
        (lambda: over_representation([3], [5], level=95), "error.survey_share"),
        (lambda: over_representation([3], [5], method="wilson"), "error.method"),
        (lambda: representation_by_definition({"a": {"count": 1}}), "error.rates_definition"),
        (lambda: representation_by_definition({}), "error.rates_no_definition"),
        (lambda: over_representation([], []), "error.rates_numbers"),
        (lambda: over_representation(["many"], [5]), "error.rates_number"),
        (lambda: over_representation([3], ["many"]), "error.rates_number"),
        (lambda: over_representation([3], [(5,)]), "error.rates_number"),
        (lambda: over_representation([3, 4], 5), "error.rates_lengths"),
        (lambda: over_representation([3], [5], total_count=[5, 6]), "error.rates_lengths"),
        (lambda: over_representation([3], [5], total_workforce="1.305"), "error.rates_number"),
        (lambda: over_representation([3], [5], total_workforce="sum"), "error.rates_number"),
        (lambda: representation_by_definition([("a", 1)]), "error.rates_no_definition"),
        (lambda: representation_by_definition({"a": 1}), "error.rates_definition"),
        (lambda: over_representation([3], [5], total_count="many"), "error.rates_number"),
    ],
)
def test_wrong_use_is_refused(call, key):
    with pytest.raises(UsageError) as error:
        call()
    assert error.value.key == key
