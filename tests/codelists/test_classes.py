"""Zones, regional offices, agency levels and units counted."""

import pytest

from netralitas_research.codelists import load, match


def test_the_colour_zones_leave_no_count_out_and_share_none() -> None:
    zones = load("zones").loc[["green", "yellow", "red"]]
    lowest = [int(number or 0) for number in zones["at_least"]]
    highest = [int(number) for number in zones["at_most"] if number]

    assert lowest == [0, *(number + 1 for number in highest)]


def test_fourteen_regional_offices_stand_beside_the_central_agencies() -> None:
    offices = load("bkn_regions")

    assert list(offices["order"]) == [str(number) for number in range(15)]
    assert offices.index[0] == "central"


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Kanreg II Surabaya", "kanreg-02"),
        ("Kanreg III Bandung", "kanreg-03"),
        ("Kanreg XII Pekanbaru", "kanreg-12"),
    ],
)
def test_offices_with_like_numbers_are_told_apart(wording: str, code: str) -> None:
    assert match("bkn_regions", wording).code == code


def test_persons_and_cases_are_different_units() -> None:
    assert match("units_counted", "orang").code == "persons"
    assert match("units_counted", "kasus").code == "cases"


@pytest.mark.parametrize("name", ["stages", "subjects", "units_counted"])
def test_what_is_unknown_and_what_does_not_apply_have_codes(name: str) -> None:
    assert {"unknown", "not_applicable"} <= set(load(name).index)
