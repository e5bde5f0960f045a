from netralitas_research import codelists
from netralitas_research.cleaning.codes import CODES, codes_in, codes_of


def test_a_dimension_has_the_codes_of_its_list_and_a_total_and_the_unknown():
    assert codes_of("sex") == codes_in("sexes") | {"total", "unknown"}


def test_total_and_not_applicable_have_only_themselves():
    assert codes_of("total") == {"total"}
    assert codes_of("not_applicable") == {"not_applicable"}


def test_every_dimension_has_codes():
    for dimension in codelists.load("dimensions").index:
        assert codes_of(dimension)


def test_columns_of_codes_stand_once():
    assert len(set(CODES)) == len(CODES)
