"""The rows of data/raw/figures: each transcribes one printed figure, as it was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from netralitas_research.cleaning.corrections import Corrections
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.cleaning.references import unknown_source
from netralitas_research.errors import Problem
from netralitas_research.language import (
    FormatError,
    PartialDate,
    PrintedNumber,
    parse_number,
)

COLUMNS = (
    "record_id",
    "institution",
    "election",
    "as_of",
    "counted",
    "dimension",
    "label",
    "value",
    "unit",
    "printed_total",
    "source_ids",
    "note",
)
REQUIRED = ("record_id", "institution", "counted", "dimension", "label", "value", "unit")
UNITS = ("count", "percent", "score", "rank", "flag", "class", "thousand_rupiah")
WHOLE_UNITS = ("count", "rank", "flag", "class")


@dataclass(frozen=True)
class Record:
    """One row of data/raw/figures with its number and dates read.

    Attributes
    ----------
    file, row
        Where it stands.
    as_of
        The date as far as it is printed, ``None`` where none is.
    value, printed_total
        Numbers as printed; a total is ``None`` where none is printed.
    source_ids
        The sources that print this number.
    corrected
        The correction that was applied to this row, if any, by its id.
    """

    file: str
    row: int
    record_id: str
    institution: str
    election: str
    as_of: PartialDate | None
    counted: str
    dimension: str
    label: str
    value: PrintedNumber
    unit: str
    printed_total: PrintedNumber | None
    source_ids: tuple[str, ...]
    note: str
    corrected: str = ""

    def problem(self, key: str, column: str, **more: Any) -> Problem:
        """Describe what is wrong with one cell of this row."""
        value = more.pop("value", str(getattr(self, column)))
        return Problem(key, file=self.file, row=self.row, column=column, value=value, **more)


def read_records(
    table: RawTable, sources: Collection[str], corrections: Corrections
) -> tuple[list[Record], list[Problem]]:
    """Read the rows of one file.

    Parameters
    ----------
    table
        A file of data/raw/figures with the columns `COLUMNS`.
    sources
        Ids of the sources there are.
    corrections
        Corrections of misprints, applied before anything is read.

    Returns
    -------
    records, problems
        The rows that can be read, and every problem of the others.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    for row, printed in table.rows:
        cells, found = corrections.apply(row, printed)
        problems += found
        record, found = _read_record(table.file, row, cells, sources)
        problems += found
        if record is not None:
            records.append(replace(record, corrected=corrections.of(record.record_id)))
    return records, problems


def duplicate_ids(records: Iterable[Record]) -> list[Problem]:
    """Find record ids that stand more than once, in one file or in several."""
    rows = list(records)
    counts = Counter(record.record_id for record in rows)
    first = {record.record_id: record for record in reversed(rows)}
    return [
        record.problem(
            "problem.duplicate_id",
            "record_id",
            expected="expected.new_id",
            params={
                "first_file": first[record.record_id].file,
                "first_row": str(first[record.record_id].row),
                "free": next_record_id(rows),
            },
        )
        for record in rows
        if counts[record.record_id] > 1 and record is not first[record.record_id]
    ]


def next_record_id(records: Iterable[Record]) -> str:
    """Give the first record id after the highest that is in use.

    Examples
    --------
    >>> next_record_id([])
    'R0001'
    """
    numbers = [int(record.record_id[1:]) for record in records if record.record_id[1:].isdigit()]
    return f"R{max(numbers, default=0) + 1:04d}"


def _read_record(
    file: str, row: int, cells: dict[str, str], sources: Collection[str]
) -> tuple[Record | None, list[Problem]]:
    problems = [
        Problem(
            "problem.missing_value", file=file, row=row, column=column, expected="expected.value"
        )
        for column in REQUIRED
        if not cells[column]
    ]

    def problem(key: str, column: str, **more: Any) -> None:
        problems.append(
            Problem(key, file=file, row=row, column=column, value=cells[column], **more)
        )

    def read(column: str, parse: Any, key: str) -> Any:
        if not cells[column]:
            return None
        try:
            return parse(cells[column])
        except FormatError as error:
            problem(key, column, expected=error.expected, nearest=error.nearest)
            return None

    value = read("value", parse_number, "problem.number_format")
    total = read("printed_total", parse_number, "problem.number_format")
    as_of = read("as_of", PartialDate.parse, "problem.date_format")
    if cells["record_id"] and not _is_record_id(cells["record_id"]):
        problem("problem.record_id", "record_id", expected="expected.record_id")
    if cells["unit"] and cells["unit"] not in UNITS:
        problem("problem.unit", "unit", expected="expected.one_of", nearest=UNITS)
    elif value is not None:
        problems += _range_problems(file, row, cells, value)
    ids = tuple(part.strip() for part in cells["source_ids"].split(";") if part.strip())
    if not ids:
        problems.append(
            Problem(
                "problem.missing_value",
                file=file,
                row=row,
                column="source_ids",
                expected="expected.source",
            )
        )
    for source in ids:
        if source not in sources:
            problems.append(unknown_source(file, row, "source_ids", source, set(sources)))
    if problems or value is None:
        return None, problems
    record = Record(
        file=file,
        row=row,
        record_id=cells["record_id"],
        institution=cells["institution"],
        election=cells["election"],
        as_of=as_of,
        counted=cells["counted"],
        dimension=cells["dimension"],
        label=cells["label"],
        value=value,
        unit=cells["unit"],
        printed_total=total,
        source_ids=ids,
        note=cells["note"],
    )
    return record, []


def _is_record_id(text: str) -> bool:
    return text[:1] == "R" and text[1:].isascii() and text[1:].isdigit() and len(text) >= 5


def _range_problems(
    file: str, row: int, cells: dict[str, str], number: PrintedNumber
) -> list[Problem]:
    unit, value = cells["unit"], number.value
    expected = ""
    if unit == "count" and value < 0:
        expected = "expected.count"
    elif unit in ("rank", "class") and (value < 1 or value != int(value)):
        expected = "expected.rank"
    elif unit == "flag" and value not in (0, 1):
        expected = "expected.flag"
    if not expected:
        return []
    return [
        Problem(
            "problem.range",
            file=file,
            row=row,
            column="value",
            value=cells["value"],
            expected=expected,
        )
    ]
