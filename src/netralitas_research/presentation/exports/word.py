"""Tables as a Word document: real tables with three lines, ready for a thesis."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from netralitas_research.presentation.exports.content import Cell, Content, Side
from netralitas_research.presentation.exports.zips import without_times

FONT = "Times New Roman"
_TEXT, _DENSE, _NOTE = Pt(10), Pt(8.5), Pt(9)
_SHORT, _LONG, _MARGIN = Cm(21), Cm(29.7), Cm(2.5)
_LANGUAGES = {"id": "id-ID", "en": "en-GB"}
# Widths of lines in eighths of a point, space above and under a cell's text in twentieths.
_THICK, _THIN, _PADDING = "12", "6", "30"
_SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def write(*contents: Content) -> bytes:
    """Write tables as a Word document.

    Parameters
    ----------
    *contents
        The tables.

    Returns
    -------
    bytes
        A DOCX file on A4. The caption stands above its table, in the style *Caption*, the note
        under it; the headings are repeated on each page and no row is broken across pages.
    """
    document = Document()
    _set_up(document, _LANGUAGES[contents[0].language] if contents else _LANGUAGES["id"])
    for place, content in enumerate(contents):
        _turn(document, content.wide, first=place == 0)
        _add(document, content)
    file = BytesIO()
    document.save(file)
    return without_times(file.getvalue())


def _set_up(document: Any, language: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _SHORT, _LONG
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    document.core_properties.author = document.core_properties.comments = ""
    document.core_properties.language = language
    normal = document.styles["Normal"]
    _set_type(normal, _TEXT)
    normal.paragraph_format.space_after = Pt(0)
    normal.element.get_or_add_rPr().append(_element("w:lang", val=language))
    caption = document.styles["Caption"]
    _set_type(caption, _TEXT)
    caption.font.bold = True
    caption.font.color.rgb = RGBColor(0, 0, 0)
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(18), Pt(4)
    caption.paragraph_format.keep_with_next = True


def _set_type(style: Any, size: Length) -> None:
    style.font.name, style.font.size = FONT, size
    fonts = style.element.get_or_add_rPr().rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)


def _turn(document: Any, landscape: bool, *, first: bool) -> None:
    """Go on on a page that lies or stands; a table needs no new page where it fits this one."""
    page = document.sections[-1]
    if landscape == (page.orientation == WD_ORIENT.LANDSCAPE):
        return
    page = page if first else document.add_section(WD_SECTION.NEW_PAGE)
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)


def _add(document: Any, content: Content) -> None:
    document.add_paragraph(content.title, style="Caption")
    table = document.add_table(rows=len(content.rows) + 1, cols=len(content.columns))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(_borders("tblBorders", top=_THICK, bottom=_THICK))
    layout.addnext(_padding())
    room = document.sections[-1].page_width - 2 * _MARGIN
    widths = [Length(round(room * share)) for share in content.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    size = _DENSE if content.wide else _TEXT
    headings = tuple(Cell(column.heading) for column in content.columns)
    sides: list[Side] = [column.side for column in content.columns]
    for place, cells in enumerate((headings, *content.rows)):
        _fill(table, place, cells, sides, widths, size)
    # A paragraph even without a note: two tables that touch would become one.
    note = document.add_paragraph()
    note.paragraph_format.space_before = Pt(3)
    note.add_run(content.note).font.size = _NOTE


def _fill(
    table: WordTable,
    place: int,
    cells: tuple[Cell, ...],
    sides: list[Side],
    widths: list[Length],
    size: Length,
) -> None:
    """Fill one row; the first one holds the headings."""
    row = table.rows[place]
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if place == 0:
        properties.append(_element("w:tblHeader"))
    for target, cell, side, width in zip(row.cells, cells, sides, widths, strict=True):
        target.width = width
        paragraph = target.paragraphs[0]
        paragraph.alignment = _SIDES[side]
        run = paragraph.add_run(cell.text)
        run.font.size = size
        if place == 0:
            run.font.bold = True
            target._tc.get_or_add_tcPr().append(_borders("tcBorders", bottom=_THIN))
        elif cell.address:
            _link(paragraph, cell.address)


def _link(paragraph: Paragraph, address: str) -> None:
    """Let the text of a paragraph lead to an address."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.extend([run._r for run in paragraph.runs])
    paragraph._p.append(link)


def _borders(kind: str, **sizes: str) -> Any:
    borders = OxmlElement(f"w:{kind}")
    for side, size in sizes.items():
        borders.append(_element(f"w:{side}", val="single", sz=size, space="0", color="000000"))
    return borders


def _padding() -> Any:
    padding = OxmlElement("w:tblCellMar")
    padding.extend(_element(f"w:{side}", w=_PADDING, type="dxa") for side in ("top", "bottom"))
    return padding


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
