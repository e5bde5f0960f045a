"""Record ids: permanent, used once, and counted through, so that a lost row is noticed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from netralitas_research.cleaning.reading import RawTable
from netralitas_research.errors import Problem

RUNS_SHOWN = 5
_RECORD_ID = re.compile(r"R(?:[0-9]{4}|[1-9][0-9]{4,8})")


class Place(NamedTuple):
    """Where a record id stands, whether or not its row can be read."""

    record_id: str
    file: str
    row: int


def is_record_id(text: str) -> bool:
    """Say whether a text is the letter R and a number of at least four digits.

    Examples
    --------
    >>> [is_record_id(text) for text in ("R0042", "R12345", "R42", "R00042", "F0042")]
    [True, True, False, False, False]
    """
    return _RECORD_ID.fullmatch(text) is not None


def places(table: RawTable) -> list[Place]:
    """List where each record id of a file stands."""
    return [Place(cells["record_id"], table.file, row) for row, cells in table.rows]


def duplicate_ids(found: Iterable[Place]) -> list[Problem]:
    """Find record ids that stand more than once, in one file or in several.

    Examples
    --------
    >>> twice = duplicate_ids([Place("R0001", "a.csv", 2), Place("R0001", "b.csv", 5)])
    >>> twice[0].file, twice[0].row, twice[0].params["first_file"], twice[0].params["free"]
    ('b.csv', 5, 'a.csv', 'R0002')
    """
    rows = list(found)
    free = next_record_id(place.record_id for place in rows)
    first: dict[str, Place] = {}
    problems = []
    for place in rows:
        earlier = first.setdefault(place.record_id, place)
        if earlier is not place and place.record_id:
            problems.append(
                Problem(
                    "problem.duplicate_id",
                    file=place.file,
                    row=place.row,
                    column="record_id",
                    value=place.record_id,
                    expected="expected.new_id",
                    params={
                        "first_file": earlier.file,
                        "first_row": str(earlier.row),
                        "free": free,
                    },
                )
            )
    return problems


def missing_ids(record_ids: Iterable[str], folder: str) -> list[Problem]:
    """Find numbers that no row bears: ids are permanent, so a row or a file has been lost.

    Examples
    --------
    >>> missing_ids(["R0002", "R0003", "R0007"], "data/raw/figures")[0].value
    'R0001, R0004-R0006'
    >>> missing_ids(["R0002", "R0001"], "data/raw/figures")
    []
    """
    numbers = sorted({int(text[1:]) for text in record_ids if is_record_id(text)})
    gaps = [
        (before + 1, after - 1)
        for before, after in zip([0, *numbers], numbers, strict=False)
        if after - before > 1
    ]
    if not gaps:
        return []
    shown = [_id(low) if low == high else f"{_id(low)}-{_id(high)}" for low, high in gaps]
    return [
        Problem(
            "problem.missing_records",
            file=folder,
            column="record_id",
            value=", ".join([*shown[:RUNS_SHOWN], *["…"][: len(shown) > RUNS_SHOWN]]),
            expected="expected.every_record",
            params={"last": _id(numbers[-1])},
        )
    ]


def next_record_id(record_ids: Iterable[str]) -> str:
    """Give the first record id after the highest that is in use.

    Examples
    --------
    >>> next_record_id(["R0001", "R0012"])
    'R0013'
    """
    return _id(max((int(text[1:]) for text in record_ids if is_record_id(text)), default=0) + 1)


def _id(number: int) -> str:
    return f"R{number:04d}"
