"""Estimates with their intervals, and what is open without chance as a bar."""

from __future__ import annotations

import math
from collections.abc import Sequence

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
from netralitas_research.presentation.style import (
    FAINT,
    INK,
    LINE,
    MAIN,
    MUTED,
    RULE,
    SHADES,
    SMALL,
    WIDTH,
)

LABELS = 1.7
GAP = 0.12
BAR = 0.14


def intervals(
    frame: pd.DataFrame,
    *,
    label: str,
    low: str,
    high: str,
    language: str,
    estimate: str = "",
    bound_low: str = "",
    bound_high: str = "",
    text: str = "",
    group: str = "",
    log: bool = False,
    reference: float | None = None,
    unit: str = "",
    heading: str = "",
) -> Figure:
    """Draw a line from the low to the high limit of each row, and a dot where there is an estimate.

    A bar on the line is what is open even without chance; where its ends meet, it is a dot. A limit
    that is missing or infinite is drawn to the edge, as an arrow.

    Parameters
    ----------
    frame
        One row a line, from top to bottom.
    label, low, high
        Columns of the labels and of the limits.
    language
        Language of the numbers on the axis, ``id`` or ``en``.
    estimate, bound_low, bound_high
        Columns of the estimate and of the bounds, if there are any.
    text
        Column of what stands at the right of each row, if anything.
    group
        Column of headings; a heading is written where it changes.
    log
        Whether the axis is logarithmic; limits of 0 then reach to the edge.
    reference
        A value that a thin line marks, such as 1 for a ratio.
    unit
        Written after the numbers of the axis.
    heading
        What is drawn, written above.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there is no row, or no finite number to draw.

    Examples
    --------
    >>> frame = pd.DataFrame({"post": ["JPT"], "low": [48.2], "high": [65.4], "factor": [56.5]})
    >>> drawn = intervals(frame, label="post", low="low", high="high", estimate="factor",
    ...                   language="en", log=True, reference=1)
    >>> [text.get_text() for text in drawn.axes[0].texts]
    ['1', '3', '10', '30', '100', 'JPT']
    """
    rows = _Rows(frame, [estimate, bound_low, bound_high, low, high])
    scale = _Scale(rows.numbers(reference), log)
    labels = [wrap(str(name), LABELS) for name in frame[label]]
    numbers = [str(value) for value in frame[text]] if text else [""] * len(frame)
    heads = list(frame[group]) if group else [""] * len(frame)
    scale.left = widest(labels) + 2 * GAP
    scale.right = WIDTH - (widest(numbers) + 2 * GAP if text else GAP)
    title, top = heading_lines(heading)
    starts = [bool(h) and (n == 0 or h != heads[n - 1]) for n, h in enumerate(heads)]
    heights = [max(height_of([one]), LINE) + 0.1 for one in labels]
    below = top + sum(heights) + sum(starts) * (LINE + 0.14)
    canvas = Canvas(below + LINE + 0.1)
    canvas.heading(title)
    _axis(canvas, scale, (top, below), reference, language, unit)
    for number, (name, words, height) in enumerate(zip(labels, numbers, heights, strict=True)):
        if starts[number]:
            canvas.text(0, top + 0.07 + LINE / 2, str(heads[number]), size=SMALL, colour=MUTED,
                        bold=True)  # fmt: skip
            top += LINE + 0.14
        middle = top + height / 2
        canvas.text(scale.left - 2 * GAP, middle, name, side="right")
        _row(canvas, scale, middle, *rows.row(number))
        canvas.text(WIDTH, middle, words, side="right")
        top += height
    return canvas.figure


class _Rows:
    """The numbers of the rows; a column without a name is missing throughout."""

    def __init__(self, frame: pd.DataFrame, columns: Sequence[str]) -> None:
        self._columns = [
            frame[name].astype(float).tolist() if name else [math.nan] * len(frame)
            for name in columns
        ]

    def row(self, number: int) -> tuple[float, ...]:
        return tuple(column[number] for column in self._columns)

    def numbers(self, reference: float | None) -> list[float]:
        every = [value for column in self._columns for value in column if math.isfinite(value)]
        if not every:
            raise ValueError("intervals need at least one row with a finite number")
        return every if reference is None else [*every, reference]


class _Scale:
    """Where a value stands on the sheet."""

    left = 0.0
    right = WIDTH

    def __init__(self, values: Sequence[float], log: bool) -> None:
        self.log = log
        positive = [value for value in values if value > 0]
        self.ticks = _log_ticks(positive) if log else _ticks(values)
        self.least, self.most = self.ticks[0], self.ticks[-1]

    def place(self, value: float) -> float:
        if self.log and value <= 0:
            return self.left
        turn = math.log if self.log else float
        whole = turn(self.most) - turn(self.least)
        share = (turn(min(max(value, self.least), self.most)) - turn(self.least)) / whole
        return self.left + share * (self.right - self.left)


def _log_ticks(values: Sequence[float]) -> list[float]:
    every = [float(f"{base}e{power}") for power in range(-4, 7) for base in (1, 3)]
    least = max((t for t in every if t <= min(values)), default=every[0])
    most = min((t for t in every if t >= max(values)), default=every[-1])
    return [tick for tick in every if least <= tick <= most] if least < most else [least, 3 * least]


def _ticks(values: Sequence[float]) -> list[float]:
    least, most = min(0.0, *values), max(values)
    step = 10 ** math.floor(math.log10((most - least) or 1))
    step = next(s for s in (step / 5, step / 2, step, 2 * step) if (most - least) / s <= 6)
    start, end = math.floor(least / step), math.ceil(most / step)
    return [round(place * step, 10) for place in range(start, max(end, start + 1) + 1)]


def _axis(
    canvas: Canvas,
    scale: _Scale,
    between: tuple[float, float],
    reference: float | None,
    language: str,
    unit: str,
) -> None:
    end = -math.inf
    for tick in scale.ticks:
        x, width = scale.place(tick), widest([written(tick, language, None, unit)], SMALL)
        canvas.line([x, x], list(between), FAINT)
        if x - width / 2 < end + GAP / 2:
            continue
        end = x + width / 2
        canvas.text(x, between[1] + LINE, written(tick, language, None, unit), side="center",
                    size=SMALL, colour=MUTED)  # fmt: skip
    if reference is not None:
        canvas.line([scale.place(reference)] * 2, list(between), MUTED, linewidth=1)
    canvas.line([scale.left, scale.right], [between[1]] * 2, RULE)


def _row(
    canvas: Canvas,
    scale: _Scale,
    y: float,
    estimate: float,
    bound_low: float,
    bound_high: float,
    low: float,
    high: float,
) -> None:
    if not (math.isnan(low) and math.isnan(high)):
        open_left = math.isnan(low) or (scale.log and low <= 0)
        ends = scale.left if open_left else scale.place(low), scale.place(high)
        if not math.isfinite(high):
            ends = ends[0], scale.right
            canvas.mark(ends[1] - 0.03, y, INK, marker=">", size=5)
        canvas.line(list(ends), [y, y], INK, linewidth=1.2)
    if not math.isnan(bound_low):
        first, last = scale.place(bound_low), scale.right
        if math.isfinite(bound_high):
            last = scale.place(bound_high)
        if last - first > BAR / 2:
            fill = SHADES[3] if math.isfinite(bound_high) else SHADES[1]
            canvas.box(first, y - BAR / 2, last - first, BAR, fill)
        elif math.isnan(estimate):
            canvas.mark((first + last) / 2, y, MAIN)
    if not math.isnan(estimate):
        canvas.mark(scale.place(estimate), y, MAIN)
