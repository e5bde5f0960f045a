"""The parts of a total, as one bar."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from netralitas_research.presentation.plots.canvas import (
    Canvas,
    heading_lines,
    height_of,
    widest,
    width_of,
    wrap,
    written,
)
from netralitas_research.presentation.style import LINE, PARTS, RULE, WIDTH, ink_on

BAR = 0.42
SWATCH = 0.16
GAP = 0.14


def parts(
    frame: pd.DataFrame,
    *,
    label: str,
    value: str,
    language: str,
    decimals: int | None = None,
    unit: str = "",
    share_decimals: int = 1,
    heading: str = "",
) -> Figure:
    """Draw one bar of parts, and under it a line for each part with its value and its share.

    The lines keep the order of the bar, so that labels never meet however small a part is.

    Parameters
    ----------
    frame
        One row a part, at most eight, from left to right.
    label, value
        Columns of the labels and of the values, which are not negative.
    language
        Language of the numbers, ``id`` or ``en``.
    decimals
        Decimals of the values; without, those they need.
    unit
        Written after each value; values in ``%`` are not followed by their share.
    share_decimals
        Decimals of the shares.
    heading
        What the total is, written above the bar.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there are no parts or more than eight, or one is missing or negative, or all are
        zero.

    Examples
    --------
    >>> frame = pd.DataFrame({"stage": ["proven", "not proven"], "n": [3, 1]})
    >>> drawn = parts(frame, label="stage", value="n", language="id")
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['3', 'proven', '75,0%', '3', '1', 'not proven', '25,0%', '1']
    """
    values = frame[value].astype(float).tolist()
    if not 1 <= len(values) <= len(PARTS) or not all(v >= 0 for v in values) or not sum(values):
        raise ValueError(f"parts need one to {len(PARTS)} rows with values that are known, not "
                         "negative and not all zero")  # fmt: skip
    total = sum(values)
    numbers = [written(v, language, decimals, unit) for v in values]
    shares = [written(100 * v / total, language, share_decimals, "%") for v in values]
    columns = [numbers] if unit == "%" else [numbers, shares]
    room = WIDTH - SWATCH - GAP - sum(widest(c) + 2 * GAP for c in columns)
    labels = [wrap(str(name), room) for name in frame[label]]
    heights = [max(height_of([text]), LINE) + 0.1 for text in labels]
    title, top = heading_lines(heading)
    canvas = Canvas(top + BAR + 0.1 + sum(heights))
    canvas.heading(title)
    left, line = 0.0, top + BAR + 0.1
    for place, (text, height) in enumerate(zip(labels, heights, strict=True)):
        fill, width = PARTS[place], values[place] / total * WIDTH
        canvas.box(left, top, width, BAR, fill, edgecolor="white", linewidth=1)
        if width > width_of(numbers[place]) + 0.12:
            canvas.text(left + width / 2, top + BAR / 2, numbers[place], side="center",
                        colour=ink_on(fill))  # fmt: skip
        middle = line + height / 2
        canvas.box(0, middle - SWATCH / 2, SWATCH, SWATCH, fill)
        canvas.text(SWATCH + GAP, middle, text)
        end = WIDTH
        for column in reversed(columns):
            canvas.text(end, middle, column[place], side="right")
            end -= widest(column) + 2 * GAP
        line += height
        if place + 1 < len(labels):
            canvas.line([0, WIDTH], [line] * 2, RULE, linewidth=0.5)
        left += width
    return canvas.figure
