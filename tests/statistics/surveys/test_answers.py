import numpy as np
import pandas as pd

from netralitas_research.statistics.surveys.answers import answer_table, scores

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
