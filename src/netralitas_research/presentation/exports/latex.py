"""Tables as LaTeX, to be read into a document with the packages that its first line names."""

from __future__ import annotations

import re

from netralitas_research.language import translator
from netralitas_research.presentation.exports.content import LINE, Cell, Content

_SIDES = {"left": "l", "center": "c", "right": "r"}
# The space of no width lets the first word of a cell be hyphenated.
_BROKEN = {
    "left": r"\raggedright\arraybackslash\hspace{0pt}",
    "center": r"\centering\arraybackslash\hspace{0pt}",
    "right": r"\raggedleft\arraybackslash\hspace{0pt}",
}
# Lines that a page takes.
_PAGE = 35
# What LaTeX reads as something else; the last ones only in some places, so they are kept apart.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': "{''}",
    "−": "$-$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "≈": r"$\approx$",
    "²": r"$^{2}$",
    "[": "{[}",
    "]": "{]}",
    "*": "{*}",
}
_SPECIAL = re.compile("|".join([*map(re.escape, _ESCAPES), "-(?=-)"]))
_NUMBER = re.compile(r"(?:Tabel|Table) \d+(?:[.-]\d+)*[.:] +")


def write(*contents: Content) -> bytes:
    r"""Write tables as LaTeX.

    Parameters
    ----------
    *contents
        The tables.

    Returns
    -------
    bytes
        A file for ``\input``, without preamble: three-line tables with caption and the label
        ``tab:`` and name. One that is longer than a page, counted in lines, goes on on the next,
        under the same headings; one that is too wide for an upright page lies. LaTeX numbers
        tables itself, so a number before the caption is left out.
    """
    language = contents[0].language if contents else "id"
    needed = translator(language)("exports.latex_needs")
    return ("\n\n".join([f"% {needed}", *map(_table, contents)]) + "\n").encode()


def escape(text: str) -> str:
    r"""Write text so that LaTeX prints it as it is.

    Parameters
    ----------
    text
        Plain text.

    Returns
    -------
    str
        LaTeX.

    Examples
    --------
    >>> print(escape("A & B: 22,98%"))
    A \& B: 22,98\%
    """
    return _SPECIAL.sub(
        lambda found: _ESCAPES.get(found[0], "-{}"),
        " ".join(text.split()),
    )


def _table(content: Content) -> str:
    if content.wide:
        return "\n".join([r"\begin{landscape}", _long(content), r"\end{landscape}"])
    # A float that is higher than its page would run over the edge and lose its last rows.
    return _long(content) if _lines(content) > _PAGE else _floating(content)


def _lines(content: Content) -> int:
    """Estimate the lines that the rows of an upright table take."""
    if not content.broken:
        return len(content.rows)
    widths = [max(round(LINE * share), 1) for share in content.shares]
    return sum(
        max(-(-len(cell.text) // width) for cell, width in zip(row, widths, strict=True))
        for row in content.rows
    )


def _floating(content: Content) -> str:
    lines = [
        r"\begin{table}[htbp]",
        r"\centering",
        _caption(content),
        *_size(content),
        rf"\begin{{tabular}}{{{_columns(content)}}}",
        r"\toprule",
        _headings(content),
        r"\midrule",
        *_rows(content),
        r"\bottomrule",
        r"\end{tabular}",
        *([rf"\par\smallskip\footnotesize {escape(content.note)}"] if content.note else []),
        r"\end{table}",
    ]
    return "\n".join(lines)


def _long(content: Content) -> str:
    head = [r"\toprule", _headings(content), r"\midrule"]
    lines = [
        r"\begingroup",
        *_size(content),
        rf"\begin{{longtable}}{{{_columns(content)}}}",
        _caption(content) + r"\\",
        *head,
        r"\endfirsthead",
        *head,
        r"\endhead",
        r"\bottomrule",
        r"\endlastfoot",
        *_rows(content),
        r"\end{longtable}",
        r"\endgroup",
        *([rf"{{\footnotesize {escape(content.note)}\par}}"] if content.note else []),
    ]
    return "\n".join(lines)


def _size(content: Content) -> list[str]:
    return [r"\footnotesize"] if content.broken else []


def _caption(content: Content) -> str:
    caption = _NUMBER.sub("", content.caption, count=1)
    mark = rf"\textbf{{{escape(content.mark)}.}} " if content.mark else ""
    return rf"\caption{{{mark}{escape(caption)}}}\label{{tab:{content.name}}}"


def _columns(content: Content) -> str:
    """Keep columns on one line each where they fit on the page, else share out the width."""
    if not content.broken:
        return "".join(_SIDES[column.side] for column in content.columns)
    gaps = rf"\dimexpr\linewidth-{2 * len(content.columns)}\tabcolsep\relax"
    return "".join(
        rf">{{{_BROKEN[column.side]}}}p{{{share:.3f}{gaps}}}"
        for column, share in zip(content.columns, content.shares, strict=True)
    )


def _headings(content: Content) -> str:
    return " & ".join(escape(column.heading) for column in content.columns) + r" \\"


def _rows(content: Content) -> list[str]:
    return [
        " & ".join(_cell(cell, broken=content.broken) for cell in row) + r" \\"
        for row in content.rows
    ]


def _cell(cell: Cell, *, broken: bool) -> str:
    """Write a cell; in a narrow column it may be broken within an address, an id or a range."""
    text = escape(cell.text)
    if not broken:
        return text
    places = ("/", r"\_") if cell.address else ("–", r"\_")
    for place in places:
        text = text.replace(place, place + r"\allowbreak{}")
    return text
