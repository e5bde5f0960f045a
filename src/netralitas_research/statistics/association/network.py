"""The exact chance of tables no likelier than the one observed, without listing the tables.

Mehta & Patel (1983): the columns are filled one after another, and all ways to fill the first ones
that leave the same row totals meet in one node. How likely and how unlikely the rest from a node
can be has bounds, so most ways are counted as a whole or dropped long before the last column, and
only those still open are followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.special import gammaln, xlogy

WORK = 200_000_000
"""Steps from a way to a next one, at most."""

AT_ONCE = 2_000_000
"""Steps that are taken at once, and ways to fill a column that are listed at once."""

KEEPING, LISTING = 8, 4
"""To keep a way open, and to list a filling, cost so many times what it costs to take a step."""

TOLERANCE = 1e-7
"""Chances that differ by less than this share count as equal."""

MERGED = 1e9
"""Logarithms of chances that agree to this many parts are one."""


class _TooLarge(Exception):
    """The table needs more work than is allowed; it ends the search, and reaches nobody."""


@dataclass
class _Work:
    """How many steps may still be taken."""

    left: int

    def spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise _TooLarge


@dataclass(frozen=True)
class _Ways:
    """The ways to fill the first columns that are still open.

    Attributes
    ----------
    nodes
        Row totals that are left, in order; one line a node.
    node
        The node that each way leads to, in order.
    value
        Logarithm of the part that the filled columns have in the chance of a table.
    times
        How many ways have this node and value.
    """

    nodes: np.ndarray
    node: np.ndarray
    value: np.ndarray
    times: np.ndarray


def exact_p(counts: np.ndarray, work: int = WORK) -> float | None:
    """Sum the chances of all tables with the same margins that are no likelier than this one.

    Parameters
    ----------
    counts
        Table of counts, at least 2 by 2, no row or column empty.
    work
        Bound of the work.

    Returns
    -------
    float or None
        The p value; nothing if the table needs more work than that.

    Examples
    --------
    >>> round(exact_p(np.array([[3, 1], [1, 3]])), 4)
    0.4857
    """
    table = counts if counts.shape[0] <= counts.shape[1] else counts.T
    rows, columns = np.sort(table.sum(axis=1))[None, :], np.sort(table.sum(axis=0))
    if rows.size * np.log2(float(rows.max()) + 1) > 62:
        return None
    radix = (int(rows.max()) + 1) ** np.arange(rows.size)
    limit = float(-gammaln(table + 1.0).sum()) + TOLERANCE
    # What is added up are shares of the chance of all tables.
    scale, share, left = float(_whole(rows, columns)[0]), 0.0, _Work(work)
    ways = _Ways(rows, np.zeros(1, dtype=np.int64), np.zeros(1), np.ones(1))
    try:
        for place in range(len(columns) - 2):
            counted, ways = _fill(ways, columns[place:], limit, scale, radix, left)
            share += counted
            if not ways.node.size:
                return min(1.0, share)
        return min(1.0, share + _finish(ways, int(columns[-2]), limit, scale, left))
    except _TooLarge:
        return None


def _fill(
    ways: _Ways, columns: np.ndarray, limit: float, scale: float, radix: np.ndarray, work: _Work
) -> tuple[float, _Ways]:
    """Fill the first of the columns: the chance of what is decided thereby, and the open ways."""
    rest, share, kept = columns[1:], 0.0, []
    many = np.bincount(ways.node, minlength=len(ways.nodes))
    first = np.cumsum(many) - many
    for group in _bundles(_most_fillings(ways.nodes, columns[0])):
        parent, filling = _fillings(ways.nodes[group], int(columns[0]), work)
        parent += group.start
        nodes, child = _distinct(np.sort(ways.nodes[parent] - filling, axis=1), radix)
        step = -gammaln(filling + 1.0).sum(axis=1)
        likeliest, unlikeliest, whole = (
            bound(nodes, rest)[child] for bound in (_likeliest, _unlikeliest, _whole)
        )
        for bundle in _bundles(many[parent]):
            took = np.repeat(np.arange(bundle.start, bundle.stop), many[parent[bundle]])
            work.spend(len(took))
            begin = np.cumsum(many[parent[bundle]]) - many[parent[bundle]]
            way = np.arange(len(took)) + np.repeat(
                first[parent[bundle]] - begin, many[parent[bundle]]
            )
            reached = ways.value[way] + step[took]
            within = reached + likeliest[took] <= limit
            ends = np.exp(reached[within] + whole[took[within]] - scale)
            share += float(ends @ ways.times[way[within]])
            open_ = ~within & (reached + unlikeliest[took] <= limit)
            work.spend(KEEPING * int(open_.sum()))
            kept.append((nodes[child[took[open_]]], reached[open_], ways.times[way[open_]]))
    return share, _joined(radix, *(np.concatenate(parts) for parts in zip(*kept, strict=True)))


def _bundles(sizes: np.ndarray) -> Iterator[slice]:
    """Cut a list of things into runs of not too many steps."""
    run = np.cumsum(sizes) // AT_ONCE
    cuts = [0, *(np.flatnonzero(np.diff(run)) + 1).tolist(), len(sizes)]
    return (slice(begin, end) for begin, end in pairwise(cuts) if begin < end)


def _most_fillings(nodes: np.ndarray, total: int) -> np.ndarray:
    """Bound from above how many ways there are to fill a column; the last row follows."""
    return np.minimum(AT_ONCE, np.prod(np.minimum(nodes[:, :-1], total) + 1.0, axis=1)).astype(int)


def _fillings(nodes: np.ndarray, total: int, work: _Work) -> tuple[np.ndarray, np.ndarray]:
    """List all ways to spread a column's total over the row totals that each node has left."""
    parent, left = np.arange(len(nodes)), np.full(len(nodes), total)
    filling = np.empty((len(nodes), 0), dtype=np.int64)
    for row in range(nodes.shape[1]):
        lowest = np.maximum(0, left - nodes[parent, row + 1 :].sum(axis=1))
        ways = np.minimum(nodes[parent, row], left) - lowest + 1
        if ways.sum() > 2 * AT_ONCE:
            raise _TooLarge
        origin = np.repeat(np.arange(len(parent)), ways)
        within = np.arange(len(origin)) - np.repeat(np.cumsum(ways) - ways, ways)
        cell = lowest[origin] + within
        parent, left = parent[origin], left[origin] - cell
        filling = np.column_stack([filling[origin], cell])
    work.spend(LISTING * len(parent))
    return parent, filling


def _distinct(nodes: np.ndarray, radix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give each node once, and the place of each of those given."""
    _, first, place = np.unique(nodes @ radix, return_index=True, return_inverse=True)
    return nodes[first], place


def _joined(radix: np.ndarray, nodes: np.ndarray, value: np.ndarray, times: np.ndarray) -> _Ways:
    """Join the ways that reach one node with one value."""
    nodes, node = _distinct(nodes, radix)
    key = np.rint(value * MERGED).astype(np.int64)
    order = np.lexsort((key, node))
    node, key, value, times = node[order], key[order], value[order], times[order]
    new = (np.diff(node, prepend=-1) != 0) | (np.diff(key, prepend=0) != 0)
    first = np.flatnonzero(new)
    return _Ways(nodes, node[first], value[first], np.add.reduceat(times, first))


def _whole(nodes: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Give the logarithm of the chance of all ways from each node to the end."""
    margins = gammaln(nodes + 1.0).sum(axis=1) + gammaln(columns + 1.0).sum()
    return np.asarray(gammaln(columns.sum() + 1.0) - margins)


def _likeliest(nodes: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Bound the logarithm of the likeliest way from each node to the end from above.

    Of a table with the expected counts as means of independent Poisson cells, no cell is likelier
    than its mode.
    """
    n = columns.sum()
    bound = xlogy(n, n) - xlogy(nodes, nodes).sum(axis=1) - xlogy(columns, columns).sum()
    for column in columns:
        mean = nodes * (column / n)
        mode = np.floor(mean)
        bound += (xlogy(mode, mean) - gammaln(mode + 1.0)).sum(axis=1)
    return np.asarray(bound)


def _unlikeliest(nodes: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Bound the logarithm of the unlikeliest way from each node to the end from below.

    The cells of one line are unlikeliest if the largest totals across it are used up first. No
    table is unlikelier than all columns so, or all rows.
    """
    by_column, by_row = np.zeros(len(nodes)), np.zeros(len(nodes))
    for column in columns:
        left = np.full(len(nodes), column)
        for row in nodes.T[::-1]:
            cell = np.minimum(row, left)
            by_column, left = by_column + gammaln(cell + 1.0), left - cell
    left_of_rows = nodes
    for column in np.sort(columns)[::-1]:
        cells = np.minimum(left_of_rows, column)
        by_row, left_of_rows = by_row + gammaln(cells + 1.0).sum(axis=1), left_of_rows - cells
    return -np.minimum(by_column, by_row)


def _finish(ways: _Ways, total: int, limit: float, scale: float, work: _Work) -> float:
    """Sum the chance of the ways through the last two columns that stay within the limit."""
    many = np.bincount(ways.node, minlength=len(ways.nodes))
    share, end = 0.0, np.cumsum(many)
    work.spend(len(ways.node))
    for place, node in enumerate(ways.nodes):
        _, filling = _fillings(node[None, :], total, work)
        ends = np.sort(-(gammaln(filling + 1.0) + gammaln(node - filling + 1.0)).sum(axis=1))
        sums = np.r_[0.0, np.cumsum(np.exp(ends - ends[-1]))]
        own = slice(end[place] - many[place], end[place])
        within = sums[np.searchsorted(ends, limit - ways.value[own], side="right")]
        share += float((np.exp(ways.value[own] + ends[-1] - scale) * within) @ ways.times[own])
    return share
