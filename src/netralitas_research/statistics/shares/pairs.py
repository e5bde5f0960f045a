"""Pairs of parts of one whole: how they are found, and the frame of what is said on them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.shares.counts import is_single, read_base, shares_frame


def one_pair(first: Any, second: Any, observed: pd.Series) -> np.ndarray:
    """Find two parts by their labels.

    Parameters
    ----------
    first, second
        The labels.
    observed
        Counts with their labels.

    Returns
    -------
    numpy.ndarray
        The two places, one in each row.

    Raises
    ------
    UsageError
        If a label is none of the counts or stands there twice, or both are the same.

    Examples
    --------
    >>> from netralitas_research.statistics.shares.counts import read_counts
    >>> one_pair("b", "a", read_counts({"a": 6, "b": 16})).tolist()
    [[1], [0]]
    """
    places = _place(first, observed), _place(second, observed)
    if places[0] == places[1]:
        raise UsageError("error.shares_same_part", name=str(first))
    return np.array(places).reshape(2, 1)


def one_base(base: Any, observed: pd.Series) -> float:
    """Read the base that all counts have in common; without one it is their sum.

    Raises
    ------
    UsageError
        If it is no whole number, or less than the sum of the counts.

    Examples
    --------
    >>> from netralitas_research.statistics.shares.counts import read_counts
    >>> one_base(None, read_counts([6, 16])), one_base(161, read_counts([6, 16]))
    (22.0, 161.0)
    """
    if base is not None and not is_single(base):
        raise UsageError("error.shares_one_base")
    n = float(read_base(base, observed)[0])
    if n < observed.sum():
        raise UsageError("error.shares_above_base", count=int(observed.sum()), base=int(n))
    return n


def pairs_frame(
    observed: pd.Series,
    pairs: np.ndarray,
    sign: str,
    estimate: Any,
    low: Any,
    high: Any,
    level: float,
    method: str,
    n: Any,
    note: Any,
) -> pd.DataFrame:
    """Put contrasts of pairs into a frame, with the exact test of each pair.

    Parameters
    ----------
    observed
        Counts with their labels.
    pairs
        Two rows: places of the first and of the second parts.
    sign
        What stands between two labels in a term.
    estimate, low, high, level, method, n, note
        The columns of the result.

    Returns
    -------
    pandas.DataFrame
        The columns of a result, and ``first, second, count_first, count_second, p_value``.

    Examples
    --------
    >>> from netralitas_research.statistics.shares.counts import read_counts
    >>> pair = np.array([[0], [1]])
    >>> found = pairs_frame(
    ...     read_counts([6, 16]), pair, " - ", -0.06, -0.1, 0, 0.95, "score", 161, ""
    ... )
    >>> found["term"].item(), found["p_value"].round(4).item()
    ('1 - 2', 0.0525)
    """
    names = observed.index.to_numpy(dtype=object)
    first, second = names[pairs[0]], names[pairs[1]]
    a, b = (observed.to_numpy()[places] for places in pairs)
    return shares_frame(
        first + sign + second,
        estimate,
        low,
        high,
        level,
        method,
        n,
        note,
        first=first,
        second=second,
        count_first=a,
        count_second=b,
        p_value=np.minimum(2 * stats.binom.cdf(np.minimum(a, b), a + b, 0.5), 1),
    )


def no_pair(observed: pd.Series, method: str, n: float, level: float) -> pd.DataFrame:
    """Give the row that says that one part alone has nothing to be compared with.

    Examples
    --------
    >>> from netralitas_research.statistics.shares.counts import read_counts
    >>> no_pair(read_counts([5]), "score", 5, 0.95)["note"].item()
    'note.shares.no_pair'
    """
    return shares_frame(
        observed.index,
        math.nan,
        -1.0,
        1.0,
        level,
        method,
        n,
        "note.shares.no_pair",
        first=observed.index,
        second="",
        count_first=observed.to_numpy(),
        count_second=pd.NA,
        p_value=math.nan,
        p_holm=math.nan,
    )


def _place(label: Any, observed: pd.Series) -> int:
    places = np.flatnonzero(observed.index == str(label))
    if len(places) != 1:
        known = ", ".join(observed.index)
        raise UsageError("error.shares_part", name=str(label), known=known)
    return int(places[0])
