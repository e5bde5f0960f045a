"""The exact chance of tables no likelier than the one observed, without listing the tables.

Mehta & Patel (1983): the columns are filled one after another, and all ways to fill the first ones
that leave the same row totals meet in one node. Of a node, the likeliest and the unlikeliest rest
are known, so most ways are counted as a whole or dropped long before the last column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

WORK = 4_000_000
"""Fillings of a column that are listed, at most; ten times as many ways are followed."""

BUNDLE = 1_000_000
"""Ways that are followed at once."""

KEEPING = 2
"""To keep a way for the next column costs so many times what it costs to look at it."""

TOLERANCE = 1e-7
"""Chances that differ by less than this share count as equal."""

MERGED = 1e9
"""Logarithms of chances that agree to this many parts are one."""


@dataclass(frozen=True)
class _Stage:
    """What can be put in one column: from each node to nodes of the next stage.

    Attributes
    ----------
    starts
        Where the fillings of each node begin, and the end.
    child
        The node to which each filling leads.
    step
        Logarithm of the part that the filling has in the chance of a table.
    whole
        Logarithm of the chance of all ways from each node to the end.
    """

    starts: np.ndarray
    child: np.ndarray
    step: np.ndarray
    whole: np.ndarray


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
    stages = _stages(np.sort(table.sum(axis=1)), np.sort(table.sum(axis=0)), work)
    if stages is None:
        return None
    limit = float(-gammaln(table + 1.0).sum()) + TOLERANCE
    share = _follow(stages, limit, 10 * work)
    return None if share is None else min(1.0, share)


def _stages(rows: np.ndarray, columns: np.ndarray, work: int) -> list[_Stage] | None:
    """List the fillings of every column but the last, which follows from the others."""
    if len(rows) * np.log2(float(rows.max()) + 1) > 62:
        return None
    radix = (int(rows.max()) + 1) ** np.arange(len(rows))
    nodes, stages = rows[None, :], []
    for place, total in enumerate(columns[:-1]):
        filled = _fillings(nodes, int(total), work)
        if filled is None:
            return None
        parent, filling = filled
        work -= len(parent)
        rest = np.sort(nodes[parent] - filling, axis=1)
        step = -gammaln(filling + 1.0).sum(axis=1)
        starts = np.searchsorted(parent, np.arange(len(nodes) + 1))
        whole = _whole(nodes, columns[place:])
        _, first, child = np.unique(rest @ radix, return_index=True, return_inverse=True)
        nodes = rest[first]
        stages.append(_Stage(starts, child, step, whole))
    last = np.arange(len(nodes) + 1)
    ends = -gammaln(nodes + 1.0).sum(axis=1)
    return [*stages, _Stage(last, last[:-1], ends, ends)]


def _fillings(nodes: np.ndarray, total: int, work: int) -> tuple[np.ndarray, np.ndarray] | None:
    """List all ways to spread a column's total over the row totals that each node has left."""
    parent, left = np.arange(len(nodes)), np.full(len(nodes), total)
    filling = np.empty((len(nodes), 0), dtype=np.int64)
    for row in range(nodes.shape[1]):
        lowest = np.maximum(0, left - nodes[parent, row + 1 :].sum(axis=1))
        ways = np.minimum(nodes[parent, row], left) - lowest + 1
        if ways.sum() > work:
            return None
        origin = np.repeat(np.arange(len(parent)), ways)
        within = np.arange(len(origin)) - np.repeat(np.cumsum(ways) - ways, ways)
        cell = lowest[origin] + within
        parent, left = parent[origin], left[origin] - cell
        filling = np.column_stack([filling[origin], cell])
    return parent, filling


def _whole(nodes: np.ndarray, columns: np.ndarray) -> np.ndarray:
    margins = gammaln(nodes + 1.0).sum(axis=1) + gammaln(columns + 1.0).sum()
    return gammaln(columns.sum() + 1.0) - margins


def _follow(stages: list[_Stage], limit: float, work: int) -> float | None:
    """Follow the ways from the first node, and sum the chance of those that end below the limit."""
    bounds = _bounds(stages)
    whole, share = float(stages[0].whole[0]), 0.0
    node, value, ways = np.zeros(1, dtype=np.int64), np.zeros(1), np.ones(1)
    for place, stage in enumerate(stages[:-2]):
        following, (shortest, longest) = stages[place + 1].whole, bounds[place + 1]
        kept = []
        for bundle, fillings in _bundles(stage, node):
            child = stage.child[fillings]
            work -= len(bundle) * len(child)
            if work < 0:
                return None
            reached = value[bundle, None] + stage.step[fillings]
            way, filling = np.nonzero(reached + longest[child] <= limit)
            rest = following[child[filling]] - whole
            share += float(np.exp(reached[way, filling] + rest) @ ways[bundle][way])
            open_ = (reached + longest[child] > limit) & (reached + shortest[child] <= limit)
            way, filling = np.nonzero(open_)
            work -= KEEPING * len(way)
            kept.append((child[filling], reached[way, filling], ways[bundle][way]))
        if not sum(len(part[0]) for part in kept):
            return share
        node, value, ways = _merge(*(np.concatenate(parts) for parts in zip(*kept, strict=True)))
    return share + _finish(stages, limit - value, node, ways, value - whole)


def _bundles(stage: _Stage, node: np.ndarray) -> Iterator[tuple[np.ndarray, slice]]:
    """Take the ways that stand at one node together, not too many at once."""
    for group in np.split(np.arange(len(node)), np.flatnonzero(np.diff(node)) + 1):
        first = node[group[0]]
        fillings = slice(int(stage.starts[first]), int(stage.starts[first + 1]))
        size = max(1, BUNDLE // (fillings.stop - fillings.start))
        for begin in range(0, len(group), size):
            yield group[begin : begin + size], fillings


def _merge(
    node: np.ndarray, value: np.ndarray, ways: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Join the ways that reach one node with one chance."""
    key = np.rint(value * MERGED).astype(np.int64)
    order = np.lexsort((key, node))
    node, key, value, ways = node[order], key[order], value[order], ways[order]
    first = np.flatnonzero(np.r_[True, (np.diff(node) != 0) | (np.diff(key) != 0)])
    return node[first], value[first], np.add.reduceat(ways, first)


def _bounds(stages: list[_Stage]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Give for each node the logarithm of its unlikeliest and of its likeliest way to the end."""
    found = [(stages[-1].step, stages[-1].step)]
    for stage in reversed(stages[:-1]):
        (low, high), first = found[0], stage.starts[:-1]
        lowest = np.minimum.reduceat(stage.step + low[stage.child], first)
        found.insert(0, (lowest, np.maximum.reduceat(stage.step + high[stage.child], first)))
    return found


def _finish(
    stages: list[_Stage], room: np.ndarray, node: np.ndarray, ways: np.ndarray, scale: np.ndarray
) -> float:
    """Sum the chance of the ways through the last two columns that stay within the room left."""
    stage, share = stages[-2], 0.0
    ends = stage.step + stages[-1].step[stage.child]
    for bundle, fillings in _bundles(stage, node):
        steps = np.sort(ends[fillings])
        sums = np.r_[0.0, np.cumsum(np.exp(steps - steps[-1]))]
        within = sums[np.searchsorted(steps, room[bundle], side="right")]
        share += float((np.exp(scale[bundle] + steps[-1]) * within) @ ways[bundle])
    return share
