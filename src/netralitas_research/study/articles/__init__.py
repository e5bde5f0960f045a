"""The articles of the study: what they print, beside what the data give.

Notebooks call what is here as ``articles.numbers_beside_data(…)`` and so on. Nothing here judges
an article.
"""

from netralitas_research.study.articles.agreement import pairs, tally, tally_table
from netralitas_research.study.articles.arithmetic import check_sums
from netralitas_research.study.articles.beside import (
    cells_beside_data,
    claims,
    law_mentions,
    mentions,
    numbers_beside_data,
)
from netralitas_research.study.articles.cells import activities, column_values, number_columns
from netralitas_research.study.articles.printed import (
    about,
    article_tables,
    printed_headings,
    table_as_printed,
)
from netralitas_research.study.articles.reconstruction import (
    kasn_snapshots,
    reconstruct,
    snapshot_numbers,
    snapshot_series,
)
from netralitas_research.study.articles.results import cited_sources, recomputed

__all__ = [
    "about",
    "activities",
    "article_tables",
    "cells_beside_data",
    "check_sums",
    "cited_sources",
    "claims",
    "column_values",
    "kasn_snapshots",
    "law_mentions",
    "mentions",
    "number_columns",
    "numbers_beside_data",
    "pairs",
    "printed_headings",
    "recomputed",
    "reconstruct",
    "snapshot_numbers",
    "snapshot_series",
    "table_as_printed",
    "tally",
    "tally_table",
]
