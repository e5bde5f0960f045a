"""The reviewed tables that say what each printed wording means: data/raw/wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import process

from netralitas_research.cleaning.reading import RawTable, read_table
from netralitas_research.cleaning.wording_checks import check_codes
from netralitas_research.errors import Problem

CODED = ("unit_counted", "stage", "subject", "series")
LABEL_CODES = (
    "dimension_coded",
    "code",
    "dimension_2",
    "code_2",
    "kemendagri_code",
    "election",
    "as_of",
    "period_start",
    "period_end",
    *CODED,
)
TABLES: Mapping[str, tuple[str, ...]] = {
    "counted": (
        "wording",
        "issuer",
        *CODED,
        "period_start",
        "period_end",
        "qualifier",
        "complete",
    ),
    "dimensions": (
        "wording",
        "dimension",
        "parts",
        *CODED,
        "measure",
        "base_meaning",
        "dimension_2",
        "code_2",
    ),
    "statuses": (
        "wording",
        "issuer",
        "stage",
        "unit_counted",
        "subject",
        "dimension",
        "code",
        "period_start",
        "period_end",
    ),
    "labels": ("used_in", "wording", *LABEL_CODES),
    "notes": ("wording", "complete", "qualifier", "base_status", "province_set"),
    "rulings": ("record_id", "column", "value", "reason_id", "reason_en"),
    "same_figures": ("record_id", "same_as", "reason_id", "reason_en"),
}
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "counted": ("wording", *CODED),
    "dimensions": ("wording",),
    "statuses": ("wording",),
    "labels": ("used_in", "wording"),
    "notes": ("wording",),
    "rulings": TABLES["rulings"],
    "same_figures": TABLES["same_figures"],
}
MAY_BE_EMPTY = ("labels", "rulings", "same_figures")
_KEYS = {
    "counted": ("wording", "issuer"),
    "dimensions": ("wording",),
    "statuses": ("wording", "issuer"),
    "notes": ("wording",),
    "labels": ("used_in", "wording"),
    "rulings": ("record_id", "column"),
    "same_figures": ("record_id",),
}


@dataclass(frozen=True)
class WordingTable:
    """One table of wordings, each with the issuer or dimension that it holds for."""

    name: str
    rows: Mapping[tuple[str, str], Mapping[str, str]]

    def find(self, wording: str, used_in: str = "") -> Mapping[str, str] | None:
        """Look a wording up, first as this issuer or dimension uses it, then as all do."""
        text = fold(wording)
        return self.rows.get((text, used_in)) or self.rows.get((text, ""))

    def nearest(self, wording: str) -> tuple[str, ...]:
        """Give the wordings of the table that are most like this one."""
        near = process.extract(fold(wording), self._folded, limit=3, score_cutoff=55)
        return tuple(dict.fromkeys(self._printed[text] for text, _, _ in near))

    @cached_property
    def _printed(self) -> dict[str, str]:
        return {key[0]: row["wording"] for key, row in self.rows.items()}

    @cached_property
    def _folded(self) -> list[str]:
        return list(self._printed)


@dataclass(frozen=True)
class Wordings:
    """All tables of wordings, the rulings on single rows, and links between rows.

    Attributes
    ----------
    tables
        The files as read, by name.
    readable
        Whether every file could be read; what is coded with a missing table means nothing.
    """

    counted: WordingTable
    dimensions: WordingTable
    statuses: WordingTable
    labels: WordingTable
    notes: WordingTable
    rulings: Mapping[str, Mapping[str, Mapping[str, str]]]
    same_figures: Mapping[str, Mapping[str, str]]
    tables: Mapping[str, RawTable]
    readable: bool


def read_wordings(folder: Path, root: Path) -> tuple[Wordings, list[Problem]]:
    """Read the tables of wordings.

    Parameters
    ----------
    folder
        The folder ``data/raw/wordings``.
    root
        The study's folder, from which files are named in messages.

    Returns
    -------
    wordings, problems
        The tables, and what is wrong with them.
    """
    problems: list[Problem] = []
    tables: dict[str, RawTable] = {}
    readable = True
    for name, columns in TABLES.items():
        path = folder / f"{name}.csv"
        shown = path.relative_to(root).as_posix()
        tables[name], found = read_table(path, columns, shown, may_be_empty=name in MAY_BE_EMPTY)
        readable = readable and not found
        problems += found
        problems += _missing(tables[name], REQUIRED[name])
        problems += _repeated(tables[name], _KEYS[name])
        problems += check_codes(tables[name])
    rulings: dict[str, dict[str, Mapping[str, str]]] = {}
    for _, cells in tables["rulings"].rows:
        rulings.setdefault(cells["record_id"], {})[cells["column"]] = cells
    wordings = Wordings(
        counted=_table("counted", tables),
        dimensions=_table("dimensions", tables),
        statuses=_table("statuses", tables),
        labels=_table("labels", tables, "used_in"),
        notes=_table("notes", tables),
        rulings=rulings,
        same_figures={cells["record_id"]: cells for _, cells in tables["same_figures"].rows},
        tables=tables,
        readable=readable,
    )
    return wordings, problems


def fold(wording: str) -> str:
    """Reduce a wording to what distinguishes it: no capitals, one space between words.

    Examples
    --------
    >>> fold("ASN  (Persons)")
    'asn (persons)'
    """
    return " ".join(wording.casefold().split())


def _table(name: str, tables: Mapping[str, RawTable], used_in: str = "issuer") -> WordingTable:
    rows = (cells for _, cells in tables[name].rows)
    return WordingTable(
        name, {(fold(cells["wording"]), cells.get(used_in, "")): cells for cells in rows}
    )


def _missing(table: RawTable, columns: Sequence[str]) -> list[Problem]:
    return [
        Problem(
            "problem.missing_value",
            file=table.file,
            row=row,
            column=column,
            expected="expected.filled",
        )
        for row, cells in table.rows
        for column in columns
        if not cells[column]
    ]


def _repeated(table: RawTable, columns: Sequence[str]) -> list[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    problems = []
    for row, cells in table.rows:
        first = seen.setdefault(tuple(fold(cells[column]) for column in columns), row)
        if first != row:
            problems.append(
                Problem(
                    "problem.repeated_row",
                    file=table.file,
                    row=row,
                    column=columns[0],
                    value=cells[columns[0]],
                    expected="expected.one_row",
                    params={"first": str(first)},
                )
            )
    return problems
