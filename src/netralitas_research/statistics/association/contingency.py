"""Tables of counts by two classifications: how they are read, and what independence expects."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from netralitas_research.errors import UsageError

Groups = ArrayLike | pd.Series | Mapping[str, object]
"""Numbers of groups: a list, or a mapping or Series with their labels."""

LARGEST = 2**53
"""Counts above it are not whole numbers in a computer's arithmetic."""


@dataclass(frozen=True)
class Contingency:
    """A table of counts with its labels.

    Attributes
    ----------
    counts
        Whole numbers, rows by columns.
    rows, columns
        Labels.
    without_total
        Whether some groups have no known total; they hold nothing then.
    """

    counts: np.ndarray
    rows: list[str]
    columns: list[str]
    without_total: bool = False

    @property
    def n(self) -> int:
        """All that was counted."""
        return int(self.counts.sum())

    @property
    def occupied(self) -> np.ndarray:
        """Give the counts without rows and columns that hold nothing."""
        return self.counts[self.counts.sum(axis=1) > 0][:, self.counts.sum(axis=0) > 0]

    @property
    def note(self) -> str:
        """Say what keeps the table from being tested, or what was left out; empty if nothing."""
        occupied = self.occupied
        if not occupied.size:
            return "note.association.no_counts"
        if min(occupied.shape) < 2:
            return "note.association.one_line"
        if self.without_total:
            return "note.association.no_total"
        return "" if occupied.shape == self.counts.shape else "note.association.empty_lines"

    @property
    def testable(self) -> bool:
        """Say whether at least two rows and two columns hold something."""
        return min(self.occupied.shape) > 1


def read_table(table: ArrayLike | pd.DataFrame) -> Contingency:
    """Read a table of counts.

    Parameters
    ----------
    table
        Rows of counts, or a frame, whose index and columns are then the labels; otherwise rows and
        columns are numbered from 1.

    Returns
    -------
    Contingency
        The counts with labels.

    Raises
    ------
    UsageError
        If there are no rows and columns, or a cell is no whole number of at least 0; the message
        names it.

    Examples
    --------
    >>> read_table([[3, 1], [2, 4]]).rows
    ['1', '2']
    """
    if isinstance(table, pd.DataFrame):
        rows, columns = ([str(label) for label in axis] for axis in (table.index, table.columns))
        return Contingency(read_counts(table.to_numpy(), 2), rows, columns)
    counts = read_counts(table, 2)
    rows, columns = ([str(place + 1) for place in range(size)] for size in counts.shape)
    return Contingency(counts, rows, columns)


def read_groups(events: Groups, totals: Groups) -> Contingency:
    """Read how many of each group had the event as a table of two columns.

    Parameters
    ----------
    events
        Number with the event in each group: a list, or a mapping or Series with labels.
    totals
        Number in each group, or one number for all. If both have labels, these match them. Where
        it is missing, the group is taken as empty.

    Returns
    -------
    Contingency
        One row a group; columns ``event`` and ``rest``.

    Raises
    ------
    UsageError
        If they do not fit each other, or are no counts.

    Examples
    --------
    >>> read_groups([3, 1], [5, 5]).counts.tolist()
    [[3, 2], [1, 4]]
    """
    given, whole_of = labelled(events), labelled(totals)
    with_event = read_counts(given, 1)
    labels = given.index if isinstance(given, pd.Series) else range(1, len(with_event) + 1)
    names = [str(label) for label in labels]
    if isinstance(given, pd.Series) and isinstance(whole_of, pd.Series):
        whole_of = matched(whole_of, names)
    of_each = np.asarray(whole_of, dtype=object)
    if of_each.ndim == 0:
        of_each = np.full(len(names), of_each)
    if len(of_each) != len(names):
        raise UsageError("error.association_groups", events=len(names), totals=len(of_each))
    there = ~pd.isna(of_each)
    with_event, whole = with_event * there, np.zeros_like(with_event)
    whole[there] = read_counts(of_each[there], 1)
    for name, happened, of in zip(names, with_event, whole, strict=True):
        if happened > of:
            raise UsageError("error.association_total", group=name, events=happened, total=of)
    counts = np.column_stack([with_event, whole - with_event])
    return Contingency(counts, names, ["event", "rest"], not there.all())


def labelled(values: Groups | None) -> Any:
    """Give a mapping as a Series, and anything else as it is.

    Examples
    --------
    >>> labelled({"a": 3}).index.tolist()
    ['a']
    """
    return pd.Series(values, dtype=object) if isinstance(values, Mapping) else values


def matched(values: pd.Series, names: list[str]) -> list[object]:
    """Put values in the order of the names of groups.

    Raises
    ------
    UsageError
        If their labels are others, or stand twice.

    Examples
    --------
    >>> matched(pd.Series(["1", "2"], index=["b", "a"]), ["a", "b"])
    ['2', '1']
    """
    labels = [str(label) for label in values.index]
    if sorted(labels) != sorted(names) or len(set(names)) < len(names):
        found, expected = ", ".join(labels), ", ".join(names)
        raise UsageError("error.association_group_labels", found=found, expected=expected)
    return [values.iloc[labels.index(name)] for name in names]


def read_counts(values: ArrayLike | pd.Series, dimensions: int) -> np.ndarray:
    """Read whole numbers of at least 0.

    Text is read only if it is made of digits: ``1.305`` may be 1305 or 1.305.

    Raises
    ------
    UsageError
        If the shape is another, or a value is no such number.

    Examples
    --------
    >>> read_counts([3.0, 1], 1).tolist()
    [3, 1]
    """
    cells = np.asarray(values, dtype=object)
    if cells.ndim != dimensions:
        expected = "error.association_list" if dimensions == 1 else "error.association_table"
        raise UsageError(expected, found=type(values).__name__)
    counts = np.array([_number(cell) for cell in cells.flat]).reshape(cells.shape)
    wrong = ~((counts >= 0) & (counts <= LARGEST) & (counts == np.floor(counts)))
    for cell in cells[wrong]:
        raise UsageError("error.association_counts", value=str(cell))
    return counts.astype(np.int64)


def _number(cell: object) -> float:
    """Give a cell as a number, NaN if it is none."""
    try:
        if not isinstance(cell, str) or cell.strip().isdecimal():
            return float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        pass
    return math.nan


def expected_counts(counts: np.ndarray) -> np.ndarray:
    """Give what independence expects: row total times column total, by the whole.

    Examples
    --------
    >>> expected_counts(np.array([[4, 2], [2, 1]])).tolist()
    [[4.0, 2.0], [2.0, 1.0]]
    """
    rows, columns = counts.sum(axis=-1), counts.sum(axis=-2)
    whole = rows.sum(axis=-1)[..., None, None]
    return rows[..., :, None].astype(float) * columns[..., None, :] / whole


def pearson_statistic(counts: np.ndarray) -> np.ndarray:
    """Sum the squared differences from the expected counts, each by the expected count.

    Rows and columns that hold nothing add nothing. Any number of tables may stand along the
    leading axes.

    Examples
    --------
    >>> float(pearson_statistic(np.array([[3, 0], [0, 3]])))
    6.0
    """
    expected = expected_counts(counts)
    share = np.divide(
        (counts - expected) ** 2, expected, out=np.zeros_like(expected), where=expected > 0
    )
    return share.sum(axis=(-1, -2))


def require_draws(draws: int, seed: int) -> None:
    """Refuse a number of random draws below 1, or a seed that is no whole number of at least 0.

    Raises
    ------
    UsageError
        If either is so.
    """
    whole = all(isinstance(number, int | np.integer) for number in (draws, seed))
    if not whole or draws < 1 or seed < 0:
        raise UsageError("error.association_draws", draws=str(draws), seed=str(seed))
