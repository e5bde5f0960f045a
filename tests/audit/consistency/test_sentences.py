"""Each finding can be said in both languages, with what a reader needs to check it."""

import pytest
from made_up_study import make_study
from planted_errors import ERRORS

from netralitas_research.audit.consistency import CHECKS, audit_figures
from netralitas_research.audit.consistency.percentages import compare_with_base
from netralitas_research.audit.consistency.rankings import compare_ranks
from netralitas_research.audit.consistency.versions import find_versions
from netralitas_research.audit.findings import SEVERITIES, describe_findings, tabulate
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


def sentence(figures, look, *rows, language="en"):
    known = figures(*rows)
    evidence = {one.figure_id: one for one in known}
    return describe_findings(tabulate(look(known), evidence), language)["sentence"].iloc[0]


def test_a_government_is_named_by_its_place(figures):
    rows = [
        {"dimension": "agency", "code": "regency", "kemendagri_code": place} | own
        for place, rank, count in (("7407", 1.0, 10.0), ("3311", 2.0, 14.0))
        for own in ({"measure": "rank", "value": rank}, {"value": count})
    ]
    assert "Wakatobi Regency is printed at rank 1 with 10, above Sukoharjo Regency" in sentence(
        figures, compare_ranks, *rows
    )


def test_what_is_not_printed_is_said_to_be_not_printed(figures):
    own = {"unit_counted": "unknown", "stage": "unknown"}
    rows = [own | {"value": v, "source_ids": page} for v, page in ((4.0, "a"), (5.0, "b"))]
    assert "(unit not printed, stage not printed)" in sentence(figures, find_versions, *rows)
    assert "(satuan tidak dicetak, tahap" in sentence(figures, find_versions, *rows, language="id")


def test_one_percentage_that_is_impossible_is_named(figures):
    base = {"base": 37.0, "base_status": "printed", "base_meaning": "denominator"}
    camat = {"dimension": "position", "code": "camat", "measure": "percent", "value": 33.3}
    assert "(Head of district (camat): 33.3%)" in sentence(
        figures, compare_with_base, camat | base | {"decimals_at_least": 1}
    )


def test_a_year_is_not_a_period_in_a_period(figures):
    year = {"series": "flow", "period_start": "2019", "period_end": "2019"}
    rows = [year | {"value": v, "source_ids": page} for v, page in ((4.0, "a"), (5.0, "b"))]
    assert sentence(figures, find_versions, *rows).endswith("5 and 4 are printed during 2019.")


def test_without_observations_the_raw_rows_are_not_named():
    assert audit_figures(load("figures"))["record_ids"].eq("").all()
