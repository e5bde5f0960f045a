"""The body of a report page: what an executed notebook shows, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup, Tag
from nbconvert import HTMLExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode

from netralitas_research.errors import DocumentError
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.presentation.screens import fit_to_screen

_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
_PLACE = re.compile(r'<svg class="place-(\d+)"></svg>')
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Section:
    """A heading of the table of contents."""

    anchor: str
    heading: str


@dataclass(frozen=True)
class Body:
    """The parts of an executed notebook that a page needs.

    Attributes
    ----------
    title
        The first heading of the first level; it is not repeated in `html`.
    description
        The first paragraph as plain text.
    sections
        The headings of the second level.
    html
        Everything under the title.
    """

    title: str
    description: str
    sections: tuple[Section, ...]
    html: str


def read_body(notebook: Path, *, language: str, document: str) -> Body:
    """Take what a page shows from an executed notebook.

    Parameters
    ----------
    notebook
        The executed notebook.
    language
        ``id`` or ``en``; cells tagged with another language are left out.
    document
        Name of the document, for messages.

    Returns
    -------
    Body
        Title, sections and HTML. Code, warnings, scripts and styles are left out, cells of
        tables know their headings, and citations show the number of their source.

    Raises
    ------
    DocumentError
        If there is no title, or a source is cited that the page does not list.
    """
    executed = nbformat.read(notebook, as_version=4)
    drawings = _set_aside_drawings(executed)
    soup = BeautifulSoup(_shown(executed, language), "html.parser")
    for unwanted in soup(["script", "style", "link", "iframe"]):
        unwanted.decompose()
    heading = soup.find("h1")
    if not isinstance(heading, Tag):
        raise DocumentError("error.document_without_title", document=document)
    title = _text(heading)
    heading.decompose()
    _number_citations(soup, document)
    for table in soup("table"):
        fit_to_screen(table)
    sections = _set_anchors(soup, translator(language)("presentation.link_to_section"))
    first = soup.find("p", class_=False)
    html = _PLACE.sub(lambda place: drawings[int(place[1])], str(soup).strip())
    return Body(title, _text(first) if first else "", tuple(sections), html)


def _set_aside_drawings(executed: NotebookNode) -> list[str]:
    """Leave a numbered place for each drawing, whose tags a parser would write in small letters."""
    drawings: list[str] = []

    def set_aside(drawing: re.Match[str]) -> str:
        drawings.append(drawing[0])
        return f'<svg class="place-{len(drawings) - 1}"></svg>'

    for cell in executed.cells:
        for output in cell.get("outputs", []):
            if "text/html" in output.get("data", {}):
                output.data["text/html"] = _DRAWING.sub(set_aside, output.data["text/html"])
    return drawings


def _shown(executed: NotebookNode, language: str) -> str:
    """Render the cells that are meant for a language."""
    others = [other for other in LANGUAGES if other != language]
    exporter = HTMLExporter(
        template_name="base",
        template_file="cells.html.jinja",
        extra_template_basedirs=[],
        extra_template_paths=[str(TEMPLATES)],
        exclude_input=True,
        exclude_anchor_links=True,
    )
    exporter.register_preprocessor(TagRemovePreprocessor(remove_cell_tags=others), enabled=True)
    html, _ = exporter.from_notebook_node(executed)
    return str(html)


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _number_citations(soup: BeautifulSoup, document: str) -> None:
    """Show the number of a source where it is cited."""
    listed = {item["id"]: item for item in soup.select("ol.sources > li")}
    numbers = {anchor: place for place, anchor in enumerate(listed, start=1)}
    for link in soup("a", class_="cite"):
        anchor = str(link["href"]).removeprefix("#")
        if anchor not in numbers:
            source = anchor.removeprefix("source-")
            raise DocumentError("error.source_not_listed", document=document, source=source)
        link.string = f"[{numbers[anchor]}]"
        link["title"] = _text(listed[anchor])


def _set_anchors(soup: BeautifulSoup, label: str) -> list[Section]:
    """Give headings neutral and unique anchors, and list those of the second level."""
    for heading in soup(["h2", "h3", "h4"]):
        del heading["id"]
    taken = {str(tag["id"]) for tag in soup(id=True)}
    sections = []
    for heading in soup(["h2", "h3", "h4"]):
        words = re.sub(r"\W+", "-", _text(heading).lower()).strip("-") or "section"
        anchor, count = words, 1
        while anchor in taken:
            count += 1
            anchor = f"{words}-{count}"
        taken.add(anchor)
        heading["id"] = anchor
        if heading.name == "h2":
            sections.append(Section(anchor, _text(heading)))
        link = soup.new_tag("a", href=f"#{anchor}", attrs={"class": "anchor", "aria-label": label})
        link.string = "#"
        heading.append(link)
    return sections
