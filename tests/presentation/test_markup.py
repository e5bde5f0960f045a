from html import unescape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.presentation.markup import anchor, cite, safe


def test_ids_joined_by_semicolons_become_links_to_the_list_of_sources():
    links = BeautifulSoup(cite("kasn2021; bawaslu.1"), "html.parser")("a")
    assert [link["href"] for link in links] == ["#source-kasn2021", "#source-bawaslu.1"]


def test_no_id_gives_no_link():
    assert cite("") == ""
    assert cite([]) == ""


@pytest.mark.parametrize("source_id", ['a"b', "a b", "<a>", "a/b"])
def test_an_id_that_could_break_the_page_is_refused(source_id: str):
    with pytest.raises(ValueError, match="not a source id"):
        cite(source_id)


def test_citations_survive_and_every_other_tag_is_escaped():
    text = "x < y & " + cite("a;b") + '<script>1</script><a href="https://example.org">z</a>'
    tags = BeautifulSoup(safe(text), "html.parser")
    assert [tag.name for tag in tags.find_all()] == ["a", "a"]
    assert tags.get_text() == 'x < y & a, b<script>1</script><a href="https://example.org">z</a>'


def test_a_forged_citation_is_escaped():
    forged = '<a class="cite" href="#source-a" onclick="x()">a</a>'
    assert BeautifulSoup(safe(forged), "html.parser").find() is None


@given(st.text())
def test_text_without_citations_is_shown_as_typed(text: str):
    assert "<" not in safe(text)
    assert unescape(safe(text)) == text


@pytest.mark.parametrize("name", ["", "Table", "table 1", "table--1", "1-table", 'x"'])
def test_a_name_that_is_no_anchor_is_refused(name: str):
    with pytest.raises(ValueError, match="lower-case words"):
        anchor(name)
