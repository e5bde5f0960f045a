"""A table as CSV, for programs: commas, decimal points, one line of headings."""

from __future__ import annotations

import csv
from io import StringIO

from netralitas_research.language import translator
from netralitas_research.presentation.exports.content import Cell, Content


def write(content: Content) -> bytes:
    r"""Write a table as CSV in UTF-8 without a byte-order mark.

    Parameters
    ----------
    content
        The table.

    Returns
    -------
    bytes
        Headings as shown; numbers unrounded with a decimal point and without separators; empty
        cells for missing values. Simulated rows say so in a last column of their own, which
        stays with them when rows are sorted or filtered. Numbers behind ranges and words follow
        in columns of their own. Caption and note are left out.

    Examples
    --------
    >>> from netralitas_research.presentation.exports.content import Column
    >>> write(Content("a", "", (Column("Persen"),), ((Cell("22,98", 22.98),),), "id"))
    b'Persen\n22.98\n'
    """
    content = content.with_data
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    yes = translator(content.language)("presentation.yes")
    ends = ([content.mark], [yes]) if content.mark else ([], [])
    writer.writerow([*(column.heading for column in content.columns), *ends[0]])
    for row in content.rows:
        writer.writerow([*map(_value, row), *ends[1]])
    return file.getvalue().encode()


def _value(cell: Cell) -> str:
    if cell.number is not None:
        return str(cell.number)
    return "" if cell.missing else cell.text
