"""Adjusted p values against Benjamini & Hochberg (1995) and R's p.adjust."""

import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.multiplicity import adjust

# Benjamini & Hochberg (1995), section 3.2: 15 p values in order.
PUBLISHED = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.324, 0.4262, 0.5719, 0.6528, 0.759, 1),
]
ADJUSTED = {
    "holm": [
        *(0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213),
        *([1] * 6),
    ],
    "hochberg": [
        *(0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.2682, 0.2682, 0.2752, 0.3213),
        *([1] * 6),
    ],
    "bh": [
        *(0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571429, 0.0638571428571429),
        *(0.0645, 0.0765, 0.486, 0.581181818181818, 0.714875, 0.753230769230769),
        *(0.813214285714286, 1),
    ],
    "by": [
        *(0.00497734348984349, 0.00995468697969, 0.03152317543568, 0.11821190788378),
        *(0.20008920829171, 0.21189262285334, 0.21189262285334, 0.21402577006327),
        *(0.25384451798202, *([1] * 6)),
    ],
    "bonferroni": [
        *(0.0015, 0.006, 0.0285, 0.1425, 0.3015, 0.417, 0.447, 0.516, 0.6885),
        *([1] * 6),
    ],
    "none": PUBLISHED,
}


@pytest.mark.parametrize("method", ADJUSTED)
def test_adjusted_p_values_as_in_r_p_adjust(method):
    assert adjust(PUBLISHED, method)["p_adjusted"].tolist() == pytest.approx(
        ADJUSTED[method], abs=1e-12
    )


@pytest.mark.parametrize(
    ("method", "rejected"), [("bonferroni", 3), ("holm", 3), ("hochberg", 3), ("bh", 4)]
)
def test_as_many_are_rejected_as_benjamini_and_hochberg_say(method, rejected):
    assert adjust(PUBLISHED, method)["reject"].sum() == rejected


@pytest.mark.parametrize("method", ADJUSTED)
def test_order_of_the_tests_is_kept(method):
    order = np.random.default_rng(1).permutation(15)
    found = adjust(np.array(PUBLISHED)[order], method)

    assert found["p_value"].tolist() == np.array(PUBLISHED)[order].tolist()
    assert found["p_adjusted"].tolist() == pytest.approx(np.array(ADJUSTED[method])[order].tolist())


def test_missing_p_value_stays_missing_and_does_not_count():
    found = adjust([0.01, 0.04, 0.03, np.nan, 0.2], "holm")

    # R: p.adjust(c(.01, .04, .03, NA, .2), "holm").
    assert found["p_adjusted"].tolist() == pytest.approx(
        [0.04, 0.09, 0.09, np.nan, 0.2], nan_ok=True
    )
    assert found["n"].unique().tolist() == [4]
    assert found.loc[3, ["low", "high", "reject", "note"]].tolist() == [
        *(0, 1, False),
        "note.association.no_p_value",
    ]


def test_labels_are_those_of_a_series_or_those_given():
    series = pd.Series([0.2, 0.1], index=["JPT", "fungsional"])

    assert adjust(series)["term"].tolist() == ["JPT", "fungsional"]
    assert adjust([0.2, 0.1], labels=["a", "b"])["term"].tolist() == ["a", "b"]
    assert adjust([0.2, 0.1])["term"].tolist() == ["1", "2"]
    with pytest.raises(UsageError):
        adjust([0.2, 0.1], labels=["a"])


def test_p_value_at_the_border_is_rejected():
    assert adjust([0.1, 0.1000001], "none", level=0.9)["reject"].tolist() == [True, False]


def test_no_test_gives_no_row():
    assert adjust([], "bh").empty


def test_false_discoveries_stay_below_the_level():
    # 60 true and 20 false hypotheses; Benjamini & Hochberg: at most 0.05 * 60 / 80.
    generator = np.random.default_rng(7)
    shares = []
    for _ in range(300):
        p_values = np.r_[generator.random(60), generator.random(20) * 1e-3]
        rejected = adjust(p_values, "bh")["reject"].to_numpy()
        shares.append(rejected[:60].sum() / max(1, rejected.sum()))
    assert np.mean(shares) == pytest.approx(0.0375, abs=0.008)


@pytest.mark.parametrize(
    ("p_values", "method"),
    [([1.2], "holm"), ([-0.1], "holm"), ([[0.1]], "holm"), (["p"], "holm"), ([0.1], "sidak")],
)
def test_what_is_no_p_value_or_no_method_is_refused(p_values, method):
    with pytest.raises(UsageError):
        adjust(p_values, method)


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("BH", "bh"),
        ("Benjamini-Hochberg", "bh"),
        ("Benjamini & Yekutieli", "by"),
        ("fdr_bh", "bh"),
        ("Holm-Bonferroni", "holm"),
        ("Bonferroni", "bonferroni"),
    ],
)
def test_methods_are_understood_as_the_literature_writes_them(name, method):
    assert adjust([0.01, 0.04], name).equals(adjust([0.01, 0.04], method))


def test_a_mapping_gives_the_labels():
    assert adjust({"act": 0.01, "motive": 0.5})["term"].tolist() == ["act", "motive"]


@pytest.mark.parametrize("value", ["<0.001", "0,03", 1.2, -0.1])
def test_what_is_no_p_value_is_named(value):
    with pytest.raises(UsageError) as error:
        adjust([0.1, value])
    assert error.value.params == {"value": str(value)}


@pytest.mark.parametrize("wrong", [0.03, None, [[0.1, 0.2]]])
def test_p_values_that_are_no_list_are_refused(wrong):
    with pytest.raises(UsageError) as error:
        adjust(wrong)
    assert error.value.key == "error.association_list"


def test_labels_that_are_no_list_are_refused():
    with pytest.raises(UsageError):
        adjust([0.1, 0.2], labels=3)
