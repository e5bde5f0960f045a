"""Every problem of a user's own file has its sentence, and every sentence is used."""

import ast
from pathlib import Path

import pytest

from netralitas_research import cleaning
from netralitas_research.cleaning.personal import _KINDS
from netralitas_research.language import LANGUAGES, translator

MODULES = ("sheets", "personal", "questionnaires", "questionnaire_layout", "sittings", "codings")


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_in_the_source_and_sentences_are_the_same(language):
    folder = Path(cleaning.__file__).parent
    written = {
        node.value
        for module in MODULES
        for node in ast.walk(ast.parse((folder / f"{module}.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    said = {key for key in translator(language).messages if key.startswith("userfiles.")}
    kinds = {f"userfiles.kind.{kind}" for kind in [*_KINDS, "not_needed"]}

    assert {key for key in written if key.startswith("userfiles.")} | kinds == said - {
        "userfiles.dropped"
    }
