"""Bounds of dimensions and of coverage, against sums by hand of the printed shares."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research import codelists
from netralitas_research.study import acts, bounds, breakdowns
from netralitas_research.study.processed import load

ACTS = codelists.load("acts")


@pytest.fixture
def printed() -> pd.DataFrame:
    return breakdowns.national_breakdowns(load("figures"))


def of(frame: pd.DataFrame, breakdown: str) -> dict[str, tuple[float, float]]:
    own = frame[frame["breakdown"].eq(breakdown)]
    return {
        row["term"]: (round(row["low"], 4), round(row["high"], 4)) for row in own.to_dict("records")
    }


def made(shares: dict[str, float], **count: str) -> pd.DataFrame:
    known = dict.fromkeys(breakdowns.COUNT, "not_applicable") | {
        "election": "pilkada-2020", "as_of": "2020-12-21",
    }  # fmt: skip
    rows = [
        {**known, **count, "breakdown": "made", "act": act, "share": share, "base": float("nan"),
         "half_unit": 0.05, "source_ids": "a"}
        for act, share in shares.items()
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_dimensions_of_a_top_list_carry_what_it_does_not_print(printed):
    # KASN, 31 July 2020: 21.5 + 21.3 + 13.6 + 11.6 behaviour and 11 policy; 21 is not printed.
    assert of(acts.shares_by_dimension(printed), "kasn-2020-07-31") == {
        "behaviour": (68.0, 89.0),
        "policy": (11.0, 32.0),
        "resource": (0.0, 21.0),
    }


def test_other_forms_may_be_of_any_dimension_and_no_share_is_above_100(printed):
    # KASN 2018: six forms of behaviour, 87.9; "other", 12.2; together 100.1 by rounding.
    assert of(acts.shares_by_dimension(printed), "kasn-2018") == {
        "behaviour": (87.9, 100.0),
        "policy": (0.0, 12.2),
        "resource": (0.0, 12.2),
    }


def test_counts_are_shares_of_their_printed_base(printed):
    # Bawaslu, 20 December 2024: 88 partisanship and 85 support in social media, of 332.
    found = of(acts.shares_by_dimension(printed), "bawaslu-ri-2024-12-20")
    assert found["behaviour"] == (round(8500 / 332, 4), 100.0)
    assert found["policy"] == (0.0, round(100 - 8500 / 332, 4))


def test_the_table_of_an_article_is_complete_so_its_bounds_meet(printed):
    # Tabel 2.1: one replacement of officials among 366.
    found = of(acts.shares_by_dimension(printed), "banten-tabel-2-1")
    assert found["policy"] == (round(100 / 366, 4), round(100 / 366, 4))
    assert found["resource"] == (0.0, 0.0)


def test_a_count_without_a_total_has_a_note_instead_of_bounds(printed):
    shares = acts.shares_by_dimension(printed)
    own = shares[shares["breakdown"].eq("bawaslu-ri-2024-12")]
    assert own[["low", "high"]].isna().all(axis=None)
    assert set(own["note"]) == {acts.NO_BASE}


def test_a_copy_is_joined_to_the_breakdown_it_repeats(printed):
    own = printed[printed["breakdown"].eq("kasn-2022-05-31")]
    assert len(own) == 5
    assert set(own["source_ids"]) == {"okezone220531;kompas_kasn2022"}
    assert "kasn-2022" not in set(printed["breakdown"])


def test_a_single_act_is_no_breakdown(printed):
    assert "kasn-2021-07-01" not in set(printed["breakdown"])
    own = printed[printed["breakdown"].eq("kasn-2020-07-31")]
    assert own["act"].is_unique


def test_coverage_before_candidates_are_set_does_not_depend_on_the_reading(printed):
    # KASN, 26 June 2020: 27 + 13 + 4 named, 21 not, 9 tied to no act, 26 not printed.
    found = of(acts.coverage(printed), "kasn-2020-06-26")
    assert found == {"ethics": (44.0, 79.0), "both_parts": (44.0, 79.0)}


def test_coverage_after_candidates_are_set_is_only_known_with_counterparts(printed):
    # KASN, 25 March 2024: 15.8 + 11.3 named; 12.9, 10.8 and 7.1 not; 42.1 not printed.
    found = of(acts.coverage(printed), "kasn-2024-03-25")
    assert found == {"ethics": (0.0, 69.2), "both_parts": (27.1, 69.2)}


def test_counterparts_forbid_the_same_act_after_the_candidates_are_set():
    phases = codelists.load("skb_acts")["election_phase"]
    assert set(phases[list(acts.COUNTERPARTS)]) == {"before_candidates_set"}
    assert set(phases[list(acts.COUNTERPARTS.values())]) == {"after_candidates_set"}
    labels = codelists.load("skb_acts")["label_en"]
    for ethics, discipline in acts.COUNTERPARTS.items():
        assert labels[ethics].split()[0] == labels[discipline].split()[0]


@given(
    st.dictionaries(st.sampled_from(list(ACTS.index)), st.integers(0, 100), min_size=2, max_size=6)
)
def test_bounds_are_in_order_and_can_hold_everything(weights):
    total = sum(weights.values()) or 1
    shares = {act: 90 * weight / total for act, weight in weights.items()}
    for found in (acts.shares_by_dimension(made(shares)), acts.coverage(made(shares))):
        assert (found["low"] <= found["high"] + 1e-9).all()
        assert found["low"].ge(0).all()
        assert found["high"].le(100).all()
    dimensions = acts.shares_by_dimension(made(shares))
    assert dimensions["low"].sum() <= 100 + 1e-9
    assert dimensions["high"].sum() >= 100 - 1e-9


@given(st.sampled_from(["2020-06-26", "2020-09-22", "2020-09-23", "2020"]))
def test_only_a_count_that_ends_before_loses_the_acts_of_after(as_of):
    found = acts.coverage(made({"displays": 60.0, "party_member": 40.0}, as_of=as_of))
    low = found.set_index("term")["low"]
    assert low["both_parts"] == 60
    assert low["ethics"] == (60 if as_of in ("2020-06-26", "2020-09-22") else 0)


def test_a_span_leaves_out_counts_without_bounds(printed):
    shares = acts.shares_by_dimension(printed)
    assert bounds.span(shares, "policy")["n"] == printed["breakdown"].nunique() - 1
