"""Which base printed percentages can have, when only the percentages are printed.

The granularity of shares (`printed.granularity`), turned round: instead of
asking whether a percentage is possible for a known base, all bases are tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.granularity import (
    counts_between,
    read_base,
    share_interval,
)
from netralitas_research.statistics.printed.joint_counts import Shares, narrowed, read_shares
from netralitas_research.statistics.printed.rounding import (
    Interval,
    Printed,
    Rounding,
    printed_list,
)


@dataclass(frozen=True, slots=True)
class JudgedBase:
    """Whether a base makes all percentages possible.

    Attributes
    ----------
    base
        The base.
    counts
        The possible counts of each percentage; empty if the base is impossible.
    excluded_by
        Places, from 0, of the percentages that are impossible on their own.
    constraint
        What excludes the base although each percentage is possible on its own: ``partition``,
        ``top_list``, or an empty string.
    """

    base: int
    counts: tuple[range, ...] = ()
    excluded_by: tuple[int, ...] = ()
    constraint: str = ""

    @property
    def possible(self) -> bool:
        """Whether the base makes all percentages possible."""
        return bool(self.counts)


@dataclass(frozen=True, slots=True)
class BaseSearch:
    """All bases that make printed percentages possible.

    Attributes
    ----------
    at_most
        The largest base that was tried.
    possible
        The bases that fit, from the smallest.
    """

    at_most: int
    possible: tuple[JudgedBase, ...]

    @property
    def chance(self) -> float:
        """The share of all bases up to the largest that fit, and so would pass by chance."""
        return len(self.possible) / self.at_most


def search_bases(
    percentages: Sequence[Printed],
    *,
    at_most: int = 1000,
    rounding: Rounding = "half_up",
    shares: Shares = "separate",
    decimals: int | None = None,
) -> BaseSearch:
    """Find every base that makes all printed percentages possible.

    Parameters
    ----------
    percentages
        Percentages of one base from 0 to 100, as
        `printed.read_printed` takes them, in the printed order.
    at_most
        The largest base to try.
    rounding
        A rule of `printed.accepted_interval`. Each percentage is
        judged on its own, so with ``any`` two of them may have been rounded differently.
    shares
        How the counts hang together, as
        `printed.joint_counts` explains it.
    decimals
        How many decimals were printed; without it, those of each percentage.

    Returns
    -------
    BaseSearch
        The bases that fit, with their counts.

    Raises
    ------
    UsageError
        If a value is none of these.

    Examples
    --------
    >>> search = search_bases(["33.3", "66.7"], at_most=10, shares="partition")
    >>> [fit.base for fit in search.possible], search.chance
    ([3, 6, 9], 0.3)
    >>> search.possible[1].counts
    (range(2, 3), range(4, 5))
    """
    at_most = read_base(at_most)
    kind, intervals = read_shares(shares), _intervals(percentages, rounding, decimals)
    tried = (_fit(intervals, base, kind) for base in range(1, at_most + 1))
    return BaseSearch(at_most, tuple(judged for judged in tried if judged is not None))


def judge_candidates(
    percentages: Sequence[Printed],
    candidates: int | Sequence[int],
    *,
    rounding: Rounding = "half_up",
    shares: Shares = "separate",
    decimals: int | None = None,
) -> tuple[JudgedBase, ...]:
    """Judge the bases that printed percentages may have, such as reported, proven, sanctioned.

    Parameters
    ----------
    percentages, rounding, shares, decimals
        As for `search_bases`.
    candidates
        The bases, or a single one.

    Returns
    -------
    tuple of JudgedBase
        One for each candidate, in their order.

    Raises
    ------
    UsageError
        If a value is none of these.

    Examples
    --------
    Of the civil servants in the books of KASN on 31 July 2020, 456 were reported and 344 had been
    recommended for a sanction. The percentages by post are of those reported.

    >>> reported, recommended = judge_candidates(["27.6", "25.4", "14.3"], [456, 344])
    >>> reported.possible, [list(counts) for counts in reported.counts]
    (True, [[126], [116], [65]])
    >>> recommended.possible, recommended.excluded_by
    (False, (1, 2))
    """
    kind, intervals = read_shares(shares), _intervals(percentages, rounding, decimals)
    return tuple(_judge(intervals, base, kind) for base in read_candidates(candidates))


def read_candidates(candidates: Any) -> list[int]:
    """Read candidate bases.

    Raises
    ------
    UsageError
        If one is no whole number from 1.

    Examples
    --------
    >>> read_candidates([456, 344]), read_candidates(456)
    ([456, 344], [456])
    """
    several = isinstance(candidates, Iterable) and not isinstance(candidates, str | Set | Mapping)
    one = not several or getattr(candidates, "ndim", 1) == 0
    return [read_base(base) for base in ([candidates] if one else candidates)]


def _intervals(
    percentages: Sequence[Printed], rounding: Rounding, decimals: int | None
) -> tuple[Interval, ...]:
    printed = printed_list(percentages)
    if not printed:
        raise UsageError("error.no_percentages")
    return tuple(share_interval(one, rounding, decimals) for one in printed)


def _judge(intervals: Sequence[Interval], base: int, shares: Shares) -> JudgedBase:
    excluded_by = tuple(
        place for place, interval in enumerate(intervals) if not counts_between(interval, base)
    )
    if excluded_by:
        return JudgedBase(base, excluded_by=excluded_by)
    return _fit(intervals, base, shares) or JudgedBase(base, constraint=shares)


def _fit(intervals: Sequence[Interval], base: int, shares: Shares) -> JudgedBase | None:
    """Judge a base and stop at the first percentage that excludes it."""
    counts = []
    for interval in intervals:
        found = counts_between(interval, base)
        if not found:
            return None
        counts.append(found)
    fitting = narrowed(counts, base, shares)
    return JudgedBase(base, fitting) if fitting else None
