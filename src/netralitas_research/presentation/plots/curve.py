"""A specification curve: each combination of choices, by its estimate, with its choices below."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.figure import Figure

from netralitas_research.presentation.plots.canvas import (
    Canvas,
    heading_lines,
    widest,
    written,
)
from netralitas_research.presentation.style import (
    FAINT,
    INK,
    LINE,
    MAIN,
    MUTED,
    RULE,
    SMALL,
    WIDTH,
)

GAP = 0.1
HEIGHT = 2.2
TICKS = (0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000)


def curve(
    frame: pd.DataFrame,
    *,
    estimate: str,
    low: str,
    high: str,
    choices: Mapping[str, str],
    language: str,
    reference: float = 1.0,
    heading: str = "",
) -> Figure:
    """Draw ratios under all combinations of choices, sorted, and which choices made each.

    Simonsohn, Simmons & Nelson (2020), Nature Human Behaviour 4, 1208-1214.

    Parameters
    ----------
    frame
        One row a combination, in the order of its estimate.
    estimate, low, high
        Columns of the estimate and its limits, above 0; the axis is logarithmic.
    choices
        Columns of the choices, which hold the words to write, with their headings.
    language
        Language of the numbers, ``id`` or ``en``.
    reference
        The value that a line marks.
    heading
        What is drawn, written above.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there is no row, or an estimate is missing or not above 0.

    Examples
    --------
    >>> frame = pd.DataFrame({"factor": [2.0, 4.0], "low": [1.5, 3], "high": [3, 5.0],
    ...                       "base": ["all", "some"]})
    >>> drawn = curve(frame, estimate="factor", low="low", high="high",
    ...               choices={"base": "Base"}, language="en")
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['1', '3', '10', 'Base', 'all', 'some']
    """
    values = frame[[estimate, low, high]].astype(float)
    if frame.empty or not (values[estimate] > 0).all():
        raise ValueError("a curve needs at least one row, and estimates above 0")
    blocks = [(head, list(dict.fromkeys(frame[name])), name) for name, head in choices.items()]
    words = [str(word) for _, labels, _ in blocks for word in labels]
    left = max(widest(words, SMALL), widest([b[0] for b in blocks], SMALL, True)) + 2 * GAP
    title, top = heading_lines(heading)
    rows = sum(len(labels) for _, labels, _ in blocks)
    canvas = Canvas(top + HEIGHT + rows * (LINE + 0.04) + len(blocks) * (LINE + 0.18))
    canvas.heading(title)
    step = (WIDTH - left) / len(frame)
    places = [left + (number + 0.5) * step for number in range(len(frame))]
    _estimates(canvas, values.to_numpy().tolist(), places, (top, left), reference, language)
    _choices(canvas, frame, blocks, places, (top + HEIGHT, left))
    return canvas.figure


def _estimates(
    canvas: Canvas,
    values: Sequence[Sequence[float]],
    places: Sequence[float],
    corner: tuple[float, float],
    reference: float,
    language: str,
) -> None:
    top, left = corner
    known = [v for row in values for v in row if math.isfinite(v) and v > 0] + [reference]
    least = max((t for t in TICKS if t <= min(known)), default=TICKS[0])
    most = min((t for t in TICKS if t >= max(known)), default=TICKS[-1])
    height = HEIGHT - 0.3

    def place(value: float) -> float:
        kept = min(max(value, least), most)
        return top + 0.1 + height * math.log(most / kept) / math.log(most / least)

    for tick in TICKS:
        if least <= tick <= most:
            colour = MUTED if tick == reference else FAINT
            canvas.line([left, WIDTH], [place(tick)] * 2, colour)
            canvas.text(left - GAP, place(tick), written(tick, language), side="right",
                        size=SMALL, colour=MUTED)  # fmt: skip
    for x, (middle, low, high) in zip(places, values, strict=True):
        if math.isfinite(low) and math.isfinite(high):
            canvas.line([x, x], [place(low), place(high)], INK, linewidth=0.7)
        canvas.mark(x, place(middle), MAIN, size=3)


def _choices(
    canvas: Canvas,
    frame: pd.DataFrame,
    blocks: Sequence[tuple[str, list[object], str]],
    places: Sequence[float],
    corner: tuple[float, float],
) -> None:
    top, left = corner
    for head, labels, name in blocks:
        canvas.line([0, WIDTH], [top + 0.03] * 2, RULE)
        canvas.text(0, top + 0.08 + LINE / 2, head, size=SMALL, bold=True, colour=MUTED)
        top += LINE + 0.14
        for word in labels:
            middle = top + LINE / 2
            canvas.text(left - GAP, middle, str(word), side="right", size=SMALL)
            chosen = zip(places, frame[name] == word, strict=True)
            for x in (x for x, holds in chosen if holds):
                canvas.line([x, x], [middle - 0.06, middle + 0.06], MAIN, linewidth=1.3)
            top += LINE + 0.04
        top += 0.04
