"""Results of statistics in words: terms, values, intervals, methods and notes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from netralitas_research.language import format_number, format_p_value, translator

SHARES = frozenset(
    ["improved", "unchanged", "fell", "difficulty", "missing", "percent_agreement",
     "expected_agreement", "specific_agreement", "power"]
)  # fmt: skip
"""Terms that are shares, written in percent."""

COUNTS = frozenset(["pairs", "regencies_each", "total_needed"])


def in_words(found: pd.DataFrame, language: str) -> pd.DataFrame:
    r"""Write a tidy result as a table of a report shows it.

    Parameters
    ----------
    found
        A frame as the functions of `statistics` return it.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The frame with the text columns ``term_label``, ``value``, ``interval``, ``p`` (empty
        where the row is no test), ``method_label`` and ``note_label``.

    Examples
    --------
    >>> from netralitas_research.statistics.surveys import compare
    >>> shown = in_words(compare([9, 6, 7, 8, 7], [9, 7, 8, 9, 9]), "en").set_index("term")
    >>> shown.loc["mean_difference", ["value", "interval", "p"]].tolist()
    ['1.00', '0.12\xa0–\xa01.88', '0.034']
    """
    text = translator(language)
    rows = found.to_dict("records")
    return found.assign(
        term_label=[text(f"surveys.term.{row['term']}") for row in rows],
        value=[written(row["estimate"], row["term"], language) for row in rows],
        interval=[interval(row, language) for row in rows],
        p=[format_p_value(row.get("p_value", math.nan), language) for row in rows],
        method_label=[text(f"surveys.method.{row['method']}") for row in rows],
        note_label=[text(row["note"]) if row["note"] else "" for row in rows],
    )


def written(value: float, term: str, language: str) -> str:
    """Write the value of a term: a count, a share in percent, or a number with two decimals.

    Examples
    --------
    >>> written(0.254, "improved", "id"), written(20.0, "pairs", "id"), written(1.5, "alpha", "id")
    ('25,4%', '20', '1,50')
    """
    if pd.isna(value):
        return ""
    if term in COUNTS:
        return format_number(value, language, 0)
    if term in SHARES:
        return f"{format_number(100 * value, language, 1)}%"
    return format_number(value, language, 2)


def interval(row: Mapping[Any, Any], language: str) -> str:
    r"""Write an interval of a result; empty where there is none.

    Examples
    --------
    >>> interval({"term": "alpha", "low": 0.5, "high": 0.75}, "en")
    '0.50\xa0–\xa00.75'
    """
    low, high = row["low"], row["high"]
    if pd.isna(low) and pd.isna(high):
        return ""
    ends = {
        name: written(end, row["term"], language) if math.isfinite(end) else "∞"
        for name, end in (("low", low), ("high", high))
    }
    return translator(language)("evaluation.interval", **ends)


def numbers_of(found: pd.DataFrame, *by: str) -> dict[str, dict[str, object]]:
    """Gather the numbers of a result as a report saves them.

    Parameters
    ----------
    found
        Rows with ``estimate``, ``low``, ``high`` and ``note``.
    *by
        The columns that name a row, joined by a point; ``term`` if none is given.

    Returns
    -------
    dict
        For each row its numbers, ``None`` where one is missing, and its note.

    Examples
    --------
    >>> frame = pd.DataFrame([{"term": "a", "estimate": 1.0, "low": None, "high": 2, "note": ""}])
    >>> numbers_of(frame)
    {'a': {'estimate': 1.0, 'low': None, 'high': 2.0, 'note': ''}}
    """
    names = found[list(by or ("term",))].astype(str).agg(".".join, axis=1)
    return {
        name: {key: known(row[key]) for key in ("estimate", "low", "high")} | {"note": row["note"]}
        for name, row in zip(names, found.to_dict("records"), strict=True)
    }


def known(value: Any) -> float | None:
    """Give a number, or ``None`` where it is missing or infinite.

    Examples
    --------
    >>> known(float("nan")), known(2)
    (None, 2.0)
    """
    return float(value) if pd.notna(value) and math.isfinite(value) else None
