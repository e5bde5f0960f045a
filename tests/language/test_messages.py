"""The translator: which sentence it makes, and what it refuses."""

import subprocess
import sys
from decimal import Decimal

import numpy as np
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate, Translator, headings, translator

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.fixture
def catalogues(tmp_path):
    def write(**domains):
        (tmp_path / "id").mkdir()
        for domain, messages in domains.items():
            entries = "".join(f'\nmsgid "{key}"\nmsgstr "{text}"\n' for key, text in messages)
            (tmp_path / "id" / f"{domain}.po").write_text(HEADER + entries, encoding="utf-8")
        return Translator("id", tmp_path)

    return write


def test_domains_are_merged(catalogues):
    translate = catalogues(one=[("a.one", "satu")], two=[("a.two", "dua")])
    assert (translate("a.one"), translate("a.two")) == ("satu", "dua")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1234, "1.234"),
        (1234.5, "1.234,5"),
        (Decimal("9.40"), "9,4"),
        (np.int64(1234), "1.234"),
        (PartialDate(2020, 7), "Juli 2020"),
        ("2020", "2020"),
    ],
)
def test_numbers_and_dates_are_written_in_the_language(catalogues, value, written):
    translate = catalogues(one=[("a.value", "nilai {value}")])
    assert translate("a.value", value=value, not_needed=1) == f"nilai {written}"


def test_parameter_may_be_called_key(catalogues):
    assert catalogues(one=[("a.key", "kunci {key}")])("a.key", key="x") == "kunci x"


def test_key_in_two_domains_is_an_error(catalogues):
    translate = catalogues(one=[("a.same", "satu")], two=[("a.same", "dua")])
    with pytest.raises(ValueError, match=r"two\.po .*a\.same"):
        translate("a.same")


def test_missing_message_names_key_and_language(catalogues):
    with pytest.raises(KeyError, match=r"a\.missing.*'id'"):
        catalogues(one=[("a.empty", "")])("a.missing")


def test_empty_translation_counts_as_missing(catalogues):
    with pytest.raises(KeyError, match=r"a\.empty"):
        catalogues(one=[("a.empty", "")])("a.empty")


def test_placeholder_without_value_is_an_error(catalogues):
    with pytest.raises(KeyError, match="value"):
        catalogues(one=[("a.value", "nilai {value}")])("a.value")


def test_unknown_language_is_a_usage_error_with_a_message():
    with pytest.raises(UsageError) as caught:
        translator("fr")
    sentence = translator("en")(caught.value.key, **caught.value.params)
    assert sentence == "There is no language “fr”. Please choose one of these: id, en."


def test_translator_of_a_language_is_made_once():
    assert translator("id") is translator("id")


def test_importing_the_room_does_not_load_babel():
    program = (
        "import sys, netralitas_research.language as language; language.parse_number('5');"
        "language.translator('id'); print('babel' in sys.modules, 'pandas' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "False"]


def test_columns_are_headed_in_the_given_order_from_their_own_domain():
    assert list(headings("id", "yearly", "sources", "amount").items()) == [
        ("sources", "Sumber"),
        ("amount", "Nilai"),
    ]
    assert headings("en", "meaning", "act") != headings("en", "belitung", "act")
    assert headings("en", "yearly") == {}


def test_a_column_without_a_heading_is_named():
    with pytest.raises(KeyError, match=r"yearly\.heading\.colour"):
        headings("en", "yearly", "colour")


def test_headings_of_a_language_that_the_study_does_not_speak_are_refused():
    with pytest.raises(UsageError):
        headings("jv", "yearly", "sources")
