"""What all results on shares have in common: the counts that go in, the frame that comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.tidy import COLUMNS

Counts = int | Sequence[int] | Mapping[str, int] | np.ndarray | pd.Series
"""One count, several, or several with their labels."""

SMALL_BASE = 10
"""Below this base a share is said to rest on few."""

LARGEST = 10**10
"""Of larger counts the limits are lost in rounding, or take too long."""

SMALL_COUNT = 5
"""Below this count the approximations behind several methods are weak (Goodman, 1965)."""


def read_counts(counts: Counts) -> pd.Series:
    """Read counts with their labels.

    Parameters
    ----------
    counts
        A count; a list or an array, whose labels are 1, 2, …; a mapping or a Series, which has
        labels of its own.

    Returns
    -------
    pandas.Series
        Whole numbers, with labels as text; a single count is called ``share``.

    Raises
    ------
    UsageError
        If there are none, or one is no whole number from 0.

    Examples
    --------
    >>> read_counts([3, 4]).to_dict(), read_counts(7).to_dict()
    ({'1': 3, '2': 4}, {'share': 7})
    """
    given = {"share": _unboxed(counts)} if is_single(counts) else counts
    series = listed(given)
    if series.empty:
        raise UsageError("error.shares_no_counts")
    own = isinstance(given, Mapping | pd.Series)
    labels = series.index.map(str) if own else [str(place + 1) for place in range(len(series))]
    return pd.Series(whole_numbers(series), index=labels)


def read_base(base: Any, counts: pd.Series) -> np.ndarray:
    """Read what the counts are shares of.

    Parameters
    ----------
    base
        One base for all counts, or one for each: a list in the same order, or a mapping or Series
        with the same labels. None stands for one that is not known. Without any base the counts
        are the parts of a whole, so it is their sum; a single count then has none.
    counts
        As `read_counts` gives them.

    Returns
    -------
    numpy.ndarray
        The base of each count, NaN where it is not known.

    Raises
    ------
    UsageError
        If there are more or fewer bases than counts, or one is no whole number from 0, or a count
        is larger than its base.

    Examples
    --------
    >>> counts = read_counts([3, 4])
    >>> read_base(None, counts), read_base([10, None], counts)
    (array([7., 7.]), array([10., nan]))
    """
    if base is None:
        known = list(counts.index) != ["share"]
        return np.full(len(counts), float(counts.sum()) if known else np.nan)
    bases = _each_base(base, counts)
    found = np.full(len(counts), np.nan)
    there = np.asarray(~pd.isna(bases))
    found[there] = whole_numbers(pd.Series(bases[there]), "error.shares_base")
    for count, whole in zip(counts, found, strict=True):
        if count > whole:
            raise UsageError("error.shares_above_base", count=int(count), base=int(whole))
    return found


def listed(values: Any) -> pd.Series:
    """Take numbers as a series, whatever list they come in.

    Raises
    ------
    UsageError
        If they are no list, such as a table or a set.

    Examples
    --------
    >>> listed((3, 4)).tolist()
    [3, 4]
    """
    try:
        return pd.Series(values, dtype=None if isinstance(values, pd.Series) else object)
    except (TypeError, ValueError):
        raise UsageError("error.shares_counts", text=type(values).__name__) from None


def is_single(value: Any) -> bool:
    """Say whether a value is one number and no list.

    Examples
    --------
    >>> is_single(3), is_single(np.array(3)), is_single([3])
    (True, True, False)
    """
    boxed = isinstance(value, np.ndarray) and value.ndim == 0
    return bool(np.isscalar(value)) or boxed or value is pd.NA


def is_unknown(base: Any) -> bool:
    """Say whether a base is given as not known: None or NaN.

    Examples
    --------
    >>> is_unknown(None), is_unknown(float("nan")), is_unknown(456), is_unknown([456, 344])
    (True, True, False, False)
    """
    return base is None or (is_single(base) and bool(pd.isna(base)))


def _unboxed(value: Any) -> Any:
    return value.item() if isinstance(value, np.ndarray) else value


def whole_numbers(values: pd.Series, key: str = "error.shares_counts") -> np.ndarray:
    """Turn counts into integers.

    Parameters
    ----------
    values
        The counts.
    key
        Message key of the error.

    Raises
    ------
    UsageError
        If one is no whole number from 0.

    Examples
    --------
    >>> whole_numbers(pd.Series([3.0, 0]))
    array([3, 0])
    """
    numbers = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    wrong = ~((numbers >= 0) & (numbers == np.floor(numbers)) & (numbers <= LARGEST))
    if wrong.any():
        raise UsageError(key, text=str(values[wrong].iloc[0]))
    return numbers.astype(np.int64)


def shares_frame(
    term: Any,
    estimate: Any,
    low: Any,
    high: Any,
    level: float,
    method: str,
    n: Any,
    note: Any,
    **more: Any,
) -> pd.DataFrame:
    """Put arrays into a tidy frame; n and further whole numbers may be missing.

    Examples
    --------
    >>> shares_frame(["a"], [0.5], [0.1], [0.9], 0.95, "wilson", [4.0], "", count=[2])["n"].tolist()
    [4]
    """
    cells = dict(zip(COLUMNS, (term, estimate, low, high, level, method, n, note), strict=True))
    frame = pd.DataFrame(cells | more)
    whole = [name for name in frame.columns if name == "n" or name.startswith("count")]
    return frame.astype(
        dict.fromkeys(whole, "Int64") | dict.fromkeys(["estimate", "low", "high"], float)
    )


def few_notes(least: np.ndarray, most: np.ndarray, base: np.ndarray) -> dict[str, np.ndarray]:
    """Say where a share rests on few, and where none or all of its base are counted.

    Parameters
    ----------
    least, most
        The smallest and the largest count of each share.
    base
        What they are shares of.

    Returns
    -------
    dict of str to numpy.ndarray
        Message keys, the fullest first, and the shares for which each holds.

    Examples
    --------
    >>> counts = np.array([0, 3, 0])
    >>> first_that_holds(few_notes(counts, counts, np.array([5, 5, 50]))).tolist()
    ['note.shares.zero_count_small_base', 'note.shares.small_base', 'note.shares.zero_count']
    """
    small, zero, full = base < SMALL_BASE, most == 0, least == base
    return {
        "note.shares.zero_count_small_base": zero & small,
        "note.shares.full_count_small_base": full & small,
        "note.shares.small_base": small,
        "note.shares.zero_count": zero,
        "note.shares.full_count": full,
    }


def first_that_holds(conditions: Mapping[str, np.ndarray]) -> np.ndarray:
    """Give each row the key of the first condition that it meets, or an empty string.

    Examples
    --------
    >>> first_that_holds({"a": np.array([True, False]), "b": np.array([True, True])}).tolist()
    ['a', 'b']
    """
    return np.select(list(conditions.values()), list(conditions), default="").astype(object)


def _each_base(base: Any, counts: pd.Series) -> np.ndarray:
    if is_single(base):
        return np.full(len(counts), _unboxed(base), dtype=object)
    labelled = isinstance(base, Mapping | pd.Series)
    bases = listed(base).astype(object)
    if labelled:
        bases.index = bases.index.map(str)
    if len(bases) != len(counts) or (labelled and set(bases.index) != set(counts.index)):
        raise UsageError("error.shares_bases", bases=len(bases), counts=len(counts))
    return (bases.reindex(counts.index) if labelled else bases).to_numpy(dtype=object)
