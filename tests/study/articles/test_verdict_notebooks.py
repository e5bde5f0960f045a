"""The notebooks that judge an article: opened by the answer, complete in words, marked, saved."""

import ast
import json
from pathlib import Path

import pytest

from netralitas_research.language import LANGUAGES, translator

NOTEBOOKS = Path(__file__).parents[3] / "notebooks" / "articles"
SLUGS = ("belitung-timur", "brebes", "meaning")
OWN = {"answers": {"compared", "pairs", "items"}, "codes": {"agreement", "categories", "confusion"}}


def calls(slug: str) -> list[ast.Call]:
    notebook = json.loads((NOTEBOOKS / f"{slug}.ipynb").read_text(encoding="utf-8"))
    sources = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    return [node for node in nodes if isinstance(node, ast.Call)]


def named(slug: str, *functions: str) -> list[ast.Call]:
    return [call for call in calls(slug) if ast.unparse(call.func) in functions]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_message_is_there_in_both_languages(slug):
    keys = {
        call.args[0].value
        for call in named(slug, "text", "prose")
        if isinstance(call.args[0], ast.Constant)
    }
    assert len(keys) >= 8
    for language in LANGUAGES:
        assert keys <= translator(language).messages.keys()


@pytest.mark.parametrize("slug", SLUGS)
def test_the_answer_with_the_tally_of_verdicts_comes_first(slug):
    second = named(slug, "prose")[1]
    assert second.args[0].value.endswith(".answer")
    assert "audit.counts(rows)" in ast.unparse(second)


@pytest.mark.parametrize(("slug", "own"), [("brebes", "answers"), ("meaning", "codes")])
def test_whatever_comes_from_a_simulation_is_marked(slug, own):
    marked = set()
    for call in named(slug, "table", "figure"):
        given = {keyword.arg: keyword.value for keyword in call.keywords}
        if "simulated" in given:
            assert ast.unparse(given["simulated"]) == f"{own}.simulated"
            marked.add(given["name"].value)
    assert marked == OWN[own]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_numbers_are_saved_under_the_name_of_the_report(slug):
    [saved] = named(slug, "save_numbers")
    assert f"articles/{slug}" in ast.unparse(saved.args[0])
