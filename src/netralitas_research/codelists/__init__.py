"""What things are called: regions, positions, acts, motives, sanctions, stages, elections, laws."""

from netralitas_research.codelists.lists import label, load, match, tables
from netralitas_research.codelists.matching import Candidate, Match, normalise

__all__ = ["Candidate", "Match", "label", "load", "match", "normalise", "tables"]
