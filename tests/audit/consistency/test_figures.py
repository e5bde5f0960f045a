from netralitas_research.audit.consistency.figures import grouped, is_open_to_doubt


def test_month_is_before_a_day_after_it_and_overlaps_a_day_in_it(figures):
    month, inside, after = figures(
        {"as_of": "2020-02"}, {"as_of": "2020-02-29"}, {"as_of": "2020-03-01"}
    )
    assert (month.before(after), month.before(inside), month.overlaps(inside)) == (
        True,
        False,
        True,
    )


def test_figure_without_date_is_neither_before_nor_beside_another(figures):
    undated, dated = figures({"as_of": "unknown"}, {})
    compared = [undated.before(dated), dated.before(undated), undated.overlaps(dated)]
    assert not any(compared)


def test_figures_are_grouped_in_their_order(figures):
    groups = grouped(figures({"value": 1.0}, {"stage": "proven"}, {"value": 3.0}), ["stage"])
    assert [one.value for one in groups["reported",]] == [1.0, 3.0]


def test_unknown_day_stage_unit_or_counter_leave_room_for_doubt(figures):
    sure, *doubtful = figures(
        {},
        {"as_of": "2020-07"},
        {"stage": "unknown"},
        {"unit_counted": "unknown"},
        {"counted_by": "unknown"},
    )
    assert [is_open_to_doubt([one]) for one in (sure, *doubtful)] == [False] + [True] * 4
