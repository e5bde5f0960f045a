"""Intervals for single shares of counts.

The interval of a share of reported cases describes the process that makes reports, not a sample:
the reports are counted in full.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.shares.counts import (
    Counts,
    few_notes,
    first_that_holds,
    read_base,
    read_counts,
    shares_frame,
)
from netralitas_research.statistics.shares.limits import ALSO_CALLED, METHODS, share_limits
from netralitas_research.statistics.tidy import require_share


def share_interval(
    counts: Counts, base: Any = None, method: str = "wilson", level: float = 0.95
) -> pd.DataFrame:
    """Give each share with its own interval.

    Each interval covers its share with about the level; see
    `shares.simultaneous_intervals` for intervals that cover all shares at once.

    Parameters
    ----------
    counts
        A count, a list, or a mapping or Series with labels, which become the terms.
    base
        What they are shares of: one number for all, or one for each count; None stands for one
        that is not known. Without any base the counts are the parts of a whole, so it is their
        sum.
    method
        ``wilson``, ``wilson_cc``, ``clopper_pearson``, ``jeffreys``, ``mid_p`` or
        ``agresti_coull``, as `shares.share_limits` explains
        and cites them.
    level
        Level of confidence.

    Returns
    -------
    pandas.DataFrame
        One row a count: ``term, estimate, low, high, level, method, n, note, count``; shares of
        1, n is the base. Without a base there is no estimate and the limits are 0 and 1; a whole
        with one part is 1. The note says so.

    Raises
    ------
    UsageError
        If a count or base is no whole number from 0, a count is larger than its base, or the
        method or level is none.

    Examples
    --------
    Newcombe (1998), 81 of 263:

    >>> share_interval(81, 263)[["estimate", "low", "high"]].round(4).values.tolist()
    [[0.308, 0.2553, 0.3662]]
    >>> share_interval({"high": 126, "functional": 116}, base=456)["low"].round(3).tolist()
    [0.237, 0.217]
    """
    require_share("level", level)
    method = read_method(method, METHODS, ALSO_CALLED)
    observed = read_counts(counts)
    bases = read_base(base, observed)
    only = base is None and len(observed) == 1 and bases[0] > 0
    x = observed.to_numpy()
    low, high = share_limits(x, bases, method, level)
    estimate = np.divide(x, bases, out=np.full(len(x), np.nan), where=bases > 0)
    notes = {
        "note.shares.no_base": np.isnan(bases),
        "note.shares.zero_base": bases == 0,
        "note.shares.one_category": np.full(len(x), only),
        **few_notes(x, x, bases),
    }
    return shares_frame(
        observed.index,
        estimate,
        np.where(only, 1.0, low),
        high,
        level,
        method,
        bases,
        first_that_holds(notes),
        count=x,
    )
