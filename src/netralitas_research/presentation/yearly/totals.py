"""National totals: the table of all, how far they went, and how they grew."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research.language import format_list, format_number, headings, translator
from netralitas_research.presentation.figures import figure
from netralitas_research.presentation.markup import Html, cite
from netralitas_research.presentation.sentences import Prose, prose
from netralitas_research.presentation.tables import table
from netralitas_research.presentation.yearly.words import (
    dated,
    election,
    of_base,
    short_stage,
)
from netralitas_research.study import years
from netralitas_research.study.labels import Row, labelled, lower_first


def totals(report: years.YearReport, language: str) -> Html | Prose:
    """Show who counted what and when, for the whole country.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        A row for each institution, election, stage and unit.
    """
    figures = years.totals(report)
    if figures.empty:
        return prose("yearly.none.totals", language, year=str(report.year))
    rows = labelled(figures, language)
    records = rows.to_dict("records")
    rows = rows.assign(
        count_of=[f"{row['who']}, {election(row)}" for row in records],
        unit_label=[_unit_with_base(row, language) for row in records],
        when=[dated(row, language) for row in records],
        sources=rows["source_ids"].map(cite),
    )
    names = ("count_of", "stage_label", "amount", "unit_label", "when", "sources")
    text = translator(language)
    return table(
        rows,
        language=language,
        columns=headings(language, "yearly", *names),
        caption=text("yearly.caption.totals", year=str(report.year)),
        name="totals",
        note=text("yearly.note.totals"),
        align={"amount": "right"},
    )


def processes(report: years.YearReport, language: str) -> Html | Prose:
    """Show how far what was counted has gone, one count a row.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or Prose
        A column for each phase; shares are of the whole that was printed with the number.
    """
    found = years.processes(report)
    if not found:
        return prose("yearly.none.processes", language, year=str(report.year))
    text = translator(language)
    return table(
        pd.DataFrame([_process_row(process, language) for process in found]),
        language=language,
        columns=headings(language, "yearly", "count", *years.PHASES, "sources"),
        caption=text("yearly.caption.processes", year=str(report.year)),
        name="processes",
        note=text("yearly.note.processes"),
    )


def _process_row(process: years.Process, language: str) -> dict[str, Any]:
    rows = labelled(process.all, language)
    first = rows.iloc[0].to_dict()
    unit = lower_first(str(first["unit_label"]))
    name = [first["who"], election(first), unit, first["when"]]
    cells = {
        str(phase): "; ".join(
            step(row, language) for row in labelled(part, language).to_dict("records")
        )
        for phase, part in process.figures.items()
    }
    sources = cite(years.source_ids(rows))
    return {"count": ", ".join(name), **dict.fromkeys(map(str, years.PHASES), ""), **cells,
            "sources": sources}  # fmt: skip


def step(row: Row, language: str) -> str:
    """Write one stage of a count with its share.

    Parameters
    ----------
    row
        A labelled figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``dilaporkan 1.305`` or ``ditindaklanjuti PPK 635 (48,7% dari 1.305)``.
    """
    stage = lower_first(short_stage(row["stage_label"]))
    return translator(language)("yearly.step", stage=stage, amount=_with_share(row, language))


def _with_share(row: Row, language: str) -> str:
    if not years.has_share(pd.DataFrame([row])).all():
        return str(row["amount"])
    return translator(language)(
        "yearly.with_share",
        amount=row["amount"],
        share=format_number(100 * row["value"] / row["base"], language, 1),
        base=row["base_label"],
    )


def _unit_with_base(row: Row, language: str) -> str:
    """Name the unit, of a percentage with its base; of counts the table of processes has it."""
    if row["measure"] != "percent":
        return str(row["unit_label"])
    base = of_base(row["base_label"], language)
    return translator(language)("yearly.marked", text=row["unit_label"], marks=base)


def timelines(report: years.YearReport, language: str) -> Html | None:
    """Draw the cumulative counts that have at least three snapshots in the year.

    Parameters
    ----------
    report
        The year.
    language
        ``id`` or ``en``.

    Returns
    -------
    Html or None
        A figure for each institution, election and unit; nothing if there is none.
    """
    found = years.timelines(report)
    if not found:
        return None
    drawn = [_timeline(part, place, language) for place, part in enumerate(found, start=1)]
    return Html("timelines", "\n".join(drawn))


def _timeline(figures: pd.DataFrame, place: int, language: str) -> str:
    from netralitas_research.presentation.plots import snapshots

    text = translator(language)
    rows = labelled(figures, language)
    rows = rows.assign(stage_label=rows["stage_label"].map(short_stage))
    first = rows.iloc[0].to_dict()
    stages = [lower_first(stage) for stage in rows["stage_label"].unique()]
    about = {
        "who": first["who"],
        "election": election(first),
        "unit": lower_first(first["unit_label"]),
    }
    last = rows.sort_values("as_of").drop_duplicates("stage_label", keep="last").sort_index()
    ends = [f"{lower_first(r['stage_label'])} {r['amount']} ({r['when']})"
            for r in last.to_dict("records")]  # fmt: skip
    drawn = snapshots(
        rows,
        date="as_of",
        value="value",
        series="stage_label",
        language=language,
        heading=str(first["unit_label"]),
    )
    sources = cite(years.source_ids(rows))
    caption = text("yearly.caption.timeline", **about, stages=format_list(stages, language),
                   sources=sources)  # fmt: skip
    alt = text("yearly.alt.timeline", **about, ends="; ".join(ends))
    return figure(drawn, caption=caption, alt=alt, name=f"timeline-{place}").html
