"""Figures that were printed together as one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from netralitas_research.language import PartialDate
from netralitas_research.study.years.report import DATES, NATION, YearReport, in_order

LIST = [
    "counted_by",
    "election",
    "subject",
    *DATES,
    "stage",
    "unit_counted",
    "dimension",
    "dimension_2",
    "measure",
    "restated",
]
"""Columns that the rows of one printed list share."""


@dataclass(frozen=True)
class PrintedList:
    """Figures that one institution printed as one list.

    Attributes
    ----------
    figures
        The figures of the list that the rule for a year keeps, the greatest first.
    printed
        How many the list had; of the others a later list has a newer figure.
    """

    figures: pd.DataFrame
    printed: int


def printed_lists(report: YearReport, figures: pd.DataFrame) -> list[PrintedList]:
    """Put figures that were printed as one list together.

    Parameters
    ----------
    report
        The year.
    figures
        Some of its figures.

    Returns
    -------
    list of PrintedList
        The lists, the newest first.
    """
    named = [*LIST, "level"]
    sizes = _sizes(report, figures)
    lists = []
    ordered = in_order(figures)
    for key, group in ordered.groupby([*LIST, _level(ordered)], sort=False):
        place = tuple(part for name, part in zip(named, key, strict=True) if name != "restated")
        ascending = bool(group["measure"].eq("rank").all())
        rows = group.sort_values("value", ascending=ascending, kind="stable")
        if group["dimension_2"].ne("not_applicable").all():
            rows = rows.sort_values("code", kind="stable")
        lists.append(PrintedList(rows, sizes[place]))
    return sorted(lists, key=rank_of_list, reverse=True)


def rank_of_list(one: PrintedList) -> tuple[bool, str, int]:
    """Say how well a list stands for its topic.

    Parameters
    ----------
    one
        The list.

    Returns
    -------
    tuple
        Whether it is on civil servants alone, the first day that its date may be, its length:
        the greater the better.
    """
    first = one.figures.iloc[0]
    date = first["period_end"] if first["series"] == "flow" else first["as_of"]
    return (
        first["subject"] != "asn_and_others",
        PartialDate.parse(date).first.isoformat(),
        len(one.figures),
    )


def _sizes(report: YearReport, figures: pd.DataFrame) -> dict[Any, int]:
    """Count what each list held when it was printed, of the institutions behind some figures."""
    every = report.figures[report.figures["counted_by"].isin(figures["counted_by"].unique())]
    named = [column for column in LIST if column != "restated"]
    return dict(every.groupby([*named, _level(every)]).size().items())


def _level(figures: pd.DataFrame) -> pd.Series:
    """Tell the nation, provinces and regencies apart; a ranking of agencies holds them together."""
    level = figures["kemendagri_code"].str.len().astype("str")
    nation = figures["kemendagri_code"].eq(NATION)
    level = level.mask(nation, "nation")
    return level.mask(figures["dimension"].eq("agency") & ~nation, "agencies").rename("level")
