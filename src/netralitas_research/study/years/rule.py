"""The rule for a year: which figures a report on it shows, and which of them are restated.

A report for a year shows

- flows whose period ends in the year,
- points whose as-of date falls in the year,
- of each cumulative series the last snapshot in the year, and
- marked as restated, the last later snapshot or point about an election held in the year.

A series is what one institution counts of one thing: `SERIES` names the columns that tell series
apart, so that persons and cases, or two institutions, never stand in for each other.

A date of which only the month or the year is known is an interval of days. A snapshot is the last
of its series unless another one is definitely later, that is, begins after its last possible day.
Where the order cannot be known, as between ``2020`` and ``2020-10-27``, no snapshot is preferred
for being more precise or greater: all of them are kept. Two values of one series on one date are
kept for the same reason.
"""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.cleaning.years import report_years, year_of
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate

SERIES = [
    "counted_by",
    "election",
    "subject",
    "stage",
    "unit_counted",
    "dimension",
    "code",
    "dimension_2",
    "code_2",
    "kemendagri_code",
    "measure",
]
"""Columns that tell one series from another."""


def figures_of_year(figures: pd.DataFrame, year: int) -> pd.DataFrame:
    """Choose the figures of a year.

    Parameters
    ----------
    figures
        The processed figures.
    year
        The year of the report.

    Returns
    -------
    pandas.DataFrame
        Rows of `figures`, each once, with a column ``restated`` that marks later figures about
        an election of the year.

    Raises
    ------
    UsageError
        If no figure on the neutrality of civil servants is about that year; the error names the
        years that have one.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> chosen = figures_of_year(load("figures"), 2020)
    >>> bool(chosen["figure_id"].is_unique)
    True
    """
    known = report_years(figures)
    if year not in known:
        listed = ", ".join(map(str, known)) or "–"
        raise UsageError("error.year_without_figures", year=str(year), years=listed)
    years = year_of(figures)
    cumulative = figures["series"].eq("cumulative")
    in_year = years.eq(year).fillna(False)
    later = (
        years.gt(year).fillna(False)
        & figures["series"].ne("flow")
        & figures["election"].isin(elections_of_year(year))
    )
    own = [figures[in_year & ~cumulative], last_snapshots(figures[in_year & cumulative])]
    restated = last_snapshots(figures[later])
    return (
        pd.concat([*(part.assign(restated=False) for part in own), restated.assign(restated=True)])
        .sort_index()
        .reset_index(drop=True)
    )


def last_snapshots(figures: pd.DataFrame) -> pd.DataFrame:
    """Keep the snapshots of each series that no other snapshot is definitely later than.

    Parameters
    ----------
    figures
        Snapshots with the columns `SERIES` and an as-of date, which may be partial.

    Returns
    -------
    pandas.DataFrame
        The rows that remain, in their order.

    Examples
    --------
    >>> frame = pd.DataFrame(dict.fromkeys(SERIES, "x"), index=range(3))
    >>> frame["as_of"] = ["2020-09", "2020-10-27", "2020"]
    >>> last_snapshots(frame)["as_of"].tolist()
    ['2020-10-27', '2020']
    """
    dates = [PartialDate.parse(text) for text in figures["as_of"]]
    first = pd.Series([date.first.isoformat() for date in dates], figures.index, dtype="str")
    last = pd.Series([date.last.isoformat() for date in dates], figures.index, dtype="str")
    latest = first.groupby([figures[column] for column in SERIES]).transform("max")
    return figures[last >= latest]


def elections_of_year(year: int) -> frozenset[str]:
    """Name the elections whose voting day falls in a year.

    Parameters
    ----------
    year
        The year.

    Returns
    -------
    frozenset of str
        Their codes, and those of spans of elections that were all held in the year.

    Examples
    --------
    >>> sorted(elections_of_year(2019)), sorted(elections_of_year(2021))
    (['pemilu-2019'], [])
    """
    elections = codelists.load("elections")
    held = frozenset(map(str, elections.index[elections["voting_date"].str[:4].eq(str(year))]))
    spans = {str(code): str(parts).split(";") for code, parts in elections["parts"].items()}
    return held | {code for code, parts in spans.items() if held.issuperset(parts)}
