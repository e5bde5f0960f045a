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
        ([1, 2, 3], "error.association_shape"),
    ],
)
def test_what_is_no_table_of_counts_is_refused(table, key):
    with pytest.raises(UsageError) as error:
        chi_square(table)
    assert error.value.key == key


def test_a_level_in_per_cent_is_refused():
    with pytest.raises(UsageError):
        chi_square(HAIR_EYE, level=95)


def test_more_events_than_the_group_has_are_refused():
    with pytest.raises(UsageError) as error:
        homogeneity([5, 3], [4, 9])
    assert error.value.key == "error.association_groups"
