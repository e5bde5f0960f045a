"""Tables that a narrow screen can show: rows become cards before anything would be cut off."""

from __future__ import annotations

import re

from bs4 import NavigableString, Tag

# Widths in pixels: of a letter in the widest usual font, and of what lies around a cell.
_LETTER = 8.4
_AROUND = 20

# A range of numbers, such as 48.2–65.4, reads as one and is not broken after the dash.
_RANGE = re.compile(r"(\S*\d\S*–\S*\d\S*)")

# A table that needs more than this is set apart by a class of the style sheet.
_WIDTHS = ((850, "cards"), (700, "dense"), (560, "wide"))


def fit_to_screen(table: Tag) -> None:
    """Prepare a table of a page for every width of screen.

    Every cell gets the heading of its column, which is shown beside it where rows are cards, and
    a range of numbers stays on one line. A table that needs much room is marked, so that its rows
    become cards earlier: ``wide`` on a tablet, ``dense`` too, in smaller type and with the
    margins of a large screen, ``cards`` everywhere.

    Parameters
    ----------
    table
        A table with its headings in ``thead``; it is changed in place.

    Examples
    --------
    >>> from bs4 import BeautifulSoup
    >>> html = "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
    >>> table = BeautifulSoup(html, "html.parser").table
    >>> fit_to_screen(table)
    >>> table.td["data-label"]
    'A'
    """
    frame = table.find_parent("div", id=re.compile("-table$"))
    if frame:
        frame.unwrap()
    head = table.find("thead")
    heading_rows = head.find_all("tr") if isinstance(head, Tag) else []
    headings = heading_rows[-1]("th") if heading_rows else []
    rows = [row("td") for row in table("tr") if row("td")]
    width = _needed_width([headings, *rows])
    for limit, name in _WIDTHS:
        if width > limit:
            table["class"] = " ".join([*filter(None, table.get_attribute_list("class")), name])
            break
    table["role"] = "table"
    for row in table("tr"):
        row["role"] = "row"
    for cells in rows:
        for cell, heading in zip(cells, headings[-len(cells) :], strict=False):
            _label(cell, " ".join(heading.get_text().split()))


def _label(cell: Tag, heading: str) -> None:
    cell["role"] = "cell"
    cell["data-label"] = heading
    content = Tag(name="span")
    content.extend(list(cell.contents))
    for text in content.find_all(string=_RANGE):
        text.replace_with(*map(_piece, _RANGE.split(text)))
    cell.append(content)


def _piece(text: str) -> Tag | NavigableString:
    if not _RANGE.fullmatch(text):
        return NavigableString(text)
    together = Tag(name="span", attrs={"class": "range"})
    together.string = text
    return together


def _needed_width(rows: list[list[Tag]]) -> float:
    columns: dict[int, float] = {}
    for cells in rows:
        for place, cell in enumerate(cells):
            columns[place] = max(columns.get(place, 0), _longest_piece(cell) * _LETTER + _AROUND)
    return sum(columns.values())


def _longest_piece(cell: Tag) -> int:
    """Count the letters of the longest piece that is not broken: a word, or a whole number."""
    text = cell.get_text()
    whole = cell.name == "td" and "gt_right" in cell.get_attribute_list("class")
    pieces = [text] if whole else re.split(r"[\s-]+", text)
    return max(map(len, pieces))
