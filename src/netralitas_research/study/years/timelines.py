"""Cumulative counts that have been printed often enough in a year to be drawn over time."""

from __future__ import annotations

import pandas as pd

from netralitas_research.study.years.process import COUNT, PHASES, in_phase
from netralitas_research.study.years.report import YearReport, in_order
from netralitas_research.study.years.totals import national_totals

SNAPSHOTS_AT_LEAST = 3


def timelines(report: YearReport) -> list[pd.DataFrame]:
    """Find the cumulative counts of the year that can be drawn.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of pandas.DataFrame
        For each institution, election and unit the snapshots of the year, of the stages with at
        least three dates; never of two institutions, two elections or two units. A snapshot of
        which only the year is known has no place within the year and is left out.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> [one["unit_counted"].unique().tolist() for one in timelines(years.load(2020))]
    [['persons'], ['cases']]
    """
    figures = national_totals(report.of_the_year).assign(restated=False)
    figures = figures[figures["series"].eq("cumulative") & figures["measure"].eq("count")]
    figures = in_phase(in_order(figures[figures["as_of"].str.len().gt(len("2020"))]), *PHASES)
    dates = figures.groupby([*COUNT, "stage"])["as_of"].transform("nunique")
    figures = figures[dates.ge(SNAPSHOTS_AT_LEAST)]
    return [group for _, group in figures.groupby(COUNT, sort=False)]
