"""Questionnaires before and after: change, items, reliability."""

from netralitas_research.statistics.surveys.answers import answer_table, scores
from netralitas_research.statistics.surveys.items import cronbach_alpha, item_analysis
from netralitas_research.statistics.surveys.prepost import compare
from netralitas_research.statistics.surveys.simulation import is_simulated, simulate_questionnaire

__all__ = [
    "answer_table",
    "compare",
    "cronbach_alpha",
    "is_simulated",
    "item_analysis",
    "scores",
    "simulate_questionnaire",
]
