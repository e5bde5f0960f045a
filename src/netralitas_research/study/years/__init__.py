"""A year of the study: the rule that chooses its figures, and what a report shows of them."""

from netralitas_research.study.years.breakdowns import (
    TOPICS,
    Topic,
    breakdown,
    main_list,
    other_breakdowns,
    surveys,
    vulnerability,
)
from netralitas_research.study.years.gaps import gaps
from netralitas_research.study.years.lists import PrintedList
from netralitas_research.study.years.numbers import numbers
from netralitas_research.study.years.places import (
    Level,
    coverage,
    greatest,
    main_list_of_provinces,
    national_lists,
)
from netralitas_research.study.years.process import PHASES, Process, has_share, processes
from netralitas_research.study.years.report import NATION, YearReport, load, source_ids
from netralitas_research.study.years.restated import Restated, restated_breakdowns, restated_totals
from netralitas_research.study.years.rule import elections_of_year, figures_of_year, last_snapshots
from netralitas_research.study.years.summary import (
    available,
    headline,
    other_counts,
    restated_headline,
    tops,
)
from netralitas_research.study.years.timelines import timelines
from netralitas_research.study.years.totals import totals

__all__ = [
    "NATION",
    "PHASES",
    "TOPICS",
    "Level",
    "PrintedList",
    "Process",
    "Restated",
    "Topic",
    "YearReport",
    "available",
    "breakdown",
    "coverage",
    "elections_of_year",
    "figures_of_year",
    "gaps",
    "greatest",
    "has_share",
    "headline",
    "last_snapshots",
    "load",
    "main_list",
    "main_list_of_provinces",
    "national_lists",
    "numbers",
    "other_breakdowns",
    "other_counts",
    "processes",
    "restated_breakdowns",
    "restated_headline",
    "restated_totals",
    "source_ids",
    "surveys",
    "timelines",
    "tops",
    "totals",
    "vulnerability",
]
