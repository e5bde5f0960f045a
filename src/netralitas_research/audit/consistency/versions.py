"""One thing that is printed with two values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP
from itertools import combinations

from netralitas_research.audit.consistency.figures import (
    CELL,
    COUNT,
    DATES,
    Figure,
    grouped,
    is_open_to_doubt,
)
from netralitas_research.audit.consistency.percentages import printed
from netralitas_research.audit.findings import Finding, Severity, context_of

RULES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)

SHARED = 2
"""How many other figures two pages must share to quote one statement."""


def find_versions(figures: Iterable[Figure]) -> list[Finding]:
    """Find figures that agree in all but the value.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Two values of one date; a contradiction if nothing that is not known can explain them, or
        if the pages print the same other numbers, so that both quote one statement.
    """
    compared = [
        one
        for one in figures
        if one.measure in ("count", "percent")
        and one.qualifier == "exact"
        and "unknown" not in (one.kemendagri_code, one.code)
        and one.counted_by != "unknown"
        and one.days is not None
    ]
    shared = _pages_that_agree(compared)
    found = []
    for same in grouped(compared, COUNT, CELL, DATES, ["stage", "measure"]).values():
        values = {one.value: one for one in reversed(same)}
        if len(values) < 2 or _rounds(list(values.values())):
            continue
        versions = [values[value] for value in sorted(values, reverse=True)]
        if _in_one_list(versions):
            continue
        found.append(_finding(versions, _severity(versions, shared)))
    return found


def _rounds(versions: Sequence[Figure]) -> bool:
    """Tell whether of each two values one is the other with fewer decimals."""
    return all(_is_rounded(a, b) or _is_rounded(b, a) for a, b in combinations(versions, 2))


def _is_rounded(exact: Figure, rough: Figure) -> bool:
    """Tell whether some rule of rounding makes one percentage of the other."""
    if exact.decimals_at_least <= rough.decimals_at_least:
        return False
    fewer = printed(rough)
    return any(printed(exact).quantize(fewer, rule) == fewer for rule in RULES)


def _in_one_list(versions: Sequence[Figure]) -> bool:
    """Tell whether one page prints both: then the list itself repeats something."""
    labels = {one.label.casefold() for one in versions}
    one_page = bool(frozenset.intersection(*(one.sources for one in versions)))
    return one_page and len(labels) == 1 and labels != {""}


def _pages_that_agree(figures: Sequence[Figure]) -> Counter[tuple[object, ...]]:
    """Count for each two pages the figures of one count and date that both print."""
    together: Counter[tuple[object, ...]] = Counter()
    for one in figures:
        for pair in combinations(sorted(one.sources), 2):
            together[(*one.key(["counted_by", "election"], DATES), *pair)] += 1
    return together


def _severity(versions: Sequence[Figure], shared: Counter[tuple[object, ...]]) -> Severity:
    first, last = versions[0], versions[-1]
    if first.series == "flow" and first.is_dated and not is_open_to_doubt(versions):
        return "contradiction"
    if not first.is_dated:
        return "doubt"
    if not is_open_to_doubt(versions):
        return "contradiction"
    count = first.key(["counted_by", "election"], DATES)
    one_statement = any(
        shared[(*count, *sorted((a, b)))] >= SHARED for a in first.sources for b in last.sources
    )
    return "contradiction" if one_statement else "doubt"


def _finding(versions: Sequence[Figure], severity: Severity) -> Finding:
    first = versions[0]
    undated = first.series == "cumulative" and not first.is_dated
    return Finding(
        "versions",
        "differ_undated" if undated else "differ",
        severity,
        tuple(one.figure_id for one in versions),
        {
            "first": context_of(first),
            "values": [context_of(one) for one in versions],
        },
    )
