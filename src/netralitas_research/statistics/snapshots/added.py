"""What can have been added between two cumulative snapshots of whole numbers.

A snapshot gives each part a range of counts: one number where the count is printed, several where
a rounded percentage is. Nothing falls in a cumulative count, and parts of a whole add up to it. The
limits of what was added under both conditions follow from sums of ranges: all conditions bound a
count, or the difference of its two counts, so the limits are exact and every whole number between
them occurs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

Parts = Literal["parts", "partition", "top_list", "separate"]
"""What the counts of a snapshot are of its base.

- ``parts``: nobody is counted twice, and some may be counted in no part (the remainder);
- ``partition``: the parts add up to the base;
- ``top_list``: as ``parts``, with a remainder of at least 1 and no unlisted part that is larger
  than the smallest listed one;
- ``separate``: each part is a share of its own, as with several answers a person.
"""

REMAINDER = "remainder"
"""The term for what no listed part counts."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The counts that a snapshot allows each part.

    Attributes
    ----------
    low, high
        The least and the greatest count of each part.
    base
        What the counts are of; infinite where it is not known.
    impossible
        Whether a part has no count at all that fits what was printed.
    """

    low: Floats
    high: Floats
    base: float
    impossible: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Added:
    """What can have been added to each part.

    Attributes
    ----------
    low, high
        The least and the greatest number; where the snapshots contradict each other, those of the
        plain difference, which may be negative.
    notes
        Message key of a remark on each part, or an empty string.
    feasible
        Whether the two snapshots can both be right.
    """

    low: Floats
    high: Floats
    notes: npt.NDArray[np.object_]
    feasible: bool


def allow(low: Floats, high: Floats, base: float, parts: Parts) -> Allowed:
    """Complete the counts of one snapshot by the parts that it does not list and the remainder.

    Parameters
    ----------
    low, high
        The least and the greatest count of each part; NaN where it is not listed, and a least
        count above the greatest where nothing fits.
    base
        The base, infinite if it is not known.
    parts
        What the counts are of the base.

    Returns
    -------
    Allowed
        One range a part, and a last one for the remainder if there can be one.

    Examples
    --------
    >>> found = allow(np.array([40.0, np.nan]), np.array([42.0, np.nan]), 60, "top_list")
    >>> found.low.tolist(), found.high.tolist()
    ([40.0, 0.0, 1.0], [42.0, 20.0, 20.0])
    """
    impossible = low > high
    least = np.where(impossible | np.isnan(low), 0.0, low)
    left = base if parts == "separate" else max(base - least.sum(), 0.0)
    cap = left
    if parts == "top_list" and not np.isnan(high).all():
        cap = min(left, float(np.nanmin(high)))
    most = np.where(impossible, base, np.where(np.isnan(high), cap, high))
    if parts in ("parts", "top_list"):
        at_least = float(parts == "top_list")
        if math.isfinite(base):
            at_least = max(at_least, base - most.sum())
        least = np.append(least, at_least)
        most = np.append(most, max(left, at_least))
        impossible = np.append(impossible, False)
    return Allowed(least, most, base, impossible)


def nothing(first: Allowed) -> Allowed:
    """Make the snapshot before the first one, in which nobody is counted.

    Parameters
    ----------
    first
        The first snapshot.

    Returns
    -------
    Allowed
        The same parts, all 0.

    Examples
    --------
    >>> nothing(allow(np.array([40.0]), np.array([40.0]), 40, "partition")).high.tolist()
    [0.0]
    """
    zero = np.zeros(first.low.shape)
    return Allowed(zero, zero, 0.0, np.zeros(zero.shape, dtype=bool))


def added_between(before: Allowed, after: Allowed, parts: Parts) -> Added:
    """Find what can have been added between two snapshots.

    Parameters
    ----------
    before, after
        The snapshots, with the same parts in the same order.
    parts
        What their counts are of their bases.

    Returns
    -------
    Added
        Of each part the least and the greatest number.

    Examples
    --------
    Of 10 units 6 or 7 were of the first part and the others of the second; of 20 units 12.

    >>> before = allow(np.array([6.0, 3]), np.array([7.0, 4]), 10, "partition")
    >>> after = allow(np.array([12.0, 8]), np.array([12.0, 8]), 20, "partition")
    >>> found = added_between(before, after, "partition")
    >>> found.low.tolist(), found.high.tolist(), found.feasible
    ([5.0, 4.0], [6.0, 5.0], True)
    """
    notes = _contradictions(before, after, parts)
    if (notes != "").any():
        return Added(after.low - before.high, after.high - before.low, notes, feasible=False)
    first = (before.low, np.minimum(before.high, after.high))
    last = (np.maximum(after.low, before.low), after.high)
    total = _added_to_base(before, after)
    grown = np.maximum(last[0] - first[1], 0.0), np.minimum(last[1] - first[0], total)
    if parts != "separate" and math.isfinite(before.base) and math.isfinite(after.base):
        first, last = _within(first, before.base), _within(last, after.base)
        grown = _within(grown, total)
    low = np.maximum(grown[0], last[0] - first[1])
    return Added(low, np.minimum(grown[1], last[1] - first[0]), notes, feasible=True)


def _contradictions(before: Allowed, after: Allowed, parts: Parts) -> npt.NDArray[np.object_]:
    """Say of each part what is wrong with its two snapshots, the plainest reason first."""
    total = _added_to_base(before, after)
    least = np.maximum(after.low - before.high, 0.0)
    notes = np.full(before.low.shape, "", dtype=object)
    notes[least > total] = "note.snapshots.exceeds"
    if after.base < before.base < math.inf:
        notes[:] = "note.snapshots.base_falls"
    notes[before.low > after.high] = "note.snapshots.falls"
    notes[before.impossible | after.impossible] = "note.snapshots.impossible"
    if (notes != "").any():
        notes[notes == ""] = "note.snapshots.other_part"
    elif parts != "separate" and not _adds_up(before, after, total):
        notes[:] = "note.snapshots.sum"
    return notes


def _added_to_base(before: Allowed, after: Allowed) -> float:
    return after.base - before.base if math.isfinite(before.base) else math.inf


def _adds_up(before: Allowed, after: Allowed, total: float) -> bool:
    """Whether the ranges leave room for sums that are the bases and what was added to them."""
    for sides in (before, after):
        known = math.isfinite(sides.base)
        if known and not sides.low.sum() <= sides.base <= sides.high.sum():
            return False
    if not math.isfinite(total):
        return True
    high = np.minimum(before.high, after.high)
    low = np.maximum(after.low, before.low)
    if not (before.low.sum() <= before.base <= high.sum() and low.sum() <= after.base):
        return False
    return bool(np.maximum(low - high, 0).sum() <= total <= (after.high - before.low).sum())


def _within(ranges: tuple[Floats, Floats], total: float) -> tuple[Floats, Floats]:
    """Narrow ranges to the numbers with which the others can add up to a total."""
    low, high = ranges
    return (
        np.maximum(low, total - (high.sum() - high)),
        np.minimum(high, total - (low.sum() - low)),
    )
