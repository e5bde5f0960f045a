"""What cannot be: a share above all, half a person, a part above its total, a strange code."""

from __future__ import annotations

from collections.abc import Mapping

from netralitas_research.cleaning.codes import SEVERAL, codes_in, codes_of
from netralitas_research.cleaning.records import Record
from netralitas_research.errors import Problem


def impossible(record: Record, codes: Mapping[str, str]) -> list[Problem]:
    """Find what is impossible in a row, once it is known what its number means.

    Parameters
    ----------
    record
        The row.
    codes
        Its codes; several codes of one printed row are still joined.

    Returns
    -------
    list of Problem
        At most one for the value, and one for each code that its dimension does not have.
    """
    return _value_problems(record, codes) + _code_problems(record, codes)


def _value_problems(record: Record, codes: Mapping[str, str]) -> list[Problem]:
    value, total = record.value.value, record.printed_total

    def problem(expected: str, key: str = "problem.range", **params: str) -> list[Problem]:
        text = record.value.text
        return [record.problem(key, "value", value=text, expected=expected, params=params)]

    if codes["measure"] == "percent" and not 0 <= value <= 100:
        return problem("expected.percent")
    if codes["measure"] == "count" and value != int(value):
        return problem("expected.count")
    whole = codes["measure"] == "count" and codes["base_meaning"] == "whole"
    if whole and total is not None and value > total.value:
        return problem("expected.at_most_total", "problem.more_than_total", total=total.text)
    return []


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
