"""What is ranked: labels and numbers, checked; NaN is what was not printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Literal, get_args

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError

Multiplicity = Literal["holm", "bonferroni"]
"""How several comparisons are allowed for: Holm (1979) or Bonferroni."""

Numbers = Sequence[float] | Mapping[str, float] | np.ndarray | pd.Series
"""Numbers, one a unit; the labels of a series or a mapping are the names of the units."""


def labelled(values: Numbers, name: str) -> pd.Series:
    """Make a series of numbers; without labels the units are called 1, 2, 3 ….

    Parameters
    ----------
    values
        The numbers; NaN or None where one is not known.
    name
        What they are, for the message of an error.

    Returns
    -------
    pandas.Series
        Numbers of type float with the labels as index.

    Raises
    ------
    UsageError
        If there is none, one is no number or is infinite, or two units have one label.

    Examples
    --------
    >>> labelled([126, 116], "counts").to_dict()
    {'1': 126.0, '2': 116.0}
    """
    try:
        if isinstance(values, Mapping):
            values = pd.Series(values)
        if not isinstance(values, pd.Series):
            values = pd.Series(list(values), index=[str(i + 1) for i in range(len(values))])
        numbers = values.astype(float)
    except (TypeError, ValueError):
        raise UsageError("error.ranks_numbers", name=name) from None
    if numbers.empty or np.isinf(numbers).any():
        raise UsageError("error.ranks_numbers", name=name)
    if not numbers.index.is_unique:
        raise UsageError("error.ranks_label_twice", name=name)
    return numbers


def labelled_counts(values: Numbers, name: str = "counts") -> pd.Series:
    """Make a series of counts as `labelled` does, and refuse what is no count.

    Raises
    ------
    UsageError
        If one is negative, no whole number, or above 2 to the power of 53.

    Examples
    --------
    >>> labelled_counts([126, None]).tolist()
    [126.0, nan]
    """
    counts = labelled(values, name)
    known = counts.dropna()
    if (known < 0).any() or (known % 1 != 0).any() or (known > 2**53).any():
        raise UsageError("error.ranks_counts", name=name)
    return counts


def beside(values: Numbers, units: pd.Series, name: str) -> pd.Series:
    """Lay further numbers beside the units: by label if both have labels, else in order.

    Parameters
    ----------
    values
        Numbers from 0.
    units
        What they belong to, as `labelled` gives it.
    name
        What they are, for the message of an error.

    Returns
    -------
    pandas.Series
        One number a unit, NaN where there is none.

    Raises
    ------
    UsageError
        If one is negative, or there are not as many as units and labels do not tell which.

    Examples
    --------
    >>> units = pd.Series([5, 2], index=["Aceh", "Bali"])
    >>> beside(pd.Series({"Bali": 10, "Riau": 30}), units, "exposure").to_dict()
    {'Aceh': nan, 'Bali': 10.0}
    """
    numbers = labelled(values, name)
    if isinstance(values, pd.Series | Mapping):
        numbers = numbers.reindex(units.index)
    elif len(numbers) != len(units):
        raise UsageError("error.ranks_lengths", name=name, given=len(numbers), units=len(units))
    if (numbers < 0).any():
        raise UsageError("error.ranks_negative", name=name)
    return pd.Series(numbers.to_numpy(), index=units.index)


def require_level(level: float) -> None:
    """Refuse a level of confidence of a rank set that is not above 0.5 and below 1.

    Raises
    ------
    UsageError
        If it is another, such as 95.

    Examples
    --------
    >>> require_level(0.95)
    """
    if not (isinstance(level, Real) and 0.5 < level < 1):
        raise UsageError("error.ranks_level", level=str(level))


def require_multiplicity(multiplicity: str) -> None:
    """Refuse a way of allowing for several comparisons that is not known.

    Raises
    ------
    UsageError
        If there is no such way.

    Examples
    --------
    >>> require_multiplicity("holm")
    """
    if multiplicity not in get_args(Multiplicity):
        known = ", ".join(get_args(Multiplicity))
        raise UsageError("error.ranks_multiplicity", name=multiplicity, known=known)
