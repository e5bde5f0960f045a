"""National breakdowns of a year: positions, acts, motives, sanctions, routes and the rest."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from netralitas_research.study.years.lists import PrintedList, printed_lists, rank_of_list
from netralitas_research.study.years.report import NATION, YearReport

Topic = Literal["positions", "acts", "motives", "sanctions", "routes"]
TOPICS: tuple[Topic, ...] = ("positions", "acts", "motives", "sanctions", "routes")

ON_VIOLATIONS = ("asn_neutrality", "asn_and_others")
"""Subjects of counts of violations: by civil servants alone, or together with others."""

_SHOWN_ELSEWHERE = {"total", "position", "act", "sanction", "route"}


def breakdown(report: YearReport, topic: Topic) -> pd.DataFrame:
    """Choose the national figures of a year on one topic.

    Parameters
    ----------
    report
        The year.
    topic
        One of `TOPICS`.

    Returns
    -------
    pandas.DataFrame
        Its figures, the newest list first and in it the greatest value; no restated ones.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> breakdown(years.load(2021), "motives")["code"].tolist()[:2]
    ['brotherhood', 'career_interest']
    """
    figures = report.own[on_topic(report.own, topic)]
    lists = printed_lists(report, figures)
    return pd.concat([one.figures for one in lists]) if lists else figures


def on_topic(figures: pd.DataFrame, topic: Topic) -> pd.Series:
    """Tell which national figures are on a topic.

    Parameters
    ----------
    figures
        Figures.
    topic
        One of `TOPICS`.

    Returns
    -------
    pandas.Series
        Whether each is.
    """
    violations = figures["subject"].eq("asn_neutrality")
    dimension, second = figures["dimension"], figures["dimension_2"]
    alone = second.eq("not_applicable")
    found = {
        "positions": dimension.eq("position") & alone & figures["subject"].isin(ON_VIOLATIONS),
        "acts": (dimension.eq("act") | second.eq("act")) & violations,
        "motives": dimension.isin(["motive", "presser"]) & alone,
        "sanctions": dimension.eq("sanction") & violations,
        "routes": dimension.eq("route") & violations,
    }
    return found[topic] & figures["kemendagri_code"].eq(NATION)


def main_list(report: YearReport, topic: Topic, at_least: int = 3) -> PrintedList | None:
    """Choose the newest national list on a topic.

    Parameters
    ----------
    report
        The year.
    topic
        One of `TOPICS`.
    at_least
        How many categories it must have.

    Returns
    -------
    PrintedList or None
        Of the lists that are long enough, one on civil servants alone before one on others too,
        then the newest, then the longest.
    """
    lists = printed_lists(report, breakdown(report, topic))
    fit = [one for one in lists if len(one.figures) >= at_least]
    return max(fit, key=rank_of_list, default=None)


def surveys(report: YearReport) -> list[PrintedList]:
    """List what surveys of the year found besides motives.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of PrintedList
        National results; one list for each question and way of breaking it down.
    """
    figures = report.own
    others = figures["stage"].eq("survey") & ~on_topic(figures, "motives")
    return printed_lists(report, figures[others & figures["kemendagri_code"].eq(NATION)])


def vulnerability(report: YearReport) -> list[PrintedList]:
    """List the vulnerability indexes of the year.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of PrintedList
        National results, and provinces or regencies as far as neutrality is concerned.
    """
    figures = report.own[report.own["counted_by"].eq("bawaslu_ri")]
    neutrality = figures["subject"].eq("asn_neutrality_vulnerability")
    national = figures["kemendagri_code"].eq(NATION)
    general = figures["subject"].eq("election_vulnerability") & national
    return printed_lists(report, figures[neutrality | general])


def other_breakdowns(report: YearReport) -> list[PrintedList]:
    """List the national breakdowns of the year that no section of its own is about.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of PrintedList
        The lists.
    """
    figures = report.own[
        report.own["subject"].eq("asn_neutrality") & report.own["kemendagri_code"].eq(NATION)
    ]
    elsewhere = figures["dimension"].isin(_SHOWN_ELSEWHERE)
    return printed_lists(report, figures[~elsewhere])
