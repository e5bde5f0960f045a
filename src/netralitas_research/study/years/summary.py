"""The facts behind the summary of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from netralitas_research.language import PartialDate
from netralitas_research.study.years.breakdowns import Topic, main_list
from netralitas_research.study.years.lists import PrintedList
from netralitas_research.study.years.process import (
    COUNT,
    PHASES,
    Process,
    counts,
    in_phase,
    phase_of,
)
from netralitas_research.study.years.report import NATION, YearReport
from netralitas_research.study.years.rule import elections_of_year
from netralitas_research.study.years.totals import totals

TOP_TOPICS: tuple[Topic, ...] = ("positions", "acts", "motives", "sanctions")

UNITS = (
    "persons",
    "cases",
    "reports",
    "complaints",
    "violations",
    "findings",
    "findings_and_reports",
    "recommendations",
)
"""Units that count violations; forms of violation and governments do not."""

OTHER_COUNTS = 4
"""Other counts that a summary names at most."""


@dataclass(frozen=True)
class Available:
    """How many figures on the neutrality of civil servants a year has.

    Attributes
    ----------
    national, regional
        How many figures are about the whole country and about parts of it.
    counted_by
        Codes of the known institutions behind the national ones.
    dates
        The earliest and the latest date known to the month; empty if no date is.
    """

    national: int
    regional: int
    counted_by: tuple[str, ...]
    dates: tuple[str, ...]


def available(report: YearReport) -> Available:
    """Count the figures of a year.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    Available
        The numbers; restated figures do not count.
    """
    figures = report.own[report.own["subject"].eq("asn_neutrality")]
    nation = figures["kemendagri_code"].eq(NATION)
    counters = figures.loc[nation, "counted_by"].value_counts().index
    days = figures["period_end"].where(figures["series"].eq("flow"), figures["as_of"])
    known = [PartialDate.parse(day) for day in set(days) if len(day) > len("2020")]
    known.sort(key=lambda date: date.sort_key)
    return Available(
        int(nation.sum()),
        int((~nation).sum()),
        tuple(code for code in counters if code != "unknown"),
        tuple(dict.fromkeys(date.isoformat() for date in (*known[:1], *known[-1:]))),
    )


def headline(report: YearReport) -> Process | None:
    """Choose the national count that says most about the year.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    Process or None
        The one with the most phases; among equals one about an election or a period of the year,
        then one that says how many were reported, then one of persons, then the greatest.
        Nothing if no count has a phase.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> headline(years.load(2020)).all["value"].tolist()
    [1305.0, 872.0, 635.0]
    """
    found = [one for one in counts(report) if one.all["unit_counted"].isin(UNITS).all()]
    elections = elections_of_year(report.year)

    def rank(process: Process) -> tuple[int, bool, bool, bool, float]:
        first = process.all.iloc[0]
        of_the_year = first["election"] in elections or first["series"] == "flow"
        persons = first["unit_counted"] == "persons"
        reported = "reported" in process.figures
        return len(process.figures), of_the_year, reported, persons, first["value"]

    return max(found, key=rank, default=None)


def restated_headline(report: YearReport, process: Process) -> pd.DataFrame:
    """Find what later pages print for the stages of a count.

    Parameters
    ----------
    report
        The year.
    process
        The count.

    Returns
    -------
    pandas.DataFrame
        Restated figures of the same institution, election, unit and stages, at their last date.
    """
    mine = process.all
    later = totals(report)
    later = later[later["restated"] & later["measure"].eq("count")]
    later = later[later["stage"].isin(mine["stage"])]
    for column in COUNT:
        later = later[later[column].eq(mine[column].iloc[0])]
    return later[later["as_of"].eq(later["as_of"].max())]


def other_counts(report: YearReport, chosen: Process | None) -> pd.DataFrame:
    """Choose the first stage of the other national counts.

    Parameters
    ----------
    report
        The year.
    chosen
        The count that the summary has named already.

    Returns
    -------
    pandas.DataFrame
        At most `OTHER_COUNTS` figures, each of another institution, election or unit: its
        earliest stage with its newest and greatest number, counts about an election of the year
        first. Where no count could be named, stages beside the way to a sanction too.
    """
    figures = totals(report)
    figures = figures[
        ~figures["restated"] & figures["measure"].eq("count") & figures["unit_counted"].isin(UNITS)
    ]
    if chosen is not None:
        named = chosen.all.iloc[0]
        figures = in_phase(figures[~figures[COUNT].eq(named[COUNT]).all(axis=1)], *PHASES)
    order: dict[str | None, int] = {phase: place for place, phase in enumerate(PHASES)}
    ranked = figures.assign(
        phase=[order.get(phase_of(stage), len(PHASES)) for stage in figures["stage"]],
        other=~figures["election"].isin(elections_of_year(report.year)),
    ).sort_values(["phase", "as_of", "value"], ascending=[True, False, False], kind="stable")
    each = ranked.drop_duplicates(COUNT)
    ordered = each.sort_values(["other", "value"], ascending=[True, False], kind="stable")
    return ordered.head(OTHER_COUNTS).drop(columns=["phase", "other"])


def tops(report: YearReport) -> Sequence[tuple[Topic, PrintedList]]:
    """Choose the newest list of each topic.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    sequence of tuple
        The topics that have a list of at least two categories, with that list; not one in which
        civil servants are a category beside others.
    """
    found = [(topic, main_list(report, topic, at_least=2)) for topic in TOP_TOPICS]
    return [
        (topic, one)
        for topic, one in found
        if one is not None and one.figures["subject"].ne("asn_and_others").all()
    ]
