import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.surveys.answers import answer_table, scores
from netralitas_research.statistics.surveys.simulation import simulate_questionnaire

ANSWERS = pd.DataFrame(
    [
        (2, "before", "b2", 1.0),
        (2, "before", "b1", 2.0),
        (2, "after", "b2", 3.0),
        (2, "after", "b1", np.nan),
        (1, "before", "b2", 4.0),
        (1, "before", "b1", 4.0),
        (1, "after", "b2", 5.0),
        (1, "after", "b1", 4.0),
        (1, "after", "b3", 1.0),
        (3, "after", "b2", 1.0),
        (3, "after", "b1", 1.0),
    ],
    columns=["person", "sitting", "item", "answer"],
)


def test_a_table_keeps_the_order_of_persons_and_items():
    table = answer_table(ANSWERS, "after")

    assert table.index.tolist() == [2, 1, 3]
    assert table.columns.tolist() == ["b2", "b1", "b3"]
    assert table.loc[1].tolist() == [5, 4, 1]


def test_scores_sum_the_items_of_both_sittings():
    assert scores(ANSWERS).loc[1].tolist() == [8, 9]


def test_a_missing_answer_or_sitting_gives_no_score():
    found = scores(ANSWERS)

    assert np.isnan(found.loc[2, "after"])
    assert found.loc[2, "before"] == 3
    assert np.isnan(found.loc[3, "before"])


def test_sittings_without_a_common_item_have_no_scores():
    answers = ANSWERS[~((ANSWERS["sitting"] == "after") & (ANSWERS["item"] != "b3"))]

    assert scores(answers).isna().all(axis=None)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda table: table.drop(columns="item"), "error.survey_column"),
        (lambda table: pd.concat([table, table]), "error.survey_answered_twice"),
        (lambda table: table.assign(answer="x"), "error.survey_not_numbers"),
        (lambda table: table["answer"], "error.survey_not_a_table"),
    ],
)
def test_answers_without_order_are_refused(change, key):
    table = simulate_questionnaire(persons=2, items=2, effect=0.0, seed=1)
    with pytest.raises(UsageError) as error:
        scores(change(table))
    assert error.value.key == key


def test_unknown_sitting_is_refused():
    table = simulate_questionnaire(persons=2, items=2, effect=0.0, seed=1)
    with pytest.raises(UsageError) as error:
        answer_table(table, "later")
    assert error.value.params["known"] == "before, after"
