"""Whether the codes in the tables of wordings are codes: of a code list, a closed set, a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import process

from netralitas_research import codelists
from netralitas_research.cleaning.codes import (
    AS_PRINTED,
    CODES,
    LEFT_OUT,
    NOT_APPLICABLE,
    SEVERAL,
    UNKNOWN,
    codes_in,
    codes_of,
)
from netralitas_research.cleaning.parts import KINDS
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.codelists import regions
from netralitas_research.errors import Problem
from netralitas_research.language import QUALIFIERS, DateFormatError, PartialDate

_LISTS = {
    "stage": "stages",
    "unit_counted": "units_counted",
    "subject": "subjects",
    "election": "elections",
    "dimension": "dimensions",
    "dimension_coded": "dimensions",
    "dimension_2": "dimensions",
    "counted_by": "institutions",
    "issued_by": "institutions",
}
_SETS: Mapping[str, tuple[str, ...]] = {
    "issuer": ("bawaslu", "kasn", "bkn"),
    "series": ("cumulative", "flow", "point"),
    "measure": (
        "count",
        "percent",
        "score",
        "rank",
        "flag",
        "class",
        "amount",
        "mean",
        "change_percent",
    ),
    "qualifier": QUALIFIERS,
    "base_status": ("printed", "inferred", UNKNOWN, NOT_APPLICABLE),
    "base_meaning": (
        "denominator",
        "whole",
        "number_of_units",
        "other_unit",
        "scale_maximum",
        NOT_APPLICABLE,
    ),
    "complete": ("complete", "top_list", "excerpt", "single", UNKNOWN),
    "province_set": ("34", "38", UNKNOWN, NOT_APPLICABLE),
}
_DATES = ("period_start", "period_end", "as_of")
_DIMENSION_OF_CODE = {"code": ("dimension_coded", "dimension"), "code_2": ("dimension_2",)}
Fault = tuple[str, tuple[str, ...]]
"""The list or set that does not hold a code, and its codes that come near."""

RULED = (*CODES, LEFT_OUT, AS_PRINTED)


def check_codes(table: RawTable) -> list[Problem]:
    """Find cells of a table of wordings that hold no code.

    Parameters
    ----------
    table
        One of data/raw/wordings. In ``rulings.csv`` a row holds the name of a column and its code.

    Returns
    -------
    list of Problem
        A cell each, with the nearest codes.
    """
    problems = []
    for row, cells in table.rows:
        if "value" in table.columns:
            found = _ruling_faults(cells)
        else:
            found = [
                (column, *fault)
                for column, code in cells.items()
                if code and (fault := _fault(column, code, cells))
            ]
        problems += [
            Problem(
                "problem.unknown_code",
                file=table.file,
                row=row,
                column=column,
                value=cells[column],
                expected="expected.known_code",
                nearest=nearest,
                params={"list": name},
            )
            for column, name, nearest in found
        ]
    return problems


def _ruling_faults(cells: Mapping[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    column, code = cells["column"], cells["value"]
    if column not in RULED:
        return [("column", "rulings", _nearest(column, RULED))] if column else []
    if column == LEFT_OUT:
        return [] if code == LEFT_OUT else [("value", LEFT_OUT, (LEFT_OUT,))]
    fault = _fault(column, code, {}) if code else None
    return [("value", *fault)] if fault else []


def _fault(column: str, code: str, cells: Mapping[str, str]) -> Fault | None:
    """Say which list does not hold a code, and which of its codes come near; or nothing."""
    if column in _LISTS:
        name = _LISTS[column]
        return None if code in codes_in(name) else (name, _nearest_in_list(name, code))
    if column in _SETS:
        return _unless(code in _SETS[column], column, code, _SETS[column])
    if column in _DATES:
        return _unless(code == UNKNOWN or _is_iso(code), column, code, ())
    if column == "kemendagri_code":
        return _unless(code == UNKNOWN or _is_region(code), "regencies", code, ())
    if column == "parts":
        return _unless(KINDS.issuperset(code.split("+")), column, code, sorted(KINDS))
    if column in _DIMENSION_OF_CODE:
        dimension = next(filter(None, map(cells.get, _DIMENSION_OF_CODE[column])), "")
        if dimension in codes_in("dimensions"):
            known = codes_of(dimension)
            return _unless(known.issuperset(code.split(SEVERAL)), dimension, code, sorted(known))
    return None


def _unless(right: bool, name: str, code: str, codes: Iterable[str]) -> Fault | None:
    return None if right else (name, _nearest(code, codes))


def _nearest(code: str, codes: Iterable[str]) -> tuple[str, ...]:
    near = process.extract(code, list(codes), limit=3, score_cutoff=55)
    return tuple(choice for choice, _, _ in near)


def _nearest_in_list(name: str, code: str) -> tuple[str, ...]:
    found = tuple(candidate.code for candidate in codelists.match(name, code).candidates)
    return found or _nearest(code, codes_in(name))


def _is_iso(text: str) -> bool:
    try:
        return PartialDate.parse(text).isoformat() == text
    except DateFormatError:
        return False


def _is_region(text: str) -> bool:
    return text == regions.NATION or regions.match_region(text).method == "code"
