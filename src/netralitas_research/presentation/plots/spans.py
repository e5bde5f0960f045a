"""Shares of which only the least and the greatest value are known."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from netralitas_research.language import format_range
from netralitas_research.presentation.plots.canvas import (
    Canvas,
    heading_lines,
    height_of,
    widest,
    wrap,
)
from netralitas_research.presentation.style import FAINT, LINE, MAIN, RULE, SHADES, WIDTH

LABELS = 1.9
GAP = 0.1
BAR = 0.2


def spans(
    frame: pd.DataFrame,
    *,
    label: str,
    low: str,
    high: str,
    language: str,
    decimals: int = 0,
    heading: str = "",
) -> Figure:
    """Draw for each row what is certain, and what may be, of a hundred percent.

    The certain part is dark and the possible part light; the numbers stand at the right.

    Parameters
    ----------
    frame
        One row a bar, from top to bottom.
    label, low, high
        Columns of the labels, of the least and of the greatest share in percent. A row of which
        neither is known is shown with a dash.
    language
        Language of the numbers, ``id`` or ``en``.
    decimals
        Decimals of the numbers.
    heading
        What the shares are, written above the bars.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there is no row, or a share does not lie between 0 and 100, or above its greatest.

    Examples
    --------
    >>> frame = pd.DataFrame({"count": ["KASN"], "low": [68.0], "high": [89.0]})
    >>> drawn = spans(frame, label="count", low="low", high="high", language="id")
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['KASN', '68–89%']
    """
    pairs = list(zip(frame[low].astype(float), frame[high].astype(float), strict=True))
    known = [pair for pair in pairs if not any(map(math.isnan, pair))]
    if not pairs or not all(0 <= least <= most <= 100 for least, most in known):
        raise ValueError("spans need at least one row, and shares from 0 to 100 in order")
    labels = [wrap(str(name), LABELS) for name in frame[label]]
    numbers = [format_range(*pair, language, decimals, "%") for pair in pairs]
    left = widest(labels) + GAP
    right = WIDTH - widest(numbers) - GAP
    scale = (right - left) / 100
    heights = [max(height_of([text]), LINE) + 0.13 for text in labels]
    title, top = heading_lines(heading)
    canvas = Canvas(top + sum(heights))
    canvas.heading(title)
    for text, number, (least, most), height in zip(labels, numbers, pairs, heights, strict=True):
        middle = top + height / 2
        canvas.text(left - GAP, middle, text, side="right")
        canvas.box(left, middle - BAR / 2, right - left, BAR, FAINT)
        if not math.isnan(least):
            canvas.box(left, middle - BAR / 2, most * scale, BAR, SHADES[2])
            canvas.box(left, middle - BAR / 2, least * scale, BAR, MAIN)
        canvas.text(WIDTH, middle, number, side="right")
        top += height
    canvas.line([left, left], [top - sum(heights), top], RULE)
    return canvas.figure
