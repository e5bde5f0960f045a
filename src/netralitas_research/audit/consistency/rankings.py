"""Lists in an order: ranks against values, values out of order, and a place twice in one list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from netralitas_research.audit.consistency.figures import DATES, Figure, grouped
from netralitas_research.audit.findings import Finding, Severity, context_of

_LIST = (
    *("counted_by", "issued_by", "election", "subject", *DATES),
    *("unit_counted", "dimension_2", "measure"),
)
_MEMBER = ("dimension", "code", "dimension_2", "code_2", "kemendagri_code")
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
    values = grouped((one for one in figures if one.is_count and one.value > 0), context)
    found = []
    for key, ranked in ranks.items():
        for tied in grouped(ranked, ["value", "source_ids"]).values():
            members = {one.key(_MEMBER) for one in tied}
            if len(members) > 1:
                found.append(_finding("same_rank", "doubt", tied))
        counts = {one.key(_MEMBER): one for one in values.get(key, [])}
        both = [(rank, counts[rank.key(_MEMBER)]) for rank in ranked if rank.key(_MEMBER) in counts]
        both.sort(key=lambda pair: pair[0].value)
        for (rank, count), (lower, more) in pairwise(both):
            if rank.value < lower.value and count.value < more.value:
                found.append(_against(rank, count, lower, more))
    return found


def _against(rank: Figure, count: Figure, lower: Figure, more: Figure) -> Finding:
    return Finding(
        "rankings",
        "against_values",
        "contradiction",
        tuple(one.figure_id for one in (rank, lower, count, more)),
        {
            "first": context_of(rank),
            "second": context_of(lower),
            "count": count.value,
            "more": more.value,
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
            "first": context_of(listed[0]),
            "cells": [context_of(one) for one in listed],
            "label": listed[0].label,
            "values": [one.value for one in listed],
        },
    )
