"""The two articles beside the data, computed once for all tests."""

import pandas as pd
import pytest

from netralitas_research.language import LANGUAGES
from netralitas_research.study import articles

SLUGS = ("banten", "southeast-sulawesi")
Frames = dict[tuple[str, str], pd.DataFrame]


@pytest.fixture(scope="session")
def numbers() -> Frames:
    return {
        (slug, language): articles.numbers_beside_data(slug, language).set_index(
            "number_id", drop=False
        )
        for slug in SLUGS
        for language in LANGUAGES
    }


@pytest.fixture(scope="session")
def checks() -> Frames:
    return {
        (slug, language): articles.check_sums(slug, language).set_index("check_id", drop=False)
        for slug in SLUGS
        for language in LANGUAGES
    }
