import pandas as pd
from made_up_study import DEFAULTS

from netralitas_research.audit.consistency.figures import read_figures
from netralitas_research.audit.consistency.rankings import (
    check_order,
    compare_ranks,
    find_repeated,
)


def rank(place, value):
    return {"kemendagri_code": place, "measure": "rank", "value": float(value)}


def count(place, value):
    return {"kemendagri_code": place, "value": float(value)}


def test_rank_above_a_greater_value_contradicts_it(figures):
    found = compare_ranks(figures(rank("74", 1), rank("52", 2), count("74", 76), count("52", 83)))
    assert [(one.severity, one.figure_ids) for one in found] == [
        ("contradiction", ("F1", "F2", "F3", "F4"))
    ]


def test_ranks_in_the_order_of_the_values_are_left_in_peace(figures):
    tied = [rank("74", 1), rank("52", 2), count("74", 83), count("52", 83)]
    assert not compare_ranks(figures(*tied))


def test_one_rank_for_two_places_is_doubted(figures):
    found = compare_ranks(figures(rank("74", 1), rank("52", 1)))
    assert [(one.message, one.severity) for one in found] == [("same_rank", "doubt")]


def test_one_rank_for_equal_values_is_in_order(figures):
    tied = [rank("74", 1), rank("52", 1), rank("71", 3)]
    assert not compare_ranks(figures(*tied, count("74", 20), count("52", 20), count("71", 9)))


def share(place, value, **more):
    return count(place, value) | {"measure": "percent", "decimals_at_least": 1} | more


def test_ranks_are_compared_with_percentages_too(figures):
    found = compare_ranks(
        figures(rank("74", 1), rank("52", 2), share("74", 12.5), share("52", 17.5))
    )
    assert [one.severity for one in found] == ["contradiction"]


def test_ranks_of_an_index_may_count_from_the_lowest_value_but_not_both_ways(figures):
    places = ("74", "52", "71")
    stage = {"stage": "not_applicable"}

    def index(*values):
        pairs = zip(places, values, strict=True)
        ranks = [rank(place, n) | stage for n, place in enumerate(places, start=1)]
        scores = [count(p, v) | stage | {"measure": "score"} for p, v in pairs]
        return compare_ranks(figures(*ranks, *scores))

    assert not index(5.1, 6.2, 7.3)
    assert not index(7.3, 6.2, 5.1)
    assert [one.figure_ids for one in index(7.3, 5.1, 6.2)] == [("F2", "F3", "F5", "F6")]


def test_sentence_on_a_list_names_the_place_of_the_list(figures):
    (found,) = compare_ranks(figures(rank("74", 1), rank("52", 1)))
    assert found.params["first"]["kemendagri_code"] == "ID"


def top(figures, *values):
    codes = ("52", "74", "33", "71", "73", "35")
    listed = zip(codes, values, strict=False)
    return check_order(figures(*(count(c, v) | {"complete": "top_list"} for c, v in listed)))


def test_one_value_out_of_order_in_a_long_top_list_is_doubted(figures):
    (found,) = top(figures, 90, 83, 74, 94, 42)
    assert (found.severity, found.figure_ids) == ("doubt", ("F3", "F4"))


def test_short_lists_and_lists_in_no_order_are_not_judged(figures):
    assert not top(figures, 90, 83, 94)
    assert not top(figures, 10, 83, 7, 94, 42)


def printed(*rows):
    figures = [
        DEFAULTS | {"figure_id": f"F{n}", "kemendagri_code": "unknown", "value": float(value)}
        for n, (_, value, _) in enumerate(rows)
    ]
    frame = pd.DataFrame(figures).assign(source_ids=[page for _, _, page in rows])
    observed = frame[["figure_id"]].assign(
        record_id="R1", label_printed=[label for label, _, _ in rows]
    )
    return find_repeated(read_figures(frame, observed))


def test_a_label_with_two_values_in_one_list_of_one_page_contradicts_itself():
    (found,) = printed(("Kalimantan Selatan", 1, "a"), ("Kalimantan Selatan", 4, "a"))
    assert (found.severity, found.params["values"]) == ("contradiction", [1, 4])


def test_labels_of_two_pages_and_equal_values_are_no_repetition():
    assert not printed(("Kalimantan Selatan", 1, "a"), ("Kalimantan Selatan", 4, "b"))
    assert not printed(("Kalimantan Selatan", 4, "a"), ("Kalimantan Selatan", 4, "a"))
