"""National totals of a year."""

from __future__ import annotations

import pandas as pd

from netralitas_research.study.years.report import NATION, YearReport, in_order


def totals(report: YearReport) -> pd.DataFrame:
    """List the national totals on the neutrality of civil servants.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    pandas.DataFrame
        Figures of the year and restated ones, in the order of the code lists.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> set(years.totals(years.load(2020))["kemendagri_code"])
    {'ID'}
    """
    return in_order(national_totals(report.selected))


def national_totals(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the totals on the neutrality of civil servants in the whole country.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    pandas.DataFrame
        Those that are not broken down.
    """
    return figures[
        figures["subject"].eq("asn_neutrality")
        & figures["kemendagri_code"].eq(NATION)
        & figures["dimension"].eq("total")
    ]
