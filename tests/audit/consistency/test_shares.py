import pytest

from netralitas_research.audit.consistency.shares import check_growth, check_sums, judge_bases

PERCENT = {"measure": "percent", "base_meaning": "denominator", "base_status": "unknown"}


def table(values, dimension="position", decimals=1, **more):
    codes = ("jpt", "administrator", "pengawas", "pelaksana", "fungsional")
    if dimension == "act":
        codes = ("displays", "decision", "approach_party", "partisan_activity", "other")
    own = PERCENT | {"dimension": dimension, "decimals_at_least": decimals} | more
    return [own | {"code": code, "value": v} for code, v in zip(codes, values, strict=False)]


def told(found):
    return [(one.message, one.severity) for one in found]


def test_shares_of_one_whole_over_a_hundred_contradict_each_other(figures):
    assert told(check_sums(figures(*table([60.0, 30.0, 11.0])))) == [("over", "contradiction")]


def test_rounding_may_exceed_a_hundred(figures):
    assert not check_sums(figures(*table([60.1, 30.0, 10.1])))


def test_cases_with_several_acts_may_exceed_a_hundred(figures):
    assert not check_sums(figures(*table([60.0, 50.0], "act")))


@pytest.mark.parametrize(("last", "told_of"), [(41.2, [("may_be_over", "doubt")]), (21.2, [])])
def test_sanctions_over_a_hundred_are_doubted(figures, last, told_of):
    codes = ("discipline_light", "discipline_moderate", "discipline_severe")
    own = PERCENT | {"dimension": "sanction", "decimals_at_least": 1, "stage": "recommended"}
    rows = [own | {"code": c, "value": v} for c, v in zip(codes, (45.5, 33.3, last), strict=True)]
    assert told(check_sums(figures(*rows))) == told_of


@pytest.mark.parametrize(
    ("more", "told_of"),
    [
        ({"base_status": "printed", "base": 1000.0}, [("over", "contradiction")]),
        ({}, [("may_be_over", "doubt")]),
        ({"stage": "followed_up_ppk"}, []),
        ({"stage": "survey"}, []),
    ],
)
def test_shares_of_places_over_a_hundred(figures, more, told_of):
    # At a later stage a percentage of a place is mostly a rate within it.
    places = (("51", 45.5), ("14", 33.3), ("15", 41.2))
    rows = [PERCENT | {"kemendagri_code": p, "value": v, "decimals_at_least": 1} for p, v in places]
    found = check_sums(figures(*(row | more for row in rows)))
    assert told(found) == told_of
    assert all(one.params["first"]["kemendagri_code"] == "ID" for one in found)


def test_a_category_within_another_is_not_added(figures):
    teachers = PERCENT | {"dimension": "position", "code": "guru", "value": 30.0}
    assert not check_sums(figures(*table([20.0, 20.0, 20.0, 10.0, 30.0]), teachers))


def test_only_a_complete_table_must_reach_a_hundred(figures):
    assert not check_sums(figures(*table([60.0, 30.0])))
    found = check_sums(figures(*table([60.0, 30.0], complete="complete")))
    assert told(found) == [("under", "contradiction")]


REPORTED = {"stage": "reported", "value": 456.0}
RECOMMENDED = {"stage": "recommended", "value": 344.0}
PUBLISHED = [27.6, 25.4, 14.3, 12.7]


def test_one_printed_base_that_fits_is_enough(figures):
    # KASN, 31 July 2020: percentages of 456, not of 344.
    assert not judge_bases(figures(*table(PUBLISHED), REPORTED, RECOMMENDED))


def test_percentages_that_no_printed_base_gives_are_doubted(figures):
    (found,) = judge_bases(figures(*table(PUBLISHED), RECOMMENDED))
    assert (found.message, found.severity) == ("no_base", "doubt")
    assert found.params["bases"] == [344]


def test_bases_of_other_dates_and_inferred_ones_are_not_used(figures):
    assert not judge_bases(figures(*table(PUBLISHED), RECOMMENDED | {"as_of": "2020-08-01"}))
    assert not judge_bases(figures(*table(PUBLISHED)))


def growth(figures, value):
    own = {"series": "point"}
    return check_growth(
        figures(
            own | {"as_of": "2019", "value": 4000.0},
            own | {"as_of": "2020", "value": 4600.0},
            own | {"as_of": "2020", "value": value, "measure": "change_percent"},
        )
    )


def test_growth_that_two_counts_do_not_give_is_doubted(figures):
    assert not growth(figures, 15.0)
    (found,) = growth(figures, 51.0)
    assert (found.severity, found.params["exact"]) == ("doubt", 15.0)
