"""The smallest and the largest ratio of two sums of cells, by integer programs.

Dinkelbach's (1967) method: a ratio r = N/D can be exceeded if the largest value of N - r D is
above 0. Ratios are fractions of whole numbers, so the search ends at the exact limit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from netralitas_research.statistics.bounds.program import Program


@dataclass(frozen=True, slots=True)
class RatioLimits:
    """The limits of a ratio, and whether both have been found.

    Attributes
    ----------
    low, high
        The limits; ``None`` if no table has a denominator above 0.
    proven
        Whether the search came to its end.
    """

    low: Fraction | None
    high: Fraction | None
    proven: bool = True


def ratio_limits(program: Program, numerator: np.ndarray, denominator: np.ndarray) -> RatioLimits:
    """Find the limits of a ratio over all tables in which its denominator is not 0.

    Parameters
    ----------
    program
        The lines that tables must satisfy.
    numerator, denominator
        Whole weights from 0, one a cell. The ratio must not grow without limit.

    Returns
    -------
    RatioLimits
        The limits.

    Examples
    --------
    >>> from netralitas_research.statistics.bounds.facts import between, total
    >>> from netralitas_research.statistics.bounds.printed_table import PrintedTable
    >>> program = Program.of(PrintedTable({"a": [1, 2]}, total(9), between({"a": 1}, 3, 4)))
    >>> found = ratio_limits(program, np.array([1, 0]), np.array([1, 1]))
    >>> str(found.low), str(found.high)
    ('1/3', '4/9')
    """
    inner = program.given(denominator, 1, math.inf)
    low, low_proven = _largest(inner, -numerator, denominator)
    high, high_proven = _largest(inner, numerator, denominator)
    return RatioLimits(None if low is None else -low, high, low_proven and high_proven)


def _largest(
    program: Program, numerator: np.ndarray, denominator: np.ndarray
) -> tuple[Fraction | None, bool]:
    found = program.feasible()
    ratio = None
    while found.table is not None:
        reached = Fraction(int(numerator @ found.table), int(denominator @ found.table))
        if ratio is not None and reached <= ratio:
            return ratio, True
        ratio = reached
        found = program.maximise(ratio.denominator * numerator - ratio.numerator * denominator)
    return ratio, found.status == "infeasible"
