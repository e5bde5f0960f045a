"""A list of printed percentages of one base, with the limits of their rounding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed import granularity
from netralitas_research.statistics.printed.joint_counts import Shares
from netralitas_research.statistics.printed.rounding import (
    Printed,
    Rounding,
    printed_list,
    read_printed,
)
from netralitas_research.statistics.shares.counts import shares_frame

REMAINDER = "remainder"
"""The term of what a top list leaves out: a mass of unknown parts, not a part."""


@dataclass(frozen=True)
class PrintedList:
    """Printed percentages, with a remainder if they are a top list.

    Attributes
    ----------
    texts
        The percentages as printed.
    terms
        Their labels, and that of the remainder.
    printed, low, high
        Shares of 1 as printed, and between which rounding leaves them.
    shares
        What they are of each other.
    several_answers
        Whether they add up to more than the whole, by more than rounding can.
    """

    texts: list[Printed]
    terms: list[str]
    printed: np.ndarray
    low: np.ndarray
    high: np.ndarray
    shares: Shares
    several_answers: bool

    @property
    def remainder(self) -> np.ndarray:
        """Say of each row whether it is the remainder."""
        return np.arange(len(self.terms)) >= len(self.texts)

    def frame(
        self,
        estimate: object,
        low: object,
        high: object,
        level: float,
        method: str,
        n: object,
        note: object,
        scope: str,
        count_low: object = pd.NA,
        count_high: object = pd.NA,
    ) -> pd.DataFrame:
        """Put the rows of one base into a frame, with the columns of a result and what is printed.

        Parameters
        ----------
        estimate, low, high, level, method, n, note
            The columns of the result.
        scope
            ``base`` or ``all_bases``.
        count_low, count_high
            The counts that fit, if they are known.

        Returns
        -------
        pandas.DataFrame
            One row a term.
        """
        texts = [str(text) for text in self.texts] + [""] * int(self.remainder.sum())
        return shares_frame(
            self.terms,
            estimate,
            low,
            high,
            level,
            method,
            n,
            note,
            scope=scope,
            printed=texts,
            print_low=self.low,
            print_high=self.high,
            count_low=count_low,
            count_high=count_high,
        )


def read_list(
    percentages: Sequence[Printed] | Mapping[str, Printed] | pd.Series,
    shares: Shares,
    rounding: Rounding,
    decimals: int | None,
) -> PrintedList:
    """Read printed percentages and what rounding leaves open.

    Parameters
    ----------
    percentages, shares, rounding, decimals
        As for `shares.printed_share_interval`.

    Returns
    -------
    PrintedList
        The percentages.

    Raises
    ------
    UsageError
        If there are none, or one is no percentage from 0 to 100.

    Examples
    --------
    >>> read_list(["50", "30"], "top_list", "half_up", None).high.round(4)
    array([0.505, 0.305, 0.21 ])
    """
    texts = list(printed_list(percentages))
    if not texts:
        raise UsageError("error.no_percentages")
    labels = percentages.keys() if isinstance(percentages, Mapping | pd.Series) else texts
    terms = [str(label) for label in labels]
    limits = [granularity.share_interval(text, rounding, decimals) for text in texts]
    read = [read_printed(text, decimals) for text in texts]
    printed = [Fraction(one.digits, 100 * 10**one.decimals) for one in read]
    low = [max(Fraction(one.low, one.denominator), Fraction(0)) for one in limits]
    high = [min(Fraction(one.high, one.denominator), Fraction(1)) for one in limits]
    too_many = sum(low) > 1
    if too_many:
        shares = "separate"
    if shares == "top_list":
        terms.append(REMAINDER)
        printed, low, high = ([*printed, _left(printed)], [*low, _left(high)], [*high, _left(low)])
    return PrintedList(
        texts, terms, _floats(printed), _floats(low), _floats(high), shares, too_many
    )


def _left(shares: Sequence[Fraction]) -> Fraction:
    return max(1 - sum(shares, Fraction(0)), Fraction(0))


def _floats(shares: Sequence[Fraction]) -> np.ndarray:
    return np.array([float(share) for share in shares])
