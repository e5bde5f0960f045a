"""Zeros that may only be gaps, and numbers of places that do not fit the places listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netralitas_research.audit.consistency.figures import (
    CELL,
    COUNT,
    DATES,
    Figure,
    common_place,
    grouped,
)
from netralitas_research.audit.consistency.stages import may_fall
from netralitas_research.audit.findings import Finding, context_of


def check_zeros(figures: Iterable[Figure]) -> list[Finding]:
    """Find zeros that another number of the same count makes impossible or doubtful.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        A zero after a positive count of the same series (a doubt where the stage of one of them
        is not known), and zeros in a list of the highest.
    """
    counts = [one for one in figures if one.is_count]
    tops = grouped(
        (one for one in counts if one.value == 0 and one.complete == "top_list"),
        COUNT,
        DATES,
        ["stage", "dimension", "dimension_2"],
    )
    found = [_finding("top_list", zeros) for zeros in tops.values()]
    snapshots = [
        one
        for one in counts
        if one.series == "cumulative"
        and "unknown" not in (one.kemendagri_code, one.code, one.counted_by)
        and not may_fall(one.stage)
    ]
    for series in grouped(snapshots, COUNT, CELL).values():
        for zero in series:
            before = [
                one for one in series if zero.value == 0 < one.value and _contradicts(one, zero)
            ]
            if before:
                found.append(_after(zero, max(before, key=lambda one: one.stage == zero.stage)))
    return found


def _contradicts(earlier: Figure, zero: Figure) -> bool:
    if not earlier.before(zero):
        return False
    return earlier.stage == zero.stage or "unknown" in (earlier.stage, zero.stage)


def _after(zero: Figure, earlier: Figure) -> Finding:
    unknown = "unknown" in (*zero.key(COUNT), *earlier.key(["stage"]), zero.stage)
    return Finding(
        "zeros",
        "after_positive",
        "doubt" if unknown else "contradiction",
        (zero.figure_id, earlier.figure_id),
        {"first": context_of(zero), "second": context_of(earlier)},
    )


def _finding(message: str, zeros: Sequence[Figure]) -> Finding:
    return Finding(
        "zeros",
        message,
        "doubt",
        tuple(one.figure_id for one in zeros),
        {
            "first": context_of(zeros[0], kemendagri_code=common_place(zeros)),
            "cells": [context_of(one) for one in zeros],
        },
    )


def count_places(figures: Iterable[Figure]) -> list[Finding]:
    """Compare a printed number of places with the places that are listed.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Lists with more places than the number printed with them, complete lists with fewer, and
        totals of places with a violation that are smaller than the list of such places.
    """
    figures = list(figures)
    return [*_against_base(figures), *_against_total(figures)]


def _against_base(figures: Sequence[Figure]) -> list[Finding]:
    lists = grouped(
        (
            one
            for one in figures
            if one.base_status == "printed"
            and one.base_meaning == "number_of_units"
            and one.dimension == "total"
        ),
        COUNT,
        DATES,
        ["dimension_2", "measure", "stage", "base"],
    )
    found = []
    for listed in lists.values():
        places = {one.kemendagri_code: one for one in listed}
        complete = all(one.complete == "complete" for one in listed)
        levels = {len(place) for place in places}
        if "unknown" in places or len(levels) > 1:
            continue
        if len(places) > listed[0].base or (complete and len(places) < listed[0].base):
            found.append(_places("listed", list(places.values()), listed[0].base, []))
    return found


def _against_total(figures: Sequence[Figure]) -> list[Finding]:
    own = ("counted_by", "election", "subject", "stage", *DATES)
    lists = grouped(
        (
            one
            for one in figures
            if one.is_count
            and one.dimension == "total"
            and one.value > 0
            and one.kemendagri_code.isdecimal()
            and one.unit_counted not in ("areas", "regencies", "cities", "governments")
        ),
        own,
    )
    found = []
    for total in figures:
        if not (total.is_count and total.unit_counted == "areas" and total.dimension == "total"):
            continue
        places = {
            one.kemendagri_code: one
            for one in lists.get(total.key(own), [])
            if _lies_in(one.kemendagri_code, total.kemendagri_code)
        }
        for length in {len(place) for place in places}:
            level = [one for place, one in places.items() if len(place) == length]
            if len(level) > total.value:
                found.append(_places("too_many", level, total.value, [total.figure_id]))
    return found


def _lies_in(place: str, region: str) -> bool:
    return region == "ID" or (place.startswith(region) and place != region)


def _places(message: str, listed: Sequence[Figure], number: float, more: list[str]) -> Finding:
    return Finding(
        "zeros",
        message,
        "contradiction",
        (*more, *(one.figure_id for one in listed)),
        {
            "first": context_of(listed[0], kemendagri_code=common_place(listed)),
            "number": number,
            "places": len(listed),
        },
    )
