from itertools import combinations

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from netralitas_research.presentation import plots
from netralitas_research.presentation.style import SMALL

LONG = "Mengadakan kegiatan yang mengarah kepada keberpihakan terhadap salah satu calon"
RANKING = pd.DataFrame(
    {"label": ["Sulawesi Selatan", LONG, "Kepulauan Bangka Belitung"], "n": [1234.0, None, 0.0]}
)
PAIRS = pd.DataFrame(
    {"label": ["Dilaporkan", LONG, "Terbukti"], "printed": [38.1, 20, 5], "data": [38.1, None, 6]}
)
SNAPSHOTS = pd.DataFrame(
    [
        ("2020-07-31", 456, "Dilaporkan"),
        ("2020-12", 1013, "Dilaporkan"),
        ("2020-07-31", 344, "Terbukti"),
        ("2020-12", 562, "Terbukti"),
        ("2020-07-31", 189, "Disanksi oleh pejabat pembina"),
        ("2020-12-29", 560, "Disanksi oleh pejabat pembina"),
    ],
    columns=["as_of", "n", "stage"],
)
PARTS = pd.DataFrame({"label": ["Media sosial", LONG, "Lainnya"], "n": [1200, 299, 1]})
MATRIX = pd.DataFrame(
    [(r, c, 40 * (i + j)) for i, r in enumerate(["Kampanye", LONG]) for j, c in
     enumerate(["Jabatan pimpinan tinggi", "Administrator", "Pengawas", "Pelaksana"])],
    columns=["act", "position", "n"],
)  # fmt: skip


def every_plot(language: str) -> dict[str, Figure]:
    head = "Jumlah orang yang dilaporkan, terbukti, dan disanksi menurut lembaga yang menghitungnya"
    return {
        "bars": plots.bars(RANKING, label="label", value="n", language=language, heading=head),
        "paired_dots": plots.paired_dots(
            PAIRS, label="label", printed="printed", recomputed="data", language=language,
            printed_heading="Tercetak di artikel", recomputed_heading="Dihitung ulang", decimals=1,
        ),
        "snapshots": plots.snapshots(
            SNAPSHOTS, date="as_of", value="n", series="stage", language=language, heading=head
        ),
        "parts": plots.parts(PARTS, label="label", value="n", language=language, heading=head),
        "matrix": plots.matrix(
            MATRIX, row="act", column="position", value="n", language=language
        ),
    }  # fmt: skip


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def boxes(figure: Figure) -> tuple[dict[int, Bbox], Bbox]:
    canvas = FigureCanvasAgg(figure)
    figure.dpi = 300
    canvas.draw()
    found = {i: t.get_window_extent() for i, t in enumerate(figure.axes[0].texts) if t.get_text()}
    return found, figure.bbox


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ["bars", "paired_dots", "snapshots", "parts", "matrix"])
def test_no_text_is_cut_off_and_no_texts_overlap(name: str, language: str):
    figure = every_plot(language)[name]
    found, sheet = boxes(figure)
    for box in found.values():
        assert sheet.x0 <= box.x0
        assert box.x1 <= sheet.x1
        assert sheet.y0 <= box.y0
        assert box.y1 <= sheet.y1
    written = texts(figure)
    for one, two in combinations(found, 2):
        a, b = found[one].padded(-4), found[two].padded(-4)
        assert not a.overlaps(b), (written[one], written[two])


@pytest.mark.parametrize("name", ["bars", "paired_dots", "snapshots", "parts", "matrix"])
def test_plots_are_narrow_and_their_text_is_large_enough_for_a_phone(name: str):
    figure = every_plot("id")[name]
    assert figure.get_size_inches()[0] <= 5.2
    assert min(text.get_fontsize() for text in figure.axes[0].texts) >= SMALL >= 9


@pytest.mark.parametrize(("language", "number"), [("id", "1.234"), ("en", "1,234")])
def test_values_take_the_form_of_the_language(language: str, number: str):
    assert number in texts(every_plot(language)["bars"])


def test_bars_keep_their_order_and_show_a_dash_for_a_missing_value():
    frame = pd.DataFrame({"label": ["b", "a", "c"], "n": [1, None, 3]})
    drawn = plots.bars(frame, label="label", value="n", language="id", unit="%")
    assert texts(drawn) == ["b", "1%", "a", "–", "c", "3%"]


def test_the_length_of_a_bar_is_proportional_to_its_value():
    frame = pd.DataFrame({"label": ["a", "b"], "n": [3, 1]})
    drawn = plots.bars(frame, label="label", value="n", language="id")
    long, short = (patch.get_width() for patch in drawn.axes[0].patches)
    assert long == pytest.approx(3 * short)


def test_a_highlighted_bar_has_another_colour():
    frame = pd.DataFrame({"label": ["a", "b"], "n": [3, 1]})
    drawn = plots.bars(frame, label="label", value="n", language="id", highlight=["b"])
    one, other = (patch.get_facecolor() for patch in drawn.axes[0].patches)
    assert one != other


@pytest.mark.parametrize("values", [[], [-1.0]])
def test_bars_refuse_nothing_and_negative_values(values: list[float]):
    frame = pd.DataFrame({"label": ["a"] * len(values), "n": values})
    with pytest.raises(ValueError, match="bars need"):
        plots.bars(frame, label="label", value="n", language="id")


def test_pairs_that_differ_as_written_are_bold():
    drawn = every_plot("id")["paired_dots"]
    bold = [t.get_text() for t in drawn.axes[0].texts if t.get_fontweight() == "bold"]
    assert bold[-2:] == ["5,0", "6,0"]
    assert "38,1" not in bold


def test_a_pair_without_a_value_of_the_data_has_a_ring_and_a_dash():
    frame = pd.DataFrame({"label": ["a"], "printed": [3], "data": [None]})
    drawn = plots.paired_dots(
        frame, label="label", printed="printed", recomputed="data", language="id",
        printed_heading="P", recomputed_heading="D",
    )  # fmt: skip
    assert texts(drawn)[-2:] == ["3", "–"]


def spans(figure: Figure) -> list[float]:
    """Widths of the thick horizontal lines."""
    lines = [line for line in figure.axes[0].lines if line.get_linewidth() > 3]
    return [line.get_xdata()[1] - line.get_xdata()[0] for line in lines]


def test_a_partial_date_is_drawn_as_a_span_of_its_days():
    frame = pd.DataFrame({"as_of": ["2020-02", "2020"], "n": [1, 2], "s": ["a", "b"]})
    drawn = plots.snapshots(frame, date="as_of", value="n", series="s", language="id")
    month, year = spans(drawn)
    assert month / year == pytest.approx(28 / 365)
    assert any(text.startswith("Garis mendatar") for text in texts(drawn))


def test_full_dates_need_no_span_and_no_remark():
    frame = pd.DataFrame({"as_of": ["2020-02-01", "2020-03-01"], "n": [1, 2], "s": "a"})
    drawn = plots.snapshots(frame, date="as_of", value="n", series="s", language="id")
    assert spans(drawn) == []
    assert not any(text.startswith("Garis mendatar") for text in texts(drawn))


@pytest.mark.parametrize(
    "dates", [["2020-05-05"], ["2020-05-05", "2020-05-20"], ["2018", "2024"], ["2020-12", "2021"]]
)
def test_every_length_of_time_has_dates_on_its_axis(dates: list[str]):
    frame = pd.DataFrame({"as_of": dates, "n": range(len(dates)), "s": "a"})
    drawn = plots.snapshots(frame, date="as_of", value="n", series="s", language="en")
    assert any("20" in text and text != "a" for text in texts(drawn))


def test_snapshots_of_nothing_but_zero_lie_on_the_axis():
    frame = pd.DataFrame({"as_of": ["2020-02-01", "2020-03-01"], "n": [0, 0], "s": "a"})
    drawn = plots.snapshots(frame, date="as_of", value="n", series="s", language="id")
    assert {"0", "1"} <= set(texts(drawn))
    assert not any(text.startswith("-") for text in texts(drawn))


def test_six_series_with_long_names_do_not_meet():
    rows = [("2020-01-01", value, f"{LONG} {value}") for value in (0, 1, 2, 500, 999, 1000)]
    frame = pd.DataFrame(rows, columns=["as_of", "n", "s"])
    found, sheet = boxes(plots.snapshots(frame, date="as_of", value="n", series="s", language="id"))
    assert all(sheet.y0 <= box.y0 and box.y1 <= sheet.y1 for box in found.values())
    pairs = combinations(found.values(), 2)
    assert not any(one.padded(-4).overlaps(other.padded(-4)) for one, other in pairs)


def test_each_series_is_named_with_its_last_value():
    written = texts(every_plot("en")["snapshots"])
    assert written.count("Dilaporkan") == 1
    assert "1,013" in written


def test_parts_fill_the_bar_and_show_their_shares():
    drawn = every_plot("id")["parts"]
    segments = drawn.axes[0].patches[0::2]
    widths = [patch.get_width() for patch in segments]
    assert widths[0] / sum(widths) == pytest.approx(0.8)
    assert [t for t in texts(drawn) if t.endswith("%")] == ["80,0%", "19,9%", "0,1%"]


def test_parts_in_percent_are_not_followed_by_their_share():
    drawn = plots.parts(PARTS, label="label", value="n", language="id", unit="%")
    assert sum(text.endswith("%") for text in texts(drawn)) == 5


@pytest.mark.parametrize("values", [[], [0, 0], [1, None], [-1, 2], [1] * 9])
def test_parts_refuse_what_is_no_whole(values: list[float]):
    frame = pd.DataFrame({"label": [str(v) for v in values], "n": values})
    with pytest.raises(ValueError, match="parts need"):
        plots.parts(frame, label="label", value="n", language="id")


def test_a_coded_matrix_has_one_dot_for_each_code():
    frame = pd.DataFrame({"r": ["a", "a", "b"], "c": ["x", "y", "x"], "v": [True, False, True]})
    drawn = plots.matrix(frame, row="r", column="c", value="v", language="id")
    assert len(drawn.axes[0].lines) == 2
    assert texts(drawn) == ["x", "y", "a", "b"]


def test_a_pair_that_was_not_counted_stays_empty_and_a_zero_is_written():
    frame = pd.DataFrame({"r": ["a", "a", "b"], "c": ["x", "y", "x"], "v": [0, 5, 7]})
    drawn = plots.matrix(frame, row="r", column="c", value="v", language="id")
    assert texts(drawn) == ["x", "y", "a", "0", "5", "b", "7"]


def test_a_matrix_refuses_more_columns_than_a_page_holds():
    frame = pd.DataFrame({"r": "a", "c": range(14), "v": 1234})
    with pytest.raises(ValueError, match="no room"):
        plots.matrix(frame, row="r", column="c", value="v", language="id")


def test_a_matrix_refuses_a_pair_that_appears_twice():
    frame = pd.DataFrame({"r": ["a", "a"], "c": ["x", "x"], "v": [1, 2]})
    with pytest.raises(ValueError, match="each pair once"):
        plots.matrix(frame, row="r", column="c", value="v", language="id")
