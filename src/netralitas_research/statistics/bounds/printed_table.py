"""A table of counts of which only some facts are printed."""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from scipy import sparse

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.fact_lines import Cells, Fact, Line, several
from netralitas_research.statistics.bounds.facts import count
from netralitas_research.statistics.bounds.labels import places_of
from netralitas_research.statistics.bounds.listed_facts import Margin, Rest
from netralitas_research.statistics.tidy import COLUMNS

Statement = Fact | Margin | Sequence[Fact | Margin]
"""A fact, a margin, or several of them."""


class PrintedTable:
    """Named dimensions with their categories, and what is printed of the counts.

    Every unit stands in exactly one cell. Where a printed category holds another one, such as
    functional posts and the teachers among them, the dimension has the parts ("teacher", "other
    functional") and the fact names both of them.

    Parameters
    ----------
    dimensions
        The categories of each dimension: without overlap, and together complete, so that there is
        mostly one for the remainder.
    *statements
        The facts.

    Attributes
    ----------
    dimensions
        The categories of each dimension.
    facts
        All facts, a fact for each number of a margin.

    Raises
    ------
    UsageError
        If there is no dimension, one has no category or one twice or has the name of a column of
        results, a statement is no fact, or a fact names what the table has not.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import count, total
    >>> table = PrintedTable({"post": ["high", "other"]}, total(9), count({"post": "high"}, 4))
    >>> [fact.name for fact in table.facts]
    ['total: 9', 'post=high: 4']
    """

    def __init__(
        self, dimensions: Mapping[str, Sequence[Hashable]], *statements: Statement
    ) -> None:
        if not isinstance(dimensions, Mapping) or not dimensions:
            raise UsageError("error.bounds_no_dimension", text=str(dimensions))
        self.dimensions = {name: several(categories) for name, categories in dimensions.items()}
        for name, categories in self.dimensions.items():
            if not categories or len(set(categories)) < len(categories):
                raise UsageError("error.bounds_categories", dimension=name)
            if name in COLUMNS:
                raise UsageError("error.bounds_column", dimension=name)
        self.facts = tuple(fact for statement in statements for fact in self._facts(statement))
        self.facts = tuple(Fact(fact.name, tuple(self._lines(fact))) for fact in self.facts)

    @property
    def shape(self) -> tuple[int, ...]:
        """How many categories each dimension has."""
        return tuple(len(categories) for categories in self.dimensions.values())

    def cells(self) -> list[dict[str, Hashable]]:
        """Give every single cell, the last dimension changing fastest."""
        return [
            dict(zip(self.dimensions, chosen, strict=True))
            for chosen in itertools.product(*self.dimensions.values())
        ]

    def given(self, *statements: Statement) -> PrintedTable:
        """Give the same table with further facts."""
        return PrintedTable(self.dimensions, self.facts, *statements)

    def indicator(self, cells: Cells) -> np.ndarray:
        """Mark with 1 the cells, in the order of `cells`, that a sum of cells takes in.

        Raises
        ------
        UsageError
            If it names a dimension or a category that the table has not.
        """
        if not isinstance(cells, Mapping) or not set(cells) <= set(self.dimensions):
            known = ", ".join(self.dimensions)
            raise UsageError("error.bounds_dimension", cells=str(cells), known=known)
        places = [
            _places(name, categories, cells[name]) if name in cells else range(len(categories))
            for name, categories in self.dimensions.items()
        ]
        marks = np.zeros(self.shape, dtype=np.int64)
        marks[np.ix_(*places)] = 1
        return marks.ravel()

    def weights(self, line: Line) -> np.ndarray:
        """Give the weight of every cell in a line."""
        size = math.prod(self.shape)
        return sum(
            (weight * self.indicator(cells) for cells, weight in line.weights),
            start=np.zeros(size, dtype=np.int64),
        )

    def matrix(self) -> sparse.csr_array:
        """Give the weights of all lines of all facts, a row each."""
        rows = [
            sparse.csr_array(self.weights(line)[None, :])
            for fact in self.facts
            for line in fact.lines
        ]
        if not rows:
            return sparse.csr_array((0, math.prod(self.shape)), dtype=np.int64)
        return sparse.csr_array(sparse.vstack(rows))

    def _facts(self, statement: Statement) -> Iterator[Fact]:
        if isinstance(statement, Fact):
            yield statement
        elif isinstance(statement, Margin):
            yield from self._counts(statement)
        elif isinstance(statement, list | tuple):
            for one in statement:
                yield from self._facts(one)
        else:
            raise UsageError("error.bounds_statement", text=str(statement))

    def _counts(self, margin: Margin) -> Iterator[Fact]:
        categories = [self.dimensions.get(name, ()) for name in margin.over]
        if margin.counts.shape != tuple(map(len, categories)):
            raise UsageError("error.bounds_margin", over=", ".join(margin.over))
        counts = margin.counts
        for axis, labels in enumerate(margin.labels):
            if labels is not None:
                counts = counts.take(places_of(labels, categories[axis]), axis=axis)
        for chosen, value in zip(
            itertools.product(*categories), counts.ravel().tolist(), strict=True
        ):
            yield count(dict(zip(margin.over, chosen, strict=True)), value)

    def _lines(self, fact: Fact) -> Iterator[Line]:
        """Write out the categories that a list leaves out, and look at every name."""
        for line in fact.lines:
            rest = _rest(line)
            if rest is None:
                self.weights(line)
                yield line
                continue
            (last, plus), (other, minus) = line.weights
            self.indicator({**last, rest.over: tuple(rest.excluded)})
            for category in self.dimensions[rest.over]:
                if category not in rest.excluded:
                    lesser = {**other, rest.over: category}
                    yield Line(((last, plus), (lesser, minus)), line.low, line.high)


def _rest(line: Line) -> Rest | None:
    chosen = (one for cells, _ in line.weights for one in cells.values())
    return next((one for one in chosen if isinstance(one, Rest)), None)


def _places(name: str, categories: Sequence[Hashable], chosen: Any) -> list[int]:
    wanted = several(chosen)
    unknown = [category for category in wanted if category not in categories]
    if unknown or not wanted or len(set(wanted)) < len(wanted):
        raise UsageError("error.bounds_category", dimension=name, category=str(chosen))
    return [categories.index(category) for category in wanted]
