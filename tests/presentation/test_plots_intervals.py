"""Plots of intervals and of specification curves: what stands where."""

import math

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from netralitas_research.presentation.plots import curve, intervals

ROWS = pd.DataFrame(
    {
        "name": ["one", "two", "three"],
        "kind": ["a", "a", "b"],
        "low": [0.5, 2.0, 2.5],
        "high": [2.0, 8.0, math.inf],
        "mid": [1.0, math.nan, math.nan],
        "least": [1.0, 3.0, 2.6],
        "most": [1.0, 6.0, math.inf],
        "shown": ["1.0", "3–6", "≥ 2.6"],
    }
)


def drawn(**more):
    return intervals(ROWS, label="name", low="low", high="high", language="en", **more).axes[0]


def texts(axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def marks(axes) -> list[str]:
    return [line.get_marker() for line in axes.lines if line.get_linestyle() == "None"]


def test_a_group_is_written_where_it_begins():
    found = texts(drawn(group="kind", text="shown"))
    assert [word for word in found if word in ("a", "b", "one", "two", "three")] == [
        "a", "one", "two", "b", "three",
    ]  # fmt: skip
    assert "3–6" in found


def test_ticks_of_a_logarithmic_axis_are_plain_numbers():
    found = texts(drawn(log=True, reference=1))
    assert "0.3" in found
    assert not [word for word in found if len(word) > 6]


def test_an_estimate_is_a_dot_and_an_open_end_an_arrow():
    found = marks(drawn(estimate="mid", bound_low="least", bound_high="most"))
    assert found.count("o") == 1
    assert found.count(">") == 1


def test_bounds_that_meet_are_a_dot_without_an_estimate():
    assert marks(drawn(bound_low="least", bound_high="most")).count("o") == 1


def test_limits_stand_in_their_order_on_the_axis():
    lines = [line for line in drawn(log=True).lines if line.get_color() == "#1c2126"]
    ends = [line.get_xdata() for line in lines if len(line.get_xdata()) == 2]
    assert ends[0][0] < ends[0][1] <= ends[1][1]
    assert ends[0][0] < ends[1][0]


def test_nothing_to_draw_is_refused():
    empty = ROWS.assign(low=math.nan, high=math.inf)
    with pytest.raises(ValueError, match="finite"):
        intervals(empty, label="name", low="low", high="high", language="id")


CURVE = pd.DataFrame(
    {
        "x": [2.0, 4.0, 40.0],
        "low": [1.5, 3.0, 30.0],
        "high": [3.0, 5.0, math.inf],
        "base": ["all", "some", "all"],
    }
)


def shown(frame: pd.DataFrame):
    return curve(
        frame, estimate="x", low="low", high="high", choices={"base": "Base"}, language="id"
    ).axes[0]


def test_each_combination_has_one_dot_and_one_stroke_a_choice():
    axes = shown(CURVE)
    assert marks(axes).count("o") == len(CURVE)
    strokes = [line for line in axes.lines if line.get_linewidth() == 1.3]
    assert len(strokes) == len(CURVE)


def test_labels_of_choices_stay_on_the_sheet():
    axes = shown(CURVE.replace({"base": {"all": "Direkomendasikan untuk dijatuhi sanksi"}}))
    renderer = FigureCanvasAgg(axes.figure).get_renderer()
    left = min(text.get_window_extent(renderer).x0 for text in axes.texts)
    assert left >= 0


@pytest.mark.parametrize("value", [math.nan, 0.0, -1.0])
def test_an_estimate_that_has_no_place_on_the_axis_is_refused(value):
    with pytest.raises(ValueError, match="above 0"):
        shown(CURVE.assign(x=[value, 4.0, 40.0]))
