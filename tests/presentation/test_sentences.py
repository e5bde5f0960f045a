import pytest

from netralitas_research.presentation.markup import cite
from netralitas_research.presentation.sentences import prose

KEY = "presentation.address_incomplete"


def test_a_sentence_comes_from_the_catalogue_of_the_language():
    assert prose(KEY, "en", address="x").markdown == "Incomplete address: x"
    assert prose(KEY, "id", address="x")._repr_markdown_() == "Alamat tidak lengkap: x"


def test_numbers_take_the_form_of_the_language():
    assert prose(KEY, "id", address=1234.5).markdown.endswith("1.234,5")
    assert prose(KEY, "en", address=1234.5).markdown.endswith("1,234.5")


def test_text_is_escaped_and_citations_are_kept():
    sentence = prose(KEY, "id", address="<b>" + cite("a")).markdown
    assert sentence.endswith("&lt;b&gt;" + cite("a"))


def test_a_key_that_is_not_in_the_catalogue_is_an_error():
    with pytest.raises(KeyError, match=r"reports\.no_such_sentence"):
        prose("reports.no_such_sentence", "id")
