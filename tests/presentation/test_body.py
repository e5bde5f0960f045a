import nbformat
import pytest
from bs4 import BeautifulSoup

from netralitas_research.errors import DocumentError
from netralitas_research.presentation.body import Section, read_body

TITLES = [("# Judul", "id"), ("# Title", "en")]


def read(path, language="id"):
    return read_body(path, language=language, document="articles/banten")


def test_cells_of_the_other_language_are_left_out(save_notebook):
    path = save_notebook([*TITLES, ("Satu", "id"), ("One", "en"), ("1945", "")])
    assert BeautifulSoup(read(path, "id").html, "html.parser").get_text().split() == [
        "Satu",
        "1945",
    ]
    assert BeautifulSoup(read(path, "en").html, "html.parser").get_text().split() == ["One", "1945"]


def test_title_and_description_come_from_the_notebook(save_notebook):
    path = save_notebook([*TITLES, ("Satu *dua* & tiga.", "id"), ("One.", "en")])
    body = read(path)
    assert (body.title, body.description) == ("Judul", "Satu dua & tiga.")
    assert "<h1" not in body.html


def test_a_notebook_without_a_title_is_an_error(save_notebook):
    with pytest.raises(DocumentError) as caught:
        read(save_notebook([("Satu", "id")]))
    assert caught.value.key == "error.document_without_title"
    assert caught.value.params == {"document": "articles/banten"}


def test_code_and_warnings_are_not_shown(save_notebook, shown):
    html = read(save_notebook(TITLES, shown)).html
    assert "secret_code" not in html
    assert "a warning" not in html


def test_every_figure_and_table_is_shown_once_and_drawings_unchanged(save_notebook, shown):
    html = read(save_notebook(TITLES, shown)).html
    soup = BeautifulSoup(html, "html.parser")
    assert [figure["id"] for figure in soup("figure")] == ["table-1", "figure-1"]
    drawing = shown[1].html.partition("<svg")[2].partition("</svg>")[0]
    assert drawing in html


def test_drawings_stay_in_place_when_a_cell_of_the_other_language_has_one(save_notebook, shown):
    path = save_notebook(TITLES, [shown[1], shown[2]])
    notebook = nbformat.read(path, as_version=4)
    other = nbformat.from_dict(notebook.cells[2])
    other.id = "other"
    other.metadata["tags"] = ["en"]
    other.outputs[1].data["text/html"] = other.outputs[1].data["text/html"].replace("1.005", "x")
    notebook.cells.insert(2, other)
    nbformat.write(notebook, path)
    html = read(path, "id").html
    assert html.count("<svg") == 1
    assert "Batang: 1.005 dan 12" in html


def test_every_cell_of_a_table_knows_its_heading(save_notebook, shown):
    soup = BeautifulSoup(read(save_notebook(TITLES, shown)).html, "html.parser")
    labels = [[cell["data-label"] for cell in row("td")] for row in soup.select("tbody tr")]
    assert labels == [["Tindakan <a>", "Jumlah", "Sumber"]] * 2


def test_a_cell_with_two_citations_has_one_child_beside_its_label(save_notebook, shown):
    soup = BeautifulSoup(read(save_notebook(TITLES, shown)).html, "html.parser")
    assert all([child.name for child in cell.children] == ["span"] for cell in soup("td"))


def test_tables_bring_no_style_sheet_of_their_own(save_notebook, shown):
    soup = BeautifulSoup(read(save_notebook(TITLES, shown)).html, "html.parser")
    assert soup.find("style") is None
    assert soup.find("figure").find("div") is None


def test_citations_show_the_number_of_their_source(save_notebook, shown):
    soup = BeautifulSoup(read(save_notebook(TITLES, shown)).html, "html.parser")
    assert [link.get_text() for link in soup.select("a.cite")] == ["[2]", "[1]", "[3]"]
    assert soup.find("a", class_="cite")["title"].startswith("KASN. Kinerja")


def test_a_citation_of_a_source_that_is_not_listed_is_an_error(save_notebook, shown):
    with pytest.raises(DocumentError) as caught:
        read(save_notebook(TITLES, shown[:2]))
    assert caught.value.params == {"document": "articles/banten", "source": "kasn2021"}


def test_headings_have_unique_anchors_and_those_of_the_second_level_are_listed(
    save_notebook, shown
):
    path = save_notebook([*TITLES, ("## Siapa & apa?\n### Sama\n### Sama\n## Figure 1", "")], shown)
    body = read(path)
    assert body.sections == (
        Section("siapa-apa", "Siapa & apa?"),
        Section("figure-1-2", "Figure 1"),
    )
    ids = [tag["id"] for tag in BeautifulSoup(body.html, "html.parser")(id=True)]
    assert len(ids) == len(set(ids))


def test_scripts_in_a_notebook_are_removed(save_notebook):
    path = save_notebook([*TITLES, ("<script>x()</script>\n\nSatu", "id")])
    assert "script" not in read(path).html
