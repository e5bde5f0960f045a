"""Horizontal bars, one for each label."""

from __future__ import annotations

import math
from collections.abc import Collection

import pandas as pd
from matplotlib.figure import Figure

from netralitas_research.presentation.plots.canvas import (
    Canvas,
    heading_lines,
    height_of,
    widest,
    wrap,
    written,
)
from netralitas_research.presentation.style import ACCENT, LINE, MAIN, RULE, WIDTH

LABELS = 2.1
GAP = 0.1


def bars(
    frame: pd.DataFrame,
    *,
    label: str,
    value: str,
    language: str,
    decimals: int | None = None,
    unit: str = "",
    heading: str = "",
    highlight: Collection[str] = (),
) -> Figure:
    """Draw a horizontal bar for each row, with its value at the end.

    Parameters
    ----------
    frame
        One row a bar, from top to bottom.
    label, value
        Columns of the labels and of the values, which are not negative. A missing value is
        shown as a dash.
    language
        Language of the numbers, ``id`` or ``en``.
    decimals
        Decimals of the values; without, those they need.
    unit
        Written after each number, such as ``%``.
    heading
        What the values are, written above the bars.
    highlight
        Labels whose bars stand out.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there is no row, or a value is negative.

    Examples
    --------
    >>> frame = pd.DataFrame({"province": ["Banten", "Bali"], "n": [1234, 5]})
    >>> drawn = bars(frame, label="province", value="n", language="id")
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['Banten', '1.234', 'Bali', '5']
    """
    values = frame[value].astype(float).tolist()
    if not values or any(v < 0 for v in values):
        raise ValueError("bars need at least one row, and values that are not negative")
    names = frame[label].astype(str).tolist()
    labels = [wrap(name, LABELS) for name in names]
    numbers = [written(v, language, decimals, unit) for v in values]
    left = widest(labels) + GAP
    room = WIDTH - left - widest(numbers, bold=bool(highlight)) - GAP
    scale = room / (max((v for v in values if not math.isnan(v)), default=0) or 1)
    heights = [max(height_of([text]), LINE) + 0.13 for text in labels]
    title, top = heading_lines(heading)
    canvas = Canvas(top + sum(heights))
    canvas.heading(title)
    canvas.line([left, left], [top, top + sum(heights)], RULE)
    for name, text, number, size, height in zip(
        names, labels, numbers, values, heights, strict=True
    ):
        middle = top + height / 2
        length = 0.0 if math.isnan(size) else size * scale
        chosen = name in highlight
        canvas.text(left - GAP, middle, text, side="right", bold=chosen)
        canvas.box(left, middle - 0.1, length, 0.2, ACCENT if chosen else MAIN)
        canvas.text(left + length + 0.06, middle, number, bold=chosen)
        top += height
    return canvas.figure
