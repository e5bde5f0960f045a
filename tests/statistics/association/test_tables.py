"""Chi-square tests against R 4.2 and published tables; see reference/association.R."""

import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.tables import chi_square, homogeneity

# Snee (1974), R HairEyeColor: hair (black, brown, red, blond), eyes (brown, blue, hazel, green).
HAIR_EYE = [[68, 20, 15, 5], [119, 84, 54, 29], [26, 17, 14, 14], [7, 94, 10, 16]]


def test_hair_and_eye_colour_as_in_vcd_assocstats():
    found = chi_square(HAIR_EYE).set_index("method")

    assert found["statistic"].to_dict() == pytest.approx(
        {"pearson": 138.289841626008, "likelihood_ratio": 146.443578464516}
    )
    assert found["df"].tolist() == [9, 9]
    assert found["n"].tolist() == [592, 592]
    # R: summary(as.table(h)).
    assert found.loc["pearson", "p_value"] == pytest.approx(2.3252867871e-25)
    assert (found["note"] == "").all()


def test_gender_and_party_as_in_agresti_2007_table_2_5():
    found = chi_square([[762, 327, 468], [484, 239, 477]]).iloc[0]

    assert (found["statistic"], found["df"]) == (pytest.approx(30.0701490957547), 2)
    assert found["p_value"] == pytest.approx(2.95358918321176e-07)
    assert found["estimate"] == found["low"] == found["high"] == found["p_value"]


def test_small_expected_counts_are_said():
    # Agresti (2002), page 57; R: chisq.test(job)$p.value, with a warning.
    job = chi_square([[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]).iloc[0]

    assert job["p_value"] == pytest.approx(0.743364725052551)
    assert job["smallest_expected"] == pytest.approx(4 * 20 / 96)
    assert job["note"] == "note.association.small_expected"


def test_homogeneity_of_smokers_as_in_r_prop_test():
    # Fleiss (1981), page 139: smokers among patients.
    found = homogeneity([83, 90, 129, 70], [86, 93, 136, 82]).iloc[0]

    assert found["statistic"] == pytest.approx(12.6004112971276)
    assert found["p_value"] == pytest.approx(0.00558547666162702)
    assert (found["term"], found["df"], found["n"]) == ("homogeneity", 3, 397)


def test_two_series_are_matched_by_label_and_not_by_place():
    events = pd.Series({"JPT": 3, "fungsional": 9})
    totals = pd.Series({"fungsional": 30, "JPT": 10})

    pd.testing.assert_frame_equal(homogeneity(events, totals), homogeneity([3, 9], [10, 30]))
    with pytest.raises(UsageError):
        homogeneity(events, totals.rename({"JPT": "pelaksana"}))


def test_empty_rows_do_not_change_the_test_and_are_said():
    full, with_empty = chi_square(HAIR_EYE), chi_square([*HAIR_EYE, [0, 0, 0, 0]])

    assert (with_empty["note"] == "note.association.empty_lines").all()
    pd.testing.assert_frame_equal(full, with_empty.assign(note=""))


@pytest.mark.parametrize(
    ("table", "note"),
    [
        ([[3, 4, 5]], "one_line"),
        ([[3, 4], [0, 0]], "one_line"),
        ([[0, 0], [0, 0]], "no_counts"),
    ],
)
def test_nothing_to_compare_is_a_p_value_of_1_with_a_note(table, note):
    found = chi_square(table)

    assert found["p_value"].tolist() == [1, 1]
    assert found["df"].tolist() == [0, 0]
    assert (found["note"] == f"note.association.{note}").all()


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ([[1, -1], [2, 3]], "error.association_counts"),
        ([[1, np.nan], [2, 3]], "error.association_counts"),
        ([[27.6, 25.4], [14.3, 12.7]], "error.association_counts"),
        ([["satu", "dua"]], "error.association_counts"),
        ([1, 2, 3], "error.association_table"),
    ],
)
def test_what_is_no_table_of_counts_is_refused(table, key):
    with pytest.raises(UsageError) as error:
        chi_square(table)
    assert error.value.key == key


def test_a_level_in_per_cent_is_refused():
    with pytest.raises(UsageError):
        chi_square(HAIR_EYE, level=95)


@pytest.mark.parametrize(
    "value", ["1.305", "27,6%", -1, 1.5, None, np.nan, np.inf, 10**17, 1j, "a"]
)
def test_what_is_no_count_is_named(value):
    with pytest.raises(UsageError) as error:
        chi_square([[value, 3], [4, 5]])
    assert (error.value.key, error.value.params) == (
        "error.association_counts",
        {"value": str(value)},
    )


def test_text_of_digits_is_read_and_text_with_a_point_is_not():
    assert chi_square([["20", "10"], ["10", "20"]]).equals(chi_square([[20, 10], [10, 20]]))
    with pytest.raises(UsageError):  # 2000 in Indonesian, 2 in English
        chi_square([["2.000", "10"], ["10", "20"]])


@pytest.mark.parametrize(
    "table", [5, [3, 4], [[1, 2], [3]], {"a": [1, 2]}, pd.Series([3, 4]), None]
)
def test_what_is_no_table_is_said(table):
    with pytest.raises(UsageError) as error:
        chi_square(table)
    assert error.value.key == "error.association_table"
    assert error.value.params == {"found": type(table).__name__}


def test_groups_may_be_a_mapping_with_one_total_and_missing_totals():
    expected = homogeneity([3, 5], [9, 8])
    assert homogeneity({"a": 3, "b": 5}, {"b": 8, "a": 9}).equals(expected)
    assert homogeneity([3, 5], 9).equals(homogeneity([3, 5], [9, 9]))
    found = homogeneity([3, 4, 5], [9, None, 8])
    assert found["p_value"].tolist() == expected["p_value"].tolist()
    assert set(found["note"]) == {"note.association.no_total"}


@pytest.mark.parametrize(
    ("events", "totals", "key", "params"),
    [
        ([3, 1], [2, 2], "total", {"group": "1", "events": 3, "total": 2}),
        ([1, 2], [3], "groups", {"events": 2, "totals": 1}),
        ({"a": 1}, {"b": 2}, "group_labels", {"found": "b", "expected": "a"}),
        (3, 5, "list", {"found": "int"}),
    ],
)
def test_groups_that_do_not_fit_are_named(events, totals, key, params):
    with pytest.raises(UsageError) as error:
        homogeneity(events, totals)
    assert (error.value.key, error.value.params) == (f"error.association_{key}", params)
