"""What the report on a year shows: each function takes the year and gives one piece of the page.

A piece is a table, a figure or a sentence; where the year has nothing to show, it is a sentence
that says so, and never an empty table.
"""

from netralitas_research.presentation.yearly.breakdowns import (
    breakdown,
    breakdown_plot,
    other_breakdowns,
    surveys,
    vulnerability,
)
from netralitas_research.presentation.yearly.later import restated_breakdowns, restated_totals
from netralitas_research.presentation.yearly.places import (
    greatest,
    national_lists,
    provinces_plot,
    regional_offices,
)
from netralitas_research.presentation.yearly.shown import source_list
from netralitas_research.presentation.yearly.summary import gaps, introduction, summary
from netralitas_research.presentation.yearly.totals import processes, timelines, totals

__all__ = [
    "breakdown",
    "breakdown_plot",
    "gaps",
    "greatest",
    "introduction",
    "national_lists",
    "other_breakdowns",
    "processes",
    "provinces_plot",
    "regional_offices",
    "restated_breakdowns",
    "restated_totals",
    "source_list",
    "summary",
    "surveys",
    "timelines",
    "totals",
    "vulnerability",
]
