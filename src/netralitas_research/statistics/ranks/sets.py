"""Which ranks each unit may have: confidence sets for ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.ranks.counts import rank_sets_of_counts, rank_sets_of_printed
from netralitas_research.statistics.ranks.first_places import could_be_first
from netralitas_research.statistics.ranks.gaussian import normal_p_values, stepwise
from netralitas_research.statistics.ranks.holm import holm
from netralitas_research.statistics.ranks.inputs import (
    Numbers,
    beside,
    labelled,
    labelled_counts,
    require_level,
    require_simulation,
)
from netralitas_research.statistics.ranks.rates import rank_sets_of_rates, ranks_under
from netralitas_research.statistics.ranks.tables import rank_table

__all__ = [
    "could_be_first",
    "rank_sets",
    "rank_sets_of_counts",
    "rank_sets_of_printed",
    "rank_sets_of_rates",
    "rank_sets_of_shares",
    "ranks_under",
]

SIMULATED_UNITS = 200
"""Up to how many units critical values are simulated; above, Holm's method is used."""

FEW = 5
"""Successes or failures below which the normal error of a share is rough."""


def rank_sets(
    estimates: Numbers,
    standard_errors: Numbers | None = None,
    covariance: np.ndarray | pd.DataFrame | Sequence[Sequence[float]] | None = None,
    level: float = 0.95,
    simultaneous: bool = False,
    largest_first: bool = True,
    draws: int = 100_000,
    seed: int = 1,
) -> pd.DataFrame:
    """Find confidence sets for ranks of estimates with standard errors.

    All studentised differences of pairs are compared with simulated critical values, in steps
    (Mogstad, Romano, Shaikh & Wilhelm, 2024, Review of Economic Studies 91, 476-518). Errors are
    taken as normal. For more than 200 units, the pairs are compared by normal tests with Holm's
    (1979) correction instead, which gives somewhat larger sets; a note says so.

    Parameters
    ----------
    estimates
        One a unit; a series carries the names. NaN where there is none.
    standard_errors
        Of independent estimates; with the covariance not needed.
    covariance
        Of the estimates, where they are not independent: in their order, or a frame with their
        labels.
    level
        Level of confidence, above 0.5.
    simultaneous
        Whether all sets are to hold together at the level, or each alone (marginal).
    largest_first
        Whether rank 1 is the largest, or the smallest.
    draws, seed
        Of the simulation. The sets of 100,000 draws hardly depend on the seed.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate`` (the rank, equal values share the first), ``low, high`` (the rank set),
        ``level, method, n`` (number of units)``, note, value, simultaneous``.

    Raises
    ------
    UsageError
        If an error is negative or missing, the covariance fits no estimates, or the level, the
        draws or the seed are none.

    Examples
    --------
    >>> sets = rank_sets([0.29, 0.19, 0.07], [0.04, 0.04, 0.01])
    >>> sets[["estimate", "low", "high"]].astype(int).values.tolist()
    [[1, 1, 2], [2, 1, 2], [3, 3, 3]]
    """
    values = labelled(estimates, "estimates")
    errors = _variances(values, standard_errors, _in_order(covariance, estimates))
    ranked = values if largest_first else -values
    table = _sets(ranked, errors, level, simultaneous, draws, seed, {}, {})
    return table.assign(value=values.to_numpy())


def rank_sets_of_shares(
    counts: Numbers,
    bases: Numbers,
    level: float = 0.95,
    simultaneous: bool = False,
    draws: int = 100_000,
    seed: int = 1,
) -> pd.DataFrame:
    """Find confidence sets for ranks of shares that each have a base of their own.

    As `rank_sets`, with the standard error of each share, the root of p(1 - p) by the base. A share
    of 0 or 1 would have none: there one is added to the successes and to the failures (Agresti &
    Caffo, 2000), for its error only; a note says so. Another tells where fewer than 5 successes or
    failures make the normal error rough.

    Parameters
    ----------
    counts
        Of each unit; a series carries the names.
    bases
        What each count is a share of, or one number for all. NaN or 0 where it is missing: such a
        unit may have any rank.
    level, simultaneous, draws, seed
        As for `rank_sets`.

    Returns
    -------
    pandas.DataFrame
        As for `rank_sets`; ``value`` is the share, and ``count`` and ``base`` follow.

    Raises
    ------
    UsageError
        If a count is above its base or a number is none.

    Examples
    --------
    >>> sets = rank_sets_of_shares([41, 25, 0], [143, 187, 120])
    >>> sets[["low", "high"]].values.tolist(), sets["note"].tolist()
    ([[1, 1], [2, 2], [3, 3]], ['', '', 'note.ranks.adjusted_error'])
    """
    found = labelled_counts(counts)
    of = beside(bases, found, "bases")
    of = of.where(of > 0)
    for count, base in zip(found, of, strict=True):
        if count > base:
            raise UsageError("error.ranks_above_base", count=f"{count:.15g}", base=f"{base:.15g}")
    share = found / of
    fewest = np.minimum(found.to_numpy(), (of - found).to_numpy())
    edge = fewest == 0
    size = of + 2 * edge
    smoothed = (found + edge) / size
    variances = (smoothed * (1 - smoothed) / size).dropna().to_numpy()
    notes = {"adjusted_error": edge, "few": fewest < FEW}
    more = {"count": found.to_numpy(), "base": of.to_numpy()}
    return _sets(share, variances, level, simultaneous, draws, seed, notes, more)


def _sets(
    values: pd.Series,
    variances: np.ndarray,
    level: float,
    simultaneous: bool,
    draws: int,
    seed: int,
    notes: Mapping[str, np.ndarray],
    more: Mapping[str, np.ndarray],
) -> pd.DataFrame:
    """Find the sets from values and the variances, or covariance, of those known; 1 is largest."""
    require_level(level)
    require_simulation(draws, seed)
    known = values.notna().to_numpy()
    ranked, independent = values.to_numpy()[known], variances.ndim == 1
    many = len(ranked) > SIMULATED_UNITS
    if many and not independent:
        raise UsageError("error.ranks_dependent", units=len(ranked), most=SIMULATED_UNITS)
    if many:
        compare = normal_p_values(ranked, variances)
        found = holm(compare, len(ranked), 1 - level, simultaneous, "holm")
    else:
        covariance = np.diag(variances) if independent else variances
        found = stepwise(
            ranked, covariance, alpha=1 - level, simultaneous=simultaneous, draws=draws, seed=seed
        )
    no_error = np.zeros(len(values), bool)
    no_error[known] = (variances if independent else np.diag(variances)) == 0
    return rank_table(
        values,
        found,
        level=level,
        method="normal_holm" if many else "normal_stepwise",
        n=len(values),
        simultaneous=simultaneous,
        notes={"no_error": no_error, **notes, "many_units": many},
        more=more,
    )


def _variances(
    values: pd.Series,
    standard_errors: Numbers | None,
    covariance: np.ndarray | pd.DataFrame | Sequence[Sequence[float]] | None,
) -> np.ndarray:
    """Give the variances of the known estimates, or their covariance."""
    known = values.notna().to_numpy()
    if (standard_errors is None) == (covariance is None):
        raise UsageError("error.ranks_errors")
    if standard_errors is not None:
        errors = beside(standard_errors, values, "standard_errors").to_numpy()[known]
        if np.isnan(errors).any():
            raise UsageError("error.ranks_errors")
        return errors**2
    try:
        matrix = np.asarray(covariance, dtype=float)
    except (TypeError, ValueError):
        raise UsageError("error.ranks_covariance") from None
    if matrix.shape != (len(values), len(values)):
        raise UsageError("error.ranks_covariance")
    matrix = matrix[np.ix_(known, known)]
    if not np.isfinite(matrix).all() or not np.allclose(matrix, matrix.T):
        raise UsageError("error.ranks_covariance")
    if len(matrix) and np.linalg.eigvalsh(matrix).min() < -1e-8 * np.abs(matrix).max():
        raise UsageError("error.ranks_covariance")
    return matrix


def _in_order(covariance: Any, estimates: Numbers) -> Any:
    """Put a covariance in the order of the estimates, if both have labels."""
    named = isinstance(covariance, pd.DataFrame) and isinstance(estimates, pd.Series | Mapping)
    if not named:
        return covariance
    labels = pd.Series(estimates, dtype=object).index
    if set(covariance.index) == set(covariance.columns) == set(labels):
        return covariance.loc[labels, labels]
    if any(isinstance(index, pd.RangeIndex) for index in (labels, covariance.index)):
        return covariance
    raise UsageError("error.ranks_covariance")
