"""A user's questionnaire, answered before and after: from a file to answers without names."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from rapidfuzz import process

from netralitas_research.cleaning.personal import DroppedColumn, Screen, dropped_columns, plain
from netralitas_research.cleaning.questionnaire_layout import Layout, find_layout
from netralitas_research.cleaning.sheets import Sheet, read_sheet
from netralitas_research.cleaning.sittings import SITTING_WORDS, SITTINGS
from netralitas_research.errors import InputError, Problem
from netralitas_research.language import NumberFormatError, parse_number

_NUMBER = re.compile(r"[-+]?[\d.,]+", re.ASCII)

Place = tuple[int, str]
"""A person and a sitting."""


@dataclass(frozen=True)
class Questionnaire:
    """Answers before and after, by persons who have numbers instead of names.

    Attributes
    ----------
    answers
        One row an item that a person could have answered in a sitting: ``person`` (1, 2, … as
        they first appear in the file), ``sitting`` (``before``, ``after``), ``item`` (``b1``, …)
        and ``answer``, NaN where it is missing.
    persons
        How many persons the file has.
    both, only_before, only_after
        How many of them answered in which sittings; the rest answered nothing.
    dropped
        The columns that were not taken over.
    """

    answers: pd.DataFrame
    persons: int
    both: int
    only_before: int
    only_after: int
    dropped: tuple[DroppedColumn, ...]


def read_questionnaire(
    path: Path, sheet: str | None = None, scale: tuple[float, float] | None = None
) -> Questionnaire:
    r"""Read a questionnaire from CSV or a workbook, in one of two layouts.

    Either one row a person and sitting: ``peserta``, ``waktu`` (``sebelum`` or ``sesudah``, ``pre``
    or ``post``, …) and the items ``b1``, ``b2``, …; or one row a person: ``pre_1``, ``pre_2``, …,
    ``post_1``, ``post_2``, … Headings may be Indonesian or English. Whoever stands in the column
    of persons, or without one in that of NIP, e-mail or name, gets a number, and no personal data
    are taken over.

    Parameters
    ----------
    path
        The file.
    sheet
        Name of the sheet of a workbook; the first one when not given.
    scale
        The lowest and the highest answer that there can be, such as ``(1, 5)``.

    Returns
    -------
    Questionnaire
        The answers, and what was left out.

    Raises
    ------
    InputError
        With all problems of the file; a cell of a column that is not taken over, or that looks
        like personal data, is never in them.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "answers.csv"
    ...     _ = path.write_text("peserta;pre_1;post_1\nA;2;4\nB;3;\n", encoding="utf-8")
    ...     found = read_questionnaire(path, scale=(1, 5))
    >>> found.answers.values.tolist()
    [[1, 'before', 'b1', 2.0], [1, 'after', 'b1', 4.0], [2, 'before', 'b1', 3.0]]
    >>> found.both, found.only_before
    (1, 1)
    """
    table = read_sheet(path, sheet)
    layout, problems = find_layout(table)
    if problems:
        raise InputError(problems)
    reading = _Reading(table, layout, scale)
    for row, cells in table.rows:
        reading.read(row, cells)
    if reading.problems:
        raise InputError(reading.problems)
    return reading.result()


class _Reading:
    """Collects answers and problems row by row."""

    def __init__(self, table: Sheet, layout: Layout, scale: tuple[float, float] | None) -> None:
        self.table, self.layout, self.scale = table, layout, scale
        self.problems: list[Problem] = []
        self._persons: dict[str, int] = {}
        self._rows: dict[Place, int] = {}
        self._answers: list[tuple[int, str, str, float]] = []
        self._show = Screen(table, layout.shown)

    def read(self, row: int, cells: tuple[str, ...]) -> None:
        """Read one row: a sitting of a person, or both."""
        person = self._person(row, cells)
        sittings = self._sittings(row, cells)
        if person is not None and sittings:
            self._once(row, person, " ".join(sittings))
        for sitting, items in sittings.items():
            for item, place in items.items():
                answer = self._answer(row, place, cells[place])
                self._answers.append((person or 0, sitting, item, answer))

    def _person(self, row: int, cells: tuple[str, ...]) -> int | None:
        place = self.layout.person
        if place is None:
            return self._persons.setdefault(str(row), len(self._persons) + 1)
        name = " ".join(cells[place].lower().split())
        if not name:
            self._add("problem.missing_value", row, place, "expected.filled")
            return None
        return self._persons.setdefault(name, len(self._persons) + 1)

    def _sittings(self, row: int, cells: tuple[str, ...]) -> Mapping[str, Mapping[str, int]]:
        place = self.layout.sitting
        if place is None:
            return self.layout.items
        word = plain(cells[place])
        if word not in SITTING_WORDS:
            near = process.extract(word, list(SITTING_WORDS), limit=2, score_cutoff=60)
            nearest = tuple(choice for choice, _, _ in near)
            self._add(
                "userfiles.problem.unknown_sitting",
                row,
                place,
                "userfiles.expected.sitting",
                cells[place],
                nearest,
            )
            return {}
        return {SITTING_WORDS[word]: self.layout.items[""]}

    def _once(self, row: int, person: int, sitting: str) -> None:
        first = self._rows.setdefault((person, sitting), row)
        if first != row:
            place = self.layout.person
            self._add(
                "userfiles.problem.person_twice",
                row,
                place,
                "userfiles.expected.person_once",
                first=str(first),
            )

    def _answer(self, row: int, place: int, cell: str) -> float:
        if not cell:
            return math.nan
        nearest: tuple[str, ...] = ()
        try:
            answer = float(parse_number(cell).value) if _NUMBER.fullmatch(cell) else math.inf
        except NumberFormatError as error:
            answer, nearest = math.inf, error.nearest
        if math.isinf(answer):
            self._add(
                "userfiles.problem.answer_number",
                row,
                place,
                "userfiles.expected.answer",
                cell,
                nearest,
            )
        elif self.scale and not self.scale[0] <= answer <= self.scale[1]:
            low, high = self.scale
            self._add(
                "userfiles.problem.answer_range",
                row,
                place,
                "userfiles.expected.scale",
                cell,
                lowest=low,
                highest=high,
            )
        return answer

    def _add(
        self,
        key: str,
        row: int,
        place: int | None,
        expected: str,
        cell: str = "",
        nearest: tuple[str, ...] = (),
        **params: object,
    ) -> None:
        value = self._show(cell) if cell else None
        derived = key != "userfiles.problem.unknown_sitting"
        self.problems.append(
            self.table.problem(
                key,
                row=row,
                column="" if place is None else self.layout.names[place],
                value=value,
                expected=expected,
                nearest=() if derived and value is None else nearest,
                params=params,
            )
        )

    def result(self) -> Questionnaire:
        frame = pd.DataFrame(self._answers, columns=["person", "sitting", "item", "answer"])
        taken = frame.groupby(["person", "sitting"])["answer"].transform("count") > 0
        frame = frame[taken].reset_index(drop=True)
        before, after = (
            set(frame.loc[frame["sitting"] == sitting, "person"]) for sitting in SITTINGS
        )
        return Questionnaire(
            answers=frame,
            persons=len(self._persons),
            both=len(before & after),
            only_before=len(before - after),
            only_after=len(after - before),
            dropped=dropped_columns(self.table, self.layout.names),
        )
