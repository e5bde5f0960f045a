"""Read a CSV file as people and Excel write them, or say exactly why it cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from rapidfuzz import process

from netralitas_research.cleaning.decoding import decode
from netralitas_research.errors import Problem

SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True)
class RawTable:
    """The rows of one file, as text, with the row number a spreadsheet shows.

    Attributes
    ----------
    file
        Name of the file as it is shown to people.
    columns
        The heading, as it stands in the file.
    rows
        Pairs of row number and a mapping from column to text.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]

    def problem(
        self, key: str, row: int, column: str, value: str, expected: str, **more: Any
    ) -> Problem:
        """Describe what is wrong with one cell."""
        return Problem(
            key, file=self.file, row=row, column=column, value=value, expected=expected, **more
        )


def read_table(
    path: Path, columns: Sequence[str], name: str | None = None, *, may_be_empty: bool = False
) -> tuple[RawTable, list[Problem]]:
    r"""Read a CSV file whose heading must hold exactly the given columns.

    Accepted are UTF-8 with or without byte-order mark and Windows-1252; comma, semicolon or tab;
    any line ending; a first line ``sep=;``; empty columns at the end. Rows without any text are
    passed over. A cell holds one line: a line break is nearly always a lost quotation mark, which
    would swallow the rows that follow.

    Parameters
    ----------
    path
        The file.
    columns
        The columns that it must have, in any order.
    name
        What the file is called in messages; its file name when not given.
    may_be_empty
        Whether a heading without rows is right.

    Returns
    -------
    table, problems
        The rows, and what is wrong with the file as a whole or with the shape of a row. With a
        problem in the heading there are no rows.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "figures.csv"
    ...     _ = path.write_bytes(b"label;value\r\nBanten;22,98\r\n")
    ...     table, problems = read_table(path, ["label", "value"])
    >>> table.rows
    ((2, {'label': 'Banten', 'value': '22,98'}),)
    """
    file = name or path.name
    text, problem = decode(path, file)
    if problem:
        return RawTable(file, (), ()), [problem]
    first, lines, problem = _lines(text, columns, file)
    if problem:
        return RawTable(file, (), ()), [problem]
    if not lines:
        empty = Problem("problem.empty_file", file=file, expected="expected.csv")
        return RawTable(file, (), ()), [empty]
    heading = _heading(lines[0])
    problems = _heading_problems(file, first, heading, columns)
    if problems:
        return RawTable(file, heading, ()), problems
    rows = []
    for number, cells in enumerate(lines[1:], start=first + 1):
        stripped = [_strip(cell) for cell in cells]
        if not any(stripped):
            continue
        found = _row_problems(file, number, stripped, heading)
        problems += found
        if not found:
            rows.append((number, dict(zip(heading, stripped, strict=False))))
    if not rows and not problems and not may_be_empty:
        problems.append(Problem("problem.no_rows", file=file, expected="expected.rows"))
    return RawTable(file, heading, tuple(rows)), problems


def as_frame(table: RawTable) -> pd.DataFrame:
    """Give the rows of a file as a frame of text."""
    return pd.DataFrame([cells for _, cells in table.rows], columns=list(table.columns), dtype=str)


def peek_heading(path: Path) -> set[str]:
    """Read the cells of a file's heading, whatever separates them; nothing if it is no text."""
    text, problem = decode(path, path.name)
    if problem:
        return set()
    lines = _without_separator_line(text)[1]
    best = max(SEPARATORS, key=lines[0].count) if lines else ""
    return set(_heading(_cells(lines[0], best))) if lines else set()


def _without_separator_line(text: str) -> tuple[int, list[str]]:
    """Split a text into lines, and tell in which row of the file the first one stands."""
    lines = io.StringIO(text, newline="").readlines()
    first = lines[0].strip("\r\n ").lower() if lines else ""
    if first[:4] == "sep=" and len(first) == 5:
        return 2, lines[1:]
    return 1, lines


def _lines(
    text: str, columns: Sequence[str], file: str
) -> tuple[int, list[list[str]], Problem | None]:
    first, text_lines = _without_separator_line(text)
    heading = text_lines[0] if text_lines else ""
    separator = max(SEPARATORS, key=lambda mark: _known(heading, mark, columns))
    reader = csv.reader(text_lines, delimiter=separator, strict=True)
    lines: list[list[str]] = []
    try:
        lines.extend(reader)
    except csv.Error:
        row = first + len(lines)
        return first, [], Problem("problem.quotes", file=file, row=row, expected="expected.quotes")
    return first, lines, None


def _known(heading: str, separator: str, columns: Sequence[str]) -> tuple[int, int]:
    cells = _heading(_cells(heading, separator))
    return sum(cell in columns for cell in cells), heading.count(separator)


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _heading(cells: Sequence[str]) -> tuple[str, ...]:
    """Give the names of the columns, without the empty ones that Excel leaves at the end."""
    names = [_strip(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _strip(cell: str) -> str:
    return cell.replace("\u00a0", " ").strip()


def _row_problems(
    file: str, row: int, cells: Sequence[str], heading: tuple[str, ...]
) -> list[Problem]:
    if tuple(cells[: len(heading)]) == heading:
        return [
            Problem("problem.repeated_heading", file=file, row=row, expected="expected.one_heading")
        ]
    if len(cells) < len(heading) or any(cells[len(heading) :]):
        found = str(len(cells))
        return [
            Problem(
                "problem.row_length",
                file=file,
                row=row,
                value=found,
                expected="expected.cells",
                params={"cells": str(len(heading)), "found": found},
            )
        ]
    return [
        Problem(
            "problem.line_break",
            file=file,
            row=row,
            column=column,
            value=cell,
            expected="expected.one_line",
        )
        for column, cell in zip(heading, cells, strict=False)
        if len(cell.splitlines()) > 1
    ]


def _heading_problems(
    file: str, row: int, heading: tuple[str, ...], columns: Sequence[str]
) -> list[Problem]:
    missing = [column for column in columns if column not in heading]
    params = {"columns": ", ".join(columns)}

    def problem(key: str, column: str, value: str | None, nearest: Sequence[str] = ()) -> Problem:
        return Problem(
            key,
            file=file,
            row=row,
            column=column,
            value=value,
            expected="expected.columns",
            nearest=tuple(nearest),
            params=params,
        )

    unknown = [column for column in heading if column not in columns]
    repeated = sorted({column for column in heading if heading.count(column) > 1})
    return [
        *(
            problem("problem.unknown_column", column, column, _nearest(column, missing or columns))
            for column in unknown
        ),
        *(problem("problem.missing_column", column, None) for column in missing),
        *(problem("problem.duplicate_column", column, column) for column in repeated),
    ]


def _nearest(column: str, columns: Sequence[str]) -> list[str]:
    near = process.extract(column, list(columns), limit=2, score_cutoff=60)
    return [choice for choice, _, _ in near]
