"""HTML that notebooks show, and the one kind of link that may stand inside other text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

_CITATION = re.compile(
    r"&lt;a class=&quot;cite&quot; href=&quot;#(source-[\w.-]+)&quot;&gt;([\w.-]+)&lt;/a&gt;"
)
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Html:
    """A piece of HTML that a notebook shows as the last line of a cell.

    Attributes
    ----------
    name
        What the piece is called in the report; its anchor.
    html
        The HTML itself.
    """

    name: str
    html: str = field(repr=False)

    def _repr_html_(self) -> str:
        return self.html


def cite(source_ids: str | Iterable[str]) -> str:
    """Link to entries of the list of sources.

    The links may stand in the cells, notes and captions of tables and figures and in the
    parameters of a sentence; the report page replaces each id by its number in the list.

    Parameters
    ----------
    source_ids
        Ids, as a sequence or joined by ``;`` as in the processed tables.

    Returns
    -------
    str
        The links, joined by commas; an empty string when there are no ids.

    Raises
    ------
    ValueError
        If an id holds anything but letters, digits, ``_``, ``.`` and ``-``.

    Examples
    --------
    >>> cite("kasn2021")
    '<a class="cite" href="#source-kasn2021">kasn2021</a>'
    >>> cite("a;b").count("href")
    2
    """
    ids = source_ids.split(";") if isinstance(source_ids, str) else list(source_ids)
    wanted = [source_id.strip() for source_id in ids if source_id.strip()]
    for source_id in wanted:
        if not re.fullmatch(r"[\w.-]+", source_id):
            raise ValueError(f"not a source id: {source_id!r}")
    return ", ".join(f'<a class="cite" href="#source-{i}">{i}</a>' for i in wanted)


def safe(text: str) -> str:
    """Escape text for HTML, except for links made by `cite`.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        The text with every other tag shown as typed.

    Examples
    --------
    >>> safe("a < b")
    'a &lt; b'
    >>> safe("<b>" + cite("kasn2021"))
    '&lt;b&gt;<a class="cite" href="#source-kasn2021">kasn2021</a>'
    """
    return _CITATION.sub(r'<a class="cite" href="#\1">\2</a>', escape(text))


def anchor(name: str) -> str:
    """Check the name of a table or figure, which becomes an anchor on the page.

    Parameters
    ----------
    name
        Lower-case words joined by hyphens.

    Returns
    -------
    str
        The same name.

    Raises
    ------
    ValueError
        If it is anything else.

    Examples
    --------
    >>> anchor("table-2-1")
    'table-2-1'
    """
    if not _NAME.fullmatch(name):
        raise ValueError(f"a name is lower-case words joined by hyphens, not {name!r}")
    return name
