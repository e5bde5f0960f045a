"""Plots of the reports: tidy frames and translated labels in, matplotlib figures out.

Every plot takes the language for its numbers; every other text is passed in. A plot keeps the
order of the rows that it is given.
"""

from netralitas_research.presentation.plots.coding import matrix
from netralitas_research.presentation.plots.comparison import paired_dots
from netralitas_research.presentation.plots.composition import parts
from netralitas_research.presentation.plots.ranking import bars
from netralitas_research.presentation.plots.spans import spans
from netralitas_research.presentation.plots.timeline import snapshots

__all__ = ["bars", "matrix", "paired_dots", "parts", "snapshots", "spans"]
