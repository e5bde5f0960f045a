"""The plot of rank sets."""

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from netralitas_research.presentation import plots

SETS = pd.DataFrame(
    {
        "label": [
            "Mendapatkan atau mempertahankan jabatan, materi atau proyek",
            "Keluarga",
            "Lain",
        ],
        "rank": [1, 2, 3],
        "low": [1, 2, 2],
        "high": [1, 3, 3],
    }
)


def drawn(frame: pd.DataFrame = SETS, language: str = "id"):
    return plots.rank_sets(frame, label="label", estimate="rank", low="low", high="high",
                           language=language, heading="Peringkat")  # fmt: skip


def test_each_unit_has_its_set_in_words():
    texts = [text.get_text() for text in drawn().axes[0].texts]
    assert texts[-5:] == ["1", "Keluarga", "2–3", "Lain", "2–3"]


def test_a_band_covers_the_set_and_a_dot_the_rank():
    axes = drawn().axes[0]
    widths = [band.get_width() for band in axes.patches]
    assert widths[1] == widths[2] > 2 * widths[0]
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    for band, dot in zip(axes.patches, dots, strict=True):
        assert band.get_x() < dot.get_xdata()[0] < band.get_x() + band.get_width()


def test_no_text_leaves_the_sheet():
    figure = drawn()
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert figure.bbox.x0 <= box.x0
        assert box.x1 <= figure.bbox.x1


@pytest.mark.parametrize(
    "frame",
    [
        SETS.head(0),
        SETS.assign(low=0),
        SETS.assign(high=1),
        SETS.assign(rank=[1, 2, None]),
    ],
)
def test_sets_that_are_none_are_refused(frame):
    with pytest.raises(ValueError, match="rank sets need"):
        drawn(frame)
