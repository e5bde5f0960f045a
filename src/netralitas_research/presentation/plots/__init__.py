"""Plots of the reports: tidy frames and translated labels in, matplotlib figures out.

Every plot takes the language for its numbers; every other text is passed in. A plot keeps the
order of the rows that it is given.
"""

from netralitas_research.presentation.plots.coding import matrix
from netralitas_research.presentation.plots.comparison import paired_dots
from netralitas_research.presentation.plots.composition import parts
from netralitas_research.presentation.plots.curve import curve
from netralitas_research.presentation.plots.intervals import intervals
from netralitas_research.presentation.plots.rank_sets import rank_sets
from netralitas_research.presentation.plots.ranking import bars
from netralitas_research.presentation.plots.spans import spans
from netralitas_research.presentation.plots.timeline import snapshots

__all__ = [
    "bars",
    "curve",
    "intervals",
    "matrix",
    "paired_dots",
    "parts",
    "rank_sets",
    "snapshots",
    "spans",
]
