"""How many times one rate is another."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.rates.exact_limits import (
    CONDITIONAL_METHODS,
    binomial_limits,
    read_rate_method,
)
from netralitas_research.statistics.rates.inputs import (
    Values,
    read_counts,
    read_exposure,
    require_lengths,
)
from netralitas_research.statistics.tidy import row, tidy

OTHERS = "others"
"""Reference of a row that is compared with all other rows together."""

RATIO_COLUMNS = (
    "p_value",
    "events",
    "exposure",
    "reference",
    "reference_events",
    "reference_exposure",
)
"""What a ratio has besides the columns of every result."""


def rate_ratio(
    events: Values, exposure: Values, level: float = 0.95, method: str = "exact"
) -> pd.DataFrame:
    """Compare two rates: the first by the second.

    Given the sum of both counts, the first is binomial (Przyborowski & Wilenski, 1940,
    *Biometrika*); the limits of its probability give those of the ratio.

    Parameters
    ----------
    events
        Two counts.
    exposure
        Two exposures.
    level
        Level of confidence.
    method
        ``exact`` (limits of Clopper & Pearson, 1934) or ``mid_p`` (Rothman & Boice, 1979).

    Returns
    -------
    pandas.DataFrame
        The columns of `rate_ratios` with one row, ``rate_ratio``.

    Raises
    ------
    UsageError
        As for `rate_interval`, or if there are not two counts.

    Examples
    --------
    >>> found = rate_ratio([11, 21], [800, 3011])
    >>> found[["estimate", "low", "high", "p_value"]].round(4).values.tolist()
    [[1.9715, 0.8584, 4.2773, 0.0797]]
    """
    counted = read_counts(events)
    require_lengths(2, len(counted))
    exposed = read_exposure(exposure, counted.index)
    label = str(counted.index[1])
    return rate_ratios(counted, exposed, label, level, method)[:1].assign(term="rate_ratio")


def rate_ratios(
    events: Values,
    exposure: Values,
    reference: str | None = None,
    level: float = 0.95,
    method: str = "exact",
) -> pd.DataFrame:
    """Compare each rate of a table with that of one row, or of all other rows together.

    Parameters
    ----------
    events
        Counts: a list, or a Series or mapping whose labels become the terms.
    exposure
        What the counts relate to, one for each.
    reference
        Label of the row to compare with. Without one, or with ``others`` where no row is called
        so, each row is compared with all other rows together.
    level
        Level of confidence of each interval; nothing is adjusted for their number.
    method
        ``exact`` or ``mid_p``, see `rate_ratio`.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, p_value, events, exposure, reference,
        reference_events, reference_exposure``; n is the number of events of both sides. The
        p-value of ``exact`` adds all results that are at most as likely as the one observed, as R
        does; it may disagree with the interval where both are near the border. That of ``mid_p`` is
        twice the smaller tail and agrees with it. A ratio whose sides are not both known has the
        limits 0 and infinity and a note. The reference is not a row of its own comparison.

    Raises
    ------
    UsageError
        As for `rate_interval`, or if no row has the label of the reference.

    Examples
    --------
    >>> found = rate_ratios({"heads": 9, "staff": 20, "teachers": 0}, [100, 900, 500])
    >>> found[["term", "estimate", "low", "high"]].round(2).values.tolist()
    [['heads', 6.3, 2.53, 14.47], ['staff', 1.48, 0.64, 3.7], ['teachers', 0.0, 0.0, 0.27]]
    """
    method = read_rate_method(method, CONDITIONAL_METHODS, level)
    counted = read_counts(events)
    exposed = read_exposure(exposure, counted.index).replace(0, math.nan)
    label = None if reference is None else str(reference)
    if label == OTHERS and OTHERS not in counted.index:
        label = None
    if label is None:
        other = pd.DataFrame({"x": _rest(counted), "t": _rest(exposed)})
    elif label in counted.index:
        other = pd.DataFrame({"x": counted[label], "t": exposed[label]}, index=counted.index)
    else:
        raise UsageError("error.rates_label", label=label, known=", ".join(counted.index))
    table = pd.DataFrame(
        {
            "events": counted,
            "exposure": exposed,
            "reference": OTHERS if label is None else label,
            "reference_events": other["x"],
            "reference_exposure": other["t"],
        }
    )
    return _compared(table[table.index != label], level, method)


def _compared(table: pd.DataFrame, level: float, method: str) -> pd.DataFrame:
    """Give the ratio of each row."""
    sides = table[["events", "exposure", "reference_events", "reference_exposure"]].to_numpy(float)
    known = ~np.isnan(sides).any(axis=1)
    first, base, second, other = np.where(known[:, None], sides, [0, 1, 0, 1]).T
    total, scale = first + second, other / base
    low, high = (_odds(p) * scale for p in binomial_limits(first, total, level, method))
    observed = np.divide(first, second, out=np.full(len(first), math.inf), where=second > 0) * scale
    estimate = np.where(total > 0, observed, math.nan)
    rows = []
    for i, (label, cells) in enumerate(table.iterrows()):
        tested = known[i] and total[i] > 0
        p_value = _p_value(first[i], total[i], base[i], other[i], method) if tested else math.nan
        note = _ratio_note(first[i], second[i]) if known[i] else "note.rates.side_unknown"
        rows.append(
            row(
                str(label),
                estimate[i],
                method,
                int(total[i]),
                note,
                low=low[i],
                high=high[i],
                p_value=p_value,
                **{str(name): cell for name, cell in cells.items()},
            )
        )
    return tidy(rows, level, RATIO_COLUMNS)


def _rest(values: pd.Series) -> pd.Series:
    """Give the sum of all other rows, unknown where one of them is."""
    missing, total = values.isna(), values.sum()
    rest = total - values.fillna(0)
    return rest.where(missing.sum() - missing == 0) if len(values) > 1 else rest * math.nan


def _odds(chance: np.ndarray) -> np.ndarray:
    return np.divide(chance, 1 - chance, out=np.full(np.shape(chance), math.inf), where=chance < 1)


def _p_value(first: float, total: float, base: float, other: float, method: str) -> float:
    chance = base / (base + other)
    if method == "exact":
        return float(stats.binomtest(int(first), int(total), chance).pvalue)
    half = stats.binom.pmf(first, total, chance) / 2
    tails = stats.binom.cdf(first, total, chance), stats.binom.sf(first - 1, total, chance)
    return float(min(1.0, 2 * (min(tails) - half)))


def _ratio_note(first: float, second: float) -> str:
    if first and second:
        return ""
    if first:
        return "note.rates.reference_zero"
    return "note.rates.first_zero" if second else "note.rates.both_zero"
