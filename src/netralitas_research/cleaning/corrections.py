"""Corrections of obvious misprints: each names one cell, and fails when it no longer fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netralitas_research.cleaning.reading import RawTable
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
            if cells.get(column) == correction["printed"]:
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
                    nearest=(cells.get(column, ""),),
                    params={"record": cells["record_id"], "found_row": str(row)},
                )
            )
        return corrected, problems

    def of(self, record_id: str) -> str:
        """Give the ids of the corrections of a row, joined, or an empty text."""
        return ";".join(cells["correction_id"] for _, cells in self.by_record.get(record_id, ()))

    def unmatched(self, record_ids: set[str]) -> list[Problem]:
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


def read_corrections(table: RawTable) -> Corrections:
    """Index the rows of data/raw/corrections.csv by the record that they correct."""
    by_record: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    for row, cells in table.rows:
        by_record.setdefault(cells["record_id"], []).append((row, cells))
    return Corrections(table.file, by_record)
