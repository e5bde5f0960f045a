"""Parts against the total that is printed with them: categories, places, and both at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netralitas_research.audit.consistency.figures import (
    AT_LEAST,
    DATES,
    Figure,
    common_place,
    grouped,
)
from netralitas_research.audit.consistency.overlap import (
    NEVER_SUMMED,
    holds,
    is_complete,
    is_partition,
    least_union,
    outermost,
)
from netralitas_research.audit.findings import Finding, Severity, context_of

_TABLE = (
    *("counted_by", "issued_by", "election", *DATES),
    *("stage", "unit_counted", "dimension_2", "base"),
)


def compare_parts(figures: Iterable[Figure]) -> list[Finding]:
    """Compare the parts of each table with its printed total.

    Parameters
    ----------
    figures
        Figures; only counts with a printed total that holds them are used, and only exact ones
        are added up.

    Returns
    -------
    list of Finding
        Parts above their total, tables whose parts exceed it, and complete ones whose parts fall
        short of it: a doubt for places, since some may have been counted elsewhere, such as
        abroad. A category or place that holds others of the table is not summed with them.
    """
    counts = [figure for figure in figures if figure.measure == "count" and figure.has_whole]
    parts = [
        figure
        for figure in counts
        if figure.is_count and NEVER_SUMMED.isdisjoint((figure.dimension, figure.dimension_2))
    ]
    found = [
        _exceed([one], one.base)
        for one in counts
        if one.value > one.base and one.qualifier in AT_LEAST
    ]
    for table in _tables(parts):
        outer = outermost(table)
        if len(outer) > 1:
            found += _compare(outer, outer[0].base)
        for whole in table:
            inner = outermost([one for one in table if holds(whole, one)])
            found += _compare(inner, whole.value, whole) if inner else []
    return found


def _compare(
    cells: Sequence[Figure], total: float, whole: Figure | None = None
) -> Iterable[Finding]:
    """Compare cells of which none holds another with what holds them all."""
    least, chosen = least_union(cells)
    if least > total and len(chosen) > 1:
        yield _exceed(chosen, total)
    named = whole is not None and whole.dimension != "total"
    if least < total and not named and is_complete(cells):
        places = len({cell.kemendagri_code for cell in cells}) > 1
        if places:
            yield _finding("short_places", "doubt", chosen, total)
        else:
            yield _finding("short", "contradiction", chosen, total)


def _tables(parts: Sequence[Figure]) -> Iterable[list[Figure]]:
    """Put the cells of one table together; each cell once, with its smallest value."""
    for group in grouped(parts, _TABLE).values():
        tables: dict[tuple[str, ...], list[Figure]] = {}
        for figure in sorted(group, key=lambda one: one.value):
            table = tables.setdefault(_kind_of_table(figure), [])
            if not any(_same_cell(figure, other) for other in table):
                table.append(figure)
        yield from tables.values()


def _kind_of_table(figure: Figure) -> tuple[str, ...]:
    """Tell tables with one total apart: by place, or by the categories of a dimension.

    A table of kinds of violation has rows of several subjects.
    """
    if figure.dimension in ("total", "agency"):
        return "place", figure.subject
    if figure.dimension == "violation_kind":
        return (figure.dimension,)
    return figure.dimension, figure.subject, str(len(figure.kemendagri_code))


def _same_cell(one: Figure, other: Figure) -> bool:
    cell = ("dimension", "code", "dimension_2", "code_2", "kemendagri_code", "subject")
    return one.kemendagri_code != "unknown" and one.key(cell) == other.key(cell)


def _exceed(cells: Sequence[Figure], total: float) -> Finding:
    if len(cells) == 1:
        return _finding("one_exceeds", "contradiction", cells, total)
    one_page = frozenset.intersection(*(cell.sources for cell in cells))
    if one_page and all(is_partition(cell) for cell in cells):
        return _finding("exceed", "contradiction", cells, total)
    return _finding("may_exceed", "doubt", cells, total)


def _finding(message: str, severity: Severity, cells: Sequence[Figure], total: float) -> Finding:
    ordered = sorted(cells, key=lambda one: (-one.value, one.figure_id))
    return Finding(
        "parts",
        message,
        severity,
        tuple(cell.figure_id for cell in ordered),
        {
            "first": context_of(ordered[0], kemendagri_code=common_place(ordered)),
            "cells": [context_of(cell) for cell in ordered],
            "sum": sum(cell.value for cell in ordered),
            "total": total,
        },
    )
