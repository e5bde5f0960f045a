"""Every test and every docstring example works on the study as it is cleaned now."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from netralitas_research.cleaning import clean_study
from netralitas_research.home import HOME_VARIABLE

ROOT = Path(__file__).parent

# How long an example takes says nothing about whether it is right. The same commit gives the same
# result everywhere; `pytest --hypothesis-profile search` looks for examples nobody has tried.
settings.register_profile("study", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("study")


@pytest.fixture(scope="session")
def cleaned_study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clean the study into a folder of its own, so that no test writes into the repository."""
    home = tmp_path_factory.mktemp("study")
    (home / "data").mkdir()
    (home / "data" / "raw").symlink_to(ROOT / "data" / "raw")
    (home / "notebooks").symlink_to(ROOT / "notebooks")
    clean_study(ROOT).write(home / "data" / "processed")
    return home


@pytest.fixture(scope="session", autouse=True)
def _study_home(cleaned_study: Path) -> Iterator[None]:
    """Set the home before any other fixture, so that those of a module or session have it too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(cleaned_study))
        yield
