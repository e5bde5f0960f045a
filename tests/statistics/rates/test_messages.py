"""Every note, term, method and error of rates, exposure and detection has its sentence."""

import ast
import re
from pathlib import Path

import pytest

from netralitas_research import statistics
from netralitas_research.language import LANGUAGES, translator

FOLDER = Path(statistics.__file__).parent / "rates"
FILES = sorted(FOLDER.glob("*.py"))
OWN = ("rates.", "note.rates.", "error.rates_")


def written():
    """List all texts of the modules."""
    return {
        node.value
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def sentences(language):
    return {key for key in translator(language).messages if key.startswith(OWN)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_the_source_has_a_sentence(language):
    keys = {text for text in written() if re.fullmatch(r"(note|error)\.rates[a-z_.]*[a-z]", text)}

    assert len(keys) > 20
    assert keys <= sentences(language)


def test_every_sentence_is_used():
    # Terms, methods and the remarks of a representation are written as their last word.
    texts = written()
    unused = {
        key for key in sentences("en") if key not in texts and key.rpartition(".")[2] not in texts
    }
    assert unused == set()


def test_every_remark_on_a_representation_has_a_sentence():
    source = (FOLDER / "exposure.py").read_text(encoding="utf-8")
    remarks = re.findall(r'^        "(\w+)": ', source[source.index("def _note") :], re.MULTILINE)

    assert len(remarks) > 8
    assert {f"note.rates.{remark}" for remark in remarks} <= sentences("en")
