"""Simulated answers: what was put in comes out, and every table of them is marked."""

import math

import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.surveys.answers import answer_table, scores
from netralitas_research.statistics.surveys.items import cronbach_alpha, item_analysis
from netralitas_research.statistics.surveys.prepost import compare
from netralitas_research.statistics.surveys.simulation import is_simulated, simulate_questionnaire


def test_the_same_seed_gives_the_same_answers():
    first, again, other = (simulate_questionnaire(20, 5, 0.5, seed) for seed in (1, 1, 2))

    assert first.equals(again)
    assert not first.equals(other)


def test_answers_are_complete_and_right_or_wrong():
    found = simulate_questionnaire(persons=7, items=3, effect=1, seed=1)

    assert len(found) == 7 * 3 * 2
    assert not found.duplicated(["person", "sitting", "item"]).any()
    assert set(found["answer"]) == {0, 1}
    assert found["simulated"].all()


@pytest.mark.parametrize(("effect", "low", "high"), [(0.0, -0.02, 0.02), (1.0, 0.14, 0.22)])
def test_the_effect_that_was_put_in_comes_out(effect, low, high):
    # With abilities and difficulties of unit spread, a logit is worth about 0.18 of an item.
    answers = simulate_questionnaire(persons=4000, items=4, effect=effect, seed=3)
    means = answers.groupby("sitting")["answer"].mean()

    assert low < means["after"] - means["before"] < high


def test_the_first_item_is_the_easiest():
    answers = simulate_questionnaire(persons=1000, items=3, effect=0, seed=1)

    assert answers.groupby("item")["answer"].mean().is_monotonic_decreasing


def test_every_result_of_simulated_answers_is_marked():
    answers = simulate_questionnaire(persons=12, items=4, effect=1, seed=1)
    table, later = answer_table(answers, "before"), answer_table(answers, "after")
    sums = scores(answers)

    for found in (
        compare(sums["before"], sums["after"]),
        compare(sums["before"].sort_values().head(5) + 0, sums["after"]),
        cronbach_alpha(table),
        item_analysis(table, later),
        item_analysis(table[table["b1"] == 1]),
    ):
        assert found["simulated"].all()


def test_results_of_other_answers_are_not_marked():
    assert not compare([1, 2, 3], [2, 3, 5])["simulated"].any()
    assert not is_simulated(None, [1])


@pytest.mark.parametrize(("persons", "items"), [(0, 3), (3, 0)])
def test_nobody_and_nothing_cannot_be_simulated(persons, items):
    with pytest.raises(UsageError):
        simulate_questionnaire(persons, items, effect=1, seed=1)


@pytest.mark.parametrize(
    "wrong", [{"persons": 2.5}, {"items": "3"}, {"seed": -1}, {"seed": None}, {"effect": math.nan}]
)
def test_simulation_without_whole_numbers_is_refused(wrong):
    with pytest.raises(UsageError, match=r"error\.survey_(whole|finite)"):
        simulate_questionnaire(**{"persons": 2, "items": 2, "effect": 0.5, "seed": 1, **wrong})
