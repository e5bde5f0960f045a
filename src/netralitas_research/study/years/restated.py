"""What later pages print about the elections of a year, beside what was printed in the year."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from netralitas_research.study.years.breakdowns import TOPICS, on_topic
from netralitas_research.study.years.lists import PrintedList, printed_lists
from netralitas_research.study.years.report import YearReport
from netralitas_research.study.years.rule import SERIES
from netralitas_research.study.years.totals import totals


@dataclass(frozen=True)
class Restated:
    """One series, as it stood in the year and as it stands in later pages.

    Attributes
    ----------
    own
        The figures of the year; empty if the series began later.
    later
        The restated figures.
    """

    own: pd.DataFrame
    later: pd.DataFrame

    @property
    def change(self) -> int | None:
        """How much greater the later count is; nothing unless both are one exact count."""
        both = pd.concat([self.own, self.later])
        exact = both["measure"].eq("count").all() and both["qualifier"].eq("exact").all()
        if not exact or len(self.own) != 1 or len(self.later) != 1:
            return None
        return int(self.later["value"].iloc[0] - self.own["value"].iloc[0])


def restated_totals(report: YearReport) -> list[Restated]:
    """Pair the restated national totals with those of the year.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of Restated
        One for each restated series.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> [one.change for one in restated_totals(years.load(2020))][:1]
    [729]
    """
    figures = totals(report)
    own = figures[~figures["restated"] & figures["series"].eq("cumulative")]
    later = figures[figures["restated"]]
    mine = pd.MultiIndex.from_frame(own[SERIES])
    return [Restated(own[mine == key], group) for key, group in later.groupby(SERIES, sort=False)]


def restated_breakdowns(report: YearReport) -> list[PrintedList]:
    """List the later breakdowns about an election of the year.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of PrintedList
        National lists on one of `TOPICS`.
    """
    topics = [report.restated[on_topic(report.restated, topic)] for topic in TOPICS]
    return printed_lists(report, pd.concat(topics).drop_duplicates("figure_id"))
