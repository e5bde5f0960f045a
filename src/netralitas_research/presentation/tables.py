"""Tables of a report: numbers in the language's form, HTML made by great_tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from numbers import Integral, Real
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from netralitas_research.language import format_number, translator
from netralitas_research.presentation.exports.content import (
    MISSING,
    Cell,
    Column,
    Content,
    Number,
    Side,
    plain,
)
from netralitas_research.presentation.exports.files import save
from netralitas_research.presentation.exports.formats import table_formats
from netralitas_research.presentation.markup import Html, anchor, safe

_SHOWN_DECIMALS = 4


@dataclass(frozen=True)
class Table(Html):
    """A table with its caption, ready to be shown in a notebook and to be saved.

    Attributes
    ----------
    content
        What it shows, with the numbers behind the cells.
    """

    content: Content = field(repr=False)

    def save(self, path: str | Path) -> Path:
        """Write the table as a file.

        Parameters
        ----------
        path
            Where to; the suffix is ``.docx``, ``.tex``, ``.xlsx`` or ``.csv``.

        Returns
        -------
        Path
            The file.

        Raises
        ------
        UsageError
            If the suffix is another one.

        Examples
        --------
        >>> shown = table(pd.DataFrame({"n": [1]}), language="en", columns={"n": "Reports"},
        ...               caption="Table 1. Reports", name="reports")
        >>> shown.save("reports.pdf")
        Traceback (most recent call last):
        netralitas_research.errors.UsageError: ('error.export_format', {'file': 'reports.pdf', ...})
        """
        return save(path, table_formats(self.content))


def table(
    frame: pd.DataFrame,
    *,
    language: str,
    columns: Mapping[str, str],
    caption: str,
    name: str,
    note: str = "",
    decimals: Mapping[str, int] | None = None,
    align: Mapping[str, Side] | None = None,
    data: Mapping[str, str] | None = None,
    simulated: bool = False,
) -> Table:
    """Show a frame as a table of the report.

    Parameters
    ----------
    frame
        One row a line; values may be numbers or text. A year or a code must be text, or it
        is written as a number (2.020).
    language
        Language of the numbers and of the mark, ``id`` or ``en``.
    columns
        Columns to show, in order, with their headings in the report's language.
    caption
        The caption, with its number.
    name
        Anchor of the table: lower-case words joined by hyphens.
    note
        A line under the table.
    decimals
        Decimals of a column; without, a number has those it needs.
    align
        Alignment of a column; without, numbers stand right and text left.
    data
        Further columns with their headings, which only the files for calculating hold (Excel and
        CSV): the numbers behind a range or a text that is shown.
    simulated
        Whether the rows are simulated; such a table carries a visible mark.

    Returns
    -------
    Table
        The table; missing values are shown as a dash.

    Raises
    ------
    KeyError
        If the frame lacks a column.

    Examples
    --------
    >>> frame = pd.DataFrame({"act": ["a"], "n": [1234]})
    >>> shown = table(frame, language="id", columns={"act": "Tindakan", "n": "Jumlah"},
    ...               caption="Tabel 1. Contoh", name="example")
    >>> "1.234" in shown.html
    True
    """
    anchor(name)
    align, decimals = align or {}, decimals or {}
    sides = {c: align.get(c) or ("right" if _is_numeric(frame[c]) else "left") for c in columns}
    cells = {
        column: [cell(value, language, decimals.get(column)) for value in frame[column]]
        for column in columns
    }
    mark = translator(language)("presentation.simulated") if simulated else ""
    shown_mark = f'<strong class="mark">{mark}</strong> ' if mark else ""
    parts = [
        f'<figure class="table{" simulated" if mark else ""}" id="{name}">',
        f"<figcaption>{shown_mark}{safe(caption)}</figcaption>",
        _great_table(cells, columns, sides, name),
        f'<p class="note">{safe(note)}</p>' if note else "",
        "</figure>",
    ]
    behind = {
        column: [cell(value, language, _decimals(value)) for value in frame[column]]
        for column in data or {}
    }
    content = Content(
        name=name,
        caption=plain(safe(caption)),
        columns=tuple(Column(heading, sides[c]) for c, heading in columns.items()),
        rows=_rows(frame, cells),
        language=language,
        note=plain(safe(note)),
        mark=mark,
        data_columns=tuple(Column(heading, "right") for heading in (data or {}).values()),
        data_rows=_rows(frame, behind),
    )
    return Table(name, "\n".join(part for part in parts if part), content)


def cell(value: Any, language: str, decimals: int | None = None) -> str:
    """Write one value as safe HTML in the form of a language.

    Parameters
    ----------
    value
        A number, a text or a missing value.
    language
        ``id`` or ``en``.
    decimals
        Decimals of a number; without, those it needs.

    Returns
    -------
    str
        HTML; links made by `cite` are kept.

    Examples
    --------
    >>> cell(22.98, "id"), cell(1005, "en"), cell(None, "en"), cell("<5", "en")
    ('22,98', '1,005', '–', '&lt;5')
    """
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return MISSING
    if isinstance(value, bool | np.bool_):
        return translator(language)("presentation.yes" if value else "presentation.no")
    if isinstance(value, Integral):
        return format_number(int(value), language, decimals)
    if isinstance(value, Decimal):
        return format_number(value, language, decimals)
    if isinstance(value, Real):
        return format_number(float(value), language, decimals)
    return safe(str(value)) or MISSING


def _rows(frame: pd.DataFrame, cells: Mapping[str, list[str]]) -> tuple[tuple[Cell, ...], ...]:
    columns = [
        [Cell(plain(shown), _number(value)) for shown, value in zip(texts, frame[c], strict=True)]
        for c, texts in cells.items()
    ]
    return tuple(zip(*columns, strict=True))


def _number(value: Any) -> Number | None:
    """Take the number behind a cell as one of Python's own."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real | Decimal):
        return None
    if math.isnan(value):
        return None
    if isinstance(value, Integral):
        return int(value)
    return value if isinstance(value, Decimal) else float(value)


def _decimals(value: Any) -> int | None:
    """Say with how many decimals Excel shows a number that it holds unrounded."""
    number = _number(value)
    return None if number is None or float(number).is_integer() else _SHOWN_DECIMALS


def _is_numeric(column: pd.Series) -> bool:
    known = column.dropna()
    return bool(len(known)) and all(
        isinstance(value, Real | Decimal) and not isinstance(value, bool) for value in known
    )


def _great_table(
    cells: Mapping[str, list[str]],
    columns: Mapping[str, str],
    sides: Mapping[str, Side],
    name: str,
) -> str:
    from great_tables import GT

    keys = {column: f"c{place}" for place, column in enumerate(columns, start=1)}
    body = pd.DataFrame({keys[c]: pd.Series(cells[c], dtype=object) for c in columns})
    shown = (
        GT(body, id=f"{name}-table")
        .cols_label({keys[c]: heading for c, heading in columns.items()})
        .fmt(str)
    )
    for column, side in sides.items():
        shown = shown.cols_align(side, [keys[column]])
    return str(shown.as_raw_html())
