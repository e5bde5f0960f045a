"""Results of statistics as tables: in words, with their interval, method and remark."""

import math

import pandas as pd
import pytest

from netralitas_research.language import LANGUAGES
from netralitas_research.presentation import result_table
from netralitas_research.statistics import (
    agreement,
    association,
    bounds,
    ranks,
    rates,
    shares,
    snapshots,
)


def shown(found: pd.DataFrame, language: str = "en", **more: object):
    return result_table(found, language=language, caption="c", name="c", **more).content


def cells(content) -> list[list[str]]:
    return [[one.text for one in row] for row in content.rows]


def test_a_share_has_its_interval_in_percent_and_its_remark():
    content = shown(shares.share_interval({"JPT": 126, "Lain": 0}, 456), "id", percent=True)
    assert cells(content)[0] == ["JPT", "27,6%", "23,7–31,9%", "456", "–"]
    label, value, interval, _, remark = cells(content)[1]
    assert (label, value, interval) == ("Lain", "0,0%", "0,0–0,8%")
    assert remark.endswith(".")
    assert content.note.startswith("Metode: ")


def test_a_test_has_its_statistic_and_p_value():
    found = association.chi_square([[20, 10], [10, 20]])
    content = shown(found, labels={"term": "Test"})
    headings = [column.heading for column in content.columns]
    assert headings == ["Test", "Statistic", "df", "p", "n"]
    assert cells(content)[0][1:5] == ["6.67", "1", "0.010", "60"]


def test_a_p_value_that_was_adjusted_is_the_one_that_is_shown():
    found = association.adjusted_residuals([[10, 3], [4, 8]])
    content = shown(found, labels={"row": "Row", "column": "Column"})
    place = [column.heading for column in content.columns].index("adjusted p")
    assert found["p_value"].iloc[0] < 0.05 < found["p_adjusted"].iloc[0]
    assert cells(content)[0][place] == f"{found['p_adjusted'].iloc[0]:.3f}"


def test_a_rank_is_a_whole_number():
    found = ranks.rank_sets_of_counts({"JPT": 126, "Functional": 116, "Head": 41})
    assert [row[1:3] for row in cells(shown(found))] == [["1", "1–2"], ["2", "1–2"], ["3", "3"]]


def test_what_has_no_upper_limit_says_so_and_small_numbers_keep_three_digits():
    found = rates.rate_interval(3, 1_000_000)
    found.loc[0, "high"] = math.inf
    assert cells(shown(found))[0][1:3] == ["0.00000300", "0.000000619–∞"]


def test_limits_that_are_certain_are_not_called_an_interval():
    found = bounds.frechet_bounds([70, 30], [60, 40])
    assert "Limits" in [column.heading for column in shown(found).columns]


def test_files_for_calculating_hold_the_numbers():
    found = shares.share_interval({"JPT": 126}, 456)
    numbers = [one.number for one in shown(found).data_rows[0]]
    assert numbers == pytest.approx(found[["estimate", "low", "high"]].iloc[0].tolist())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "found",
    [
        shares.simultaneous_intervals([3, 0, 5], method="sison_glaz"),
        rates.rate_ratio([11, 21], [800, 3011]),
        association.cramers_v([[3, 1], [1, 3]]),
        association.trend_test([83, 90, 129, 70], [86, 93, 136, 82]),
        association.adjusted_residuals([[3, 1], [1, 3]]),
        agreement.cohen_kappa(["a", "b", "a"], ["a", "b", "b"]),
        snapshots.composition_trend(
            snapshots.increments([[40, 60], [60, 140]], from_zero=True), method="exact"
        ),
        bounds.frechet_bounds([70, 30], [60, 40]),
    ],
    ids=lambda found: found["method"].iloc[0],
)
def test_every_family_is_shown_without_a_key_or_a_bare_nan(found, language):
    content = shown(found, language)
    written = " ".join([*(text for row in cells(content) for text in row), content.note])
    assert "nan" not in written.split()
    assert "note." not in written
    assert "_" not in content.note


def test_a_range_with_a_negative_end_keeps_its_sign_apart_from_the_dash():
    found = shares.share_difference({"a": 3, "b": 5}, "a", "b").assign(low=-0.726, high=0.389)
    assert cells(shown(found, percent=True))[0][2] == "-72.6\xa0–\xa038.9%"
