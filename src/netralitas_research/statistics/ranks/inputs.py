"""What is ranked: labels and numbers, checked; NaN is what was not printed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Integral, Real
from typing import Literal, get_args

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.rates.inputs import is_list, is_one, read_number

Multiplicity = Literal["holm", "bonferroni"]
"""How several comparisons are allowed for: Holm (1979) or Bonferroni."""

LARGEST = 2**53
"""Above that not every whole number is a float."""

FEWEST_DRAWS = 100
"""Below that, a simulated critical value means nothing."""

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
    if not is_list(values):
        kind = str(values) if is_one(values) else type(values).__name__
        raise UsageError("error.ranks_numbers", name=name, value=kind)
    if isinstance(values, Mapping):
        values = pd.Series(values, dtype=object)
    listed = [read_number(value) for value in values]
    for value in listed:
        if math.isinf(value):
            raise UsageError("error.ranks_numbers", name=name, value=value)
    if not listed:
        raise UsageError("error.ranks_numbers", name=name, value="[]")
    index = values.index if isinstance(values, pd.Series) else _places(len(listed))
    for label in index[index.duplicated()]:
        raise UsageError("error.ranks_label_twice", name=name, label=label)
    return pd.Series(listed, index=index, dtype=float)


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
    for count in counts.dropna():
        if not 0 <= count <= LARGEST or count % 1:
            raise UsageError("error.ranks_counts", name=name, value=f"{count:.15g}")
    return counts


def beside(values: Numbers, units: pd.Series, name: str) -> pd.Series:
    """Lay further numbers beside the units: by label if both have labels, else in order.

    Parameters
    ----------
    values
        Numbers from 0; a lone number holds for every unit.
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
    if is_one(values):
        values = [values] * len(units)  # type: ignore[list-item]
    numbers = labelled(values, name)
    if isinstance(values, pd.Series | Mapping):
        numbers = numbers.reindex(units.index)
    elif len(numbers) != len(units):
        raise UsageError("error.ranks_lengths", name=name, given=len(numbers), units=len(units))
    for number in numbers:
        if number < 0:
            raise UsageError("error.ranks_negative", name=name, value=f"{number:.15g}")
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


def read_multiplicity(multiplicity: str) -> Multiplicity:
    """Give a way of allowing for several comparisons as it is written here.

    Raises
    ------
    UsageError
        If there is no such way.

    Examples
    --------
    >>> read_multiplicity("Holm-Bonferroni")
    'holm'
    """
    ways: tuple[Multiplicity, ...] = get_args(Multiplicity)
    return read_method(multiplicity, ways, {"holm_bonferroni": "holm"}, "multiplicity")


def require_simulation(draws: int, seed: int) -> None:
    """Refuse what is no number of draws, or no seed that repeats them.

    Raises
    ------
    UsageError
        If the draws are no whole number from 100, or the seed none from 0.

    Examples
    --------
    >>> require_simulation(100_000, 1)
    """
    if not isinstance(draws, Integral) or draws < FEWEST_DRAWS:
        raise UsageError("error.ranks_draws", draws=str(draws), fewest=FEWEST_DRAWS)
    if not isinstance(seed, Integral) or seed < 0:
        raise UsageError("error.ranks_seed", seed=str(seed))


def _places(units: int) -> pd.Index:
    return pd.Index([str(place + 1) for place in range(units)])
