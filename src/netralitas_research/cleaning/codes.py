"""Codes that stand beside the code lists: what is unknown, does not apply, or is the total."""

from __future__ import annotations

from functools import cache

from netralitas_research import codelists

UNKNOWN = "unknown"
NOT_APPLICABLE = "not_applicable"
TOTAL = "total"
LEFT_OUT = "left_out"
AS_PRINTED = "as_printed"
"""Rules on a row that its page does print a value that cannot be."""
SEVERAL = ";"
"""Stands between the codes of a printed row that counts several things at once."""

CODES = (
    "counted_by",
    "issued_by",
    "election",
    "series",
    "period_start",
    "period_end",
    "as_of",
    "stage",
    "unit_counted",
    "subject",
    "dimension",
    "code",
    "dimension_2",
    "code_2",
    "kemendagri_code",
    "measure",
    "unit",
    "qualifier",
    "base_status",
    "base_meaning",
    "complete",
    "province_set",
)
"""The codes of a figure, in the order of their columns."""


@cache
def codes_of(dimension: str) -> frozenset[str]:
    """List the codes that a dimension can have.

    Examples
    --------
    >>> "camat" in codes_of("position"), "camat" in codes_of("act")
    (True, False)
    """
    if dimension in (TOTAL, NOT_APPLICABLE):
        return frozenset({dimension})
    name = str(codelists.load("dimensions").loc[dimension, "list"])
    return codes_in(name) | {TOTAL, UNKNOWN}


@cache
def codes_in(name: str) -> frozenset[str]:
    """List the codes of a code list.

    Examples
    --------
    >>> sorted(codes_in("sexes"))
    ['female', 'male']
    """
    return frozenset(codelists.load(name).index)
