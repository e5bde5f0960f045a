import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_study import DEFAULTS

from netralitas_research.audit.consistency.figures import read_figures
from netralitas_research.audit.consistency.parts import compare_parts

POSITIONS = {"dimension": "position"}


def told(found):
    return [(one.message, one.severity, one.params["sum"], one.params["total"]) for one in found]


def test_persons_by_position_that_exceed_their_total_contradict_it(parts):
    table = parts("code", {"asn": 244, "kpu": 188, "kepala_desa": 52}, 444, **POSITIONS)
    assert told(compare_parts(table)) == [("exceed", "contradiction", 484, 444)]


def test_figures_are_named_from_the_greatest(parts):
    table = parts("code", {"jpt": 3, "fungsional": 9}, 10, **POSITIONS)
    assert compare_parts(table)[0].figure_ids == ("F2", "F1")


def test_cases_by_position_may_exceed_their_total(parts):
    table = parts("code", {"jpt": 3, "fungsional": 9}, 10, unit_counted="cases", **POSITIONS)
    assert told(compare_parts(table)) == [("may_exceed", "doubt", 12, 10)]


def test_parts_of_two_pages_are_only_doubted(parts):
    table = [
        *parts("code", {"jpt": 3}, 10, **POSITIONS, source_ids="a"),
        *parts("code", {"fungsional": 9}, 10, **POSITIONS, source_ids="b"),
    ]
    assert told(compare_parts(table)) == [("may_exceed", "doubt", 12, 10)]


def test_a_category_is_not_summed_with_the_one_that_holds_it(parts):
    assert not compare_parts(parts("code", {"fungsional": 9, "guru": 5}, 10, **POSITIONS))


def test_a_category_may_not_exceed_the_one_that_holds_it(parts):
    table = parts("code", {"fungsional": 6, "guru": 4, "dosen": 3}, 10, **POSITIONS)
    assert told(compare_parts(table)) == [("exceed", "contradiction", 7, 6)]


@pytest.mark.parametrize(
    "overlapping",
    [("head_of_area", "administrator"), ("jabatan_struktural", "jpt_pns"), ("camat", "eselon_3")],
)
def test_overlapping_categories_are_not_summed(parts, overlapping):
    assert not compare_parts(parts("code", dict.fromkeys(overlapping, 8), 10, **POSITIONS))


def test_answers_to_several_questions_are_not_summed(parts):
    table = parts("code", {"kinship": 9, "lack_of_integrity": 9}, 10, dimension="motive")
    assert not compare_parts(table)


def test_regencies_that_exceed_their_province_contradict_it(parts):
    table = parts("kemendagri_code", {"74": 10, "7401": 7, "7402": 5}, 10)
    assert told(compare_parts(table)) == [("exceed", "contradiction", 12, 10)]


def test_the_government_of_a_province_is_not_the_province(parts):
    table = [
        *parts("kemendagri_code", {"7401": 7}, 10),
        *parts("kemendagri_code", {"74": 4}, 10, dimension="agency", code="province"),
    ]
    assert told(compare_parts(table)) == [("exceed", "contradiction", 11, 10)]


def test_regencies_of_a_new_province_lie_in_the_old_one_if_the_list_is_old(parts):
    table = parts("kemendagri_code", {"91": 4, "9301": 3, "9502": 3}, 10, province_set="34")
    assert told(compare_parts(table)) == [("exceed", "contradiction", 6, 4)]
    assert not compare_parts(
        parts("kemendagri_code", {"91": 4, "9301": 3, "9502": 3}, 10, province_set="38")
    )


def test_a_complete_list_of_categories_must_reach_its_total(parts):
    table = parts("code", {"jpt": 3, "fungsional": 5}, 10, **POSITIONS, complete="complete")
    assert told(compare_parts(table)) == [("short", "contradiction", 8, 10)]


def test_a_complete_list_of_places_that_falls_short_is_doubted(parts):
    table = parts("kemendagri_code", {"7401": 3, "7402": 5}, 10, complete="complete")
    assert told(compare_parts(table)) == [("short_places", "doubt", 8, 10)]


def test_a_list_of_the_highest_may_fall_short(parts):
    table = parts("code", {"jpt": 3, "fungsional": 5}, 10, **POSITIONS, complete="top_list")
    assert not compare_parts(table)


def test_one_part_alone_may_not_exceed_its_total(parts):
    assert told(compare_parts(parts("code", {"jpt": 11}, 10, **POSITIONS))) == [
        ("one_exceeds", "contradiction", 11, 10)
    ]


@pytest.mark.parametrize("more", [{"dimension": "motive"}, {"qualifier": "more_than"}])
def test_neither_an_answer_nor_a_number_that_is_at_least_so_high_may_exceed_it(parts, more):
    assert told(compare_parts(parts("code", {"kinship": 11}, 10, **POSITIONS | more))) == [
        ("one_exceeds", "contradiction", 11, 10)
    ]


@pytest.mark.parametrize("qualifier", ["about", "up_to", "less_than"])
def test_a_number_that_may_be_lower_may_be_above_its_total(parts, qualifier):
    assert not compare_parts(parts("code", {"jpt": 11}, 10, **POSITIONS, qualifier=qualifier))


def test_the_greater_of_two_values_of_a_cell_may_not_exceed_its_total(parts):
    table = [
        *parts("code", {"jpt": 9}, 10, **POSITIONS),
        *parts("code", {"jpt": 31}, 10, **POSITIONS),
    ]
    assert told(compare_parts(table)) == [("one_exceeds", "contradiction", 31, 10)]


@pytest.mark.parametrize(
    "more",
    [{"base_status": "inferred"}, {"base_meaning": "other_unit"}, {"qualifier": "about"}],
)
def test_inferred_totals_totals_of_another_unit_and_rough_values_are_not_compared(parts, more):
    assert not compare_parts(parts("code", {"jpt": 6, "fungsional": 6}, 10, **POSITIONS | more))


@given(st.lists(st.integers(0, 500), min_size=1, max_size=5), st.integers(-5, 5))
def test_disjoint_parts_are_accused_exactly_if_they_exceed_the_total(values, gap):
    codes = ("jpt", "administrator", "pengawas", "pelaksana", "fungsional")
    total = max(sum(values) + gap, max(values))
    whole = {"base": float(total), "base_status": "printed", "base_meaning": "whole"}
    rows = [
        DEFAULTS | whole | POSITIONS | {"figure_id": code, "code": code, "value": float(value)}
        for code, value in zip(codes, values, strict=False)
    ]
    found = compare_parts(read_figures(pd.DataFrame(rows)))
    assert bool(found) == (sum(values) > total)
