"""Rows and columns of tables with two directions: places by stage, categories by categories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netralitas_research.audit.consistency.figures import COUNT, DATES, Figure, grouped
from netralitas_research.audit.consistency.overlap import is_partition, least_union
from netralitas_research.audit.consistency.stages import moves_on, rests, within
from netralitas_research.audit.findings import Finding, Severity, context_of

WHOLES = ("handled", "alleged", "reported")
"""Stages that a table may divide into outcomes."""

ROWS_THAT_AGREE = 3
"""How many rows of a table must add up before another row is taken for wrong."""


def compare_rows(figures: Iterable[Figure]) -> list[Finding]:
    """Compare the outcomes in each row of a table of places with the row's total.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Rows that do not add up in a table in which most rows do, at least three.
    """
    counts = [figure for figure in figures if figure.is_count and figure.dimension == "total"]
    found = []
    for table in grouped(counts, COUNT, DATES).values():
        rows = list(grouped(table, ["kemendagri_code"]).values())
        divided = [row for row in map(_by_stage, rows) if _is_divided(row)]
        columns = {frozenset(row) for row in divided}
        for stages in columns:
            alike = [row for row in divided if frozenset(row) == stages]
            wrong = [row for row in alike if _gap(row)]
            agreeing = len(alike) - len(wrong)
            if agreeing >= ROWS_THAT_AGREE and agreeing > len(wrong):
                found += [_row_finding(row) for row in wrong]
    return found


def _by_stage(row: Sequence[Figure]) -> Mapping[str, Figure]:
    return {figure.stage: figure for figure in row}


def _is_divided(row: Mapping[str, Figure]) -> bool:
    return sum(stage in WHOLES for stage in row) == 1 and len(row) >= 3


def _gap(row: Mapping[str, Figure]) -> float:
    whole = next(row[stage].value for stage in WHOLES if stage in row)
    return sum(one.value for stage, one in row.items() if stage not in WHOLES) - whole


def _row_finding(row: Mapping[str, Figure]) -> Finding:
    whole = next(row[stage] for stage in WHOLES if stage in row)
    outcomes = [one for stage, one in row.items() if stage not in WHOLES]
    return Finding(
        "tables",
        "row",
        "contradiction",
        (whole.figure_id, *(one.figure_id for one in outcomes)),
        {
            "first": context_of(whole),
            "stages": [context_of(one) for one in outcomes],
            "sum": sum(one.value for one in outcomes),
        },
    )


def compare_stages(figures: Iterable[Figure]) -> list[Finding]:
    """Compare what ended, what waits and what moved on with the total that they are parts of.

    Parameters
    ----------
    figures
        Figures; only exact counts are used, with a printed total that holds them or with a number
        of all handled, alleged or reported of the same place and date.

    Returns
    -------
    list of Finding
        Totals that are exceeded; a doubt, since one case may have been counted in two stages.
        Rows that `compare_rows` names are not named again.
    """
    figures = list(figures)
    named = {row.figure_ids[0] for row in compare_rows(figures)}
    counts = [figure for figure in figures if figure.is_count and figure.dimension == "total"]
    found = []
    for row in grouped(counts, COUNT, DATES, ["kemendagri_code"]).values():
        based = grouped((one for one in row if one.has_whole), ["base"])
        found += [_exceeded(group, group[0].base) for group in based.values()]
        wholes = [one for one in row if one.stage in WHOLES]
        whole = max(wholes, key=lambda one: one.value, default=None)
        if whole and whole.figure_id not in named and not any(one.has_whole for one in row):
            found.append(_exceeded([one for one in row if one not in wholes], whole.value, whole))
    return [finding for finding in found if finding is not None]


def _exceeded(group: Sequence[Figure], total: float, whole: Figure | None = None) -> Finding | None:
    """Compare the stages of which a case can be in one only with a total; each stage once."""
    smallest = {one.stage: one for one in sorted(group, key=lambda one: -one.value)}
    once = [one for one in group if one is smallest[one.stage]]
    resting = [one for one in once if rests(one.stage)]
    resting = [
        one for one in resting if not any(within(one.stage, other.stage) for other in resting)
    ]
    moved = [one for one in once if moves_on(one.stage)]
    chosen = [*sorted(moved, key=lambda one: -one.value)[:1], *resting]
    number = sum(one.value for one in chosen)
    if len(chosen) > 1 and number > total and all(one.value < total for one in chosen):
        return _stages_finding(chosen, number, total, whole)
    return None


def _stages_finding(
    chosen: Sequence[Figure], number: float, total: float, whole: Figure | None
) -> Finding:
    return Finding(
        "tables",
        "stages",
        "doubt",
        tuple(one.figure_id for one in ([whole] if whole else []) + list(chosen)),
        {
            "first": context_of(chosen[0]),
            "stages": [context_of(one) for one in chosen],
            "sum": number,
            "total": total,
        },
    )


def compare_margins(figures: Iterable[Figure]) -> list[Finding]:
    """Compare the cells of a table of two dimensions with the printed sums of rows and columns.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Rows and columns whose cells exceed the sum printed for them, or fall short of it although
        the table is complete; none if one of several printed sums fits.
    """
    counts = [figure for figure in figures if figure.is_count]
    found = []
    for table in grouped(counts, COUNT, DATES, ["stage", "kemendagri_code"]).values():
        cells = [one for one in table if one.dimension_2 != "not_applicable"]
        if not cells:
            continue
        simple = [one for one in table if one.dimension_2 == "not_applicable"]
        margins = grouped(simple, ["dimension", "code"])
        for own in (("dimension", "code"), ("dimension_2", "code_2")):
            for row in grouped(cells, ["dimension", "dimension_2", own[1]]).values():
                judged = [_margin(one, row) for one in margins.get(row[0].key(own), [])]
                if all(judged):
                    found += [finding for one in judged for finding in one]
    return found


def _margin(margin: Figure, row: Sequence[Figure]) -> list[Finding]:
    total, chosen = least_union(row)
    sure = all(is_partition(one) for one in row)
    complete = len(chosen) == len(row) and all(one.complete == "complete" for one in row)
    if total > margin.value or (total < margin.value and complete and sure):
        severity: Severity = "contradiction" if sure else "doubt"
        return [
            Finding(
                "tables",
                "margin",
                severity,
                (margin.figure_id, *(one.figure_id for one in chosen)),
                {
                    "first": context_of(margin),
                    "cells": [context_of(one) for one in chosen],
                    "sum": total,
                },
            )
        ]
    return []
