"""Codes that several coders gave to the same units: from a file to one table without names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from rapidfuzz import process

from netralitas_research.cleaning.personal import (
    DroppedColumn,
    Screen,
    dropped_columns,
    looks_personal,
    plain,
)
from netralitas_research.cleaning.questionnaire_layout import first_of, name_of
from netralitas_research.cleaning.sheets import Sheet, read_sheet
from netralitas_research.errors import InputError, Problem

_UNIT = ("unit", "kode unit", "id unit", "satuan", "kasus", "case", "nomor", "no", "id")
_CODER = ("coder", "pengode", "koder", "penyandi", "penilai", "rater")
_CODE = ("code", "kode", "sandi", "kategori", "category")
_WIDE = re.compile(rf"(?:{'|'.join(_CODER)}) ?\w{{1,3}}", re.ASCII)


@dataclass(frozen=True)
class _Entry:
    """One code, as it stands in the file."""

    row: int
    unit: str
    coder: str
    code: str
    column: str


@dataclass(frozen=True)
class Codings:
    """Codes by unit and coder.

    Attributes
    ----------
    codes
        One row a unit (1, 2, … as they first appear), one column a coder (``coder_1``, … in the
        same way), ``None`` where a coder did not code the unit.
    rows
        For each unit the row of the file in which it first stands.
    dropped
        The columns that were not taken over.
    """

    codes: pd.DataFrame
    rows: pd.Series
    dropped: tuple[DroppedColumn, ...]


def read_codings(
    path: Path, sheet: str | None = None, allowed: Sequence[str] | None = None
) -> Codings:
    r"""Read the codes of several coders from CSV or a workbook, in one of two layouts.

    Either one row a unit: ``unit``, ``coder_a``, ``coder_b``, …; or one row a unit and coder:
    ``unit``, ``coder``, ``code``. Headings may be Indonesian (``pengode``, ``kode``) or English.
    Coders and units get numbers. Small and capital letters of a code are not told apart.

    Parameters
    ----------
    path
        The file.
    sheet
        Name of the sheet of a workbook; the first one when not given.
    allowed
        The codes that there can be; any when not given.

    Returns
    -------
    Codings
        The codes, as ``allowed`` spells them, else in small letters.

    Raises
    ------
    InputError
        With all problems of the file; a cell of a column that is not taken over, or that looks
        like personal data, is never in them.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "codes.csv"
    ...     _ = path.write_text("unit,coder_a,coder_b\nK1,policy,Policy\n", encoding="utf-8")
    ...     read_codings(path).codes.values.tolist()
    [['policy', 'policy']]
    """
    table = read_sheet(path, sheet)
    columns, coders = _columns(table)
    problems = [
        *(_column(table, "problem.missing_column", name) for name in _missing(columns, coders)),
        *(_column(table, "problem.duplicate_column", name) for name in _twice(table, coders)),
    ]
    if problems:
        raise InputError(problems)
    entries = list(_entries(table, columns, coders))
    shown = coders or [columns["code"]]
    problems = _place_problems(table, entries)
    problems += _code_problems(table, entries, Screen(table, shown), allowed)
    if problems:
        raise InputError(problems)
    return _result(entries, allowed, dropped_columns(table, {*columns.values(), *coders}))


def _columns(table: Sheet) -> tuple[dict[str, int], list[int]]:
    """Find the columns of units, coders and codes, or of units and one for each coder."""
    headings = [plain(heading) for heading in table.heading]
    coders = [place for place, heading in enumerate(headings) if _WIDE.fullmatch(heading)]
    words = {"unit": _UNIT} if coders else {"unit": _UNIT, "coder": _CODER, "code": _CODE}
    found = {name: first_of(headings, known) for name, known in words.items()}
    return {name: place for name, place in found.items() if place is not None}, coders


def _missing(columns: dict[str, int], coders: Sequence[int]) -> list[str]:
    if coders:
        return ["coder_b"] if len(coders) < 2 else []
    return [name for name in ("unit", "coder", "code") if name not in columns]


def _twice(table: Sheet, coders: Sequence[int]) -> list[str]:
    names = [plain(table.heading[place]) for place in coders]
    return sorted({name for name in names if names.count(name) > 1})


def _column(table: Sheet, key: str, name: str) -> Problem:
    return table.problem(
        key, row=table.heading_row, column=name, expected="userfiles.expected.coding_columns"
    )


def _entries(table: Sheet, columns: dict[str, int], coders: Sequence[int]) -> Iterator[_Entry]:
    for row, cells in table.rows:
        unit = cells[columns["unit"]].lower() if "unit" in columns else f"row {row}"
        for place in coders or [columns["code"]]:
            coder = str(place) if coders else cells[columns["coder"]].lower()
            yield _Entry(row, unit, coder, cells[place], name_of(table, place))


def _place_problems(table: Sheet, entries: Sequence[_Entry]) -> list[Problem]:
    """Find rows without unit or coder, and units that a coder coded twice; one problem a row."""
    first: dict[tuple[str, str], int] = {}
    problems: dict[int, Problem] = {}
    for entry in entries:
        earlier = first.setdefault((entry.unit, entry.coder), entry.row)
        if not entry.unit or not entry.coder:
            problems[entry.row] = table.problem(
                "userfiles.problem.no_unit_or_coder", row=entry.row, expected="expected.filled"
            )
        elif earlier != entry.row:
            problems[entry.row] = table.problem(
                "userfiles.problem.unit_twice",
                row=entry.row,
                expected="userfiles.expected.unit_once",
                params={"first": str(earlier)},
            )
    return list(problems.values())


def _code_problems(
    table: Sheet, entries: Sequence[_Entry], show: Screen, allowed: Sequence[str] | None
) -> list[Problem]:
    known = {plain(code): code for code in allowed or ()}
    problems = []
    for entry in entries:
        found: dict[str, Any] = {"row": entry.row, "column": entry.column}
        if looks_personal(entry.code):
            problems.append(
                table.problem(
                    "userfiles.problem.code_personal", **found, expected="userfiles.expected.code"
                )
            )
        elif entry.code and allowed is not None and plain(entry.code) not in known:
            near = process.extract(plain(entry.code), list(known), limit=2, score_cutoff=60)
            problems.append(
                table.problem(
                    "userfiles.problem.code_not_allowed",
                    **found,
                    value=show(entry.code),
                    expected="userfiles.expected.allowed_code",
                    nearest=tuple(known[choice] for choice, _, _ in near),
                    params={"codes": ", ".join(allowed)},
                )
            )
    return problems


def _result(
    entries: Sequence[_Entry], allowed: Sequence[str] | None, dropped: tuple[DroppedColumn, ...]
) -> Codings:
    known = {plain(code): code for code in allowed or ()}
    units = {name: n for n, name in enumerate(dict.fromkeys(e.unit for e in entries), start=1)}
    coders = {
        name: f"coder_{n}"
        for n, name in enumerate(dict.fromkeys(e.coder for e in entries), start=1)
    }
    index = pd.RangeIndex(1, len(units) + 1, name="unit")
    codes = pd.DataFrame(None, index=index, columns=list(coders.values()), dtype=object)
    for entry in entries:
        code = known.get(plain(entry.code), entry.code.lower()) or None
        codes.loc[units[entry.unit], coders[entry.coder]] = code
    rows = pd.Series({units[e.unit]: e.row for e in reversed(entries)}, name="row").sort_index()
    return Codings(codes, rows.rename_axis("unit"), dropped)
