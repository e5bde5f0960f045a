"""Figures of a report: plots as drawings inside the page."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from html import escape
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from netralitas_research.language import translator
from netralitas_research.presentation.exports.content import marked, plain
from netralitas_research.presentation.exports.drawing import figure_formats
from netralitas_research.presentation.exports.files import save
from netralitas_research.presentation.markup import Html, anchor, safe
from netralitas_research.presentation.style import ACCENT, FONT, SAVING

if TYPE_CHECKING:
    from matplotlib import figure as matplotlib_figure

# What the drawing's own style sheet says; inside a page it would hold for the whole page.
_LINES = 'stroke-linejoin="round" stroke-linecap="butt"'


@dataclass(frozen=True)
class Figure(Html):
    """A plot with its caption, ready to be shown in a notebook and to be saved.

    Attributes
    ----------
    title
        The caption as plain text, after the mark of simulated data.
    alt
        What the plot shows, for a reader who does not see it.
    plot
        The plot itself; it must not be changed any more.
    """

    title: str = field(repr=False)
    alt: str = field(repr=False)
    plot: matplotlib_figure.Figure = field(repr=False, compare=False)

    def save(self, path: str | Path) -> Path:
        """Write the plot as a file, without its caption.

        Parameters
        ----------
        path
            Where to; the suffix is ``.svg`` or ``.png`` (200 dots an inch, on white).

        Returns
        -------
        Path
            The file.

        Raises
        ------
        UsageError
            If the suffix is another one.
        """
        return save(path, figure_formats(self.plot, self.title, self.alt))


def figure(
    fig: matplotlib_figure.Figure,
    *,
    caption: str,
    alt: str,
    name: str,
    language: str = "",
    simulated: bool = False,
) -> Figure:
    """Show a matplotlib figure as a figure of the report.

    Parameters
    ----------
    fig
        The plot; it is closed.
    caption
        The caption, with its number.
    alt
        What the plot shows, for a reader who does not see it.
    name
        Anchor of the figure: lower-case words joined by hyphens.
    language
        Language of the mark of simulated data.
    simulated
        Whether the data are simulated; such a figure carries a visible mark, in the plot too.

    Returns
    -------
    Figure
        The figure, with the same bytes for the same plot.

    Raises
    ------
    ValueError
        If the alternative text is empty.

    Examples
    --------
    >>> from matplotlib.figure import Figure as Plot
    >>> shown = figure(Plot(), caption="Gambar 1. Contoh", alt="Kosong", name="example")
    >>> 'role="img" aria-label="Kosong"' in shown.html
    True
    """
    from matplotlib import pyplot

    anchor(name)
    if not alt.strip():
        raise ValueError(f"figure {name} needs an alternative text")
    mark = translator(language)("presentation.simulated") if simulated else ""
    if mark:
        _write_across(fig, mark.upper())
    drawing = _svg(fig, name, alt)
    pyplot.close(fig)
    shown_mark = f'<strong class="mark">{mark}</strong> ' if mark else ""
    html = (
        f'<figure class="plot{" simulated" if mark else ""}" id="{name}">\n{drawing}\n'
        f"<figcaption>{shown_mark}{safe(caption)}</figcaption>\n</figure>"
    )
    return Figure(name, html, marked(plain(safe(caption)), mark), alt, fig)


def _write_across(fig: matplotlib_figure.Figure, mark: str) -> None:
    """Write the mark of simulated data over the whole plot, as steeply as its height allows."""
    width, height = fig.get_size_inches()
    slope = math.degrees(math.atan2(height, width)) * 0.6
    size = min(26.0, 20 * height)
    fig.text(0.5, 0.5, mark, rotation=slope, fontsize=size, fontfamily=FONT, fontweight="bold",
             color=ACCENT, alpha=0.3, ha="center", va="center")  # fmt: skip


def _svg(fig: matplotlib_figure.Figure, name: str, alt: str) -> str:
    """Save as SVG without dates and addresses, with ids that no other figure has."""
    from matplotlib import rc_context

    file = StringIO()
    with rc_context(dict(SAVING)):
        fig.savefig(file, format="svg", metadata={"Date": None})
    drawing = file.getvalue()
    drawing = drawing[drawing.index("<svg") :].strip()
    drawing = re.sub(r"<metadata>.*?</metadata>\s*", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>\s*", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r"<!--.*?-->\s*", "", drawing, flags=re.DOTALL)
    drawing = drawing.replace("xlink:href=", "href=")
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', drawing))
    drawing = re.sub(
        r' id="([^"]+)"', lambda m: f' id="{name}-{m[1]}"' if m[1] in used else "", drawing
    )
    drawing = re.sub(r'(href="#|url\(#)', rf"\g<1>{name}-", drawing)
    return re.sub(
        r'<svg[^>]*(viewBox="[^"]+")[^>]*>',
        lambda m: f'<svg {m[1]} {_LINES} role="img" aria-label="{escape(alt)}">',
        drawing,
        count=1,
    )
