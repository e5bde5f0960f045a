"""Tables as an Excel workbook: a sheet a table, numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from netralitas_research.presentation.exports.content import Cell, Content, decimals_of

# Rows of a sheet: the caption, an empty row, the headings, and then the table.
_HEADINGS = 2
_WIDEST = 60
# Of a line of text, in points.
_LINE_HEIGHT = 15
# Excel takes no more decimals.
_DECIMALS = 30


def write(*contents: Content) -> bytes:
    """Write tables as a workbook.

    Parameters
    ----------
    *contents
        The tables.

    Returns
    -------
    bytes
        An XLSX file. A sheet has the caption in its first row, the headings in the third, the
        rows under them and then the note. A number is stored unrounded, and shown with the
        decimals of the report and the separators of the reader's Excel; a missing value is empty.
        Numbers behind ranges and words follow in columns of their own.

    Examples
    --------
    >>> write(Content("a", "", (), (), "id"))[:2]
    b'PK'
    """
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(2000, 1, 1)})
        names = sheet_names(content.name for content in contents)
        for content, name in zip(contents, names, strict=True):
            _write_sheet(workbook, workbook.add_worksheet(name), content.with_data)
    return file.getvalue()


def sheet_names(names: Iterable[str]) -> list[str]:
    """Shorten names to what Excel takes, and keep them apart.

    Parameters
    ----------
    names
        Names of tables.

    Returns
    -------
    list of str
        At most 31 letters each, all different, and none ``history``, which Excel keeps for itself.

    Examples
    --------
    >>> sheet_names(["position", "position", "history"])
    ['position', 'position-2', 'history-2']
    """
    taken = {"history"}
    found = []
    for name in names:
        short, count = name[:31], 1
        while short in taken:
            count += 1
            short = f"{name[: 30 - len(str(count))]}-{count}"
        taken.add(short)
        found.append(short)
    return found


def _write_sheet(workbook: Any, sheet: Any, content: Content) -> None:
    @cache
    def style(**properties: Any) -> Any:
        return workbook.add_format({"valign": "top", **properties})

    last = len(content.rows) + _HEADINGS
    headings = tuple(Cell(column.heading) for column in content.columns)
    widths = [min(letters + 2, _WIDEST) for letters in content.letters]
    sheet.write_string(0, 0, content.title, style(bold=True))
    for place, (column, width) in enumerate(zip(content.columns, widths, strict=True)):
        sheet.set_column(place, place, width)
        heading = style(bold=True, align=column.side, text_wrap=True, top=2, bottom=1)
        sheet.write_string(_HEADINGS, place, column.heading, heading)
        for line, row in enumerate(content.rows, start=_HEADINGS + 1):
            bottom = 2 if line == last else 0
            number_format = _number_format(row[place], content.language)
            _write_cell(
                sheet, line, place, row[place],
                style(align=column.side, bottom=bottom, text_wrap=True, num_format=number_format),
            )  # fmt: skip
    for line, row in enumerate((headings, *content.rows), start=_HEADINGS):
        sheet.set_row(line, _LINE_HEIGHT * _lines(row, widths))
    if content.note:
        # In one cell a note would widen the printed page, so it lies over the width of the table.
        if len(content.columns) > 1:
            sheet.merge_range(last + 2, 0, last + 2, len(content.columns) - 1, "")
        note = style(italic=True, text_wrap=True)
        sheet.write_string(last + 2, 0, content.note, note)
        sheet.set_row(last + 2, _LINE_HEIGHT * _lines((Cell(content.note),), [sum(widths)]))
    sheet.freeze_panes(_HEADINGS + 1, 0)
    sheet.repeat_rows(_HEADINGS)
    sheet.set_paper(9)
    if content.wide:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _lines(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Estimate the lines of a row; not every program fits its height to text that is wrapped."""
    needed = (-(-len(cell.text) // width) for cell, width in zip(row, widths, strict=True))
    return max([1, *needed])


def _write_cell(sheet: Any, line: int, place: int, cell: Cell, style: Any) -> None:
    if cell.number is not None:
        sheet.write_number(line, place, cell.number, style)
    elif cell.missing:
        sheet.write_blank(line, place, None, style)
    elif cell.address:
        sheet.write_url(line, place, cell.address, style)
    else:
        sheet.write_string(line, place, cell.text, style)


def _number_format(cell: Cell, language: str) -> str:
    if cell.number is None:
        return "General"
    decimals = min(decimals_of(cell.text, language), _DECIMALS)
    return "#,##0" + ("." + "0" * decimals if decimals else "")
