"""Breakdowns: a table and a plot for each topic, and tables of lists for the rest."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netralitas_research.language import headings, translator
from netralitas_research.presentation.figures import figure
from netralitas_research.presentation.markup import Html, cite
from netralitas_research.presentation.sentences import Prose, prose
from netralitas_research.presentation.tables import table
from netralitas_research.presentation.yearly.lists import list_table
from netralitas_research.presentation.yearly.words import count, extent, of_base, what
from netralitas_research.study import years
from netralitas_research.study.labels import Row, labelled, lower_first

_WITH_NOTE = ("positions", "motives", "sanctions", "routes")


def breakdown(report: years.YearReport, topic: years.Topic, language: str) -> Html | Prose:
    """Show the national figures on one topic.

    Parameters
    ----------
    report
        The year.
    topic
        ``positions``, ``acts``, ``motives``, ``sanctions`` or ``routes``.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        A row for each category of each list, the newest list first.
    """
    figures = years.breakdown(report, topic)
    if figures.empty:
        return prose(f"yearly.none.{topic}", language, year=str(report.year))
    rows = labelled(figures, language)
    rows = rows.assign(
        counted=[_counted(row, language) for row in rows.to_dict("records")],
        sources=rows["source_ids"].map(cite),
    )
    text = translator(language)
    columns = ["category", "amount", "base_label", "counted", "sources"]
    caption = text(f"yearly.caption.{topic}", year=str(report.year))
    notes = [text(f"yearly.note.{topic}")] if topic in _WITH_NOTE else []
    if _is_one_list(rows):
        columns = ["category", "amount", "sources"]
        caption = f"{caption}: {_details(rows, language)}"
    else:
        notes.insert(0, text("yearly.note.lists"))
    return table(
        rows,
        language=language,
        columns=headings(language, "yearly", *columns),
        caption=caption,
        name=topic,
        note=" ".join(notes),
        align={"amount": "right"},
    )


def _is_one_list(rows: pd.DataFrame) -> bool:
    """Tell whether all rows say the same of their count, so that it needs saying only once."""
    return rows["counted"].nunique() == 1 and rows["base_label"].nunique() == 1


def _details(rows: pd.DataFrame, language: str) -> str:
    """Say of a list who counted what and when, of how many, and whether it is complete."""
    first = rows.iloc[0].to_dict()
    known = of_base(str(first["base_label"]), language)
    printed = extent(rows, language) if rows["complete"].ne("unknown").any() else ""
    details = [count(first, language), lower_first(what(first, language)), known, printed]
    return "; ".join(filter(None, details))


def _counted(row: Row, language: str) -> str:
    text = translator(language)
    parts = [count(row, language), lower_first(what(row, language))]
    if row["complete"] != "unknown":
        parts.append(text(f"yearly.extent.{row['complete']}"))
    if row["values_differ"]:
        parts.append(text("yearly.mark.values_differ"))
    return "; ".join(parts)


def breakdown_plot(report: years.YearReport, topic: years.Topic, language: str) -> Html | None:
    """Draw the newest list on a topic.

    Parameters
    ----------
    report
        The year.
    topic
        As in `breakdown`.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or None
        A figure; nothing if no list has three categories of one kind.
    """
    main = years.main_list(report, topic)
    return bar_figure(main, "category", topic, language) if main else None


def bar_figure(main: years.PrintedList, label: str, name: str, language: str) -> Html:
    """Draw one printed list as bars.

    Parameters
    ----------
    main
        The list.
    label
        Column of the labels: ``category`` or ``region``.
    name
        What the list is about; also its anchor.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html
        The figure; its caption says whose list it is, what it counts and of how many.
    """
    from netralitas_research.presentation.plots import bars

    text = translator(language)
    rows = labelled(main.figures, language)
    unit = "%" if rows["measure"].eq("percent").all() else ""
    drawn = bars(rows, label=label, value="value", language=language, unit=unit)
    details = _details(rows, language)
    if label == "region" and rows["complete"].ne("complete").any():
        details = f"{details}; {text('yearly.others_not_printed')}"
    title = text(f"yearly.plot.{name}")
    caption = text(
        "yearly.caption.bars",
        title=title,
        details=details,
        sources=cite(years.source_ids(rows)),
    )
    values = "; ".join(
        f"{item} {amount}" for item, amount in zip(rows[label], rows["amount"], strict=True)
    )
    alt = text("yearly.alt.bars", title=title, values=values)
    return figure(drawn, caption=caption, alt=alt, name=f"plot-{name}")


def surveys(report: years.YearReport, language: str) -> Html | Prose:
    """Show what surveys found besides motives.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        One question a row.
    """
    return _lists(report, years.surveys(report), "surveys", language)


def vulnerability(report: years.YearReport, language: str) -> Html | Prose:
    """Show the vulnerability indexes.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        One list a row.
    """
    return _lists(report, years.vulnerability(report), "vulnerability", language)


def other_breakdowns(report: years.YearReport, language: str) -> Html | Prose:
    """Show the national breakdowns that no section of its own is about.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        One list a row.
    """
    return _lists(report, years.other_breakdowns(report), "other_breakdowns", language)


def _lists(
    report: years.YearReport, found: Sequence[years.PrintedList], what: str, language: str
) -> Html | Prose:
    if not found:
        return prose(f"yearly.none.{what}", language, year=str(report.year))
    caption = translator(language)(f"yearly.caption.{what}", year=str(report.year))
    return list_table(found, language, name=what.replace("_", "-"), caption=caption)
