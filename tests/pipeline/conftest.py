import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

sys.path.insert(0, str(Path(__file__).parent))

import small_study

from netralitas_research import cleaning
from netralitas_research.language import translator
from netralitas_research.pipeline import reproduce
from netralitas_research.pipeline.documents import choose_documents
from netralitas_research.pipeline.progress import Reporter


@pytest.fixture
def program(monkeypatch):
    """The fingerprints of package and environment, which a test may change."""
    made_by = {"package": "1", "environment": "1"}
    monkeypatch.setattr(reproduce, "program", lambda home: dict(made_by))
    monkeypatch.setattr(cleaning, "clean_study", small_study.clean_study, raising=False)
    return made_by


@pytest.fixture
def build(program):
    """Builds the documents of a study; returns the result and the lines that were printed."""

    def run(home, *, only=(), choose=None, languages=("id", "en"), jobs=1, force=False):
        printed = StringIO()
        reporter = Reporter(Console(file=printed, width=200), translator("en"))
        study = reproduce.Study(home, home / "reports", reporter, jobs=jobs, force=force)
        chosen = choose or (lambda documents: choose_documents(documents, only))
        return study.reproduce(chosen, languages), printed.getvalue().splitlines()

    return run
