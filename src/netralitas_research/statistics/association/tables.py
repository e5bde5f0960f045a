"""Whether two classifications go together, how strongly, and in which cells."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats
from scipy.special import xlogy

from netralitas_research.statistics.association.contingency import (
    Contingency,
    Groups,
    expected_counts,
    pearson_statistic,
    read_groups,
    read_table,
)
from netralitas_research.statistics.association.cramer import cramers_v
from netralitas_research.statistics.association.exact import exact_test, monte_carlo_test
from netralitas_research.statistics.association.multiplicity import adjust
from netralitas_research.statistics.association.residuals import adjusted_residuals
from netralitas_research.statistics.association.trend import trend_test
from netralitas_research.statistics.tidy import TEST_COLUMNS, require_share, row, tidy

__all__ = [
    "adjust",
    "adjusted_residuals",
    "chi_square",
    "cramers_v",
    "exact_test",
    "homogeneity",
    "monte_carlo_test",
    "trend_test",
]


def chi_square(table: ArrayLike | pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Test independence with the statistics of Pearson and of the likelihood ratio.

    No correction for continuity is made. Rows and columns that hold nothing are left out. Where
    an expected count is below 1, or more than a fifth of them below 5 (Cochran, 1954), a note says
    that the distribution is not to be relied on: `exact_test` and `monte_carlo_test` are.

    Parameters
    ----------
    table
        Counts, rows by columns.
    level
        Stands in the result; the p values need none.

    Returns
    -------
    pandas.DataFrame
        Two rows ``independence``, methods ``pearson`` (Pearson, 1900) and ``likelihood_ratio``
        (Wilks, 1935): the ``estimate`` is the p value, ``low`` and ``high`` are equal to it; then
        ``statistic`` (X² and G²), ``df``, ``p_value`` and ``smallest_expected``. With fewer than
        two rows or columns that hold something, the p value is 1, with a note.

    Raises
    ------
    UsageError
        If the table holds anything but counts.

    Examples
    --------
    >>> chi_square([[20, 10], [10, 20]])[["statistic", "df"]].round(3).values.tolist()
    [[6.667, 1.0], [6.796, 1.0]]
    """
    require_share("level", level)
    return _tests(read_table(table), "independence", level)


def homogeneity(events: Groups, totals: Groups, level: float = 0.95) -> pd.DataFrame:
    """Test whether a share is the same in all groups (`chi_square` on events and the rest).

    It is R's ``prop.test`` without the correction for continuity.

    Parameters
    ----------
    events
        Number with the event in each group: a list, or a mapping or Series with labels.
    totals
        Number in each group, or one number for all; labels match them with the events. A group
        without a known total is left out, with a note.
    level
        Stands in the result.

    Returns
    -------
    pandas.DataFrame
        As `chi_square`, with the term ``homogeneity``.

    Raises
    ------
    UsageError
        If they are no counts, or do not fit each other.

    Examples
    --------
    >>> homogeneity([83, 90, 129, 70], [86, 93, 136, 82])["statistic"].round(2).tolist()
    [12.6, 10.67]
    """
    require_share("level", level)
    return _tests(read_groups(events, totals), "homogeneity", level)


def _tests(read: Contingency, term: str, level: float) -> pd.DataFrame:
    counts = read.occupied
    if read.testable:
        expected = expected_counts(counts)
        ratio = 2 * xlogy(counts, counts / expected).sum()
        statistics = {"pearson": pearson_statistic(counts), "likelihood_ratio": max(0.0, ratio)}
        df, smallest, note = (counts.shape[0] - 1) * (counts.shape[1] - 1), expected.min(), ""
        if smallest < 1 or (expected < 5).mean() > 0.2:
            note = "note.association.small_expected"
        note = read.note if read.without_total else note or read.note
    else:
        statistics = {"pearson": 0.0, "likelihood_ratio": 0.0}
        df, smallest, note = 0, np.nan, read.note
    rows = []
    for method, statistic in statistics.items():
        p_value = float(stats.chi2.sf(statistic, df)) if df else 1.0
        rows.append(
            row(
                term,
                p_value,
                method,
                read.n,
                note,
                low=p_value,
                high=p_value,
                statistic=float(statistic),
                df=df,
                p_value=p_value,
                smallest_expected=smallest,
            )
        )
    return tidy(rows, level, [*TEST_COLUMNS, "smallest_expected"])
