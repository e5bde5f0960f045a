"""Read a CSV file as people and Excel write them, or say exactly why it cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process

from netralitas_research.errors import Problem

SEPARATORS = (",", ";", "\t")
_SIGNATURES = {
    b"PK\x03\x04": "problem.excel_file",
    b"\xd0\xcf\x11\xe0": "problem.excel_file",
    b"\xff\xfe": "problem.utf16_file",
    b"\xfe\xff": "problem.utf16_file",
    b"%PDF": "problem.binary_file",
}


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


def read_table(
    path: Path, columns: Sequence[str], name: str | None = None, *, may_be_empty: bool = False
) -> tuple[RawTable, list[Problem]]:
    r"""Read a CSV file whose heading must hold exactly the given columns.

    Accepted are UTF-8 with or without byte-order mark and Windows-1252; comma, semicolon or tab;
    any line ending; a first line ``sep=;``. Rows without any text are passed over.

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
    text, problem = _decode(path, file)
    if problem:
        return RawTable(file, (), ()), [problem]
    first, lines, problem = _lines(text, columns, file)
    if problem:
        return RawTable(file, (), ()), [problem]
    if not lines:
        return RawTable(file, (), ()), [
            Problem("problem.empty_file", file=file, expected="expected.csv")
        ]
    heading = tuple(cell.strip() for cell in lines[0])
    problems = _heading_problems(file, first, heading, columns)
    if problems:
        return RawTable(file, heading, ()), problems
    rows = []
    for number, cells in enumerate(lines[1:], start=first + 1):
        stripped = [_strip(cell) for cell in cells]
        if not any(stripped):
            continue
        surplus = stripped[len(heading) :]
        if len(stripped) < len(heading) or any(surplus):
            problems.append(
                Problem(
                    "problem.row_length",
                    file=file,
                    row=number,
                    value=str(len(stripped)),
                    expected="expected.cells",
                    params={"cells": str(len(heading)), "found": str(len(stripped))},
                )
            )
            continue
        rows.append((number, dict(zip(heading, stripped, strict=False))))
    if not rows and not problems and not may_be_empty:
        problems.append(Problem("problem.no_rows", file=file, expected="expected.rows"))
    return RawTable(file, heading, tuple(rows)), problems


def peek_heading(path: Path) -> set[str]:
    """Read the cells of a file's heading, whatever separates them; nothing if it is no text."""
    text, problem = _decode(path, path.name)
    if problem:
        return set()
    start = next((line for line in text.splitlines() if not _is_separator_line(line)), "")
    best = max(SEPARATORS, key=start.count)
    return {cell.strip() for cell in next(csv.reader([start], delimiter=best), [])}


def _is_separator_line(line: str) -> bool:
    return line.strip().lower().startswith("sep=") and len(line.strip()) == 5


def _strip(cell: str) -> str:
    return cell.replace("\u00a0", " ").strip()


def _decode(path: Path, file: str) -> tuple[str, Problem | None]:
    try:
        data = path.read_bytes()
    except OSError:
        return "", Problem("problem.missing_file", file=file, expected="expected.file")
    if not data.strip():
        return "", Problem("problem.empty_file", file=file, expected="expected.csv")
    for signature, key in _SIGNATURES.items():
        if data.startswith(signature):
            return "", Problem(key, file=file, expected="expected.csv")
    if b"\x00" in data:
        row = data[: data.index(b"\x00")].count(b"\n") + 1
        return "", Problem("problem.nul_byte", file=file, row=row, expected="expected.csv")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return _decode_windows(data, file, error.start)


def _decode_windows(data: bytes, file: str, start: int) -> tuple[str, Problem | None]:
    row = data[:start].count(b"\n") + 1
    control = sum(byte < 32 and byte not in b"\t\r\n" for byte in data)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        return "", Problem("problem.encoding", file=file, row=row, expected="expected.encoding")
    if control:
        return "", Problem("problem.binary_file", file=file, row=row, expected="expected.csv")
    if data.startswith(b"\xef\xbb\xbf") or _has_utf8_sequence(data):
        return "", Problem("problem.encoding", file=file, row=row, expected="expected.encoding")
    return text, None


def _has_utf8_sequence(data: bytes) -> bool:
    """Say whether some line is valid UTF-8 beyond ASCII, so that the file mixes encodings."""
    for line in data.split(b"\n"):
        if not line.isascii():
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                continue
            return True
    return False


def _lines(
    text: str, columns: Sequence[str], file: str
) -> tuple[int, list[list[str]], Problem | None]:
    first = 1
    if _is_separator_line(text.split("\n", 1)[0]):
        first = 2
        text = text.split("\n", 1)[1] if "\n" in text else ""
    heading = text.splitlines()[0] if text.strip() else ""
    separator = max(SEPARATORS, key=lambda mark: _known(heading, mark, columns))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[list[str]] = []
    try:
        lines.extend(reader)
    except csv.Error:
        row = first + len(lines)
        return first, [], Problem("problem.quotes", file=file, row=row, expected="expected.quotes")
    return first, lines, None


def _known(heading: str, separator: str, columns: Sequence[str]) -> tuple[int, int]:
    cells = [cell.strip() for cell in next(csv.reader([heading], delimiter=separator), [])]
    return sum(cell in columns for cell in cells), heading.count(separator)


def _heading_problems(
    file: str, row: int, heading: tuple[str, ...], columns: Sequence[str]
) -> list[Problem]:
    problems = []
    missing = [column for column in columns if column not in heading]
    for column in heading:
        if column not in columns:
            near = process.extract(column, missing or list(columns), limit=2, score_cutoff=60)
            problems.append(
                Problem(
                    "problem.unknown_column",
                    file=file,
                    row=row,
                    column=column,
                    value=column,
                    expected="expected.columns",
                    nearest=tuple(choice for choice, _, _ in near),
                    params={"columns": ", ".join(columns)},
                )
            )
    for column in missing:
        problems.append(
            Problem(
                "problem.missing_column",
                file=file,
                row=row,
                column=column,
                expected="expected.columns",
                params={"columns": ", ".join(columns)},
            )
        )
    for column in sorted({column for column in heading if heading.count(column) > 1}):
        problems.append(
            Problem(
                "problem.duplicate_column",
                file=file,
                row=row,
                column=column,
                value=column,
                expected="expected.columns",
                params={"columns": ", ".join(columns)},
            )
        )
    return problems
