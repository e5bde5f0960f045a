"""Every note, term, method and error of the tests of association has its sentence."""

import re
from pathlib import Path

import pytest

from netralitas_research import statistics
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.statistics.association.multiplicity import ADJUSTMENTS

FOLDER = Path(statistics.__file__).parent / "association"
FILES = sorted(FOLDER.glob("*.py"))
TERMS = {"independence", "homogeneity", "trend", "cramers_v"}
METHODS = {
    *("pearson", "likelihood_ratio", "fisher_freeman_halton"),
    *("cochran_armitage", "cochran_armitage_exact"),
    *(f"monte_carlo_{name}" for name in ("chi2", "prob")),
    *ADJUSTMENTS,
    *(f"haberman_{name}" for name in ADJUSTMENTS),
    *(
        f"{first}_{last}"
        for first in ("bergsma", "none")
        for last in ("bootstrap", "noncentral_chi2")
    ),
}


def written_keys():
    source = "".join(path.read_text(encoding="utf-8") for path in FILES)
    return set(re.findall(r'"((?:note\.association\.|error\.association_)[a-z_]+)"', source))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_and_what_can_be_said_are_the_same(language):
    said = {
        key
        for key in translator(language).messages
        if key.startswith(("association.", "note.association.", "error.association_"))
    }
    terms = {f"association.term.{term}" for term in TERMS}
    methods = {f"association.method.{method}" for method in METHODS}

    assert len(written_keys()) > 15
    assert said == written_keys() | terms | methods
