"""One breakdown under two labels: the same numbers for two elections, periods or places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations

from netralitas_research import codelists
from netralitas_research.audit.consistency.figures import CELL, DATES, Figure
from netralitas_research.audit.findings import Finding, Severity, context_of

AT_LEAST = 3
"""How many equal numbers make a copy."""

LEAST = 20
"""Smaller counts are too often equal by chance."""

_Pairs = Sequence[tuple[Figure, Figure]]
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
        Pairs of tables with at least three equal numbers in the same cells.
    """
    telling = [one for one in figures if _is_telling(one) and one.counted_by != "unknown"]
    own = ("counted_by", "subject", "stage", "unit_counted", "measure", "value")
    alike: defaultdict[object, list[Figure]] = defaultdict(list)
    for one in telling:
        alike[one.key(own, CELL)].append(one)
    return _pairs_of_tables(alike.values(), _TABLE, _between_times)


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
    cell = ("dimension", "code", "dimension_2", "code_2")
    alike: defaultdict[object, list[Figure]] = defaultdict(list)
    for one in figures:
        if _is_telling(one) and one.kemendagri_code != "unknown":
            alike[one.key(own, cell)].append(one)
    return _pairs_of_tables(alike.values(), (*_TABLE, "kemendagri_code"), _between_places)


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
    return Finding(
        "copies",
        message,
        severity,
        tuple(one.figure_id for pair in ordered for one in pair),
        {
            "first": context_of(ordered[0][0]),
            "second": context_of(ordered[0][1]),
            "numbers": list(dict.fromkeys(pair[0].value for pair in ordered)),
        },
    )
