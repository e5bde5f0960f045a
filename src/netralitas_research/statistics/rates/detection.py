"""Reports are not violations: what remains of a comparison if detection differs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.inputs import (
    Values,
    read_counts,
    read_number,
    read_values,
)
from netralitas_research.statistics.rates.ratios import rate_ratio
from netralitas_research.statistics.rates.violations import (
    DETECTION_COLUMNS,
    NOTES,
    bounds_on_violations,
    divided,
    identified_by,
)
from netralitas_research.statistics.tidy import row, tidy

__all__ = [
    "bounds_on_violations",
    "detection_curve",
    "rate_ratio_under_detection",
    "tipping_point",
]


def tipping_point(
    events: Values,
    exposure: Values | None = None,
    level: float = 0.95,
    method: str = "exact",
) -> pd.DataFrame:
    """Tell how many times likelier a group must be to be reported to violate no more than another.

    If both groups violate equally often, the rates of reports differ by the ratio of detection
    alone; so the tipping point is the rate ratio (Greenland, 1996, *International Journal of
    Epidemiology* 25, 1107-1116). It is read as an E-value is (VanderWeele & Ding, 2017): a
    difference in detection of less than ``low`` cannot explain the comparison.

    Parameters
    ----------
    events
        Reported persons of two groups.
    exposure
        Their workforces. Without them the answer is the ratio at which the groups would have
        equally many violations, not equally many by head; a note says so.
    level, method
        As for `rate_ratio`.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, p_value, events, exposure,
        reference_events, reference_exposure`` with the row ``tipping_point``; below 1 it is the
        second group that must be likelier to be reported.

    Raises
    ------
    UsageError
        As for `rate_ratio`.

    Examples
    --------
    >>> tipping_point([30, 70], [100, 900])[["estimate", "low", "high"]].round(2).values.tolist()
    [[3.86, 2.43, 6.0]]
    """
    counted = read_counts(events)
    found = rate_ratio(counted, 1 if exposure is None else exposure, level, method)
    found["term"] = "tipping_point"
    if found["note"].item() == "":
        if exposure is None:
            found["note"] = "note.rates.numbers_not_rates"
        elif found["low"].item() <= 1 <= found["high"].item():
            found["note"] = "note.rates.no_difference_needed"
    return found.drop(columns="reference")


def rate_ratio_under_detection(
    events: Values,
    exposure: Values,
    ratio_low: float | None,
    ratio_high: float | None,
    level: float = 0.95,
    method: str = "exact",
) -> pd.DataFrame:
    """Bound the ratio of propensities, given how detection may differ between two groups.

    The ratio of propensities is the rate ratio by the ratio of detection (Greenland, 1996). If the
    latter is known in a range, so is the former (Manski, 2003).

    Parameters
    ----------
    events, exposure
        Reported persons and workforces of two groups.
    ratio_low, ratio_high
        Lowest and highest ratio of detection, first group by second: 2 says that a violation of
        the first is twice as likely to be reported. 0 and infinity are allowed as ends; an end that
        is not known, None, is the same.
    level, method
        As for `rate_ratio`.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, identified, bound_low, bound_high,
        detection_low, detection_high`` with the row ``propensity_ratio``. The bounds are those of
        detection alone; ``low`` and ``high`` are the outer limits over detection and chance. There
        is an estimate only if both ends are one.

    Raises
    ------
    UsageError
        As for `rate_ratio`, or if a ratio is negative or they are in the wrong order.

    Examples
    --------
    >>> found = rate_ratio_under_detection([30, 70], [100, 900], 1, 3)
    >>> found[["bound_low", "bound_high", "low", "high"]].round(2).values.tolist()
    [[1.29, 3.86, 0.81, 6.0]]
    """
    low, high = read_number(ratio_low), read_number(ratio_high)
    ends = (0.0 if math.isnan(low) else low, math.inf if math.isnan(high) else high)
    return _propensities(events, exposure, [ends], level, method)


def detection_curve(
    events: Values,
    exposure: Values,
    ratios: Sequence[float] | np.ndarray,
    level: float = 0.95,
    method: str = "exact",
) -> pd.DataFrame:
    """Give the ratio of propensities for each of many ratios of detection.

    Parameters
    ----------
    events, exposure
        Reported persons and workforces of two groups.
    ratios
        Ratios of detection, first group by second.
    level, method
        As for `rate_ratio`.

    Returns
    -------
    pandas.DataFrame
        The columns of `rate_ratio_under_detection`, one row a ratio; ``detection_low`` and
        ``detection_high`` are that ratio.

    Raises
    ------
    UsageError
        As for `rate_ratio_under_detection`.

    Examples
    --------
    >>> found = detection_curve([30, 70], [100, 900], [1, 2, 4])
    >>> found["estimate"].round(2).tolist()
    [3.86, 1.93, 0.96]
    """
    return _propensities(
        events, exposure, [(ratio, ratio) for ratio in read_values(ratios)], level, method
    )


def _propensities(
    events: Values,
    exposure: Values,
    ranges: Sequence[tuple[float, float]],
    level: float,
    method: str,
) -> pd.DataFrame:
    """Divide one rate ratio by each range of the ratio of detection."""
    found = rate_ratio(events, exposure, level, method).iloc[0]
    observed, method = float(found["estimate"]), found["method"]
    known = not math.isnan(observed)
    rows = []
    for least, most in ranges:
        if not (0 <= least <= most and math.isfinite(least) and most > 0):
            raise UsageError("error.rates_detection_ratio", low=least, high=most)
        identified = identified_by(least > 0, math.isfinite(most), least == most)
        identified = identified if known else "unknown"
        bounds = {
            "low": divided(found["low"], most, 0.0),
            "high": divided(found["high"], least, math.inf),
            "bound_low": divided(observed, most, 0.0) if known else 0.0,
            "bound_high": divided(observed, least, math.inf) if known else math.inf,
        }
        estimate = bounds["bound_low"] if identified == "point" else math.nan
        rows.append(
            row(
                "propensity_ratio",
                estimate,
                method,
                int(found["n"]),
                found["note"] or NOTES[identified],
                identified=identified,
                detection_low=least,
                detection_high=most,
                **bounds,
            )
        )
    return tidy(rows, level, DETECTION_COLUMNS)
