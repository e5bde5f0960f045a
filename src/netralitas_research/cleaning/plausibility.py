"""What cannot be: a share above all, half a person, a part above its total, a strange code."""

from __future__ import annotations

from collections.abc import Mapping

from netralitas_research.cleaning.codes import SEVERAL, codes_in, codes_of
from netralitas_research.cleaning.records import Record
from netralitas_research.errors import Problem


def impossible(
    record: Record, codes: Mapping[str, str], confirmed: str | None = None
) -> list[Problem]:
    """Find what is impossible in a row, once it is known what its number means.

    Pages print nonsense too. A percentage that is no share, or a part above its total, is let
    through if a ruling confirms that it stands on the page; the audit then finds it. A count with
    decimals cannot be confirmed: it is a slip, or another measure such as a mean.

    Parameters
    ----------
    record
        The row.
    codes
        Its codes; several codes of one printed row are still joined.
    confirmed
        The value that a ruling confirms as printed, ``None`` if there is no such ruling.

    Returns
    -------
    list of Problem
        For the value, for a confirmation of what is not in the row or needs none, and for each
        code that its dimension does not have.
    """
    problems = _unconfirmed(record, codes)
    if confirmed is not None:
        fits = bool(problems) and confirmed == record.value.text
        problems = [] if fits else [*problems, _stray_confirmation(record, confirmed)]
    return _not_whole(record, codes) + problems + _code_problems(record, codes)


def _not_whole(record: Record, codes: Mapping[str, str]) -> list[Problem]:
    if codes["measure"] != "count" or record.value.value == int(record.value.value):
        return []
    return [_value_problem(record, "problem.range", "expected.count")]


def _unconfirmed(record: Record, codes: Mapping[str, str]) -> list[Problem]:
    """Find a value that is nearly always a slip, but that a page may print."""
    value, total = record.value.value, record.printed_total
    if codes["measure"] == "percent" and not 0 <= value <= 100:
        return [_value_problem(record, "problem.range", "expected.percent")]
    whole = codes["measure"] == "count" and codes["base_meaning"] == "whole"
    if whole and total is not None and value > total.value:
        key, expected = "problem.more_than_total", "expected.at_most_total"
        return [_value_problem(record, key, expected, total=total.text)]
    return []


def _stray_confirmation(record: Record, confirmed: str) -> Problem:
    key, expected = "problem.stray_confirmation", "expected.confirmed"
    return _value_problem(record, key, expected, confirmed=confirmed)


def _value_problem(record: Record, key: str, expected: str, **params: str) -> Problem:
    text = record.value.text
    return record.problem(key, "value", value=text, expected=expected, params=params)


def _code_problems(record: Record, codes: Mapping[str, str]) -> list[Problem]:
    """Find codes that their dimension does not have, when several tables give the two.

    A dimension that there is not is said where it stands, in the tables of wordings.
    """
    return [
        record.problem(
            "problem.unknown_code",
            "label",
            value=codes[code],
            expected="expected.known_code",
            params={"list": codes[dimension]},
        )
        for dimension, code in (("dimension", "code"), ("dimension_2", "code_2"))
        if codes[dimension] in codes_in("dimensions")
        and not codes_of(codes[dimension]).issuperset(codes[code].split(SEVERAL))
    ]
