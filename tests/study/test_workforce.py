"""Workforce by group of posts, against sums by hand of what BKN and Kemenpan RB printed."""

import pandas as pd
import pytest

from netralitas_research.study.processed import load
from netralitas_research.study.workforce import area_posts, workforce


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return workforce(load("figures")).set_index(["as_of", "term"])


@pytest.mark.parametrize(
    ("as_of", "term", "low", "high", "known"),
    [
        ("2021-12-31", "jpt", 19538, 19538, "printed"),
        ("2021-12-31", "administrator", 95225, 95225, "printed"),
        # 19,538 + 95,225 + 301,355 + 11,756
        ("2021-12-31", "jabatan_struktural", 427874, 427874, "sum"),
        # 3,995,634 - 427,874 - 2,053,115, and with the 11,756 of echelon V
        ("2021-12-31", "pelaksana", 1514645, 1526401, "rest"),
        # 21,962 PNS and 30 PPPK
        ("2024-07-01", "jpt", 21992, 21992, "sum"),
        # 331,754 - 21,992 are administrators and supervisors together
        ("2024-07-01", "administrator", 0, 309762, "within"),
        # 1,517,654 teachers + 310,370 health + 322,846 technical
        ("2019-06-30", "fungsional", 2150870, 2150870, "sum"),
        # 3,795,302 - 2,114,411 - 1,343,873
        ("2023-06-30", "jabatan_struktural", 337018, 337018, "rest"),
        ("2023-06-30", "jpt", 0, 337018, "within"),
        # 11.03 percent of 4,185,503: from 11.025, if rounded, to 11.04, if cut off
        ("2018-12-31", "jabatan_struktural", 461452, 462080, "percent"),
    ],
)
def test_each_group_is_as_printed_or_follows_from_what_is_printed(
    found, as_of, term, low, high, known
):
    row = found.loc[(as_of, term)]
    assert (row["low"], row["high"], row["known"]) == (low, high, known)


def test_the_main_groups_of_a_complete_date_add_up_to_all_employed(found):
    rows = found.loc["2024-07-01"]
    parts = rows.loc[["jabatan_struktural", "fungsional", "pelaksana"], "low"].sum()
    assert parts == rows["total"].iloc[0] == 4758730


def test_what_nothing_is_known_of_is_left_out(found):
    assert set(found.loc["2021-06-30"].index) == {"fungsional"}


def test_heads_of_area_are_the_posts_of_all_38_provinces():
    posts = area_posts(load("figures")).set_index("term")["low"]
    assert posts.to_dict() == {"camat": 7285, "lurah": 8496, "head_of_area": 15781}


def made(*rows: tuple[str, str, float, int]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "subject": "workforce_pns", "dimension": "position",
            "dimension_2": "not_applicable", "kemendagri_code": "ID", "as_of": "2030-01-01",
            "code": code, "measure": measure, "value": value, "decimals_at_least": decimals,
            "base": 1000.0, "source_ids": "a",
        }
        for code, measure, value, decimals in rows
    )  # fmt: skip


def test_a_count_says_more_than_a_percentage_of_the_same_post():
    rows = made(("fungsional", "percent", 51, 0), ("fungsional", "count", 505, 0))
    assert workforce(rows)["low"].tolist() == [505]


def test_the_rest_is_not_taken_from_percentages():
    rows = made(("fungsional", "percent", 50, 0), ("jabatan_struktural", "count", 100, 0))
    assert "pelaksana" not in set(workforce(rows)["term"])
