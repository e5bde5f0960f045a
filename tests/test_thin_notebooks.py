"""Notebooks only load, call and show, in two languages, and are committed without output."""

import ast
import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
PARAMETER = re.compile(r"\w+: [\w\[\], |]+ = \S.*  # \S.*")
FILE_NAME = re.compile(r"^[./~]|^(data|reports|notebooks)/|\.(csv|parquet|json|html|png|svg)$")
WORD = re.compile(r"[^\W\d_]{2,}")


def notebook_problems(notebook: dict) -> list[str]:
    problems = []
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(notebook["cells"], start=1):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            found = _prose_problems(source, _tags(cell))
        else:
            found = _code_problems(source)
            if cell["outputs"] or cell["execution_count"] is not None:
                found.append("is committed with its output")
        problems += [f"cell {number} {problem}" for problem in found]
    if [cell for cell in code if "parameters" in _tags(cell)] != code[:1]:
        problems.append("the first code cell, and no other, must be tagged parameters")
    lines = "".join(code[0]["source"]).splitlines() if code else []
    problems += [f"parameter without type or comment: {li}" for li in lines if not _parameter(li)]
    return problems


def _tags(cell: dict) -> set[str]:
    return set(cell["metadata"].get("tags", []))


def _parameter(line: str) -> bool:
    return not line.strip() or bool(PARAMETER.fullmatch(line))


def _prose_problems(source: str, tags: set[str]) -> list[str]:
    if len(tags & {"id", "en"}) == 1 or (not tags & {"id", "en"} and not WORD.search(source)):
        return []
    return ["has words, and is not tagged with one language"]


def _code_problems(source: str) -> list[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return ["is not plain Python"]
    problems = []
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Lambda():
                problems.append("defines something")
            case ast.Import() | ast.ImportFrom():
                problems += [f"imports {name}" for name in _wrong_imports(node)]
            case ast.Call(func=ast.Name(id="open")):
                problems.append("opens a file")
            case ast.Constant(value=str(text)) if FILE_NAME.search(text):
                problems.append(f"names a file: {text}")
    return problems


def _wrong_imports(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Find imports of file access, and of anything below the public face of a room."""
    names = [alias.name for alias in node.names]
    modules = names if isinstance(node, ast.Import) else [node.module or ""]
    return [
        module
        for module in modules
        if module.split(".")[0] in ("os", "sys", "pathlib", "io", "glob", "shutil")
        or (module.startswith("netralitas_research.") and module.count(".") > 1)
    ]


def notebook_with(*cells: dict) -> dict:
    parameters = code('language: str = "id"  # language of the report', tags=["parameters"])
    return {"cells": [parameters, *cells]}


def code(source: str, tags: list[str] | None = None, **more: object) -> dict:
    cell = {"cell_type": "code", "source": source, "outputs": [], "execution_count": None}
    return cell | {"metadata": {"tags": tags or []}} | more


def prose(source: str, *tags: str) -> dict:
    return {"cell_type": "markdown", "source": source, "metadata": {"tags": list(tags)}}


def test_notebooks_are_thin_and_committed_without_output():
    notebooks = {
        path.relative_to(NOTEBOOKS).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(NOTEBOOKS.rglob("*.ipynb"))
        if ".ipynb_checkpoints" not in path.parts
    }
    assert {
        "articles/banten.ipynb",
        "articles/belitung-timur.ipynb",
        "articles/brebes.ipynb",
        "articles/meaning.ipynb",
        "articles/southeast-sulawesi.ipynb",
        "causes/motive.ipynb",
        "causes/position.ipynb",
        "reports/yearly.ipynb",
    } <= set(notebooks)
    problems = [
        f"{name}: {problem}"
        for name, notebook in notebooks.items()
        for problem in notebook_problems(notebook)
    ]
    assert problems == []


@pytest.mark.parametrize(
    "cell",
    [
        code("1 + 1", execution_count=3),
        code("1 + 1", outputs=[{"output_type": "stream", "text": "2"}]),
        code("def share(a, b):\n    return a / b"),
        code("class Share: ..."),
        code("share = lambda a: a"),
        code("import os"),
        code("from pathlib import Path"),
        code("from netralitas_research.study.processed import load"),
        code("open(name)"),
        code('load("data/processed/figures.csv")'),
        code('load("figures.parquet")'),
        code('load("../figures")'),
        code("%matplotlib inline"),
        code('year: int = 2020  # year', tags=["parameters"]),
        prose("# Laporan tahunan"),
        prose("# Laporan", "id", "en"),
    ],
)  # fmt: skip
def test_a_notebook_that_does_too_much_is_found(cell):
    assert notebook_problems(notebook_with(cell))


@pytest.mark.parametrize(
    "line", ["year = 2020  # year", "year: int = 2020", "import pandas", "# the year"]
)
def test_a_parameter_needs_type_and_comment(line):
    assert notebook_problems({"cells": [code(line, tags=["parameters"])]})


def test_a_thin_notebook_is_allowed():
    cells = (
        prose("# Laporan {year}", "id"),
        prose("# Report {year}", "en"),
        prose("---"),
        code('from netralitas_research import study\n\nstudy.load("figures")'),
    )
    assert notebook_problems(notebook_with(*cells)) == []
