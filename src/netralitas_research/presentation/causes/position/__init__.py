"""The report on positions: who is reported more often than others, and what that can mean.

Notebooks call what is here as ``causes.position.evidence()`` and so on.
"""

from netralitas_research.presentation.causes.position.acts import (
    fits,
    functional_clash,
    heads_fitting,
    high_officials,
    printed_table,
    residual_acts,
)
from netralitas_research.presentation.causes.position.change import (
    ALL_POSTS,
    HIGH_POSTS,
    SAME_BASE,
    added,
    composition,
    pairs_judged,
    trends,
)
from netralitas_research.presentation.causes.position.change_tables import (
    choices_table,
    composition_table,
    curve_rows,
    excluded_table,
    high_officials_table,
    pairs_table,
    residual_table,
    trends_table,
)
from netralitas_research.presentation.causes.position.conclusions import (
    conclusions,
    key_numbers,
    numbers_of,
    written,
)
from netralitas_research.presentation.causes.position.counts import (
    bases_judged,
    possible_bases,
)
from netralitas_research.presentation.causes.position.curve import (
    choices_that_move,
    curve,
    summary,
)
from netralitas_research.presentation.causes.position.detection import (
    tipping_points,
    under_detection,
)
from netralitas_research.presentation.causes.position.evidence import Evidence, evidence
from netralitas_research.presentation.causes.position.heads import heads_of_area
from netralitas_research.presentation.causes.position.ranks import could_come_first, rank_sets
from netralitas_research.presentation.causes.position.rate_tables import (
    bases_table,
    detection_table,
    exposure_headings,
    exposures_table,
    factors_table,
    heads_table,
    ranks_table,
    tipping_table,
    workforce_table,
)
from netralitas_research.presentation.causes.position.representation import (
    HEADLINE,
    main_rows,
    one,
    representation,
)
from netralitas_research.presentation.causes.position.software import software

__all__ = [
    "ALL_POSTS",
    "HEADLINE",
    "HIGH_POSTS",
    "SAME_BASE",
    "Evidence",
    "added",
    "bases_judged",
    "bases_table",
    "choices_table",
    "choices_that_move",
    "composition",
    "composition_table",
    "conclusions",
    "could_come_first",
    "curve",
    "curve_rows",
    "detection_table",
    "evidence",
    "excluded_table",
    "exposure_headings",
    "exposures_table",
    "factors_table",
    "fits",
    "functional_clash",
    "heads_fitting",
    "heads_of_area",
    "heads_table",
    "high_officials",
    "high_officials_table",
    "key_numbers",
    "main_rows",
    "numbers_of",
    "one",
    "pairs_judged",
    "pairs_table",
    "possible_bases",
    "printed_table",
    "rank_sets",
    "ranks_table",
    "representation",
    "residual_acts",
    "residual_table",
    "software",
    "summary",
    "tipping_points",
    "tipping_table",
    "trends",
    "trends_table",
    "under_detection",
    "workforce_table",
    "written",
]
