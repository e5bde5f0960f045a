"""Every message key of the snapshots and the multiverse has its sentence, and none is left over."""

import ast
import re
from pathlib import Path

from netralitas_research import statistics
from netralitas_research.language import translator

FOLDER = Path(statistics.__file__).parent / "snapshots"
FILES = sorted(FOLDER.glob("*.py"))


def test_keys_of_the_source_are_those_of_the_catalogue():
    texts = {
        node.value
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {key for key in translator("en").messages if re.search(r"(^|\.|_)snapshots[._]", key)}
    own = {key for key in keys if key.startswith(("note.snapshots.", "error.snapshots_"))}

    assert {
        key for key in texts if re.fullmatch(r"(note\.|error\.)snapshots[._][a-z_]+", key)
    } == own
    words = {key for key in keys if key.startswith("snapshots.")}
    assert {key.rpartition(".")[2] for key in words} <= texts
    assert len(words) == 10
