"""Whether the numbers and dates of the five articles can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from netralitas_research.cleaning.articles import printed_tables
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.errors import Problem
from netralitas_research.language import (
    DateFormatError,
    NumberFormatError,
    PartialDate,
    parse_number,
)

NUMBERS = (
    "amount",
    "count",
    "duration",
    "list_count",
    "money",
    "percent",
    "rank",
    "score",
    "share",
)
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_YEARS = re.compile(r"\d{4}(?:/\d{4})?", re.ASCII)
_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)


def value_problems(tables: Mapping[str, RawTable]) -> list[Problem]:
    """Find values that cannot be read.

    Parameters
    ----------
    tables
        The registers by name, and each printed table by its id. The register of numbers holds
        them in a plain form, a printed table as printed.

    Returns
    -------
    list of Problem
        A cell each.
    """
    return [
        *_unread_values(tables["numbers"]),
        *_unread_dates(tables["articles"]),
        *(
            problem
            for register, table in printed_tables(tables)
            if register["status"] != "coded_matrix"
            for problem in _unread_cells(table)
        ),
    ]


def _unread_values(numbers: RawTable) -> list[Problem]:
    """Find values that are not in the plain form of their kind."""
    problems = []
    for row, cells in numbers.rows:
        kind, value = cells["kind"], cells["value"]
        if value and kind in NUMBERS and not _PLAIN_NUMBER.fullmatch(value):
            key, expected = "problem.number_format", "expected.plain_number"
        elif value and kind in ("date", "year") and not _is_date(kind, value):
            key, expected = "problem.date_format", "expected.iso_date"
        else:
            continue
        problems.append(numbers.problem(key, row, "value", value, expected))
    return problems


def _unread_dates(articles: RawTable) -> list[Problem]:
    return [
        articles.problem("problem.date_format", row, kind, cells[kind], "expected.iso_date")
        for row, cells in articles.rows
        for kind in ("date", "year")
        if cells[kind] and not _is_date(kind, cells[kind])
    ]


def _is_date(kind: str, value: str) -> bool:
    if kind == "year":
        return _YEARS.fullmatch(value) is not None
    try:
        return PartialDate.parse(value).isoformat() == value
    except DateFormatError:
        return _CLOCK.fullmatch(value) is not None


def _unread_cells(table: RawTable) -> list[Problem]:
    """Find cells that are no number in a column where most are."""
    problems = []
    for column in table.columns:
        filled = [(row, cells[column]) for row, cells in table.rows if cells[column]]
        faults = {row: error for row, text in filled if (error := _number_fault(text))}
        if 2 * len(faults) >= len(filled):
            continue
        problems += [
            table.problem(
                "problem.number_format",
                row,
                column,
                error.text,
                error.expected,
                nearest=error.nearest,
            )
            for row, error in faults.items()
        ]
    return problems


def _number_fault(text: str) -> NumberFormatError | None:
    try:
        parse_number(text)
    except NumberFormatError as error:
        return error
    return None
