import pytest

from netralitas_research.audit.consistency.copies import (
    find_copied_places,
    find_copies,
    find_small_copies,
)


def table(values=(914.0, 85.0, 894.0), **own):
    codes = ("finding", "public_report", "online")
    return [
        {"dimension": "route", "code": code, "value": value} | own
        for code, value in zip(codes, values, strict=True)
    ]


def told(found):
    return [(one.message, one.severity) for one in found]


def test_one_breakdown_of_two_elections_is_a_contradiction(figures):
    (found,) = find_copies(figures(*table(), *table(election="pemilu-2019", as_of="2022-08-24")))
    assert (found.message, found.severity) == ("elections", "contradiction")
    assert found.figure_ids == ("F1", "F4", "F3", "F6", "F2", "F5")


def test_an_election_and_a_span_that_holds_it_are_only_doubted(figures):
    span = table(election="pilkada-2020-pra-pemilu-2024")
    assert told(find_copies(figures(*table(), *span))) == [("elections", "doubt")]


def test_two_equal_numbers_or_small_ones_are_chance(figures):
    assert not find_copies(figures(*table(), *table((914.0, 85.0, 1.0), election="pemilu-2019")))
    small = (3.0, 5.0, 4.0)
    assert not find_copies(figures(*table(small), *table(small, election="pemilu-2019")))


def test_a_count_that_stands_still_is_explained(figures):
    assert told(find_copies(figures(*table(), *table(as_of="2020-09-30")))) == [
        ("unchanged", "explained")
    ]


def test_two_periods_with_one_breakdown_are_doubted(figures):
    years = [
        table(series="flow", period_start=year, period_end=year, as_of="not_applicable")
        for year in ("2019", "2020")
    ]
    assert told(find_copies(figures(*years[0], *years[1]))) == [("periods", "doubt")]


def test_two_places_with_one_breakdown_are_doubted(figures):
    places = [table(kemendagri_code=code) for code in ("74", "73")]
    assert told(find_copied_places(figures(*places[0], *places[1]))) == [("places", "doubt")]


def test_other_counters_are_not_compared(figures):
    assert not find_copies(figures(*table(), *table(election="pemilu-2019", counted_by="bkn")))


@pytest.mark.parametrize("other", [{"stage": "proven"}, {"unit_counted": "cases"}])
def test_copy_under_another_stage_or_unit_is_doubted(figures, other):
    (found,) = find_copies(figures(*table(), *table(election="pemilu-2019", **other)))
    assert (found.message, found.severity) == ("labels", "doubt")
    assert not find_copies(figures(*table(), *table(**other)))


SMALL = {"3329": 11, "3328": 9, "3374": 17, "3321": 6, "3319": 13}


def places(numbers, **more):
    return [{"kemendagri_code": p, "value": float(v)} | more for p, v in numbers.items()]


def test_small_counts_that_are_all_the_same_for_two_elections_are_doubted(figures):
    (found,) = find_small_copies(figures(*places(SMALL), *places(SMALL, election="pemilu-2019")))
    assert (found.message, found.severity, len(found.figure_ids)) == ("elections", "doubt", 10)


@pytest.mark.parametrize("other", [SMALL | {"3319": 12}, dict(list(SMALL.items())[:4])])
def test_small_counts_that_differ_once_or_are_few_are_left_in_peace(figures, other):
    assert not find_small_copies(figures(*places(SMALL), *places(other, election="pemilu-2019")))
