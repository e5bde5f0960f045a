"""What a reader of the repository may rely on: raw data, documents, source files."""

import csv
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
import yaml

from netralitas_research.cli import app

ROOT = Path(__file__).parents[1]
GENERATED = ("reports", "data/processed")
TEXT = {".py", ".md", ".csv", ".cff", ".yml", ".toml", ".po", ".jinja", ".ipynb", ".json", ".lock"}


def text_files() -> Iterator[Path]:
    for folder, inner, files in os.walk(ROOT):
        inner[:] = sorted(name for name in inner if not name.startswith((".", "__")))
        for path in sorted(Path(folder) / file for file in files):
            generated = named(path).startswith(GENERATED) and path.name != "README.md"
            if not generated and (path.suffix in TEXT or path.name in ("Makefile", "LICENSE")):
                yield path


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def raw_tables() -> dict[str, list[dict[str, str]]]:
    tables = {}
    for path in sorted((ROOT / "data" / "raw").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[named(path)] = list(csv.DictReader(file))
    return tables


# Raw data


def test_raw_tables_are_plain_utf8_without_spaces_at_the_ends():
    assert len(raw_tables()) > 100
    for path in sorted((ROOT / "data" / "raw").rglob("*.csv")):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf"), path
        assert b"\r" not in content, path
        assert content.endswith(b"\n"), path
        assert not content.endswith(b"\n\n"), path
    for name, rows in raw_tables().items():
        for row in rows:
            assert [cell.strip() for cell in row.values()] == list(row.values()), (name, row)


def test_every_source_that_is_named_is_listed():
    tables = raw_tables()
    listed = {row["source_id"] for row in tables["data/raw/sources.csv"]}
    missing = {
        (name, source)
        for name, rows in tables.items()
        for row in rows
        for column in ("source_id", "source_ids", "same_page_as")
        for source in (row.get(column) or "").split(";")
        if source and source not in listed
    }
    assert missing == set()


def test_every_listed_source_is_named_somewhere():
    tables = raw_tables()
    columns = ("source_ids", "source_id")
    used = {
        source
        for name, rows in tables.items()
        if name != "data/raw/sources.csv"
        for row in rows
        for column in columns
        for source in (row.get(column) or "").split(";")
    }
    for path in (ROOT / "src").rglob("tables/*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                used |= set(row["source"].split(";"))
    assert {row["source_id"] for row in tables["data/raw/sources.csv"]} - used == set()


PERSONAL = {
    "NIK or NIP": re.compile(r"(?<!\d)(?:\d{16}|\d{18}|\d{8} \d{6} \d \d{3})(?!\d)"),
    "telephone": re.compile(r"(?<!\d)(?:\+?62|0)[ -]?8\d(?:[ -]?\d){7,10}(?!\d)"),
    "e-mail": re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}"),
}


@pytest.mark.parametrize("kind", PERSONAL)
def test_data_hold_no_personal_numbers_or_addresses(kind):
    found = [
        (named(path), hit[0])
        for path in sorted((ROOT / "data" / "raw").rglob("*.csv"))
        for hit in PERSONAL[kind].finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("NIK or NIP", "1" * 16),
        ("NIK or NIP", "1" * 18),
        ("NIK or NIP", "19800101 200501 1 001"),
        ("telephone", "08" + "1" * 9),
        ("telephone", "+62 8" + "12-3456-7890"),
        ("e-mail", "name" + "@" + "example.org"),
    ],
)
def test_personal_numbers_and_addresses_would_be_seen(kind, text):
    assert PERSONAL[kind].search(f"Banten,{text},12")


# Documents and source


MACHINE_PATH = re.compile(r"(?<![\w./:-])/(?:home|root|Users|work|tmp|mnt|opt)/\w")
REGISTRY = re.compile(
    "|".join(("py" + r"pi\.", "python" + "hosted", "anaconda" + r"\.", "npm" + "js"))
)


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY])
def test_no_file_names_a_registry_or_a_folder_of_one_machine(pattern):
    found = [
        (named(path), hit[0])
        for path in text_files()
        for hit in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_registries_and_machine_folders_would_be_seen():
    assert MACHINE_PATH.search('path = "' + "/ho" + 'me/me/study"')
    assert not MACHINE_PATH.search("https://example.org" + "/ho" + "me/page")
    assert REGISTRY.search("https://py" + "pi.org/simple")


def test_files_are_utf8_with_plain_line_ends():
    for path in text_files():
        content = path.read_bytes()
        content.decode("utf-8")
        assert b"\r" not in content, path


def test_source_files_stay_short():
    long = {
        named(path): lines
        for path in (ROOT / "src").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


DOCUMENTS = sorted(path for path in text_files() if path.suffix == ".md")


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_links_in_documents_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_documents_name_commands_that_exist(path):
    text = path.read_text(encoding="utf-8")
    commands = set(typer.main.get_command(app).commands)
    assert set(re.findall(r"`netralitas ([a-z]+)", text)) <= commands
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets


def test_every_column_of_the_raw_figures_and_wordings_is_described():
    raw = ROOT / "data" / "raw"
    text = "".join(
        (raw / name).read_text(encoding="utf-8")
        for name in ("README.md", "figures/README.md", "claims/README.md")
    )
    columns = {
        column
        for name, rows in raw_tables().items()
        if not name.startswith("data/raw/articles/")
        for row in rows[:1]
        for column in row
    }
    assert columns - set(re.findall(r"`(\w+)`", text)) == set()


def test_example_rows_for_contributors_fit_their_tables():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    headings = {Path(name).name: list(rows[0]) for name, rows in raw_tables().items() if rows}
    examples = re.findall(r"`wordings/([\w-]+\.csv)` \| `(.*)` \|", text)
    examples += re.findall(r"^([\w-]+\.csv) +(\S.*)$", text, re.MULTILINE)
    assert {"counted.csv", "labels.csv", "links.csv", "tables.csv"} <= {
        name for name, _ in examples
    }
    for name, row in examples:
        if not name.startswith("example"):
            assert len(next(csv.reader([row]))) == len(headings[name]), row
    blocks = [block.strip().splitlines() for block in re.findall(r"```\n(.*?)```", text, re.S)]
    for heading, *rows in [block for block in blocks if re.fullmatch(r"\w+(,\w+)+", block[0])]:
        columns = heading.split(",")
        assert columns in headings.values() or heading.startswith("code,"), heading
        assert {len(cells) for cells in csv.reader(rows)} == {len(columns)}, heading


def test_citation_names_what_the_package_names():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == project["version"]
    assert citation["authors"] == project["authors"]
    assert citation["license"] == project["license"]
