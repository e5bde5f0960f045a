"""Power of two counts of one place against R's poisson.test; see reference/surveys.R."""

import numpy as np
import pytest
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.power.single_place import before_after_power


def power(*args):
    return before_after_power(*args).set_index("term").loc["power"]


@pytest.mark.parametrize(
    ("before", "ratio", "expected"),
    [(5, 0.5, 0.06896067554), (15, 0.5, 0.2765300359), (4, 2, 0.1342710676)],
)
def test_power_is_the_chance_that_poisson_test_of_r_rejects(before, ratio, expected):
    assert power(before, ratio)["estimate"] == pytest.approx(expected, rel=1e-6)


def test_simulated_counts_are_found_to_differ_as_often():
    # 4000 draws, three standard errors: 0.024.
    draw = np.random.default_rng(4)
    before, after = draw.poisson(30, 4000), draw.poisson(12, 4000)
    tail = stats.binom.cdf(np.minimum(before, after), before + after, 0.5)

    assert power(30, 0.4)["estimate"] == pytest.approx((2 * tail <= 0.05).mean(), abs=0.024)


def test_one_place_with_few_violations_cannot_show_that_they_were_halved():
    assert power(15, 0.5)["note"] == "surveys.note.one_place_cannot_show"
    assert power(60, 0.5)["note"] == "surveys.note.calculation"


@pytest.mark.parametrize(("alpha", "needed"), [(0.05, 6), (0.01, 8), (0.0625, 5), (0.5, 2)])
def test_fewer_violations_than_needed_are_never_significant(alpha, needed):
    found = before_after_power(5, 0.5, alpha).set_index("term")

    assert found.loc["total_needed", "estimate"] == needed
    assert stats.binomtest(0, needed).pvalue <= alpha
    assert stats.binomtest(0, needed - 1).pvalue > alpha


def test_no_violation_and_no_change_are_noted():
    assert power(0, 0.5)["note"] == "surveys.note.no_events"
    assert power(5, 1)["note"] == "surveys.note.no_difference"


def test_an_end_of_all_violations_can_be_asked_for():
    # Every count is before; significant from six on.
    assert power(10, 0)["estimate"] == pytest.approx(stats.poisson.sf(5, 10))


@pytest.mark.parametrize("args", [(-1, 0.5), (5, -0.5), (5, np.nan), (5, 0.5, 1.0)])
def test_impossible_parameters_are_refused(args):
    with pytest.raises(UsageError):
        before_after_power(*args)
