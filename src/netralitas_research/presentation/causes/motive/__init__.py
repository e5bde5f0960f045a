"""What the report on motives shows: ``causes.motive.results(language)`` computes everything."""

from netralitas_research.presentation.causes.motive.results import Results, results
from netralitas_research.presentation.causes.motive.words import headings

__all__ = ["Results", "headings", "results"]
