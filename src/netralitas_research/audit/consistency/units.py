"""Persons taken for cases: one number under two units, and two units with two numbers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from netralitas_research.audit.consistency.figures import CELL, DATES, Figure, grouped
from netralitas_research.audit.findings import Finding, Severity, context_of

LEAST = 20
"""Smaller numbers are too often equal by chance."""

TELLING = 100
"""How large one number must be to be noticed on two dates."""

PEOPLE = "persons"
FILES = ("cases", "reports", "complaints", "violations", "recommendations", "findings_and_reports")
"""Units of which one may name several persons."""


def compare_units(figures: Iterable[Figure]) -> list[Finding]:
    """Compare counts of persons with counts of cases, reports or violations.

    Parameters
    ----------
    figures
        Figures; only exact totals of one counter, election, subject, stage and place are compared.

    Returns
    -------
    list of Finding
        One number under both units on dates that may be the same, as a doubt; different numbers
        on one date, as explained by the unit.
    """
    totals = [
        one
        for one in figures
        if one.is_count and one.days is not None and one.counted_by != "unknown"
    ]
    own = ("counted_by", "election", "subject", "stage")
    found = []
    for group in grouped(totals, own, CELL).values():
        if len({one.unit_counted for one in group}) < 2:
            continue
        for one, other in combinations(group, 2):
            if {one.unit_counted, other.unit_counted} & {PEOPLE} and _is_file(one, other):
                found += _judge(one, other)
    return found


def compare_units_with_totals(figures: Iterable[Figure]) -> list[Finding]:
    """Find persons whose printed total is a number of cases, reports or violations.

    Parameters
    ----------
    figures
        Figures; only totals of one counter, election, subject, place and date are compared.

    Returns
    -------
    list of Finding
        A doubt for each such total that is not printed as a number of persons too.
    """
    own = ("counted_by", "election", "subject", "kemendagri_code", *DATES)
    totals = [one for one in figures if one.is_count and one.dimension == "total"]
    found = []
    for group in grouped(totals, own).values():
        files = {one.value: one for one in group if one.unit_counted in FILES}
        people = [one for one in group if one.unit_counted == PEOPLE]
        counted = {one.value for one in people}
        bases = {one.base: one for one in people if one.has_whole and one.base >= LEAST}
        for base, one in bases.items():
            if base in files and base not in counted:
                found.append(_finding("total", "doubt", one, files[base]))
    return found


def _is_file(one: Figure, other: Figure) -> bool:
    return one.unit_counted in FILES or other.unit_counted in FILES


def _judge(one: Figure, other: Figure) -> list[Finding]:
    equal = one.value == other.value
    if equal and one.value >= (LEAST if one.overlaps(other) else TELLING):
        return [_finding("same_number", "doubt", one, other)]
    if not equal and one.key(DATES) == other.key(DATES) and one.is_dated:
        return [_finding("differ", "explained", one, other)]
    return []


def _finding(message: str, severity: Severity, one: Figure, other: Figure) -> Finding:
    return Finding(
        "units",
        message,
        severity,
        (one.figure_id, other.figure_id),
        {"first": context_of(one), "second": context_of(other)},
    )
