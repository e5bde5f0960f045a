"""Percentages of one table against each other and against the printed bases; growth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netralitas_research.audit.consistency.figures import (
    CELL,
    COUNT,
    DATES,
    Figure,
    common_place,
    grouped,
)
from netralitas_research.audit.consistency.overlap import (
    NEVER_SUMMED,
    is_partition,
    least_union,
    outermost,
)
from netralitas_research.audit.consistency.percentages import is_share, printed
from netralitas_research.audit.findings import Finding, Severity, context_of
from netralitas_research.codelists import load
from netralitas_research.statistics.printed import judge_candidates

_CONTEXT = ("counted_by", "election", "subject", *DATES, "kemendagri_code")
_ONE_EACH = ("sanction", "total")
_ENTRIES = ("alleged", "found", "found_or_reported", "reported")
_TABLE = ("issued_by", "unit_counted", "stage", "dimension", "dimension_2", "base_status")


def check_sums(figures: Iterable[Figure]) -> list[Finding]:
    """Find shares of one whole that do not add up to 100.

    Parameters
    ----------
    figures
        Figures; answers of surveys are not added up, and percentages of places only at the first
        stages, since at a later one they are often rates.

    Returns
    -------
    list of Finding
        Tables over 100 percent by more than rounding, and complete ones under it. Acts of a person
        or case may exceed it; sanctions, and places without a printed base, are doubted.
    """
    shares = [one for one in figures if is_share(one) and one.stage != "survey"]
    categories = [one for one in shares if one.dimension != "total"]
    places = [one for one in shares if one.dimension == "total" and one.stage in _ENTRIES]
    tables = [*grouped(categories, _CONTEXT, _TABLE).values()]
    tables += grouped(places, _CONTEXT[:-1], _TABLE, ["base_meaning"]).values()
    found = []
    for table in tables:
        if not any({one.dimension, one.dimension_2} & NEVER_SUMMED for one in table):
            found += _compare_sum(table)
    return found


def _compare_sum(table: Sequence[Figure]) -> list[Finding]:
    outer = outermost(_once(table))
    total, chosen = least_union(outer)
    slack = sum(10.0**-one.decimals_at_least for one in chosen)
    sure = all(is_partition(one) for one in table)
    sure = sure and (table[0].dimension != "total" or table[0].base_status == "printed")
    complete = len(chosen) == len(outer) and all(one.complete == "complete" for one in outer)
    if total > 100 + slack and (sure or table[0].dimension in _ONE_EACH):
        message = "over" if sure else "may_be_over"
        return [_sum_finding(message, "contradiction" if sure else "doubt", chosen, total)]
    if total < 100 - slack and complete and sure:
        return [_sum_finding("under", "contradiction", chosen, total)]
    return []


def _sum_finding(
    message: str, severity: Severity, chosen: Sequence[Figure], total: float
) -> Finding:
    return Finding(
        "shares",
        message,
        severity,
        tuple(one.figure_id for one in chosen),
        {
            "first": context_of(chosen[0], kemendagri_code=common_place(chosen)),
            "cells": [context_of(one) for one in chosen],
            "sum": round(total, 2),
        },
    )


def _once(table: Sequence[Figure]) -> list[Figure]:
    """Keep each category once, with its smallest value."""
    least: dict[object, Figure] = {}
    for one in sorted(table, key=lambda figure: figure.value):
        least.setdefault(one.key(CELL), one)
    return list(least.values())


def judge_bases(figures: Iterable[Figure]) -> list[Finding]:
    """Find tables of percentages that none of the printed bases makes possible.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Tables without a printed base whose percentages no total that the same counter printed
        for the same election and date gives, under any rule of rounding; a doubt, since the base
        is not printed.
    """
    figures = list(figures)
    counts = grouped((one for one in figures if one.is_count and _is_base(one)), _CONTEXT)
    shares = [
        one
        for one in figures
        if is_share(one) and one.base_status == "unknown" and one.dimension != "total"
    ]
    found = []
    for table in grouped(shares, _CONTEXT, _TABLE).values():
        known = counts.get(table[0].key(_CONTEXT), [])
        bases = sorted({int(one.value) for one in known}, reverse=True)
        if not bases:
            continue
        judged = judge_candidates([printed(one) for one in table], bases, rounding="any")
        if not any(base.possible for base in judged):
            totals = [next(one for one in known if one.value == base) for base in bases]
            found.append(
                Finding(
                    "shares",
                    "no_base",
                    "doubt",
                    tuple(one.figure_id for one in (*table, *totals)),
                    {
                        "first": context_of(table[0]),
                        "cells": [context_of(one) for one in table],
                        "bases": [float(base) for base in bases],
                    },
                )
            )
    return found


def _is_base(figure: Figure) -> bool:
    """Tell whether a figure is a total of a stage that percentages are usually taken of."""
    chain = _kinds().get(figure.stage) == "chain" or figure.stage == "unknown"
    return chain and figure.dimension == "total" and figure.value >= 1


def _kinds() -> dict[str, str]:
    return {str(code): str(kind) for code, kind in load("stages")["kind"].items()}


def check_growth(figures: Iterable[Figure]) -> list[Finding]:
    """Compare percentages of growth with the two counts that they lie between.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Growth that the count of that date and no earlier count give; a doubt, since the page may
        mean another beginning.
    """
    figures = list(figures)
    cells = (*COUNT, *CELL)
    series = grouped((one for one in figures if one.is_count and one.days is not None), cells)
    found = []
    for growth in figures:
        if growth.measure != "change_percent" or growth.days is None:
            continue
        counts = series.get(growth.key(cells), [])
        ends = [one for one in counts if one.key(DATES) == growth.key(DATES)]
        starts = [one for one in counts if one.before(growth) and one.value > 0]
        pairs = [(start, end) for start in starts for end in ends]
        if pairs and not any(_gives(start, end, growth) for start, end in pairs):
            start, end = max(pairs, key=lambda pair: (pair[0].days or (), pair[0].figure_id))
            found.append(
                Finding(
                    "shares",
                    "growth",
                    "doubt",
                    (growth.figure_id, start.figure_id, end.figure_id),
                    {
                        "first": context_of(growth),
                        "second": context_of(start),
                        "third": context_of(end),
                        "exact": round(_change(start, end), growth.decimals_at_least + 1),
                    },
                )
            )
    return found


def _change(start: Figure, end: Figure) -> float:
    return 100 * (end.value - start.value) / start.value


def _gives(start: Figure, end: Figure, growth: Figure) -> bool:
    return abs(_change(start, end) - growth.value) < 10.0**-growth.decimals_at_least
