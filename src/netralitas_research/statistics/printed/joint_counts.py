"""Counts that must fit together: parts of a whole, or the head of a list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, get_args

from netralitas_research.statistics.methods import read_method

Shares = Literal["separate", "partition", "top_list"]
"""What the shares of one table are of each other, as `joint_counts` explains it."""


def joint_counts(counts: Sequence[range], base: int, shares: Shares) -> tuple[range, ...]:
    """Narrow the counts of several shares to those that can stand together.

    Parameters
    ----------
    counts
        The possible counts of each share on its own, in the printed order.
    base
        The common base.
    shares
        - ``separate``: nothing ties the counts to each other, as with several answers a person;
        - ``partition``: the counts add up to the base;
        - ``top_list``: the counts do not increase in the printed order and leave a remainder of
          at least 1.

    Returns
    -------
    tuple of range
        Of each share every count for which the others have counts that fit; empty if there are
        no counts that can stand together.

    Raises
    ------
    UsageError
        If there is no such kind of shares.

    Examples
    --------
    >>> joint_counts([range(4, 6), range(5, 8)], 10, "partition")
    (range(4, 6), range(5, 7))
    >>> joint_counts([range(4, 6), range(5, 8)], 10, "partition") == ()
    False
    >>> joint_counts([range(4, 6), range(5, 8)], 10, "top_list")
    ()
    """
    kind = read_shares(shares)
    return narrowed(counts, base, kind) if all(counts) else ()


def narrowed(counts: Sequence[range], base: int, shares: Shares) -> tuple[range, ...]:
    """Narrow counts as `joint_counts` does, whose kind of shares was read before.

    Examples
    --------
    >>> narrowed([range(4, 6), range(5, 8)], 10, "separate")
    (range(4, 6), range(5, 8))
    """
    if shares == "partition":
        return _partition(counts, base)
    if shares == "top_list":
        return _top_list(counts, base - 1)
    return tuple(counts)


def read_shares(shares: str) -> Shares:
    """Give a kind of shares as it is written here, with `methods.read_method`.

    Raises
    ------
    UsageError
        If there is no such kind.

    Examples
    --------
    >>> read_shares("Top list")
    'top_list'
    """
    kinds: tuple[Shares, ...] = get_args(Shares)
    return read_method(shares, kinds, argument="shares")


def _partition(counts: Sequence[range], base: int) -> tuple[range, ...]:
    least, most = sum(one[0] for one in counts), sum(one[-1] for one in counts)
    if not least <= base <= most:
        return ()
    return tuple(
        range(max(one[0], base - (most - one[-1])), min(one[-1], base - (least - one[0])) + 1)
        for one in counts
    )


def _top_list(counts: Sequence[range], limit: int) -> tuple[range, ...]:
    """Keep what does not increase and adds up to a limit at most."""
    highs = list(accumulate((one[-1] for one in counts), min))
    lows = list(accumulate((one[0] for one in reversed(counts)), max))[::-1]
    if sum(lows) > limit or any(low > high for low, high in zip(lows, highs, strict=True)):
        return ()
    if sum(highs) > limit:
        highs = [_highest(lows, place, high, limit) for place, high in enumerate(highs)]
    return tuple(range(low, high + 1) for low, high in zip(lows, highs, strict=True))


def _highest(lows: Sequence[int], place: int, high: int, limit: int) -> int:
    """Find the highest count of one share that leaves the others their lowest."""
    rest = sum(lows[place + 1 :])

    def least_sum(count: int) -> int:
        return rest + sum(max(low, count) for low in lows[: place + 1])

    tried = range(lows[place], high + 1)
    return tried[bisect_right(tried, limit, key=least_sum) - 1]
