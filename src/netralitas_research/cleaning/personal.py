"""Columns of a user's file that must not travel further, and cells that may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from netralitas_research.cleaning.sheets import Sheet, column_letter

_KINDS = {
    "nip": ("nip", "nipppk"),
    "nik": ("nik", "ktp", "npwp"),
    "email": ("email", "surel", "mail"),
    "phone": ("telepon", "telp", "phone", "hp", "wa", "whatsapp", "ponsel"),
    "name": ("nama", "name"),
    "address": ("alamat", "address"),
    "birth": ("lahir", "ttl", "birth"),
}
IDENTIFYING = ("nip", "nik", "email", "phone", "name")
"""Kinds that can tell persons apart, the surest first."""

_SHORTEST, _LONGEST = 3, 40


@dataclass(frozen=True)
class DroppedColumn:
    """A column that was not taken over; its heading is not kept, for it may be personal too.

    Attributes
    ----------
    column
        Its letter in a spreadsheet.
    kind
        ``nip``, ``nik``, ``email``, ``phone``, ``name``, ``address`` or ``birth`` for personal
        data, ``not_needed`` for any other column.
    """

    column: str
    kind: str


def plain(text: str) -> str:
    """Write a heading or a word in small letters with single spaces and no punctuation.

    Examples
    --------
    >>> plain(" Pre-Test_1 ")
    'pre test 1'
    """
    return " ".join(re.sub(r"[\W_]+", " ", text.lower()).split())


def personal_kind(heading: str) -> str:
    """Say which personal data a column holds by its heading, or nothing.

    Examples
    --------
    >>> personal_kind("Nama lengkap"), personal_kind("E-mail"), personal_kind("Jabatan")
    ('name', 'email', '')
    """
    words = plain(heading).split()
    return next((kind for kind, known in _KINDS.items() if any(w in known for w in words)), "")


def dropped_columns(sheet: Sheet, taken: Iterable[int]) -> tuple[DroppedColumn, ...]:
    """List the filled columns that were not taken over.

    Parameters
    ----------
    sheet
        The table.
    taken
        Places of the columns that were. One with personal data is listed nevertheless: it only
        told persons apart.

    Returns
    -------
    tuple of DroppedColumn
        In the order of the file.
    """
    kept = set(taken)
    kinds = [personal_kind(heading) for heading in sheet.heading]
    filled = [
        bool(heading) or any(cells[place] for _, cells in sheet.rows)
        for place, heading in enumerate(sheet.heading)
    ]
    return tuple(
        DroppedColumn(column_letter(place), kind or "not_needed")
        for place, kind in enumerate(kinds)
        if kind or (place not in kept and filled[place])
    )


def looks_personal(cell: str) -> bool:
    """Say whether a cell looks like an address, a number of a person, or free text.

    Examples
    --------
    >>> looks_personal("a@example.org"), looks_personal("0000 0000"), looks_personal("setuju")
    (True, True, False)
    """
    return "@" in cell or sum(map(str.isdigit, cell)) >= 6 or len(cell) > _LONGEST


def may_be_name(cell: str) -> bool:
    """Say whether a cell is several words with capitals, as names are written.

    Examples
    --------
    >>> may_be_name("Fulan Contoh"), may_be_name("sangat setuju"), may_be_name("Setuju")
    (True, False, False)
    """
    words = cell.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


class Screen:
    """Lets through only cells that look impersonal and do not hold what other columns do.

    Parameters
    ----------
    sheet
        The table.
    open_columns
        Places of the columns whose cells may be shown, such as those of answers.
    """

    def __init__(self, sheet: Sheet, open_columns: Iterable[int]) -> None:
        shown = set(open_columns)
        rows = [cells for _, cells in sheet.rows]
        closed = {
            plain(cells[place])
            for cells in [sheet.heading, *rows]
            for place in range(len(cells))
            if place not in shown
        }
        self._closed = {text for text in closed if len(text) >= _SHORTEST}

    def __call__(self, cell: str) -> str | None:
        """Give a cell that may be shown, or ``None``."""
        text = plain(cell)
        known = any(
            other in text or (len(text) >= _SHORTEST and text in other) for other in self._closed
        )
        return None if looks_personal(cell) or may_be_name(cell) or known else cell
