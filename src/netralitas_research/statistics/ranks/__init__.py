"""Which ranks each unit may have: confidence sets for ranks."""

from netralitas_research.statistics.ranks.sets import (
    could_be_first,
    rank_sets,
    rank_sets_of_counts,
    rank_sets_of_printed,
    rank_sets_of_rates,
    rank_sets_of_shares,
    ranks_under,
)

__all__ = [
    "could_be_first",
    "rank_sets",
    "rank_sets_of_counts",
    "rank_sets_of_printed",
    "rank_sets_of_rates",
    "rank_sets_of_shares",
    "ranks_under",
]
