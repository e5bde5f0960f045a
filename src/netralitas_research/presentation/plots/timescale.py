"""Where dates and values lie in a plot over time, and which dates are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from netralitas_research.language import PartialDate, format_date
from netralitas_research.presentation.plots.canvas import width_of
from netralitas_research.presentation.style import SMALL


@dataclass(frozen=True)
class Snapshot:
    """One value of a series and the days that it may be of."""

    date: PartialDate
    value: float
    series: str


class Scale:
    """Where a day and a value lie on the canvas."""

    def __init__(
        self,
        rows: Sequence[Snapshot],
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
        """Place a day."""
        return self.left + 0.12 + self._share(day) * (self.right - self.left - 0.24)

    def _share(self, day: date) -> float:
        return (day - self.first).days / self._days if self._days else 0.5

    def y(self, value: float) -> float:
        """Place a value."""
        return self.bottom - value / self._highest * (self.bottom - self.top)

    def span(self, when: PartialDate) -> tuple[float, float]:
        """Place the first and the last day that a date may be."""
        return self.x(when.first), self.x(when.last)


def ticks(scale: Scale, language: str) -> list[PartialDate]:
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
