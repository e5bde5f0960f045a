"""Contrasts of two printed percentages: those of every pair of counts that they allow."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed import possible_counts
from netralitas_research.statistics.shares import (
    printed_share_difference,
    printed_share_ratio,
    share_difference,
    share_ratio,
)


def test_percentages_of_one_count_each_are_those_counts():
    printed = {"jpt": "27.6", "functional": "25.4"}
    difference = printed_share_difference(printed, "jpt", "functional", 456).iloc[0]
    counted = share_difference([126, 116], 1, 2, 456).iloc[0]
    same = ["estimate", "low", "high", "p_value", "n"]
    assert difference[same].tolist() == pytest.approx(counted[same].tolist())
    assert difference[["note", "method"]].tolist() == counted[["note", "method"]].tolist()
    ratio = printed_share_ratio(printed, "jpt", "functional", 456).iloc[0]
    assert ratio["low"] == share_ratio([126, 116], 1, 2)["low"].item()


def enumerated(function, base, first, second):
    allowed = (possible_counts(text, base) for text in (first, second))
    firsts, seconds = map(list, allowed)
    return [function(a, b) for a in firsts for b in seconds if a + b <= base]


@settings(max_examples=40)
@given(st.integers(0, 50), st.integers(0, 50), st.integers(20, 3000))
def test_the_interval_reaches_over_all_counts_that_are_allowed(first, second, base):
    first, second = str(first), str(second)
    one = printed_share_difference({"a": first, "b": second}, "a", "b", base).iloc[0]
    ratio = printed_share_ratio({"a": first, "b": second}, "a", "b", base).iloc[0]

    def difference(a, b):
        return share_difference([a, b], 1, 2, base).iloc[0]

    every = enumerated(difference, base, first, second)[:: max(1, base // 40)]
    if math.isnan(one["low"]):
        assert not all(possible_counts(text, base) for text in (first, second))
        return
    for found in every:
        assert one["low"] <= found["low"] + 1e-12
        assert found["high"] <= one["high"] + 1e-12
        assert found["p_value"] <= one["p_value"] + 1e-12
    for a, b in ((found["count_first"], found["count_second"]) for found in every):
        exact = share_ratio([a, b], 1, 2).iloc[0]
        assert ratio["low"] <= exact["low"] + 1e-12
        assert exact["high"] <= ratio["high"] + 1e-12


def test_a_base_that_does_not_fit_has_no_interval_and_several_have_one_for_all():
    found = printed_share_difference(["27.6", "25.4"], "27.6", "25.4", [456, 344])
    assert found["scope"].tolist() == ["base", "base", "all_bases"]
    assert found["low"].isna().tolist() == [False, True, False]
    assert found["note"].tolist()[1:] == ["note.shares.fits_no_count", "note.shares.one_base_fits"]
    assert found["estimate"].iloc[2] == pytest.approx(10 / 456)


def test_bases_that_all_fail_are_said():
    found = printed_share_ratio(["27.6", "25.4"], "27.6", "25.4", [10, 11])
    assert found["note"].iloc[-1] == "note.shares.no_base_fits"
    assert found["low"].isna().all()


def test_without_a_base_only_rounding_limits_the_difference():
    found = printed_share_difference(["27.6", "25.4"], "27.6", "25.4", None, rounding="half_up")
    one = found.iloc[0]
    assert (one["method"], one["level"]) == ("rounding", 1)
    assert (one["low"], one["high"]) == pytest.approx((0.021, 0.023))
    assert one["estimate"] == pytest.approx(0.022)


def test_several_answers_a_person_are_no_parts_of_one_whole():
    found = printed_share_difference(["50.76", "49.72", "16.84"], "50.76", "49.72", 10617).iloc[0]
    assert found["note"] == "note.shares.several_answers"
    assert math.isnan(found["low"])


def test_a_share_of_nothing_has_no_ratio():
    found = printed_share_ratio({"a": "10.0", "b": "0.0"}, "a", "b", 50).iloc[0]
    assert math.isnan(found["estimate"])
    assert (found["high"], found["note"]) == (math.inf, "note.shares.zero_second")


@pytest.mark.parametrize("more", [{"method": "median"}, {"level": 95}, {"rounding": "odd"}])
@pytest.mark.parametrize("base", [456, None])
@pytest.mark.parametrize("contrast", [printed_share_difference, printed_share_ratio])
def test_wrong_options_are_refused(contrast, base, more):
    with pytest.raises(UsageError):
        contrast(["27.6", "25.4"], "27.6", "25.4", base, **more)


def test_a_label_that_is_not_there_is_refused():
    with pytest.raises(UsageError, match="shares_part"):
        printed_share_difference({"a": "27.6", "b": "25.4"}, "a", "c", 456)
