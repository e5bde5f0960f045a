"""docs/statistics.md lists what can be called, and nothing else."""

import re
from importlib import import_module
from pathlib import Path

from netralitas_research import statistics

ROOT = Path(__file__).parents[2]
ROOM = Path(statistics.__file__).parent
FAMILIES = sorted(path.parent.name for path in ROOM.glob("*/__init__.py"))
PAGE = (ROOT / "docs" / "statistics.md").read_text(encoding="utf-8")


def test_every_public_function_is_listed_and_every_listed_one_is_there():
    listed = set(re.findall(r"`([a-z]+\.[A-Za-z_]+)`", PAGE))
    public = {
        f"{family}.{name}"
        for family in FAMILIES
        for name in import_module(f"{statistics.__name__}.{family}").__all__
    }
    assert listed == public


def test_every_family_has_a_heading_with_a_page():
    for target in re.findall(r"^## .*?\]\(([^)]+)\)", PAGE, re.MULTILINE):
        assert (ROOT / "docs" / target).is_file()


def test_every_public_function_has_a_docstring_with_an_example():
    for family in FAMILIES:
        module = import_module(f"{statistics.__name__}.{family}")
        for name in module.__all__:
            documentation = getattr(module, name).__doc__ or ""
            assert ">>>" in documentation, f"{family}.{name}"
