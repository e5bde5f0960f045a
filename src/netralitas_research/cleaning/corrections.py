"""Corrections of obvious misprints: each names one cell, and fails when it no longer fits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process

from netralitas_research.cleaning.reading import RawTable
from netralitas_research.cleaning.references import unknown_source
from netralitas_research.errors import Problem

COLUMNS = (
    "correction_id",
    "record_id",
    "column",
    "printed",
    "corrected",
    "reason_id",
    "reason_en",
    "source_id",
)
MAY_BE_EMPTY = ("printed", "corrected")


@dataclass(frozen=True)
class Corrections:
    """The corrections with their row numbers, by the record that they correct."""

    file: str
    by_record: Mapping[str, Sequence[tuple[int, Mapping[str, str]]]]

    def apply(self, row: int, cells: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
        """Correct one row of data/raw/figures, if a correction names it.

        A correction whose printed value no longer stands in the row is a problem: the raw file
        was repaired, and the correction must go.
        """
        corrected = dict(cells)
        problems = []
        for line, correction in self.by_record.get(cells["record_id"], ()):
            column = correction["column"]
            if column not in cells:
                continue
            if cells[column] == correction["printed"]:
                corrected[column] = correction["corrected"]
                continue
            problems.append(
                Problem(
                    "problem.correction_repaired",
                    file=self.file,
                    row=line,
                    column="printed",
                    value=correction["printed"],
                    expected="expected.printed_value",
                    nearest=(cells[column],),
                    params={"record": cells["record_id"], "found_row": str(row)},
                )
            )
        return corrected, problems

    def of(self, record_id: str) -> str:
        """Give the ids of the corrections of a row, joined, or an empty text."""
        return ";".join(cells["correction_id"] for _, cells in self.by_record.get(record_id, ()))

    def unmatched(self, record_ids: Collection[str]) -> list[Problem]:
        """Find corrections that name a row that does not exist."""
        return [
            Problem(
                "problem.correction_unmatched",
                file=self.file,
                row=line,
                column="record_id",
                value=record_id,
                expected="expected.known_record",
            )
            for record_id, rows in self.by_record.items()
            if record_id not in record_ids
            for line, _ in rows
        ]


def read_corrections(
    table: RawTable, columns: Collection[str], sources: Collection[str]
) -> tuple[Corrections, list[Problem]]:
    """Index the rows of data/raw/corrections.csv by the record that they correct.

    Parameters
    ----------
    table
        The rows.
    columns
        The columns of data/raw/figures that can be corrected.
    sources
        Ids of the sources there are; without any, they are not checked.

    Returns
    -------
    corrections, problems
        The corrections, and cells that are empty or name no column or source.
    """
    by_record: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    problems: list[Problem] = []
    for row, cells in table.rows:
        by_record.setdefault(cells["record_id"], []).append((row, cells))
        problems += [
            Problem(
                "problem.missing_value",
                file=table.file,
                row=row,
                column=column,
                expected="expected.filled",
            )
            for column in COLUMNS
            if not cells[column] and column not in MAY_BE_EMPTY
        ]
        if cells["column"] and cells["column"] not in columns:
            problems.append(_unknown_column(table.file, row, cells["column"], columns))
        if sources and cells["source_id"] and cells["source_id"] not in sources:
            source = cells["source_id"]
            problems.append(unknown_source(table.file, row, "source_id", source, sources))
    return Corrections(table.file, by_record), problems


def _unknown_column(file: str, row: int, column: str, columns: Collection[str]) -> Problem:
    near = process.extract(column, list(columns), limit=2, score_cutoff=60)
    return Problem(
        "problem.unknown_column",
        file=file,
        row=row,
        column="column",
        value=column,
        expected="expected.columns",
        nearest=tuple(choice for choice, _, _ in near),
        params={"columns": ", ".join(columns)},
    )
