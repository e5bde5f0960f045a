"""Every note, method and error of rank sets has its sentence, and every sentence is used."""

import ast
import re
from pathlib import Path

import pytest

from netralitas_research import statistics
from netralitas_research.language import LANGUAGES, translator

FOLDER = Path(statistics.__file__).parent / "ranks"
FILES = sorted(FOLDER.glob("*.py"))
PREFIX = re.compile(r"(note\.ranks\.|ranks\.method\.|error\.ranks_)(.+)")


def words():
    """List the texts in the modules, and the methods whose names are put together."""
    texts = {
        node.value
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return texts | {f"{x}_{y}" for x in ("binomial", "conditional") for y in ("holm", "bonferroni")}


def sentences(language):
    return {key for key in translator(language).messages if PREFIX.match(key)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_the_source_has_a_sentence(language):
    keys = {text for text in words() if PREFIX.match(text) and not text.endswith(".")}

    assert len(keys) > 20
    assert keys <= sentences(language)


def test_every_sentence_is_used():
    texts = words()

    assert {key for key in sentences("en") if not {key, PREFIX.match(key)[2]} & texts} == set()


def test_every_note_word_of_a_table_has_a_sentence():
    # Words become keys in a table; so do the names of further columns, and another name of Holm's
    # method, which are none.
    columns = {"least", "most", "events", "exposure", "count", "base", "holm_bonferroni"}
    words_of_notes = {
        key.value
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    } - columns

    assert {"tied", "zero_count", "few"} <= words_of_notes
    assert {f"note.ranks.{word}" for word in words_of_notes} <= sentences("en")
