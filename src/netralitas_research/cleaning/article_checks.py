"""Whether the registers of the five articles fit together: ids, cells, records, laws, numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

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
KINDS = (*NUMBERS, "code", "date", "law", "year")
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_YEARS = re.compile(r"\d{4}(?:/\d{4})?", re.ASCII)
_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)
_WHOLE_COLUMN = "*"
_REGISTERS = ("tables", "numbers", "links", "sums", "law_links", "left_out")


def article_problems(tables: Mapping[str, RawTable], laws: Collection[str]) -> list[Problem]:
    """Find what does not fit in the registers of data/raw/articles.

    Parameters
    ----------
    tables
        The registers by name, and each printed table by its id.
    laws
        Ids of the laws there are; without any, they are not checked.

    Returns
    -------
    list of Problem
        Ids and cells that refer to nothing, and numbers that cannot be read.
    """
    return [
        *_unknown_ids(tables, laws),
        *_unknown_cells(tables),
        *_unread_numbers(tables["numbers"]),
        *(
            problem
            for register, table in _printed(tables)
            if register["status"] != "coded_matrix"
            for problem in _unread_cells(table)
        ),
    ]


def record_problems(
    tables: Mapping[str, RawTable], record_ids: Collection[str], without_figure: Collection[str]
) -> list[Problem]:
    """Find records of the evidence that the articles are compared with and that are not there.

    Parameters
    ----------
    tables
        The registers by name.
    record_ids
        Every record there is.
    without_figure
        Those that are left out, or stand for several figures: none can be compared with.

    Returns
    -------
    list of Problem
        A record id each.
    """
    named = [
        (tables[name], row, column, record_id)
        for name, column in (("links", "record_id"), ("tables", "second_source"))
        for row, cells in tables[name].rows
        for record_id in filter(None, cells[column].split(";"))
    ]
    missing = [
        _problem(table, row, column, record_id, "problem.unknown_id", "expected.known_record")
        for table, row, column, record_id in named
        if record_id not in record_ids
    ]
    return missing + [
        _problem(table, row, column, record_id, "problem.no_figure", "expected.one_figure")
        for table, row, column, record_id in named
        if table is tables["links"] and record_id in without_figure
    ]


def _problem(
    table: RawTable, row: int, column: str, value: str, key: str, expected: str
) -> Problem:
    return Problem(key, file=table.file, row=row, column=column, value=value, expected=expected)


def _unknown_ids(tables: Mapping[str, RawTable], laws: Collection[str]) -> list[Problem]:
    allowed: Mapping[str, Collection[str]] = {
        "article": {cells["slug"] for _, cells in tables["articles"].rows},
        "number_id": {cells["number_id"] for _, cells in tables["numbers"].rows},
        "table_id": {cells["table_id"] for _, cells in tables["tables"].rows},
        "law_id": laws,
    }
    return [
        _problem(
            tables[name], row, column, cells[column], "problem.unknown_id", "expected.known_id"
        )
        for name in _REGISTERS
        for row, cells in tables[name].rows
        for column, known in allowed.items()
        if known and cells.get(column) and cells[column] not in known
    ]


def _printed(tables: Mapping[str, RawTable]) -> Iterator[tuple[Mapping[str, str], RawTable]]:
    """Give the tables that could be read, each with its row in the register."""
    for _, register in tables["tables"].rows:
        table = tables.get(register["table_id"]) if register["file"] else None
        if table and table.rows and register["row_column"] in table.columns:
            yield register, table


def _unknown_cells(tables: Mapping[str, RawTable]) -> list[Problem]:
    """Find references to a cell of a printed table, or to a number, that is not there."""
    known = {cells["number_id"] for _, cells in tables["numbers"].rows}
    if not known or not tables["tables"].rows:
        return []
    unread = {cells["table_id"] for _, cells in tables["tables"].rows}
    for register, table in _printed(tables):
        labels = {cells[register["row_column"]] for _, cells in table.rows} | {_WHOLE_COLUMN}
        name = register["table_id"]
        known |= {f"{name}[{label}][{column}]" for label in labels for column in table.columns}
        known.add(f"{name}[][]")
        unread.discard(name)
    references = [
        *(
            (tables["links"], row, "row", f"{cells['table_id']}[{cells['row']}][{cells['column']}]")
            for row, cells in tables["links"].rows
            if cells["table_id"]
        ),
        *(
            (tables["sums"], row, column, term)
            for row, cells in tables["sums"].rows
            for column in ("terms", "printed_total")
            for term in filter(None, cells[column].split(";"))
        ),
    ]
    return [
        _problem(table, row, column, cell, "problem.unknown_id", "expected.known_cell")
        for table, row, column, cell in references
        if cell not in known and cell.split("[")[0] not in unread
    ]


def _unread_numbers(numbers: RawTable) -> list[Problem]:
    problems = []
    for row, cells in numbers.rows:
        kind, value = cells["kind"], cells["value"]
        if kind not in KINDS:
            problems.append(
                Problem(
                    "problem.unit",
                    file=numbers.file,
                    row=row,
                    column="kind",
                    value=kind,
                    expected="expected.one_of",
                    nearest=KINDS,
                )
            )
        elif value and kind in NUMBERS and not _PLAIN_NUMBER.fullmatch(value):
            problems.append(
                _problem(
                    numbers, row, "value", value, "problem.number_format", "expected.plain_number"
                )
            )
        elif value and kind in ("date", "year") and not _is_date(kind, value):
            problems.append(
                _problem(numbers, row, "value", value, "problem.date_format", "expected.iso_date")
            )
    return problems


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
            Problem(
                "problem.number_format",
                file=table.file,
                row=row,
                column=column,
                value=error.text,
                expected=error.expected,
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
