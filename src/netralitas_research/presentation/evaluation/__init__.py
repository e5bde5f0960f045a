"""Analyses that a user runs on an own file, and the power of a study of regencies.

Notebooks call what is here as ``evaluation.read_answers(…)`` and so on. Without a file, answers
and codes are simulated, and marked as such.
"""

from netralitas_research.presentation.evaluation.agreement import (
    agreement,
    by_category,
    confusion,
    confusion_columns,
)
from netralitas_research.presentation.evaluation.own_files import (
    Answers,
    Codes,
    described,
    read_answers,
    read_codes,
    report_name,
)
from netralitas_research.presentation.evaluation.power import (
    chance_of_one,
    power_table,
    variation_table,
)
from netralitas_research.presentation.evaluation.questionnaire import (
    before_and_after,
    by_item,
    compared,
)
from netralitas_research.presentation.evaluation.words import numbers_of

__all__ = [
    "Answers",
    "Codes",
    "agreement",
    "before_and_after",
    "by_category",
    "by_item",
    "chance_of_one",
    "compared",
    "confusion",
    "confusion_columns",
    "described",
    "numbers_of",
    "power_table",
    "read_answers",
    "read_codes",
    "report_name",
    "variation_table",
]
