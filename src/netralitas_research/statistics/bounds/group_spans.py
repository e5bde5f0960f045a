"""Limits of shares, and of differences and ratios of two shares, by integer programs."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from netralitas_research.statistics.bounds.limits import LimitSearch
from netralitas_research.statistics.bounds.program import Program
from netralitas_research.statistics.bounds.ratio_program import ratio_limits

MOST_BASES = 100
"""Pairs of bases that are gone through; with more, each share is bounded on its own."""

Number = Fraction | float
Limits = tuple[Number, Number]
Span = tuple[Number, Number, str]
"""Lower limit, upper limit and note."""

NO_TABLE: Span = (math.nan, math.nan, "note.bounds.inconsistent")


def share_span(program: Program, part: np.ndarray, whole: np.ndarray) -> Span:
    """Find the limits of the share of a part in its whole.

    Parameters
    ----------
    program
        The lines that tables must satisfy.
    part, whole
        Which cells are summed, 0 or 1 for each.

    Returns
    -------
    tuple
        Lower limit, upper limit and note.
    """
    empty = _empty(program, [whole], (0.0, 1.0))
    if empty is not None:
        return empty
    found = ratio_limits(program, part, whole)
    if found.low is None or found.high is None or not found.proven:
        return 0.0, 1.0, "note.bounds.outer"
    may_be_empty = program.minimise(whole).value == 0
    return found.low, found.high, "note.bounds.base_may_be_zero" if may_be_empty else ""


def comparison_span(
    program: Program, parts: Sequence[np.ndarray], wholes: Sequence[np.ndarray], neutral: int
) -> Span:
    """Find the limits of the difference or of the ratio of two shares.

    Where printed percentages leave several bases open, each pair is gone through, because with
    fixed bases the difference is linear and the ratio a fraction of two linear sums.

    Parameters
    ----------
    program
        The lines that tables must satisfy.
    parts, wholes
        Which cells are summed, for the group and for the reference.
    neutral
        0 for the difference, 1 for the ratio.

    Returns
    -------
    tuple
        Lower limit, upper limit and note.
    """
    exact, separate = (_ratio, _separate_ratio) if neutral else (_difference, _separate_difference)
    empty = _empty(program, wholes, (0.0, math.inf) if neutral else (-1.0, 1.0))
    if empty is not None:
        return empty
    bases = _bases(program, wholes)
    if bases is None:
        one, other = (share_span(program, *pair) for pair in zip(parts, wholes, strict=True))
        span = separate(one, other)
    elif bases:
        spans = [exact(inner, parts, pair) for inner, pair in bases]
        span = _widest([one for one in spans if one is not None])
    else:
        return ((0.0, math.inf) if neutral else (-1.0, 1.0)) + ("note.bounds.empty_group",)
    if not span[2] and any(program.minimise(whole).value == 0 for whole in wholes):
        return span[0], span[1], "note.bounds.base_may_be_zero"
    return span


def side(span: Span, neutral: int) -> str:
    """Tell on which side of no difference all values lie."""
    low, high, _ = span
    if low == high == neutral:
        return "equal"
    if high < neutral:
        return "below"
    return "above" if low > neutral else "not_identified"


def _empty(program: Program, wholes: Sequence[np.ndarray], all_of_it: Limits) -> Span | None:
    """Judge what has no value: no table, or a group that every table leaves empty."""
    if program.feasible().status == "infeasible":
        return NO_TABLE
    if any(program.maximise(whole).value == 0 for whole in wholes):
        return (*all_of_it, "note.bounds.empty_group")
    return None


def _bases(
    program: Program, wholes: Sequence[np.ndarray]
) -> list[tuple[Program, tuple[int, int]]] | None:
    """Fix both bases in every way that is possible, unless there are too many."""
    search = LimitSearch(program)
    limits = [search.of(whole) for whole in wholes]
    if any(note for pair in limits for _, note in pair):
        return None
    first, second = (range(max(1, int(low[0])), int(high[0]) + 1) for low, high in limits)
    if len(first) * len(second) > MOST_BASES:
        return None
    fixed = (
        (program.given(wholes[0], one, one).given(wholes[1], other, other), (one, other))
        for one, other in itertools.product(first, second)
    )
    return [pair for pair in fixed if pair[0].feasible().status != "infeasible"]


def _difference(program: Program, parts: Sequence[np.ndarray], bases: tuple[int, int]) -> Span:
    first, second = bases
    weights = second * parts[0] - first * parts[1]
    low, high = program.minimise(weights), program.maximise(weights)
    if low.status != "optimal" or high.status != "optimal":
        return -1.0, 1.0, "note.bounds.outer"
    divisor = first * second
    return Fraction(round(low.value), divisor), Fraction(round(high.value), divisor), ""


def _separate_difference(one: Span, other: Span) -> Span:
    return one[0] - other[1], one[1] - other[0], "note.bounds.outer"


def _ratio(program: Program, parts: Sequence[np.ndarray], bases: tuple[int, int]) -> Span | None:
    """Give no limits if the outcome occurs in neither group, so that there is no ratio."""
    found = ratio_limits(program, bases[1] * parts[0], bases[0] * parts[1])
    if not found.proven:
        return 0.0, math.inf, "note.bounds.outer"
    low = math.inf if found.low is None else found.low
    without = program.given(parts[1], 0, 0).maximise(parts[0])
    if without.status != "infeasible" and not without.value <= 0:
        return low, math.inf, "note.bounds.reference_may_be_zero"
    return None if found.high is None else (low, found.high, "")


def _separate_ratio(one: Span, other: Span) -> Span:
    low = one[0] / other[1] if other[1] > 0 else 0.0
    if other[0] == 0:
        return low, math.inf, "note.bounds.reference_may_be_zero"
    return low, one[1] / other[0], "note.bounds.outer"


def _widest(spans: Sequence[Span]) -> Span:
    """Join the spans of all pairs of bases, of which none may have a value."""
    if not spans:
        return 0.0, math.inf, "note.bounds.both_zero"
    lows, highs, notes = zip(*spans, strict=True)
    return min(lows), max(highs), next((note for note in notes if note), "")
