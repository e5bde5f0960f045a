"""Where: what institutions printed of provinces and regencies in a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from netralitas_research import codelists
from netralitas_research.study.years.breakdowns import ON_VIOLATIONS
from netralitas_research.study.years.lists import PrintedList, printed_lists, rank_of_list
from netralitas_research.study.years.report import DATES, NATION, YearReport
from netralitas_research.study.years.rule import SERIES

Level = Literal["provinces", "regencies"]

UNITS = ("persons", "cases")
"""Units in which regions are compared, each by itself."""

GREATEST = 5
_DIGITS = {"provinces": 2, "regencies": 4}


@dataclass(frozen=True)
class Coverage:
    """How many regions have a figure of an office of their own.

    Attributes
    ----------
    figures
        How many figures there are.
    offices
        How many offices counted.
    provinces, regencies
        How many regions of each kind have at least one figure.
    """

    figures: int
    offices: int
    provinces: int
    regencies: int


def national_lists(report: YearReport) -> list[PrintedList]:
    """List what institutions without a region of their own printed of regions.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of PrintedList
        Lists of provinces, of regencies, and of agencies that may be of both.
    """
    figures = _regional_figures(report)
    figures = figures[figures["subject"].isin(ON_VIOLATIONS) & ~_by_regional_office(figures)]
    return printed_lists(report, figures[figures["dimension"].isin(["total", "agency"])])


def main_list_of_provinces(report: YearReport) -> PrintedList | None:
    """Choose the newest list that counts in at least three provinces.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    PrintedList or None
        The newest of those of national institutions, then the longest.
    """
    fit = []
    for one in national_lists(report):
        figures = one.figures
        provinces = figures["kemendagri_code"].str.len().eq(2) & figures["dimension"].eq("total")
        if len(figures) >= 3 and provinces.all() and figures["measure"].eq("count").all():
            fit.append(one)
    return max(fit, key=rank_of_list, default=None)


def coverage(report: YearReport) -> Coverage:
    """Count the regions of which an office in the region printed a figure.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    Coverage
        The numbers.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> coverage(years.load(2020)).regencies > 50
    True
    """
    figures = _of_offices(report)
    codes = figures["kemendagri_code"]
    return Coverage(
        len(figures),
        figures["counted_by"].nunique(),
        codes[codes.str.len().eq(2)].nunique(),
        codes[codes.str.len().eq(4)].nunique(),
    )


def greatest(report: YearReport, level: Level) -> pd.DataFrame:
    """Choose the regions with the greatest totals printed by offices of the regions.

    Parameters
    ----------
    report
        The year.
    level
        ``provinces`` or ``regencies``.

    Returns
    -------
    pandas.DataFrame
        At most five regions for persons and five for cases, each with its greatest total of that
        unit, and any other value of the same series and date.
    """
    figures = _of_offices(report)
    figures = figures[
        figures["dimension"].eq("total")
        & figures["measure"].eq("count")
        & figures["kemendagri_code"].str.len().eq(_DIGITS[level])
    ]
    chosen = [_greatest_of_unit(figures[figures["unit_counted"].eq(unit)]) for unit in UNITS]
    return pd.concat(chosen)


def _greatest_of_unit(figures: pd.DataFrame) -> pd.DataFrame:
    ranked = figures.sort_values(["value", "kemendagri_code"], ascending=[False, True])
    first = ranked.drop_duplicates("kemendagri_code").head(GREATEST)
    keys = pd.MultiIndex.from_frame(ranked[[*SERIES, *DATES]])
    return ranked[keys.isin(pd.MultiIndex.from_frame(first[[*SERIES, *DATES]]))]


def _of_offices(report: YearReport) -> pd.DataFrame:
    figures = _regional_figures(report)
    return figures[figures["subject"].eq("asn_neutrality") & _by_regional_office(figures)]


def _regional_figures(report: YearReport) -> pd.DataFrame:
    codes = report.own["kemendagri_code"]
    return report.own[codes.ne(NATION) & codes.ne("unknown")]


def _by_regional_office(figures: pd.DataFrame) -> pd.Series:
    institutions = codelists.load("institutions")
    regional = institutions["kind"].eq("regional_office") | institutions["kemendagri_code"].ne("")
    return figures["counted_by"].isin(institutions.index[regional])
