"""Parts against a total that stands in a row of its own, and printed totals against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netralitas_research.audit.consistency.figures import (
    COUNT,
    DATES,
    Figure,
    grouped,
)
from netralitas_research.audit.consistency.listed import totals_finding
from netralitas_research.audit.consistency.overlap import (
    NEVER_SUMMED,
    holds,
    is_complete,
    is_partition,
    least_union,
    outermost,
)
from netralitas_research.audit.findings import Finding, Severity, context_of

_SIMPLE = "not_applicable"


def compare_with_totals(figures: Iterable[Figure]) -> list[Finding]:
    """Compare categories and places with the total that is printed as a number of its own.

    Parameters
    ----------
    figures
        Figures; only exact counts of one counter, stage, unit and date are compared.

    Returns
    -------
    list of Finding
        Parts that exceed every printed total of that date, and complete lists that fall short of
        all: a contradiction if one page prints parts and total and nothing can stand in two
        parts, else a doubt. A zero printed for what holds a positive part may only be a gap.
    """
    counts = [
        one
        for one in figures
        if one.is_count
        and one.dimension_2 == _SIMPLE
        and one.dimension not in NEVER_SUMMED
        and "unknown" not in (one.counted_by, one.unit_counted, one.kemendagri_code)
        and one.days is not None
    ]
    found: list[Finding] = []
    for group in grouped(counts, COUNT, DATES, ["stage"]).values():
        totals = [one for one in group if one.dimension == "total"]
        for wholes in grouped(totals, ["kemendagri_code"]).values():
            for table in _tables(wholes[0], group):
                found += _compare(wholes, table)
    return found


def compare_totals(figures: Iterable[Figure]) -> list[Finding]:
    """Compare the totals that different pages print with one table.

    Parameters
    ----------
    figures
        Figures; only exact counts of a stage by category, with a printed total, are used.

    Returns
    -------
    list of Finding
        Totals that differ for one breakdown of one count, stage, place and date; a doubt, since a
        table may be of a part of it.
    """
    parts = [
        one
        for one in figures
        if one.is_count
        and one.has_whole
        and one.dimension not in ("total", "agency")
        and one.stage != "not_applicable"
        and "unknown" not in (one.counted_by, one.kemendagri_code)
    ]
    own = ("stage", "dimension", "dimension_2", "kemendagri_code")
    found = []
    for table in grouped(parts, COUNT, DATES, own).values():
        bases = {one.base: one for one in reversed(table)}
        pages = [
            frozenset().union(*(one.sources for one in table if one.base == base)) for base in bases
        ]
        if len(bases) > 1 and not frozenset.intersection(*pages):
            found.append(totals_finding(bases))
    return found


def _tables(whole: Figure, group: Sequence[Figure]) -> Iterable[list[Figure]]:
    """Give the tables that a total holds: its places, its agencies, its categories."""
    inner = [one for one in group if holds(whole, one)]
    own = [
        one
        for one in inner
        if one.dimension in ("total", "agency") or one.kemendagri_code == whole.kemendagri_code
    ]
    return [_cells(table) for table in grouped(own, ["dimension"]).values()]


def _cells(table: Sequence[Figure]) -> list[Figure]:
    """Keep each cell once, with its smallest value, and none that another holds."""
    cells: dict[object, Figure] = {}
    for one in sorted(table, key=lambda figure: figure.value):
        cells.setdefault(one.key(["code", "kemendagri_code"]), one)
    return outermost(list(cells.values()))


def _compare(wholes: Sequence[Figure], cells: Sequence[Figure]) -> Iterable[Finding]:
    """Compare parts with the printed total that they fit best."""
    largest = max(wholes, key=lambda one: one.value)
    smallest = min(wholes, key=lambda one: one.value)
    least, chosen = least_union(cells)
    if any(one.has_whole and one.base == whole.value for one in chosen for whole in wholes):
        return
    if least > largest.value:
        sure = _is_sure(largest, chosen)
        message = _message(largest, chosen, sure=sure)
        yield _finding(message, "contradiction" if sure else "doubt", largest, chosen)
    if least < smallest.value and is_complete(cells) and not any(one.has_whole for one in cells):
        sure = _is_sure(smallest, chosen) and cells[0].dimension != "total"
        yield _finding("total_short", "contradiction" if sure else "doubt", smallest, chosen)


def _message(whole: Figure, chosen: Sequence[Figure], *, sure: bool) -> str:
    if whole.value == 0:
        return "zero_total"
    if len(chosen) == 1:
        return "exceeds_total"
    return "total_exceeded" if sure else "may_exceed_total"


def _is_sure(whole: Figure, chosen: Sequence[Figure]) -> bool:
    """Tell whether one page prints all for one day, and nothing can stand in two parts."""
    one_page = frozenset.intersection(whole.sources, *(one.sources for one in chosen))
    return bool(one_page) and whole.is_dated and all(is_partition(one) for one in chosen)


def _finding(message: str, severity: Severity, whole: Figure, chosen: Sequence[Figure]) -> Finding:
    ordered = sorted(chosen, key=lambda one: (-one.value, one.figure_id))
    return Finding(
        "parts",
        message,
        severity,
        (whole.figure_id, *(one.figure_id for one in ordered)),
        {
            "first": context_of(whole),
            "cells": [context_of(one) for one in ordered],
            "sum": sum(one.value for one in ordered),
        },
    )
