"""The rows of data/raw/figures: each transcribes one printed figure, as it was printed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from netralitas_research.cleaning.corrections import Corrections
from netralitas_research.cleaning.ids import is_record_id
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.cleaning.references import unknown_source
from netralitas_research.errors import Problem
from netralitas_research.language import (
    FormatError,
    PartialDate,
    PrintedNumber,
    parse_number,
)
from netralitas_research.language.number_words import PERCENT_SIGNS

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
PERCENT_UNITS = ("percent", "score")
TOO_LARGE = 10**15


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
    printed
        The cells as they stand in the file, before any correction.
    corrections
        Ids of the corrections that were applied to this row, joined by ``;``.
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
    printed: Mapping[str, str]
    corrections: str = ""

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
        Ids of the sources there are; without any, they are not checked.
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
            applied = corrections.of(record.record_id)
            records.append(replace(record, printed=printed, corrections=applied))
    return records, problems


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
    as_of = read("as_of", _date, "problem.date_format")
    if cells["record_id"] and not is_record_id(cells["record_id"]):
        problem("problem.record_id", "record_id", expected="expected.record_id")
    if cells["unit"] and cells["unit"] not in UNITS:
        problem("problem.unit", "unit", expected="expected.one_of", nearest=UNITS)
    elif value is not None:
        for key, expected in _value_faults(cells["unit"], value):
            problem(key, "value", expected=expected)
    if total is not None and not _is_whole(total):
        problem("problem.range", "printed_total", expected="expected.count")
    ids = tuple(part.strip() for part in cells["source_ids"].split(";") if part.strip())
    problems += _source_problems(file, row, ids, sources)
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
        printed=cells,
    )
    return record, []


@cache
def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def _value_faults(unit: str, number: PrintedNumber) -> list[tuple[str, str]]:
    """Find what a value cannot be in its unit: keys of the problem and of what was expected."""
    value = number.value
    faults = []
    if number.text.lower().endswith(PERCENT_SIGNS) and unit not in PERCENT_UNITS:
        faults.append(("problem.percent_sign", "expected.unit_of_percent"))
    if abs(value) >= TOO_LARGE:
        faults.append(("problem.range", "expected.size"))
    elif unit == "count" and value < 0:
        faults.append(("problem.range", "expected.count"))
    elif unit in ("rank", "class") and (value < 1 or value != int(value)):
        faults.append(("problem.range", "expected.rank"))
    elif unit == "flag" and value not in (0, 1):
        faults.append(("problem.range", "expected.flag"))
    return faults


def _is_whole(number: PrintedNumber) -> bool:
    value = number.value
    return 0 <= value < TOO_LARGE and value == int(value)


def _source_problems(
    file: str, row: int, ids: Sequence[str], sources: Collection[str]
) -> list[Problem]:
    if not ids:
        return [
            Problem(
                "problem.missing_value",
                file=file,
                row=row,
                column="source_ids",
                expected="expected.source",
            )
        ]
    unknown = [
        unknown_source(file, row, "source_ids", source, sources)
        for source in dict.fromkeys(ids)
        if sources and source not in sources
    ]
    repeated = [
        Problem(
            "problem.repeated_source",
            file=file,
            row=row,
            column="source_ids",
            value=source,
            expected="expected.source_once",
        )
        for source in dict.fromkeys(ids)
        if ids.count(source) > 1
    ]
    return unknown + repeated
