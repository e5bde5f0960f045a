"""Item analysis against R's psych and psy; see reference/surveys.R."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.surveys.items import cronbach_alpha, item_analysis
from netralitas_research.statistics.tidy import COLUMNS

ATTITUDE = pd.read_csv(Path(__file__).parents[1] / "reference" / "attitude.csv")
BINARY = pd.DataFrame(
    {
        "b1": [1, 1, 1, 0, 1, 1, 0, 1],
        "b2": [1, 0, 1, 0, 1, 1, 0, 0],
        "b3": [1, 1, 0, 0, 1, 0, 0, 0],
        "b4": [0, 1, 1, 0, 1, 0, 0, 0],
    }
)


def estimates(found, term):
    return found.loc[found["term"] == term, "estimate"].tolist()


@pytest.mark.parametrize(
    ("answers", "method", "expected"),
    [
        (ATTITUDE, "cronbach_feldt", [0.8431427696, 0.7393756856, 0.9157730722]),
        (BINARY, "kr20_feldt", [0.7291666667, 0.1959959509, 0.9391664976]),
    ],
)
def test_alpha_and_its_interval_are_those_of_psych(answers, method, expected):
    found = cronbach_alpha(answers)

    assert found["method"].item() == method
    assert found[["estimate", "low", "high"]].iloc[0].tolist() == pytest.approx(expected)


def test_items_are_described_as_by_psych():
    found = item_analysis(ATTITUDE, maximum=100)

    r_drop = [0.6712620572, 0.7421097102, 0.5607111115, 0.7144454981, 0.7862755938]
    r_drop += [0.2650343392, 0.4608105495]
    assert estimates(found, "item_total") == pytest.approx(r_drop)
    without = [0.8097602063, 0.7969174573, 0.8278477659, 0.8030309750, 0.7953865742]
    without += [0.8638723114, 0.8404648683]
    assert estimates(found, "alpha_without") == pytest.approx(without)
    assert estimates(found, "difficulty") == pytest.approx((ATTITUDE.mean() / 100).tolist())
    rating = found[(found["item"] == "rating") & (found["term"] == "item_total")]
    assert rating[["low", "high"]].iloc[0].tolist() == pytest.approx([0.4101915270, 0.8306507953])


def test_binary_items_are_described_as_by_psych():
    found = item_analysis(BINARY)

    expected = [0.6622661785, 0.4472135955, 0.4938439597, 0.4938439597]
    assert estimates(found, "item_total") == pytest.approx(expected)
    assert estimates(found, "difficulty") == [0.75, 0.5, 0.375, 0.375]


def test_missing_answers_are_counted_and_leave_the_scale_to_the_others():
    answers = BINARY.astype(float)
    answers.loc[8] = [np.nan, 1, 0, 1]

    found = item_analysis(answers)

    assert estimates(found, "missing") == [pytest.approx(1 / 9), 0, 0, 0]
    assert estimates(found, "item_total") == pytest.approx(
        estimates(item_analysis(BINARY), "item_total")
    )
    assert cronbach_alpha(answers)["n"].item() == 8


@pytest.mark.parametrize(
    ("answers", "note"),
    [
        ({"b1": [1, 0, 1]}, "one_item"),
        ({"b1": [1], "b2": [0]}, "few_persons"),
        ({"b1": [], "b2": []}, "few_persons"),
        ({"b1": [1, 0], "b2": [0, 1]}, "no_spread"),
        ({"b1": [1, 1, 1, 1], "b2": [0, 1, 1, 0], "b3": [0, 1, 1, 0]}, "item_without_spread"),
        ({"b1": [1, 2, 3, 4], "b2": [3, 3, 2, 1]}, "negative_alpha"),
        ({"b1": [1, 2, 3], "b2": [1, 2, 3]}, "no_width"),
    ],
)
def test_an_alpha_to_be_doubted_is_noted(answers, note):
    found = cronbach_alpha(pd.DataFrame(answers, dtype=float))

    assert found["note"].item() == f"surveys.note.{note}"


def test_scores_without_maximum_have_no_difficulty():
    found = item_analysis(ATTITUDE)

    assert set(found.loc[found["term"] == "difficulty", "note"]) == {"surveys.note.no_maximum"}


def test_a_second_sitting_adds_the_change_of_each_item():
    after = BINARY.assign(b4=1).sample(frac=1, random_state=1)

    found = item_analysis(BINARY, after)

    assert estimates(found, "change") == [0, 0, 0, 0.625]
    assert (found.loc[found["term"] == "change", "n"] == 8).all()


@pytest.mark.parametrize(
    ("answers", "after", "maximum", "key"),
    [
        (pd.DataFrame({"b1": ["x"]}), None, None, "error.survey_not_numbers"),
        (BINARY, BINARY.rename(columns={"b1": "c"}), None, "error.survey_items_differ"),
        (BINARY.set_axis([1] * 8), None, None, "error.survey_person_twice"),
        (BINARY.set_axis(["b1"] * 4, axis=1), None, None, "error.survey_item_twice"),
        (ATTITUDE, None, 50, "error.survey_maximum"),
        (-BINARY, None, 3, "error.survey_maximum"),
        (BINARY.replace(1, np.inf), None, None, "error.survey_infinite"),
    ],
)
def test_wrong_usage_is_refused(answers, after, maximum, key):
    with pytest.raises(UsageError) as error:
        item_analysis(answers, after, maximum=maximum)
    assert error.value.key == key


ANSWERS = st.sampled_from([0.0, 1.0, 2.0, np.nan])


@settings(max_examples=30)
@given(st.lists(st.tuples(*[ANSWERS] * 6), max_size=8))
def test_whatever_has_no_value_has_a_note(rows):
    table = pd.DataFrame(rows, columns=["b1", "b2", "b3", "c1", "c2", "c3"], dtype=float)
    before, after = table[["b1", "b2", "b3"]], table[["c1", "c2", "c3"]]

    found = item_analysis(before, after.set_axis(before.columns, axis=1), maximum=2)

    assert list(found)[:8] == list(COLUMNS)
    unsaid = found[["estimate", "low", "high"]].isna().any(axis=1) & (found["note"] == "")
    assert not unsaid.any(), found[unsaid]


@pytest.mark.parametrize("answers", [None, [[1, 2]], np.ones((2, 2)), pd.Series([1])])
def test_answers_that_are_no_table_are_refused(answers):
    for statistic in (cronbach_alpha, item_analysis):
        with pytest.raises(UsageError, match=r"error\.survey_not_a_table"):
            statistic(answers)


@pytest.mark.parametrize("maximum", [float("nan"), "3", 0, True])
def test_maximum_that_is_none_is_refused(maximum):
    with pytest.raises(UsageError, match=r"error\.survey_positive"):
        item_analysis(pd.DataFrame({"b1": [0, 1], "b2": [1, 1]}), maximum=maximum)
