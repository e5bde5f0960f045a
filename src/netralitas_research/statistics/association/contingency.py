"""Tables of counts by two classifications: how they are read, and what independence expects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from netralitas_research.errors import UsageError

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
    """

    counts: np.ndarray
    rows: list[str]
    columns: list[str]

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
        If there are no rows and columns, or a cell is no whole number of at least 0.

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


def read_groups(events: ArrayLike | pd.Series, totals: ArrayLike | pd.Series) -> Contingency:
    """Read how many of each group had the event as a table of two columns.

    Parameters
    ----------
    events
        Number with the event in each group.
    totals
        Number in each group. If both are Series, they are matched by their labels.

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
    if isinstance(events, pd.Series) and isinstance(totals, pd.Series):
        if set(events.index) != set(totals.index) or totals.index.has_duplicates:
            raise UsageError("error.association_groups")
        totals = totals.loc[events.index]
    with_event, all_of_them = read_counts(events, 1), read_counts(totals, 1)
    if with_event.shape != all_of_them.shape or (with_event > all_of_them).any():
        raise UsageError("error.association_groups")
    labels = events.index if isinstance(events, pd.Series) else range(1, len(with_event) + 1)
    counts = np.column_stack([with_event, all_of_them - with_event])
    return Contingency(counts, [str(label) for label in labels], ["event", "rest"])


def read_counts(values: ArrayLike | pd.Series, dimensions: int) -> np.ndarray:
    """Read whole numbers of at least 0.

    Raises
    ------
    UsageError
        If the shape is another, or a value is no such number.

    Examples
    --------
    >>> read_counts([3.0, 1], 1).tolist()
    [3, 1]
    """
    try:
        counts = np.asarray(values, dtype=float)
    except (TypeError, ValueError) as error:
        raise UsageError("error.association_counts") from error
    if counts.ndim != dimensions:
        raise UsageError("error.association_shape", dimensions=dimensions, found=counts.ndim)
    if not ((counts >= 0) & (counts <= LARGEST) & (counts == np.floor(counts))).all():
        raise UsageError("error.association_counts")
    return counts.astype(np.int64)


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


def require_choice(name: str, value: str, choices: Sequence[str]) -> None:
    """Refuse a word that is not among the choices.

    Raises
    ------
    UsageError
        If it is not.
    """
    if value not in choices:
        listed = ", ".join(choices)
        raise UsageError("error.association_choice", name=name, value=value, choices=listed)


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
