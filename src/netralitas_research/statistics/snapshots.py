"""What cumulative snapshots tell of change: the public functions of the family in one place.

`increments` takes counts and `increments_of_printed` percentages with the bases that they may have.
What either returns goes into `increment_shares` (the composition of what was added) and
`composition_trend` (whether that composition changes).
"""

from netralitas_research.statistics.snapshot_counts import increments
from netralitas_research.statistics.snapshot_prints import increments_of_printed
from netralitas_research.statistics.snapshot_shares import increment_shares
from netralitas_research.statistics.snapshot_trend import composition_trend

__all__ = ["composition_trend", "increment_shares", "increments", "increments_of_printed"]
