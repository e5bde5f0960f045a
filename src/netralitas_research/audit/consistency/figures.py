"""Figures as the checks read them: with their dates, and with what may explain a difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

import pandas as pd

from netralitas_research.language import PartialDate

NATION = "ID"
UNKNOWN = ("unknown", "not_applicable")

COUNT = ("counted_by", "election", "subject", "unit_counted")
"""Attributes that tell whose count of what a figure belongs to."""

CELL = ("dimension", "code", "dimension_2", "code_2", "kemendagri_code")
"""Attributes that tell the cells of a count apart: its categories and its place."""

DATES = ("series", "period_start", "period_end", "as_of")
"""Attributes that tell when a figure was counted."""

AT_LEAST = ("exact", "at_least", "more_than")
"""Qualifiers under which a number is not less than it is printed."""

Key = tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Figure:
    """One figure: the columns of the processed table that the checks read.

    Attributes
    ----------
    label, records
        The label as printed and the ids of the raw rows; empty if no observations are at hand.
    """

    figure_id: str
    counted_by: str
    issued_by: str
    election: str
    series: str
    period_start: str
    period_end: str
    as_of: str
    stage: str
    unit_counted: str
    subject: str
    dimension: str
    code: str
    dimension_2: str
    code_2: str
    kemendagri_code: str
    measure: str
    qualifier: str
    base_status: str
    base_meaning: str
    complete: str
    province_set: str
    value: float
    decimals_at_least: int
    base: float
    source_ids: str
    label: str = ""
    records: tuple[str, ...] = ()

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day that it may have been counted, if any date is known."""
        return days_of(self.series, self.period_start, self.period_end, self.as_of)

    @cached_property
    def sources(self) -> frozenset[str]:
        """The pages that print it."""
        return frozenset(self.source_ids.split(";"))

    @property
    def is_count(self) -> bool:
        """Whether it is an exact count."""
        return self.measure == "count" and self.qualifier == "exact"

    @property
    def has_whole(self) -> bool:
        """Whether the page prints the total that it is a part of."""
        return self.base_status == "printed" and self.base_meaning == "whole"

    @property
    def is_dated(self) -> bool:
        """Whether its date is known to the day."""
        if self.series == "flow":
            return len(self.period_start) == len(self.period_end) == len("2020-01-31")
        return len(self.as_of) == len("2020-01-31")

    def before(self, other: Figure) -> bool:
        """Tell whether it was definitely counted earlier than another figure."""
        return self.days is not None and other.days is not None and self.days[1] < other.days[0]

    def overlaps(self, other: Figure) -> bool:
        """Tell whether both may have been counted on one day."""
        if self.days is None or other.days is None:
            return False
        return self.days[0] <= other.days[1] and other.days[0] <= self.days[1]

    def key(self, *groups: Iterable[str]) -> Key:
        """Give the values of some attributes."""
        return tuple(getattr(self, name) for names in groups for name in names)


def read_figures(figures: pd.DataFrame, observations: pd.DataFrame | None = None) -> list[Figure]:
    """Read the processed figures.

    Parameters
    ----------
    figures
        The processed figures.
    observations
        The processed observations, for printed labels and the ids of raw rows.

    Returns
    -------
    list of Figure
        In the order of the table.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> read_figures(load("figures"))[0].figure_id
    'F0001'
    """
    columns = [name for name in Figure.__dataclass_fields__ if name not in ("label", "records")]
    labels: dict[str, str] = {}
    records: defaultdict[str, list[str]] = defaultdict(list)
    if observations is not None:
        printed = observations[["figure_id", "record_id", "label_printed"]]
        for figure_id, record_id, label in printed.itertuples(index=False):
            labels.setdefault(figure_id, label)
            records[figure_id].append(record_id)
    return [
        Figure(
            **row,
            label=labels.get(row["figure_id"], ""),
            records=tuple(dict.fromkeys(records.get(row["figure_id"], ()))),
        )
        for row in _rows(figures[columns])
    ]


def _rows(figures: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in figures.to_dict("records")]


def grouped(figures: Iterable[Figure], *names: Iterable[str]) -> dict[Key, list[Figure]]:
    """Group figures that share the values of some attributes.

    Parameters
    ----------
    figures
        Figures.
    *names
        Groups of names of attributes.

    Returns
    -------
    dict
        The figures of each combination, in their order.
    """
    groups: defaultdict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.key(*names)].append(figure)
    return dict(groups)


def is_open_to_doubt(figures: Sequence[Figure]) -> bool:
    """Tell whether something that is not known could explain why figures do not fit.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    bool
        Whether for one of them the day, the stage, the unit or the one who counted is not known.
    """
    return any(
        not figure.is_dated
        or "unknown" in (figure.stage, figure.unit_counted, figure.counted_by, figure.election)
        for figure in figures
    )


def common_place(figures: Sequence[Figure]) -> str:
    """Name the place that a table is about: its own, its province, or the nation.

    Parameters
    ----------
    figures
        Figures of one counter.

    Returns
    -------
    str
        A Kemendagri code or `NATION`.
    """
    places = {figure.kemendagri_code for figure in figures}
    if len(places) == 1:
        return places.pop()
    provinces = {place[:2] for place in places if place.isdecimal()}
    regional = figures[0].counted_by.startswith(("bawaslu_", "panwas")) and len(provinces) == 1
    return provinces.pop() if regional else NATION


@cache
def days_of(
    series: str, period_start: str, period_end: str, as_of: str
) -> tuple[date, date] | None:
    """Give the interval of days in which something was counted.

    Parameters
    ----------
    series, period_start, period_end, as_of
        As in the processed figures.

    Returns
    -------
    tuple of date or None
        The first and the last day, ``None`` if they are not known.

    Examples
    --------
    >>> days_of("cumulative", "not_applicable", "not_applicable", "2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    texts = (period_start, period_end) if series == "flow" else (as_of, as_of)
    if texts[0] in UNKNOWN or texts[1] in UNKNOWN:
        return None
    return PartialDate.parse(texts[0]).first, PartialDate.parse(texts[1]).last
