"""A printed value beside the value that the data give, for each label."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from netralitas_research.presentation.plots.canvas import (
    Canvas,
    height_of,
    widest,
    wrap,
    written,
)
from netralitas_research.presentation.style import (
    ACCENT,
    FAINT,
    INK,
    LINE,
    MAIN,
    RULE,
    SMALL,
    WIDTH,
)

LABELS = 1.7
HEADS = 0.8
GAP = 0.12


def paired_dots(
    frame: pd.DataFrame,
    *,
    label: str,
    printed: str,
    recomputed: str,
    printed_heading: str,
    recomputed_heading: str,
    language: str,
    decimals: int | None = None,
    unit: str = "",
) -> Figure:
    """Draw a ring for each printed value and a dot for the value of the data.

    Where both agree the dot lies in the ring. Both numbers stand at the right, under headings
    that are the legend; numbers that differ as written are set in bold and joined by a line.

    Parameters
    ----------
    frame
        One row a label, from top to bottom.
    label, printed, recomputed
        Columns of the labels, of the printed values and of the data's; a missing value has no
        mark and is written as a dash.
    printed_heading, recomputed_heading
        What the two kinds of value are called.
    language
        Language of the numbers, ``id`` or ``en``.
    decimals
        Decimals of the values; without, those they need.
    unit
        Written after each number, such as ``%``.

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
    >>> frame = pd.DataFrame({"what": ["a"], "printed": [10.5], "data": [9]})
    >>> drawn = paired_dots(frame, label="what", printed="printed", recomputed="data",
    ...                     printed_heading="Printed", recomputed_heading="Data", language="en")
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['Printed', 'Data', 'a', '10.5', '9']
    """
    pairs = list(zip(frame[printed].astype(float), frame[recomputed].astype(float), strict=True))
    known = [v for pair in pairs for v in pair if not math.isnan(v)]
    if not pairs or any(v < 0 for v in known):
        raise ValueError("pairs need at least one row, and values that are not negative")
    labels = [wrap(str(name), LABELS) for name in frame[label]]
    numbers = [tuple(written(v, language, decimals, unit) for v in pair) for pair in pairs]
    heads = [wrap(h, HEADS, SMALL, True) for h in (printed_heading, recomputed_heading)]
    columns = [
        max(widest([n[side] for n in numbers], bold=True), widest([heads[side]], SMALL, True))
        for side in (0, 1)
    ]
    left = widest(labels) + 2 * GAP
    ends = (WIDTH - columns[1] - GAP, WIDTH)
    right = ends[0] - columns[0] - 2 * GAP
    scale = (right - left) / (max(known, default=0) or 1)
    top = height_of(heads) + LINE + 0.1
    heights = [max(height_of([text]), LINE) + 0.15 for text in labels]
    canvas = Canvas(top + sum(heights))
    canvas.ring(ends[0] - 0.07, 0.1, ACCENT)
    canvas.mark(ends[1] - 0.07, 0.1, MAIN)
    for end, head in zip(ends, heads, strict=True):
        middle = LINE + 0.04 + height_of([head]) / 2
        canvas.text(end, middle, head, side="right", size=SMALL, bold=True)
    canvas.line([0, WIDTH], [top - 0.02] * 2, RULE)
    for text, pair, both, height in zip(labels, pairs, numbers, heights, strict=True):
        middle = top + height / 2
        canvas.text(left - 2 * GAP, middle, text, side="right")
        canvas.line([left, right], [middle] * 2, FAINT, linewidth=1.2)
        differs = both[0] != both[1] and not any(map(math.isnan, pair))
        places = [left + v * scale for v in pair]
        if differs:
            canvas.line(places, [middle] * 2, INK, linewidth=1.2)
        if not math.isnan(pair[0]):
            canvas.ring(places[0], middle, ACCENT)
        if not math.isnan(pair[1]):
            canvas.mark(places[1], middle, MAIN)
        for end, number in zip(ends, both, strict=True):
            canvas.text(end, middle, number, side="right", bold=differs)
        top += height
    return canvas.figure
