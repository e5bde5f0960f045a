import re
from itertools import pairwise

import pytest

from netralitas_research.presentation import style
from netralitas_research.presentation.body import TEMPLATES


@pytest.mark.parametrize("colour", [style.INK, style.MUTED, style.ACCENT, *style.SERIES])
def test_colours_of_text_are_readable_on_white(colour: str):
    assert style.contrast(colour, "#ffffff") >= 4.5


@pytest.mark.parametrize("fill", [*style.PARTS, *style.SHADES])
def test_numbers_are_readable_on_every_fill(fill: str):
    assert style.contrast(style.ink_on(fill), fill) >= 4.5


def test_neighbouring_parts_differ_in_lightness():
    for one, other in pairwise(style.PARTS):
        assert style.contrast(one, other) >= 1.4


def test_text_colours_of_the_page_are_readable_on_its_backgrounds():
    css = (TEMPLATES / "report.css.jinja").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--(\w+): (#\w{6});", css))
    for text in ("ink", "muted", "link"):
        for ground in ("paper", "tint"):
            assert style.contrast(colours[text], colours[ground]) >= 4.5
    assert style.contrast("#ffffff", colours["mark"]) >= 4.5


def test_the_style_sheet_asks_for_nothing_from_outside():
    css = (TEMPLATES / "report.css.jinja").read_text(encoding="utf-8")
    assert not re.search(r"@import|url\(|https?:", css)
