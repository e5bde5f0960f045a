"""The joint decree, the laws, the programme, the pressures and the regencies of three articles."""

import pytest

from netralitas_research.study import decree, instruments, meaning, programme, regencies
from netralitas_research.study.articles.cells import cells_of
from netralitas_research.study.processed import load


def test_nineteen_acts_were_read_and_eleven_are_neither_named_nor_counterparts():
    found = decree.acts_of_the_decree("id")
    assert len(found) == 19
    assert (found["named"] == "no").sum() == 11
    assert found.set_index("act_id")["named"]["E03"] == "wider"


@pytest.mark.parametrize(
    ("law", "date", "status"),
    [
        ("UU-5-2014", "2023-10-30", "in_force"),
        ("UU-5-2014", "2023-10-31", "replaced"),
        ("UU-20-2023", "2024-09-03", "in_force"),
        ("SKB-2-2022", "2024-09-03", "in_force"),
        ("SE-4-2024", "2024-09-03", "not_yet"),
        ("PERPRES-92-2024", "2024-09-03", "unknown"),
        ("PP-53-2010", "2024-09-03", "replaced"),
    ],
)
def test_the_state_of_a_law_follows_from_known_dates(law, date, status):
    found = instruments.instruments_on(date, "en").set_index("law_id")
    assert found.loc[law, "status"] == status


def test_a_year_alone_does_not_tell_within_that_year():
    law = {"in_force_from": "", "enacted": "", "year": 2024, "in_force_to": ""}
    states = [instruments.status_on(f"{year}-06-01", law, {}) for year in (2023, 2024, 2025)]
    assert states == ["not_yet", "unknown", "in_force"]


def test_facts_of_the_design_stand_in_the_article():
    items = set(cells_of("brebes-programme")["row"])
    named = {item for found in programme.REQUIREMENTS.values() for item in found}
    assert named <= items


def test_seven_requirements_are_not_reported():
    found = programme.design("en").set_index("requirement")["reported"]
    assert found[~found].index.tolist() == [
        "number_of_participants",
        "measurement_before",
        "instrument",
        "measurement_after",
        "follow_up",
        "comparison_group",
        "outcome",
    ]


def test_pressures_have_the_figures_of_their_surveys():
    found = meaning.pressures("en")
    assert found.groupby("pressure", sort=False)["value"].apply(
        lambda values: values.dropna().tolist()
    ).to_dict() == {
        "structural": [7.7, 27.99],
        "social": [15.4, 50.76],
        "digital": [],
        "unclear_rules": [12.1],
        "weak_oversight": [2.7, 78.0],
    }


def test_only_tables_of_every_voting_area_that_add_up_are_complete():
    tables = regencies.complete_tables(load("figures"))
    # East Nusa Tenggara lists all nine areas, but they add up to 49 and 46 is printed.
    assert "53" not in set(tables["province"])
    assert tables.loc[tables["province"].eq("73"), "as_of"].unique().tolist() == ["2020-10-02"]
    assert tables.groupby("table")["value"].sum().equals(tables.groupby("table")["base"].first())
