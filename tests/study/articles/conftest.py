"""The two articles beside the data, computed once for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from netralitas_research.home import HOME_VARIABLE
from netralitas_research.language import LANGUAGES
from netralitas_research.study import articles

SLUGS = ("banten", "southeast-sulawesi")
Frames = dict[tuple[str, str], pd.DataFrame]


@pytest.fixture(scope="session")
def _at_home(cleaned_study: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(cleaned_study))
        yield


@pytest.fixture(scope="session")
def numbers(_at_home: None) -> Frames:
    return {
        (slug, language): articles.numbers_beside_data(slug, language).set_index(
            "number_id", drop=False
        )
        for slug in SLUGS
        for language in LANGUAGES
    }


@pytest.fixture(scope="session")
def checks(_at_home: None) -> Frames:
    return {
        (slug, language): articles.check_sums(slug, language).set_index("check_id", drop=False)
        for slug in SLUGS
        for language in LANGUAGES
    }
