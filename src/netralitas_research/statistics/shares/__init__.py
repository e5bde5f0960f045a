"""Intervals for shares: one, all of one whole, printed ones, and contrasts within one whole."""

from netralitas_research.statistics.shares.contrasts import (
    all_differences,
    share_difference,
    share_ratio,
)
from netralitas_research.statistics.shares.printed import printed_share_interval
from netralitas_research.statistics.shares.printed_contrasts import (
    printed_share_difference,
    printed_share_ratio,
)
from netralitas_research.statistics.shares.simultaneous import simultaneous_intervals
from netralitas_research.statistics.shares.single import share_interval

__all__ = [
    "all_differences",
    "printed_share_difference",
    "printed_share_interval",
    "printed_share_ratio",
    "share_difference",
    "share_interval",
    "share_ratio",
    "simultaneous_intervals",
]
