"""What a year should have and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from netralitas_research.study.years.breakdowns import on_topic
from netralitas_research.study.years.places import national_lists
from netralitas_research.study.years.process import in_phase
from netralitas_research.study.years.report import YearReport
from netralitas_research.study.years.totals import totals

Status = Literal["present", "percent_only", "restated_only", "missing"]

EXPECTED = ("reported", "decided", "sanctioned", "positions", "acts", "motives", "provinces")
"""What a year should have, for the whole country."""


@dataclass(frozen=True)
class Expected:
    """One thing that a year should have.

    Attributes
    ----------
    name
        One of `EXPECTED`.
    status
        ``present``; ``percent_only`` if a total is there only as a percentage; ``restated_only``
        if only later figures have it; or ``missing``.
    counted_by
        Codes of the institutions that have it.
    """

    name: str
    status: Status
    counted_by: tuple[str, ...]


def gaps(report: YearReport) -> list[Expected]:
    """Compare a year with the fixed list of what it should have.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of Expected
        The list, in its order.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> {one.name: one.status for one in gaps(years.load(2020))}["motives"]
    'restated_only'
    """
    return [_compare(name, _figures_on(report, name)) for name in EXPECTED]


def _figures_on(report: YearReport, name: str) -> pd.DataFrame:
    """Find the national figures on one thing, those of the year and the restated ones."""
    match name:
        case "reported" | "decided" | "sanctioned":
            return in_phase(totals(report), name)
        case "positions" | "acts" | "motives":
            return report.selected[on_topic(report.selected, name)]
        case _:
            lists = [one.figures for one in national_lists(report)]
            figures = pd.concat(lists) if lists else report.own.iloc[:0]
            of_provinces = figures["kemendagri_code"].str.len().eq(2)
            return figures[of_provinces & figures["dimension"].eq("total")]


def _compare(name: str, figures: pd.DataFrame) -> Expected:
    own = figures[~figures["restated"]]
    status: Status = "present"
    if own.empty:
        status = "missing" if figures.empty else "restated_only"
    elif name in EXPECTED[:3] and own["measure"].eq("percent").all():
        status = "percent_only"
    shown = figures if own.empty else own
    return Expected(name, status, tuple(shown["counted_by"].drop_duplicates()))
