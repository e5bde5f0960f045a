"""Restated: what later pages print about the elections of the year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research.language import format_number, headings, translator
from netralitas_research.presentation.markup import Html, cite
from netralitas_research.presentation.sentences import Prose, prose
from netralitas_research.presentation.tables import table
from netralitas_research.presentation.yearly.lists import list_table
from netralitas_research.presentation.yearly.words import either, election, of_base
from netralitas_research.study import years
from netralitas_research.study.labels import Row, labelled, lower_first


def restated_totals(report: years.YearReport, language: str) -> Html | Prose:
    """Show the national totals of the year beside those that later pages print.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        A row for each restated series.
    """
    if not years.elections_of_year(report.year):
        return prose("yearly.none.elections", language, year=str(report.year))
    found = years.restated_totals(report)
    if not found:
        return prose("yearly.none.restated", language, year=str(report.year))
    names = ("count_of", "stage_label", "in_year", "later", "change", "sources")
    text = translator(language)
    return table(
        pd.DataFrame([_row(one, language) for one in found]),
        language=language,
        columns=headings(language, "yearly", *names),
        caption=text("yearly.caption.restated", year=str(report.year)),
        name="restated",
        note=text("yearly.note.restated"),
        align={"change": "right"},
    )


def _row(one: years.Restated, language: str) -> dict[str, Any]:
    later = labelled(one.later, language)
    own = labelled(one.own, language)
    first = later.iloc[0].to_dict()
    return {
        "count_of": ", ".join([first["who"], election(first), lower_first(first["unit_label"])]),
        "stage_label": first["stage_label"],
        "in_year": _values(own, language),
        "later": _values(later, language),
        "change": _signed(one.change, language),
        "sources": cite(years.source_ids(pd.concat([own, later]))),
    }


def _signed(change: int | None, language: str) -> str:
    if change is None:
        return ""
    return ("+" if change > 0 else "") + format_number(change, language)


def _values(rows: pd.DataFrame, language: str) -> str:
    return either(_value(row, language) for row in rows.to_dict("records"))


def _value(row: Row, language: str) -> str:
    text = translator(language)
    written = {"amount": row["amount"], "when": row["when"]}
    if row["measure"] != "percent":
        return text("yearly.dated_amount", **written)
    return text("yearly.dated_percentage", base=of_base(row["base_label"], language), **written)


def restated_breakdowns(report: years.YearReport, language: str) -> Html | None:
    """Show the later breakdowns about an election of the year.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or None
        One list a row; nothing if there is none, as `restated_totals` has said what there is.
    """
    found = years.restated_breakdowns(report)
    if not found:
        return None
    caption = translator(language)("yearly.caption.restated_breakdowns", year=str(report.year))
    return list_table(found, language, name="restated-breakdowns", caption=caption)
