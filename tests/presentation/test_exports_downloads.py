"""The links of a page, whose files lie inside it."""

import base64
from io import BytesIO

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from docx import Document
from python_calamine import CalamineWorkbook

from netralitas_research.errors import UsageError
from netralitas_research.presentation import cite, downloads, prose
from netralitas_research.presentation.body import read_body

TITLES = [("# Judul\n\nIsi.", "id")]


@pytest.fixture
def block(shown, source_rows) -> str:
    return downloads(*shown[:2], name="position", language="id", sources=source_rows).html


def files(html: str) -> dict[str, bytes]:
    links = BeautifulSoup(html, "html.parser").select("a[download]")
    return {
        link["download"]: base64.b64decode(link["href"].partition("base64,")[2], validate=True)
        for link in links
    }


def test_all_tables_are_in_three_files_and_each_thing_is_in_its_own(block):
    assert list(files(block)) == [
        "position.id.docx",
        "position.id.xlsx",
        "position.id.tex",
        "table-1.csv",
        "sources.csv",
        "figure-1.svg",
        "figure-1.png",
    ]


def test_the_files_in_the_page_are_those_that_saving_writes(block, shown, tmp_path):
    found = files(block)
    assert found["table-1.csv"] == shown[0].save(tmp_path / "a.csv").read_bytes()
    for suffix in (".svg", ".png"):
        saved = shown[1].save(tmp_path / f"a{suffix}").read_bytes()
        assert found[f"figure-1{suffix}"] == saved


def test_a_sheet_or_a_table_for_each_and_one_for_the_sources_that_are_cited(block):
    found = files(block)
    book = CalamineWorkbook.from_filelike(BytesIO(found["position.id.xlsx"]))
    assert book.sheet_names == ["table-1", "sources"]
    listed = Document(BytesIO(found["position.id.docx"])).tables[1]
    ids = [row.cells[0].text for row in listed.rows]
    assert ids == ["Kode", "bawaslu", "kasn2021", "medcom"]
    assert found["position.id.tex"].decode().count(r"\begin{table}") == 2


def test_only_cited_sources_are_listed(shown, source_rows):
    more = pd.concat([source_rows, source_rows.head(1).assign(source_id="other")])
    html = downloads(shown[0], name="a", language="id", sources=more).html
    assert "other" not in files(html)["sources.csv"].decode()


def test_a_link_says_what_it_is_of_and_how_large(block):
    soup = BeautifulSoup(block, "html.parser")
    link = soup.find("a", download="figure-1.png")
    size = -(-len(files(block)["figure-1.png"]) // 1000)
    assert link["aria-label"] == f"PNG, {size} kB: Gambar 1. Contoh"
    assert link.get_text() == f"PNG {size} kB"
    assert link["href"].startswith("data:image/png;base64,")


def test_the_page_keeps_the_links_and_lists_the_section(save_notebook, shown, source_rows, block):
    offered = downloads(*shown[:2], name="position", language="id", sources=source_rows)
    path = save_notebook(TITLES, [*shown, offered])
    body = read_body(path, language="id", document="articles/banten")
    assert files(body.html) == files(block)
    assert [section.heading for section in body.sections] == ["Unduh"]
    assert body.description == "Isi."


def test_the_same_report_has_the_same_links(shown, source_rows, block):
    again = downloads(*shown[:2], name="position", language="id", sources=source_rows).html
    assert again == block


def test_figures_alone_have_no_file_of_tables(shown):
    assert list(files(downloads(shown[1], name="a", language="en").html)) == [
        "figure-1.svg",
        "figure-1.png",
    ]


@pytest.mark.parametrize("things", [(), (prose("presentation.contents", "id"),)])
def test_anything_but_tables_and_figures_is_refused(things):
    with pytest.raises(UsageError) as caught:
        downloads(*things, name="a", language="id")
    assert caught.value.key == "error.export_not_shown"


def test_two_things_of_one_name_are_refused(shown):
    with pytest.raises(UsageError) as caught:
        downloads(shown[0], shown[0], name="a", language="id")
    assert caught.value.params == {"name": "table-1"}


def test_a_source_that_is_cited_twice_is_listed_once(shown, source_rows):
    html = downloads(shown[0], name="a", language="en", sources=pd.concat([source_rows] * 2)).html
    assert files(html)["sources.csv"].decode().count("kasn2021") == 1
    assert cite("kasn2021") not in files(html)["table-1.csv"].decode()
