"""The report on motives: results against calculations by hand from the printed numbers."""

import math

import pandas as pd
import pytest
from scipy.stats import binomtest, chi2_contingency

from netralitas_research.presentation.causes import motive
from netralitas_research.presentation.causes.motive.conclusions import CONCLUSIONS
from netralitas_research.presentation.causes.motive.first_place import (
    LARGEST,
    base_needed,
    by_base,
    rank_sets_at,
    smallest,
    surely_from,
)
from netralitas_research.presentation.causes.motive.groups import group_bounds
from netralitas_research.presentation.causes.motive.leads import leads, overlap
from netralitas_research.presentation.causes.motive.opinions import by_region, needed_each
from netralitas_research.study.processed import load


@pytest.fixture(scope="module")
def found() -> motive.Results:
    return motive.results("en")


def answers(**printed: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "term": list(printed),
            "label": list(printed),
            "printed": list(printed.values()),
            "value": [float(one) for one in printed.values()],
            "source_ids": "a",
        }
    )


def test_the_smallest_base_of_2018_gives_counts_that_add_up_to_it(found):
    counts = [79, 28, 22, 14, 12, 10, 9, 5, 3]
    assert found.causes_2018["count_text"].tolist() == [str(one) for one in counts]
    assert found.numbers["smallest_2018"] == sum(counts) == 182
    shares = [f"{100 * one / 182:.1f}" for one in counts]
    assert shares == found.causes_2018["printed"].tolist()


def test_post_is_first_for_every_base_of_2018(found):
    assert found.bases_2018["certain"].all()
    assert found.numbers["needed_2018"] < found.numbers["smallest_2018"]


def test_bases_that_the_print_excludes_are_marked(found):
    fits = found.bases_2018.set_index("base")["fits"].to_dict()
    assert fits == {100: False, 182: True, 500: False, 1000: False, 10_000: True}


def test_the_first_two_of_2021_cannot_be_told_apart(found):
    first = found.causes_2021.set_index("term")["first"]
    assert first[first].index.tolist() == ["brotherhood", "career_interest"]


def test_whoever_gives_no_answer_has_no_rank(found):
    ranks = found.causes_2018.set_index("term")["rank_low"]
    assert ranks[["no_answer", "other"]].isna().all()
    assert found.causes_2018["rank_high"].max() == 7


def test_the_first_presser_depends_on_the_base(found):
    certain = found.bases_pressers.set_index("base")["certain"].to_dict()
    assert certain == {1537: False, 1858: False, 10_617: True}
    assert 1858 < found.numbers["needed_pressers"] < 10_617


def test_a_needed_base_is_where_the_exact_test_turns():
    """With two answers all pairs are one, tested in both directions: 5 percent two-sided."""

    def p(base: int) -> float:
        first, second = math.floor(0.6 * base), math.ceil(0.4 * base)
        return binomtest(first, first + second).pvalue

    needed = base_needed(answers(a="60.0", b="40.0"))
    assert all(p(base) <= 0.05 for base in range(needed, 2 * needed))
    assert p(needed - 1) > 0.05


def test_equal_answers_are_never_told_apart():
    assert base_needed(answers(a="50.0", b="50.0")) == LARGEST


def test_the_overlap_that_is_needed_is_where_the_exact_test_turns():
    """McNemar's test is binomial on those who name one of both answers."""
    found = overlap(answers(a="50.76", b="49.72"), 10_617)

    def p(both: int) -> float:
        only = 5389 - both, 5279 - both
        return binomtest(only[0], sum(only)).pvalue

    assert (found["least"], found["most"]) == (5389 + 5279 - 10_617, 5279)
    assert p(found["needed"]) < 0.05 <= p(found["needed"] - 1)


def test_the_printed_margin_is_that_of_a_smaller_sample(found):
    """1.96 squared by four times the margin squared."""
    assert found.numbers["like_sample"] == math.ceil(1.959964**2 / (4 * 0.025**2)) == 1537
    assert found.numbers["margin_of_base"] == round(100 * 1.959964 / (2 * 10_617**0.5), 2)


def test_all_without_answer_would_not_turn_2018_but_other_could_turn_the_pressers(found):
    turned = found.leads.set_index("question")["turned"].tolist()
    assert turned == [False, None, True]
    assert found.leads["lead"].tolist() == [28.0, 1.04, 3.97]


def test_no_answer_that_is_not_printed_is_not_a_zero(found):
    later = found.leads.iloc[1]
    assert math.isnan(later["unsaid"])
    assert math.isnan(later["switch"])


def test_a_lead_turns_when_those_who_name_nothing_are_more():
    asked = answers(a="40.0", b="35.0", no_answer="5.1")
    assert leads({"motive.question.pressers": asked}, "en")["turned"].item()
    asked = answers(a="40.0", b="35.0", no_answer="4.9")
    assert not leads({"motive.question.pressers": asked}, "en")["turned"].item()


def test_groups_of_single_answers_add_up(found):
    """At most, by hand: the sum, or what the other of nine answers (99.9 in all) leave.

    A share may be printed up to 0.05 too high (rounded) or 0.1 too low (cut off).
    """
    group = found.groups[found.groups["as_of"].eq("2018")].set_index("term")
    most = {
        "own_interest": (43.4 + 5.5 + 2.7 + 1.6 + 6.6, 5),
        "kinship": (15.4 + 1.6 + 6.6, 3),
        "pressure": (7.7 + 43.4 + 15.4 + 4.9 + 1.6 + 6.6, 6),
        "ignorance": (12.1 + 1.6 + 6.6, 3),
    }
    for term, (total, parts) in most.items():
        high = min(total + 0.1 * parts, 100 - (99.9 - total) + 0.05 * (9 - parts))
        assert group.loc[term, "high"] == pytest.approx(high / 100, abs=1e-6)
    assert group["low"].round(4).tolist() == [0, 0, 0.0765, 0.1205]


def test_groups_of_several_answers_lie_between_the_largest_and_the_sum():
    asked = answers(superior_pressure="10.0", brotherhood="30.0").assign(
        reading=["pressure", "kinship"]
    )
    pressure = group_bounds(asked, 1000, "en").set_index("term").loc["pressure"]
    assert pressure["possible"] == "30.0–40.0%"


def test_a_group_that_no_printed_answer_names_is_not_a_zero(found):
    group = found.groups.set_index(["as_of", "term"]).loc[("2021-07", "ignorance")]
    assert group["certain"] == group["possible"] == "–"
    assert math.isnan(group["high"])


def test_most_answers_see_neither_offender_nor_victim_for_sure(found):
    sides = found.sides.set_index(["as_of", "term"])[["low", "high"]]
    offender = (5.5 + 2.7 - 0.1) / 100
    assert sides.loc[("2018", "offender"), "low"] == pytest.approx(offender, abs=1e-6)
    assert sides.loc[("2018", "victim"), "high"] == pytest.approx(1 - offender, abs=1e-6)


def test_the_weight_of_functional_posts_holds_what_the_extremes_give(found):
    """If all others agreed as supervisors (53.5) or as high officials (57.1) do."""
    row = found.positions.set_index("term").loc["fungsional"]
    least, most = (53.5 - 51.16) / (53.5 - 45.9), (57.1 - 51.16) / (57.1 - 45.9)
    assert row["weight_low"] == pytest.approx(least, abs=0.011)
    assert row["weight_high"] == pytest.approx(most, abs=0.011)
    assert row["weight_low"] < least < most < row["weight_high"]
    assert math.isnan(row["needed"])


@pytest.mark.parametrize(("first", "second"), [(57.1, 45.9), (72.3, 69.8)])
def test_the_respondents_needed_are_where_the_test_turns(first, second):
    def p(each: int) -> float:
        agree = [round(share * each / 100) for share in (first, second)]
        table = [agree, [each - one for one in agree]]
        return chi2_contingency(table, correction=False).pvalue

    needed = needed_each(first, second)
    assert all(p(each) < 0.05 for each in range(needed, 2 * needed))
    assert p(needed - 1) >= 0.05


def test_the_respondents_needed_are_those_from_which_on_r_finds_a_difference(found):
    """R: the last n with chisq.test(correct = FALSE)$p.value >= 0.05, and one more."""
    assert found.positions["needed"].dropna().tolist() == [170, 231, 353, 329]
    assert found.regions["next_needed"].dropna().tolist() == [2595, 4622, 1149, LARGEST, 806]


def test_no_larger_base_leaves_the_first_presser_open_again(found):
    """2,385 respondents would do, but 2,412 would not: whole counts turn to and fro."""
    assert found.numbers["needed_pressers"] == 2413


def test_sums_that_are_no_hundred_leave_ranks_open(found):
    ranks = found.regions.set_index("term")[["rank_low", "rank_high"]]
    assert ranks.loc["sumatera"].tolist() == ranks.loc["kalimantan"].tolist() == [4, 5]
    assert ranks.loc["papua"].tolist() == [1, 1]


def test_sums_of_a_hundred_leave_nothing_open():
    regions = pd.DataFrame(
        {"term": ["a", "b"], "label": ["a", "b"], "agree": ["60.0", "55.0"],
         "disagree": ["40.0", "45.0"], "agree_value": [60.0, 55.0], "sum": [100.0, 100.0]}
    )  # fmt: skip
    assert by_region(regions, "en")["ranks"].tolist() == ["1", "2"]


def test_what_was_added_is_the_difference_of_two_counts(found):
    """21.5 percent of 456 are 98, 14.2 percent of 830 are 118."""
    party = found.change.set_index("term").loc["approach_party"]
    assert (round(0.215 * 456), round(0.142 * 830)) == (98, 118)
    assert party[["count_before", "n_before", "count_added", "n_added"]].tolist() == [
        98, 456, 20, 374,
    ]  # fmt: skip
    assert party["change"] == pytest.approx(20 / 374 - 98 / 456)
    assert party["cumulative"] == pytest.approx(118 / 830 - 98 / 456)
    assert party["high"] < 0


def test_all_reported_cannot_be_the_base_both_in_november_and_in_december(found):
    """14.2 percent of 830 are 118; 8.8 percent of 1,305 are 115 or 116: the count falls."""
    december = found.added[found.added["start"].eq("2020-11-09")]
    assert not december["same_kind"].any()
    assert [n for n in range(1306) if 8.75 <= 100 * n / 1305 < 8.9] == [115, 116]


def test_only_one_interval_has_one_kind_of_base_around_the_registration(found):
    same = found.added[found.added["same_kind"]]
    assert same["start"].tolist() == ["2020-07-31", "2020-12-21", "2020-12-21"]
    assert set(found.added["start"]) == {"2020-06-26", "2020-07-31", "2020-11-09", "2020-12-21"}


def test_the_certain_share_of_own_candidacies_falls_through_2020(found):
    own = found.aims.set_index("breakdown")["own_low"]
    kasn = ["2020-06-26", "2020-07-31", "2020-11-09", "2020-12-21", "2022-05-31"]
    assert own[[f"kasn-{date}" for date in kasn]].is_monotonic_decreasing


def test_banners_can_only_have_been_added_up_to_the_fifth_act_of_the_list(found):
    """11.6% of 456 are 53; the fifth act has 9% of 830, at most 82 (9.88, cut off): 29 of 374."""
    shown = found.banners
    assert (shown["count_before"], shown["n_before"]) == (53, 456)
    assert (shown["most_added"], shown["n_added"]) == (82 - 53, 830 - 456)
    assert shown["share_most"] == round(100 * 29 / 374, 1)


def test_the_page_with_another_share_of_banners_is_named():
    figures = load("figures")
    rows = figures[figures["code"].eq("displays") & figures["as_of"].eq("2020-07-31")]
    by_source = dict(zip(rows["source_ids"], rows["value"], strict=True))
    assert by_source["republika2008"] == 13
    others = set(by_source.values()) - {13}
    assert others == {11.6}


def test_the_surveys_are_never_tested_against_each_other(found):
    verdicts = found.comparison["verdict"]
    assert verdicts.value_counts().to_dict() == {"not_comparable": 5, "comparable": 2}
    assert found.conclusions.set_index("term").loc["change", "tag"] == "unknowable"


def test_every_conclusion_has_a_tag_a_method_and_a_reason(found):
    assert found.conclusions["term"].tolist() == list(CONCLUSIONS)
    assert set(found.conclusions["tag"]) == {"identified", "assumed", "unknowable"}
    texts = found.conclusions[["statement", "interval", "method", "why"]]
    assert texts.ne("").all(axis=None)
    assert not texts.apply(lambda column: column.str.contains("nan|{")).any(axis=None)


def test_both_languages_save_the_same_numbers(found):
    assert motive.results("id").saved() == found.saved()


def test_a_base_of_nobody_tells_nothing():
    sets = rank_sets_at(answers(a="60.0", b="40.0"), 1)
    assert sets["first"].all()


def test_bases_are_told_from_the_smallest():
    asked = answers(a="60.0", b="40.0")
    bases = {"motive.base.printed": 1000, "motive.base.smallest": 5}
    told = by_base(asked, bases, "partition", "en")
    assert told["base"].tolist() == [5, 1000]
    assert told["certain"].tolist() == [False, True]


def test_the_smallest_number_is_the_last_one_tried_if_none_holds():
    assert smallest(lambda _: False, 10) == 10
    assert smallest(lambda _: True, 10) == 1
    assert surely_from(lambda _: False, 10) == 10


def test_what_fails_again_further_on_is_not_sure_before():
    assert surely_from(lambda n: n >= 100 and n != 120, 1000) == 121
