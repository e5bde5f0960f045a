"""Stages that hold each other: not more can be sanctioned than proven, nor proven than reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netralitas_research.audit.consistency.figures import (
    CELL,
    DATES,
    Figure,
    grouped,
    is_open_to_doubt,
)
from netralitas_research.audit.consistency.stages import holders
from netralitas_research.audit.findings import Finding, Severity, context_of

_CONTEXT = ("counted_by", "election", "subject")


def compare_stages_in_order(figures: Iterable[Figure]) -> list[Finding]:
    """Compare each stage with the stages that it nests in.

    Parameters
    ----------
    figures
        Figures; only exact counts of one counter, election and cell are compared.

    Returns
    -------
    list of Finding
        A later stage that is greater than an earlier one of the same day, or of a later day if
        both are counts from the beginning; a doubt in flows, whose earlier stage may lie before the
        period; explained if the two count different units.
    """
    counts = [one for one in figures if one.is_count and one.days is not None]
    found = []
    for group in grouped(counts, _CONTEXT, CELL).values():
        stages = {one.stage for one in group}
        if len(stages) < 2 or group[0].counted_by == "unknown":
            continue
        for inner in group:
            exceeded = [
                one
                for one in group
                if one.stage in holders(inner.stage)
                and one.value < inner.value
                and _comparable(inner, one)
            ]
            found += _judge(inner, exceeded, group)
    return found


def _comparable(inner: Figure, outer: Figure) -> bool:
    """Tell whether the outer stage cannot be smaller for reasons of time."""
    if inner.key(DATES) == outer.key(DATES):
        return True
    return inner.series == outer.series == "cumulative" and inner.before(outer)


def _judge(inner: Figure, exceeded: Sequence[Figure], group: Sequence[Figure]) -> list[Finding]:
    same_day = [one for one in exceeded if one.key(DATES) == inner.key(DATES)]
    same = [one for one in exceeded if one.unit_counted == inner.unit_counted]
    if same:
        outer = min(same, key=lambda one: (one.key(DATES) != inner.key(DATES), one.value))
        if _stands_better_elsewhere(outer, inner, group):
            return []
        doubt = is_open_to_doubt([inner, outer]) and not inner.before(outer)
        doubt = doubt or inner.unit_counted == "unknown" or inner.series == "flow"
        return [_finding("exceeds", "doubt" if doubt else "contradiction", inner, outer)]
    if same_day and not any(
        one.unit_counted == inner.unit_counted and one.stage in holders(inner.stage)
        for one in group
        if one.key(DATES) == inner.key(DATES)
    ):
        return [_finding("other_unit", "explained", inner, same_day[0])]
    return []


def _stands_better_elsewhere(outer: Figure, inner: Figure, group: Sequence[Figure]) -> bool:
    """Tell whether another page prints the outer stage of that day large enough."""
    return any(
        one.stage == outer.stage
        and one.unit_counted == outer.unit_counted
        and one.key(DATES) == outer.key(DATES)
        and one.value >= inner.value
        for one in group
    )


def _finding(message: str, severity: Severity, inner: Figure, outer: Figure) -> Finding:
    if message == "exceeds" and inner.series == "flow":
        message = "exceeds_flow"
    elif message == "exceeds" and inner.key(DATES) != outer.key(DATES):
        message = "exceeds_later"
    return Finding(
        "nesting",
        message,
        severity,
        (inner.figure_id, outer.figure_id),
        {"first": context_of(inner), "second": context_of(outer)},
    )
