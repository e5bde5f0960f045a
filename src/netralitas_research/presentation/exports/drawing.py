"""A plot as SVG and as PNG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from netralitas_research.presentation.style import SAVING

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Plot

DOTS = 200
"""Dots an inch of a PNG: a plot of the usual width has a thousand pixels."""

# What would say when and with what a drawing was made.
_NOT_SAID = dict.fromkeys(("Date", "Creator", "Format", "Type"))


def figure_formats(plot: Plot, title: str, alt: str) -> Mapping[str, Callable[[], bytes]]:
    """List what a plot can be written as.

    Parameters
    ----------
    plot
        The plot.
    title, alt
        Its caption, and what it shows for a reader who does not see it.

    Returns
    -------
    mapping of str to function
        For each suffix what makes the bytes of the file.

    Examples
    --------
    >>> from matplotlib.figure import Figure as Plot
    >>> list(figure_formats(Plot(), "", ""))
    ['.svg', '.png']
    """
    return {".svg": partial(_svg, plot, title, alt), ".png": partial(_png, plot, title, alt)}


def _svg(plot: Plot, title: str, alt: str) -> bytes:
    said = {"Title": title, "Description": alt}
    return _saved(plot, "svg", metadata=_NOT_SAID | said)


def _png(plot: Plot, title: str, alt: str) -> bytes:
    """Draw with the 256 commonest colours, which makes the file of a flat plot a third as large."""
    from PIL import Image, PngImagePlugin

    drawn = Image.open(BytesIO(_saved(plot, "png", dpi=DOTS)))
    said = PngImagePlugin.PngInfo()
    said.add_itxt("Title", title)
    said.add_itxt("Description", alt)
    file = BytesIO()
    drawn.convert("RGB").quantize(256).save(
        file, "png", optimize=True, dpi=(DOTS, DOTS), pnginfo=said
    )
    return file.getvalue()


def _saved(plot: Plot, kind: str, **options: Any) -> bytes:
    from matplotlib import rc_context

    file = BytesIO()
    with rc_context(dict(SAVING)):
        plot.savefig(file, format=kind, facecolor="white", **options)
    return file.getvalue()
