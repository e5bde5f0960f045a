"""Cumulative snapshots over time."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from netralitas_research.language import PartialDate, format_date, translator
from netralitas_research.presentation.plots.canvas import (
    Canvas,
    heading_lines,
    height_of,
    widest,
    width_of,
    wrap,
    written,
)
from netralitas_research.presentation.plots.timescale import Scale, Snapshot, ticks
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

NAMES = 1.5
GAP = 0.14
PLOT = 2.5
AXIS = 0.4


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
    values = frame[value].astype(float)
    names = [str(name) for name in frame[series].unique()]
    if not 1 <= len(names) <= len(SERIES) or not (values >= 0).all():
        raise ValueError(
            f"one to {len(SERIES)} series, with values that are known and not negative"
        )
    dates = [PartialDate.parse(str(text)) for text in frame[date]]
    rows = [
        Snapshot(when, size, str(name))
        for when, size, name in zip(dates, values, frame[series], strict=True)
    ]
    rows.sort(key=lambda row: row.date.sort_key)
    labels = [wrap(name, NAMES, bold=True) for name in names]
    vague = any(when.precision != "day" for when in dates)
    note = wrap(translator(language)("presentation.partial_dates"), WIDTH, SMALL) if vague else ""
    title, top = heading_lines(heading)
    top += 0.1
    bottom = top + max(PLOT, sum(map(_room, labels)))
    canvas = Canvas(bottom + AXIS + (height_of([note]) if note else 0))
    canvas.heading(title)
    canvas.text(0, bottom + AXIS + height_of([note]) / 2, note, size=SMALL, colour=MUTED)
    levels = [
        float(level)
        for level in MaxNLocator(4, integer=True).tick_values(0, max(values.max(), 1.0))
    ]
    numbers = [written(level, language) for level in levels]
    left = widest(numbers, SMALL) + GAP
    right = WIDTH - max(widest(labels, bold=True), 0.5) - 0.3
    scale = Scale(rows, left, right, top, bottom, levels[-1])
    _draw_grid(canvas, scale, levels, numbers, language)
    ends = []
    for place, name in enumerate(names):
        own = [row for row in rows if row.series == name]
        _draw_series(canvas, scale, own, place)
        ends.append(own[-1])
    _name_series(canvas, scale, labels, ends, language, decimals)
    return canvas.figure


def _draw_grid(
    canvas: Canvas, scale: Scale, levels: list[float], numbers: list[str], language: str
) -> None:
    for level, number in zip(levels, numbers, strict=True):
        y = scale.y(level)
        canvas.line([scale.left, scale.right], [y, y], RULE if level else INK, linewidth=0.7)
        canvas.text(scale.left - 0.08, y, number, side="right", size=SMALL, colour=MUTED)
    for tick in ticks(scale, language):
        x, text = scale.x(tick.first), format_date(tick, language)
        canvas.line([x, x], [scale.bottom, scale.bottom + 0.06], INK)
        width = width_of(text, SMALL)
        start = min(max(x - width / 2, 0.0), scale.right + 0.1 - width)
        canvas.text(start, scale.bottom + 0.17, text, size=SMALL, colour=MUTED)


def _draw_series(canvas: Canvas, scale: Scale, rows: list[Snapshot], place: int) -> None:
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
    scale: Scale,
    labels: list[str],
    ends: list[Snapshot],
    language: str,
    decimals: int | None,
) -> None:
    """Write names and last values at the right, moved apart where they would meet."""
    heights = [_room(label) for label in labels]
    order = sorted(range(len(ends)), key=lambda i: scale.y(ends[i].value))
    wanted = [scale.y(ends[i].value) for i in order]
    middles = _apart(wanted, [heights[i] for i in order], scale.top - 0.1, scale.bottom + 0.15)
    for i, middle in zip(order, middles, strict=True):
        x = scale.right + 0.2
        tip = scale.span(ends[i].date)
        canvas.line([sum(tip) / 2 + 0.08, x - 0.04], [scale.y(ends[i].value), middle], MUTED,
                    linewidth=0.7, linestyle=":")  # fmt: skip
        lines = labels[i].count("\n") + 1
        canvas.text(x, middle - LINE / 2, labels[i], colour=SERIES[i], bold=True)
        canvas.text(x, middle + LINE * lines / 2, written(ends[i].value, language, decimals))


def _room(label: str) -> float:
    """Measure the height of a name and of the value under it."""
    return height_of([label]) + LINE + 0.08


def _apart(middles: list[float], heights: list[float], ceiling: float, floor: float) -> list[float]:
    """Move sorted middles down, then up from the floor, so that no two boxes overlap."""
    placed = list(middles)
    placed[0] = max(placed[0], ceiling + heights[0] / 2)
    for i in range(1, len(placed)):
        placed[i] = max(placed[i], placed[i - 1] + (heights[i - 1] + heights[i]) / 2)
    limit = floor
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], limit - heights[i] / 2)
        limit = placed[i] - heights[i] / 2
    return placed
