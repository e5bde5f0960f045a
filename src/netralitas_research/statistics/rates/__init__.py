"""Rates with exposure, over-representation, and reports that are not violations."""

from netralitas_research.statistics.rates.detection import (
    bounds_on_violations,
    detection_curve,
    rate_ratio_under_detection,
    tipping_point,
)
from netralitas_research.statistics.rates.exposure import (
    over_representation,
    representation_by_definition,
)
from netralitas_research.statistics.rates.intervals import rate_interval, rate_ratio, rate_ratios
from netralitas_research.statistics.rates.standardisation import (
    direct_standardisation,
    indirect_standardisation,
)

__all__ = [
    "bounds_on_violations",
    "detection_curve",
    "direct_standardisation",
    "indirect_standardisation",
    "over_representation",
    "rate_interval",
    "rate_ratio",
    "rate_ratio_under_detection",
    "rate_ratios",
    "representation_by_definition",
    "tipping_point",
]
