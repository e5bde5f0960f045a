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


def span(low: float, high: float, language: str, decimals: int = 1) -> str:
    """Write two shares of 1 as a range in percent; one number if they are written alike.

    Examples
    --------
    >>> span(0.361, 0.509, "id"), span(0.25, 0.25, "en"), span(float("nan"), 1, "en")
    ('36,1–50,9%', '25.0%', '–')
    """
    if pd.isna(low) or pd.isna(high):
        return "–"
    least, most = (format_number(100 * end, language, decimals) for end in (low, high))
    return f"{least}%" if least == most else f"{least}–{most}%"


def whole(low: float, high: float, language: str) -> str:
    """Write two whole numbers as a range; one number if they are the same.

    Examples
    --------
    >>> whole(1, 2, "id"), whole(1004, 1013, "id"), whole(3, 3, "en")
    ('1–2', '1.004–1.013', '3')
    """
    if pd.isna(low) or pd.isna(high):
        return "–"
    least, most = (format_number(end, language, 0) for end in (low, high))
    return least if least == most else f"{least}–{most}"


def said(notes: Iterable[str], language: str) -> str:
    """Write the notes of statistics, each once.

    Examples
    --------
    >>> said(["", ""], "id")
    ''
    """
    text = translator(language)
    return " ".join(text(note) for note in dict.fromkeys(notes) if note)


def headings(language: str, *columns: str) -> dict[str, str]:
    """Head columns of the tables of the report on motives.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    *columns
        Names of columns, such as ``label``.

    Returns
    -------
    dict of str to str
        A heading for each column, in the given order.

    Examples
    --------
    >>> headings("en", "label", "amount")
    {'label': 'Answer', 'amount': 'Printed'}
    """
    text = translator(language)
    return {column: text(f"motive.heading.{column}") for column in columns}
