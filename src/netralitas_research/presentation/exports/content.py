"""What a table holds, apart from any format: its cells as shown, with the numbers behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from html import unescape
from typing import Literal

Side = Literal["left", "center", "right"]
Number = int | float | Decimal
MISSING = "–"
LINE = 75
"""Letters that a line of an A4 page takes; a table that needs more is broken into lines."""

_CITATION = re.compile(r'<a class="cite" href="#source-([\w.-]+)">[^<]*</a>')
_ADDRESS = re.compile(r"https?://\S+")
# In letters: the space between columns, and the longest word for which a column is widened.
_GAP, _LONG_WORD = 3, 30
# Long texts are broken into lines, so the width of their column grows with the root of the length.
_STEEPNESS = 3


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the side on which its cells stand."""

    heading: str
    side: Side = "left"


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes
    ----------
    text
        What the report shows, as plain text in the form of its language.
    number
        The number behind it, ``None`` where the cell holds text or nothing.
    """

    text: str
    number: Number | None = None

    @property
    def missing(self) -> bool:
        """Whether nothing is known."""
        return self.number is None and self.text == MISSING

    @property
    def address(self) -> str:
        """The address, if the cell holds one and nothing else."""
        return self.text if _ADDRESS.fullmatch(self.text) else ""


@dataclass(frozen=True)
class Content:
    """A table as every format needs it.

    Attributes
    ----------
    name
        Anchor of the table in the report.
    caption, note
        What stands above and under it, as plain text.
    columns, rows
        Columns and, in their order, the cells of each row.
    language
        Language of the report.
    mark
        The words that mark simulated data; empty for others.
    data_columns, data_rows
        Columns that only files for calculating hold: the numbers behind ranges and words.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    language: str
    note: str = ""
    mark: str = ""
    data_columns: tuple[Column, ...] = ()
    data_rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def with_data(self) -> Content:
        """The table with the columns for calculating beside those that are shown."""
        if not self.data_columns:
            return self
        rows = zip(self.rows, self.data_rows, strict=True)
        return replace(
            self,
            columns=self.columns + self.data_columns,
            rows=tuple(shown + data for shown, data in rows),
            data_columns=(),
            data_rows=(),
        )

    @property
    def title(self) -> str:
        """The caption, after the mark of simulated data."""
        return marked(self.caption, self.mark)

    @cached_property
    def letters(self) -> tuple[int, ...]:
        """Letters that each column takes when no cell is broken, its heading in two lines."""
        return tuple(
            max(len(column.heading) // 2, _longest_word(column.heading), *map(len, texts), 1)
            for column, texts in zip(self.columns, self._texts, strict=True)
        )

    @cached_property
    def broken(self) -> bool:
        """Whether cells have to be broken into lines on an upright page."""
        headings = [len(column.heading) for column in self.columns]
        gaps = _GAP * (len(self.columns) - 1)
        return sum(map(max, self.letters, headings)) + gaps > LINE

    @property
    def wide(self) -> bool:
        """Whether the table is better laid across its page."""
        return sum(self.letters) > 2 * LINE

    @cached_property
    def shares(self) -> tuple[float, ...]:
        """Share of the width that each column should have; they sum to one."""
        wanted = [letters + _GAP for letters in self.letters]
        if sum(self.letters) > LINE:
            words = [max(map(_longest_word, texts), default=0) for texts in self._texts]
            wanted = [
                max(min(word, _LONG_WORD), round(_STEEPNESS * letters**0.5)) + _GAP
                for word, letters in zip(words, self.letters, strict=True)
            ]
        return tuple(width / sum(wanted) for width in wanted)

    @cached_property
    def _texts(self) -> list[list[str]]:
        """The texts of each column, without its heading."""
        return [[row[place].text for row in self.rows] for place in range(len(self.columns))]


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def marked(caption: str, mark: str) -> str:
    """Write the mark of simulated data before a caption.

    Parameters
    ----------
    caption, mark
        The caption, and the mark or an empty string.

    Returns
    -------
    str
        Both.

    Examples
    --------
    >>> marked("Laporan", "Data simulasi"), marked("Laporan", "")
    ('[Data simulasi] Laporan', 'Laporan')
    """
    return f"[{mark}] {caption}" if mark else caption


def plain(html: str) -> str:
    """Turn the safe HTML of a cell or a caption into plain text.

    Parameters
    ----------
    html
        HTML as `markup.safe` makes it: escaped text, and links made by `cite`.

    Returns
    -------
    str
        The text; a citation becomes the id of its source in brackets.

    Examples
    --------
    >>> plain('1 &lt; 2 <a class="cite" href="#source-kasn2021">kasn2021</a>')
    '1 < 2 [kasn2021]'
    """
    return unescape(_CITATION.sub(r"[\1]", html))


def decimals_of(shown: str, language: str) -> int:
    """Count the decimals of a number as it is shown.

    Parameters
    ----------
    shown
        A number in the form of the language.
    language
        ``id`` or ``en``.

    Returns
    -------
    int
        How many digits follow the decimal mark.

    Examples
    --------
    >>> decimals_of("1.234,50", "id"), decimals_of("1,234", "en")
    (2, 0)
    """
    return len(shown.partition("," if language == "id" else ".")[2])


def cited(contents: Sequence[Content]) -> set[str]:
    """Find the sources that tables cite in cells, captions and notes.

    Parameters
    ----------
    contents
        The tables.

    Returns
    -------
    set of str
        What stands in brackets there: the ids, and perhaps other words.

    Examples
    --------
    >>> cited([Content("a", "Laporan [kasn2021]", (Column("n"),), (), "id")])
    {'kasn2021'}
    """
    texts = [text for one in contents for text in (one.caption, one.note)]
    texts += [cell.text for one in contents for row in one.rows for cell in row]
    return {word for text in texts for word in re.findall(r"\[([\w.-]+)\]", text)}
