"""Errors planted in consistent studies are found; consistent studies are left in peace."""

import pytest
from made_up_study import make_study
from planted_errors import ERRORS, is_found

from netralitas_research.audit.consistency import audit_figures

EVERY_ERROR = [error for errors in ERRORS.values() for error in errors]


@pytest.mark.parametrize("seed", range(12))
def test_consistent_study_has_neither_contradiction_nor_doubt(seed):
    found = audit_figures(make_study(seed).frame)
    assert found.loc[found["severity"].ne("explained"), "finding_id"].tolist() == []


def test_growth_of_a_consistent_study_is_explained():
    assert "findings.versions.later" in set(audit_figures(make_study(1).frame)["message"])


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: error.__name__)
@pytest.mark.parametrize("seed", [1, 2])
def test_planted_error_is_found(seed, error):
    study = make_study(seed)
    planted = error(study)
    assert is_found(audit_figures(study.frame), planted)


def test_errors_are_of_ten_kinds():
    assert list(ERRORS) == list(range(1, 11))
