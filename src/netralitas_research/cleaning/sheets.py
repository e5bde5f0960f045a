"""Read a table that a user made, CSV or a workbook, as text with its row numbers."""

from __future__ import annotations

import csv
import datetime
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook
from rapidfuzz import process

from netralitas_research.cleaning.decoding import decode
from netralitas_research.cleaning.reading import SEPARATORS
from netralitas_research.errors import InputError, Problem

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class Sheet:
    """The cells of a table as text.

    Attributes
    ----------
    file, sheet
        Its name; the sheet is empty for a CSV file.
    heading_row
        The row of the heading, as a spreadsheet counts.
    heading
        The cells of the heading.
    rows
        Pairs of row number and cells, as many as the heading has; rows without text are left out.
    """

    file: str
    sheet: str
    heading_row: int
    heading: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def problem(self, key: str, **more: Any) -> Problem:
        """Describe what is wrong in this table."""
        return Problem(key, file=self.file, sheet=self.sheet, **more)


def read_sheet(path: Path, sheet: str | None = None) -> Sheet:
    r"""Read the cells of a CSV file or of one sheet of a workbook.

    A CSV file may be separated by commas, semicolons or tabs and begin with a byte-order mark. A
    workbook is known by its content, not by its name. Numbers of a workbook are written the
    Indonesian way, 2,5, so that both kinds of file are read by the same rules.

    Parameters
    ----------
    path
        The file.
    sheet
        Name of the sheet; the first one when not given.

    Returns
    -------
    Sheet
        Its cells.

    Raises
    ------
    InputError
        If the file cannot be read, has no such sheet, or its rows have more or fewer cells than
        its heading.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "answers.csv"
    ...     _ = path.write_text("peserta;waktu;b1\nA;sebelum;3\n", encoding="utf-8")
    ...     read_sheet(path).rows
    ((2, ('A', 'sebelum', '3')),)
    """
    try:
        with path.open("rb") as file:
            workbook = file.read(4).startswith(_WORKBOOKS)
    except OSError:
        missing = Problem("problem.missing_file", file=path.name, expected="expected.file")
        raise InputError([missing]) from None
    if workbook:
        return _sheet(path.name, *_workbook_lines(path, sheet))
    return _sheet(path.name, "", _csv_lines(path))


def column_letter(place: int) -> str:
    """Name a column as a spreadsheet does.

    Examples
    --------
    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    before, last = divmod(place, 26)
    return (column_letter(before - 1) if before else "") + chr(ord("A") + last)


def _workbook_lines(path: Path, sheet: str | None) -> tuple[str, list[tuple[int, list[str]]]]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        names = workbook.sheet_names
        name = sheet if sheet is not None else (names or [""])[0]
        if name in names:
            cells = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            lines = [[_text(cell) for cell in line] for line in cells]
            return name, list(enumerate(lines, start=1))
    except (CalamineError, OSError, ValueError):
        broken = Problem(
            "userfiles.problem.workbook", file=path.name, expected="userfiles.expected.workbook"
        )
        raise InputError([broken]) from None
    near = process.extract(name, names, limit=2, score_cutoff=60)
    problem = Problem(
        "userfiles.problem.unknown_sheet",
        file=path.name,
        sheet=name,
        expected="userfiles.expected.sheet",
        nearest=tuple(choice for choice, _, _ in near),
    )
    raise InputError([problem])


def _text(cell: object) -> str:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if not math.isfinite(cell):
            return str(cell)
        number = f"{Decimal(repr(cell)):f}"
        whole, _, decimals = number.partition(".")
        return f"{whole},{decimals.rstrip('0')}".rstrip(",")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return _clean(str(cell))


def _clean(cell: str) -> str:
    return " ".join(cell.split())


def _csv_lines(path: Path) -> list[tuple[int, list[str]]]:
    text, problem = decode(path, path.name)
    if problem:
        raise InputError([problem])
    lines = io.StringIO(text, newline="").readlines()
    first = lines[0].strip("\r\n ").lower()
    skip = 1 if first[:4] == "sep=" and len(first) == 5 else 0
    heading = lines[skip] if len(lines) > skip else ""
    reader = csv.reader(lines[skip:], delimiter=max(SEPARATORS, key=heading.count), strict=True)
    found: list[tuple[int, list[str]]] = []
    row = skip + 1
    try:
        for cells in reader:
            found.append((row, [_clean(cell) for cell in cells]))
            row = skip + reader.line_num + 1
    except csv.Error:
        quotes = Problem("problem.quotes", file=path.name, row=row, expected="expected.quotes")
        raise InputError([quotes]) from None
    return found


def _sheet(file: str, sheet: str, lines: Sequence[tuple[int, list[str]]]) -> Sheet:
    filled = [(row, cells) for row, cells in lines if any(cells)]
    if not filled:
        empty = Problem(
            "problem.empty_file", file=file, sheet=sheet, expected="userfiles.expected.table"
        )
        raise InputError([empty])
    heading_row, heading = filled[0]
    while heading and not heading[-1] and not sheet:
        heading.pop()
    found = Sheet(file, sheet, heading_row, tuple(heading), ())
    width = len(heading)
    problems = [
        found.problem(
            "problem.row_length",
            row=row,
            value=str(len(cells)),
            expected="expected.cells",
            params={"cells": str(width), "found": str(len(cells))},
        )
        for row, cells in filled[1:]
        if len(cells) < width or any(cells[width:])
    ]
    if len(filled) == 1:
        problems = [found.problem("problem.no_rows", expected="expected.rows")]
    if problems:
        raise InputError(problems)
    rows = tuple((row, tuple(cells[:width])) for row, cells in filled[1:])
    return Sheet(file, sheet, heading_row, tuple(heading), rows)
