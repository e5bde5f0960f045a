"""The ranks that each unit may have."""

from __future__ import annotations

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
from netralitas_research.presentation.style import FAINT, LINE, MAIN, MUTED, SHADES, SMALL, WIDTH

LABELS = 2.3
GAP = 0.1
BAR = 0.22


def rank_sets(
    frame: pd.DataFrame,
    *,
    label: str,
    estimate: str,
    low: str,
    high: str,
    language: str,
    heading: str = "",
) -> Figure:
    """Draw for each unit the ranks that its set holds, and the rank in the data.

    Rank 1 stands at the left. A band covers the set, a dot marks the rank in the data, and the set
    is written at the right.

    Parameters
    ----------
    frame
        One row a unit, from top to bottom.
    label, estimate, low, high
        Columns of the labels, of the rank in the data, and of the first and the last rank of the
        set; whole numbers from 1 in order.
    language
        Language of the numbers, ``id`` or ``en``.
    heading
        What is ranked, written above.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there is no row, a rank is missing, or ranks are not from 1 and in order.

    Examples
    --------
    >>> frame = pd.DataFrame({"post": ["a", "b"], "rank": [1, 2], "low": [1, 1], "high": [2, 2]})
    >>> drawn = rank_sets(frame, label="post", estimate="rank", low="low", high="high",
    ...                   language="id")
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['1', '2', 'a', '1–2', 'b', '1–2']
    """
    ranks = frame[[estimate, low, high]].astype(float)
    ordered = ranks[low].ge(1) & ranks[low].le(ranks[estimate]) & ranks[estimate].le(ranks[high])
    if ranks.empty or not ordered.all():
        raise ValueError("rank sets need at least one row, and ranks from 1 in order")
    labels = [wrap(str(name), LABELS) for name in frame[label]]
    sets = [format_range(row[low], row[high], language, 0) for _, row in ranks.iterrows()]
    last = int(ranks[high].max())
    left = widest(labels) + GAP
    step = (WIDTH - widest(sets) - GAP - left) / last
    heights = [max(height_of([text]), LINE) + 0.15 for text in labels]
    title, top = heading_lines(heading)
    canvas = Canvas(top + LINE + 0.05 + sum(heights))
    canvas.heading(title)
    middles = [left + (place + 0.5) * step for place in range(last)]
    for place, x in enumerate(middles, start=1):
        canvas.text(x, top + LINE / 2, str(place), side="center", size=SMALL, colour=MUTED)
    top += LINE + 0.05
    for x in middles:
        canvas.line([x, x], [top, top + sum(heights)], FAINT, zorder=0)
    rows = zip(labels, sets, ranks.to_numpy(), heights, strict=True)
    for text, written, (rank, first, end), height in rows:
        middle = top + height / 2
        canvas.text(left - GAP, middle, text, side="right")
        width = (end - first + 0.7) * step
        canvas.box(left + (first - 0.85) * step, middle - BAR / 2, width, BAR, SHADES[2])
        canvas.mark(middles[int(rank) - 1], middle, MAIN)
        canvas.text(WIDTH, middle, written, side="right")
        top += height
    return canvas.figure
