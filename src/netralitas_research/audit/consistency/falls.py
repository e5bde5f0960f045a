"""Counts from the beginning that fall, although they can only grow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netralitas_research.audit.consistency.figures import (
    CELL,
    COUNT,
    DATES,
    Figure,
    Key,
    common_place,
    grouped,
)
from netralitas_research.audit.consistency.listed import totals_of_lists
from netralitas_research.audit.consistency.stages import is_closed, may_fall
from netralitas_research.audit.findings import Finding, context_of

_STATEMENT = ("counted_by", "election", *DATES)

CHANCE = 20
"""Smaller counts are often equal by chance."""


def find_falls(figures: Iterable[Figure]) -> list[Finding]:
    """Find cumulative counts that fall from one snapshot to a definitely later one.

    Parameters
    ----------
    figures
        Figures; only exact cumulative counts of stages that nothing leaves again are used, also
        the totals that are printed only beside a list, and no zeros, which are a matter of their
        own (`check_zeros`).

    Returns
    -------
    list of Finding
        One for each table that has a lower value than an earlier table; each value is compared
        with the greatest earlier one. A doubt where stage or unit is not known, where cases may
        have been opened again, where all numbers of the later page seem to be rounded, or where a
        total stands beside a list that does not add up to it.
    """
    figures = list(figures)
    listed = totals_of_lists(figures)
    unsure = {one.figure for one in listed if not one.adds_up}
    snapshots = [
        figure
        for figure in [*figures, *(one.figure for one in listed)]
        if figure.is_count
        and figure.series == "cumulative"
        and figure.value > 0
        and figure.days is not None
        and figure.counted_by != "unknown"
        and not may_fall(figure.stage)
    ]
    falls = [
        fall
        for series in grouped(snapshots, COUNT, CELL, ["stage"]).values()
        if len(series) > 1 and "unknown" not in (series[0].kemendagri_code, series[0].code)
        for fall in _falls(series)
    ]
    rounded, repeated = _rounded_statements(snapshots), _repeated(snapshots, falls)
    tables: dict[object, list[tuple[Figure, Figure]]] = {}
    for earlier, later in falls:
        own = ("stage", "dimension", "dimension_2")
        key = (earlier.key(COUNT, DATES, own), later.key(DATES), _level(later))
        tables.setdefault(key, []).append((earlier, later))
    return [_finding(pairs, rounded, repeated, unsure) for pairs in tables.values()]


def _level(figure: Figure) -> object:
    return figure.kemendagri_code if figure.kemendagri_code == "ID" else len(figure.kemendagri_code)


def _falls(series: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Find the first snapshot below each earlier greatest one."""
    found: dict[str, tuple[Figure, Figure]] = {}
    for later in sorted(series, key=lambda one: (one.days, one.figure_id)):
        higher = [one for one in series if one.before(later) and one.value > later.value]
        same_date = [one for one in series if one.days == later.days]
        if higher:
            earlier = max(higher, key=lambda one: (one.value, one.days))
            if all(one.value < earlier.value for one in same_date):
                found.setdefault(earlier.figure_id, (earlier, later))
    return list(found.values())


def _rounded_statements(figures: Iterable[Figure]) -> set[Key]:
    """Find the counts of a date of which every number is a multiple of a hundred."""
    return {
        key
        for key, statement in grouped(figures, _STATEMENT).items()
        if all(number % 100 == 0 for one in statement for number in _numbers(one))
    }


def _repeated(
    snapshots: Iterable[Figure], falls: Iterable[tuple[Figure, Figure]]
) -> dict[str, Figure]:
    """Find for each lower value, from `CHANCE` on, the first earlier snapshot that has it too."""
    series = grouped(snapshots, COUNT, CELL, ["stage"])
    found = {}
    for _, later in falls:
        same = [
            one
            for one in series[later.key(COUNT, CELL, ["stage"])]
            if one.value == later.value >= CHANCE and one.before(later)
        ]
        if same:
            found[later.figure_id] = min(same, key=lambda one: (one.days, one.figure_id))
    return found


def _numbers(figure: Figure) -> list[float]:
    return [figure.value, figure.base] if figure.has_whole else [figure.value]


def _excuse(earlier: Figure, later: Figure, rounded: set[Key], unsure: set[Figure]) -> str:
    """Name what could explain a fall; empty if nothing is known."""
    if later.key(_STATEMENT) in rounded:
        return "rounded"
    if "unknown" in (later.stage, later.unit_counted, later.election):
        return "unlabelled"
    if is_closed(later.stage):
        return "reopened"
    return "" if unsure.isdisjoint((earlier, later)) else "listed"


def _finding(
    pairs: Sequence[tuple[Figure, Figure]],
    rounded: set[Key],
    repeated: dict[str, Figure],
    unsure: set[Figure],
) -> Finding:
    earlier, later = pairs[0]
    excuse = _excuse(earlier, later, rounded, unsure)
    params = {
        "first": context_of(earlier),
        "second": context_of(later),
        "changes": [context_of(a, value_2=b.value) for a, b in pairs],
    }
    message = excuse or "falls"
    if len(pairs) > 1:
        message = "list_falls"
        place = common_place([one for one, _ in pairs])
        params["first"] = context_of(earlier, kemendagri_code=place)
    elif not excuse and later.figure_id in repeated:
        message = "repeated"
        params["third"] = context_of(repeated[later.figure_id])
    return Finding(
        "falls",
        message,
        "doubt" if excuse else "contradiction",
        tuple(one.figure_id for pair in pairs for one in pair),
        params,
    )
