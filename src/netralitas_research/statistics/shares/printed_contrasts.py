"""Differences and ratios of two printed percentages, with what rounding leaves open."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.printed.joint_counts import Shares
from netralitas_research.statistics.printed.rounding import Printed, Rounding
from netralitas_research.statistics.shares.contrasts import (
    SCORE_NAMES,
    share_difference,
    share_ratio,
)
from netralitas_research.statistics.shares.counts import shares_frame
from netralitas_research.statistics.shares.limits import ALSO_CALLED, METHODS
from netralitas_research.statistics.shares.pairs import one_pair
from netralitas_research.statistics.shares.printed import printed_share_interval
from netralitas_research.statistics.tidy import require_share, row

Percentages = Sequence[Printed] | Mapping[str, Printed] | pd.Series
Cells = dict[str, Any]


def printed_share_difference(
    percentages: Percentages,
    first: Any,
    second: Any,
    base: int | Sequence[int] | None,
    *,
    shares: Shares = "separate",
    rounding: Rounding = "any",
    decimals: int | None = None,
    method: str = "score",
    level: float = 0.95,
) -> pd.DataFrame:
    """Give the difference of two printed percentages of one whole.

    The interval reaches over the differences of all counts that the percentages allow.

    Parameters
    ----------
    percentages, base, rounding, decimals
        As for `printed_share_interval`; the percentages belong to parts that do not overlap.
    first, second
        The two parts by their labels, which in a list are the percentages as printed.
    shares
        As for `printed_share_interval`: ``partition`` if they are all parts, ``top_list`` if they
        are the largest, ``separate`` if nothing more is known.
    method, level
        As for `share_difference`.

    Returns
    -------
    pandas.DataFrame
        A row for each candidate base and, if there are several, one for all that fit: ``term,
        estimate, low, high, level, method, n, note, scope, first, second, p_value``. The p-value
        is the greatest of all counts that are allowed. A base that does not fit has no interval.
        Without a base the limits are those of rounding, with the level 1 and the method
        ``rounding``; percentages that add up to more than 100 are no parts of one whole, and have
        no interval.

    Raises
    ------
    UsageError
        As for `printed_share_interval` and `share_difference`.

    References
    ----------
    Counts that rounding allows: Brown & Heathers (2017). Interval: Tango (1998).

    Examples
    --------
    >>> found = printed_share_difference({"jpt": "27.6", "functional": "25.4"}, "jpt",
    ...                                  "functional", 456)
    >>> found[["term", "estimate", "low", "high"]].round(3).values.tolist()
    [['jpt - functional', 0.022, -0.045, 0.089]]
    """
    require_share("level", level)
    method = read_method(method, ("score", "wald", "bonett_price"), SCORE_NAMES)
    spans = printed_share_interval(
        percentages, base, shares=shares, rounding=rounding, decimals=decimals
    )
    return _contrasts(spans, first, second, " - ", method, level)


def printed_share_ratio(
    percentages: Percentages,
    first: Any,
    second: Any,
    base: int | Sequence[int] | None,
    *,
    shares: Shares = "separate",
    rounding: Rounding = "any",
    decimals: int | None = None,
    method: str = "clopper_pearson",
    level: float = 0.95,
) -> pd.DataFrame:
    """Give the ratio of two printed percentages of one whole.

    Parameters
    ----------
    percentages, first, second, base, shares, rounding, decimals
        As for `printed_share_difference`.
    method, level
        As for `share_ratio`.

    Returns
    -------
    pandas.DataFrame
        As `printed_share_difference` gives it.

    Raises
    ------
    UsageError
        As for `printed_share_interval` and `share_ratio`.

    References
    ----------
    Counts that rounding allows: Brown & Heathers (2017). Interval: Clopper & Pearson (1934).

    Examples
    --------
    >>> found = printed_share_ratio(["27.6", "25.4"], "27.6", "25.4", [456, 344])
    >>> found[["n", "low", "high", "note"]].round(3).values.tolist()[0]
    [456, 0.837, 1.41, '']
    """
    require_share("level", level)
    method = read_method(method, (*METHODS, "log"), ALSO_CALLED)
    spans = printed_share_interval(
        percentages, base, shares=shares, rounding=rounding, decimals=decimals
    )
    return _contrasts(spans, first, second, " / ", method, level)


def _contrasts(
    spans: pd.DataFrame, first: Any, second: Any, sign: str, method: str, level: float
) -> pd.DataFrame:
    spans = spans[spans["scope"].eq("base")]
    terms = spans["term"].drop_duplicates()
    pair = one_pair(first, second, pd.Series(0, index=terms)).ravel()
    blocks = [spans.iloc[start : start + len(terms)] for start in range(0, len(spans), len(terms))]
    rows = [_of_base(block.iloc[pair], sign, method, level) for block in blocks]
    if len(rows) > 1:
        rows.append(_of_all_bases(rows))
    cells: dict[str, Any] = {name: [one[name] for one in rows] for name in rows[0]}
    return shares_frame(**cells, first=str(first), second=str(second))


def _of_base(parts: pd.DataFrame, sign: str, method: str, level: float) -> Cells:
    a, b = parts.iloc[0], parts.iloc[1]
    apart = _difference if sign == " - " else _ratio
    found = {
        **row(
            f"{a['term']}{sign}{b['term']}", apart(a["estimate"], b["estimate"]), method, a["n"],
            low=math.nan, high=math.nan, level=level, scope="base", p_value=math.nan,
        )
    }  # fmt: skip
    if "several_answers" in a["note"]:
        return found | {"note": "note.shares.several_answers"}
    if pd.isna(a["n"]):
        low, high = apart(a["print_low"], b["print_high"]), apart(a["print_high"], b["print_low"])
        return found | {
            "low": low, "high": high, "level": 1.0, "method": "rounding", "note": a["note"]
        }  # fmt: skip
    if pd.isna(a["count_low"]):
        others = parts["note"].ne("note.shares.other_fits_no_count")
        return found | {"note": parts["note"][others].iloc[0] if others.any() else a["note"]}
    n = int(a["n"])
    least = [int(a["count_low"]), min(int(b["count_high"]), n - int(a["count_low"]))]
    most = [min(int(a["count_high"]), n - int(b["count_low"])), int(b["count_low"])]
    lowest = _contrast(least, n, sign, method, level)
    highest = _contrast(most, n, sign, method, level)
    found |= {"low": lowest["low"], "high": highest["high"], "note": lowest["note"]}
    if least == most:
        return found | {"p_value": lowest["p_value"]}
    overlap = least[0] <= least[1] and most[0] >= most[1]
    p_value = 1.0 if overlap else max(lowest["p_value"], highest["p_value"])
    return found | {"p_value": p_value, "note": "note.shares.several_counts"}


def _contrast(counts: list[int], n: int, sign: str, method: str, level: float) -> pd.Series:
    if sign == " - ":
        return share_difference(counts, 1, 2, n, method, level).iloc[0]
    return share_ratio(counts, 1, 2, method, level).iloc[0]


def _difference(first: float, second: float) -> float:
    return first - second


def _ratio(first: float, second: float) -> float:
    return first / second if second else math.nan


def _of_all_bases(rows: Sequence[Cells]) -> Cells:
    fits = [one for one in rows if not math.isnan(one["low"])]
    if not fits:
        return rows[0] | {"n": pd.NA, "note": "note.shares.no_base_fits", "scope": "all_bases"}
    estimates = {one["estimate"] for one in fits}
    return fits[0] | {
        "estimate": fits[0]["estimate"] if len(estimates) == 1 else math.nan,
        "low": min(one["low"] for one in fits),
        "high": max(one["high"] for one in fits),
        "n": pd.NA,
        "note": f"note.shares.{'several_bases' if len(fits) > 1 else 'one_base_fits'}",
        "scope": "all_bases",
        "p_value": max(one["p_value"] for one in fits),
    }
