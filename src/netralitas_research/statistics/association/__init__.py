"""Association in tables, trend of shares, and several tests at once."""

from netralitas_research.statistics.association.tables import (
    adjust,
    adjusted_residuals,
    chi_square,
    cramers_v,
    exact_test,
    homogeneity,
    monte_carlo_test,
    trend_test,
)

__all__ = [
    "adjust",
    "adjusted_residuals",
    "chi_square",
    "cramers_v",
    "exact_test",
    "homogeneity",
    "monte_carlo_test",
    "trend_test",
]
