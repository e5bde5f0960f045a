"""Cohen's kappa against Cohen (1960) and R's psych; see reference/surveys.R."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.agreement.coders import cohen_kappa


def codes(table):
    """Turn a table of counts, first coder in rows, into the codes of the two coders."""
    cells = [(i, j) for i, line in enumerate(table) for j, n in enumerate(line) for _ in range(n)]
    return [i for i, _ in cells], [j for _, j in cells]


# Cohen (1960), table 2: two clinicians, 200 patients.
COHEN = codes([[88, 10, 2], [14, 40, 6], [18, 10, 12]])


def rows(*args, **more):
    return cohen_kappa(*args, **more).set_index("term")


@pytest.mark.parametrize(
    ("weights", "kappa", "low", "high"),
    [
        (None, 0.491525423729, 0.391563702054, 0.591487145404),
        ("linear", 0.473684210526, 0.36699884494, 0.58036957611),
        ("quadratic", 0.454545454545, 0.32429863199, 0.58479227710),
    ],
)
def test_cohen_1960_with_the_intervals_of_r(weights, kappa, low, high):
    # Without weights those of psych::cohen.kappa. With weights those of the formula of Fleiss,
    # Cohen & Everitt and of the delta method; psych 2.2.9 has another variance there.
    found = rows(*COHEN, weights=weights)

    assert found.loc["cohen_kappa", ["estimate", "low", "high"]].astype(
        float
    ).tolist() == pytest.approx([kappa, low, high], rel=1e-9)
    assert found.loc["percent_agreement", "estimate"] == pytest.approx(0.70)
    assert found.loc["expected_agreement", "estimate"] == pytest.approx(0.41)


def test_the_paradox_of_kappa_is_noted():
    # 100 units, 90 agreed, nearly all of one category.
    found = rows(*codes([[90, 5], [5, 0]]))

    assert found.loc["cohen_kappa", "estimate"] < 0
    assert found.loc["cohen_kappa", "note"] == "surveys.note.kappa_paradox"
    assert rows(*codes([[45, 5], [5, 45]])).loc["cohen_kappa", "note"] == ""


@pytest.mark.parametrize(
    ("first", "second", "kappa", "note"),
    [
        (["a", "a"], ["a", "a"], np.nan, "one_category"),
        (["a", "b"], ["a", "b"], 1.0, "full_agreement"),
        (["a", "a", "a"], ["a", "b", "a"], 0.0, "coder_without_spread"),
        (["a", "b"], ["b", "a"], -1.0, "no_width"),
        (["a", "b"], ["c", "d"], 0.0, "no_width"),
        (["a", None], [None, "b"], np.nan, "no_overlap"),
        ([], [], np.nan, "no_overlap"),
    ],
)
def test_a_kappa_to_be_doubted_is_noted(first, second, kappa, note):
    found = rows(first, second).loc["cohen_kappa"]

    assert found["estimate"] == pytest.approx(kappa, nan_ok=True)
    assert found["note"] == f"surveys.note.{note}"


def test_series_are_paired_by_their_index_and_missing_codes_left_out():
    first = pd.Series(["a", "b", None, "a"], index=[1, 2, 3, 4])
    second = pd.Series(["b", "a", "a", "b"], index=[2, 1, 3, 5])

    assert rows(first, second).loc["percent_agreement", ["estimate", "n"]].tolist() == [1, 2]


def test_stated_categories_give_weights_their_order():
    first, second = ["low", "high", "middle", "low"], ["low", "middle", "middle", "high"]
    numbers = {"low": 1, "middle": 2, "high": 3}

    stated = rows(first, second, weights="linear", categories=list(numbers))
    numbered = rows(*([numbers[code] for code in coder] for coder in (first, second)), "linear")

    assert stated["estimate"].tolist() == numbered["estimate"].tolist()


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"weights": "cubic"}, "error.survey_weights"),
        ({"weights": "linear"}, "error.survey_order"),
        ({"categories": ["a"]}, "error.survey_categories"),
        ({"level": 1.0}, "error.survey_share"),
    ],
)
def test_wrong_usage_is_refused(more, key):
    with pytest.raises(UsageError) as error:
        cohen_kappa(["a", "b"], ["a", "b"], **more)
    assert error.value.key == key


def test_series_of_another_length_and_units_that_stand_twice_are_refused():
    with pytest.raises(UsageError):
        cohen_kappa(["a"], ["a", "b"])
    with pytest.raises(UsageError):
        cohen_kappa(pd.Series(["a", "b"], index=[1, 1]), pd.Series(["a"]))


CODES = st.sampled_from(["policy", "resource", "behaviour", None])


@given(st.lists(st.tuples(CODES, CODES), max_size=15))
def test_the_coders_can_be_exchanged_and_no_value_goes_unsaid(pairs):
    first, second = [one for one, _ in pairs], [other for _, other in pairs]
    found, exchanged = rows(first, second), rows(second, first)

    assert found["estimate"].tolist() == pytest.approx(exchanged["estimate"].tolist(), nan_ok=True)
    unsaid = found[["estimate", "low", "high"]].isna().any(axis=1) & (found["note"] == "")
    assert not unsaid.any(), found[unsaid]
