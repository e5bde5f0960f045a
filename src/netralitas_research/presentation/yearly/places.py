"""Where: lists of provinces and agencies, and the greatest numbers of regional offices."""

from __future__ import annotations

from netralitas_research import codelists
from netralitas_research.language import headings, translator
from netralitas_research.presentation.markup import Html, cite
from netralitas_research.presentation.sentences import Prose, prose
from netralitas_research.presentation.tables import table
from netralitas_research.presentation.yearly.breakdowns import bar_figure
from netralitas_research.presentation.yearly.lists import list_table
from netralitas_research.presentation.yearly.words import dated, what
from netralitas_research.study import years
from netralitas_research.study.labels import labelled


def national_lists(report: years.YearReport, language: str) -> Html | Prose:
    """Show what national institutions printed of provinces, regencies and agencies.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        One list a row, each marked as complete, as an excerpt or as a top list.
    """
    found = years.national_lists(report)
    if not found:
        return prose("yearly.none.national_lists", language, year=str(report.year))
    text = translator(language)
    caption = text("yearly.caption.national_lists", year=str(report.year))
    note = text("yearly.note.national_lists")
    return list_table(found, language, name="national-lists", caption=caption, note=note)


def provinces_plot(report: years.YearReport, language: str) -> Html | None:
    """Draw the newest list of provinces of a national institution.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or None
        A figure; nothing if no list counts in three provinces.
    """
    main = years.main_list_of_provinces(report)
    return bar_figure(main, "region", "provinces", language) if main else None


def regional_offices(report: years.YearReport, language: str) -> Prose:
    """Say how many regions have a figure of an office of their own.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Prose
        A sentence.
    """
    covered = years.coverage(report)
    if not covered.figures:
        return prose("yearly.none.regional_offices", language, year=str(report.year))
    return prose(
        "yearly.regional_offices",
        language,
        figures=covered.figures,
        offices=covered.offices,
        provinces=covered.provinces,
        all_provinces=len(codelists.load("provinces")),
        regencies=covered.regencies,
        all_regencies=len(codelists.load("regencies")),
    )


def greatest(report: years.YearReport, level: years.Level, language: str) -> Html | None:
    """Show the regions with the greatest numbers printed by regional offices.

    Parameters
    ----------
    report
        The year.
    level
        ``provinces`` or ``regencies``.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or None
        Five regions for persons and five for cases; nothing if there is none, which the sentence
        of `regional_offices` has said.
    """
    figures = years.greatest(report, level)
    if figures.empty:
        return None
    rows = labelled(figures, language)
    rows = rows.assign(
        what=[what(row, language) for row in rows.to_dict("records")],
        when=[dated(row, language) for row in rows.to_dict("records")],
        sources=rows["source_ids"].map(cite),
    )
    names = ("region", "amount", "what", "who", "when", "sources")
    text = translator(language)
    return table(
        rows,
        language=language,
        columns=headings(language, "yearly", *names),
        caption=text(f"yearly.caption.greatest_{level}", year=str(report.year)),
        name=f"greatest-{level}",
        note=text("yearly.note.greatest"),
        align={"amount": "right"},
    )
