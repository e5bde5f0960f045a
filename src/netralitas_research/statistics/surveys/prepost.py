"""Scores of the same persons before and after: what changed, by how much, and for how many."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.errors import UsageError
from netralitas_research.statistics.surveys.means_and_shares import (
    changes,
    few_note,
    mean_difference,
    share_row,
    t_limits,
)
from netralitas_research.statistics.surveys.paired_effects import (
    normalised_gain,
    standardised_differences,
)
from netralitas_research.statistics.surveys.signed_rank import signed_rank
from netralitas_research.statistics.surveys.simulation import is_simulated
from netralitas_research.statistics.tidy import (
    TEST_COLUMNS,
    Row,
    read_numbers,
    require_positive,
    require_share,
    row,
    tidy,
)

Scores = Sequence[float] | np.ndarray | pd.Series


def compare(
    pre: Scores, post: Scores, level: float = 0.95, maximum: float | None = None
) -> pd.DataFrame:
    """Compare scores of the same persons before and after.

    Without a group that took no part, a change says that scores rose, not why.

    Parameters
    ----------
    pre, post
        A score a person. Two series are paired by their index, otherwise the order pairs them.
        Persons who lack one of the two are left out, and counted in the row ``pairs``.
    level
        Level of confidence.
    maximum
        The greatest score that can be reached; the normalised gain needs it.

    Returns
    -------
    pandas.DataFrame
        One row a statistic: ``term, estimate, low, high, level, method, n, note``, then
        ``statistic, df, p_value`` where the row is a test, and ``simulated``. The terms are
        ``pairs``, ``mean_before``, ``mean_after``, ``sd_before``, ``sd_after``,
        ``mean_difference`` (after less before; paired t test of Student, 1908),
        ``median_difference`` (see `signed_rank`), ``cohen_dz``, ``hedges_gz``, ``cohen_dav``,
        ``hedges_gav`` (see `standardised_differences`), ``gain_of_means``, ``mean_gain`` (see
        `normalised_gain`), ``improved``, ``unchanged`` and ``fell`` (shares of persons with
        Wilson's interval, 1927).

    Raises
    ------
    UsageError
        If the lengths differ, a person stands twice in an index, a score is above the maximum or
        infinite, or the level is not between 0 and 1.

    Examples
    --------
    >>> found = compare([9, 6, 7, 8, 7], [9, 7, 8, 9, 9]).set_index("term")
    >>> found.loc[["mean_difference", "improved"], ["estimate", "n"]].values.tolist()
    [[1.0, 5.0], [0.8, 5.0]]
    """
    require_share("level", level)
    pairs = _pairs(pre, post)
    complete = pairs.dropna()
    before, after = (complete[name].to_numpy() for name in ("before", "after"))
    _require_scores(complete.to_numpy(), maximum)
    changed = changes(before, after)
    left_out = len(complete) < len(pairs)
    rows = [
        row(
            "pairs",
            len(complete),
            "count",
            len(pairs),
            "surveys.note.incomplete_pairs" if left_out else "surveys.note.counted",
        ),
        _mean("mean_before", before, level),
        _mean("mean_after", after, level),
        _spread("sd_before", before, level),
        _spread("sd_after", after, level),
        mean_difference(changed, level),
        signed_rank(changed, level),
        *standardised_differences(before, after, level),
        *normalised_gain(before, after, maximum, level),
        *_directions(changed, level),
    ]
    found = tidy(rows, level, TEST_COLUMNS)
    return found.assign(simulated=is_simulated(pre, post))


def _pairs(pre: Scores, post: Scores) -> pd.DataFrame:
    before, after = read_numbers(pre), read_numbers(post)
    if isinstance(pre, pd.Series) and isinstance(post, pd.Series):
        if not (before.index.is_unique and after.index.is_unique):
            raise UsageError("error.survey_person_twice")
        return pd.DataFrame({"before": before, "after": after})
    if len(before) != len(after):
        raise UsageError("error.survey_lengths", first=len(before), second=len(after))
    return pd.DataFrame({"before": before.to_numpy(), "after": after.to_numpy()})


def _require_scores(scores: np.ndarray, maximum: float | None) -> None:
    if not np.isfinite(scores).all():
        raise UsageError("error.survey_infinite")
    if maximum is None:
        return
    require_positive("maximum", maximum)
    if (scores > maximum).any():
        raise UsageError("error.survey_maximum", maximum=maximum, value=scores.max())


def _mean(term: str, values: np.ndarray, level: float) -> Row:
    low, high = t_limits(values, level)
    mean = values.mean() if len(values) else math.nan
    note = few_note(values) or ("" if np.ptp(values) else "surveys.note.no_spread")
    return row(term, mean, "t", len(values), note, low=low, high=high)


def _spread(term: str, values: np.ndarray, level: float) -> Row:
    """Estimate a standard deviation, with the interval from the chi-square distribution."""
    n = len(values)
    if n < 2:
        return row(term, math.nan, "chi_square", n, few_note(values))
    deviation, df = np.std(values, ddof=1), n - 1
    low, high = (
        deviation * math.sqrt(df / stats.chi2.ppf(share, df))
        for share in ((1 + level) / 2, (1 - level) / 2)
    )
    note = "" if np.ptp(values) else "surveys.note.no_spread"
    return row(term, deviation, "chi_square", n, note, low=low, high=high)


def _directions(differences: np.ndarray, level: float) -> list[Row]:
    n = len(differences)
    if n == 0:
        names = ("improved", "unchanged", "fell")
        return [row(name, math.nan, "wilson", 0, "surveys.note.no_pairs") for name in names]
    counts = {
        "improved": int((differences > 0).sum()),
        "unchanged": int((differences == 0).sum()),
        "fell": int((differences < 0).sum()),
    }
    return [share_row(term, count, n, level) for term, count in counts.items()]
