"""Figures in words."""

import math

import pytest

from netralitas_research.study.labels import amount, base, category, when, who

FIGURE = {
    "counted_by": "kasn",
    "issued_by": "kasn",
    "value": 27.6,
    "measure": "percent",
    "qualifier": "exact",
    "decimals_at_least": 1,
    "base": math.nan,
    "base_status": "unknown",
    "series": "cumulative",
    "as_of": "2020-12-21",
    "period_start": "not_applicable",
    "period_end": "not_applicable",
    "dimension": "position",
    "code": "guru_dosen",
    "dimension_2": "act",
    "code_2": "displays",
}


@pytest.mark.parametrize(
    ("change", "language", "text"),
    [
        ({}, "id", "27,6%"),
        ({}, "en", "27.6%"),
        ({"value": 26.0}, "en", "26.0%"),
        ({"measure": "rank", "value": 3.0, "decimals_at_least": 0}, "id", "peringkat 3"),
        (
            {
                "measure": "count",
                "value": 1200.0,
                "decimals_at_least": 0,
                "qualifier": "more_than",
            },
            "id",
            "lebih dari 1.200",
        ),
    ],
)
def test_values_are_written_as_they_are_meant(change, language, text):
    assert amount(FIGURE | change, language) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({}, "base not printed"),
        ({"base": 1997.0, "base_status": "printed"}, "1,997"),
        ({"base": 1997.0, "base_status": "inferred"}, "1,997 (inferred)"),
        ({"measure": "count"}, ""),
        ({"measure": "count", "base": 27.6, "base_status": "printed"}, ""),
        ({"measure": "count", "base": 165.0, "base_status": "not_applicable"}, ""),
        ({"measure": "rank", "base": 10617.0, "base_status": "printed"}, ""),
    ],
)
def test_a_base_is_said_where_there_is_one_and_missed_only_by_percentages(change, text):
    assert base(FIGURE | change, "en") == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({}, "21 Desember 2020"),
        ({"as_of": "2020-12"}, "Desember 2020"),
        ({"as_of": "2020"}, "tahun 2020"),
        ({"series": "flow", "period_start": "2020", "period_end": "2020"}, "selama 2020"),
        (
            {"series": "flow", "period_start": "unknown", "period_end": "2020-06"},
            "sampai Juni 2020",
        ),
        (
            {"series": "flow", "period_start": "2020-01", "period_end": "2020-06-15"},
            "Januari 2020 sampai 15 Juni 2020",
        ),
    ],
)
def test_dates_are_no_more_precise_than_they_were_printed(change, text):
    assert when(FIGURE | change, "id") == text


@pytest.mark.parametrize(
    ("counted_by", "issued_by", "text"),
    [
        ("kasn", "kasn", "KASN"),
        ("kasn", "bkn", "KASN (melalui BKN)"),
        ("unknown", "kemendagri", "Penghitung tidak diketahui (melalui Kementerian Dalam Negeri)"),
    ],
)
def test_who_counted_is_told_from_who_printed(counted_by, issued_by, text):
    assert who({"counted_by": counted_by, "issued_by": issued_by}, "id") == text


def test_a_category_of_two_dimensions_has_both_names():
    assert category(FIGURE, "id") == "Guru dan dosen: Memasang spanduk, baliho atau alat peraga"
