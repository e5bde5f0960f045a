from netralitas_research.audit.consistency.zeros import check_zeros, count_places

BEFORE = {"kemendagri_code": "81", "as_of": "2020-03-13", "value": 48.0}
ZERO = {"kemendagri_code": "81", "as_of": "2020-04-03", "value": 0.0}


def told(found):
    return [(one.message, one.severity, one.figure_ids) for one in found]


def test_zero_after_a_positive_count_contradicts_it(figures):
    assert told(check_zeros(figures(BEFORE, ZERO))) == [
        ("after_positive", "contradiction", ("F2", "F1"))
    ]


def test_zero_after_a_count_of_an_unknown_stage_is_doubted(figures):
    found = check_zeros(figures(BEFORE | {"stage": "unknown"}, ZERO))
    assert [one.severity for one in found] == ["doubt"]


def test_zero_before_or_of_another_stage_is_possible(figures):
    assert not check_zeros(figures(BEFORE | {"as_of": "2020-05-01"}, ZERO))
    assert not check_zeros(figures(BEFORE | {"stage": "proven"}, ZERO))
    waiting = {"stage": "in_process"}
    assert not check_zeros(figures(BEFORE | waiting, ZERO | waiting))


def test_zero_in_a_list_of_the_highest_is_doubted_and_in_an_excerpt_not(figures):
    found = check_zeros(figures(ZERO | {"complete": "top_list"}))
    assert told(found) == [("top_list", "doubt", ("F1",))]
    assert not check_zeros(figures(ZERO | {"complete": "excerpt"}))


def listed(figures, number, base, complete):
    whole = {"base": base, "base_status": "printed", "base_meaning": "number_of_units"}
    flags = whole | {"measure": "flag", "value": 1.0, "complete": complete}
    places = ("7401", "7402", "7403", "7404")[:number]
    return told(count_places(figures(*(flags | {"kemendagri_code": code} for code in places))))


def test_more_places_than_said_contradict_the_number(figures):
    assert listed(figures, 4, 3.0, "unknown") == [
        ("listed", "contradiction", ("F1", "F2", "F3", "F4"))
    ]


def test_fewer_places_than_said_contradict_it_only_if_the_list_is_complete(figures):
    assert not listed(figures, 2, 3.0, "unknown")
    assert [one[1] for one in listed(figures, 2, 3.0, "complete")] == ["contradiction"]


def test_more_places_with_cases_than_said_contradict_the_number(figures):
    total = {"kemendagri_code": "74", "unit_counted": "areas", "value": 2.0}
    places = [{"kemendagri_code": c, "value": 3.0} for c in ("7401", "7402", "7403")]
    assert told(count_places(figures(total, *places))) == [
        ("too_many", "contradiction", ("F1", "F2", "F3", "F4"))
    ]
    assert not count_places(figures(total, *places[:2], places[2] | {"value": 0.0}))
