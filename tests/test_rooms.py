"""The rooms of the package import in one direction, and the command starts without heavy ones."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "netralitas_research"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

ORDER = (
    "errors",
    "home",
    "language",
    "codelists",
    "cleaning",
    "study",
    "statistics",
    "audit",
    "presentation",
    "pipeline",
    "cli",
)
"""Each room may import itself and those before it."""

ALONE = {"statistics": {"statistics", "errors"}}
"""Rooms that import no other room, whatever their place."""

HEAVY = {
    "babel",
    "great_tables",
    "matplotlib",
    "nbconvert",
    "numpy",
    "pandas",
    "papermill",
    "pytask",
    "statsmodels",
}


def wrong_imports(module: str, source: str) -> list[str]:
    """List the imports of a module, given as ``room.name``, that go against the order."""
    room = module.split(".")[0]
    if room not in ORDER:
        return [f"{module}: the room {room} has no place in the order"]
    allowed = ALONE.get(room, set(ORDER[: ORDER.index(room) + 1]))
    return [
        f"{module}, line {line}: imports {imported}"
        for line, imported in imported_rooms(ast.parse(source))
        if imported not in allowed
    ]


def imported_rooms(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            names = [f"{PACKAGE}.relative import"]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == PACKAGE:
                yield node.lineno, rest.split(".")[0]


def modules() -> dict[str, str]:
    found = {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts): path.read_text(encoding="utf-8")
        for path in sorted(SOURCE.rglob("*.py"))
    }
    del found["__init__"]
    return found


def test_rooms_import_only_those_before_them():
    found = modules()
    assert {"errors", "cli", "language.messages", "cleaning.clean"} <= set(found)
    assert [wrong for name, source in found.items() for wrong in wrong_imports(name, source)] == []


def test_the_package_itself_imports_no_room():
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    assert list(imported_rooms(tree)) == []


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("language.numbers", "from netralitas_research.codelists import load"),
        ("codelists.lists", "import netralitas_research.cleaning.check"),
        ("cleaning.clean", "from netralitas_research import study"),
        ("study.processed", "def late():\n    from netralitas_research.presentation import table"),
        ("presentation.page", "if True:\n    import netralitas_research.pipeline as p"),
        ("pipeline.run", "from netralitas_research.cli import run"),
        ("statistics.shares", "from netralitas_research.language import format_number"),
        ("audit.claims", "from netralitas_research.presentation import table"),
        ("study.trends", "from netralitas_research.statistics import rate"),
        ("language.dates", "from . import numbers"),
        ("newroom.module", ""),
    ],
)
def test_an_import_against_the_order_is_found(module, statement):
    assert len(wrong_imports(module, statement)) == 1


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("codelists.lists", "from netralitas_research.codelists.matching import find"),
        ("audit.claims", "from netralitas_research import cleaning, statistics, study"),
        ("statistics.shares", "import numpy\nfrom netralitas_research.errors import UsageError"),
        ("cli", "from netralitas_research.pipeline.run import run"),
    ],
)
def test_an_import_in_the_order_is_allowed(module, statement):
    assert wrong_imports(module, statement) == []


@pytest.mark.parametrize("module", [PACKAGE, f"{PACKAGE}.cli"])
def test_the_command_starts_without_heavy_imports(module):
    assert heavy_imports(f"import {module}") == set()


def test_a_heavy_import_would_be_seen():
    assert "pandas" in heavy_imports("import pandas")


def heavy_imports(statement: str) -> set[str]:
    program = f"import json, sys; {statement}; print(json.dumps(list(sys.modules)))"
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return HEAVY.intersection(json.loads(shown.stdout))
