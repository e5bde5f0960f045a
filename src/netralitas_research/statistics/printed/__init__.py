"""What a printed number can stand for: rounding, the counts and bases that it allows."""

from netralitas_research.statistics.printed.bases import judge_candidates, search_bases
from netralitas_research.statistics.printed.granularity import (
    bases_of_count,
    possible_counts,
    possible_sums,
)
from netralitas_research.statistics.printed.joint_counts import joint_counts
from netralitas_research.statistics.printed.rounding import (
    accepted_interval,
    most_decimals,
    read_printed,
)

__all__ = [
    "accepted_interval",
    "bases_of_count",
    "joint_counts",
    "judge_candidates",
    "most_decimals",
    "possible_counts",
    "possible_sums",
    "read_printed",
    "search_bases",
]
