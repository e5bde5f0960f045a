from netralitas_research.audit.consistency.tables import (
    compare_margins,
    compare_rows,
    compare_stages,
)


def row(place, handled, forwarded, stopped):
    cell = {"kemendagri_code": place, "unit_counted": "cases"}
    stages = {"handled": handled, "forwarded": forwarded, "stopped": stopped}
    return [cell | {"stage": stage, "value": value} for stage, value in stages.items()]


RIGHT = [*row("7401", 5, 3, 2), *row("7402", 9, 9, 0), *row("7403", 4, 1, 3)]


def test_row_that_does_not_add_up_beside_rows_that_do_contradicts_them(figures):
    found = compare_rows(figures(*RIGHT, *row("7404", 9, 5, 2)))
    assert [(one.severity, one.figure_ids) for one in found] == [
        ("contradiction", ("F10", "F11", "F12"))
    ]


def test_rows_are_not_judged_where_too_few_add_up(figures):
    assert not compare_rows(figures(*RIGHT[3:], *row("7404", 9, 5, 2)))


def test_row_with_fewer_outcomes_is_not_judged_by_the_others(figures):
    assert not compare_rows(figures(*RIGHT, *row("7404", 9, 5, 2)[:2]))


def stages(figures, **values):
    whole = {"base": 10.0, "base_status": "printed", "base_meaning": "whole"}
    return compare_stages(figures(*(whole | {"stage": s, "value": v} for s, v in values.items())))


def test_closed_waiting_and_forwarded_cases_beyond_the_total_are_doubted(figures):
    (found,) = stages(figures, forwarded=7.0, stopped=2.0, in_process=3.0)
    assert (found.severity, found.params["sum"]) == ("doubt", 12)


def test_stages_after_another_are_not_summed(figures):
    assert not stages(figures, proven=8.0, recommended=8.0, followed_up_ppk=7.0, not_proven=2.0)


def test_if_all_cases_were_forwarded_others_wait_among_them(figures):
    assert not stages(figures, forwarded=10.0, in_process=3.0)


def test_blocked_records_are_among_those_not_followed_up(figures):
    assert not stages(figures, recommended=6.0, not_followed_up=5.0, records_blocked=5.0)


def margins(figures, total, complete="complete", more=()):
    cell = {"dimension": "employer", "code": "central", "dimension_2": "sex"}
    return compare_margins(
        figures(
            {"dimension": "employer", "code": "central", "value": total},
            *more,
            cell | {"code_2": "male", "value": 6.0, "complete": complete},
            cell | {"code_2": "female", "value": 5.0, "complete": complete},
        )
    )


def test_cells_beyond_the_sum_of_their_row_contradict_it(figures):
    assert [one.severity for one in margins(figures, 10.0, "unknown")] == ["contradiction"]


def test_cells_of_a_complete_table_must_reach_the_sum(figures):
    assert [one.severity for one in margins(figures, 12.0)] == ["contradiction"]
    assert not margins(figures, 12.0, "unknown")
    assert not margins(figures, 11.0)


def test_one_of_two_printed_sums_that_fits_is_enough(figures):
    fits = {"dimension": "employer", "code": "central", "value": 11.0}
    assert not margins(figures, 10.0, more=[fits])


def test_outcomes_above_the_number_handled_are_doubted_without_a_printed_total(figures):
    (found,) = compare_stages(figures(*row("7404", 10, 6, 9)))
    assert (found.severity, found.figure_ids) == ("doubt", ("F1", "F2", "F3"))
    assert (found.params["sum"], found.params["total"]) == (15, 10)
    assert not compare_stages(figures(*row("7404", 15, 6, 9)))


def test_row_that_is_named_is_not_named_again(figures):
    rows = figures(*RIGHT, *row("7404", 10, 6, 9))
    assert compare_rows(rows)
    assert not compare_stages(rows)


def test_a_stage_printed_twice_counts_once(figures):
    again = row("7404", 10, 6, 4)[2] | {"source_ids": "another", "value": 3.0}
    assert not compare_stages(figures(*row("7404", 10, 6, 4), again))
