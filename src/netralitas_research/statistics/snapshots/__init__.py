"""What cumulative snapshots tell of change, and a conclusion under every choice of data."""

from netralitas_research.statistics.snapshots.counts import increments
from netralitas_research.statistics.snapshots.multiverse import (
    specification_curve,
    summary_of_curve,
)
from netralitas_research.statistics.snapshots.prints import increments_of_printed
from netralitas_research.statistics.snapshots.shares import increment_shares
from netralitas_research.statistics.snapshots.trend import composition_trend

__all__ = [
    "composition_trend",
    "increment_shares",
    "increments",
    "increments_of_printed",
    "specification_curve",
    "summary_of_curve",
]
