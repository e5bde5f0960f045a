"""Totals that a page prints only beside a list of places or categories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from netralitas_research.audit.consistency.figures import (
    COUNT,
    DATES,
    NATION,
    Figure,
    common_place,
    grouped,
)
from netralitas_research.audit.consistency.overlap import NEVER_SUMMED, least_union, outermost
from netralitas_research.audit.findings import Finding, context_of

_SIMPLE = "not_applicable"
_OF_PLACES = ("total", "agency")
_LIST = ("issued_by", "stage", "dimension", "base")
_PLACE = ("kemendagri_code",)


@dataclass(frozen=True)
class ListedTotal:
    """The total that is printed beside a list.

    Attributes
    ----------
    figure
        The total as a figure of its own, with the id, stage and pages of the list's first row.
    cells
        The rows of the list.
    """

    figure: Figure
    cells: tuple[Figure, ...]

    @cached_property
    def listed(self) -> float:
        """What the rows of the list hold at least."""
        return least_union(outermost(self.cells))[0]

    @property
    def adds_up(self) -> bool:
        """Whether the list adds up to the total, so that it surely is the list's own."""
        return self.listed == self.figure.value


def totals_of_lists(figures: Iterable[Figure]) -> list[ListedTotal]:
    """Find the totals that are printed only beside a list.

    Parameters
    ----------
    figures
        Figures; only exact counts of a stage with a printed total are used, and only lists of at
        least two categories of one place, or of at least two places.

    Returns
    -------
    list of ListedTotal
        One for each list, without those that stand in a row of their own too, and without those
        that may be the total of another stage: it has that number in a row of its own, or beside
        a list that holds at least as much.
    """
    counts = [one for one in figures if _is_compared(one)]
    lists = grouped((one for one in counts if _is_part(one)), COUNT, DATES, _LIST)
    totals = [_total(cells, place) for cells in lists.values() if (place := _place(cells))]
    same = (*COUNT, *DATES, *_PLACE)
    beside = grouped((one.figure for one in totals), same, ["value"])
    by_figure = {one.figure: one for one in totals}
    rows = grouped((one for one in counts if one.dimension == "total"), same, ["value"])
    return [
        total
        for total in totals
        if total.figure.key(same, ["value"]) not in rows
        and not any(
            other.stage != total.figure.stage and by_figure[other].listed >= total.listed
            for other in beside[total.figure.key(same, ["value"])]
        )
    ]


def compare_listed(figures: Iterable[Figure]) -> list[Finding]:
    """Compare the totals beside lists with the total in a row of its own, and with each other.

    Parameters
    ----------
    figures
        Figures; only counts of one counter, stage, unit, place and date are compared.

    Returns
    -------
    list of Finding
        Totals that differ; a doubt, since a list may be of a part. Totals of one page that stand
        beside lists of one kind are of two things, and those of one breakdown on several pages
        are compared by `compare_totals`.
    """
    compared = [one for one in figures if _is_compared(one)]
    rows = [one for one in compared if one.dimension == "total"]
    listed = {one.figure: one for one in totals_of_lists(compared)}
    found = []
    for group in grouped([*rows, *listed], COUNT, DATES, ["stage"], _PLACE).values():
        versions = {one.value: one for one in reversed(group)}
        beside = [listed[one] for one in group if one in listed]
        alone = len(beside) == len(group)
        if beside and len(versions) > 1 and not (alone and _are_of_one_kind(beside)):
            found.append(totals_finding(versions))
    return found


def totals_finding(versions: dict[float, Figure]) -> Finding:
    """Say that several totals are printed for one count.

    Parameters
    ----------
    versions
        For each total a figure that prints it.

    Returns
    -------
    Finding
        A doubt that names the totals, the highest first.
    """
    values = sorted(versions, reverse=True)
    first = versions[values[0]]
    return Finding(
        "versions",
        "totals",
        "doubt",
        tuple(versions[value].figure_id for value in values),
        {
            "first": context_of(first, dimension="total", code="total"),
            "values": [context_of(first, value=value) for value in values],
        },
    )


def _is_compared(one: Figure) -> bool:
    known = "unknown" not in (one.counted_by, one.kemendagri_code) and one.days is not None
    staged = one.stage not in ("survey", _SIMPLE)
    return one.is_count and known and staged and one.dimension_2 == _SIMPLE


def _is_part(one: Figure) -> bool:
    """Tell whether a row counts a part of its total; that of kinds of violation counts all."""
    if one.dimension == "violation_kind" and one.subject != "all_violations":
        return False
    return one.has_whole and one.dimension not in NEVER_SUMMED


def _place(cells: Sequence[Figure]) -> str:
    """Name the place that a total is of; empty if it is not clear, or there is no list."""
    places = {one.kemendagri_code for one in cells}
    if cells[0].dimension not in _OF_PLACES:
        several = len({one.code for one in cells}) > 1
        return places.pop() if several and len(places) == 1 else ""
    place = common_place(cells)
    in_one_province = len({code[: len("74")] for code in places}) == 1
    return "" if len(places) == 1 or (place == NATION and in_one_province) else place


def _total(cells: Sequence[Figure], place: str) -> ListedTotal:
    first = cells[0]
    figure = replace(
        first, value=first.base, dimension="total", code="total", kemendagri_code=place
    )
    return ListedTotal(figure, tuple(cells))


def _are_of_one_kind(totals: Sequence[ListedTotal]) -> bool:
    """Tell whether lists of one breakdown, or of places on one page, have several totals."""
    kinds = {one.cells[0].dimension for one in totals}
    one_page = frozenset.intersection(*(one.figure.sources for one in totals))
    return len(kinds) == 1 and (bool(one_page) or kinds.isdisjoint(_OF_PLACES))
