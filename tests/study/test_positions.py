"""Printed positions and the bases that they may have, against the pages of KASN."""

import pandas as pd
import pytest

from netralitas_research.study.position_acts import act_prints, group_counts
from netralitas_research.study.positions import POSITIONS, candidate_bases, position_prints
from netralitas_research.study.processed import load


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return load("figures")


@pytest.fixture(scope="module")
def prints(figures) -> pd.DataFrame:
    return position_prints(figures)


def printed(prints: pd.DataFrame, as_of: str) -> dict[str, str]:
    return prints[prints["as_of"].eq(as_of)].set_index("term")["printed"].to_dict()


def test_percentages_are_given_with_the_decimals_that_were_printed(prints):
    assert printed(prints, "2020-07-31") == {
        "jpt": "27.6", "administrator": "14.3", "head_of_area": "9", "fungsional": "25.4",
        "pelaksana": "12.7",
    }  # fmt: skip


def test_a_page_that_repeats_a_snapshot_is_joined_to_it(prints):
    assert "2022" not in set(prints["as_of"])
    row = prints[prints["as_of"].eq("2022-05-31")].iloc[0]
    assert set(row["source_ids"].split(";")) == {"okezone220531", "kompas_kasn2022"}


def test_of_several_prints_that_with_a_base_is_taken(prints):
    row = prints[prints["as_of"].eq("2023-06")].iloc[0]
    assert (row["printed"], row["base"]) == ("192", 1596)


def test_a_percentage_that_cannot_be_one_is_left_out(figures):
    rows = figures["dimension"].eq("position") & figures["as_of"].eq("2020-07-31")
    impossible = figures.assign(
        value=figures["value"].mask(
            rows & figures["code"].eq("jpt") & (figures["value"] < 100), 110
        )
    )
    assert "jpt" not in printed(position_prints(impossible), "2020-07-31")


def test_only_positions_that_do_not_overlap_otherwise_are_listed(prints):
    assert set(prints["term"]) == set(POSITIONS)
    assert not prints.duplicated(["as_of", "term"]).any()


@pytest.mark.parametrize(
    ("as_of", "bases"),
    [
        ("2020-06-15", {"printed": 369}),
        ("2020-06-26", {"reported": 369, "recommended": 283, "followed_up": 99}),
        ("2020-11-05", {"reported": 827, "recommended": 606, "followed_up": 362}),
        ("2022-05-31", {"reported": 2034, "recommended": 1596, "followed_up": 1373}),
        ("2024-03-25", {"reported": 450, "recommended": 240, "followed_up": 180}),
    ],
)
def test_candidates_are_the_totals_of_the_date_unless_a_base_is_printed(
    figures, prints, as_of, bases
):
    found = candidate_bases(figures, prints)
    own = found[found["as_of"].eq(as_of)]
    assert dict(zip(own["kind"], own["base"], strict=True)) == bases


def test_acts_of_all_and_of_both_groups_are_found(figures):
    acts = act_prints(figures)
    assert acts.groupby("group").size().to_dict() == {
        "all": 5, "guru_dosen": 5, "head_of_area": 5,
    }  # fmt: skip
    assert acts.groupby("group")["printed"].first().to_dict() == {
        "all": "30.4", "guru_dosen": "34.9", "head_of_area": "36.5",
    }  # fmt: skip


def test_both_printed_numbers_of_heads_of_area_are_kept(figures):
    counts = group_counts(figures)
    assert sorted(counts.loc[counts["term"].eq("head_of_area"), "count"]) == [189, 192]
