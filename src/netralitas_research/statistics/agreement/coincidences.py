"""Coincidences of codes: which pairs of codes the coders of one unit gave."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from netralitas_research.errors import UsageError

Codings = pd.DataFrame | ArrayLike | Mapping[str, Sequence[Hashable]]
"""Codes of several coders, as `coincidences` takes them."""


@dataclass(frozen=True)
class Coincidences:
    """The pairs of codes in each unit that at least two coders coded.

    Attributes
    ----------
    categories
        The codes, in order.
    units
        One matrix of categories by categories a unit, weighted so that it sums to the number of
        codes given to the unit (Krippendorff, 2011).
    """

    categories: tuple[Hashable, ...]
    units: np.ndarray


def coincidences(
    codings: Codings, categories: Sequence[Hashable] | None = None, *, ordered: bool = False
) -> Coincidences:
    """Count the pairs of codes in each unit.

    Parameters
    ----------
    codings
        One row a unit, one column a coder, missing where a coder did not code it: a frame, rows
        in a list or an array, or a mapping from coders to their codes.
    categories
        The codes in their order; by default those that were given, sorted.
    ordered
        Whether the order matters.

    Returns
    -------
    Coincidences
        Without the units that fewer than two coders coded.

    Raises
    ------
    UsageError
        If it is no table, a code is not among the categories, or the order matters and is not
        known.

    Examples
    --------
    >>> found = coincidences(pd.DataFrame({"one": ["a", "b", None], "two": ["a", "a", "b"]}))
    >>> found.units.sum(axis=0).tolist()
    [[2.0, 1.0], [1.0, 0.0]]
    """
    cells = _table(codings).astype(object)
    order = in_order(cells.to_numpy().ravel(), categories, ordered=ordered)
    counts = np.zeros((len(cells), len(order)))
    for place, category in enumerate(order):
        counts[:, place] = (cells == category).sum(axis=1)
    counts = counts[counts.sum(axis=1) >= 2]
    pairs = counts[:, :, None] * counts[:, None, :]
    places = np.arange(len(order))
    pairs[:, places, places] -= counts
    return Coincidences(order, pairs / (counts.sum(axis=1)[:, None, None] - 1))


def in_order(
    codes: Iterable[Any], categories: Sequence[Hashable] | None, *, ordered: bool
) -> tuple[Hashable, ...]:
    """Give the categories in their order: those stated, or those found, sorted.

    Raises
    ------
    UsageError
        If a code or the list of categories is none, a code is not among the stated categories, or
        the order matters and the codes are neither numbers nor stated in order.

    Examples
    --------
    >>> in_order([2, 10, None, 2], None, ordered=True)
    (2, 10)
    """
    found = {code for code in map(_code, codes) if not pd.isna(code)}
    if categories is not None:
        if not isinstance(categories, Iterable):
            raise UsageError("error.survey_codes", found=type(categories).__name__)
        known = tuple(dict.fromkeys(categories))
        unknown = sorted(map(str, found - set(known)))
        if unknown:
            listed = ", ".join(map(str, known))
            raise UsageError("error.survey_categories", unknown=", ".join(unknown), known=listed)
        return known
    numbers = all(isinstance(code, Real) for code in found)
    if ordered and not numbers:
        raise UsageError("error.survey_order")
    return tuple(sorted(found) if numbers else sorted(found, key=str))


def _table(codings: Any) -> pd.DataFrame:
    try:
        if isinstance(codings, pd.DataFrame | Mapping) or np.ndim(codings) == 2:
            return pd.DataFrame(codings)
    except (TypeError, ValueError):
        pass
    raise UsageError("error.survey_codings", found=type(codings).__name__)


def _code(code: Any) -> Any:
    if not isinstance(code, Hashable):
        raise UsageError("error.survey_codes", found=type(code).__name__)
    return code
