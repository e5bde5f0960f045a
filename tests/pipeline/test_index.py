from small_study import make_study

from netralitas_research.pipeline.documents import find_documents
from netralitas_research.pipeline.index import read_head, write_index


def test_the_index_lists_the_pages_of_its_language_by_their_titles(tmp_path):
    documents = find_documents(make_study(tmp_path, articles=("one", "two")), [])
    pages = tmp_path / "reports" / "articles"
    pages.mkdir(parents=True)
    head = "<head><title>One &lt; two</title><meta name='description' content='About it.'></head>"
    (pages / "one.en.html").write_text(head)
    write_index(documents, tmp_path / "reports")
    english = (tmp_path / "reports/index.en.html").read_text()
    assert '<a href="articles/one.en.html">One &lt; two</a>' in english
    assert "About it." in english
    assert "two.en.html" not in english
    assert "one.en.html" not in (tmp_path / "reports/index.html").read_text()


def test_a_page_without_a_description_has_none():
    assert read_head("<html><head>\n<title>\nBanten</title>\n</head>") == {"title": "\nBanten"}
