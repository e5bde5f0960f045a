"""Agreement of coders who work by themselves."""

from netralitas_research.statistics.agreement.coders import (
    category_agreement,
    cohen_kappa,
    krippendorff_alpha,
)

__all__ = [
    "category_agreement",
    "cohen_kappa",
    "krippendorff_alpha",
]
