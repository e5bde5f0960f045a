"""Limits of single cells that follow from one line after the other, without a search.

A line bounds a cell once all other cells of the line are at the limit that leaves it most room.
What it says is put into the other lines, until nothing changes (bound tightening; Savelsbergh,
1994, ORSA Journal on Computing 6(4), 445-454). Such limits are safe but may be too wide.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy import sparse

from netralitas_research.statistics.bounds.program import Program

MOST_ROUNDS = 50
"""Times that all lines are gone through; the limits are safe after any number of them."""

ERROR = 1e-6
"""What a division may be off; the whole number next to it is far away."""


def outer_limits(
    program: Program, floors: np.ndarray | None = None, ceilings: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Find numbers that no cell falls below and none exceeds.

    Parameters
    ----------
    program
        The lines that tables must satisfy.
    floors, ceilings
        Such numbers, as far as they are known.

    Returns
    -------
    tuple of numpy.ndarray
        The floor and the ceiling of each cell, infinite where there is none. If no table
        satisfies the lines, a floor may lie above its ceiling.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import at_most, total
    >>> from netralitas_research.statistics.bounds.printed_table import PrintedTable
    >>> program = Program.of(PrintedTable({"a": [1, 2]}, total(9), at_most({"a": 1}, 3)))
    >>> [limits.tolist() for limits in outer_limits(program)]
    [[0.0, 6.0], [3.0, 9.0]]
    """
    size = program.matrix.shape[1]
    if floors is None or ceilings is None:
        floors, ceilings = np.zeros(size), np.full(size, np.inf)
    lines, low, high = _with_sums(program)
    more = lines.shape[1] - size
    floors = np.concatenate([floors, np.zeros(more)])
    ceilings = np.concatenate([ceilings, np.full(more, np.inf)])
    # Each line read as an upper limit, once as it is and once with the signs turned.
    sides = [(lines.data, high), (-lines.data, -low)]
    for _ in range(MOST_ROUNDS):
        before = floors.copy(), ceilings.copy()
        for weights, limits in sides:
            _tighten(lines, weights, limits, floors, ceilings, integer=program.integer)
        settled = np.array_equal(before[0], floors) and np.array_equal(before[1], ceilings)
        if settled or (floors > ceilings).any():
            break
    return floors[:size], ceilings[:size]


def _with_sums(program: Program) -> tuple[sparse.coo_array, np.ndarray, np.ndarray]:
    """Write lines with negative weights by the sum of their cells, which is a cell of its own.

    The share of a sum says little of a cell as long as each cell of the sum is taken by itself,
    and much once the sum has limits, as a printed margin gives them.
    """
    matrix = sparse.csr_array(program.matrix, dtype=float)
    size = matrix.shape[1]
    supports = [
        tuple(matrix.indices[matrix.indptr[line] : matrix.indptr[line + 1]].tolist())
        for line in range(matrix.shape[0])
    ]
    negative = {
        line for line in range(matrix.shape[0]) if _weights(matrix, line).min(initial=0) < 0
    }
    places = {cells: size + at for at, cells in enumerate({supports[line] for line in negative})}
    entries: list[tuple[int, int, float]] = []
    for line, cells in enumerate(supports):
        weights, place = _weights(matrix, line), places.get(cells)
        if line in negative:
            assert place is not None
            entries += [(line, place, weights.min())]
            weights = weights - weights.min()
        elif place is not None and np.ptp(weights) == 0:
            entries += [(line, place, weights[0])]
            weights = np.zeros(0)
        entries += [(line, *one) for one in zip(cells, weights.tolist(), strict=False) if one[1]]
    for at, (cells, place) in enumerate(places.items(), start=len(supports)):
        entries += [(at, cell, 1.0) for cell in cells] + [(at, place, -1.0)]
    rows, columns, values = (
        (np.array(one) for one in zip(*entries, strict=True))
        if entries
        else (np.zeros(0, int), np.zeros(0, int), np.zeros(0))
    )
    shape = (len(supports) + len(places), size + len(places))
    exact = np.zeros(len(places))
    lines = sparse.coo_array((values.astype(float), (rows, columns)), shape=shape)
    return lines, np.append(program.low, exact), np.append(program.high, exact)


def _weights(matrix: sparse.csr_array, line: int) -> np.ndarray:
    return matrix.data[matrix.indptr[line] : matrix.indptr[line + 1]]


def _tighten(
    entries: sparse.coo_array,
    weights: np.ndarray,
    limits: np.ndarray,
    floors: np.ndarray,
    ceilings: np.ndarray,
    *,
    integer: bool,
) -> None:
    """Narrow the limits of cells in place by lines that weighted sums do not exceed."""
    rows, columns = entries.row, entries.col
    least = weights * np.where(weights > 0, floors[columns], ceilings[columns])
    endless = np.isinf(least)
    least[endless] = 0.0
    sums = np.bincount(rows, least, len(limits))
    unknown = np.bincount(rows, endless, len(limits))
    useful = np.isfinite(limits[rows]) & (unknown[rows] - endless == 0)
    room = (limits[rows] - (sums[rows] - least)) / weights
    above, below = useful & (weights > 0), useful & (weights < 0)
    highest = np.floor(room[above] + ERROR) if integer else room[above]
    lowest = np.ceil(room[below] - ERROR) + 0.0 if integer else room[below]
    np.minimum.at(ceilings, columns[above], highest)
    np.maximum.at(floors, columns[below], lowest)


def batches(program: Program, places: np.ndarray, ceilings: np.ndarray) -> Iterator[np.ndarray]:
    """Divide cells into batches that may all stand at their ceilings in one table.

    Parameters
    ----------
    program
        The lines that tables must satisfy.
    places
        The cells.
    ceilings
        What no cell exceeds; finite for these cells.

    Yields
    ------
    numpy.ndarray
        Places of cells whose ceilings together exceed no line without negative weights.

    Examples
    --------
    Cells of one row stand apart, and those of a diagonal together.

    >>> from netralitas_research.statistics.bounds.facts import margin
    >>> from netralitas_research.statistics.bounds.printed_table import PrintedTable
    >>> table = PrintedTable(
    ...     {"a": [1, 2], "b": [1, 2]}, margin("a", [5, 5]), margin("b", [5, 5])
    ... )
    >>> [batch.tolist() for batch in batches(Program.of(table), np.arange(4), np.full(4, 5.0))]
    [[0, 3], [1, 2]]
    """
    matrix = program.matrix.tocsr()
    positive = np.asarray((matrix < 0).sum(axis=1)).ravel() == 0
    kept = matrix[positive & np.isfinite(program.high)]
    high = program.high[positive & np.isfinite(program.high)].tolist()
    by_cell = kept.tocsc()
    needs = {
        int(place): [
            (int(by_cell.indices[at]), float(by_cell.data[at] * ceilings[place]))
            for at in range(by_cell.indptr[place], by_cell.indptr[place + 1])
        ]
        for place in places
    }
    while needs:
        room = list(high)
        chosen: list[int] = []
        for place, lines in needs.items():
            if not chosen or all(room[line] >= need for line, need in lines):
                chosen.append(place)
                for line, need in lines:
                    room[line] -= need
        yield np.array(chosen)
        for place in chosen:
            del needs[place]
