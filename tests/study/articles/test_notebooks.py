"""The notebooks of the articles: no number is left out, no key or picture is missing."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from netralitas_research.language import LANGUAGES, translator
from netralitas_research.study import articles

NOTEBOOKS = Path(__file__).parents[3] / "notebooks" / "articles"
SLUGS = ("banten", "southeast-sulawesi")


def calls(slug: str) -> Iterator[tuple[str, ast.Call]]:
    """Go through the calls of a notebook in their order."""
    notebook = json.loads((NOTEBOOKS / f"{slug}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            found = [
                n for n in ast.walk(ast.parse("".join(cell["source"]))) if isinstance(n, ast.Call)
            ]
            yield from ((ast.unparse(call.func), call) for call in found)


def texts(call: ast.Call) -> list[object]:
    return [argument.value for argument in call.args if isinstance(argument, ast.Constant)]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_stands_in_exactly_one_table_in_reading_order(numbers, slug):
    frame = numbers[slug, "id"]
    shown = {"claim": [], "law": [], "mention": []}
    for name, call in calls(slug):
        if name == "articles.claims":
            shown["claim"] += articles.claims(frame, *texts(call))["order"].tolist()
        elif name == "articles.law_mentions":
            shown["law"] += articles.law_mentions(frame, "id")["order"].tolist()
        elif name == "articles.mentions":
            shown["mention"] += articles.mentions(frame)["order"].tolist()
    assert sorted(shown["claim"] + shown["law"] + shown["mention"]) == frame["order"].tolist()
    for orders in shown.values():
        assert orders == sorted(orders)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_table_and_picture_of_the_article_is_shown(slug):
    named = {
        text for name, call in calls(slug) if name.startswith("articles.") for text in texts(call)
    }
    assert set(articles.article_tables(slug)["table_id"]) <= named


@pytest.mark.parametrize("slug", SLUGS)
def test_every_check_stands_in_exactly_one_table(checks, slug):
    shown = [
        check
        for name, call in calls(slug)
        if name == "table" and "checks" in ast.unparse(call.args[0])
        for check in eval(ast.unparse(call.args[0]), {"checks": checks[slug, "id"]})["check_id"]
    ]
    assert sorted(shown) == sorted(checks[slug, "id"]["check_id"])


@pytest.mark.parametrize("slug", SLUGS)
def test_every_message_of_a_notebook_is_there_in_both_languages(slug):
    keys = {
        texts(call)[0] for name, call in calls(slug) if name in ("text", "prose") and texts(call)
    }
    assert len(keys) > 20
    for language in LANGUAGES:
        assert keys <= translator(language).messages.keys()


@pytest.mark.parametrize("slug", SLUGS)
def test_lost_pictures_are_marked_as_reconstructed(slug):
    tables = articles.article_tables(slug)
    lost = tables.loc[tables["status"].eq("picture_lost"), "printed_label"].str.split().str[1]
    for number in lost:
        key = f"articles.{slug.replace('-', '_')}.picture_{number}"
        assert "direkonstruksi" in translator("id").messages[key]
        assert "reconstructed" in translator("en").messages[key]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_numbers_are_saved_under_the_name_of_the_report(slug):
    saved = [texts(call) for name, call in calls(slug) if name == "save_numbers"]
    assert saved == [[f"articles/{slug}"]]
