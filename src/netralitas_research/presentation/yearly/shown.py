"""Which sources a yearly report shows."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from netralitas_research.presentation.references import Sources, sources
from netralitas_research.study import processed, years


def source_list(report: years.YearReport, language: str) -> Sources:
    """List the sources of every figure that the report shows.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Sources
        The numbered list.
    """
    wanted = years.source_ids(pd.concat(list(_shown(report))))
    table = processed.load("sources")
    return sources(table[table["source_id"].isin(wanted)], language)


def _shown(report: years.YearReport) -> Iterator[pd.DataFrame]:
    yield years.totals(report)
    yield from years.timelines(report)
    for topic in years.TOPICS:
        yield years.breakdown(report, topic)
    for lists in (
        years.national_lists(report),
        years.surveys(report),
        years.vulnerability(report),
        years.other_breakdowns(report),
        years.restated_breakdowns(report),
    ):
        yield from (one.figures for one in lists)
    yield years.greatest(report, "provinces")
    yield years.greatest(report, "regencies")
