"""Each finding can be said in both languages, with what a reader needs to check it."""

import pytest
from made_up_study import ERRORS, make_study

from netralitas_research.audit.consistency import CHECKS, audit_figures
from netralitas_research.audit.findings import SEVERITIES, describe_findings
from netralitas_research.language import LANGUAGES, translator
from netralitas_research.study.processed import load


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_on_the_real_figures_is_a_sentence(language):
    found = describe_findings(audit_figures(load("figures"), load("observations")), language)
    assert found["sentence"].str.endswith(".").all()
    assert not found["sentence"].str.contains(r"[{}]|\bnan\b|_").any()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_planted_error_is_a_sentence(language):
    for errors in ERRORS.values():
        for error in errors:
            study = make_study(3)
            error(study)
            sentences = describe_findings(audit_figures(study.frame), language)["sentence"]
            assert sentences.str.endswith(".").all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_checks_and_severities_have_names(language):
    text = translator(language)
    names = [f"findings.check.{name}" for name in CHECKS]
    names += [f"findings.severity.{name}" for name in SEVERITIES]
    assert len({text(name) for name in names}) == len(names)


def test_sentence_says_who_counted_what_where_when_and_what_it_should_be():
    found = audit_figures(load("figures"), load("observations"))
    papua = found[found["figure_ids"].eq("F2064;F2065;F2066;F2067")]
    assert describe_findings(papua, "id")["sentence"].iloc[0] == (
        "Bawaslu Provinsi Papua, Pilkada 2020, Papua (pelanggaran, tahap tidak dicetak, "
        "semua pelanggaran pemilu) pada 13 November 2020: bagian-bagiannya (Netralitas ASN: 22; "
        "Tindak pidana pemilu: 14; Pelanggaran kode etik (penyelenggara atau ASN): 4; "
        "Pelanggaran administrasi: 1) berjumlah 41, lebih dari total tercetak 40."
    )


def test_without_observations_the_raw_rows_are_not_named():
    assert audit_figures(load("figures"))["record_ids"].eq("").all()
