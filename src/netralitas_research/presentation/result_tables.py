"""What any function of statistics returns, as a table of a report or thesis."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from netralitas_research.language import Translator, format_number, format_p_value, translator
from netralitas_research.presentation.tables import Table, table

_FAMILIES = ("shares", "rates", "ranks", "association", "snapshots", "surveys")
_DIGITS = 3


def result_table(
    found: pd.DataFrame,
    *,
    language: str,
    caption: str,
    name: str,
    labels: Mapping[str, str] | None = None,
    percent: bool = False,
    note: str = "",
    simulated: bool = False,
) -> Table:
    """Show what a function of `statistics` returns, in words and numbers of a language.

    Parameters
    ----------
    found
        A tidy result, with ``term, estimate, low, high, level, method, n, note``; a test has
        ``statistic``, ``df`` and ``p_value`` too.
    language
        ``id`` or ``en``.
    caption, name
        As for `table`.
    labels
        Columns that name a row, with their headings, such as ``{"row": "Position"}``; ``term``
        without a heading of its own if not given.
    percent
        Whether estimates are shares, shown in percent with one decimal; other numbers have three
        digits, whole ones all.
    note
        A line under the table; the methods stand after it.
    simulated
        Whether the data are simulated; such a table carries a visible mark.

    Returns
    -------
    Table
        One line a row: its names, estimate and interval or statistic and p, the number behind it,
        and what must be said of it. Excel and CSV hold the unrounded numbers too.

    Raises
    ------
    KeyError
        If the frame is no tidy result, or lacks a column that names its rows.

    Examples
    --------
    >>> from netralitas_research.statistics import shares
    >>> found = shares.share_interval({"JPT": 126, "Fungsional": 116}, 456)
    >>> shown = result_table(found, language="id", caption="Bagian", name="bagian", percent=True)
    >>> [column.heading for column in shown.content.columns]
    ['', 'Nilai', 'Selang 95%', 'n']
    >>> "23,7–31,9%" in shown.html
    True
    """
    text = translator(language)
    rows = found.to_dict("records")
    named = labels or {"term": ""}
    shown = pd.DataFrame({column: [_term(row[column], text) for row in rows] for column in named})
    columns = dict(named)
    data = {}
    if _is_test(found):
        for column in ("statistic", "df"):
            shown[column] = [_number(row[column], language) for row in rows]
            columns[column] = text(f"results.heading.{column}")
    else:
        unit = "%" if percent else ""
        shown["value"] = [_number(row["estimate"], language, unit) for row in rows]
        shown["interval"] = [_range(row["low"], row["high"], language, unit) for row in rows]
        columns |= {"value": text("results.heading.value"), "interval": _heading(found, text)}
        data = {column: text(f"results.heading.{column}") for column in ("estimate", "low", "high")}
        for column in data:
            shown[column] = [_without_end(row[column]) for row in rows]
    chance = "p_adjusted" if "p_adjusted" in found else "p_value"
    if chance in found and found[chance].notna().any():
        shown["p"] = [format_p_value(row[chance], language) for row in rows]
        columns["p"] = text(f"results.heading.{chance}")
    if found["n"].notna().any():
        shown["n"] = found["n"].to_numpy()
        columns["n"] = "n"
    if found["note"].ne("").any():
        shown["remark"] = [text(row["note"]) if row["note"] else "" for row in rows]
        columns["remark"] = text("results.heading.remark")
    methods = "; ".join(dict.fromkeys(_method(row["method"], text) for row in rows))
    return table(
        shown,
        language=language,
        columns=columns,
        caption=caption,
        name=name,
        note=" ".join(filter(None, [note, text("results.methods", methods=methods)])),
        align=dict.fromkeys(("value", "interval", "statistic", "p", "n"), "right"),
        data=data,
        simulated=simulated,
    )


def _is_test(found: pd.DataFrame) -> bool:
    """Say whether the estimate is the p value itself."""
    return {"statistic", "p_value"} <= {*found} and found["estimate"].equals(found["p_value"])


def _term(term: object, text: Translator) -> object:
    return _said(f".term.{term}", text) or term


def _method(method: str, text: Translator) -> str:
    return _said(f".method.{method}", text) or method.replace("_", " ")


def _said(key: str, text: Translator) -> str:
    known = (family + key for family in _FAMILIES if family + key in text.messages)
    return next(map(text, known), "")


def _heading(found: pd.DataFrame, text: Translator) -> str:
    levels = found["level"].unique()
    if len(levels) != 1 or levels[0] == 1:
        return text("results.heading.limits")
    return text("results.heading.interval", level=float(round(100 * levels[0], 4)))


def _range(low: float, high: float, language: str, unit: str) -> str:
    ends = [_number(end, language, unit) for end in (low, high)]
    if not all(ends):
        return ""
    if ends[0] == ends[1]:
        return ends[0]
    dash = "–" if low >= 0 else "\xa0–\xa0"
    return dash.join([ends[0].removesuffix(unit), ends[1]])


def _without_end(value: float) -> float | str:
    """Write what has no end as a sign; files have no number for it."""
    if not math.isinf(value):
        return value
    return "∞" if value > 0 else "−∞"


def _number(value: Any, language: str, unit: str = "") -> str:
    if pd.isna(value):
        return ""
    if math.isinf(value):
        return str(_without_end(value))
    if unit:
        return format_number(100 * value, language, 1) + unit
    whole = float(value).is_integer()
    size = 0 if whole else math.floor(math.log10(abs(value))) + 1
    return format_number(value, language, 0 if whole else max(0, _DIGITS - size))
