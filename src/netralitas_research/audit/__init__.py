"""Whether what is printed can be true: claims of articles, and the official series themselves.

Notebooks call what is here as ``audit.ledger(…)`` and so on.
"""

from netralitas_research.audit.claims.ledger import (
    counts,
    ledger,
    numbers_covered,
    tally,
    verdict_counts,
    with_verdict,
)
from netralitas_research.audit.official import inconsistencies, severities, severity_counts

__all__ = [
    "counts",
    "inconsistencies",
    "ledger",
    "numbers_covered",
    "severities",
    "severity_counts",
    "tally",
    "verdict_counts",
    "with_verdict",
]
