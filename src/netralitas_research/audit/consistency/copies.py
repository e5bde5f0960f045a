"""One breakdown under two labels: the same numbers for two elections, periods or places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations

from netralitas_research import codelists
from netralitas_research.audit.consistency.figures import CELL, DATES, Figure, grouped
from netralitas_research.audit.findings import Finding, Severity, context_of

AT_LEAST = 3
"""How many equal numbers make a copy."""

LEAST = 20
"""Smaller counts are too often equal by chance."""

CELLS = 5
"""How many equal cells make a copy of a table of small counts."""

_Pairs = Sequence[tuple[Figure, Figure]]
_LABELS = ("stage", "unit_counted")
_TABLE = ("counted_by", "subject", "election", *DATES)


def find_copies(figures: Iterable[Figure]) -> list[Finding]:
    """Find tables of one counter that print the same numbers for two elections or two periods.

    Parameters
    ----------
    figures
        Figures; counts from 20 on and percentages with decimals are compared.

    Returns
    -------
    list of Finding
        Pairs of tables with at least three equal numbers in the same cells; a doubt if the two
        are printed as different stages or units.
    """
    telling = [one for one in figures if _is_telling(one) and one.counted_by != "unknown"]
    own = ("counted_by", "subject", "measure", "value")
    same, other = _alike(telling, (*own, *_LABELS)), _alike(telling, own)
    return [
        *_pairs_of_tables(same, _TABLE, _between_times),
        *_pairs_of_tables(other, (*_TABLE, *_LABELS), _between_labels),
    ]


def find_small_copies(figures: Iterable[Figure]) -> list[Finding]:
    """Find tables of small counts that are the same, cell by cell, for two elections.

    Parameters
    ----------
    figures
        Figures; only exact counts above zero are compared.

    Returns
    -------
    list of Finding
        Pairs of tables with at least five cells in common, all equal, and with four different
        numbers of which fewer than three are large; a doubt.
    """
    counts = [one for one in figures if one.is_count and one.value > 0]
    own = ("counted_by", "subject", "measure", *_LABELS)
    pairs: defaultdict[object, list[tuple[Figure, Figure]]] = defaultdict(list)
    for same in _alike((one for one in counts if one.counted_by != "unknown"), own):
        for one, other in combinations(same, 2):
            if one.election != other.election:
                pairs[one.key(_TABLE), other.key(_TABLE)].append((one, other))
    return [
        _finding("elections", "doubt", equal)
        for equal in pairs.values()
        if all(one.value == other.value for one, other in equal) and _is_small_copy(equal)
    ]


def _is_small_copy(equal: _Pairs) -> bool:
    numbers = {one.value for one, _ in equal}
    large = [number for number in numbers if number >= LEAST]
    return len(equal) >= CELLS and len(numbers) > AT_LEAST > len(large)


def _alike(figures: Iterable[Figure], own: Sequence[str]) -> Iterable[list[Figure]]:
    return grouped(figures, own, CELL).values()


def find_copied_places(figures: Iterable[Figure]) -> list[Finding]:
    """Find two places with the same breakdown.

    Parameters
    ----------
    figures
        Figures; counts from 20 on and percentages with decimals are compared.

    Returns
    -------
    list of Finding
        Pairs of places with at least three equal numbers in the same cells, on one date.
    """
    own = (*_TABLE, "stage", "unit_counted", "measure", "value")
    telling = [one for one in figures if _is_telling(one) and one.kemendagri_code != "unknown"]
    alike = grouped(telling, own, CELL[:-1]).values()
    return _pairs_of_tables(alike, (*_TABLE, "kemendagri_code"), _between_places)


def _is_telling(figure: Figure) -> bool:
    if figure.qualifier != "exact" or figure.measure not in ("count", "percent"):
        return False
    return figure.value >= LEAST or figure.decimals_at_least > 0


def _pairs_of_tables(
    alike: Iterable[Sequence[Figure]],
    table: Sequence[str],
    judge: Callable[[_Pairs], list[Finding]],
) -> list[Finding]:
    pairs: defaultdict[object, list[tuple[Figure, Figure]]] = defaultdict(list)
    for same in alike:
        for one, other in combinations(same, 2):
            if one.key(table) != other.key(table):
                pairs[one.key(table), other.key(table)].append((one, other))
    found = []
    for equal in pairs.values():
        if len({one.value for one, _ in equal}) >= AT_LEAST:
            found += judge(equal)
    return found


def _between_times(equal: _Pairs) -> list[Finding]:
    one, other = equal[0]
    if one.election != other.election:
        related = _spans(one.election, other.election) or "unknown" in (
            one.election,
            other.election,
        )
        return [_finding("elections", "doubt" if related else "contradiction", equal)]
    if one.series == "cumulative" and other.series == "cumulative":
        return [_finding("unchanged", "explained", equal)]
    if one.series == other.series and not one.overlaps(other):
        return [_finding("periods", "doubt", equal)]
    return []


def _between_labels(equal: _Pairs) -> list[Finding]:
    one, other = equal[0]
    if one.key(_LABELS) == other.key(_LABELS) or one.election == other.election:
        return []
    if _spans(one.election, other.election) or "unknown" in (one.election, other.election):
        return []
    return [_finding("labels", "doubt", equal)]


def _between_places(equal: _Pairs) -> list[Finding]:
    return [_finding("places", "doubt", equal)]


@cache
def _spans(one: str, other: str) -> bool:
    """Tell whether one of two elections holds the other, or whether one is none in particular."""
    elections = codelists.load("elections")
    parts = {code: set(str(elections.loc[code, "parts"]).split(";")) for code in (one, other)}
    kinds = {str(elections.loc[code, "kind"]) for code in (one, other)}
    return one in parts[other] or other in parts[one] or not kinds <= {"regional", "general"}


def _finding(message: str, severity: Severity, equal: _Pairs) -> Finding:
    ordered = sorted(equal, key=lambda pair: -pair[0].value)
    several = [
        name
        for name in ("stage", "unit_counted")
        if len({getattr(one, name) for one, _ in equal}) > 1
    ]
    return Finding(
        "copies",
        message,
        severity,
        tuple(one.figure_id for pair in ordered for one in pair),
        {
            "first": context_of(ordered[0][0], **dict.fromkeys(several, "not_applicable")),
            "second": context_of(ordered[0][1]),
            "cells": [context_of(pair[0]) for pair in ordered],
        },
    )
