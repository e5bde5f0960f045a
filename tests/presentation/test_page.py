import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from netralitas_research.presentation.page import Entry, render_index, render_page

MARKDOWN = [("# Judul", "id"), ("# Title", "en"), ("Isi.", "id"), ("Text.", "en"),
            ("## Bagian", "id"), ("## Part", "en")]  # fmt: skip
ENTRIES = [
    Entry("articles", "banten", "Banten <1>", "articles/banten.id.html", "Tentang Banten"),
    Entry("articles", "brebes", "Brebes", "articles/brebes.id.html"),
    Entry("yearly", "2020", "Laporan 2020", "yearly/2020.id.html"),
]


@pytest.fixture
def pages(save_notebook, shown, document) -> dict[str, str]:
    path = save_notebook(MARKDOWN, shown)
    return {
        language: render_page(path, document=document, language=language, data_version="1.2.0")
        for language in ("id", "en")
    }


def test_the_same_notebook_gives_the_same_bytes(save_notebook, shown, document, pages):
    path = save_notebook(MARKDOWN, shown)
    again = render_page(path, document=document, language="id", data_version="1.2.0")
    assert again == pages["id"]


def test_the_page_asks_for_nothing_from_outside(pages):
    soup = BeautifulSoup(pages["id"], "html.parser")
    assert soup.find(["script", "iframe", "object", "embed"]) is None
    assert [link["href"] for link in soup("link")] == ["data:,"]
    addresses = re.findall(r"https?://[^\s\"<]+", pages["id"])
    links = [a["href"] for a in soup.select("ol.sources a")]
    linked = {address.replace("&amp;", "&") for address in addresses} - {"https://example.org/a..."}
    assert linked == set(links)


def test_language_title_and_viewport_are_set(pages):
    for language, title in (("id", "Judul"), ("en", "Title")):
        soup = BeautifulSoup(pages[language], "html.parser")
        assert soup.html["lang"] == language
        assert soup.title.get_text() == soup.h1.get_text() == title
        assert "width=device-width" in soup.find("meta", attrs={"name": "viewport"})["content"]


def test_the_first_paragraph_describes_the_page(pages):
    soup = BeautifulSoup(pages["en"], "html.parser")
    assert soup.find("meta", attrs={"name": "description"})["content"] == "Text."


def test_links_lead_to_the_index_and_to_the_other_language(pages):
    links = {
        language: [a["href"] for a in BeautifulSoup(page, "html.parser").select(".bar a")]
        for language, page in pages.items()
    }
    assert links == {
        "id": ["../index.html", "banten.en.html"],
        "en": ["../index.en.html", "banten.id.html"],
    }


def test_a_report_in_one_language_links_to_the_index_of_the_other(save_notebook, document):
    path = save_notebook(MARKDOWN)
    page = render_page(path, document=document, language="id", languages=["id"])
    links = BeautifulSoup(page, "html.parser").select(".bar a")
    assert links[1]["href"] == "../index.en.html"


def test_every_link_inside_the_page_leads_somewhere(pages):
    for page in pages.values():
        soup = BeautifulSoup(page, "html.parser")
        ids = [tag["id"] for tag in soup(id=True)]
        assert len(ids) == len(set(ids))
        targets = {a["href"][1:] for a in soup("a", href=re.compile("^#"))}
        headers = {name for cell in soup(headers=True) for name in cell["headers"]}
        assert targets | headers <= set(ids)


def test_the_contents_list_the_sections(pages):
    link = BeautifulSoup(pages["en"], "html.parser").select_one(".contents a")
    assert (link["href"], link.get_text()) == ("#part", "Part")


def test_the_foot_says_how_the_page_was_made_and_what_the_data_are_not(pages):
    foot = BeautifulSoup(pages["en"], "html.parser").find("footer").get_text()
    assert "notebooks/articles/banten.ipynb" in foot
    assert "netralitas reproduce --only articles/banten" in foot
    assert "1.2.0" in foot
    assert "CC BY 4.0" in foot
    assert "not a register of all violations" in foot


def test_each_page_is_in_one_language(pages):
    assert not re.search(r"Judul|Daftar isi|Semua laporan|Lisensi", pages["en"])
    assert not re.search(r"\bTitle\b|Contents|All reports|Licence", pages["id"])


def test_headings_of_the_page_skip_no_level(pages):
    levels = [
        int(tag.name[1])
        for tag in BeautifulSoup(pages["id"], "html.parser")(re.compile("^h[1-6]$"))
    ]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_the_index_lists_reports_by_group():
    soup = BeautifulSoup(render_index(ENTRIES, "id"), "html.parser")
    listed = {
        section.h2.get_text(): [a["href"] for a in section("a")] for section in soup("section")
    }
    assert listed == {
        "Artikel": ["articles/banten.id.html", "articles/brebes.id.html"],
        "Laporan tahunan": ["yearly/2020.id.html"],
    }


def test_titles_in_the_index_are_escaped_and_described():
    soup = BeautifulSoup(render_index(ENTRIES, "id"), "html.parser")
    item = soup.select_one(".reports li")
    assert item.a.get_text() == "Banten <1>"
    assert item.p.get_text() == "Tentang Banten"


def test_each_index_links_to_that_of_the_other_language():
    for language, other in (("id", "index.en.html"), ("en", "index.html")):
        soup = BeautifulSoup(render_index(ENTRIES, language), "html.parser")
        assert soup.html["lang"] == language
        assert [a["href"] for a in soup.select(".bar a")] == [other]


def test_an_index_without_reports_says_so():
    assert "Belum ada laporan." in render_index([], "id")
