"""Counts and exposures as users have them: a number, a list, or labelled values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
        If there is none, or one is negative or no whole number, or a label stands twice.

    Examples
    --------
    >>> read_counts([4, None]).to_dict()
    {'1': 4.0, '2': nan}
    """
    read = read_values(counts, single)
    given = read.dropna()
    if (given < 0).any() or (given % 1 != 0).any() or (given > LARGEST).any():
        raise UsageError("error.rates_counts")
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
    if _is_number(exposure):
        exposure = read_values(exposure).item()
        read = pd.Series(exposure, index=labels, dtype=float)
    else:
        read = read_values(exposure)
        if not isinstance(exposure, (Mapping, pd.Series)):
            require_lengths(len(labels), len(read))
            read.index = labels
        require_labels(read.index, labels)
    if (read < 0).any() or np.isinf(read).any():
        raise UsageError("error.rates_exposure")
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
        raise UsageError("error.rates_label", label=label)


def read_values(values: Values, single: str = "rate") -> pd.Series:
    """Read numbers of any kind; the labels are those of `read_counts`.

    Raises
    ------
    UsageError
        If there is none, one is no number, or a label stands twice.
    """
    try:
        read = _labelled(values, single)
    except (TypeError, ValueError):
        raise UsageError("error.rates_numbers") from None
    if read.empty:
        raise UsageError("error.rates_numbers")
    if read.index.has_duplicates:
        raise UsageError("error.rates_label_twice", label=read.index[read.index.duplicated()][0])
    return read


def _labelled(values: Values, single: str) -> pd.Series:
    if isinstance(values, (Mapping, pd.Series)):
        given = pd.Series(values, dtype=float)
        return pd.Series(given.to_numpy(), index=[str(label) for label in given.index])
    listed = [values] if _is_number(values) else list(values)  # type: ignore[arg-type]
    labels = [single] if _is_number(values) else [str(i + 1) for i in range(len(listed))]
    return pd.Series(np.array(listed, dtype=float), index=labels)


def _is_number(values: object) -> bool:
    return values is None or np.isscalar(values)
