"""Tests of independence that need no large counts: exact, or by tables drawn at random."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats
from scipy.special import gammaln

from netralitas_research.statistics.association.contingency import (
    Contingency,
    pearson_statistic,
    read_table,
    require_draws,
)
from netralitas_research.statistics.association.network import TOLERANCE, exact_p
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.tidy import TEST_COLUMNS, require_share, row, tidy

STATISTICS = {
    "chi_square": "chi2",
    "chi_squared": "chi2",
    "pearson": "chi2",
    "x2": "chi2",
    "probability": "prob",
    "fisher": "prob",
    "fisher_freeman_halton": "prob",
}
"""Further names of what makes a table extreme."""

MOST_TO_DRAW = 10**9
"""Of more cases a table cannot be drawn in reasonable time, or at all."""

CELLS_AT_ONCE = 2_000_000
"""Cells of the tables that are drawn at once."""


def exact_test(table: ArrayLike | pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Test independence in a table of any shape exactly (Fisher-Freeman-Halton).

    The p value is the chance, given both margins, of all tables that are no likelier than the
    observed one (Freeman & Halton, 1951), found with the network of Mehta & Patel (1983). Nothing
    is drawn at random. For two by two it is Fisher's exact test, two-sided.

    Parameters
    ----------
    table
        Counts, rows by columns.
    level
        Stands in the result; the p value is exact and needs none.

    Returns
    -------
    pandas.DataFrame
        One row ``independence``: the ``estimate`` is the p value, ``low`` and ``high`` are equal
        to it; then ``statistic`` (the chance of the observed table), ``df`` (none), ``p_value``.
        A table that needs too much work has no p value, 0 and 1 as limits and the note
        ``note.association.too_large``: `monte_carlo_test` is there for it.

    Raises
    ------
    UsageError
        If the table holds anything but counts.

    Examples
    --------
    >>> exact_test([[3, 1], [1, 3]])["p_value"].round(4).tolist()
    [0.4857]
    """
    require_share("level", level)
    read = read_table(table)
    method, note = "fisher_freeman_halton", read.note
    p_value = exact_p(read.occupied) if read.testable else 1.0
    limits = (p_value, p_value)
    if p_value is None:
        note, p_value, limits = "note.association.too_large", np.nan, (0.0, 1.0)
    found = row(
        "independence",
        p_value,
        method,
        read.n,
        note,
        low=limits[0],
        high=limits[1],
        statistic=_chance(read),
        df=np.nan,
        p_value=p_value,
    )
    return tidy([found], level, TEST_COLUMNS)


def monte_carlo_test(
    table: ArrayLike | pd.DataFrame,
    draws: int = 9999,
    seed: int = 0,
    statistic: str = "chi2",
    level: float = 0.95,
) -> pd.DataFrame:
    """Test independence by drawing tables with the same margins.

    The p value is (1 + k) / (1 + draws), where k tables were at least as extreme as the observed
    one (Hope, 1968; Besag & Clifford, 1989). The limits are those of Clopper & Pearson (1934) for
    the exact p value that endless drawing would give.

    Parameters
    ----------
    table
        Counts, rows by columns.
    draws
        How many tables to draw.
    seed
        Of the random numbers; the same one gives the same result.
    statistic
        What makes a table extreme: ``chi2``, a large statistic of Pearson; ``prob``, a small
        chance, as in `exact_test`.
    level
        Level of confidence of the limits.

    Returns
    -------
    pandas.DataFrame
        One row ``independence``: the ``estimate`` is the p value, with its limits; then
        ``statistic`` (that of Pearson, or the chance of the observed table), ``df`` (none),
        ``p_value``, ``draws``, ``seed``. A table of more than 1,000,000,000 cases is not drawn:
        it has no p value, 0 and 1 as limits and a note.

    Raises
    ------
    UsageError
        If the table holds anything but counts, or an option has no such value.

    Examples
    --------
    >>> monte_carlo_test([[3, 1], [1, 3]], draws=999, seed=1)["p_value"].between(0.4, 0.6).tolist()
    [True]
    """
    statistic = read_method(statistic, ("chi2", "prob"), STATISTICS, "statistic")
    require_draws(draws, seed)
    require_share("level", level)
    read = read_table(table)
    p_value, (low, high), note = 1.0, (1.0, 1.0), read.note
    if read.testable and read.n > MOST_TO_DRAW:
        p_value, (low, high), note = np.nan, (0.0, 1.0), "note.association.too_large_to_draw"
    elif read.testable:
        extreme = _extreme(read.occupied, draws, seed, statistic)
        p_value = (1 + extreme) / (1 + draws)
        low, high = _limits(extreme, draws, level)
    chance = statistic == "prob"
    observed = _chance(read) if chance else float(pearson_statistic(read.occupied))
    found = row(
        "independence",
        p_value,
        f"monte_carlo_{statistic}",
        read.n,
        note,
        low=low,
        high=high,
        statistic=observed,
        df=np.nan,
        p_value=p_value,
        draws=draws,
        seed=seed,
    )
    return tidy([found], level, [*TEST_COLUMNS, "draws", "seed"])


def _chance(read: Contingency) -> float:
    """Give the chance of the table, given its margins."""
    counts = read.counts + 1.0
    margins = gammaln(read.counts.sum(axis=0) + 1.0).sum()
    margins += gammaln(read.counts.sum(axis=1) + 1.0).sum()
    return float(np.exp(margins - gammaln(read.n + 1.0) - gammaln(counts).sum()))


def _extreme(counts: np.ndarray, draws: int, seed: int, statistic: str) -> int:
    """Count the drawn tables that are at least as extreme as the observed one."""
    margins = counts.sum(axis=1), counts.sum(axis=0)
    generator = np.random.default_rng(seed)
    measure = pearson_statistic if statistic == "chi2" else _log_factorials
    least = measure(counts) * (1 - 1e-9) if statistic == "chi2" else measure(counts) - TOLERANCE
    at_once, found = max(1, CELLS_AT_ONCE // counts.size), 0
    for begin in range(0, draws, at_once):
        size = min(at_once, draws - begin)
        drawn = stats.random_table.rvs(*margins, size=size, random_state=generator)
        found += int((measure(drawn) >= least).sum())
    return found


def _log_factorials(counts: np.ndarray) -> np.ndarray:
    return gammaln(counts + 1.0).sum(axis=(-1, -2))


def _limits(extreme: int, draws: int, level: float) -> tuple[float, float]:
    found = stats.binomtest(extreme, draws).proportion_ci(level, method="exact")
    return float(found.low), float(found.high)
