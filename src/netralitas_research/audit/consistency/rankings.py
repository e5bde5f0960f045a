"""Lists in an order: ranks against values, values out of order, and a place twice in one list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, permutations

from netralitas_research.audit.consistency.figures import DATES, Figure, common_place, grouped
from netralitas_research.audit.findings import Finding, Severity, context_of

_LIST = (
    *("counted_by", "issued_by", "election", "subject", *DATES),
    *("unit_counted", "dimension_2", "measure"),
)
_MEMBER = ("dimension", "code", "dimension_2", "code_2", "kemendagri_code")
_NO_STAGE = ("not_applicable", "survey", "index", "covariate", "workforce")
_Pair = tuple[Figure, Figure]
RANKED = ("count", "percent", "score")
"""Measures of which ranks may be printed."""

SHORTEST = 5
"""How long a top list must be before one value out of order is noticed."""


def compare_ranks(figures: Iterable[Figure]) -> list[Finding]:
    """Compare printed ranks with each other and with the values printed for the same members.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Lists that give one rank twice, and those whose ranks and values go different ways.
    """
    figures = list(figures)
    context = (*_LIST[:-1], "stage", "dimension")
    ranks = grouped((one for one in figures if one.measure == "rank"), context)
    values = grouped((one for one in figures if _is_ranked(one)), (*context, "measure"))
    found = []
    for key, ranked in ranks.items():
        lists = [_pairs(ranked, values.get((*key, measure), [])) for measure in RANKED]
        equal = {
            (one.key(_MEMBER), other.key(_MEMBER))
            for pairs in lists
            for (one, value), (other, same) in permutations(pairs, 2)
            if one.value == other.value and value.value == same.value
        }
        for tied in grouped(ranked, ["value", "source_ids"]).values():
            members = {one.key(_MEMBER): one for one in tied}
            if any(pair not in equal for pair in permutations(members, 2)):
                found.append(_finding("same_rank", "doubt", tied))
        found += [finding for pairs in lists for finding in _against_order(pairs)]
    return found


def _is_ranked(figure: Figure) -> bool:
    exact = figure.qualifier == "exact" and figure.value > 0
    return exact and figure.measure in RANKED


def _pairs(ranked: Sequence[Figure], valued: Sequence[Figure]) -> list[_Pair]:
    """Give each rank with the value of its member, the highest rank first."""
    values = {one.key(_MEMBER): one for one in valued}
    pairs = [(one, values[one.key(_MEMBER)]) for one in ranked if one.key(_MEMBER) in values]
    return sorted(pairs, key=lambda pair: pair[0].value)


def _against_order(pairs: Sequence[_Pair]) -> list[Finding]:
    """Find neighbours in the wrong order; a list of indices may go up, if all of it does."""
    wrong = [
        (*above, *below)
        for above, below in pairwise(pairs)
        if above[0].value < below[0].value and above[1].value < below[1].value
    ]
    index = any(value.stage in _NO_STAGE for _, value in pairs)
    falling = any(above[1].value > below[1].value for above, below in pairwise(pairs))
    return [_against(*pair) for pair in wrong] if falling or not index else []


def _against(rank: Figure, count: Figure, lower: Figure, more: Figure) -> Finding:
    return Finding(
        "rankings",
        "against_values",
        "contradiction",
        tuple(one.figure_id for one in (rank, lower, count, more)),
        {
            "table": context_of(rank, kemendagri_code=common_place([rank, lower])),
            "first": context_of(rank),
            "second": context_of(lower),
            "third": context_of(count),
            "fourth": context_of(more),
        },
    )


def check_order(figures: Iterable[Figure]) -> list[Finding]:
    """Find the one value of a top list that does not go down as the others do.

    Parameters
    ----------
    figures
        Figures, in the order in which they were transcribed.

    Returns
    -------
    list of Finding
        Lists of at least five with one value out of order; a doubt.
    """
    top = [one for one in figures if one.complete == "top_list" and one.measure != "rank"]
    found = []
    for listed in grouped(top, _LIST, ["stage", "dimension", "source_ids"]).values():
        ordered = sorted(listed, key=lambda one: one.figure_id)
        rising = [(a, b) for a, b in pairwise(ordered) if b.value > a.value]
        if len(ordered) >= SHORTEST and len(rising) == 1:
            found.append(_finding("order", "doubt", rising[0]))
    return found


def find_repeated(figures: Iterable[Figure]) -> list[Finding]:
    """Find what stands twice, with different values, in one list of one page.

    Parameters
    ----------
    figures
        Figures with their printed labels.

    Returns
    -------
    list of Finding
        Two rows of one list with one label, or with one code and place.
    """
    counted = [one for one in figures if one.label and one.measure in ("count", "percent", "score")]
    found = []
    for listed in grouped(counted, _LIST, ["stage", "dimension", "base_status"]).values():
        for same in _by_label(listed):
            values = {one.value for one in same}
            pages = frozenset.intersection(*(one.sources for one in same))
            if len(values) > 1 and pages:
                found.append(_finding("repeated", "contradiction", same))
    return found


def _by_label(listed: Sequence[Figure]) -> list[list[Figure]]:
    labels: dict[str, list[Figure]] = {}
    for figure in listed:
        labels.setdefault(figure.label.casefold(), []).append(figure)
    return [
        same
        for same in labels.values()
        if len(same) > 1 and len({(one.code, one.code_2, one.kemendagri_code) for one in same}) == 1
    ]


def _finding(message: str, severity: Severity, listed: Sequence[Figure]) -> Finding:
    return Finding(
        "rankings",
        message,
        severity,
        tuple(one.figure_id for one in listed),
        {
            "first": context_of(listed[0], kemendagri_code=common_place(listed)),
            "cells": [context_of(one) for one in listed],
            "label": listed[0].label,
            "values": [one.value for one in listed],
        },
    )
