"""Intervals for printed percentages, with what rounding leaves open.

A percentage of a base allows one count or several. The interval of a printed percentage reaches
from the lower limit of the smallest to the upper limit of the largest count that it allows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.printed.bases import (
    JudgedBase,
    judge_candidates,
    read_candidates,
)
from netralitas_research.statistics.printed.joint_counts import Shares, read_shares
from netralitas_research.statistics.printed.rounding import Printed, Rounding
from netralitas_research.statistics.shares.counts import (
    few_notes,
    first_that_holds,
    is_unknown,
    whole_numbers,
)
from netralitas_research.statistics.shares.limits import ALSO_CALLED, METHODS, share_limits
from netralitas_research.statistics.shares.printed_list import PrintedList, read_list
from netralitas_research.statistics.shares.simultaneous import shared_level
from netralitas_research.statistics.tidy import require_share


def printed_share_interval(
    percentages: Sequence[Printed] | Mapping[str, Printed] | pd.Series,
    base: int | Sequence[int] | None,
    *,
    shares: Shares = "separate",
    rounding: Rounding = "any",
    decimals: int | None = None,
    method: str = "wilson",
    level: float = 0.95,
) -> pd.DataFrame:
    """Give printed percentages with intervals that carry their rounding.

    Parameters
    ----------
    percentages
        Percentages of one base as printed, such as ``"27.6"``, in the printed order: a list, or a
        mapping or Series with labels, which become the terms.
    base
        The base; several candidates for it; or None if nothing is known of it.
    shares
        - ``separate``: nothing ties the shares to each other, as with several answers a person,
          where each answer has its own share of the respondents;
        - ``partition``: they are all parts of a whole;
        - ``top_list``: they are the largest parts of a whole, in order. What is left is a row of
          its own, ``remainder``.

        Shares that add up to more than the whole, by more than rounding can, are taken as
        separate, and noted.
    rounding, decimals
        As for `printed.possible_counts`.
    method
        A method of `shares.share_interval`, or ``goodman``, whose
        intervals hold for all rows at once.
    level
        Level of confidence.

    Returns
    -------
    pandas.DataFrame
        For each candidate base one row a percentage, then, if there are several candidates, one
        row a percentage for all that fit: ``term, estimate, low, high, level, method, n, note,
        scope, printed, print_low, print_high, count_low, count_high``. Shares of 1. ``estimate``
        is the share of the count if there is only one, else what is printed; ``scope`` is
        ``base`` or ``all_bases``; ``print_low`` and ``print_high`` are the limits of rounding. A
        base that does not fit has no interval. Without a base, ``low`` and ``high`` are the
        limits of rounding, with the level 1 and the method ``rounding``.

    Raises
    ------
    UsageError
        If there are no percentages or bases, or one of the values is none.

    References
    ----------
    Counts that rounding allows: Brown & Heathers (2017). Simultaneous intervals: Goodman (1965).

    Examples
    --------
    >>> found = printed_share_interval(["27.6", "25.4"], 456, shares="top_list")
    >>> found[["term", "low", "high", "count_low"]].round(3)
            term    low   high  count_low
    0       27.6  0.237  0.319        126
    1       25.4  0.217  0.296        116
    2  remainder  0.424  0.515        214
    """
    require_share("level", level)
    shares = read_shares(shares)
    method = read_method(method, (*METHODS, "goodman"), ALSO_CALLED)
    table = read_list(percentages, shares, rounding, decimals)
    if is_unknown(base):
        return _without_base(table)
    given = pd.Series(read_candidates(base), dtype=object)
    candidates = whole_numbers(given, "error.shares_base").tolist()
    if not candidates:
        raise UsageError("error.shares_no_bases")
    judged = judge_candidates(
        table.texts, candidates, rounding=rounding, shares=table.shares, decimals=decimals
    )
    blocks = [_of_base(table, one, method, level) for one in judged]
    if len(blocks) > 1:
        blocks.append(_of_all_bases(table, blocks, method, level))
    return pd.concat(blocks, ignore_index=True)


def _of_base(table: PrintedList, judged: JudgedBase, method: str, level: float) -> pd.DataFrame:
    if not judged.possible:
        reasons = _reasons(table, judged)
        return table.frame(
            table.printed, math.nan, math.nan, level, method, judged.base, reasons, "base"
        )
    counts = judged.counts
    least, most = (np.array([one[end] for one in counts]) for end in (0, -1))
    if table.shares == "top_list":
        rest = max(judged.base - most.sum(), 1), judged.base - least.sum()
        least, most = np.append(least, rest[0]), np.append(most, rest[1])
    base = np.full(len(least), judged.base)
    low, high = _limits(least, most, base, method, level)
    notes = {
        "note.shares.remainder": table.remainder,
        "note.shares.several_answers": np.full(len(base), table.several_answers),
        "note.shares.several_counts": least < most,
        **few_notes(least, most, base),
    }
    estimate, said = np.where(least == most, least / base, table.printed), first_that_holds(notes)
    return table.frame(estimate, low, high, level, method, base, said, "base", least, most)


def _limits(
    least: np.ndarray, most: np.ndarray, base: np.ndarray, method: str, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Give the limits that hold whichever of the possible counts is right."""
    if method == "goodman":
        method, level = "wilson", shared_level(level, len(base))
    return share_limits(least, base, method, level)[0], share_limits(most, base, method, level)[1]


def _reasons(table: PrintedList, judged: JudgedBase) -> list[str]:
    if judged.constraint:
        return [f"note.shares.not_{judged.constraint}"] * len(table.terms)
    return [
        f"note.shares.{'fits_no_count' if place in judged.excluded_by else 'other_fits_no_count'}"
        for place in range(len(table.terms))
    ]


def _of_all_bases(
    table: PrintedList, blocks: Sequence[pd.DataFrame], method: str, level: float
) -> pd.DataFrame:
    fitting = [block for block in blocks if block["low"].notna().all()]
    if not fitting:
        none = "note.shares.no_base_fits"
        return table.frame(
            table.printed, math.nan, math.nan, level, method, pd.NA, none, "all_bases"
        )
    low = np.min([block["low"] for block in fitting], axis=0)
    high = np.max([block["high"] for block in fitting], axis=0)
    note = "note.shares.several_bases" if len(fitting) > 1 else "note.shares.one_base_fits"
    return table.frame(table.printed, low, high, level, method, pd.NA, note, "all_bases")


def _without_base(table: PrintedList) -> pd.DataFrame:
    note = "note.shares.base_unknown"
    if table.several_answers:
        note = "note.shares.base_unknown_several_answers"
    return table.frame(table.printed, table.low, table.high, 1.0, "rounding", pd.NA, note, "base")
