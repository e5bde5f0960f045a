"""What printed totals, percentages and lists leave open for cells never printed."""

from netralitas_research.statistics.bounds.cells import (
    cell_bounds,
    consistent,
    example_table,
    frechet_bounds,
)
from netralitas_research.statistics.bounds.convention import bounds_and_convention, maximum_entropy
from netralitas_research.statistics.bounds.derived import (
    risk_difference_bounds,
    risk_ratio_bounds,
    share_bounds,
)
from netralitas_research.statistics.bounds.ecological import duncan_davis_bounds
from netralitas_research.statistics.bounds.facts import (
    at_least,
    at_most,
    between,
    count,
    margin,
    percentage,
    percentages,
    top_list,
    total,
)
from netralitas_research.statistics.bounds.ipf import (
    independence_table,
    iterative_proportional_fitting,
)
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.statistics.bounds.ranks import rank_bounds
from netralitas_research.statistics.bounds.residual import residual_bounds

__all__ = [
    "PrintedTable",
    "at_least",
    "at_most",
    "between",
    "bounds_and_convention",
    "cell_bounds",
    "consistent",
    "count",
    "duncan_davis_bounds",
    "example_table",
    "frechet_bounds",
    "independence_table",
    "iterative_proportional_fitting",
    "margin",
    "maximum_entropy",
    "percentage",
    "percentages",
    "rank_bounds",
    "residual_bounds",
    "risk_difference_bounds",
    "risk_ratio_bounds",
    "share_bounds",
    "top_list",
    "total",
]
