"""Acts by their aim, and the cumulative snapshots of 2020."""

import pandas as pd
import pytest

from netralitas_research import codelists
from netralitas_research.study.breakdowns import national_breakdowns
from netralitas_research.study.motive_acts import (
    AIMS,
    act_snapshots,
    aims,
    possible_bases,
    shares_by_aim,
)
from netralitas_research.study.processed import load


@pytest.fixture(scope="module")
def breakdowns() -> pd.DataFrame:
    return national_breakdowns(load("figures"))


def test_every_act_of_the_code_list_has_an_aim():
    acts = codelists.load("acts").index
    assert all(aims(act) and aims(act) <= set(AIMS) for act in acts)


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("declare_candidacy", {"own_candidacy"}),
        ("social_media_campaign", {"support"}),
        ("attend_declaration", {"support"}),
        ("decision", {"office"}),
        ("state_facilities", {"office"}),
        ("party_member", {"own_candidacy", "support"}),
        ("other", set(AIMS)),
    ],
)
def test_the_aim_is_what_the_name_allows(act, expected):
    assert aims(act) == expected


def test_bounds_hold_what_is_certain_possible_and_not_printed(breakdowns):
    """26 June: 27 social media, 21 party, 13 banners, 9 declaring, 4 attending; 26 not printed.

    Percentages without decimals may be half a point off: own candidacy is at least 21 + 9 less
    1, and at most 30 + 13 + 26 and the half points of the two others.
    """
    found = shares_by_aim(breakdowns)
    june = found[found["breakdown"].eq("kasn-2020-06-26")].set_index("term")
    assert june.loc["own_candidacy", ["low", "high"]].tolist() == [29, 70]
    assert june.loc["support", ["low", "high"]].tolist() == [30, 71]
    assert june.loc["office", ["low", "high"]].tolist() == [0, 28.5]


def test_a_full_breakdown_without_ambiguous_acts_has_no_width(breakdowns):
    acts = breakdowns[breakdowns["breakdown"].eq("kasn-2020-06-26")].head(2)
    full = acts.assign(share=[60.0, 40.0], half_unit=0.0)
    found = shares_by_aim(full).set_index("term")
    assert found.loc["own_candidacy", ["low", "high"]].tolist() == [40, 40]


def test_a_count_without_a_base_has_no_shares(breakdowns):
    without = breakdowns.loc[breakdowns["share"].isna(), "breakdown"].unique()
    assert len(without)
    assert not set(without) & set(shares_by_aim(breakdowns)["breakdown"])


def test_a_second_print_of_one_act_does_not_stand_in_the_snapshots(breakdowns):
    """Another page prints 13 for banners at 31 July; the list of five prints 11.6."""
    assert act_snapshots(breakdowns).loc["2020-07-31", "displays"] == "11.6"


def test_the_bases_are_the_persons_counted_at_the_same_date():
    found = possible_bases(load("figures"), ["2020-07-31", "2020-11-09"])
    assert found.to_numpy().tolist() == [[456, 344, 189], [830, 619, 416]]
