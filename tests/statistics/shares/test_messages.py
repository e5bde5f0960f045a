"""Every note, method and error of the results on shares has its sentence, and none is unused."""

import ast
import re
from pathlib import Path

import pytest

from netralitas_research import statistics
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.statistics.shares import contrasts, simultaneous
from netralitas_research.statistics.shares import limits as share_limits

FOLDER = Path(statistics.__file__).parent / "shares"
FILES = sorted(FOLDER.glob("*.py"))


def written():
    """List the keys that the modules write out."""
    texts = {
        node.value
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {text for text in texts if re.fullmatch(r"(note\.shares|error)\.[a-z_.]*[a-z]", text)}
    # Written in two parts.
    keys |= {f"note.shares.not_{shares}" for shares in ("partition", "top_list")}
    return keys | {f"note.shares.{name}" for name in ("fits_no_count", "other_fits_no_count")}


def methods():
    known = {*share_limits.METHODS, *simultaneous.METHODS, *contrasts.DIFFERENCES}
    return {f"shares.method.{method}" for method in known | {"log", "rounding"}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_sentence(language):
    needed = written() | methods() | {"shares.term.remainder"}

    assert len(needed) > 40
    assert needed <= translator(language).messages.keys()


def test_every_sentence_is_used():
    own = {
        key
        for key in translator("en").messages
        if key.startswith(("note.shares.", "shares.", "error.shares_"))
    }
    assert own <= written() | methods() | {"shares.term.remainder"}
