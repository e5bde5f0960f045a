"""The real reports, built as `netralitas reproduce` builds them: whole pages that stand alone."""

import base64
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from netralitas_research.cli import run

ROOT = Path(__file__).parents[1]
# Words that no sentence goes without, and that the other language does not have.
WORDS = {
    "id": {"yang", "dengan", "tidak", "untuk", "dari", "oleh", "sebagai", "menurut"},
    "en": {"the", "with", "not", "for", "from", "are", "were", "which", "by"},
}
BUILT = ("articles", "causes", "2018", "2020", "2025")


@pytest.fixture(scope="module")
def reports(cleaned_study: Path) -> Path:
    """Build five articles, the causes and three years, in both languages."""
    arguments = [part for name in BUILT for part in ("--only", name)]
    assert run(["reproduce", *arguments]) == 0
    return cleaned_study / "reports"


@pytest.fixture(scope="module")
def pages(reports: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(reports).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in sorted(reports.rglob("*.html"))
    }


def test_every_report_and_both_indexes_are_there_in_both_languages(pages: dict) -> None:
    articles = ["banten", "belitung-timur", "brebes", "meaning", "southeast-sulawesi"]
    stems = [f"articles/{slug}" for slug in articles]
    causes = [f"causes/{path.stem}" for path in (ROOT / "notebooks" / "causes").glob("*.ipynb")]
    years = ["yearly/2018", "yearly/2020", "yearly/2025"]
    expected = {f"{stem}.{lang}.html" for stem in [*stems, *causes, *years] for lang in WORDS}
    assert set(pages) == expected | {"index.html", "index.en.html"}


def test_no_page_has_a_broken_link_or_asks_for_anything_from_outside(
    pages: dict, reports: Path
) -> None:
    for name, page in pages.items():
        ids = {element["id"] for element in page.find_all(id=True)}
        for link in page.find_all("a", href=True):
            href = link["href"]
            if href.startswith("#"):
                assert href[1:] in ids, f"{name}: {href}"
            elif href.startswith("data:"):
                assert decoded(href), f"{name}: {link['download']}"
            elif not href.startswith("http"):
                assert (reports / name).parent.joinpath(href).is_file(), f"{name}: {href}"
        assert not page.find_all(["script", "iframe"]), name
        assert not page.find_all(src=re.compile("^(?!data:)")), name
        assert not page.find_all("link", href=re.compile("^(?!data:)")), name


def test_ids_are_unique_and_every_figure_says_what_it_shows(pages: dict) -> None:
    figures = 0
    for name, page in pages.items():
        ids = [element["id"] for element in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), name
        for image in page.find_all("svg", attrs={"role": "img"}):
            figures += 1
            assert image.get("aria-label"), name
    assert figures >= 20


def test_no_page_shows_a_placeholder_a_missing_value_or_an_error(pages: dict) -> None:
    for name, page in pages.items():
        text = _text_of(page)
        found = re.findall(r"\{\w*\}|\bnan\b|\bNone\b|\bNaT\b|Traceback|<NA>|not_applicable", text)
        assert not found, f"{name}: {found}"


def test_sentences_are_in_the_language_of_the_page(pages: dict) -> None:
    for name, page in pages.items():
        other = WORDS["id" if page.html["lang"] == "en" else "en"]
        for paragraph in page.find_all(["p", "figcaption", "h1", "h2", "h3", "th"]):
            words = set(re.findall("[a-z]+", _text_of(paragraph).lower()))
            assert len(words & other) < 2, f"{name}: {_text_of(paragraph)}"


def test_each_report_has_its_numbers_and_both_languages_have_the_same(reports: Path) -> None:
    for path in sorted(reports.glob("*/*.id.json")):
        indonesian = json.loads(path.read_text("utf-8"))
        english = json.loads(path.with_name(path.name.replace(".id.", ".en.")).read_text("utf-8"))
        assert indonesian == english, path.name
        assert indonesian


def decoded(address: str) -> bytes:
    """Take the file that lies in a link; what is no base64 is an error."""
    return base64.b64decode(re.fullmatch(r"data:[\w.+/-]+;base64,(.+)", address)[1], validate=True)


def _text_of(element: BeautifulSoup) -> str:
    """Take the visible text, without quotations marked as being in another language."""
    copy = BeautifulSoup(str(element), "html.parser")
    for part in copy.find_all(["style", "svg"]):
        part.decompose()
    for part in copy.find_all(lang=True):
        if part.name != "html":
            part.decompose()
    return copy.get_text(" ", strip=True)
