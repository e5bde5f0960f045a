"""How many regencies it takes to see a change, and what one regency can show."""

from netralitas_research.statistics.power.regencies import (
    before_after_power,
    between_regency_variation,
    detectable_ratio,
    power_of_design,
    regencies_needed,
)

__all__ = [
    "before_after_power",
    "between_regency_variation",
    "detectable_ratio",
    "power_of_design",
    "regencies_needed",
]
