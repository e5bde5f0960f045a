"""The reviewed tables that say what each printed wording means: data/raw/wordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz import process

from netralitas_research import codelists
from netralitas_research.cleaning.reading import RawTable, read_table
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
    "counted": ("wording", "issuer", *CODED, "period_start", "period_end"),
    "dimensions": (
        "wording",
        "dimension",
        "parts",
        *CODED,
        "measure",
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
_CODE_LISTS = {
    "stage": "stages",
    "unit_counted": "units_counted",
    "subject": "subjects",
    "election": "elections",
    "dimension": "dimensions",
    "dimension_coded": "dimensions",
    "dimension_2": "dimensions",
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
    """All tables of wordings and the rulings on single rows."""

    counted: WordingTable
    dimensions: WordingTable
    statuses: WordingTable
    labels: WordingTable
    notes: WordingTable
    rulings: Mapping[str, Mapping[str, Mapping[str, str]]]
    same_figures: Mapping[str, Mapping[str, str]]


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
    rows: dict[str, list[dict[str, str]]] = {}
    for name, columns in TABLES.items():
        path = folder / f"{name}.csv"
        shown = path.relative_to(root).as_posix()
        table, found = read_table(path, columns, shown, may_be_empty=name in MAY_BE_EMPTY)
        problems += found
        problems += _repeated(table.file, table.rows, _KEYS[name])
        problems += _unknown_codes(table)
        rows[name] = [cells for _, cells in table.rows]
    rulings: dict[str, dict[str, Mapping[str, str]]] = {}
    for cells in rows["rulings"]:
        rulings.setdefault(cells["record_id"], {})[cells["column"]] = cells
    wordings = Wordings(
        counted=_table("counted", rows),
        dimensions=_table("dimensions", rows),
        statuses=_table("statuses", rows),
        labels=_table("labels", rows, "used_in"),
        notes=_table("notes", rows),
        rulings=rulings,
        same_figures={cells["record_id"]: cells for cells in rows["same_figures"]},
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


def _table(
    name: str, rows: Mapping[str, list[dict[str, str]]], used_in: str = "issuer"
) -> WordingTable:
    return WordingTable(
        name, {(fold(cells["wording"]), cells.get(used_in, "")): cells for cells in rows[name]}
    )


def _unknown_codes(table: RawTable) -> list[Problem]:
    """Find codes that their code list does not hold."""
    problems = []
    for row, cells in table.rows:
        for column, name in _CODE_LISTS.items():
            if not cells.get(column) or cells[column] in codelists.load(name).index:
                continue
            match = codelists.match(name, cells[column])
            problems.append(
                Problem(
                    "problem.unknown_code",
                    file=table.file,
                    row=row,
                    column=column,
                    value=cells[column],
                    expected="expected.known_code",
                    nearest=tuple(candidate.code for candidate in match.candidates),
                    params={"list": name},
                )
            )
    return problems


def _repeated(
    file: str, rows: Sequence[tuple[int, dict[str, str]]], columns: tuple[str, ...]
) -> list[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    problems = []
    for row, cells in rows:
        key = tuple(fold(cells[column]) for column in columns)
        if key in seen:
            problems.append(
                Problem(
                    "problem.repeated_row",
                    file=file,
                    row=row,
                    column=columns[0],
                    value=cells[columns[0]],
                    expected="expected.one_row",
                    params={"first": str(seen[key])},
                )
            )
        seen.setdefault(key, row)
    return problems
