"""The comparison of paired scores against R 4.2; see reference/surveys.R."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.surveys.prepost import compare
from netralitas_research.statistics.tidy import COLUMNS, TEST_COLUMNS

# Student (1908): hours of additional sleep under two drugs, `sleep` in R.
BEFORE = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
AFTER = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def rows(*args, **more):
    return compare(*args, **more).set_index("term")


def limits(found, term):
    return found.loc[term, ["estimate", "low", "high"]].astype(float).tolist()


def test_student_sleep_as_in_r():
    found = rows(BEFORE, AFTER)

    assert limits(found, "mean_difference") == pytest.approx([1.58, 0.700114236723, 2.459885763277])
    tested = found.loc["mean_difference", ["statistic", "df", "p_value"]].astype(float)
    assert tested.tolist() == pytest.approx([4.062127683382, 9, 0.002832890197])
    assert limits(found, "mean_before") == pytest.approx([0.75, -0.5297804135, 2.0297804135])
    assert limits(found, "sd_before") == pytest.approx([1.789009658, 1.230543828, 3.266034248])
    assert found.loc["median_difference", "p_value"] == pytest.approx(0.00390625)
    assert found.loc[["improved", "unchanged", "fell"], "estimate"].tolist() == [0.9, 0.1, 0.0]


def test_shares_have_the_interval_of_r_prop_test():
    found = rows([0] * 10, [1] * 7 + [0] * 3)

    assert limits(found, "improved") == pytest.approx([0.7, 0.3967781475, 0.8922087326])


def test_decimal_scores_keep_their_ties():
    # R 4.2: wilcox.test(AFTER, BEFORE, paired = TRUE, digits.rank = 7) gives V = 23, without
    # digits.rank 22.5; coin::wilcoxsign_test, exact, of the differences rounded: p = 0.6171875.
    before = [0.1, 0.3, 1.1, 0.7, 2.2, 3.3, 0.4, 5.1]
    after = [0.3, 0.1, 1.3, 0.9, 2.0, 3.6, 0.1, 5.4]

    found = rows(before, after).loc["median_difference"]

    assert found[["statistic", "p_value", "note"]].tolist() == [
        23,
        0.6171875,
        "surveys.note.ties",
    ]


def test_a_score_that_is_the_same_but_for_binary_fractions_is_unchanged():
    found = rows([0.1 + 0.2, 1, 2], [0.3, 1, 2])

    assert found.loc["unchanged", "estimate"] == 1
    assert found.loc["mean_difference", "note"] == "surveys.note.no_change"


def test_the_same_change_of_decimal_scores_has_no_spread():
    before = np.array([0.1, 0.3, 0.7, 1.1, 2.2])

    found = rows(before, before + 0.2)

    assert found.loc["mean_difference", "note"] == "surveys.note.same_change"
    assert np.isnan(found.loc["cohen_dz", "estimate"])


def test_the_columns_are_the_same_for_every_input():
    for args in ((BEFORE, AFTER), ([], []), ([1], [2]), ([1, 1], [1, 1])):
        assert list(compare(*args)) == [*COLUMNS, *TEST_COLUMNS, "simulated"]
        assert len(compare(*args)) == 16


def test_series_are_paired_by_their_index_and_lone_scores_are_counted():
    pre = pd.Series([1.0, 2, 3, np.nan], index=list("abcd"))
    post = pd.Series([5.0, 4, 2, 1], index=list("cbed"))

    found = rows(pre, post)

    assert found.loc["mean_difference", "estimate"] == 2
    assert found.loc["pairs", ["estimate", "n", "note"]].tolist() == [
        2,
        5,
        "surveys.note.incomplete_pairs",
    ]


@pytest.mark.parametrize(
    ("pre", "post", "note"),
    [
        ([], [], "no_pairs"),
        ([1], [2], "one_pair"),
        ([1, 2], [1, 2], "no_change"),
        ([1, 2], [2, 3], "same_change"),
    ],
)
def test_a_degenerate_comparison_is_noted(pre, post, note):
    assert rows(pre, post).loc["mean_difference", "note"] == f"surveys.note.{note}"


def test_scores_that_are_all_the_same_are_noted():
    found = rows([2, 2, 2], [3, 4, 3])

    assert found.loc["mean_before", "note"] == "surveys.note.no_spread"
    assert found.loc["mean_after", "note"] == ""


@pytest.mark.parametrize(
    ("args", "key"),
    [
        (([1], [1, 2]), "error.survey_lengths"),
        (([1], [2], 1.5), "error.survey_share"),
        (([1], [11], 0.95, 10), "error.survey_maximum"),
        (([1], [np.inf]), "error.survey_infinite"),
        ((pd.Series([1, 2], index=[0, 0]), pd.Series([1])), "error.survey_person_twice"),
    ],
)
def test_wrong_usage_is_refused(args, key):
    with pytest.raises(UsageError) as error:
        compare(*args)
    assert error.value.key == key


SCORES = st.one_of(st.integers(0, 10).map(float), st.just(np.nan))


@given(st.lists(st.tuples(SCORES, SCORES), max_size=12))
def test_whatever_has_no_value_has_a_note(pairs):
    found = compare([pre for pre, _ in pairs], [post for _, post in pairs], maximum=10)

    unsaid = found[["estimate", "low", "high"]].isna().any(axis=1) & (found["note"] == "")
    assert not unsaid.any(), found[unsaid]
    limited = found.dropna(subset=["estimate", "low", "high"])
    assert (limited["low"] <= limited["estimate"] + 1e-9).all()
    assert (limited["estimate"] <= limited["high"] + 1e-9).all()


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=12))
def test_turning_time_round_turns_the_signs_round(pairs):
    pre, post = zip(*pairs, strict=True)
    there, back = rows(pre, post), rows(post, pre)

    for term in ("mean_difference", "median_difference", "cohen_dz", "cohen_dav"):
        assert there.loc[term, "estimate"] == pytest.approx(
            -back.loc[term, "estimate"], nan_ok=True
        )
    assert there.loc["improved", "estimate"] == back.loc["fell", "estimate"]


@pytest.mark.parametrize(
    ("pre", "post", "maximum", "key"),
    [
        (["a", 6], [8, 7], None, "error.survey_not_numbers"),
        (pd.Series(["9,5", "6"]), pd.Series([8, 7]), None, "error.survey_not_numbers"),
        (pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [2]}), None, "error.survey_not_numbers"),
        ([[1, 2], [3, 4]], [1, 2], None, "error.survey_not_numbers"),
        (None, None, None, "error.survey_not_numbers"),
        ([1, 2], [2, 3], float("nan"), "error.survey_positive"),
        ([1, 2], [2, 3], float("inf"), "error.survey_positive"),
        ([1, 2], [2, 3], "10", "error.survey_positive"),
        ([1, 2], [2, 3], 2, "error.survey_maximum"),
    ],
)
def test_scores_that_are_none_are_refused(pre, post, maximum, key):
    with pytest.raises(UsageError) as error:
        compare(pre, post, maximum=maximum)
    assert error.value.key == key
