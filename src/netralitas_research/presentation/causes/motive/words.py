"""How numbers, ranges and notes of the report on motives are written."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from netralitas_research.language import format_number, translator

SHARED = 0.95
"""Level of every interval of the report."""


def percent(share: float, language: str, decimals: int = 1) -> str:
    """Write a share of 1 in percent.

    Examples
    --------
    >>> percent(0.434, "id"), percent(float("nan"), "id")
    ('43,4%', '–')
    """
    return "–" if pd.isna(share) else f"{format_number(100 * share, language, decimals)}%"


def said(notes: Iterable[str], language: str) -> str:
    """Write the notes of statistics, each once.

    Examples
    --------
    >>> said(["", ""], "id")
    ''
    """
    text = translator(language)
    return " ".join(text(note) for note in dict.fromkeys(notes) if note)
