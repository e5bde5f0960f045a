"""Which column of a questionnaire is what, by its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netralitas_research.cleaning.personal import IDENTIFYING, personal_kind, plain
from netralitas_research.cleaning.sheets import Sheet, column_letter
from netralitas_research.cleaning.sittings import SITTING_WORDS, SITTINGS
from netralitas_research.errors import Problem

_PERSON = (
    "peserta",
    "kode peserta",
    "id peserta",
    "nomor peserta",
    "no peserta",
    "responden",
    "kode responden",
    "id responden",
    "participant",
    "respondent",
    "person",
    "kode",
    "id",
)
_SITTING = ("waktu", "sesi", "tahap", "pengukuran", "sitting", "time", "session", "wave")
_EXAMPLES = {"before": "pre_1", "after": "post_1"}
_ITEM = re.compile(r"(?:b|q|p|s|item|butir|soal|pertanyaan|question) ?0*(\d{1,4})", re.ASCII)
_WORDS = "|".join(sorted(map(re.escape, SITTING_WORDS), key=len, reverse=True))
_WIDE = re.compile(rf"({_WORDS}) ?(?:{_ITEM.pattern}|0*(\d{{1,4}}))", re.ASCII)


@dataclass(frozen=True)
class Layout:
    """Places of the columns, counted from 0.

    Attributes
    ----------
    person, sitting
        The columns of persons and sittings, or ``None``.
    items
        For each sitting the place of each item; with a column of sittings under an empty name.
    names
        What each of these columns is called in messages, by its place.
    """

    person: int | None
    sitting: int | None
    items: Mapping[str, Mapping[str, int]]
    names: Mapping[int, str]

    @property
    def shown(self) -> set[int]:
        """The columns whose cells may be shown in messages: answers and sittings."""
        return set(self.names) - {self.person}


def find_layout(sheet: Sheet) -> tuple[Layout, list[Problem]]:
    """Tell the columns of a questionnaire.

    Parameters
    ----------
    sheet
        The table.

    Returns
    -------
    layout, problems
        Where everything is, and which columns are missing or stand twice.

    Examples
    --------
    >>> heading = ("Nama", "Sebelum 1", "Sesudah 1")
    >>> layout, _ = find_layout(Sheet("a.csv", "", 1, heading, ()))
    >>> layout.person, dict(layout.items), layout.names[0]
    (0, {'before': {'b1': 1}, 'after': {'b1': 2}}, 'A')
    """
    headings = [plain(heading) for heading in sheet.heading]
    items, twice = _wide_items(headings)
    wide = bool(items)
    if not wide:
        items, twice = _long_items(headings)
    sitting = None if wide else first_of(headings, _SITTING)
    person = person_column(headings, _PERSON)
    missing = [_EXAMPLES[each] for each in SITTINGS if wide and each not in items]
    if not wide:
        found = {"peserta": person, "waktu": sitting, "b1": items or None}
        missing = [name for name, place in found.items() if place is None]
    places = {place for each in items.values() for place in each.values()}
    names = {place: sheet.heading[place] for place in places}
    names |= {place: name_of(sheet, place) for place in (person, sitting) if place is not None}
    problems = [
        *(_problem(sheet, "problem.missing_column", name) for name in missing),
        *(_problem(sheet, "problem.duplicate_column", sheet.heading[place]) for place in twice),
    ]
    return Layout(person, sitting, items, names), problems


def first_of(headings: Sequence[str], words: Sequence[str]) -> int | None:
    """Find the column whose heading is the first of some words that there is.

    Examples
    --------
    >>> first_of(["kode", "peserta"], ["peserta", "kode"])
    1
    """
    return next((headings.index(word) for word in words if word in headings), None)


def person_column(headings: Sequence[str], words: Sequence[str]) -> int | None:
    """Find the column that tells persons apart: one of the words, or else personal data.

    Examples
    --------
    >>> person_column(["nama", "nip", "b1"], ["peserta"])
    1
    """
    place = first_of(headings, words)
    kinds = [personal_kind(heading) for heading in headings]
    return first_of(kinds, IDENTIFYING) if place is None else place


def name_of(sheet: Sheet, place: int) -> str:
    """Give what a column is called in messages: its heading, or its letter if that is personal.

    Examples
    --------
    >>> sheet = Sheet("a.csv", "", 1, ("Nama", "waktu"), ())
    >>> name_of(sheet, 0), name_of(sheet, 1)
    ('A', 'waktu')
    """
    heading = sheet.heading[place]
    return column_letter(place) if personal_kind(heading) else heading


def _wide_items(headings: Sequence[str]) -> tuple[dict[str, dict[str, int]], list[int]]:
    items: dict[str, dict[str, int]] = {}
    twice = []
    for place, heading in enumerate(headings):
        if found := _WIDE.fullmatch(heading):
            own = items.setdefault(SITTING_WORDS[found[1]], {})
            if own.setdefault(f"b{found[2] or found[3]}", place) != place:
                twice.append(place)
    return {sitting: items[sitting] for sitting in SITTINGS if sitting in items}, twice


def _long_items(headings: Sequence[str]) -> tuple[dict[str, dict[str, int]], list[int]]:
    items: dict[str, int] = {}
    twice = []
    for place, heading in enumerate(headings):
        found = _ITEM.fullmatch(heading)
        if found and items.setdefault(f"b{found[1]}", place) != place:
            twice.append(place)
    return ({"": items} if items else {}), twice


def _problem(sheet: Sheet, key: str, column: str) -> Problem:
    return sheet.problem(
        key,
        row=sheet.heading_row,
        column=column,
        expected="userfiles.expected.questionnaire_columns",
    )
