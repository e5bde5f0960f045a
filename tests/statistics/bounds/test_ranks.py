"""Ranks in rows of which little is printed; the limits of every table are in the enumeration."""

from netralitas_research.statistics.bounds.facts import at_least, between, count, top_list, total
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.statistics.bounds.ranks import rank_bounds

ACTS = ["media", "photo", "party", "other"]


def ranks(category, *facts):
    row = rank_bounds(PrintedTable({"act": ACTS}, *facts), "act", category).iloc[0]
    return row["low"], row["high"], row["note"]


def test_ties_stand_at_the_better_rank():
    facts = [count({"act": act}, 5) for act in ACTS]
    assert ranks("party", *facts) == (1, 1, "")


def test_a_list_fixes_the_ranks_that_it_shows():
    facts = (
        total(20),
        between({"act": "media"}, 8, 9),
        between({"act": "photo"}, 4, 6),
        top_list("act", ["media", "photo"]),
    )
    assert ranks("media", *facts)[:2] == (1, 1)
    assert ranks("photo", *facts)[:2] == (2, 2)
    # 5 to 8 are left for two acts that are not above photo.
    assert ranks("party", *facts) == (2, 4, "note.bounds.not_identified")


def test_without_an_upper_limit_any_rank_is_possible():
    assert ranks("party", at_least({"act": "media"}, 1)) == (1, 4, "note.bounds.unbounded_rank")


def test_contradictory_facts_leave_no_rank():
    assert ranks("party", total(3), at_least({"act": "media"}, 4))[2] == "note.bounds.inconsistent"


def test_a_single_category_is_first():
    found = rank_bounds(PrintedTable({"act": ["media"]}, total(3)), "act", "media")
    assert found["estimate"].item() == 1
