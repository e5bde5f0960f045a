import pytest
from bs4 import BeautifulSoup, Tag

from netralitas_research.presentation.screens import fit_to_screen


def table_of(headings: list[str], rows: list[list[str]], side: str = "left") -> Tag:
    head = "".join(f"<th>{heading}</th>" for heading in headings)
    body = "".join(
        "<tr>" + "".join(f'<td class="gt_{side}">{cell}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    html = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    table = BeautifulSoup(html, "html.parser").table
    fit_to_screen(table)
    return table


def test_every_cell_knows_the_heading_of_its_column():
    table = table_of(["A  <b>b</b>", "C"], [["1", "2"], ["3", "4"]])
    assert [cell["data-label"] for cell in table("td")] == ["A b", "C", "A b", "C"]


def test_a_table_keeps_its_meaning_when_its_rows_are_cards():
    table = table_of(["A"], [["1"]])
    roles = [tag["role"] for tag in table(role=True)]
    assert (table["role"], roles) == ("table", ["row", "row", "cell"])


def test_what_a_cell_holds_is_one_piece_beside_its_label():
    cell = table_of(["A"], [['<a href="#a">1</a>, <a href="#b">2</a>']]).find("td")
    assert [child.name for child in cell.children] == ["span"]
    assert cell.get_text() == "1, 2"


@pytest.mark.parametrize(
    ("words", "expected"),
    [(["jumlah"] * 4, None), (["rekomendasi"] * 6, "wide"), (["ditindaklanjuti"] * 5, "dense"),
     (["pertanggungjawaban"] * 6, "cards")],
)  # fmt: skip
def test_tables_that_need_more_room_become_cards_earlier(words: list[str], expected: str | None):
    assert table_of(words, [["1"] * len(words)]).get("class") == expected


def test_long_text_that_can_be_broken_needs_no_more_room():
    assert table_of(["a", "b"], [["kata " * 100, "x"]]).get("class") is None


def test_a_number_is_never_broken():
    assert table_of(["a", "b"], [["1 234 " * 14, "1"]], side="right").get("class") == "dense"


def test_a_table_without_headings_is_left_readable():
    table = BeautifulSoup("<table><tr><td>1</td></tr></table>", "html.parser").table
    fit_to_screen(table)
    assert table.get_text() == "1"


def test_a_range_of_numbers_stays_on_one_line():
    cell = table_of(["A"], [["56.5 (48.2–65.4) since 2018, from <b>1.5–2 %</b> – or not"]]).find(
        "td"
    )
    assert [tag.get_text() for tag in cell("span", class_="range")] == ["(48.2–65.4)", "1.5–2"]
    assert cell.get_text() == "56.5 (48.2–65.4) since 2018, from 1.5–2 % – or not"
