"""One year as a report shows it: its figures, with remarks on those that need one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from netralitas_research import codelists
from netralitas_research.cleaning.years import year_of
from netralitas_research.study import processed
from netralitas_research.study.years.rule import SERIES, figures_of_year

DATES = ["series", "period_start", "period_end", "as_of"]
"""Columns that say when a figure was counted."""

NATION = "ID"


@dataclass(frozen=True)
class YearReport:
    """The figures of one year, and all others to compare with.

    Attributes
    ----------
    year
        The year.
    figures
        Every figure of the study.
    selected
        The figures of the year by the rule, with the marks ``restated``, ``order_unknown`` (the
        order of two snapshots of the series cannot be known) and ``values_differ`` (the series
        has two values on one date).
    """

    year: int
    figures: pd.DataFrame
    selected: pd.DataFrame

    @cached_property
    def own(self) -> pd.DataFrame:
        """The figures of the year itself."""
        return self.selected[~self.selected["restated"]]

    @cached_property
    def restated(self) -> pd.DataFrame:
        """The later figures about an election of the year."""
        return self.selected[self.selected["restated"]]

    @cached_property
    def of_the_year(self) -> pd.DataFrame:
        """Every figure of the year, also snapshots that a later one of the year replaces."""
        return self.figures[year_of(self.figures).eq(self.year).fillna(False)]


def load(year: int) -> YearReport:
    """Read the figures and choose those of a year.

    Parameters
    ----------
    year
        The year.

    Returns
    -------
    YearReport
        The figures of the year.

    Raises
    ------
    UsageError
        If no figure on the neutrality of civil servants is about that year.

    Examples
    --------
    >>> bool(load(2021).restated.empty)
    True
    """
    figures = processed.load("figures")
    return YearReport(year, figures, with_marks(figures_of_year(figures, year)))


def with_marks(selected: pd.DataFrame) -> pd.DataFrame:
    """Mark the figures that do not stand alone for their series.

    Parameters
    ----------
    selected
        Figures of a year by the rule.

    Returns
    -------
    pandas.DataFrame
        The figures with ``order_unknown`` and ``values_differ``.
    """
    key = [*SERIES, "restated"]
    same_date = selected.duplicated([*key, *DATES], keep=False)
    snapshots = selected[selected["series"].eq("cumulative")]
    dates = snapshots.groupby(key)["as_of"].transform("nunique")
    order_unknown = dates.gt(1).reindex(selected.index, fill_value=False)
    return selected.assign(order_unknown=order_unknown, values_differ=same_date)


def in_order(figures: pd.DataFrame) -> pd.DataFrame:
    """Sort figures as the code lists do: by institution, election, unit, stage, then date.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    pandas.DataFrame
        The same rows; figures of the year come before restated ones.
    """
    lists = {
        "counted_by": "institutions",
        "election": "elections",
        "unit_counted": "units_counted",
        "stage": "stages",
    }
    places = {
        f"_{column}": figures[column].map(
            {code: place for place, code in enumerate(codelists.load(name).index)}
        )
        for column, name in lists.items()
    }
    by = ["_counted_by", "_election", "restated", "_unit_counted", "_stage", "as_of", "period_end"]
    return figures.assign(**places).sort_values(by, kind="stable").drop(columns=list(places))


def source_ids(figures: pd.DataFrame) -> tuple[str, ...]:
    """Name the sources of figures, each once.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    tuple of str
        Ids in alphabetical order.

    Examples
    --------
    >>> source_ids(pd.DataFrame({"source_ids": ["b;a", "a"]}))
    ('a', 'b')
    """
    return tuple(sorted({one for ids in figures["source_ids"] for one in ids.split(";")}))
