from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from bs4 import BeautifulSoup

from netralitas_research.presentation.markup import cite
from netralitas_research.presentation.tables import Table, cell, table


def make(frame: pd.DataFrame, language: str = "id", **options: object) -> Table:
    columns = options.pop("columns", {name: f"Kolom {name}" for name in frame})
    return table(
        frame, language=language, columns=columns, caption="Tabel 1", name="contoh", **options
    )


def rows(shown: Table) -> list[list[str]]:
    soup = BeautifulSoup(shown.html, "html.parser")
    return [[cell.get_text() for cell in row("td")] for row in soup.select("tbody tr")]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("id", ["4.168.118", "22,98", "1.005"]), ("en", ["4,168,118", "22.98", "1,005"])],
)
def test_numbers_take_the_form_of_the_language(language: str, expected: list[str]):
    frame = pd.DataFrame({"a": [4168118], "b": [22.98], "c": [Decimal(1005)]})
    assert rows(make(frame, language)) == [expected]


def test_decimals_are_given_by_column():
    frame = pd.DataFrame({"a": [9.4, 10], "b": [9.4, 10]})
    assert rows(make(frame, decimals={"a": 2})) == [["9,40", "9,4"], ["10,00", "10"]]


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT, Decimal("NaN"), ""])
def test_a_missing_value_is_a_dash(missing: object):
    assert cell(missing, "id") == "–"


def test_a_missing_count_does_not_turn_the_others_into_decimals():
    frame = pd.DataFrame({"n": pd.array([1005, None], dtype="Int64")})
    assert rows(make(frame)) == [["1.005"], ["–"]]


def test_true_is_a_word_and_not_the_number_one():
    assert [cell(np.True_, "id"), cell(False, "en")] == ["ya", "no"]


def test_a_year_given_as_text_keeps_its_form():
    assert cell("2020", "id") == "2020"


def test_labels_headings_and_notes_are_escaped():
    frame = pd.DataFrame({"a": ["<b>tebal</b> & 1 < 2"]})
    shown = make(frame, columns={"a": "<i>Judul"}, note="<script>x</script>")
    soup = BeautifulSoup(shown.html, "html.parser")
    assert soup.find(["b", "i", "script"]) is None
    assert rows(shown) == [["<b>tebal</b> & 1 < 2"]]
    assert soup.find("th").get_text() == "<i>Judul"


def test_citations_in_cells_are_links():
    shown = make(pd.DataFrame({"a": [cite("kasn2021")]}))
    assert BeautifulSoup(shown.html, "html.parser").select_one("td a")["href"] == "#source-kasn2021"


def test_numbers_stand_right_and_text_left_unless_told_otherwise():
    frame = pd.DataFrame({"a": ["x"], "b": [1], "c": [2]})
    soup = BeautifulSoup(make(frame, align={"c": "center"}).html, "html.parser")
    classes = [next(c for c in td["class"] if c != "gt_row") for td in soup("td")]
    assert classes == ["gt_left", "gt_right", "gt_center"]


def test_only_the_named_columns_are_shown_in_their_order():
    frame = pd.DataFrame({"a": [1], "b": [2], "c": [3]})
    assert rows(make(frame, columns={"c": "C", "a": "A"})) == [["3", "1"]]
    with pytest.raises(KeyError):
        make(frame, columns={"d": "D"})


def test_the_table_is_a_figure_with_its_name_and_caption():
    soup = BeautifulSoup(make(pd.DataFrame({"a": [1]})).html, "html.parser")
    assert soup.select_one("figure.table#contoh > figcaption").get_text() == "Tabel 1"


def test_the_same_table_has_the_same_bytes():
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    assert make(frame).html == make(frame.copy()).html


@pytest.mark.parametrize(("language", "mark"), [("id", "Data simulasi"), ("en", "Simulated data")])
def test_a_simulated_table_is_marked(language: str, mark: str):
    frame = pd.DataFrame({"a": [1]})
    assert mark in BeautifulSoup(make(frame, language, simulated=True).html, "html.parser").text
    assert mark not in make(frame, language).html


def test_a_table_without_rows_still_has_its_headings():
    shown = make(pd.DataFrame({"a": []}))
    assert "Kolom a" in shown.html
    assert rows(shown) == []


def test_the_plain_text_of_a_table_does_not_repeat_its_html():
    assert repr(make(pd.DataFrame({"a": [1]}))) == "Table(name='contoh')"
