import re

import matplotlib
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from matplotlib import pyplot

from netralitas_research.presentation import plots
from netralitas_research.presentation.figures import figure

FRAME = pd.DataFrame({"label": ["Satu <b>", "Dua"], "n": [3, 2]})


def draw(**options: object) -> str:
    options = {"caption": "Gambar 1", "alt": "Dua batang", "name": "gambar-1"} | options
    return figure(plots.bars(FRAME, label="label", value="n", language="id"), **options).html


def test_the_same_plot_has_the_same_bytes():
    assert draw() == draw()


def test_settings_of_the_user_do_not_change_a_plot():
    usual = draw()
    changed = {"font.family": "serif", "svg.fonttype": "none", "lines.linewidth": 5}
    with matplotlib.rc_context(changed):
        assert draw() == usual


def test_the_drawing_has_an_alternative_text():
    drawing = BeautifulSoup(draw(alt='Dua "batang" <b>'), "html.parser").find("svg")
    assert (drawing["role"], drawing["aria-label"]) == ("img", 'Dua "batang" <b>')


def test_a_figure_without_alternative_text_is_refused():
    with pytest.raises(ValueError, match="alternative text"):
        draw(alt=" ")


def test_the_drawing_holds_no_address_no_date_and_no_style_sheet():
    html = draw()
    assert not re.search(r"https?:|<metadata|<style|\d{4}-\d{2}-\d{2}|<!--|<\?xml", html)


def test_text_is_drawn_as_paths_so_that_no_font_is_needed():
    assert not re.search(r"<text|font-family", draw())


def test_two_figures_of_one_page_share_no_id():
    one, two = draw(name="one"), draw(name="two")
    ids = [set(re.findall(r'id="([^"]+)"', html)) for html in (one, two)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert set(re.findall(r'href="#([^"]+)"', one)) <= ids[0]


def test_a_figure_of_pyplot_is_closed():
    drawn, _ = pyplot.subplots()
    figure(drawn, caption="x", alt="x", name="x")
    assert not pyplot.fignum_exists(drawn.number)


@pytest.mark.parametrize(("language", "mark"), [("id", "Data simulasi"), ("en", "Simulated data")])
def test_simulated_data_are_marked_in_the_caption_and_in_the_drawing(language: str, mark: str):
    plain, marked = draw(), draw(simulated=True, language=language)
    caption = BeautifulSoup(marked, "html.parser").find("figcaption").get_text()
    assert caption.startswith(mark)
    assert marked.count("<use") == plain.count("<use") + len(mark)


def test_captions_are_escaped():
    assert BeautifulSoup(draw(caption="<b>x"), "html.parser").find("b") is None
