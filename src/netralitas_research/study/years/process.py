"""How far what was counted has gone: from an allegation to a sanction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import PartialDate
from netralitas_research.study.years.report import DATES, YearReport
from netralitas_research.study.years.totals import totals

Phase = Literal["reported", "forwarded", "decided", "sanctioned"]
PHASES: tuple[Phase, ...] = ("reported", "forwarded", "decided", "sanctioned")
"""Parts of the way from an allegation to a sanction."""

COUNT = ["counted_by", "election", "unit_counted"]
"""Columns that tell whose count of what it is; two counts are never mixed."""

_PHASES: Mapping[str, Phase] = {
    "1": "reported",
    "2": "reported",
    "3": "decided",
    "4": "decided",
    "5": "sanctioned",
}


@dataclass(frozen=True)
class Process:
    """How far what one institution counted has gone at one date.

    Attributes
    ----------
    figures
        The figures of each phase that has any.
    """

    figures: Mapping[Phase, pd.DataFrame]

    @property
    def all(self) -> pd.DataFrame:
        """The figures of all phases, in their order."""
        return pd.concat(self.figures.values())

    def follows(self, other: Process) -> bool:
        """Tell whether it is a definitely later snapshot of the same count, and no less full."""
        mine, theirs = self.all.iloc[0], other.all.iloc[0]
        if not (mine["series"] == theirs["series"] == "cumulative"):
            return False
        earlier = PartialDate.parse(theirs["as_of"])
        return (
            mine[COUNT].equals(theirs[COUNT])
            and len(self.figures) >= len(other.figures)
            and earlier.definitely_before(PartialDate.parse(mine["as_of"]))
        )


@cache
def phase_of(stage: str) -> Phase | None:
    """Tell which part of the way a stage belongs to.

    Parameters
    ----------
    stage
        Code of the stage.

    Returns
    -------
    str or None
        ``reported`` (alleged, found or reported), ``forwarded`` (to another institution),
        ``decided`` (proven or recommended) or ``sanctioned`` (followed up or sanctioned); nothing
        for a stage that is beside this way.

    Examples
    --------
    >>> phase_of("alleged"), phase_of("forwarded_kasn"), phase_of("recommended")
    ('reported', 'forwarded', 'decided')
    >>> phase_of("in_process") is None
    True
    """
    entry = codelists.load("stages").loc[stage]
    if entry["kind"] != "chain":
        return None
    return "forwarded" if stage.startswith("forwarded") else _PHASES[str(entry["order"])]


def in_phase(figures: pd.DataFrame, *phases: Phase) -> pd.DataFrame:
    """Keep the figures of some phases.

    Parameters
    ----------
    figures
        Figures.
    *phases
        The phases.

    Returns
    -------
    pandas.DataFrame
        Their rows.
    """
    return figures[figures["stage"].map(phase_of).isin(phases)]


def has_share(figures: pd.DataFrame) -> pd.Series:
    """Tell which counts of a later phase are a part of a greater whole that is printed with them.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    pandas.Series
        Whether a share can be computed without mixing units.

    Examples
    --------
    >>> has_share(pd.DataFrame({"value": [3.0, 4.0], "base": [4.0, 4.0], "measure": "count",
    ...                         "base_meaning": "whole", "stage": "recommended"})).tolist()
    [True, False]
    """
    return (
        figures["stage"].map(phase_of).isin(PHASES[1:])
        & figures["measure"].eq("count")
        & figures["base_meaning"].eq("whole")
        & figures["base"].gt(figures["value"])
    )


def counts(report: YearReport) -> list[Process]:
    """Put the national counts of the year together that belong to one count and date.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of Process
        One for each institution, election, unit and date. Of figures with no more than a year for
        a date those are together that were printed with the same whole: the same year does not
        make them one count.
    """
    figures = totals(report)
    figures = figures[~figures["restated"] & figures["measure"].eq("count")]
    figures = in_phase(figures, *PHASES)
    whole = figures["base"].where(figures["as_of"].str.fullmatch(r"\d{4}"), 0.0).rename("whole")
    groups = figures.groupby([*COUNT, *DATES, whole], sort=False, dropna=False)
    return [_process(group) for _, group in groups]


def _process(figures: pd.DataFrame) -> Process:
    phases = {phase: in_phase(figures, phase) for phase in PHASES}
    return Process({phase: part for phase, part in phases.items() if not part.empty})


def processes(report: YearReport) -> list[Process]:
    """Find the national counts of the year that say how far what was counted has gone.

    Parameters
    ----------
    report
        The year.

    Returns
    -------
    list of Process
        Those with at least two phases, or with one phase after the report and the printed whole
        that it is a part of; without those that a later one of the same count replaces.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> years.processes(years.load(2025))
    []
    """
    found = [one for one in counts(report) if len(one.figures) > 1 or has_share(one.all).any()]
    return [one for one in found if not any(other.follows(one) for other in found)]
