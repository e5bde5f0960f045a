"""Labelled numbers in the order of the categories that they belong to."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError


def places_of(
    labels: Sequence[Hashable] | pd.Index, wanted: Sequence[Hashable] | pd.Index
) -> list[int]:
    """Tell at which place the number of each category stands among labelled numbers.

    Parameters
    ----------
    labels
        The labels of the numbers. Those that pandas gives by itself, 0, 1 and so on, say nothing:
        the numbers are then in the order of the categories.
    wanted
        The categories.

    Returns
    -------
    list of int
        A place for each category.

    Raises
    ------
    UsageError
        If the labels are others than the categories.

    Examples
    --------
    >>> places_of(["b", "a"], ["a", "b"])
    [1, 0]
    """
    given = list(labels)
    unlabelled = isinstance(labels, pd.RangeIndex) and given == list(range(len(wanted)))
    if given == list(wanted) or (unlabelled and set(given) != set(wanted)):
        return list(range(len(given)))
    if len(set(given)) < len(given) or set(given) != set(wanted):
        known = ", ".join(map(str, wanted))
        raise UsageError("error.bounds_labels", labels=", ".join(map(str, given)), known=known)
    return [given.index(category) for category in wanted]


def axes_of(values: Any) -> tuple[Sequence[Hashable] | pd.Index | None, ...]:
    """Give the labels along each dimension of numbers, ``None`` if they have none.

    Examples
    --------
    >>> axes_of({"a": 3}), axes_of([3])
    ((['a'],), (None,))
    """
    if isinstance(values, pd.DataFrame):
        return values.index, values.columns
    if isinstance(values, pd.Series):
        return (values.index,)
    if isinstance(values, Mapping):
        return (list(values),)
    return (None,) * array_of(values).ndim


def array_of(values: Any) -> np.ndarray:
    """Take numbers as an array, whatever list, frame or mapping they come in.

    Raises
    ------
    UsageError
        If rows of nested lists differ in length.

    Examples
    --------
    >>> array_of({"a": 3, "b": 4}).tolist()
    [3, 4]
    """
    try:
        return np.asarray(list(values.values()) if isinstance(values, Mapping) else values)
    except ValueError:
        raise UsageError("error.bounds_ragged") from None


def ordered(values: Any, wanted: Sequence[Sequence[Hashable] | pd.Index | None]) -> np.ndarray:
    """Give numbers along each dimension in the order of its categories.

    Parameters
    ----------
    values
        Numbers, with labels or without.
    wanted
        The categories of each dimension, ``None`` where they have no labels.

    Returns
    -------
    numpy.ndarray
        The numbers.

    Raises
    ------
    UsageError
        If labels are others than the categories.

    Examples
    --------
    >>> ordered(pd.Series({"b": 4, "a": 3}), [["a", "b"]]).tolist()
    [3, 4]
    """
    found = array_of(values)
    for axis, (labels, categories) in enumerate(zip(axes_of(values), wanted, strict=False)):
        if labels is not None and categories is not None:
            found = found.take(places_of(labels, categories), axis=axis)
    return found
