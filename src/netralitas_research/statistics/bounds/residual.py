"""The group that is left when the printed groups are taken from the total."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.bounds.fact_lines import require_count
from netralitas_research.statistics.bounds.labels import array_of
from netralitas_research.statistics.bounds.limits import CERTAIN, set_row
from netralitas_research.statistics.printed.granularity import (
    counts_between,
    read_base,
    share_interval,
)
from netralitas_research.statistics.printed.rounding import Printed, Rounding
from netralitas_research.statistics.tidy import tidy

INCONSISTENT = "note.bounds.inconsistent"


def residual_bounds(
    total: int | None,
    parts: Sequence[Printed] | pd.Series,
    *,
    rounding: Rounding = "half_up",
    decimals: int | None = None,
) -> pd.DataFrame:
    """Bound what is left of a total when printed parts that do not overlap are taken away.

    Parameters
    ----------
    total
        The total, from 1; ``None`` if it is not printed.
    parts
        Whole numbers are counts; text and decimals are printed percentages of the total.
    rounding, decimals
        As for `printed.possible_counts`.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note`` with the terms ``residual_count``
        (missing without a total) and ``residual_share`` (of 1). If the parts exceed the total, or
        no count gives one of the percentages, there are no limits.

    Raises
    ------
    UsageError
        If a part is no count and no percentage, the parts are no list, or there is a count but no
        total.

    Examples
    --------
    The posts of 1,596 civil servants that are printed leave the others, by the whole person.

    >>> posts = ["26.5", "17.2", "15.7", "13.4", "11.8"]
    >>> residual_bounds(1596, posts)[["term", "low", "high"]].round(3).values.tolist()
    [['residual_count', 244.0, 247.0], ['residual_share', 0.153, 0.155]]
    >>> residual_bounds(None, posts)[["low", "high"]].round(4).values.tolist()[1]
    [0.1515, 0.1565]
    """
    if isinstance(parts, str) or np.ndim(array_of(parts)) != 1:
        raise UsageError("error.bounds_totals", text=str(parts))
    parts = list(parts.values()) if isinstance(parts, Mapping) else list(parts)
    if total is None:
        return _without_total(parts, rounding, decimals)
    total = read_base(total)
    ranges = [_counts(part, total, rounding, decimals) for part in parts]
    low, high, note = 0.0, 0.0, INCONSISTENT
    if all(ranges):
        low = float(total - sum(one[-1] for one in ranges))
        high = float(total - sum(one[0] for one in ranges))
        note = INCONSISTENT if high < 0 else ""
    low, high = (math.nan, math.nan) if note else (max(0.0, low), high)
    rows = [
        set_row("residual_count", (low, note), (high, note), "subtraction", total),
        set_row("residual_share", (low / total, note), (high / total, note), "subtraction", total),
    ]
    return tidy(rows, CERTAIN)


def _counts(part: Printed, total: int, rounding: Rounding, decimals: int | None) -> range:
    if isinstance(part, str | Decimal):
        return counts_between(share_interval(part, rounding, decimals), total)
    require_count(part)
    return range(int(part), int(part) + 1)


def _without_total(
    parts: Sequence[Printed], rounding: Rounding, decimals: int | None
) -> pd.DataFrame:
    if not all(isinstance(part, str | Decimal) for part in parts):
        raise UsageError("error.bounds_no_total")
    shares = [share_interval(part, rounding, decimals) for part in parts]
    low = float(1 - sum((Fraction(one.high, one.denominator) for one in shares), Fraction(0)))
    high = float(
        1 - sum((Fraction(max(one.low, 0), one.denominator) for one in shares), Fraction(0))
    )
    note = INCONSISTENT if high < 0 else "note.bounds.no_base"
    low, high = (math.nan, math.nan) if high < 0 else (max(0.0, low), high)
    nothing = (math.nan, "note.bounds.no_base")
    rows = [
        set_row("residual_count", nothing, nothing, "subtraction", math.nan),
        set_row("residual_share", (low, note), (high, note), "subtraction", math.nan),
    ]
    return tidy(rows, CERTAIN)
