"""Confidence sets for ranks of counts of one whole, or of printed percentages of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Real

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.bases import judge_candidates
from netralitas_research.statistics.printed.granularity import PERCENT
from netralitas_research.statistics.printed.joint_counts import Shares, read_shares
from netralitas_research.statistics.printed.rounding import (
    Printed,
    Rounding,
    most_decimals,
    read_printed,
)
from netralitas_research.statistics.ranks.holm import from_counts, holm
from netralitas_research.statistics.ranks.inputs import (
    LARGEST,
    Multiplicity,
    Numbers,
    labelled,
    labelled_counts,
    read_multiplicity,
    require_level,
)
from netralitas_research.statistics.ranks.tables import Found, rank_table
from netralitas_research.statistics.rates.inputs import is_list, is_one, read_number


def rank_sets_of_counts(
    counts: Numbers,
    level: float = 0.95,
    simultaneous: bool = False,
    multiplicity: Multiplicity = "holm",
    remainder: int = 0,
) -> pd.DataFrame:
    """Find confidence sets for ranks of categories by their counts.

    Each pair is compared by the exact binomial test given the count of both, with Holm's (1979)
    correction (Bazylik, Mogstad, Romano, Shaikh & Wilhelm, 2021, NBER Working Paper 29519). The
    sets hold for any number of cases, and nothing is simulated. Where a case may stand in several
    categories they still hold, but are larger than need be: those in both tell nothing.

    Parameters
    ----------
    counts
        Of each category; a series carries the names. NaN where one was not printed.
    level
        Level of confidence, above 0.5.
    simultaneous
        Whether all sets are to hold together at the level, or each alone (marginal).
    multiplicity
        How the comparisons in pairs are allowed for, in both cases: ``holm`` or ``bonferroni``.
    remainder
        Cases in categories that a list of the largest leaves out. Each of them has at most the
        smallest count of the list, so the ranks of those listed, among themselves and in the data,
        are what they were; how far they may fall behind others is not known. A note says so.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate`` (the rank, equal counts share the first), ``low, high`` (the rank set),
        ``level, method, n`` (all cases)``, note, value`` (the count) and ``simultaneous``.

    Raises
    ------
    UsageError
        If a count, the remainder, the level or the multiplicity is none.

    Examples
    --------
    Of 456 civil servants reported in 2020, 126 were high officials, 116 held functional posts.

    >>> sets = rank_sets_of_counts([126, 116, 65, 58, 41], remainder=50)
    >>> sets[["low", "high"]].values.tolist()
    [[1, 2], [1, 2], [3, 5], [3, 5], [3, 5]]
    """
    require_level(level)
    multiplicity = read_multiplicity(multiplicity)
    values = labelled_counts(counts)
    if not isinstance(remainder, Real) or not 0 <= remainder <= LARGEST or remainder % 1:
        raise UsageError("error.ranks_counts", name="remainder", value=str(remainder))
    known = values.dropna().to_numpy()
    found = _compare(known, known, level, simultaneous, multiplicity)
    n = int(known.sum() + remainder)
    return rank_table(
        values,
        found,
        level=level,
        method=f"binomial_{multiplicity}",
        n=n,
        simultaneous=simultaneous,
        notes=_notes(known.sum() == 0, remainder > 0, values == 0),
    )


def rank_sets_of_printed(
    percentages: Sequence[Printed] | Mapping[str, Printed] | pd.Series,
    base: float | None,
    level: float = 0.95,
    simultaneous: bool = False,
    multiplicity: Multiplicity = "holm",
    shares: Shares = "separate",
    rounding: Rounding = "half_up",
    decimals: int | None = None,
) -> pd.DataFrame:
    """Find confidence sets for ranks of printed percentages of one base.

    The sets hold whichever of the possible counts are the true ones: two categories are said to
    differ only if they do with the count of the one as small, and of the other as large, as the
    print allows. Where the print allows one count each, they are those of `rank_sets_of_counts`.

    Parameters
    ----------
    percentages
        As printed, as `printed.read_printed` takes them; a series or a mapping
        carries the names.
    base
        Their base; None or NaN where it is not known: then any rank is possible.
    level, simultaneous, multiplicity
        As for `rank_sets_of_counts`.
    shares, rounding, decimals
        As for `printed.search_bases`. A ``top_list`` leaves
        categories out, as the remainder of `rank_sets_of_counts` does.

    Returns
    -------
    pandas.DataFrame
        As for `rank_sets_of_counts`, with ``value`` the printed share of 1, and ``least`` and
        ``most``, the smallest and the largest possible count.

    Raises
    ------
    UsageError
        If a percentage, the base, the level or a word is none.

    Examples
    --------
    >>> sets = rank_sets_of_printed(["28", "25", "9"], base=456)
    >>> sets[["low", "high", "least", "most"]].astype(int).values.tolist()
    [[1, 2, 126, 129], [1, 2, 112, 116], [3, 3, 39, 43]]
    """
    require_level(level)
    multiplicity, shares = read_multiplicity(multiplicity), read_shares(shares)
    if isinstance(percentages, Mapping):
        percentages = pd.Series(percentages)
    if not is_list(percentages):
        raise UsageError("error.no_percentages")
    base = _read_base(base)
    printed = list(percentages)
    values = _printed_values(percentages, decimals)
    ranges: Sequence[range] = ()
    if base is not None:
        judged = judge_candidates(
            printed, [base], rounding=rounding, shares=shares, decimals=decimals
        )
        ranges = judged[0].counts
    least, most = (_ends(ranges, place, len(values)) for place in (0, -1))
    found = (np.zeros(len(values), int), np.zeros(len(values), int))
    if ranges:
        found = _compare(least, most, level, simultaneous, multiplicity)
    impossible = {"base_missing": base is None, "base_impossible": base is not None and not ranges}
    several = bool((least < most).any())
    return rank_table(
        values,
        found,
        level=level,
        method=f"binomial_{multiplicity}",
        n=base or 0,
        simultaneous=simultaneous,
        notes={
            **impossible,
            **_notes(most.sum() == 0, shares == "top_list", most == 0),
            "several_counts": several,
        },
        more={"least": least, "most": most},
    )


def _read_base(base: object) -> int | None:
    """Give the one base as a whole number, or None if it is not known."""
    if not is_one(base):
        raise UsageError("error.shares_one_base")
    number = read_number(base)
    if math.isnan(number):
        return None
    if number < 1 or number % 1:
        raise UsageError("error.base", text=str(base))
    return int(number)


def _compare(
    least: np.ndarray,
    most: np.ndarray,
    level: float,
    simultaneous: bool,
    multiplicity: Multiplicity,
) -> Found:
    compare = from_counts(least, most)
    return holm(compare, len(least), 1 - level, simultaneous, multiplicity)


def _notes(
    no_cases: bool, top_list: bool, zero: np.ndarray | pd.Series
) -> dict[str, np.ndarray | bool]:
    return {"no_cases": no_cases, "among_listed": top_list, "zero_count": np.asarray(zero)}


def _printed_values(percentages: Sequence[Printed] | pd.Series, decimals: int | None) -> pd.Series:
    """Give the shares of 1 as numbers, equal where the print is."""
    printed = list(percentages)
    if not printed:
        raise UsageError("error.no_percentages")
    places = most_decimals(printed) if decimals is None else decimals
    numbers = [read_printed(one, places).digits / (PERCENT * 10**places) for one in printed]
    index = percentages.index if isinstance(percentages, pd.Series) else None
    return labelled(numbers if index is None else pd.Series(numbers, index=index), "percentages")


def _ends(ranges: Sequence[range], place: int, units: int) -> np.ndarray:
    return np.array([one[place] for one in ranges], float) if ranges else np.full(units, np.nan)
