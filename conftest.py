"""Every test and every docstring example works on the study as it is cleaned now."""

from pathlib import Path

import pytest

from netralitas_research.cleaning import clean_study
from netralitas_research.home import HOME_VARIABLE

ROOT = Path(__file__).parent


@pytest.fixture(scope="session")
def cleaned_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clean the study into a folder of its own, so that no test writes into the repository."""
    home = tmp_path_factory.mktemp("study")
    (home / "data").mkdir()
    (home / "data" / "raw").symlink_to(ROOT / "data" / "raw")
    (home / "notebooks").symlink_to(ROOT / "notebooks")
    clean_study(ROOT).write(home / "data" / "processed")
    return home


@pytest.fixture(autouse=True)
def _study_home(cleaned_study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(cleaned_study))
