"""Counts and exposures as users have them: a number, a list, or labelled values."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError

Values = float | Sequence[float | None] | Mapping[str, float | None] | np.ndarray | pd.Series
"""Numbers; None or NaN where a number is missing."""


LARGEST = 10**12
"""Of larger counts the limits are lost in rounding."""


def read_counts(counts: Values, single: str = "rate") -> pd.Series:
    """Read counts.

    Parameters
    ----------
    counts
        Whole numbers that are not negative, or missing.
    single
        Label of a lone number. A list has the labels 1, 2, …

    Returns
    -------
    pandas.Series
        The counts as floats by label; missing ones as NaN.

    Raises
    ------
    UsageError
        If there is none, or one is negative, no whole number or too large, or a label stands twice.

    Examples
    --------
    >>> read_counts([4, None]).to_dict()
    {'1': 4.0, '2': nan}
    """
    read = read_values(counts, single)
    for count in read.dropna():
        if not 0 <= count <= LARGEST or count % 1:
            raise UsageError("error.rates_counts", value=f"{count:.15g}")
    return read


def read_exposure(exposure: Values, labels: pd.Index) -> pd.Series:
    """Read what counts relate to, such as civil servants or years.

    Parameters
    ----------
    exposure
        Numbers that are not negative, or missing. One number holds for every label; labelled
        values are matched by their labels.
    labels
        Labels of the counts.

    Returns
    -------
    pandas.Series
        The exposure of each label as floats; NaN where it is missing.

    Raises
    ------
    UsageError
        If an exposure is negative or infinite, if lengths differ, or if an exposure has a label
        that no count has.

    Examples
    --------
    >>> read_exposure({"b": 90}, pd.Index(["a", "b"])).to_dict()
    {'a': nan, 'b': 90.0}
    """
    if is_one(exposure):
        read = pd.Series(read_number(exposure), index=labels, dtype=float)
    else:
        read = read_values(exposure)
        if not isinstance(exposure, (Mapping, pd.Series)):
            require_lengths(len(labels), len(read))
            read.index = labels
        require_labels(read.index, labels)
    for value in read:
        if value < 0 or math.isinf(value):
            raise UsageError("error.rates_exposure", value=f"{value:.15g}")
    return read.reindex(labels)


def require_lengths(first: int, second: int) -> None:
    """Refuse two lists of which one is longer.

    Raises
    ------
    UsageError
        If one is.
    """
    if first != second:
        raise UsageError("error.rates_lengths", first=first, second=second)


def require_labels(labels: pd.Index, known: pd.Index) -> None:
    """Refuse labels that do not occur among the known ones.

    Raises
    ------
    UsageError
        If one does not; the message names it.
    """
    for label in labels.difference(known):
        raise UsageError("error.rates_label", label=label, known=", ".join(known))


def read_values(values: Values, single: str = "rate") -> pd.Series:
    """Read numbers of any kind; the labels are those of `read_counts`.

    Raises
    ------
    UsageError
        If there is none, one is no number, or a label stands twice.

    Examples
    --------
    >>> read_values(("12", 0.5)).to_dict()
    {'1': 12.0, '2': 0.5}
    """
    read = _labelled(values, single)
    if read.empty:
        raise UsageError("error.rates_numbers")
    if read.index.has_duplicates:
        raise UsageError("error.rates_label_twice", label=read.index[read.index.duplicated()][0])
    return read


def read_number(value: Any) -> float:
    """Read one number; None, NaN and the like are NaN.

    Text is read only if it is made of digits: ``1.305`` may be 1305 or 1.305.

    Raises
    ------
    UsageError
        If it is no number, or text that may be read in two ways.

    Examples
    --------
    >>> read_number("1305"), read_number(np.array(3)), read_number(None)
    (1305.0, 3.0, nan)
    """
    if is_one(value) and pd.isna(value):
        return math.nan
    readable = is_one(value) and (not isinstance(value, str) or value.strip().isdecimal())
    try:
        if readable:
            return float(value)
    except (TypeError, ValueError, OverflowError):
        pass
    raise UsageError("error.rates_number", value=str(value))


def is_one(values: object) -> bool:
    """Tell a lone number, also one of numpy, or None, from several.

    Examples
    --------
    >>> is_one(3), is_one(np.array(3)), is_one([3])
    (True, True, False)
    """
    return pd.api.types.is_scalar(values) or (isinstance(values, np.ndarray) and values.ndim == 0)


def is_list(values: object) -> bool:
    """Tell several numbers in one order from a set, which has none, and from a table.

    Examples
    --------
    >>> is_list((3, 4)), is_list({3, 4}), is_list(np.eye(2))
    (True, False, False)
    """
    several = np.iterable(values) and not isinstance(values, Set | str)
    return several and getattr(values, "ndim", 1) == 1


def _labelled(values: Values, single: str) -> pd.Series:
    if is_one(values):
        return pd.Series([read_number(values)], index=[single])
    if not is_list(values):
        raise UsageError("error.rates_numbers")
    if isinstance(values, Mapping):
        values = pd.Series(values, dtype=object)
    listed = [read_number(value) for value in values]  # type: ignore[union-attr]
    labels = values.index if isinstance(values, pd.Series) else range(1, len(listed) + 1)
    return pd.Series(listed, index=[str(label) for label in labels], dtype=float)
