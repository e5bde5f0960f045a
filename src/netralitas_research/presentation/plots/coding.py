"""A coded matrix: which rows go with which columns, or how often."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from netralitas_research.presentation.plots.canvas import (
    Canvas,
    height_of,
    widest,
    width_of,
    wrap,
    written,
)
from netralitas_research.presentation.style import MAIN, RULE, SHADES, SMALL, WIDTH, ink_on

LABELS = 1.9
GAP = 0.1
UPRIGHT = 1.1


def matrix(
    frame: pd.DataFrame,
    *,
    row: str,
    column: str,
    value: str,
    language: str,
) -> Figure:
    """Draw a cell for each row and column: a dot where a code holds, or a shade for a count.

    Parameters
    ----------
    frame
        One row a cell; rows and columns of the matrix come in the order of their first
        appearance, and a pair that does not appear is an empty cell.
    row, column
        Columns of the frame with the labels.
    value
        Column with true and false, or with counts, which are written in their cells.
    language
        Language of the numbers, ``id`` or ``en``.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there is no cell, a pair appears twice, a count is negative, or there are more columns
        than the width of a page holds (about nine).

    Examples
    --------
    >>> frame = pd.DataFrame({"element": ["e", "e"], "kind": ["k", "l"], "n": [1200, 0]})
    >>> drawn = matrix(frame, row="element", column="kind", value="n", language="id")
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['k', 'l', 'e', '1.200', '0']
    """
    values = frame[value].astype(float)
    if frame.empty or frame.duplicated([row, column]).any() or (values < 0).any():
        raise ValueError("a matrix needs cells, each pair once, and no negative count")
    coded = pd.api.types.is_bool_dtype(frame[value])
    cells = dict(zip(zip(frame[row], frame[column], strict=True), values, strict=True))
    rows, columns = frame[row].unique().tolist(), frame[column].unique().tolist()
    cell = 0.3 if coded else max(widest([written(v, language) for v in values]) + 0.1, 0.3)
    room = min(LABELS, WIDTH - GAP - cell * len(columns))
    if room < LABELS / 2:
        raise ValueError("a matrix has no room for so many columns; exchange rows and columns")
    labels = [wrap(str(name), room) for name in rows]
    left = widest(labels) + GAP
    width = min((WIDTH - left) / len(columns), 1.0)
    heads, upright = _heads([str(name) for name in columns], width)
    top = (widest(heads, SMALL) if upright else height_of(heads)) + GAP
    heights = [max(height_of([text]) + 0.12, 0.34) for text in labels]
    canvas = Canvas(top + sum(heights))
    for place, head in enumerate(heads):
        middle = left + (place + 0.5) * width
        if upright:
            canvas.upright(middle, top - 0.06, head, size=SMALL)
        else:
            canvas.text(middle, top - 0.06 - height_of([head]) / 2, head, side="center", size=SMALL)
    most = values.max()
    for name, text, height in zip(rows, labels, heights, strict=True):
        canvas.text(left - GAP, top + height / 2, text, side="right")
        for place, kind in enumerate(columns):
            count = cells.get((name, kind), float("nan"))
            fill = "#ffffff" if coded else _shade(count, most)
            x, middle = left + (place + 0.5) * width, top + height / 2
            canvas.box(x - width / 2, top, width, height, fill, edgecolor=RULE, linewidth=0.8)
            if coded and count > 0:
                canvas.mark(x, middle, MAIN, size=11)
            elif not coded and not math.isnan(count):
                canvas.text(x, middle, written(count, language), side="center",
                            colour=ink_on(fill))  # fmt: skip
        top += height
    return canvas.figure


def _heads(names: list[str], width: float) -> tuple[list[str], bool]:
    """Break headings to the width of a column, or say that they must stand upright."""
    longest = max(width_of(word, SMALL) for name in names for word in name.split())
    if longest <= width - 0.08:
        return [wrap(name, width - 0.08, SMALL) for name in names], False
    heads = [wrap(name, UPRIGHT, SMALL) for name in names]
    return (heads if height_of(heads) <= width else names), True


def _shade(count: float, most: float) -> str:
    if not count > 0:
        return "#ffffff"
    return SHADES[min(int(count / most * len(SHADES)), len(SHADES) - 1)]
