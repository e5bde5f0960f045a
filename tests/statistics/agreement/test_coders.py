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
        ({"weights": "cubic"}, "error.method"),
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


@pytest.mark.parametrize(
    ("table", "weights", "kappa", "error"),
    [
        pytest.param(
            [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]],
            None,
            0.12933025404157,
            0.0685985324807086,
            id="vcd SexualFun (Hout, Duncan & Sobel 1987), None",
        ),
        pytest.param(
            [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]],
            "linear",
            0.237380627557981,
            0.0783163347783729,
            id="vcd SexualFun (Hout, Duncan & Sobel 1987), linear",
        ),
        pytest.param(
            [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]],
            "quadratic",
            0.332045586246861,
            0.0972975219586046,
            id="vcd SexualFun (Hout, Duncan & Sobel 1987), quadratic",
        ),
        pytest.param(
            [[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]],
            None,
            0.207942464040025,
            0.050455365240877,
            id="vcd MSPatients, Winnipeg (Landis & Koch 1977), None",
        ),
        pytest.param(
            [[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]],
            "linear",
            0.379730547986679,
            0.051666826218334,
            id="vcd MSPatients, Winnipeg (Landis & Koch 1977), linear",
        ),
        pytest.param(
            [[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]],
            "quadratic",
            0.52457646433184,
            0.0600550988317956,
            id="vcd MSPatients, Winnipeg (Landis & Koch 1977), quadratic",
        ),
        pytest.param(
            [[5, 3, 0, 0], [3, 11, 4, 0], [2, 13, 3, 4], [1, 2, 4, 14]],
            None,
            0.296516567544605,
            0.0785038706723704,
            id="vcd MSPatients, New Orleans (Landis & Koch 1977), None",
        ),
        pytest.param(
            [[5, 3, 0, 0], [3, 11, 4, 0], [2, 13, 3, 4], [1, 2, 4, 14]],
            "linear",
            0.477272727272727,
            0.0730309868510976,
            id="vcd MSPatients, New Orleans (Landis & Koch 1977), linear",
        ),
        pytest.param(
            [[5, 3, 0, 0], [3, 11, 4, 0], [2, 13, 3, 4], [1, 2, 4, 14]],
            "quadratic",
            0.625581395348837,
            0.0787318738140618,
            id="vcd MSPatients, New Orleans (Landis & Koch 1977), quadratic",
        ),
        pytest.param(
            [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]],
            None,
            0.493005595523581,
            0.0567431504080358,
            id="Agresti (2013), pathologists, None",
        ),
        pytest.param(
            [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]],
            "linear",
            0.648809523809524,
            0.047652422356387,
            id="Agresti (2013), pathologists, linear",
        ),
        pytest.param(
            [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]],
            "quadratic",
            0.783821871476888,
            0.0386703361371546,
            id="Agresti (2013), pathologists, quadratic",
        ),
    ],
)
def test_tables_as_printed_have_the_kappa_and_standard_error_of_vcd(table, weights, kappa, error):
    found = rows(table, weights=weights).loc["cohen_kappa"]
    width = 1.959963984540054 * error

    assert found["estimate"] == pytest.approx(kappa, rel=1e-9)
    assert found["low"] == pytest.approx(max(-1, kappa - width), rel=1e-7)
    assert found["high"] == pytest.approx(min(1, kappa + width), rel=1e-7)


def test_a_table_is_the_same_as_its_codes():
    table = [[88, 10, 2], [14, 40, 6], [18, 10, 12]]
    for weights in (None, "linear", "quadratic"):
        assert rows(table, weights=weights).equals(rows(*COHEN, weights=weights))


def test_a_crosstab_is_matched_by_its_labels_also_where_a_category_was_not_used():
    first, second = list("aabbcca"), list("abbbbba")
    table = pd.crosstab(pd.Series(first), pd.Series(second))

    assert table.shape == (3, 2)
    assert rows(table.loc[["c", "a", "b"]]).equals(rows(first, second))


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (([[1, 2, 3], [4, 5, 6]],), "error.survey_square"),
        ((pd.DataFrame([[1, 2], [3, 4]], columns=["a", "a"]),), "error.survey_category_twice"),
        (([[1, -2], [3, 4]],), "error.association_counts"),
        ((3, 4), "error.survey_codes"),
        (({"a": 1}, {"a": 1}), "error.survey_codes"),
        ((pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1]})), "error.survey_codes"),
        (([["a"]], [["a"]]), "error.survey_codes"),
        ((["a"], ["a"], None, 3), "error.survey_codes"),
    ],
)
def test_what_is_neither_codes_nor_a_square_table_is_refused(arguments, key):
    with pytest.raises(UsageError) as error:
        cohen_kappa(*arguments)
    assert error.value.key == key


@pytest.mark.parametrize(
    ("name", "weights"),
    [
        ("Fleiss-Cohen", "quadratic"),
        ("squared", "quadratic"),
        ("Cicchetti-Allison", "linear"),
        ("Unweighted", None),
    ],
)
def test_weights_are_understood_as_the_literature_and_r_write_them(name, weights):
    table = [[88, 10, 2], [14, 40, 6], [18, 10, 12]]
    assert cohen_kappa(table, weights=name).equals(cohen_kappa(table, weights=weights))
