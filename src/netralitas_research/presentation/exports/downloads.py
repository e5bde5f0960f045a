"""Links inside a page that hold the files of its tables and figures."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape

import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.language import Translator, format_number, translator
from netralitas_research.presentation.exports.content import Content, cited
from netralitas_research.presentation.exports.drawing import figure_formats
from netralitas_research.presentation.exports.formats import table_formats
from netralitas_research.presentation.exports.source_table import source_table
from netralitas_research.presentation.figures import Figure
from netralitas_research.presentation.markup import Html, anchor
from netralitas_research.presentation.tables import Table

_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    ".docx": ("Word", f"{_OFFICE}.wordprocessingml.document"),
    ".xlsx": ("Excel", f"{_OFFICE}.spreadsheetml.sheet"),
    ".tex": ("LaTeX", "application/x-tex"),
    ".csv": ("CSV", "text/csv"),
    ".svg": ("SVG", "image/svg+xml"),
    ".png": ("PNG", "image/png"),
}
_TOGETHER = (".docx", ".xlsx", ".tex")


@dataclass(frozen=True)
class Downloads(Html):
    """Links to files, ready to be shown at the end of a notebook."""


def downloads(
    *shown: Table | Figure, name: str, language: str, sources: pd.DataFrame | None = None
) -> Downloads:
    """Offer tables and figures as files that lie inside the page.

    Parameters
    ----------
    *shown
        What `table` and `figure` made.
    name
        Name of the files that hold all tables, such as ``position``: lower-case words joined by
        hyphens. They are called ``position.id.docx`` and so on, the others as their table or
        figure.
    language
        ``id`` or ``en``.
    sources
        Rows of the processed table of sources; those that the tables cite become one more table.

    Returns
    -------
    Downloads
        A section with its heading: one Word, Excel and LaTeX file with all tables, a CSV file of
        each, and an SVG and a PNG file of each figure.

    Raises
    ------
    UsageError
        If nothing is given, something else than tables and figures, or two of one name.

    Examples
    --------
    >>> from netralitas_research.presentation import table
    >>> reports = table(pd.DataFrame({"n": [1]}), language="en", columns={"n": "Reports"},
    ...                 caption="Reports", name="reports")
    >>> shown = downloads(reports, name="position", language="en")
    >>> 'download="position.en.docx"' in shown.html, 'download="reports.csv"' in shown.html
    (True, True)
    """
    anchor(name)
    tables = [one.content for one in shown if isinstance(one, Table)]
    figures = [one for one in shown if isinstance(one, Figure)]
    if not shown or len(tables) + len(figures) < len(shown):
        given = ", ".join(type(one).__name__ for one in shown)
        raise UsageError("error.export_not_shown", given=given or "–")
    if sources is not None:
        tables += source_table(sources, cited(tables), language)
    offered: list[Content | Figure] = [*tables, *figures]
    _refuse_repeated([one.name for one in offered])
    text = translator(language)
    parts = [
        '<section class="downloads">',
        f"<h2>{text('exports.heading')}</h2>",
        *([_together(tables, f"{name}.{language}", text)] if tables else []),
        f"<details><summary>{text('exports.each')}</summary>\n<ul>",
        *(_links_to(one, text) for one in offered),
        "</ul></details>",
        "</section>",
    ]
    return Downloads("downloads", "\n".join(parts))


def _refuse_repeated(names: list[str]) -> None:
    for place, name in enumerate(names):
        if name in names[:place]:
            raise UsageError("error.export_name_repeated", name=name)


def _together(tables: list[Content], name: str, text: Translator) -> str:
    formats = table_formats(*tables)
    label = text("exports.together")
    links = [_link(name + suffix, formats[suffix](), label, text) for suffix in _TOGETHER]
    return f'<p class="together">{label} {" ".join(links)}</p>'


def _links_to(one: Content | Figure, text: Translator) -> str:
    if isinstance(one, Figure):
        formats = figure_formats(one.plot, one.title, one.alt)
    else:
        formats = {".csv": table_formats(one)[".csv"]}
    links = [_link(one.name + suffix, make(), one.title, text) for suffix, make in formats.items()]
    return f"<li>{escape(one.title)} {' '.join(links)}</li>"


def _link(file: str, content: bytes, of: str, text: Translator) -> str:
    kind, media_type = _KINDS[file[file.rindex(".") :]]
    size = format_number(-(-len(content) // 1000), text.language)
    label = escape(f"{kind}, {size} kB: {of}")
    data = b64encode(content).decode()
    return (
        f'<a download="{file}" aria-label="{label}" href="data:{media_type};base64,{data}">'
        f"{kind} <small>{size} kB</small></a>"
    )
