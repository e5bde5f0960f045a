"""Which categories, places and cells hold each other, so that nothing is summed twice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from netralitas_research import codelists
from netralitas_research.audit.consistency.figures import CELL, NATION, Figure
from netralitas_research.codelists.regions import to_province_set

SEVERAL_CATEGORIES: dict[str, frozenset[str]] = {
    "act": frozenset({"violations", "forms"}),
    "violation_kind": frozenset({"violations"}),
    "position": frozenset({"persons"}),
    "sanction": frozenset(),
}
"""Dimensions in which one thing may stand in several categories, save for these units."""

NEVER_SUMMED = frozenset(
    {
        *("motive", "presser", "answer", "survey_item", "vulnerability_finding"),
        *("action", "election_setup", "region_kind", "ikp_dimension"),
    }
)
"""Dimensions whose categories are answers to several questions, or hold each other freely."""


def is_partition(figure: Figure) -> bool:
    """Tell whether what is counted stands in one category only of each of its dimensions.

    Parameters
    ----------
    figure
        A figure of a table.

    Returns
    -------
    bool
        False where one case may name several acts, or one person several motives.
    """
    dimensions = (figure.dimension, figure.dimension_2)
    return NEVER_SUMMED.isdisjoint(dimensions) and all(
        figure.unit_counted in SEVERAL_CATEGORIES.get(dimension, (figure.unit_counted,))
        for dimension in dimensions
    )


def is_complete(cells: Sequence[Figure]) -> bool:
    """Tell whether cells are a complete list in which nothing stands twice.

    Parameters
    ----------
    cells
        Cells of one table.

    Returns
    -------
    bool
        Whether they must add up to their total.
    """
    return all(one.complete == "complete" and is_partition(one) for one in cells) and not any(
        may_overlap(one, other) for one, other in combinations(cells, 2)
    )


def holds(outer: Figure, inner: Figure) -> bool:
    """Tell whether all that one cell counts is counted by another cell too.

    Parameters
    ----------
    outer, inner
        Two cells of one table.

    Returns
    -------
    bool
        Whether the first holds the second, as a province holds its regencies.
    """
    if outer.key(CELL) == inner.key(CELL):
        return False
    return (
        _place_holds(outer, inner)
        and _code_holds(outer.dimension, outer.code, inner.dimension, inner.code)
        and _code_holds(outer.dimension_2, outer.code_2, inner.dimension_2, inner.code_2)
    )


def outermost(cells: Sequence[Figure]) -> list[Figure]:
    """Keep the cells that no other cell holds.

    Parameters
    ----------
    cells
        Cells of one table.

    Returns
    -------
    list of Figure
        The cells in which the others are counted already.
    """
    return [cell for cell in cells if not any(holds(other, cell) for other in cells)]


def least_union(cells: Sequence[Figure]) -> tuple[float, list[Figure]]:
    """Count what cells hold at least, if nothing is counted twice.

    Parameters
    ----------
    cells
        Cells of one table.

    Returns
    -------
    tuple
        The least number of things in them, and the cells that give it: of cells that may overlap
        only the greatest counts.
    """
    chosen: list[Figure] = []
    for cell in sorted(cells, key=lambda one: -one.value):
        if not any(may_overlap(cell, other) for other in chosen):
            chosen.append(cell)
    chosen.sort(key=lambda one: one.figure_id)
    return sum(cell.value for cell in chosen), chosen


def may_overlap(one: Figure, other: Figure) -> bool:
    """Tell whether two cells may count the same thing.

    Parameters
    ----------
    one, other
        Two cells of one table.

    Returns
    -------
    bool
        Whether place and categories of both may be met at once.
    """
    if one.kemendagri_code != other.kemendagri_code and not (
        _place_holds(one, other) or _place_holds(other, one)
    ):
        return False
    return _codes_meet(one.dimension, one.code, other.dimension, other.code) and _codes_meet(
        one.dimension_2, one.code_2, other.dimension_2, other.code_2
    )


def _place_holds(outer: Figure, inner: Figure) -> bool:
    """Tell whether a place is the other or holds it; the government of a province is no place."""
    if outer.kemendagri_code == inner.kemendagri_code:
        return True
    if outer.dimension == "agency" or "unknown" in (outer.kemendagri_code, inner.kemendagri_code):
        return False
    if outer.kemendagri_code == NATION:
        return True
    return len(outer.kemendagri_code) < len(inner.kemendagri_code) and (
        outer.kemendagri_code in _provinces(inner.kemendagri_code, outer.province_set)
    )


@cache
def _provinces(code: str, province_set: str) -> frozenset[str]:
    """Name the provinces that a place lies in; both, if it is not known which list is meant."""
    if not code.isdecimal():
        return frozenset()
    if province_set == "38":
        return frozenset({to_province_set(code, "38")})
    if province_set == "34":
        return frozenset({to_province_set(code, "34")})
    return frozenset({to_province_set(code, "34"), to_province_set(code, "38")})


def _code_holds(outer_list: str, outer: str, inner_list: str, inner: str) -> bool:
    if (outer_list, outer) == (inner_list, inner):
        return True
    if outer in ("total", "all", "not_applicable"):
        return True
    return outer_list == inner_list and outer in ancestors(outer_list, inner)


def _codes_meet(one_list: str, one: str, other_list: str, other: str) -> bool:
    if one_list != other_list:
        return True
    if _code_holds(one_list, one, other_list, other) or _code_holds(
        other_list, other, one_list, one
    ):
        return True
    return (
        _shares(one_list, one, other)
        or _shares(one_list, other, one)
        or not _overlaps(one_list, one).isdisjoint(_overlaps(one_list, other))
    )


def _shares(dimension: str, one: str, other: str) -> bool:
    """Tell whether a category overlaps another, what holds that, or a part of it."""
    overlapping = _overlaps(dimension, one)
    wider = {code for inner in overlapping for code in ancestors(dimension, inner)}
    return other in wider or not overlapping.isdisjoint({other, *ancestors(dimension, other)})


@cache
def ancestors(dimension: str, code: str) -> frozenset[str]:
    """Name the categories that hold a category.

    Parameters
    ----------
    dimension
        Code of the dimension.
    code
        Code of the category.

    Returns
    -------
    frozenset of str
        Its parents, their parents and so on.

    Examples
    --------
    >>> sorted(ancestors("position", "guru"))
    ['fungsional', 'guru_dosen']
    """
    found: set[str] = set()
    parent = _relations(dimension, "parent").get(code, ())
    while parent:
        found.update(parent)
        parent = _relations(dimension, "parent").get(parent[0], ())
    return frozenset(found)


def _overlaps(dimension: str, code: str) -> frozenset[str]:
    """Name the categories that the code list says may share members with a category."""
    return frozenset(
        other
        for column in ("overlaps", "parts")
        for other in _relations(dimension, column).get(code, ())
    )


@cache
def _relations(dimension: str, column: str) -> dict[str, tuple[str, ...]]:
    name = str(codelists.load("dimensions")["list"].get(dimension, ""))
    if not name:
        return {}
    table = codelists.load(name)
    if column not in table:
        return {}
    return {str(code): tuple(str(text).split(";")) for code, text in table[column].items() if text}
