"""The kinds of parts that a printed label can have, and the code lists that they are read with."""

from __future__ import annotations

from collections.abc import Mapping

REGIONS = ("province", "regency", "region")
GOVERNMENTS = ("government", "province_government", "kind_government")
TIMES = ("year", "election", "moment")
LISTS: Mapping[str, tuple[str, ...]] = {
    "position": ("positions",),
    "act": ("acts",),
    "category": ("acts", "violation_kinds", "positions", "sanctions"),
    "motive": ("motives",),
    "presser": ("pressers",),
    "sanction": ("sanctions",),
    "phase": ("election_phases",),
    "region_class": ("zones",),
    "vulnerability": ("zones", "vulnerability_findings"),
    "ikp_dimension": ("ikp_dimensions",),
    "bkn_region": ("bkn_regions",),
    "agency_level": ("agency_levels",),
    "employment": ("employment",),
    "employer": ("agency_levels",),
    "answer": ("answers",),
    "island_group": ("island_groups",),
    "age_group": ("age_groups",),
    "survey_item": ("survey_items",),
    "merit_class": ("merit_classes",),
    "election_setup": ("election_setup",),
    "action": ("supervision_actions",),
}
DIMENSION_OF_LIST = {
    "acts": "act",
    "violation_kinds": "violation_kind",
    "positions": "position",
    "sanctions": "sanction",
    "zones": "vulnerability_class",
    "vulnerability_findings": "vulnerability_finding",
}
KINDS = frozenset({*REGIONS, *GOVERNMENTS, *TIMES, *LISTS, "agency", "status"})
