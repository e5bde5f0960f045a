"""What the report on motives shows: ``causes.motive.results(language)`` computes everything."""

from netralitas_research.presentation.causes.motive.results import Results, results

__all__ = ["Results", "results"]
