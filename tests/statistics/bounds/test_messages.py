"""Every remark and error of the bounds has its sentence, and every sentence is used."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import netralitas_research.statistics as room
from netralitas_research.language import LANGUAGES
from netralitas_research.language.messages import LOCALES

KEY = re.compile(r'"((?:note|error)\.bounds[a-z_.]+)"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_those_that_the_code_names(language):
    folder = Path(next(iter(room.__path__))) / "bounds"
    named = {
        key for path in folder.glob("*.py") for key in KEY.findall(path.read_text(encoding="utf-8"))
    }
    with (LOCALES / language / "bounds.po").open("rb") as file:
        written = {entry.id for entry in read_po(file) if entry.id}
    assert named == written
