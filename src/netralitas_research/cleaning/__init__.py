"""From printed text to codes and numbers; problems are collected and said, never swallowed."""

from netralitas_research.cleaning.check import check_files
from netralitas_research.cleaning.clean import CleanStudy, clean_study
from netralitas_research.cleaning.schema import TableDescription, describe_tables
from netralitas_research.cleaning.years import report_years, year_of

__all__ = [
    "CleanStudy",
    "TableDescription",
    "check_files",
    "clean_study",
    "describe_tables",
    "report_years",
    "year_of",
]
