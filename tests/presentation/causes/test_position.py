"""The report on positions, against calculations by hand and by R from the printed numbers."""

import math

import pandas as pd
import pytest

from netralitas_research.presentation.causes import position
from netralitas_research.presentation.causes.position import change, words
from netralitas_research.presentation.causes.position.curve import KINDS
from netralitas_research.presentation.causes.position.spans import factor

TOTAL = 3995634
JPT_SHARE = 19538 / TOTAL


@pytest.fixture(scope="module")
def found() -> position.Evidence:
    return position.evidence()


@pytest.fixture(scope="module")
def factors(found) -> pd.DataFrame:
    return position.representation(found.counts, found.workforce, found.posts)


@pytest.fixture(scope="module")
def joint(found):
    return position.printed_table(found.acts, found.groups, found.jpt)


@pytest.fixture(scope="module")
def specifications(found) -> pd.DataFrame:
    return position.curve(found.counts, found.workforce)


@pytest.fixture(scope="module")
def high_posts(found) -> pd.DataFrame:
    possible = position.possible_bases(found.bases, found.counts)
    increments = position.added(found.prints, possible, position.HIGH_POSTS, ["jpt"])
    return position.composition(increments).query("term == 'jpt'").set_index("end")


# Bases


def test_only_those_bases_are_possible_that_give_every_percentage(found):
    judged = position.bases_judged(found.counts)
    possible = judged[judged["possible"]].groupby("as_of")["base"].agg(list).to_dict()
    # Each by hand: 344 x 0.254 = 87.4, so 25.3 or 25.6 percent; 450 x 0.183 = 82.35, and so on.
    assert possible["2020-07-31"] == [456]
    assert possible["2020-09-30"] == [694, 256]
    assert possible["2020-11-05"] == [827, 606]
    assert possible["2022-05-31"] == [2034, 1596, 1373]
    assert possible["2024-03-25"] == [240]


# Factors


def test_the_headline_is_126_of_456_by_19538_of_3995634(factors):
    row = position.one(factors, "jpt", "2020-07-31")
    assert row["estimate"] == pytest.approx(126 / 456 / JPT_SHARE)
    # R: binom.test(126, 456)$conf.int / (19538 / 3995634)
    assert (row["low"], row["high"]) == pytest.approx((48.210545, 65.404864), rel=1e-6)
    assert row["note"] == "position.note.other_year"


def test_functional_posts_agree_with_r(factors):
    row = position.one(factors, "fungsional", "2020-07-31")
    # R: binom.test(116, 456)$conf.int / (2053115 / 3995634)
    assert (row["low"], row["high"]) == pytest.approx((0.41845890, 0.57794393), rel=1e-6)


def test_several_bases_give_a_range_and_no_estimate(factors):
    row = position.one(factors, "jpt", "2020-11-05")
    assert math.isnan(row["estimate"])
    assert row["bound_low"] == pytest.approx(138 / 606 / JPT_SHARE)
    assert row["bound_high"] == pytest.approx(189 / 827 / JPT_SHARE)
    assert row["note"] == "position.note.bases_open"


def test_a_workforce_known_as_a_part_gives_a_lower_limit_only(factors):
    row = position.one(factors, "jpt", "2020-07-31", "2019-06-30")
    assert row["identified"] == "bound"
    assert row["bound_low"] == pytest.approx(126 / 456 / (460067 / 4286918))
    assert row["high"] == math.inf


def test_heads_of_area_are_compared_with_posts_and_say_so(factors):
    row = position.one(factors, "head_of_area", "2024-03-25", "2024-07-01")
    assert row["bound_low"] == pytest.approx(40 / 240 / (15781 / 4758730))
    assert row["note"] == "position.note.posts"


def test_counts_of_2024_are_compared_with_the_workforce_of_2024_where_it_is_printed(factors):
    rows = position.main_rows(factors).query("as_of == '2024-03-25'").set_index("term")
    assert rows.loc["jpt", "exposure_date"] == "2024-07-01"
    assert rows.loc["administrator", "exposure_date"] == "2021-12-31"


def test_every_listed_position_stands_once_in_the_main_table(factors, found):
    rows = position.main_rows(factors)
    assert not rows.duplicated(["as_of", "term"]).any()
    assert len(rows) == len(found.prints)


def test_the_range_of_a_factor_covers_each_base_and_count():
    wide = factor([(10, 12, 100), (4, 4, 30)], (50, 60), 1000, 2020, 2020)
    for count, base in ((10, 100), (12, 100), (4, 30)):
        one = factor([(count, count, base)], (50, 50), 1000, 2020, 2020)
        assert wide["low"] <= one["low"] <= one["high"] <= wide["high"]
        assert wide["bound_low"] <= one["estimate"] <= wide["bound_high"]


def test_an_unknown_row_is_refused(factors):
    with pytest.raises(KeyError):
        position.one(factors, "jpt", "1999-01-01")


# Heads of area


def test_each_rule_for_heads_of_area_has_its_own_numerator_and_denominator(found):
    rows = position.heads_of_area(found.counts, found.workforce, found.posts)
    at = rows[rows["as_of"].eq("2024-03-25")].set_index("term")
    # Of 240: 25 administrators, 40 heads of area, 55 + 56 + 44 others, so 20 are not listed.
    expected = {
        "own_group": (40, 40, 15781),
        "administrator_apart": (25, 25, 95225 - 7285),
        "administrator_with": (25, 65, 95225),
        "supervisor_with": (0, 60, 301355),
        "all_middle": (65, 85, 95225 + 301355),
    }
    for rule, (least, most, employed) in expected.items():
        bounds = at.loc[rule, "bound_low"], at.loc[rule, "bound_high"]
        share = employed / TOTAL
        assert bounds == pytest.approx((least / 240 / share, most / 240 / share)), rule


# Change


def test_increments_are_those_of_the_printed_counts(high_posts):
    # 27.6% of 456 = 126, 26.1% of 694 = 181, 22.8% of 827 = 189 (cut off)
    added = {"2020-07-31": (126, 456), "2020-09-30": (55, 238), "2020-11-05": (8, 133)}
    for end, (count, base) in added.items():
        row = high_posts.loc[end]
        assert (row["count_low"], row["count_high"], row["n"]) == (count, count, base)


def test_intervals_of_increments_are_wilsons(high_posts):
    # R: prop.test(8, 133, correct = FALSE), prop.test(55, 238, correct = FALSE)
    last = high_posts.loc["2020-11-05"]
    assert (last["low"], last["high"]) == pytest.approx((0.030791182, 0.114204779), rel=1e-6)
    before = high_posts.loc["2020-09-30"]
    assert (before["low"], before["high"]) == pytest.approx((0.18206571, 0.28866193), rel=1e-6)


def test_any_base_leaves_more_open_than_the_base_of_the_reported(high_posts):
    assert (high_posts["free_low"] <= high_posts["low"]).all()
    assert (high_posts["free_high"] >= high_posts["high"]).all()
    assert high_posts.loc["2020-11-05", "free_high"] > high_posts.loc["2020-11-05", "high"]


def test_a_base_that_another_position_excludes_widens_no_limits(high_posts):
    """27.6% alone would allow 95 of 344, but 25.4% of functional posts is no share of 344.

    R: prop.test(126, 456, correct = FALSE) 0.237 to 0.319; prop.test(55, 238) 0.182 to 0.289.
    """
    for end, limits in {"2020-07-31": (0.237, 0.319), "2020-09-30": (0.182, 0.289)}.items():
        row = high_posts.loc[end]
        assert (row["free_low"], row["free_high"]) == pytest.approx(limits, abs=0.0005)


def test_no_base_of_one_kind_fits_both_june_and_july(found):
    increments = position.added(found.prints, found.bases, position.ALL_POSTS)
    pairs = position.pairs_judged(increments).query("start == '2020-06-26'")
    same = pairs[pairs["kind_start"].eq(pairs["kind_end"])]
    assert not same["feasible"].any()
    # 36% of 369 is at least 131, and 126 were counted in July.
    reported = same[same["kind_start"].eq("reported")].iloc[0]
    assert reported["note"] == "note.snapshots.falls"
    assert pairs["feasible"].any()


def test_cumulative_shares_claim_a_rise_of_heads_of_area_that_increments_leave_open(found):
    rows = position.trends(position.added(found.prints, found.bases, position.ALL_POSTS))
    rows = rows[rows["term"].eq("head_of_area")].set_index("method")
    assert rows.loc["cumulative_compared", "p_value"] < 0.05
    assert rows.loc["cochran_armitage", "note"] == "note.snapshots.sign_open"


def test_kinds_can_be_restricted(found):
    increments = change.added(
        found.prints, found.bases, position.SAME_BASE, ["jpt"], ["reported"], from_zero=False
    )
    assert increments["low"].iloc[0] == 63


# Acts


def test_189_heads_of_area_give_their_percentages_and_192_do_not(found):
    assert position.heads_fitting(found.acts, found.groups) == {"fitting_192": 1, "fitting_189": 5}


def test_the_functional_posts_of_2022_and_2023_cannot_both_be_of_1596(found):
    # 26.5% of 1,596 is 422.1 to 423.7 rounded, to 424.5 cut off.
    clash = position.functional_clash(found.counts, found.groups)
    assert {key: clash[key] for key in ("least", "most", "later")} == {
        "least": 423, "most": 424, "later": 533,
    }  # fmt: skip


def test_the_functional_posts_of_2023_would_fit_the_total_of_2021(found):
    """26.6 percent of 1,997 printed in July 2021: 531 (26.59) to 533 (26.69, cut off)."""
    clash = position.functional_clash(found.counts, found.groups)
    assert (clash["other"], clash["other_least"], clash["other_most"]) == (1997, 531, 533)
    assert clash["other_least"] <= clash["later"] <= clash["other_most"]


def test_one_table_fits_all_facts_on_acts(joint):
    assert position.fits(joint)


def test_the_rest_is_all_less_both_groups(joint):
    rows = position.residual_acts(joint).set_index("term")
    assert rows["n"].unique().tolist() == [1596 - 373 - 189]
    # 12.6% of 1,596 = 201 or 202 (cut off), 14.5% of 373 = 54, 11.1% of 189 = 21
    photo = rows.loc["photo_with_candidate"]
    assert (photo["count_low"], photo["count_high"]) == (201 - 54 - 21, 202 - 54 - 21)


def test_acts_of_high_officials_are_bounded_and_nothing_more(joint):
    rows = position.high_officials(joint).set_index("term")
    party = rows.loc["approach_party"]
    # 5.6% of 1,596 is at most 90; nothing says that one of them is a high official.
    assert (party["low"], party["high"]) == (0, 90)
    # At least the average: 89 x 250 / 1,596 = 13.9, so 14; social media 485 x 250 / 1,596 = 75.97.
    assert party["assumed_low"] == 14
    assert rows.loc["social_media_campaign", "assumed_low"] == 76
    assert (rows["convention"].between(rows["low"], rows["high"])).all()


# Ranks


def test_rank_sets_of_the_july_snapshot_are_those_of_csranks(found):
    rows = position.rank_sets(found.prints, found.counts, found.workforce, found.posts)
    july = rows.query("as_of == '2020-07-31' and by == 'share'").set_index("term")
    # R, csranks_multinom on 126, 116, 65, 58, 41: {1, 2} twice, {3..5} three times.
    sets = {term: (row["low"], row["high"]) for term, row in july.iterrows()}
    assert sets["jpt"] == sets["fungsional"] == (1, 2)
    assert sets["administrator"] == sets["pelaksana"] == sets["head_of_area"] == (3, 5)


def test_who_could_be_first_differs_between_share_and_rate(found):
    rows = position.rank_sets(found.prints, found.counts, found.workforce, found.posts)
    first = position.could_come_first(rows).set_index(["as_of", "by"])["term"]
    assert first["2020-07-31", "share"] == "jpt;fungsional"
    assert first["2020-07-31", "rate"] == "jpt"
    assert set(first["2024-03-25", "rate"].split(";")) == {"jpt", "head_of_area"}


# Specification curve


def test_every_combination_is_computed_or_left_out_with_a_reason(specifications):
    dates, groups, exposures = 8, 3, 6
    assert len(specifications) == dates * len(KINDS) * groups * exposures
    left_out = specifications["excluded"].ne("")
    assert specifications["estimate"].isna().eq(left_out).all()


def test_a_specification_is_the_factor_of_its_choices(specifications):
    chosen = specifications.query(
        "as_of == '2020-07-31' and base == 'reported' and group == 'jpt_administrator'"
        " and exposure == '2021-12-31'"
    ).iloc[0]
    assert chosen["estimate"] == pytest.approx((126 + 65) / 456 / ((19538 + 95225) / TOTAL))


def test_what_moves_the_factor_is_compared_on_equal_terms(specifications):
    moved = position.choices_that_move(specifications).set_index("term")
    assert moved["estimate"].idxmax() == "group"
    assert moved.loc["base", "estimate"] < 1.1


# Answer and words


@pytest.fixture(scope="module")
def numbers(found, factors, joint, specifications) -> dict[str, float]:
    possible = position.possible_bases(found.bases, found.counts)
    increments = position.added(found.prints, possible, position.HIGH_POSTS, ["jpt"])
    trends = position.trends(position.added(found.prints, found.bases, position.ALL_POSTS))
    return position.key_numbers(
        factors,
        position.composition(increments),
        trends,
        position.tipping_points(found.counts, found.workforce),
        position.high_officials(joint),
        specifications,
    )


def test_only_far_more_structural_officials_would_turn_the_direction(numbers):
    """R: binom.test(126, 456) gives 23.57 percent; 11.03 percent cut off is at most 11.035."""
    assert numbers["structural_needed"] == 23.6
    assert numbers["structural_most"] == 11.0


def test_the_counts_behind_the_answer_are_named(numbers):
    assert (numbers["jpt_count"], numbers["jpt_base"]) == (126, 456)
    assert (numbers["before_count"], numbers["before_base"]) == (55, 238)
    assert (numbers["after_count"], numbers["after_base"]) == (8, 133)


def test_executing_staff_of_2024_may_reach_their_share(numbers):
    """R: binom.test(44, 240)$conf.int[2] / (1096916 / 4758730) = 1.033."""
    assert numbers["late_high"] == 1.03


def test_a_fall_over_bases_that_are_not_printed_is_not_called_identified(found, numbers):
    rows = position.conclusions(
        numbers, position.could_come_first(position.rank_sets(found.prints, found.counts,
        found.workforce, found.posts)), "en").set_index("term")  # fmt: skip
    assert rows.loc["fall", "tag"] == "assumed"
    assert rows.loc["fall", "why"].startswith("Assumed")


def test_a_printed_share_keeps_its_decimals(found):
    table = position.composition_table(
        position.composition(position.added(found.prints, found.bases, position.SAME_BASE)),
        found.prints, "en",
    )  # fmt: skip
    july = table[table["end"].eq("2020-07-31")].set_index("term")["cumulative"]
    assert july[["head_of_area", "jpt"]].tolist() == ["9%", "27.6%"]


def test_the_answer_rests_on_the_numbers_of_the_tables(numbers):
    assert numbers["factor"] == 56.5
    assert (numbers["before"], numbers["after"]) == (23.1, 6.0)
    assert numbers["tipping"] == 77.7
    assert numbers["above"] == numbers["specifications"]
    assert numbers["staff_high"] < 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_conclusion_says_how_far_the_data_identify_it(found, numbers, language):
    ranks = position.rank_sets(found.prints, found.counts, found.workforce, found.posts)
    rows = position.conclusions(numbers, position.could_come_first(ranks), language)
    assert set(rows["tag"]) == {"identified", "assumed", "unknowable"}
    assert not rows[["statement", "tag_label", "why", "method_label"]].eq("").any().any()
    assert rows.loc[rows["term"].eq("propensity"), "tag"].item() == "unknowable"


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables_write_every_note_and_label(found, factors, language):
    shown = position.factors_table(position.main_rows(factors), language)
    text = shown[["label", "when", "counted", "employed", "with_interval", "note_label"]]
    assert not text.apply(lambda column: column.str.contains("position.", regex=False)).any().any()
    assert shown["counted"].ne("").all()
    wide = position.exposures_table(factors, language)
    assert wide.loc[wide["as_of"].eq("2020-07-31"), "2018-12-31"].item().startswith("≥")
    assert len(position.workforce_table(found.workforce, found.posts, language)) > 10


def test_zero_and_infinity_are_written_plainly():
    assert words.span(0.0, 2.8, "en") == "0–2.8"
    assert words.span(2.5, math.inf, "id") == "≥ 2,5"
    assert words.span(math.nan, 1.0, "id") == ""
