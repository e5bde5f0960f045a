"""Lines that a table of counts satisfies: what a printed fact comes down to.

Cells are named by a mapping from dimension to category, or to several categories:
``{"position": "jpt", "act": ["photo", "party"]}`` is the sum of two cells, and ``{}`` the total.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError

Cells = Mapping[str, Any]
"""A sum of cells, by dimension: a category, or a list, tuple or range of categories."""


LARGEST = 10**10
"""Of larger counts the solver's numbers lose whole units."""


@dataclass(frozen=True, slots=True)
class Line:
    """A weighted sum of cells with whole weights, and the limits within which it lies."""

    weights: tuple[tuple[Cells, int], ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Fact:
    """One printed fact: its name, and the lines that it says of the table."""

    name: str
    lines: tuple[Line, ...]


def require_count(value: Any) -> None:
    """Refuse what is no whole number from 0 to `LARGEST`.

    Raises
    ------
    UsageError
        If it is not.

    Examples
    --------
    >>> require_count(0)
    """
    value = value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value
    whole = isinstance(value, Integral) or (isinstance(value, float) and value.is_integer())
    if isinstance(value, bool) or not whole or value < 0:
        raise UsageError("error.count", text=str(value))
    if value > LARGEST:
        raise UsageError("error.bounds_large", text=str(value), most=LARGEST)


def label(cells: Cells) -> str:
    """Name a sum of cells by its dimensions and categories.

    Raises
    ------
    UsageError
        If the cells are not named by a mapping.

    Examples
    --------
    >>> label({"position": ["jpt", "administrator"], "act": "party"})
    'position=jpt+administrator × act=party'
    """
    if not isinstance(cells, Mapping):
        raise UsageError("error.bounds_cells", text=str(cells))
    parts = [f"{name}={'+'.join(map(str, several(chosen)))}" for name, chosen in cells.items()]
    return " × ".join(parts) or "total"


def several(chosen: Any) -> tuple[Hashable, ...]:
    """Give one or several categories as a tuple.

    Examples
    --------
    >>> several("jpt"), several(["jpt", "administrator"])
    (('jpt',), ('jpt', 'administrator'))
    """
    many = isinstance(chosen, list | tuple | range | np.ndarray | pd.Index | pd.Series)
    return tuple(chosen) if many else (chosen,)
