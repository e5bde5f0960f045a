from netralitas_research import codelists
from netralitas_research.cleaning.parts import DIMENSION_OF_LIST, KINDS, LISTS


def test_every_kind_is_read_with_lists_that_there_are():
    assert {name for names in LISTS.values() for name in names} <= set(codelists.tables())


def test_a_kind_that_several_lists_can_read_tells_the_dimension_of_each():
    several = {name for names in LISTS.values() if len(names) > 1 for name in names}
    dimensions = codelists.load("dimensions")["list"]

    assert several == DIMENSION_OF_LIST.keys()
    assert {name: dimensions[DIMENSION_OF_LIST[name]] for name in several} == {
        name: name for name in several
    }


def test_every_kind_that_the_study_uses_is_known(wordings):
    used = {
        kind
        for row in wordings.dimensions.rows.values()
        for kind in row["parts"].split("+")
        if kind
    }

    assert used <= KINDS
