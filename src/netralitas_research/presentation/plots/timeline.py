"""Cumulative snapshots over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from netralitas_research.language import PartialDate, format_date, translator
from netralitas_research.presentation.plots.canvas import (
    Canvas,
    heading_lines,
    widest,
    width_of,
    wrap,
    written,
)
from netralitas_research.presentation.style import (
    INK,
    LINE,
    MARKERS,
    MUTED,
    RULE,
    SERIES,
    SMALL,
    WIDTH,
)

NAMES = 1.25
GAP = 0.14
PLOT = 2.5


def snapshots(
    frame: pd.DataFrame,
    *,
    date: str,
    value: str,
    series: str,
    language: str,
    decimals: int | None = None,
    heading: str = "",
) -> Figure:
    """Draw the snapshots of each cumulative series, named at its last one.

    Between two snapshots nothing is known but the two; the line only says which belong
    together. A snapshot of which only the month or the year is known is drawn as a span from
    the first to the last day that it may be, and a line under the plot says so.

    Parameters
    ----------
    frame
        One row a snapshot, in any order.
    date, value, series
        Columns of the dates (ISO text, partial where only the month or year is known), of the
        values, and of the names of the series, at most six.
    language
        Language of dates and numbers, ``id`` or ``en``.
    decimals
        Decimals of the values; without, those they need.
    heading
        What the values are, written above the plot.

    Returns
    -------
    matplotlib.figure.Figure
        The plot.

    Raises
    ------
    ValueError
        If there is no snapshot, a value is missing or negative, or there are more than six
        series.

    Examples
    --------
    >>> frame = pd.DataFrame({"as_of": ["2020-07-31", "2020-09"], "n": [456, 694],
    ...                       "stage": "Dilaporkan"})
    >>> drawn = snapshots(frame, date="as_of", value="n", series="stage", language="id")
    >>> "Dilaporkan" in [text.get_text() for text in drawn.axes[0].texts]
    True
    """
    names = [str(name) for name in frame[series].unique()]
    values = frame[value].astype(float)
    if not 1 <= len(names) <= len(SERIES) or not (values >= 0).all():
        raise ValueError(
            f"one to {len(SERIES)} series, with values that are known and not negative"
        )
    dates = [PartialDate.parse(str(text)) for text in frame[date]]
    rows = [
        _Snapshot(when, size, str(name))
        for when, size, name in zip(dates, values, frame[series], strict=True)
    ]
    levels = [float(level) for level in MaxNLocator(4, integer=True).tick_values(0, values.max())]
    labels = [wrap(name, NAMES, bold=True) for name in names]
    numbers = [written(level, language, decimals) for level in levels]
    vague = any(when.precision != "day" for when in dates)
    note = wrap(translator(language)("presentation.partial_dates"), WIDTH - 0.1, SMALL)
    title, top = heading_lines(heading)
    top += 0.1
    foot = LINE + 0.2 + (LINE * (note.count("\n") + 1) + 0.08 if vague else 0)
    canvas = Canvas(top + PLOT + foot)
    canvas.heading(title)
    right = WIDTH - max(widest(labels, bold=True), 0.5) - 0.3
    scale = _Scale(rows, widest(numbers, SMALL) + GAP, right, top, top + PLOT, levels[-1])
    _draw_grid(canvas, scale, levels, numbers, language)
    ends = {}
    for place, name in enumerate(names):
        own = sorted((row for row in rows if row.series == name), key=lambda r: r.date.sort_key)
        _draw_series(canvas, scale, own, place)
        ends[name] = own[-1]
    _name_series(canvas, scale, labels, [ends[name] for name in names], language, decimals)
    if vague:
        canvas.text(0, top + PLOT + foot - LINE * (note.count("\n") + 1) / 2 - 0.02, note,
                    size=SMALL, colour=MUTED)  # fmt: skip
    return canvas.figure


@dataclass(frozen=True)
class _Snapshot:
    date: PartialDate
    value: float
    series: str


class _Scale:
    """Where a day and a value lie on the canvas."""

    def __init__(
        self,
        rows: Sequence[_Snapshot],
        left: float,
        right: float,
        top: float,
        bottom: float,
        highest: float,
    ) -> None:
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self.first = min(row.date.first for row in rows)
        self.last = max(row.date.last for row in rows)
        self._days = (self.last - self.first).days
        self._highest = highest or 1.0

    def x(self, day: date) -> float:
        return self.left + 0.12 + self._share(day) * (self.right - self.left - 0.24)

    def _share(self, day: date) -> float:
        return (day - self.first).days / self._days if self._days else 0.5

    def y(self, value: float) -> float:
        return self.bottom - value / self._highest * (self.bottom - self.top)

    def span(self, when: PartialDate) -> tuple[float, float]:
        return self.x(when.first), self.x(when.last)


def _draw_grid(
    canvas: Canvas, scale: _Scale, levels: list[float], numbers: list[str], language: str
) -> None:
    for level, number in zip(levels, numbers, strict=True):
        y = scale.y(level)
        canvas.line([scale.left, scale.right], [y, y], RULE if level else INK, linewidth=0.7)
        canvas.text(scale.left - 0.08, y, number, side="right", size=SMALL, colour=MUTED)
    for tick in _ticks(scale, language):
        x, text = scale.x(tick.first), format_date(tick, language)
        canvas.line([x, x], [scale.bottom, scale.bottom + 0.06], INK)
        start = max(x - width_of(text, SMALL) / 2, 0.0)
        canvas.text(start, scale.bottom + 0.17, text, size=SMALL, colour=MUTED)


def _ticks(scale: _Scale, language: str) -> list[PartialDate]:
    """Choose beginnings of months, or of years for a longer time, whose names do not meet."""
    first, last = scale.first, scale.last
    starts = [
        PartialDate(year, month)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    january = [PartialDate(start.year) for start in starts if start.month == 1]
    choices = [[s for s in starts if (s.first.month - 1) % step == 0] for step in (1, 2, 3, 6)]
    choices += [january[::step] for step in range(1, len(january) + 1)]
    for chosen in filter(None, choices):
        places = [scale.x(tick.first) for tick in chosen]
        widths = [width_of(format_date(tick, language), SMALL) for tick in chosen]
        room = (b - a for a, b in pairwise(places))
        if all(gap > width + 0.12 for gap, width in zip(room, widths, strict=False)):
            return chosen
    return [PartialDate(first.year, first.month, first.day)]


def _draw_series(canvas: Canvas, scale: _Scale, rows: list[_Snapshot], place: int) -> None:
    colour = SERIES[place]
    middles = [sum(scale.span(row.date)) / 2 for row in rows]
    heights = [scale.y(row.value) for row in rows]
    canvas.line(middles, heights, colour, linewidth=1.1, alpha=0.55)
    for row, x, y in zip(rows, middles, heights, strict=True):
        if row.date.precision != "day":
            canvas.line(list(scale.span(row.date)), [y, y], colour, linewidth=3.2, alpha=0.45)
        canvas.mark(x, y, colour, marker=MARKERS[place])


def _name_series(
    canvas: Canvas,
    scale: _Scale,
    labels: list[str],
    ends: list[_Snapshot],
    language: str,
    decimals: int | None,
) -> None:
    """Write names and last values at the right, moved apart where they would meet."""
    heights = [LINE * (label.count("\n") + 2) + 0.08 for label in labels]
    order = sorted(range(len(ends)), key=lambda i: scale.y(ends[i].value))
    middles = _apart([scale.y(ends[i].value) for i in order], [heights[i] for i in order],
                     scale.bottom + 0.15)  # fmt: skip
    for i, middle in zip(order, middles, strict=True):
        x = scale.right + 0.2
        tip = scale.span(ends[i].date)
        canvas.line([sum(tip) / 2 + 0.08, x - 0.04], [scale.y(ends[i].value), middle], MUTED,
                    linewidth=0.7, linestyle=":")  # fmt: skip
        lines = labels[i].count("\n") + 1
        canvas.text(x, middle - LINE / 2, labels[i], colour=SERIES[i], bold=True)
        canvas.text(x, middle + LINE * lines / 2, written(ends[i].value, language, decimals))


def _apart(middles: list[float], heights: list[float], floor: float) -> list[float]:
    """Move sorted middles down, then up from the floor, so that no two boxes overlap."""
    placed = list(middles)
    for i in range(1, len(placed)):
        placed[i] = max(placed[i], placed[i - 1] + (heights[i - 1] + heights[i]) / 2)
    limit = floor
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], limit - heights[i] / 2)
        limit = placed[i] - heights[i] / 2
    return placed
