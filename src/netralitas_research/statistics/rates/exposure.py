"""Who is reported more often than his share of the workforce: with its intervals and bounds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.exact_limits import (
    CONDITIONAL_METHODS,
    binomial_limits,
    read_rate_method,
)
from netralitas_research.statistics.rates.inputs import Values, read_counts, require_lengths
from netralitas_research.statistics.rates.workforce import Range, Ranges, workforce_shares
from netralitas_research.statistics.tidy import Row, row, tidy

COLUMNS = (
    "identified",
    "bound_low",
    "bound_high",
    "count",
    "total_count",
    "share",
    "workforce_share_low",
    "workforce_share_high",
    "count_year",
    "exposure_year",
)
"""What a representation has besides the columns of every result."""

DEFINITION = ("count", "workforce", "total_count", "total_workforce")
"""What a definition states."""


def over_representation(
    counts: Values,
    workforce: Ranges,
    level: float = 0.95,
    method: str = "exact",
    total_count: float | None = None,
    total_workforce: Range = None,
    count_year: int | None = None,
    exposure_year: int | None = None,
) -> pd.DataFrame:
    """Compare the share of each group among the reported with its share of the workforce.

    The estimate, (x / n) / (w / W), is how many times more often a group is reported than the
    workforce as a whole: its rate by the overall rate. Given n, x is binomial; the exact limits of
    its probability (Clopper & Pearson, 1934), by the share of the workforce, are those of the
    ratio. Where the workforce is known in parts only, the ratio has a range even without chance
    (Manski, 2003); ``low`` and ``high`` are then the outer limits, over that range and chance.

    Parameters
    ----------
    counts
        Reported persons by group, which do not overlap. Overlapping groups are for
        `representation_by_definition`.
    workforce
        Persons employed by group: a number, a pair (lowest, highest), or None if unknown. A pair
        may end in infinity.
    level
        Level of confidence.
    method
        ``exact`` or ``mid_p`` (Lancaster, 1961).
    total_count
        All reported persons, if there are others besides these groups; else the sum.
    total_workforce
        The whole workforce, a number or a pair, if there are others; else the sum of the groups.
    count_year, exposure_year
        Years of the counts and of the workforce; a difference is noted.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, identified, bound_low, bound_high,
        count, total_count, share, workforce_share_low, workforce_share_high, count_year,
        exposure_year``. ``bound_low`` and ``bound_high`` span the ratios that the workforce allows,
        without chance. ``identified`` is ``point`` where they are one; ``interval`` where the
        workforce bounds the ratio on both sides; ``bound`` where on one; ``unknown`` where on none
        (the lower bound then is the share of the reported itself). Only a point has an
        estimate. n is the number of all reported.

    Raises
    ------
    UsageError
        If a number is negative, a range is upside down, lengths or labels differ, a total is less
        than its parts, or the method or the level is impossible.

    Examples
    --------
    >>> found = over_representation({"heads": 30, "staff": 70}, {"heads": 100, "staff": 900})
    >>> found[["term", "estimate", "low", "high"]].round(2).values.tolist()
    [['heads', 3.0, 2.12, 4.0], ['staff', 0.78, 0.67, 0.88]]
    >>> found = over_representation([30, 70], [(50, 100), None], total_workforce=1000)
    >>> found[["identified", "bound_low", "bound_high"]].round(2).values.tolist()
    [['interval', 3.0, 6.0], ['bound', 0.74, inf]]
    """
    method = read_rate_method(method, CONDITIONAL_METHODS, level)
    counted = read_counts(counts, "group")
    table = workforce_shares(workforce, counted.index, total_workforce)
    # Without a total the sum is the total, unless a count is missing.
    table["total"] = counted.sum(skipna=False) if total_count is None else _total(total_count)
    if (table["total"] < counted.sum()).any():
        total, parts = table["total"].iloc[0], counted.sum()
        raise UsageError("error.rates_total", total=f"{total:.15g}", parts=f"{parts:.15g}")
    years = {"count_year": count_year, "exposure_year": exposure_year}
    return _representation(table.assign(count=counted), level, method, years)


def representation_by_definition(
    definitions: Mapping[str, Mapping[str, Any]] | pd.DataFrame,
    level: float = 0.95,
    method: str = "exact",
    count_year: int | None = None,
    exposure_year: int | None = None,
) -> pd.DataFrame:
    """Compare representations of one group under all its definitions.

    Heads of area are also administrators; who counts as a high official depends on the page. Each
    definition has its own numerator and denominator, and all are shown.

    Parameters
    ----------
    definitions
        By name, what the definition counts: ``count`` of ``total_count`` reported, ``workforce`` of
        ``total_workforce`` employed. The workforces may be pairs or None, as for
        `over_representation`; without ``total_count`` nothing is known. A frame has the names
        as its index.
    level, method, count_year, exposure_year
        As for `over_representation`.

    Returns
    -------
    pandas.DataFrame
        The columns of `over_representation`, one row a definition.

    Raises
    ------
    UsageError
        As for `over_representation`, or if a definition lacks one of the four.

    Examples
    --------
    >>> whole = {"total_count": 100, "total_workforce": 1000}
    >>> found = representation_by_definition(
    ...     {
    ...         "narrow": {"count": 20, "workforce": 40, **whole},
    ...         "wide": {"count": 30, "workforce": (80, 100), **whole},
    ...     }
    ... )
    >>> found[["term", "estimate", "bound_low", "bound_high"]].round(2).values.tolist()
    [['narrow', 5.0, 5.0, 5.0], ['wide', nan, 3.0, 3.75]]
    """
    listed: Mapping[Any, Mapping[Any, Any]] = (
        definitions.to_dict("index") if isinstance(definitions, pd.DataFrame) else definitions
    )
    if not (isinstance(listed, Mapping) and listed):
        raise UsageError("error.rates_no_definition", parts=", ".join(DEFINITION))
    found = []
    for name, stated in ((str(name), stated) for name, stated in listed.items()):
        if not isinstance(stated, Mapping) or set(DEFINITION) - set(stated):
            raise UsageError("error.rates_definition", name=name, parts=", ".join(DEFINITION))
        reported, total = stated["total_count"], stated["total_workforce"]
        found.append(
            over_representation(
                {name: stated["count"]},
                {name: stated["workforce"]},
                level,
                method,
                total_count=math.nan if reported is None else reported,
                total_workforce=(0, None) if total is None else total,
                count_year=count_year,
                exposure_year=exposure_year,
            )
        )
    return pd.concat(found, ignore_index=True)


def _representation(
    table: pd.DataFrame, level: float, method: str, years: Mapping[str, int | None]
) -> pd.DataFrame:
    """Give each group's share of the reported by its share of the workforce."""
    low, high = table["low"].to_numpy(), table["high"].to_numpy()
    n = table["total"].where(table["count"].notna(), math.nan).fillna(0).to_numpy(float)
    x = table["count"].where(n > 0, 0).to_numpy(float)
    share = np.divide(x, n, out=np.full(len(x), math.nan), where=n > 0)
    p_low, p_high = binomial_limits(x, n, level, method)
    p_low = np.where((low == 1) & (share == 1), 1.0, p_low)  # the whole workforce: no chance
    least, most = np.nan_to_num(share, nan=0), np.nan_to_num(share, nan=1)
    cells = pd.DataFrame(
        {
            "low": _lowest(p_low, high),
            "high": _highest(p_high, low, high),
            "identified": np.where(n > 0, _identified(low, high), "unknown"),
            "bound_low": _lowest(least, high),
            "bound_high": _highest(most, low, high),
            "count": table["count"].to_numpy(),
            "total_count": table["total"].to_numpy(),
            "share": share,
            "workforce_share_low": low,
            "workforce_share_high": high,
        }
    )
    rows = [
        _row(str(label), found, method, years)
        for label, found in zip(table.index, cells.to_dict("records"), strict=True)
    ]
    return tidy(rows, level, COLUMNS)


def _total(total_count: Values) -> float:
    read = read_counts(total_count)
    require_lengths(1, len(read))
    return float(read.iloc[0])


def _row(label: str, found: dict[Any, Any], method: str, years: Mapping[str, int | None]) -> Row:
    estimate = found["bound_low"] if found["identified"] == "point" else math.nan
    n = 0 if math.isnan(found["total_count"]) else int(found["total_count"])
    return row(label, estimate, method, n, _note(found, **years), **found, **years)


def _lowest(share: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Divide by the highest share of the workforce; 0 if there is none."""
    return np.divide(share, most, out=np.zeros(len(share)), where=most > 0)


def _highest(share: np.ndarray, least: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Divide by the lowest share of the workforce; infinite if 0, unless none is reported."""
    ratio = np.divide(share, least, out=np.full(len(share), math.inf), where=least > 0)
    return np.where((share == 0) & (most > 0), 0, ratio)


def _identified(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    empty = ~(high > 0)
    conditions = [empty, low == high, (low > 0) & (high < 1), (low > 0) | (high < 1)]
    return np.select(conditions, ["unknown", "point", "interval", "bound"], "unknown")


def _note(found: Mapping[Any, Any], count_year: int | None, exposure_year: int | None) -> str:
    """Give the gravest remark."""
    remarks = {
        "no_count": math.isnan(found["count"]),
        "no_total": math.isnan(found["total_count"]),
        "no_reports": found["total_count"] == 0,
        "empty_workforce": not found["workforce_share_high"] > 0,
        "workforce_unknown": found["identified"] == "unknown",
        "no_events": found["count"] == 0,
        "whole_workforce": found["workforce_share_low"] == 1,
        "year_unknown": (count_year is None) != (exposure_year is None),
        "other_year": count_year != exposure_year,
        "workforce_bound": found["identified"] == "bound",
        "workforce_range": found["identified"] == "interval",
    }
    return next((f"note.rates.{remark}" for remark, holds in remarks.items() if holds), "")
