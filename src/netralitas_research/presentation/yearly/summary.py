"""Sentences made of the data: the year in short, and what it lacks."""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import format_date, format_list, headings, translator
from netralitas_research.presentation.markup import Html, cite
from netralitas_research.presentation.sentences import Prose, prose
from netralitas_research.presentation.tables import table
from netralitas_research.presentation.yearly.totals import step
from netralitas_research.presentation.yearly.words import election, of_base
from netralitas_research.study import years
from netralitas_research.study.labels import labelled, lower_first, short_name


def introduction(report: years.YearReport, language: str) -> Prose:
    """Write the title of the report and what it is about.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Prose
        A heading of the first level and a paragraph.
    """
    return prose("yearly.introduction", language, year=str(report.year))


def summary(report: years.YearReport, language: str) -> Prose:
    """Tell the year in five sentences.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Prose
        Who counted, how many, what others counted, who and how, and what is missing.
    """
    return prose(
        "yearly.summary",
        language,
        available=_available(report, language),
        process=_process(report, language),
        other_counts=_other_counts(report, language),
        tops=_tops(report, language),
        missing=_missing(report, language),
    )


def _available(report: years.YearReport, language: str) -> str:
    text = translator(language)
    found = years.available(report)
    counters = [codelists.label("institutions", code, language) for code in found.counted_by]
    sentences = [
        text(
            "yearly.summary.available",
            year=str(report.year),
            number=found.national + found.regional,
            national=found.national,
            regional=found.regional,
        )
    ]
    if counters:
        sentences.append(text("yearly.summary.counters", counters=format_list(counters, language)))
    if len(found.dates) > 1:
        first, last = (format_date(date, language) for date in found.dates)
        sentences.append(text("yearly.summary.dates", first=first, last=last))
    return " ".join(sentences)


def _process(report: years.YearReport, language: str) -> str:
    text = translator(language)
    chosen = years.headline(report)
    if chosen is None:
        return text("yearly.summary.no_process", year=str(report.year))
    rows = labelled(chosen.all, language)
    first = rows.iloc[0].to_dict()
    single = len(chosen.figures) == 1
    sentence = text(
        "yearly.summary.single" if single else "yearly.summary.process",
        who=first["who"],
        election=election(first),
        unit=lower_first(first["unit_label"]),
        when=first["when"],
        steps=_steps(rows, language),
        sources=cite(years.source_ids(rows)),
    )
    later = labelled(years.restated_headline(report, chosen), language)
    if later.empty:
        return sentence
    restated = text(
        "yearly.summary.restated",
        when=later["when"].iloc[0],
        steps=_steps(later, language),
        sources=cite(years.source_ids(later)),
    )
    return f"{sentence} {restated}"


def _steps(rows: pd.DataFrame, language: str) -> str:
    return "; ".join(step(row, language) for row in rows.to_dict("records"))


def _other_counts(report: years.YearReport, language: str) -> str:
    text = translator(language)
    chosen = years.headline(report)
    figures = years.other_counts(report, chosen)
    if figures.empty:
        return text("yearly.summary.no_other_counts", year=str(report.year))
    counts = [
        text(
            "yearly.summary.other_count",
            who=row["who"],
            election=election(row),
            unit=lower_first(row["unit_label"]),
            when=row["when"],
            step=step(row, language),
            sources=cite(row["source_ids"]),
        )
        for row in labelled(figures, language).to_dict("records")
    ]
    key = "only_counts" if chosen is None else "other_counts"
    return text(f"yearly.summary.{key}", counts="; ".join(counts))


def _tops(report: years.YearReport, language: str) -> str:
    text = translator(language)
    found = years.tops(report)
    if not found:
        return text("yearly.summary.no_tops", year=str(report.year))
    tops = [_top(topic, one, language) for topic, one in found]
    return text("yearly.summary.tops", tops="; ".join(tops))


def _top(topic: years.Topic, one: years.PrintedList, language: str) -> str:
    text = translator(language)
    row = labelled(one.figures, language).iloc[0]
    of = of_base(row["base_label"], language)
    details = [row["amount"], of, row["who"], row["when"]]
    return text(
        "yearly.summary.top",
        topic=text(f"yearly.topic.{topic}"),
        category=lower_first(row["category"]),
        details=", ".join(filter(None, details)),
        sources=cite(row["source_ids"]),
    )


def _missing(report: years.YearReport, language: str) -> str:
    text = translator(language)
    expected = years.gaps(report)
    sentences = []
    for status in ("missing", "restated_only", "percent_only"):
        names = [text(f"yearly.expected.{e.name}") for e in expected if e.status == status]
        if names:
            sentences.append(text(f"yearly.summary.{status}", names=format_list(names, language),
                                  year=str(report.year)))  # fmt: skip
    return " ".join(sentences) or text("yearly.summary.nothing_missing", year=str(report.year))


def gaps(report: years.YearReport, language: str) -> Html:
    """Show what the year should have, and whether it does.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html
        A table of the fixed list.
    """
    text = translator(language)
    rows = [
        {
            "expected": upper_first(text(f"yearly.expected.{one.name}")),
            "status": text(f"yearly.status.{one.status}"),
            "counted_by": ", ".join(
                text("yearly.not_known") if code == "unknown" else short_name(code, language)
                for code in one.counted_by
            ),
        }
        for one in years.gaps(report)
    ]
    return table(
        pd.DataFrame(rows),
        language=language,
        columns=headings(language, "yearly", "expected", "status", "counted_by"),
        caption=text("yearly.caption.gaps", year=str(report.year)),
        name="gaps",
    )


def upper_first(text: str) -> str:
    """Let a text stand alone.

    Parameters
    ----------
    text
        A text inside a sentence.

    Returns
    -------
    str
        The text with a capital.

    Examples
    --------
    >>> upper_first("jumlah nasional")
    'Jumlah nasional'
    """
    return text[:1].upper() + text[1:]
