"""The numbers of a yearly report, to be saved beside it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research.study.years.breakdowns import TOPICS, breakdown
from netralitas_research.study.years.gaps import gaps
from netralitas_research.study.years.places import coverage, greatest, national_lists
from netralitas_research.study.years.report import YearReport
from netralitas_research.study.years.restated import restated_breakdowns
from netralitas_research.study.years.summary import available, headline
from netralitas_research.study.years.totals import totals

_COLUMNS = (
    "figure_id",
    "counted_by",
    "issued_by",
    "election",
    "period_start",
    "period_end",
    "as_of",
    "stage",
    "unit_counted",
    "subject",
    "dimension",
    "code",
    "dimension_2",
    "code_2",
    "kemendagri_code",
    "measure",
    "qualifier",
    "value",
    "base",
    "base_status",
    "source_ids",
    "restated",
    "order_unknown",
    "values_differ",
)


def numbers(report: YearReport) -> dict[str, Any]:
    """Collect the numbers of a yearly report.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    dict
        The figures of each section, the counts and statuses of its sentences; the same in every
        language.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> numbers(years.load(2020))["headline"][0]["value"]
    1305.0
    """
    found, covered, chosen = available(report), coverage(report), headline(report)
    lists = [one.figures for one in national_lists(report)]
    later = [one.figures for one in restated_breakdowns(report)]
    return {
        "year": report.year,
        "available": {"national": found.national, "regional": found.regional},
        "headline": [] if chosen is None else _records(chosen.all),
        "totals": _records(totals(report)),
        **{topic: _records(breakdown(report, topic)) for topic in TOPICS},
        "regions": [record for figures in lists for record in _records(figures)],
        "regional_offices": vars(covered),
        "greatest_provinces": _records(greatest(report, "provinces")),
        "greatest_regencies": _records(greatest(report, "regencies")),
        "restated_breakdowns": [record for figures in later for record in _records(figures)],
        "expected": {one.name: one.status for one in gaps(report)},
    }


def _records(figures: pd.DataFrame) -> list[dict[str, Any]]:
    """Write figures as records; a base that is not known is nothing, and its status says why."""
    rows = figures[list(_COLUMNS)].to_dict("records")
    return [{str(k): None if pd.isna(v) else v for k, v in row.items()} for row in rows]
