"""Krippendorff's alpha against the examples of Krippendorff (2011)."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.agreement.krippendorff import (
    category_agreement,
    krippendorff_alpha,
)

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A, B and C.
BINARY = pd.DataFrame(
    {"meg": [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], "owen": [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]}
)
NOMINAL = pd.DataFrame({"ben": list("aabbdcccedda"), "gerry": list("babbbccceddd")})
N = np.nan
FOUR = pd.DataFrame(
    {
        "a": [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
        "b": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
        "c": [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
        "d": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
    }
)


def alpha(codings, *args, **more):
    return krippendorff_alpha(codings, *args, **more).set_index("term").loc["krippendorff_alpha"]


@pytest.mark.parametrize(
    ("codings", "measurement", "expected", "units"),
    [
        (BINARY, "nominal", 0.095, 10),
        (NOMINAL, "nominal", 0.692, 12),
        (FOUR, "nominal", 0.743, 11),
        (FOUR, "ordinal", 0.815, 11),
        (FOUR, "interval", 0.849, 11),
        (FOUR, "ratio", 0.797, 11),
    ],
)
def test_the_examples_of_krippendorff_2011(codings, measurement, expected, units):
    found = alpha(codings, measurement)

    assert found["estimate"] == pytest.approx(expected, abs=0.0005)
    assert found["n"] == units
    assert found["low"] < found["estimate"] < found["high"]


def test_the_interval_covers_about_as_often_as_stated():
    # Two coders who give the true one of three codes with chance 0.8, else any: agreement beyond
    # chance 0.64. 100 samples of 60 units; three standard errors are 0.065, and the bootstrap of a
    # skewed statistic may fall short a little.
    draw = np.random.default_rng(11)
    covered = 0
    for _ in range(100):
        true = draw.integers(3, size=60)
        codings = pd.DataFrame(
            {c: np.where(draw.random(60) < 0.8, true, draw.integers(3, size=60)) for c in "ab"}
        )
        found = alpha(codings)
        covered += found["low"] <= 0.64 <= found["high"]

    assert 0.87 <= covered / 100 <= 1


def test_the_interval_is_the_same_each_time_and_moves_with_the_seed():
    assert alpha(FOUR).equals(alpha(FOUR))
    assert alpha(FOUR)["low"] != alpha(FOUR, seed=2)["low"] or (
        alpha(FOUR)["high"] != alpha(FOUR, seed=2)["high"]
    )


def test_percent_agreement_of_two_coders_is_the_share_of_equal_units():
    found = krippendorff_alpha(NOMINAL).set_index("term")

    assert found.loc["percent_agreement", "estimate"] == pytest.approx(9 / 12)


@pytest.mark.parametrize(
    ("codings", "estimate", "note"),
    [
        ({"a": [1, 1], "b": [1, 1]}, N, "one_category"),
        ({"a": [1, N], "b": [N, 2]}, N, "no_overlap"),
        ({"a": [], "b": []}, N, "no_overlap"),
        ({"a": [1, 2]}, N, "no_overlap"),
        ({"a": [1], "b": [2]}, 0.0, "one_unit"),
        ({"a": [1, 2, 2], "b": [1, 2, 2]}, 1.0, "full_agreement"),
        ({"a": [1, 1, 2, 1], "b": [1, 1, 1, 1]}, 0.0, "draws_undefined"),
    ],
)
def test_an_alpha_to_be_doubted_is_noted(codings, estimate, note):
    found = alpha(pd.DataFrame(codings, dtype=float))

    assert found["estimate"] == pytest.approx(estimate, nan_ok=True)
    assert found["note"] == f"surveys.note.{note}"


def test_coders_who_never_agree_get_an_interval_without_width_and_a_note():
    found = krippendorff_alpha(pd.DataFrame({"a": ["x", "y"], "b": ["y", "x"]}))

    assert (found["low"] == found["high"]).all()
    assert set(found["note"]) == {"surveys.note.no_width"}


def test_words_have_an_order_only_when_it_is_stated():
    words = FOUR.replace({1: "e", 2: "d", 3: "c", 4: "b", 5: "a"})

    assert alpha(words, "ordinal", categories=list("edcba"))["estimate"] == pytest.approx(
        0.815, abs=0.0005
    )
    with pytest.raises(UsageError, match="survey_order"):
        krippendorff_alpha(words, "ordinal")


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"level_of_measurement": "circular"}, "error.method"),
        ({"level_of_measurement": "interval"}, "error.survey_scale"),
        ({"level_of_measurement": "ratio"}, "error.survey_scale"),
        ({"categories": ["a"]}, "error.survey_categories"),
        ({"level": 0.0}, "error.survey_share"),
        ({"seed": -1}, "error.survey_whole"),
        ({"seed": None}, "error.survey_whole"),
    ],
)
def test_wrong_usage_is_refused(more, key):
    with pytest.raises(UsageError) as error:
        krippendorff_alpha(NOMINAL, **more)
    assert error.value.key == key


def test_each_category_has_its_agreement():
    found = category_agreement(NOMINAL).set_index(["category", "term"])["estimate"]

    # Of the two coders: 2 x agreed / (codes of the first + codes of the second).
    for category, expected in {"a": 2 / 4, "b": 4 / 6, "c": 1, "d": 4 / 6, "e": 1}.items():
        assert found[category, "specific_agreement"] == pytest.approx(expected)
    assert found["c", "category_alpha"] == 1
    merged = alpha(NOMINAL.where(NOMINAL == "d", "other"))["estimate"]
    assert found["d", "category_alpha"] == pytest.approx(merged)


def test_categories_of_four_coders_are_those_of_alpha_with_the_rest_merged():
    found = category_agreement(FOUR).set_index(["category", "term"])["estimate"]

    merged = alpha(FOUR.where(FOUR.isna() | (FOUR == 3), 0))["estimate"]
    assert found[3.0, "category_alpha"] == pytest.approx(merged)


def test_no_overlap_gives_no_categories():
    assert category_agreement(pd.DataFrame({"a": ["x"], "b": [None]})).empty


CODES = st.sampled_from([1.0, 2.0, 3.0, np.nan])


@settings(max_examples=40)
@given(
    st.lists(st.tuples(CODES, CODES, CODES), max_size=6),
    st.sampled_from(["nominal", "ordinal", "interval", "ratio"]),
)
def test_the_order_of_coders_does_not_matter_and_no_value_goes_unsaid(rows, measurement):
    codings = pd.DataFrame(rows, columns=list("abc"), dtype=float)

    found = krippendorff_alpha(codings, measurement)
    turned = krippendorff_alpha(codings[list("cab")], measurement)

    assert found["estimate"].tolist() == pytest.approx(turned["estimate"].tolist(), nan_ok=True)
    unsaid = found[["estimate", "low", "high"]].isna().any(axis=1) & (found["note"] == "")
    assert not unsaid.any(), found[unsaid]


def test_rows_an_array_and_a_mapping_are_tables_of_codes_too():
    expected = krippendorff_alpha(FOUR, "Interval")

    assert krippendorff_alpha(FOUR.to_numpy(), "interval").equals(expected)
    assert krippendorff_alpha(FOUR.to_numpy().tolist(), "INTERVAL").equals(expected)
    assert krippendorff_alpha({name: FOUR[name] for name in FOUR}, "interval").equals(expected)


@pytest.mark.parametrize("wrong", [None, 3, ["a", "b"], [["a", "b"], ["a"]]])
@pytest.mark.parametrize("function", [krippendorff_alpha, category_agreement])
def test_what_is_no_table_of_codes_is_refused(function, wrong):
    with pytest.raises(UsageError) as error:
        function(wrong)
    assert error.value.params == {"found": type(wrong).__name__}


@pytest.mark.parametrize(("measurement", "code"), [("interval", np.inf), ("ratio", -1.0)])
def test_codes_that_do_not_fit_the_scale_are_named(measurement, code):
    with pytest.raises(UsageError) as error:
        krippendorff_alpha({"a": [1.0, code, 2.0], "b": [1.0, 2.0, 2.0]}, measurement)
    assert error.value.params == {"value": str(code)}


def test_the_order_of_the_units_does_not_move_the_interval():
    turned = FOUR.iloc[::-1].reset_index(drop=True)
    assert krippendorff_alpha(turned, "ordinal").equals(krippendorff_alpha(FOUR, "ordinal"))


def test_bootstrap_of_alpha_is_that_of_alphas_of_drawn_tables():
    draw = np.random.default_rng(3)
    rows = [FOUR.iloc[draw.integers(len(FOUR), size=len(FOUR))] for _ in range(400)]
    alphas = [alpha(table.reset_index(drop=True), "interval")["estimate"] for table in rows]
    found = alpha(FOUR, "interval")

    # Simulation error of a quantile of 400 draws; units that one coder coded vary here as well.
    assert found["low"] == pytest.approx(np.nanquantile(alphas, 0.025), abs=0.08)
