"""Tidy results: one row a statistic, with the same columns whatever the method."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from numbers import Real
from typing import Any

import pandas as pd

from netralitas_research.errors import UsageError

COLUMNS = ("term", "estimate", "low", "high", "level", "method", "n", "note")
"""What every result has."""

TEST_COLUMNS = ("statistic", "df", "p_value")
"""What a result has besides where some of its rows are tests."""

Row = Mapping[str, Any]


def row(term: str, estimate: float, method: str, n: int, note: str = "", **more: Any) -> Row:
    """Make one row; what is not given has no value.

    Parameters
    ----------
    term
        What is estimated.
    estimate
        Its value, NaN where there is none; then the note says why.
    method
        The method, a word such as ``paired_t``.
    n
        How many units the estimate rests on.
    note
        Message key of a remark, or an empty string.
    **more
        Further columns, such as ``low`` and ``high``.

    Returns
    -------
    mapping
        The row.
    """
    return {"term": term, "estimate": float(estimate), "method": method, "n": n, "note": note} | {
        "low": math.nan,
        "high": math.nan,
        **more,
    }


def tidy(rows: Sequence[Row], level: float, more: Sequence[str] = ()) -> pd.DataFrame:
    """Put rows into a frame.

    Parameters
    ----------
    rows
        Rows, as `row` makes them.
    level
        Level of confidence of every interval.
    more
        Columns besides `COLUMNS`.

    Returns
    -------
    pandas.DataFrame
        One row a statistic with `COLUMNS` and ``more``.

    Examples
    --------
    >>> tidy([row("mean", 2, "t", 9, low=1, high=3)], 0.95)[["term", "low"]].values.tolist()
    [['mean', 1]]
    """
    return pd.DataFrame([{"level": level, **cells} for cells in rows], columns=[*COLUMNS, *more])


def require_share(name: str, value: float) -> None:
    """Refuse a level or a probability that does not lie between 0 and 1.

    Raises
    ------
    UsageError
        If it does not.
    """
    if not (isinstance(value, Real) and 0 < value < 1):
        raise UsageError("error.survey_share", name=name, value=str(value))


def require_positive(name: str, value: float, *, or_zero: bool = False) -> None:
    """Refuse a quantity that is negative, infinite or no number.

    Raises
    ------
    UsageError
        If it is, or if it is 0 where that is not allowed.
    """
    number = isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
    if not (number and (value > 0 or (or_zero and value == 0))):
        raise UsageError("error.survey_positive", name=name, value=str(value))


def require_finite(name: str, value: float) -> None:
    """Refuse what is infinite or no number.

    Raises
    ------
    UsageError
        If it is.
    """
    if not (isinstance(value, Real) and math.isfinite(value)):
        raise UsageError("error.survey_finite", name=name, value=str(value))


def require_whole(name: str, value: int, least: int) -> None:
    """Refuse what is no whole number from a least one.

    Raises
    ------
    UsageError
        If it is not.
    """
    number = isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
    if not (number and value == int(value) and value >= least):
        raise UsageError("error.survey_whole", name=name, value=str(value), least=least)


def read_numbers(values: Any) -> pd.Series:
    """Read a list of numbers, whatever holds it; what is missing is NaN.

    Raises
    ------
    UsageError
        If it is no list, or one value is no number.

    Examples
    --------
    >>> read_numbers([4, None, "5.5"]).tolist()
    [4.0, nan, 5.5]
    """
    if values is None or isinstance(values, Set) or getattr(values, "ndim", 1) > 1:
        raise UsageError("error.survey_not_numbers", value=type(values).__name__)
    try:
        series = pd.Series(values).astype(object)
    except (TypeError, ValueError):
        raise UsageError("error.survey_not_numbers", value=type(values).__name__) from None
    numbers = pd.to_numeric(series, errors="coerce").astype(float)
    wrong = series[numbers.isna() & series.notna()]
    if len(wrong):
        raise UsageError("error.survey_not_numbers", value=str(wrong.iloc[0]))
    return numbers
