"""Exact and Monte Carlo tests against R's fisher.test; see reference/association.R."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.exact import exact_test, monte_carlo_test
from netralitas_research.statistics.association.network import exact_p

JOB = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]
MP6 = [
    [1, 2, 2, 1, 1, 0, 1],
    [2, 0, 0, 2, 3, 0, 0],
    [0, 1, 1, 1, 2, 7, 3],
    [1, 1, 2, 0, 0, 0, 1],
    [0, 1, 1, 1, 1, 0, 0],
]


@pytest.mark.parametrize(
    ("table", "p_value"),
    [
        pytest.param(JOB, 0.782684938965639, id="Agresti (2002), page 57"),
        pytest.param(MP6, 0.0392896436553, id="Mehta & Patel (1983); help of R's fisher.test"),
        pytest.param([[3, 1], [1, 3]], 0.4857142857142857, id="Fisher's tea, two-sided; R help"),
        pytest.param(
            [[4, 1, 6, 2, 0], [3, 5, 2, 2, 7], [0, 4, 3, 9, 1]], 0.000968317695631, id="R, 3 by 5"
        ),
        pytest.param([[12, 3, 5, 8, 0, 4], [5, 9, 12, 3, 7, 6]], 0.00299886903, id="R, 2 by 6"),
        pytest.param(
            [[12, 3, 5, 8, 20, 4, 6, 9, 10, 3], [5, 9, 12, 3, 7, 6, 13, 4, 2, 9]],
            0.000371218132483,
            id="R, 2 by 10",
        ),
        pytest.param(
            [[157, 56, 276], [96, 41, 146], [69, 39, 120]], 0.2533130763, id="R, 3 by 3, n = 1000"
        ),
        pytest.param(
            [[1, 6, 15, 12], [4, 3, 14, 9], [5, 5, 13, 3], [2, 4, 21, 13]],
            0.265670933,
            id="R, 4 by 4, n = 130",
        ),
        pytest.param(
            [[11, 11, 5, 4, 10], [5, 1, 2, 1, 6], [9, 3, 3, 4, 4], [12, 8, 8, 5, 18]],
            0.7431659724,
            id="R, 4 by 5, n = 130",
        ),
        pytest.param(
            [
                [1, 1, 0, 0, 1, 0],
                [0, 0, 0, 3, 0, 0],
                [2, 3, 0, 3, 2, 1],
                [2, 0, 1, 1, 1, 1],
                [0, 3, 2, 1, 0, 1],
                [3, 3, 0, 3, 0, 1],
            ],
            0.4237266323,
            id="R, 6 by 6, n = 40",
        ),
        pytest.param([[300000, 100000], [299000, 101500]], 0.000402438427543, id="R, 2 by 2"),
    ],
)
def test_exact_p_value_as_published_or_in_r(table, p_value):
    found = exact_test(table).iloc[0]

    assert found["p_value"] == pytest.approx(p_value, rel=1e-8)
    assert (found["low"], found["high"], found["note"]) == (found["p_value"],) * 2 + ("",)


def all_tables(rows, columns):
    """List all tables with these margins, row by row."""
    if len(rows) == 1:
        yield (tuple(columns),)
        return
    for first in product(*(range(min(rows[0], column) + 1) for column in columns)):
        if sum(first) == rows[0]:
            rest = [column - cell for column, cell in zip(columns, first, strict=True)]
            yield from ((first, *others) for others in all_tables(rows[1:], rest))


def weight(table):
    """Give the number of ways to a table, up to a factor of the margins, in whole numbers."""
    whole = math.factorial(sum(map(sum, table)))
    return whole // math.prod(math.factorial(cell) for row in table for cell in row)


SMALL = st.integers(2, 3).flatmap(
    lambda rows: st.lists(
        st.lists(st.integers(0, 3), min_size=rows, max_size=rows), min_size=2, max_size=4
    )
)


@settings(max_examples=60)
@given(SMALL.filter(lambda table: np.all(np.sum(table, axis=0)) and np.all(np.sum(table, axis=1))))
def test_exact_p_value_is_that_of_a_list_of_all_tables(table):
    counts = np.array(table)
    weights = [weight(other) for other in all_tables(counts.sum(axis=1), counts.sum(axis=0))]
    observed = weight(counts.tolist())
    # Weights are rounded down to whole numbers, by less than one in the smallest.
    expected = sum(each for each in weights if each <= observed + 1) / sum(weights)

    assert exact_p(counts) == pytest.approx(expected, rel=1e-9)


@settings(max_examples=30)
@given(st.permutations(range(4)), st.permutations(range(4)), st.booleans())
def test_order_of_rows_and_columns_does_not_matter(rows, columns, turned):
    table = np.array(JOB)[rows][:, columns]

    assert exact_p(table[:3].T if turned else table[:3]) == pytest.approx(exact_p(table[:3]))


def test_a_table_that_is_too_large_is_said_at_once():
    large = np.arange(40).reshape(5, 8) + 20

    found = exact_test(large).iloc[0]

    assert np.isnan(found["p_value"])
    assert (found["low"], found["high"]) == (0, 1)
    assert found["note"] == "note.association.too_large"


def test_a_bound_of_the_work_stops_the_network():
    assert exact_p(np.array(MP6), work=100) is None


def test_one_row_has_nothing_to_test():
    for found in (exact_test([[3, 4]]), monte_carlo_test([[3, 4]], draws=9)):
        assert found["p_value"].tolist() == [1.0]
        assert found["note"].tolist() == ["note.association.one_line"]


def test_monte_carlo_agrees_with_the_exact_p_value_of_the_same_statistic():
    found = monte_carlo_test(JOB, draws=4000, seed=11, statistic="prob", level=0.999).iloc[0]

    assert found["low"] < 0.782684938965639 < found["high"]
    assert found["high"] - found["low"] < 0.06


def test_monte_carlo_chi_square_of_job_satisfaction():
    # About 0.77, the conditional p value of Pearson's statistic; R: simulate.p.value.
    found = monte_carlo_test(JOB, draws=20_000, seed=3).iloc[0]

    assert found["p_value"] == pytest.approx(0.77, abs=0.012)
    assert found["statistic"] == pytest.approx(5.9655145887704)


def test_same_seed_gives_the_same_p_value_and_another_one_another():
    first, again, other = (
        monte_carlo_test(JOB, draws=999, seed=seed)["p_value"].item() for seed in (1, 1, 2)
    )
    assert first == again != other


def test_monte_carlo_p_value_is_never_0():
    # Hope (1968): the observed table is one of those that are compared.
    found = monte_carlo_test([[30, 0], [0, 30]], draws=99).iloc[0]

    assert (found["p_value"], found["low"]) == (0.01, 0)
    assert 0.01 < found["high"] < 0.05


def test_limits_hold_the_exact_p_value_as_often_as_stated():
    exact = exact_p(np.array(MP6))
    found = [monte_carlo_test(MP6, 200, seed, "prob").iloc[0] for seed in range(300)]

    share = np.mean([cells["low"] <= exact <= cells["high"] for cells in found])
    assert share >= 0.95 - 3 * 0.0126


def test_exact_test_rejects_at_most_as_often_as_stated():
    draws = np.random.default_rng(4).multinomial(15, np.full(6, 1 / 6), size=600)
    p_values = [exact_test(draw.reshape(2, 3))["p_value"].item() for draw in draws]

    assert 0 < np.mean(np.array(p_values) <= 0.05) <= 0.05 + 3 * 0.0089


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"seed": -1}, {"draws": 9.5}, {"statistic": "G"}])
def test_wrong_options_are_refused(wrong):
    with pytest.raises(UsageError):
        monte_carlo_test(JOB, **wrong)


def test_a_table_that_cannot_be_drawn_is_said():
    found = monte_carlo_test([[2**52, 2**52], [2**52, 2**51]], draws=9).iloc[0]

    assert found["note"] == "note.association.too_large_to_draw"
    assert np.isnan(found["p_value"])
    assert found[["low", "high"]].tolist() == [0, 1]


@pytest.mark.parametrize(("name", "statistic"), [("Pearson", "chi2"), ("chi-square", "chi2")])
def test_statistics_are_understood_as_the_literature_writes_them(name, statistic):
    found = monte_carlo_test(JOB, 99, statistic=name)
    assert found.equals(monte_carlo_test(JOB, 99, statistic=statistic))
