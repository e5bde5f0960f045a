"""Totals that differ because one was counted later: no fault, and listed so that one sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from netralitas_research.audit.consistency.figures import CELL, COUNT, Figure, grouped
from netralitas_research.audit.consistency.stages import may_fall
from netralitas_research.audit.findings import Finding, context_of


def explain_growth(figures: Iterable[Figure]) -> list[Finding]:
    """List the totals whose values differ because they were counted later.

    Parameters
    ----------
    figures
        Figures; only exact cumulative totals with a date known to the day are used.

    Returns
    -------
    list of Finding
        One for each count that grows and never falls, as explained; places of one list together.
    """
    snapshots = [
        one
        for one in figures
        if one.is_count
        and one.series == "cumulative"
        and one.dimension == "total"
        and one.is_dated
        and "unknown" not in (one.counted_by, one.stage, one.unit_counted, one.kemendagri_code)
        and not may_fall(one.stage)
    ]
    found = []
    for cells in grouped(snapshots, COUNT, ["stage"]).values():
        series = [
            sorted(cell, key=lambda one: (one.days, one.value))
            for cell in grouped(cells, CELL).values()
        ]
        growing = [one for one in series if _grows(one)]
        lists = [one for one in growing if len(one[0].kemendagri_code) == len("7401")]
        found += [_finding([one]) for one in growing if one not in lists]
        found += [_finding(lists)] if lists else []
    return found


def _grows(series: Sequence[Figure]) -> bool:
    steady = all(
        a.value == b.value or (a.value < b.value and a.before(b)) for a, b in pairwise(series)
    )
    return steady and series[0].value < series[-1].value


def _finding(series: Sequence[Sequence[Figure]]) -> Finding:
    first, last = series[0][0], series[0][-1]
    return Finding(
        "versions",
        "later" if len(series) == 1 else "list_later",
        "explained",
        tuple(figure.figure_id for one in series for figure in one),
        {
            "first": context_of(first),
            "second": context_of(last),
            "number": len({one.value for one in series[0]}),
            "changes": [context_of(one[0], value_2=one[-1].value) for one in series],
        },
    )
