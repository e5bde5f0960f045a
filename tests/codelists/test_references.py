"""Columns that name codes of a list name only codes that exist."""

import pytest

from netralitas_research.codelists import load

REFERENCES = [
    ("acts", "parent", "acts"),
    ("acts", "parts", "acts"),
    ("acts", "skb_codes", "skb_acts"),
    ("acts", "dimension_meaning", "neutrality_dimensions"),
    ("agency_levels", "parent", "agency_levels"),
    ("election_phases", "parts", "election_phases"),
    ("elections", "parts", "elections"),
    ("employment", "parent", "employment"),
    ("institutions", "counted_by", "institutions"),
    ("institutions", "issued_by", "institutions"),
    ("laws", "issued_by", "institutions"),
    ("laws", "replaced_by", "laws"),
    ("motives", "pressure", "pressures"),
    ("positions", "overlaps", "positions"),
    ("positions", "parent", "positions"),
    ("sanctions", "law", "laws"),
    ("sanctions", "parent", "sanctions"),
    ("skb_acts", "election_phase", "election_phases"),
    ("skb_acts", "sanction", "sanctions"),
    ("stages", "meaning_at_bawaslu", "stages"),
    ("stages", "nests_in", "stages"),
    ("subjects", "parent", "subjects"),
    ("violation_kinds", "parent", "violation_kinds"),
    ("violation_kinds", "parts", "violation_kinds"),
]
HIERARCHIES = [
    (name, column) for name, column, other in REFERENCES if name == other and name != "institutions"
]


@pytest.mark.parametrize(("name", "column", "other"), REFERENCES)
def test_a_reference_names_codes_that_exist(name: str, column: str, other: str) -> None:
    named = {code for cell in load(name)[column] for code in cell.split(";") if code}

    assert named
    assert named <= set(load(other).index)


@pytest.mark.parametrize(("name", "column"), HIERARCHIES)
def test_no_code_lies_above_itself(name: str, column: str) -> None:
    above = {str(code): set(cell.split(";")) - {""} for code, cell in load(name)[column].items()}

    for code in above:
        reached = above[code]
        for _ in above:
            reached = reached.union(*(above[other] for other in reached))
        assert code not in reached


@pytest.mark.parametrize(
    ("name", "column", "allowed"),
    [
        ("acts", "offence_kind", {"ethics", "discipline", "ethics_or_discipline", "unknown"}),
        (
            "institutions",
            "kind",
            {
                "national",
                "regional_office",
                "government",
                "survey_house",
                "statistics",
                "joined",
                "other",
            },
        ),
        ("motives", "offender_or_victim", {"offender", "victim", "undecided"}),
        (
            "motives",
            "reading",
            {
                "own_interest",
                "kinship",
                "pressure",
                "ignorance",
                "tolerance",
                "other",
                "no_answer",
            },
        ),
        ("motives", "survey", {"2018", "2021", ""}),
        ("positions", "is_asn", {"yes", "no", "unknown"}),
        ("positions", "level_kind", {"post", "function", "group", "not_asn"}),
        ("stages", "kind", {"chain", "open", "closed", "other"}),
    ],
)
def test_a_closed_set_is_kept(name: str, column: str, allowed: set[str]) -> None:
    assert set(load(name)[column]) <= allowed
