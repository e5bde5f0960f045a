"""What docs/add-a-claim.md tells a student to do works, and needs nothing else."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from netralitas_research.audit import verdicts
from netralitas_research.audit.claims import register
from netralitas_research.audit.claims.ledger import ledger, tally
from netralitas_research.cleaning import clean_study
from netralitas_research.cli import run
from netralitas_research.home import HOME_VARIABLE

ROOT = Path(__file__).parents[3]
BLOCK = re.compile(r"^(In|Add to|Dalam|Tambahkan pada) `([^`]+)`:\n\n```\w*\n(.*?)```", re.M | re.S)
VERDICTS = "src/netralitas_research/audit/verdicts/"


def blocks(page: str) -> list[tuple[str, str, str]]:
    return BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))


@pytest.fixture
def taught(tmp_path, monkeypatch):
    """A copy of the study in which a student has done what the page says."""
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "data" / "raw")
    (tmp_path / "notebooks").mkdir()
    functions = tmp_path / "functions"
    functions.mkdir()
    for verb, name, text in blocks("add-a-claim.md"):
        is_function = name.startswith(VERDICTS)
        path = functions / Path(name).name if is_function else tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if verb == "Add to" else "x", encoding="utf-8") as file:
            file.write(text)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    monkeypatch.setattr(verdicts, "__path__", [*verdicts.__path__, str(functions)])
    register.judges.cache_clear()
    yield tmp_path
    for claim_id in [name for name in register.judges() if name.startswith("example-")]:
        register.judges().pop(claim_id)
    sys.modules.pop(f"{verdicts.__name__}.example")
    register.judges.cache_clear()


def test_the_new_claims_are_in_the_ledger_and_in_the_tally_of_the_report(taught):
    clean_study(taught).write(taught / "data" / "processed")
    rows = ledger("en").set_index("claim_id")
    assert rows.loc["example-c001", ["verdict", "explanation"]].tolist() == [
        "contradicted",
        "Bawaslu Banten counted 51.",
    ]
    assert rows.loc["example-c002", "recomputed"] == "39.2%"
    assert rows.loc["example-c002", "source_ids"] == "example_page2024"
    assert rows.loc[["example-c001", "example-c002"], "reviewed"].all()
    assert tally(rows.reset_index()).set_index("article").loc["example", "contradicted"] == 2


def test_the_command_shows_them_too(taught, capsys):
    assert run(["audit", "--article", "example", "--format", "json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == [
        "example-c001",
        "example-c002",
    ]
    assert run(["audit", "--article", "example", "--fail-on", "contradicted"]) == 3


def test_both_languages_of_the_page_have_the_same_rows():
    english, indonesian = (
        {name: text for _, name, text in blocks(page) if not name.startswith(VERDICTS)}
        for page in ("add-a-claim.md", "add-a-claim.id.md")
    )
    assert english == indonesian
    assert len(english) == 4
