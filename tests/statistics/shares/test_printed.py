"""Printed percentages: the counts they allow, and the intervals of those counts."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.granularity import possible_counts
from netralitas_research.statistics.shares.printed import printed_share_interval
from netralitas_research.statistics.shares.simultaneous import simultaneous_intervals
from netralitas_research.statistics.shares.single import share_interval

KASN = ["27.6", "25.4", "14.3", "12.7", "9.0"]
"""Shares by post of 456 reported civil servants, 31 July 2020; the counts below are printed too."""

COUNTS = [126, 116, 65, 58, 41]


def limits(found):
    return found[["low", "high"]].to_numpy()


def test_percentages_that_allow_one_count_have_the_interval_of_the_count():
    found = printed_share_interval(KASN, 456)

    assert found["count_low"].tolist() == found["count_high"].tolist() == COUNTS
    assert found["estimate"].tolist() == share_interval(COUNTS, 456)["estimate"].tolist()
    assert limits(found).tolist() == limits(share_interval(COUNTS, 456)).tolist()
    assert set(found["note"]) == {""}


def test_percentage_that_allows_several_counts_reaches_over_all_of_them():
    # 36 % of 369, to the nearest: 131/369 = 35.501 to 134/369 = 36.314.
    found = printed_share_interval(["36"], 369, rounding="half_up", method="clopper_pearson").iloc[
        0
    ]

    assert (found["count_low"], found["count_high"]) == (131, 134)
    # binom.test(131, 369) and binom.test(134, 369) in R 4.2.
    assert [found["low"], found["high"]] == pytest.approx([0.306170978, 0.414509796], abs=1e-9)
    assert found["estimate"] == 0.36
    assert found["note"] == "note.shares.several_counts"


def test_top_list_leaves_a_remainder_that_is_a_mass():
    found = printed_share_interval(KASN, 456, shares="top_list").iloc[-1]

    assert found["term"] == "remainder"
    assert found["note"] == "note.shares.remainder"
    assert found["count_low"] == found["count_high"] == 456 - sum(COUNTS)
    assert [found["print_low"], found["print_high"]] == pytest.approx([0.105, 0.1125])


def test_remainder_reaches_over_all_that_rounding_leaves():
    found = printed_share_interval(["50", "30"], 100, shares="top_list", rounding="half_up")
    loose = printed_share_interval(["50", "30"], 1000, shares="top_list", rounding="half_up")

    assert found["count_low"].tolist() == found["count_high"].tolist() == [50, 30, 20]
    # 495 to 504 and 295 to 304 of 1,000.
    assert loose["count_low"].tolist() == [495, 295, 1000 - 504 - 304]
    assert loose["count_high"].tolist() == [504, 304, 1000 - 495 - 295]


def test_parts_of_a_whole_narrow_each_other():
    # Alone, 33 % of 1,000 allows 325 to 334; three of them add up to 1,000 only from 332 on.
    printed = ["33", "33", "33"]
    alone = printed_share_interval(printed, 1000, rounding="half_up")
    joint = printed_share_interval(printed, 1000, rounding="half_up", shares="partition")

    assert alone.loc[0, ["count_low", "count_high"]].tolist() == [325, 334]
    assert joint.loc[0, ["count_low", "count_high"]].tolist() == [332, 334]


def test_goodman_holds_for_all_rows_at_once():
    found = printed_share_interval(KASN, 456, shares="top_list", method="goodman")
    expected = simultaneous_intervals([*COUNTS, 50])

    assert limits(found) == pytest.approx(limits(expected))


def test_base_that_does_not_fit_has_no_interval():
    found = printed_share_interval(KASN, 344)

    assert found["low"].isna().all()
    assert found["high"].isna().all()
    # 344 allows 27.6 and others, not 25.4 and 14.3 (tests of the search for bases).
    impossible = [printed for printed in KASN if not possible_counts(printed, 344, rounding="any")]
    said = found.loc[found["note"] == "note.shares.fits_no_count", "printed"].tolist()
    assert said == impossible
    assert set(found["note"]) == {"note.shares.fits_no_count", "note.shares.other_fits_no_count"}


@pytest.mark.parametrize(
    ("percentages", "shares"), [(["40", "30"], "partition"), (["30", "40"], "top_list")]
)
def test_percentages_that_cannot_stand_together_are_noted(percentages, shares):
    found = printed_share_interval(percentages, 100, shares=shares)

    assert set(found["note"]) == {f"note.shares.not_{shares}"}
    assert found["low"].isna().all()


def test_several_bases_have_rows_of_their_own_and_of_all():
    found = printed_share_interval(["50.0"], [100, 200, 301])

    assert found["scope"].tolist() == ["base"] * 3 + ["all_bases"]
    assert found["n"].tolist()[:3] == [100, 200, 301]
    assert pd.isna(found["n"].iloc[3])
    # Half of 301 is no whole number, and no other count is near enough: so only the first two.
    assert found["low"].isna().tolist() == [False, False, True, False]
    assert limits(found)[3].tolist() == limits(found)[0].tolist()
    assert found["note"].iloc[3] == "note.shares.several_bases"


@pytest.mark.parametrize(
    ("bases", "note"), [([456, 344], "one_base_fits"), ([344, 345], "no_base_fits")]
)
def test_how_many_bases_fit_is_said(bases, note):
    found = printed_share_interval(KASN, bases)

    assert set(found.loc[found["scope"] == "all_bases", "note"]) == {f"note.shares.{note}"}


def test_without_a_base_only_the_rounding_is_known():
    found = printed_share_interval(["43.4", "15.4"], None, shares="top_list")

    assert set(found["note"]) == {"note.shares.base_unknown"}
    assert found["level"].tolist() == [1, 1, 1]
    assert found["method"].tolist() == ["rounding"] * 3
    # Half up or to even gives 43.35 from below, cutting off gives below 43.5.
    assert limits(found) == pytest.approx(
        np.array([(0.4335, 0.435), (0.1535, 0.155), (0.41, 0.413)])
    )


def test_shares_over_the_whole_are_never_a_partition():
    found = printed_share_interval({"money": "76", "fear": "64"}, 369, shares="partition")

    assert set(found["note"]) == {"note.shares.several_answers"}
    assert limits(found) == pytest.approx(
        limits(printed_share_interval(["76", "64"], 369, shares="separate"))
    )
    unknown = printed_share_interval(["76", "64"], None, shares="top_list")
    assert set(unknown["note"]) == {"note.shares.base_unknown_several_answers"}
    assert len(unknown) == 2


def test_rounding_alone_does_not_make_shares_exceed_the_whole():
    # 101 % as printed, but 101/300, 98/300 and 101/300 are printed so to the nearest.
    found = printed_share_interval(["34", "33", "34"], 300, shares="partition")

    assert found["count_low"].tolist() == found["count_high"].tolist() == [101, 98, 101]
    assert set(found["note"]) == {""}


@pytest.mark.parametrize(
    ("printed", "base", "note"),
    [
        ("0", 50, "zero_count"),
        ("100", 50, "full_count"),
        ("50", 6, "small_base"),
        ("0", 7, "zero_count_small_base"),
        ("100", 7, "full_count_small_base"),
    ],
)
def test_what_limits_a_statement_is_noted(printed, base, note):
    assert printed_share_interval([printed], base)["note"].item() == f"note.shares.{note}"


def test_several_answers_are_said_also_of_a_small_base():
    found = printed_share_interval(["80", "60", "0"], 5)["note"]

    assert set(found) == {"note.shares.several_answers"}


def test_labels_become_terms():
    printed = pd.Series(["27,6", "25,4"], index=["high", "functional"])

    assert printed_share_interval(printed, 456)["term"].tolist() == ["high", "functional"]
    assert printed_share_interval(printed, 456)["printed"].tolist() == ["27,6", "25,4"]


@settings(max_examples=60)
@given(base=st.integers(10, 2000), data=st.data(), decimals=st.integers(0, 2))
def test_interval_encloses_that_of_the_true_count(base, data, decimals):
    count = data.draw(st.integers(0, base))
    exact = Decimal(100 * count) / Decimal(base)
    printed = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)

    found = printed_share_interval([str(printed)], base)
    truth = limits(share_interval(count, base))

    assert limits(found)[0, 0] <= truth[0, 0]
    assert truth[0, 1] <= limits(found)[0, 1]


@pytest.mark.parametrize(
    ("args", "options", "key"),
    [
        (([], 456), {}, "error.no_percentages"),
        (("276", 456), {}, "error.printed_list"),
        ((["27.6"], {456}), {}, "error.base"),
        ((["27.6"], [456, None]), {}, "error.base"),
        ((["27.6"], 10**11), {}, "error.shares_base"),
        ((["27.6"], []), {}, "error.shares_no_bases"),
        ((["27.6"], 0), {}, "error.base"),
        ((["27.6"], 4.5), {}, "error.base"),
        (([27.6], 456), {}, "error.printed_float"),
        (([27.65], 456), {"decimals": 1}, "error.more_decimals"),
        ((["127.6"], 456), {}, "error.percentage"),
        ((["27.6"], 456), {"shares": "whole"}, "error.method"),
        ((["27.6"], 456), {"rounding": "up"}, "error.method"),
        ((["27.6"], 456), {"method": "sison_glaz"}, "error.method"),
        ((["27.6"], 456), {"level": 95}, "error.survey_share"),
    ],
)
def test_wrong_usage_is_refused(args, options, key):
    with pytest.raises(UsageError) as error:
        printed_share_interval(*args, **options)
    assert error.value.key == key


def test_floats_of_a_spreadsheet_are_read_with_their_decimals():
    found = printed_share_interval(pd.Series([27.6, 9.0], index=["a", "b"]), 456.0, decimals=1)
    assert found["count_low"].tolist() == [126, 41]


@pytest.mark.parametrize("base", [None, float("nan"), pd.NA])
def test_missing_base_leaves_the_limits_of_rounding(base):
    found = printed_share_interval(["27.6"], base)
    assert found["note"].item() == "note.shares.base_unknown"


@pytest.mark.parametrize("base", [456, "456", 456.0, np.array(456), np.array([456]), [456]])
def test_base_is_the_same_whatever_holds_it(base):
    found = printed_share_interval(["27.6"], base, shares="Top-List", rounding="Half up")
    assert found["count_low"].tolist() == [126, 330]
