"""A sheet measured in inches, on which the plots place bars, dots and text exactly."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path

from netralitas_research.language import format_number
from netralitas_research.presentation.style import (
    FONT,
    INK,
    LINE,
    MARGIN,
    MUTED,
    RULE,
    SMALL,
    TEXT,
    WIDTH,
)

Side = Literal["left", "center", "right"]


class Canvas:
    """A white sheet; x runs right and y runs down, both in inches."""

    def __init__(self, height: float) -> None:
        self.figure = Figure(figsize=(WIDTH + 2 * MARGIN, height + 2 * MARGIN), facecolor="white")
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(-MARGIN, WIDTH + MARGIN)
        self.axes.set_ylim(height + MARGIN, -MARGIN)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        side: Side = "left",
        size: float = TEXT,
        colour: str = INK,
        bold: bool = False,
    ) -> None:
        """Write text whose middle line is at `y`."""
        lines = text.split("\n") if text else []
        top = y - (len(lines) - 1) * LINE / 2
        for number, line in enumerate(lines):
            self._line(x, top + number * LINE, line, size, colour, bold, ha=side,
                       va="center_baseline")  # fmt: skip

    def heading(self, text: str) -> None:
        """Write a heading, already broken into lines, at the top."""
        self.text(0, height_of([text]) / 2, text, size=SMALL, colour=MUTED)

    def upright(self, x: float, y: float, text: str, *, size: float = TEXT) -> None:
        """Write text that reads upwards from `y`, its lines side by side around `x`."""
        lines = text.split("\n")
        start = x - (len(lines) - 1) * LINE / 2
        for number, line in enumerate(lines):
            self._line(start + number * LINE, y, line, size, INK, False, ha="center", va="bottom",
                       rotation=90)  # fmt: skip

    def _line(
        self, x: float, y: float, line: str, size: float, colour: str, bold: bool, **place: Any
    ) -> None:
        weight = "bold" if bold else "normal"
        self.axes.text(x, y, line, fontfamily=FONT, fontsize=size, fontweight=weight, color=colour,
                       parse_math=False, **place)  # fmt: skip

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, **options: Any
    ) -> None:
        """Draw a filled rectangle from its upper left corner."""
        options.setdefault("linewidth", 0)
        self.axes.add_patch(Rectangle((x, y), width, height, facecolor=fill, **options))

    def line(self, xs: list[float], ys: list[float], colour: str = RULE, **options: Any) -> None:
        """Draw a line through points."""
        options.setdefault("linewidth", 0.8)
        self.axes.plot(xs, ys, color=colour, solid_capstyle="butt", **options)

    def mark(
        self, x: float, y: float, colour: str, *, marker: str = "o", size: float = 6.5
    ) -> None:
        """Draw one filled mark."""
        self.axes.plot([x], [y], linestyle="none", marker=marker, markersize=size,
                       markerfacecolor=colour, markeredgewidth=0)  # fmt: skip

    def ring(self, x: float, y: float, colour: str) -> None:
        """Draw a ring, wide enough to hold a mark."""
        self.axes.plot(
            [x],
            [y],
            linestyle="none",
            marker="o",
            markersize=9.5,
            markerfacecolor="none",
            markeredgecolor=colour,
            markeredgewidth=1.6,
        )


@cache
def width_of(text: str, size: float = TEXT, bold: bool = False) -> float:
    """Measure a line of text in inches."""
    font = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    return float(text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]) / 72


def widest(texts: list[str], size: float = TEXT, bold: bool = False) -> float:
    """Measure the widest line among texts, which may have several lines, in inches."""
    lines = [line for text in texts for line in text.split("\n")]
    return max((width_of(line, size, bold) for line in lines), default=0.0)


def wrap(text: str, width: float, size: float = TEXT, bold: bool = False) -> str:
    """Break text into lines no wider than `width` inches, after spaces, slashes and hyphens.

    A word that is wider by itself is broken between letters.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if width_of((line + piece).strip(), size, bold) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.strip())
        line = ""
        for letter in piece:
            if line and width_of(line + letter, size, bold) > width:
                lines.append(line.strip())
                line = ""
            line += letter
    return "\n".join([*lines, line.strip()] if line.strip() else lines)


def heading_lines(heading: str) -> tuple[str, float]:
    """Break a heading to the width of the sheet, and measure the room that it takes."""
    text = wrap(heading, WIDTH, SMALL)
    return text, height_of([text]) + 0.12 if text else 0.0


def _pieces(text: str) -> list[str]:
    pieces = [""]
    for letter in " ".join(text.split()):
        pieces[-1] += letter
        if letter in " /-":
            pieces.append("")
    return pieces


def height_of(texts: list[str]) -> float:
    """Measure the height of the text with most lines, in inches."""
    return LINE * max((text.count("\n") + 1 for text in texts), default=1)


def written(value: float, language: str, decimals: int | None = None, unit: str = "") -> str:
    """Write a value in the form of the language, or a dash when there is none."""
    if pd.isna(value):
        return "–"
    return format_number(float(value), language, decimals) + unit
