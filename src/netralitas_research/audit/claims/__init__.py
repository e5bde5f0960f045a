"""Claims of articles and their verdicts: what a function in `audit.verdicts` is written with.

A module of verdicts imports from here; `ledger` runs all of them.
"""

from netralitas_research.audit.claims.checks import (
    arithmetic,
    in_force,
    in_office,
    on_its_weekday,
    only_data,
    same_as_data,
    same_as_law,
)
from netralitas_research.audit.claims.claim import Claim
from netralitas_research.audit.claims.evidence import as_of_at_least, figures_with, linked
from netralitas_research.audit.claims.outcome import (
    Coded,
    Outcome,
    Percent,
    Rank,
    contradicted,
    holds,
    judged,
    not_checkable,
    not_supported,
    outdated,
    strictest,
)
from netralitas_research.audit.claims.register import verdict

__all__ = [
    "Claim",
    "Coded",
    "Outcome",
    "Percent",
    "Rank",
    "arithmetic",
    "as_of_at_least",
    "contradicted",
    "figures_with",
    "holds",
    "in_force",
    "in_office",
    "judged",
    "linked",
    "not_checkable",
    "not_supported",
    "on_its_weekday",
    "only_data",
    "outdated",
    "same_as_data",
    "same_as_law",
    "strictest",
    "verdict",
]
