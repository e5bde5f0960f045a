"""Whether the composition of what was added changes from one interval to the next."""

from __future__ import annotations

import math
from collections.abc import Sequence
from numbers import Real

import numpy as np
import pandas as pd
from scipy.stats import chi2, chi2_contingency, norm

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.trend import METHODS, trend_test
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.snapshots.added import Floats
from netralitas_research.statistics.snapshots.rows import require_increments
from netralitas_research.statistics.snapshots.ways import Way, ways_through, why_no_way
from netralitas_research.statistics.tidy import COLUMNS, TEST_COLUMNS, require_share, row, tidy


def composition_trend(
    added: pd.DataFrame,
    *,
    scores: Sequence[float] | None = None,
    level: float = 0.95,
    method: str = "asymptotic",
) -> pd.DataFrame:
    """Test whether the shares of the parts in what was added change over time.

    Parameters
    ----------
    added
        What `increments` or `increments_of_printed` returns for at least two intervals. With
        ``from_zero`` the first snapshot counts as one, and the comparison of cumulative shares is
        shown beside it.
    scores
        Place of each interval in time; without it 0, 1, 2 and so on.
    level
        Level of confidence.
    method
        How the p-values of ``cochran_armitage`` are found: ``asymptotic``, or ``exact`` as
        `association.trend_test` does it. The interval is Wald's.

    Returns
    -------
    pandas.DataFrame
        Tidy columns, ``statistic``, ``df``, ``p_value`` and ``p_least``, by ``method``:

        - ``cochran_armitage``: for each part the change of its share from one score to the next,
          with the test for a trend in proportions (Cochran, 1954; Armitage, 1955);
        - ``cumulative_compared``: the same from cumulative shares, as if they were of separate
          sets. It is what a comparison of snapshots says, and it is wrong;
        - ``homogeneity``: the term ``all``, the chi-squared test that all intervals have one
          composition; its estimate is the p-value.

        Where the print leaves counts or bases open, ``low`` and ``high`` cover the steepest fall
        and rise that are possible, and ``p_value`` and ``p_least`` are the largest and the smallest
        p-value at these two (1 where both signs are possible); the other methods take the middle
        of the counts. All feasible choices of bases count; to keep to those of one kind, pass the
        rows of which ``kind_start`` is ``kind_end``.

    Raises
    ------
    UsageError
        If there is no such method, ``added`` is something else, a score is no number, there are
        not as many scores as intervals, they are all the same, or there are more than 10,000
        choices of bases.

    References
    ----------
    Cochran, W. G. (1954). Biometrics 10(4), 417-451. Armitage, P. (1955). Biometrics 11(3),
    375-386.

    Examples
    --------
    Officials are 40 of the first 100 and 20 of the next 100.

    >>> from netralitas_research.statistics.snapshots import increments
    >>> added = increments([[40, 60], [60, 140]], from_zero=True)
    >>> found = composition_trend(added).query("term == 1")
    >>> found[["method", "estimate", "p_value"]].round(4).values.tolist()
    [['cochran_armitage', -0.2, 0.002], ['cumulative_compared', -0.1, 0.0833]]
    """
    require_share("level", level)
    method = read_method(method, ("asymptotic", "exact"), METHODS)
    require_increments(added)
    pairs = added[added["reading"] == "pair"]
    terms = list(dict.fromkeys(pairs["term"]))
    pairs = pairs[pairs["start"] != pairs["end"]]
    intervals = pairs["end"].nunique()
    places = _scores(scores, intervals)
    ways = ways_through(pairs, terms) if intervals > 1 else []
    more = [*TEST_COLUMNS, "p_least"]
    if not ways:
        note = "note.snapshots.few_intervals" if intervals < 2 else why_no_way(pairs)
        rows = [row(term, np.nan, "cochran_armitage", 0, note, low=-1, high=1) for term in terms]
        return tidy(rows, level, more)
    z = norm.isf((1 - level) / 2)
    frames = [_trends(ways, terms, places, z, method)]
    if (pairs["start"] == "").any():
        frames.append(_cumulative(ways, terms, places, z))
    frames.append(_homogeneity(ways))
    found = pd.concat(frames, ignore_index=True).assign(level=level)
    return found[[*COLUMNS, *more]]


def _scores(scores: Sequence[float] | None, intervals: int) -> Floats:
    """Read the place of each interval in time."""
    if scores is None:
        return np.arange(intervals, dtype=float)
    read = np.array(scores, dtype=object).ravel()
    if not all(isinstance(one, Real) and math.isfinite(one) for one in read):
        raise UsageError("error.snapshots_score", text=", ".join(map(str, read)))
    places = read.astype(float)
    if len(places) != intervals or (intervals > 1 and np.ptp(places) == 0):
        raise UsageError("error.snapshots_scores", scores=len(places), intervals=intervals)
    return places


def trend(events: Floats, totals: Floats, scores: Floats) -> tuple[Floats, Floats, Floats]:
    """Compute the Cochran-Armitage statistic for several columns of events at once.

    Parameters
    ----------
    events
        Events by group (rows) and column.
    totals, scores
        Of each group.

    Returns
    -------
    tuple of numpy.ndarray
        Slope of the shares by the scores, its standard error, and z; NaN where no column varies.

    Examples
    --------
    Smokers among patients (Fleiss, 1981, p. 139).

    >>> events, totals = np.array([[83.0], [90], [129], [70]]), np.array([86.0, 93, 136, 82])
    >>> slope, error, z = trend(events, totals, np.arange(4.0))
    >>> round(float(z[0] ** 2), 4)
    8.2249
    """
    weights = scores - (totals @ scores) / totals.sum()
    spread = totals @ weights**2
    pooled = events.sum(axis=0) / totals.sum()
    moved = (events + 0.5) / (totals + 1)[:, None]
    error = np.sqrt((weights**2 * totals) @ (moved * (1 - moved))) / spread
    slope = weights @ events / spread
    variance = pooled * (1 - pooled) * spread
    z = np.full(variance.shape, np.nan)
    np.divide(weights @ events, np.sqrt(variance), out=z, where=variance > 0)
    return slope, error, z


def _trends(
    ways: Sequence[Way], terms: Sequence[object], scores: Floats, z_level: float, method: str
) -> pd.DataFrame:
    """Take the steepest fall and rise over all ways."""
    ends, exact = [], []
    for way in ways:
        late = (scores > (way.totals @ scores) / way.totals.sum())[:, None]
        for events in (np.where(late, way.low, way.high), np.where(late, way.high, way.low)):
            ends.append(trend(events, way.totals, scores))
            if method == "exact":
                exact.append(_exact(events, way.totals, scores))
    return _rows(terms, "cochran_armitage", _total(ways), ends, z_level, exact)


def _exact(events: Floats, totals: Floats, scores: Floats) -> Floats:
    """Find the exact p-value of each part, NaN where it needs too much work."""
    tests = (trend_test(one, totals, scores, method="exact") for one in events.T)
    return np.array([test["p_value"].item() for test in tests])


def _cumulative(
    ways: Sequence[Way], terms: Sequence[object], scores: Floats, z_level: float
) -> pd.DataFrame:
    """Treat each snapshot as a set of its own."""
    ends = [trend(way.middle.cumsum(axis=0), way.totals.cumsum(), scores) for way in ways]
    found = _rows(terms, "cumulative_compared", _total(ways), ends, z_level)
    return found.assign(note="note.snapshots.overlapping")


def _rows(
    terms: Sequence[object],
    method: str,
    n: float,
    ends: Sequence[tuple[Floats, Floats, Floats]],
    z_level: float,
    exact_p: Sequence[Floats] = (),
) -> pd.DataFrame:
    """Join the ends of all ways, one row an end and one column a part."""
    slopes, errors, zs = (np.array(values) for values in zip(*ends, strict=True))
    constant = np.isnan(zs).any(axis=0)
    zs = np.nan_to_num(zs)
    least, most = slopes.min(axis=0), slopes.max(axis=0)
    either = (least < 0) & (most > 0)
    weakest = np.where(either, 0.0, np.abs(zs).min(axis=0))
    single = least == most
    p_values = np.array(exact_p) if exact_p else chi2.sf(zs**2, 1)
    worst = np.where(either, 1.0, p_values.max(axis=0))
    notes = np.where(single, "", np.where(either, "note.snapshots.sign_open", _BOUNDS))
    notes = np.where(np.isnan(worst), "note.snapshots.too_large", notes)
    return pd.DataFrame(
        {
            "term": terms,
            "estimate": np.where(single, least, np.nan),
            "low": (slopes - z_level * errors).min(axis=0),
            "high": (slopes + z_level * errors).max(axis=0),
            "method": method,
            "n": n,
            "note": np.where(constant, "note.snapshots.constant", notes),
            "statistic": weakest**2,
            "df": 1,
            "p_value": worst,
            "p_least": p_values.min(axis=0),
        }
    )


_BOUNDS = "note.snapshots.bounds"


def _total(ways: Sequence[Way]) -> float:
    """How many were added in all, NaN where it depends on the bases."""
    totals = {float(way.totals.sum()) for way in ways}
    return totals.pop() if len(totals) == 1 else np.nan


def _homogeneity(ways: Sequence[Way]) -> pd.DataFrame:
    tests = [_chi_squared(way) for way in ways]
    exact = len(ways) == 1 and (ways[0].low == ways[0].high).all()
    weakest = max(tests, key=lambda test: test[2])
    cells = dict(zip(TEST_COLUMNS, weakest, strict=True))
    least = min(test[2] for test in tests)
    note = "" if exact else "note.snapshots.middle"
    if np.isnan(weakest[2]):
        note = "note.snapshots.no_partition"
    p_value = cells["p_value"]
    estimate = p_value if exact else np.nan
    ends = {"low": least, "high": p_value, "p_least": least}
    made = row("all", estimate, "homogeneity", 0, note, **cells, **ends)
    return pd.DataFrame([{**made, "n": _total(ways)}])


def _chi_squared(way: Way) -> tuple[float, float, float]:
    """Test one table of intervals by parts, if the parts can add up to what was added."""
    low, high = way.low.sum(axis=1), way.high.sum(axis=1)
    if (low > way.totals).any() or (high < way.totals).any():
        return np.nan, np.nan, np.nan
    table = way.middle[:, way.middle.sum(axis=0) > 0]
    table = table[table.sum(axis=1) > 0]
    if min(table.shape) < 2:
        return 0.0, 0.0, 1.0
    found = chi2_contingency(table, correction=False)
    return float(found.statistic), float(found.dof), float(found.pvalue)
