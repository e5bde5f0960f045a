"""One look for every plot: sizes, colours and fonts.

A plot is five inches wide and its text ten points, so that it is still readable when a phone
of 390 pixels shows it at three quarters of its size.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WIDTH = 5.0
"""Width of a plot in inches, without its margin."""

MARGIN = 0.06
"""Margin of a plot in inches."""

TEXT = 10.0
"""Size of text in points."""

SMALL = 9.0
"""Size of secondary text in points; nothing is smaller."""

LINE = 0.17
"""Height of a line of text in inches."""

INK = "#1c2126"
MUTED = "#59626c"
RULE = "#cdd3da"
FAINT = "#eceff2"
MAIN = "#1f5a8a"
ACCENT = "#b3480f"

SERIES = (MAIN, ACCENT, "#1a7a68", "#7b4a9e", "#8a6a00", "#4d5660")
"""Colours of series: told apart with colour-blind eyes, and readable as text on white."""

MARKERS = ("o", "s", "^", "D", "v", "P")
"""Marks of series, so that colour is never the only difference."""

PARTS = (
    "#174a75",
    "#e08a3c",
    "#1a7a68",
    "#b9cfe4",
    "#7b4a9e",
    "#d9c36a",
    "#5f6b76",
    "#f0c6a8",
)
"""Fills of neighbouring parts: each differs from the next in lightness as well as in hue."""

SHADES = ("#e3edf6", "#bfd6ea", "#8fb6da", "#5a90c0", "#2f6ba3", "#174a75")
"""Fills from few to many."""

FONT = "DejaVu Sans"
"""The font that comes with matplotlib, so that every machine draws the same shapes."""

SAVING: Mapping[str, Any] = {"svg.fonttype": "path", "svg.hashsalt": "netralitas-research"}
"""Settings of matplotlib that make a saved plot the same each time and on each machine."""


def ink_on(fill: str) -> str:
    """Choose the colour of text on a fill.

    Parameters
    ----------
    fill
        A colour such as ``#174a75``.

    Returns
    -------
    str
        White or the dark ink, whichever has the greater contrast.

    Examples
    --------
    >>> ink_on("#174a75"), ink_on("#e3edf6")
    ('#ffffff', '#1c2126')
    """
    return max(("#ffffff", INK), key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours as WCAG 2 defines it.

    Parameters
    ----------
    one, other
        Colours such as ``#174a75``.

    Returns
    -------
    float
        From 1 (the same) to 21 (black on white).

    Examples
    --------
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return round((high + 0.05) / (low + 0.05), 2)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
