"""Trend tests against R's prop.trend.test and coin's exact test; see reference/association.R."""

import math
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.trend import trend_test

# Fleiss (1981), page 139: smokers among patients.
SMOKERS = ([83, 90, 129, 70], [86, 93, 136, 82])
# Graubard & Korn (1987): malformed infants by the mother's drinks a day.
MALFORMED = ([48, 38, 5, 1, 1], [17114, 14502, 793, 127, 38], [0, 0.5, 1.5, 4, 7])


@pytest.mark.parametrize(
    ("arguments", "statistic", "p_value"),
    [
        (SMOKERS, 8.22492228519771, 0.00413189747764149),
        ((*SMOKERS, [0, 0, 0, 1]), 12.1731462207403, 0.000484824593441675),
        (MALFORMED, 6.570133944706, 0.010370414573),
    ],
)
def test_asymptotic_test_as_r_prop_trend_test(arguments, statistic, p_value):
    found = trend_test(*arguments).iloc[0]

    assert (found["statistic"], found["df"]) == (pytest.approx(statistic, rel=1e-10), 1)
    assert found["p_value"] == pytest.approx(p_value, rel=1e-9)


@pytest.mark.parametrize(
    ("arguments", "two_sided", "increasing", "decreasing"),
    [
        (([0, 1, 2, 4], [6] * 4), 0.01490881353582, 0.00745440676791, 0.99819707371195),
        (
            ([3, 1, 5, 7, 9], [20, 18, 21, 19, 20], [0, 1, 2, 4, 8]),
            *(0.00403970970551, 0.00278531204018, 0.9978187268033),
        ),
        (SMOKERS, 0.00387324878463, 0.99881637824294, 0.00234758702214),
        (MALFORMED, 0.0172497576104, 0.0167829514497, 0.9861271797646),
    ],
)
def test_exact_test_as_coin_independence_test(arguments, two_sided, increasing, decreasing):
    sides = {"two_sided": two_sided, "increasing": increasing, "decreasing": decreasing}
    for side, p_value in sides.items():
        found = trend_test(*arguments, method="exact", alternative=side).iloc[0]
        assert found["p_value"] == pytest.approx(p_value, rel=1e-8)
        assert found["low"] == found["high"] == found["p_value"]


def test_sides_of_the_asymptotic_test_follow_the_sign():
    falling = trend_test(*SMOKERS, alternative="decreasing").iloc[0]
    rising = trend_test(*SMOKERS, alternative="increasing").iloc[0]

    assert falling["z"] == pytest.approx(-math.sqrt(8.22492228519771))
    assert falling["slope"] < 0
    assert 2 * falling["p_value"] == pytest.approx(0.00413189747764149)
    assert rising["p_value"] == pytest.approx(1 - falling["p_value"])


GROUP = st.integers(1, 4).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@settings(max_examples=60)
@given(
    st.lists(st.tuples(GROUP, st.sampled_from([0, 0.1, 0.3, 1, 2, 5.5])), min_size=2, max_size=4)
)
def test_exact_test_is_that_of_a_list_of_all_outcomes(groups):
    events, totals = (np.array([group[place] for group, _ in groups]) for place in (0, 1))
    scores = np.array([score for _, score in groups])
    found = trend_test(events, totals, scores, "exact").iloc[0]
    if found["note"]:
        assert found["p_value"] == 1
        return
    number, expected = events.sum(), events.sum() * (scores @ totals) / totals.sum()
    ways = {
        taken: math.prod(map(math.comb, totals.tolist(), taken))
        for taken in product(*(range(total + 1) for total in totals))
        if sum(taken) == number
    }
    far = abs(events @ scores - expected) - 1e-7
    extreme = sum(ways[taken] for taken in ways if abs(np.dot(taken, scores) - expected) >= far)

    assert found["p_value"] == pytest.approx(extreme / sum(ways.values()))


def test_two_groups_give_fishers_one_sided_test():
    found = trend_test([2, 7], [10, 11], method="exact", alternative="increasing").iloc[0]

    expected = stats.fisher_exact([[7, 4], [2, 8]], "greater").pvalue
    assert found["p_value"] == pytest.approx(expected)


@given(st.floats(0.1, 50), st.floats(-100, 100))
def test_unit_and_origin_of_the_scores_do_not_matter(unit, origin):
    scores = np.array([0, 1, 2, 4, 8])
    first, other = (
        trend_test([3, 1, 5, 7, 9], [20, 18, 21, 19, 20], places).iloc[0]
        for places in (scores, scores * unit + origin)
    )
    assert other["statistic"] == pytest.approx(first["statistic"])
    assert other["slope"] * unit == pytest.approx(first["slope"])


@pytest.mark.parametrize(
    ("events", "totals", "scores", "note"),
    [
        ([0, 0, 0], [5, 6, 7], None, "no_event_or_all"),
        ([5, 6], [5, 6], None, "no_event_or_all"),
        ([2, 3], [5, 6], [1, 1], "one_score"),
        ([2, 0], [5, 0], None, "one_score"),
        ([2], [5], None, "one_score"),
        ([0, 0], [0, 0], None, "no_counts"),
    ],
)
@pytest.mark.parametrize("method", ["asymptotic", "exact"])
def test_where_nothing_varies_the_p_value_is_1_with_a_note(events, totals, scores, note, method):
    found = trend_test(events, totals, scores, method).iloc[0]

    assert (found["p_value"], found["statistic"]) == (1, 0)
    assert found["note"] == f"note.association.{note}"


def test_few_events_are_said_where_the_normal_distribution_is_assumed():
    assert trend_test([0, 1, 2, 4], [6] * 4)["note"].item() == "note.association.small_expected"
    assert trend_test([0, 1, 2, 4], [6] * 4, method="exact")["note"].item() == ""


def test_an_exact_test_that_needs_too_much_work_is_said():
    draws = np.random.default_rng(2)
    found = trend_test([9] * 60, [30] * 60, draws.random(60), "exact").iloc[0]

    assert np.isnan(found["p_value"])
    assert (found["low"], found["high"]) == (0, 1)
    assert found["note"] == "note.association.trend_too_large"


def test_exact_test_rejects_at_most_as_often_as_stated():
    draws = np.random.default_rng(6).binomial(8, 0.3, size=(500, 3))
    p_values = [trend_test(events, [8] * 3, method="exact")["p_value"].item() for events in draws]

    assert 0 < np.mean(np.array(p_values) <= 0.05) <= 0.05 + 3 * 0.0098


@pytest.mark.parametrize("scores", [[1, 2], [1, 2, 3, np.inf], ["rendah"] * 4])
def test_scores_that_do_not_fit_are_refused(scores):
    with pytest.raises(UsageError) as error:
        trend_test(*SMOKERS, scores)
    assert error.value.key == "error.association_scores"


@pytest.mark.parametrize("wrong", [{"method": "mantel"}, {"alternative": "upwards"}])
def test_unknown_words_are_refused_with_the_known_ones(wrong):
    with pytest.raises(UsageError) as error:
        trend_test(*SMOKERS, **wrong)
    assert error.value.key == "error.method"
    assert error.value.params["argument"] in wrong


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ({"method": "Cochran-Armitage"}, {"method": "asymptotic"}),
        ({"method": "Exact"}, {"method": "exact"}),
        ({"alternative": "two-sided"}, {"alternative": "two_sided"}),
        ({"alternative": "greater"}, {"alternative": "increasing"}),
        ({"alternative": "less"}, {"alternative": "decreasing"}),
    ],
)
def test_names_are_understood_as_r_and_the_literature_write_them(asked, same):
    assert trend_test(*SMOKERS, **asked).equals(trend_test(*SMOKERS, **same))


def test_scores_with_labels_are_matched_and_lists_are_not():
    events, totals = pd.Series({"a": 2, "b": 5, "c": 3}), pd.Series({"a": 9, "b": 9, "c": 9})
    in_order = trend_test(events, totals, [1, 2, 7])

    assert trend_test(events, totals, pd.Series({"c": 7, "a": 1, "b": 2})).equals(in_order)
    assert trend_test(dict(events), dict(totals), {"b": 2, "c": 7, "a": 1}).equals(in_order)
    with pytest.raises(UsageError) as error:
        trend_test(events, totals, {"a": 1, "b": 2, "d": 7})
    assert error.value.params == {"found": "a, b, d", "expected": "a, b, c"}


def test_one_total_may_stand_for_all_groups():
    assert trend_test([0, 1, 2, 4], 6).equals(trend_test([0, 1, 2, 4], [6] * 4))


@pytest.mark.parametrize("method", ["asymptotic", "exact"])
def test_group_without_a_known_total_is_left_out_with_a_note(method):
    found = trend_test([3, 8, 5, 9], [20, None, 20, 20], method=method).iloc[0]
    without = trend_test([3, 5, 9], [20, 20, 20], [1, 3, 4], method).iloc[0]

    assert found["p_value"] == without["p_value"]
    assert (found["n"], found["note"]) == (60, "note.association.no_total")


# prop.trend.test, and coin's independence_test(distribution = "exact").
@pytest.mark.parametrize(
    ("events", "totals", "scores", "statistic", "p_value", "exact"),
    [
        pytest.param(
            [7, 2, 1, 0],
            [20, 20, 20, 20],
            [1, 2, 3, 4],
            11.0628571428571,
            0.000880743190741731,
            0.000886306046066412,
            id="falling, 20 a group",
        ),
        pytest.param(
            [24, 35, 21, 30],
            [1379, 638, 213, 254],
            [0, 2, 4, 5],
            72.6880865037653,
            1.51847976298284e-17,
            1.2147499663125e-15,
            id="snoring and heart disease, Norton & Dunn (1985); Agresti",
        ),
        pytest.param(
            [5, 3, 8, 10],
            [10, 10, 10, 10],
            [1, 10, 100, 1000],
            8.18152375581005,
            0.00423191971188506,
            0.00174248275316025,
            id="scores 1 to 1000",
        ),
        pytest.param(
            [3, 5, 4, 6, 7],
            [10, 12, 9, 10, 8],
            [1, 2, 3, 4, 5],
            6.24171006564552,
            0.0124775940018294,
            0.0132033817059954,
            id="uneven groups",
        ),
        pytest.param(
            [16, 22, 29, 35, 20, 38],
            [116, 199, 213, 242, 161, 44],
            [1, 2, 3, 4, 5, 6],
            32.5959535263,
            1.1345070518e-08,
            8.59489189139e-09,
            id="975 persons",
        ),
        pytest.param(
            [100, 177, 184, 207, 141, 6],
            [116, 199, 213, 242, 161, 44],
            [1, 2, 3, 4, 5, 6],
            32.5959535263,
            1.1345070518e-08,
            8.59489189139e-09,
            id="the others of 975 persons",
        ),
    ],
)
def test_more_trends_as_in_r(events, totals, scores, statistic, p_value, exact):
    asymptotic = trend_test(events, totals, scores).iloc[0]

    assert asymptotic["statistic"] == pytest.approx(statistic, rel=1e-9)
    assert asymptotic["p_value"] == pytest.approx(p_value, rel=1e-9)
    found = trend_test(events, totals, scores, "exact")["p_value"].item()
    assert found == pytest.approx(exact, rel=1e-7)


def test_series_are_matched_by_label():
    events = pd.Series({"muda": 2, "madya": 5, "utama": 9})
    totals = pd.Series({"utama": 10, "muda": 12, "madya": 11})

    assert trend_test(events, totals)["z"].item() == trend_test([2, 5, 9], [12, 11, 10])["z"].item()
