"""Printed facts that are many numbers at once: lists of the largest, and whole margins."""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.fact_lines import (
    Cells,
    Fact,
    Line,
    label,
    require_count,
    several,
)
from netralitas_research.statistics.bounds.labels import array_of, axes_of


@dataclass(frozen=True, slots=True)
class Margin:
    """A printed margin: the counts over some dimensions, and their labels if they have any."""

    over: tuple[str, ...]
    counts: np.ndarray
    labels: tuple[Sequence[Hashable] | pd.Index | None, ...]


def top_list(
    over: str,
    listed: Sequence[Hashable],
    *,
    within: Cells | None = None,
    pooled: Sequence[Hashable] = (),
    name: str = "",
) -> Fact:
    """State that a list shows the largest categories of a dimension, from the largest.

    Parameters
    ----------
    over
        The dimension.
    listed
        The categories in the printed order: none is larger than the one before it, and no
        category that is not listed is larger than the last.
    within
        The cells that are broken down; by default all.
    pooled
        Categories that stand for several, such as a remainder, and so may be larger.
    name
        As for `total`.

    Returns
    -------
    Fact
        The fact.

    Raises
    ------
    UsageError
        If the list is empty or names a category twice, or ``within`` names its dimension.

    Examples
    --------
    >>> top_list("act", ["media", "photo"], pooled=["other"]).name
    'act: media ≥ photo ≥ …'
    """
    listed = several(listed)
    if not listed or len(set(listed)) < len(listed):
        raise UsageError("error.bounds_list")
    if over in (within or {}):
        raise UsageError("error.bounds_shared", dimension=over)
    inner = f"{label(within)} × " if within else ""
    name = name or f"{inner}{over}: {' ≥ '.join(map(str, listed))} ≥ …"
    cells = [{**(within or {}), over: category} for category in listed]
    order = [Line(((one, 1), (other, -1)), 0, math.inf) for one, other in itertools.pairwise(cells)]
    rest = Rest(over, frozenset([*listed, *pooled]))
    last = Line(((cells[-1], 1), ({**(within or {}), over: rest}, -1)), 0, math.inf)
    return Fact(name, (*order, last))


@dataclass(frozen=True, slots=True)
class Rest:
    """Every category of a dimension except some, each on its own."""

    over: str
    excluded: frozenset[Hashable]


def margin(over: str | Sequence[str], counts: Any) -> Margin:
    """State a printed margin of one or more dimensions.

    Parameters
    ----------
    over
        The dimension or dimensions.
    counts
        Whole numbers from 0: nested as there are dimensions and in the order of the categories,
        or a mapping, series or frame with the categories as labels, in any order.

    Returns
    -------
    Margin
        One fact a number, once it stands in a table.

    Raises
    ------
    UsageError
        If there is another number, another depth of nesting, or a dimension twice.

    Examples
    --------
    >>> margin("hair", [108, 286, 71, 127]).over
    ('hair',)
    """
    dimensions = (over,) if isinstance(over, str) else tuple(over)
    values = array_of(counts)
    if values.ndim != len(dimensions) or len(set(dimensions)) < len(dimensions):
        raise UsageError("error.bounds_margin", over=", ".join(dimensions))
    for value in values.ravel().tolist():
        require_count(value)
    return Margin(dimensions, values.astype(np.int64), axes_of(counts))
