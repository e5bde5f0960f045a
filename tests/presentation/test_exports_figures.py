"""Plots as files."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from netralitas_research.errors import UsageError
from netralitas_research.presentation import figure, plots
from netralitas_research.presentation.figures import Figure

FRAME = pd.DataFrame({"label": ["Satu", "Dua"], "n": [3, 2]})


def draw(**options: object) -> Figure:
    options = {"caption": "Gambar 1", "alt": "Dua batang: 3–2", "name": "gambar-1"} | options
    return figure(plots.bars(FRAME, label="label", value="n", language="id"), **options)


def png(shown: Figure, folder: Path) -> Image.Image:
    return Image.open(BytesIO(shown.save(folder / "a.png").read_bytes()))


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_the_same_plot_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one = draw().save(tmp_path / f"one{suffix}").read_bytes()
    assert draw().save(tmp_path / f"two{suffix}").read_bytes() == one


def test_an_svg_file_stands_alone_and_says_what_it_shows(tmp_path: Path) -> None:
    content = draw().save(tmp_path / "a.svg").read_text("utf-8")
    root = ElementTree.fromstring(content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Gambar 1"
    assert "Dua batang: 3–2" in content
    assert "dc:date" not in content
    assert "matplotlib.org" not in content


def test_a_png_file_has_200_dots_an_inch_on_white_and_says_what_it_shows(tmp_path: Path) -> None:
    drawn = png(draw(), tmp_path)
    assert [round(dots) for dots in drawn.info["dpi"]] == [200, 200]
    assert drawn.width == round(5.12 * 200)
    assert drawn.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert (drawn.info["Title"], drawn.info["Description"]) == ("Gambar 1", "Dua batang: 3–2")


def test_few_colours_of_a_png_file_look_like_all(tmp_path: Path) -> None:
    shown = draw()
    file = BytesIO()
    shown.plot.savefig(file, format="png", dpi=200)
    difference = np.subtract(
        Image.open(file).convert("RGB"), png(shown, tmp_path).convert("RGB"), dtype=float
    )
    assert np.abs(difference).mean() < 0.1


def test_simulated_data_are_marked_across_the_files(tmp_path: Path) -> None:
    marked = draw(simulated=True, language="id")
    plain_pixels, pixels = (
        np.asarray(png(one, tmp_path).convert("RGB")) for one in (draw(), marked)
    )
    assert (plain_pixels != pixels).any(axis=2).mean() > 0.02
    content = marked.save(tmp_path / "a.svg").read_text("utf-8")
    assert "<title>[Data simulasi] Gambar 1</title>" in content


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        draw().save(tmp_path / "a.jpg")
    assert caught.value.params == {"file": "a.jpg", "formats": ".svg, .png"}
