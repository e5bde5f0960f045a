"""How many violations may stand behind the reported ones."""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd
from scipy import special

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.inputs import Values, read_counts, read_exposure
from netralitas_research.statistics.tidy import Row, require_share, row, tidy

DETECTION_COLUMNS = ("identified", "bound_low", "bound_high", "detection_low", "detection_high")
"""What a result under a range of detection has besides the columns of every result."""

METHOD = "detection_bounds"

NOTES = {
    "point": "",
    "interval": "note.rates.detection_range",
    "bound": "note.rates.detection_open",
    "unknown": "note.rates.detection_unknown",
}
"""What is said of a result, by what the detection identifies."""


def bounds_on_violations(
    reported: Values,
    detection_low: Values,
    detection_high: Values = 1,
    level: float = 0.95,
) -> pd.DataFrame:
    """Bound the number of violations behind the reported ones.

    Parameters
    ----------
    reported
        Reported violations: a number, a list, or a Series or mapping by group.
    detection_low, detection_high
        Lowest and highest chance that a violation is reported: one number, or one for each group.
    level
        Level of confidence.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, identified, bound_low, bound_high,
        detection_low, detection_high, reported``. The bounds are reported by detection (Manski,
        2003; Molinari, 2008, *Journal of Econometrics* 144, 81-117, for a status that is
        misclassified in one direction). ``low`` and ``high`` are the smallest and the greatest
        number of violations that neither tail of the binomial number of reports contradicts,
        each reported independently of the others: with the highest detection and with the lowest.

    Raises
    ------
    UsageError
        If a chance is not between 0 and 1, the chances are in the wrong order, a count is negative
        or not whole, or lengths or labels differ.

    Examples
    --------
    >>> found = bounds_on_violations(30, 0.2, 0.5)
    >>> found[["bound_low", "bound_high", "low", "high"]].values.tolist()
    [[60.0, 150.0, 46.0, 207.0]]
    """
    require_share("level", level)
    counted = read_counts(reported, "violations")
    least = read_exposure(detection_low, counted.index).fillna(0)
    most = read_exposure(detection_high, counted.index).fillna(1)
    for low, high in zip(least, most, strict=True):
        if not (low <= high <= 1 and high > 0):
            raise UsageError("error.rates_detection", low=f"{low:.15g}", high=f"{high:.15g}")
    tail = (1 - level) / 2
    rows = [
        _violations(str(label), x, float(low), float(high), tail)
        for (label, x), low, high in zip(counted.items(), least, most, strict=True)
    ]
    return tidy(rows, level, (*DETECTION_COLUMNS, "reported"))


def identified_by(above: bool, below: bool, same: bool) -> str:
    """Say what a range identifies, of which it is known whether either side bounds anything."""
    if same:
        return "point"
    if above and below:
        return "interval"
    return "bound" if above or below else "unknown"


def divided(value: float, detection: float, otherwise: float) -> float:
    """Divide, unless the detection is 0 or infinite and bounds nothing."""
    return value / detection if 0 < detection < math.inf else otherwise


def _violations(label: str, reported: float, least: float, most: float, tail: float) -> Row:
    """Bound the violations behind one number of reports."""
    stated = {"detection_low": least, "detection_high": most, "reported": reported}
    if math.isnan(reported):
        ends = {"low": 0.0, "high": math.inf, "bound_low": 0.0, "bound_high": math.inf}
        note = "note.rates.no_count"
        return row(label, math.nan, METHOD, 0, note, identified="unknown", **ends, **stated)
    identified = identified_by(least > 0, True, least == most)
    bounds = {
        "low": reported + _fewest_unseen(reported, most, tail),
        "high": reported + _most_unseen(reported, least, tail),
        "bound_low": reported / most,
        "bound_high": divided(reported, least, math.inf),
    }
    estimate = bounds["bound_low"] if identified == "point" else math.nan
    note = NOTES[identified] if reported or not least else "note.rates.no_events"
    n = int(reported)
    return row(label, estimate, METHOD, n, note, identified=identified, **bounds, **stated)


def _fewest_unseen(reported: float, chance: float, tail: float) -> float:
    """Give the least number before the last report that the lower tail does not contradict.

    What is not seen until a given report is negative binomial.
    """
    if not reported:
        return 0.0
    return _first_number(lambda unseen: special.betainc(reported, unseen + 1, chance) >= tail)


def _most_unseen(reported: float, chance: float, tail: float) -> float:
    """Give the greatest number before the next report that the upper tail does not contradict."""
    if not chance:
        return math.inf
    return _first_number(lambda unseen: special.betaincc(reported + 1, unseen + 1, chance) <= tail)


def _first_number(holds: Callable[[float], bool]) -> float:
    """Find the first whole number from 0 from which on something holds; infinite if none is."""
    low, high = -1.0, 0.0
    while not holds(high):
        low, high = high, 2 * high + 1
        if math.isinf(high):
            return high
    # Above 2 to the power of 53 not every whole number is a float: then no middle is left.
    while low < (middle := math.floor((low + high) / 2)) < high:
        low, high = (low, float(middle)) if holds(middle) else (float(middle), high)
    return high
