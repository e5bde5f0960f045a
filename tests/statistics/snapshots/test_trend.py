"""Trends of composition; R 4.2, see reference/snapshots.R."""

import numpy as np
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.trend import trend_test
from netralitas_research.statistics.snapshots import (
    composition_trend,
    increments,
    increments_of_printed,
)
from netralitas_research.statistics.snapshots.trend import trend
from netralitas_research.statistics.tidy import COLUMNS

COUNTS = [[126, 116, 214], [189, 213, 425], [319, 539, 1176]]


def by_method(found, term):
    return found[found["term"] == term].set_index("method")


def test_smokers_of_fleiss():
    # Fleiss (1981), p. 139; R prop.trend.test.
    events, totals = np.array([[83.0], [90], [129], [70]]), np.array([86.0, 93, 136, 82])

    assert trend(events, totals, np.arange(4.0))[2] ** 2 == pytest.approx(8.22492228519771)
    assert trend(events, totals, np.array([0.0, 0, 0, 1]))[2] ** 2 == pytest.approx(12.1731462207)


def test_trend_and_homogeneity_of_increments_as_in_r():
    found = composition_trend(increments(COUNTS, from_zero=True))
    officials = by_method(found, 1)
    whole = by_method(found, "all").loc["homogeneity"]

    assert list(found)[: len(COLUMNS)] == list(COLUMNS)
    assert officials.loc["cochran_armitage", "statistic"] == pytest.approx(70.6516574328103)
    assert officials.loc["cochran_armitage", "estimate"] == pytest.approx(-0.0821109219273375)
    assert officials.loc["cumulative_compared", "statistic"] == pytest.approx(43.8707534693554)
    assert officials.loc["cumulative_compared", "note"] == "note.snapshots.overlapping"
    assert whole[["statistic", "df"]].tolist() == pytest.approx([74.2645840774186, 4])
    assert whole["p_value"] == pytest.approx(2.85064658200715e-15)
    assert officials["n"].tolist() == [2034, 2034]


def test_a_trend_of_two_printed_snapshots_covers_every_count():
    printed = increments_of_printed(
        [["50"], ["40"]], [100, 200], rounding="half_up", from_zero=True
    )
    found = by_method(composition_trend(printed), 1).loc["cochran_armitage"]

    slopes, p_values = [], []
    for first in (50,):
        for second in (79, 80):
            exact = increments([[first], [second]], [100, 200], from_zero=True)
            one = by_method(composition_trend(exact), 1).loc["cochran_armitage"]
            slopes += [one["low"], one["high"]]
            p_values.append(one["p_value"])
    assert found[["low", "high"]].tolist() == pytest.approx([min(slopes), max(slopes)])
    assert found[["p_least", "p_value"]].tolist() == pytest.approx([min(p_values), max(p_values)])
    assert found["note"] == "note.snapshots.bounds"


def test_prints_that_allow_both_signs_have_the_p_value_1():
    added = increments_of_printed([["50"], ["50"]], [1000, 2000], from_zero=True)
    found = by_method(composition_trend(added), 1).loc["cochran_armitage"]

    assert found["p_value"] == 1
    assert found["note"] == "note.snapshots.sign_open"


def test_exact_p_values_are_those_of_the_trend_test():
    added = increments([[3, 9, 2], [4, 20, 9], [6, 31, 19]], from_zero=True)
    found = composition_trend(added, method="exact").query("method == 'cochran_armitage'")

    drawn = added.pivot(index="end", columns="term", values="estimate")
    totals = drawn.sum(axis=1)
    expected = [
        trend_test(drawn[term].tolist(), totals.tolist(), method="exact")["p_value"].item()
        for term in (1, 2, 3)
    ]
    assert found["p_value"].tolist() == pytest.approx(expected)
    asymptotic = composition_trend(added).query("method == 'cochran_armitage'")
    tested = [trend_test(drawn[term].tolist(), totals.tolist()) for term in (1, 2, 3)]
    assert asymptotic["p_value"].tolist() == pytest.approx(
        [one["p_value"].item() for one in tested]
    )
    assert asymptotic["estimate"].tolist() == pytest.approx([one["slope"].item() for one in tested])


def test_every_choice_of_bases_counts():
    added = increments_of_printed([["50.0"], ["40.0"]], [[100, 60], [200, 150]], from_zero=True)
    found = by_method(composition_trend(added), 1).loc["cochran_armitage"]
    alone = [
        by_method(
            composition_trend(increments_of_printed([["50.0"], ["40.0"]], bases, from_zero=True)), 1
        ).loc["cochran_armitage"]
        for bases in ([100, 200], [60, 150], [100, 150], [60, 200])
    ]

    assert found["low"] == min(one["low"] for one in alone)
    assert found["high"] == max(one["high"] for one in alone)
    assert found["p_value"] == max(one["p_value"] for one in alone)


def test_a_planted_change_is_found_and_a_stable_composition_is_not():
    generator = np.random.default_rng(20201105)
    p_changed, p_stable = [], []
    for _ in range(200):
        changed = [generator.multinomial(300, one) for one in ([0.36, 0.64], [0.18, 0.82])]
        stable = [generator.multinomial(300, [0.3, 0.7]) for _ in range(2)]
        for drawn, kept in ((changed, p_changed), (stable, p_stable)):
            added = increments(np.cumsum(drawn, axis=0), from_zero=True)
            found = by_method(composition_trend(added), 1)
            kept.append(found.loc["cochran_armitage", "p_value"])
    assert np.mean(np.array(p_changed) < 0.05) > 0.98
    assert 0.01 < np.mean(np.array(p_stable) < 0.05) < 0.10


@pytest.mark.parametrize(
    ("counts", "base", "note"),
    [
        ([[3, 4]], None, "note.snapshots.few_intervals"),
        ([[3, 4], [3, 4]], None, "note.snapshots.nothing_added"),
        ([[3, 4], [2, 9]], None, "note.snapshots.no_feasible_base"),
        ([[3], [5]], [4, None], "note.snapshots.no_base"),
    ],
)
def test_what_has_no_trend_is_stated(counts, base, note):
    found = composition_trend(increments(counts, base, from_zero=True)).iloc[0]

    assert found[["low", "high", "note"]].tolist() == [-1, 1, note]


def test_one_snapshot_has_no_trend_and_says_so():
    found = composition_trend(increments([[5, 7]]))

    assert found["term"].tolist() == [1, 2]
    assert set(found["note"]) == {"note.snapshots.few_intervals"}


def test_one_part_never_changes_and_overlapping_parts_have_no_composition():
    one = composition_trend(increments([[3], [9]], from_zero=True))
    many = composition_trend(
        increments([[30, 40], [70, 80]], [50, 100], parts="separate", from_zero=True)
    )

    assert by_method(one, 1).loc["cochran_armitage", "note"] == "note.snapshots.constant"
    assert by_method(one, 1).loc["cochran_armitage", "p_value"] == 1
    assert by_method(many, "all").loc["homogeneity", "note"] == "note.snapshots.no_partition"


def test_wrong_use_is_refused():
    added = increments(COUNTS)
    for wrong in ({"scores": [1]}, {"scores": [1, 1]}, {"level": 95}, {"method": "mantel"}):
        with pytest.raises(UsageError):
            composition_trend(added, **wrong)
    many = increments_of_printed(
        [["50"]] * 4, [range(start, start + 22) for start in (1000, 2000, 3000, 4000)]
    )
    with pytest.raises(UsageError, match="snapshots_ways"):
        composition_trend(many)
