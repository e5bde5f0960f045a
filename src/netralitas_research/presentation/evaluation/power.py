"""What a study of regencies would need, from the published counts of regencies."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import format_number, translator
from netralitas_research.presentation.evaluation.words import interval, known, written
from netralitas_research.statistics.power import (
    before_after_power,
    between_regency_variation,
    detectable_ratio,
    regencies_needed,
)
from netralitas_research.study.labels import region, when, who
from netralitas_research.study.regencies import regencies_of

REDUCTIONS = (10, 20, 30, 40, 50)
"""Reductions in percent."""

LEAST = 5
"""With fewer regencies a table says next to nothing of their variation."""


def variation_table(tables: pd.DataFrame, language: str) -> pd.DataFrame:
    """Tell the mean and the variation of the counts of regencies.

    Parameters
    ----------
    tables
        As `complete_tables` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a table of at least `LEAST` regencies: ``table``, ``label`` (province), ``who``,
        ``when``, ``stage_label``, ``unit_label``, ``n`` regencies, ``total``; ``mean`` and ``k``
        as numbers, ``mean_text`` and ``k_text`` with their intervals, ``note_label`` and
        ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> from netralitas_research.study.regencies import complete_tables
    >>> found = variation_table(complete_tables(load("figures")), "en").set_index("label")
    >>> found["mean"].round(1).to_dict()
    {'Riau': 1.2, 'South Sulawesi': 8.0, 'Southeast Sulawesi': 26.9}
    """
    text = translator(language)
    rows = []
    for name, counts in tables.groupby("table", sort=False):
        if len(counts) < LEAST:
            continue
        result = between_regency_variation(counts["value"])
        found = {row["term"]: row for row in result.to_dict("records")}
        count = counts.iloc[0].to_dict()
        k = found["variation_k"]
        rows.append(
            {
                "table": name,
                "label": region(count["province"], language),
                "who": who(count, language),
                "when": when(count, language),
                "stage_label": codelists.label("stages", count["stage"], language),
                "unit_label": codelists.label("units_counted", count["unit_counted"], language),
                "n": len(counts),
                "total": float(counts["value"].sum()),
                "mean": float(found["mean_rate"]["estimate"]),
                "mean_text": _with_interval(found["mean_rate"], language),
                "k": float(k["estimate"]),
                "k_text": _with_interval(k, language),
                "note_label": text(k["note"]) if k["note"] else "",
                "source_ids": count["source_ids"],
            }
        )
    return pd.DataFrame(rows)


def power_table(variation: pd.DataFrame, province: str, language: str) -> pd.DataFrame:
    """Tell what could be shown if regencies were like those of each table.

    Parameters
    ----------
    variation
        As `variation_table` gives it.
    province
        Kemendagri code of the province of which all regencies would take part, half of them with
        sessions.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a table: ``table``, ``label``; ``needed_10`` to ``needed_50``, the regencies with
        and as many without sessions that a reduction of so many percent needs; ``detectable`` (as
        text ``detectable_text``), the smallest reduction in percent that all regencies of the
        province could show; ``one`` (``one_text``), the chance that one regency, before and
        after, shows that its violations are halved.
    """
    text = translator(language)
    each = regencies_of(province) // 2
    rows = []
    for row in variation.to_dict("records"):
        mean, k = row["mean"], row["k"]
        needed = {
            f"needed_{percent}": _whole(regencies_needed(mean, 1 - percent / 100, k))
            for percent in REDUCTIONS
        }
        ratio = detectable_ratio(each, mean, k).iloc[0]
        one = before_after_power(mean, 0.5).iloc[0]
        reduction = known(100 * (1 - ratio["estimate"]))
        rows.append(
            {
                "table": row["table"],
                "label": row["label"],
                **needed,
                "detectable": reduction,
                "detectable_text": text(ratio["note"])
                if reduction is None
                else f"{format_number(reduction, language, 0)}%",
                "one": float(one["estimate"]),
                "one_text": written(one["estimate"], "power", language),
            }
        )
    return pd.DataFrame(rows)


def chance_of_one(power: pd.DataFrame) -> dict[str, float]:
    """Say between which chances one regency shows a halving.

    Parameters
    ----------
    power
        As `power_table` gives it.

    Returns
    -------
    dict of str to float
        ``one_low`` and ``one_high`` in percent, with one decimal.

    Examples
    --------
    >>> chance_of_one(pd.DataFrame({"one": [0.004, 0.5]}))
    {'one_low': 0.4, 'one_high': 50.0}
    """
    chances = 100 * power["one"]
    return {
        "one_low": round(float(chances.min()), 1),
        "one_high": round(float(chances.max()), 1),
    }


def _whole(found: pd.DataFrame) -> int | None:
    value = known(found["estimate"].item())
    return None if value is None else int(value)


def _with_interval(row: Any, language: str) -> str:
    shown = written(row["estimate"], row["term"], language)
    limits = interval(row, language)
    return f"{shown} ({limits})" if limits else shown
