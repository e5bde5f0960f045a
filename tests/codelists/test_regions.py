"""Regions: names as sources write them lead to the right code or to none."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.codelists.lists import load
from netralitas_research.codelists.regions import (
    match_region,
    region_label,
    to_province_set,
)

PROVINCES = load("provinces")
REGENCIES = load("regencies")
CODES = [*PROVINCES.index, *REGENCIES.index]
KINDS = dict.fromkeys(PROVINCES.index, "province") | dict(REGENCIES["kind"])
WRITTEN_KINDS = {
    "province": ("Provinsi ", "Prov. ", "Pemprov ", "Propinsi "),
    "regency": ("Kabupaten ", "Kab. ", "kab.", "Pemkab ", "Pemerintah Kabupaten "),
    "city": ("Kota ", "KOTA  ", "Pemkot ", "Pemerintah Kota "),
}
WAYS_OF_WRITING = {
    "Kabupaten Konawe Selatan": "7405", "Kab. Konawe Selatan": "7405",
    "Kab.Konawe Selatan": "7405", "Kota Baubau": "7472", "Bau-Bau": "7472",
    "Kota Adm. Jakarta Selatan": "3174", "Kota Administrasi Jakarta Selatan": "3174",
    "Kab. Adm. Kep. Seribu": "3101", "Provinsi Sulawesi Tenggara": "74",
    "Pemprov Jawa Timur": "35", "Pemda Kabupaten Muna": "7403", "D.I. Yogyakarta": "34",
    "Kep. Riau": "21", "Muna Regency": "7403", "Southeast Sulawesi": "74", "Gunung Kidul": "3403",
    "Tojo Una-una": "7209", "Toli-toli": "7204", "Limapuluh Kota": "1307", "Pare-pare": "7372",
    "Pangkajene & Kepulauan": "7310", "Pangkajene Kepulauan": "7310", "Kota Baru": "6302",
    "Kota Mobagu": "7174", "Ternate": "8271", "Indonesia": "ID",
}  # fmt: skip
SHORT_AND_FORMER = {
    "DKI": "31", "NTB": "52", "NTT": "53", "Kepri": "21", "Babel": "19", "DIY": "34",
    "Sultra": "74", "Pemprov Sulsel": "73", "Sumatra Barat": "13", "Konsel": "7405",
    "Kab. Kukar": "6402", "Kotim": "6202", "OKU": "1601", "OKU Timur": "1608",
    "Padang Sidempuan": "1277", "Maluku Tenggara Barat": "8103", "Toba Samosir": "1212",
    "Mamuju Utara": "7601", "Kabupaten Pontianak": "6102", "Kota Jogja": "3471", "nasional": "ID",
    "National": "ID",
}  # fmt: skip
AMBIGUOUS = (
    "Bandung", "Banjar", "Bekasi", "Bengkulu", "Bima", "Blitar", "Bogor", "Cirebon", "Gorontalo",
    "Jambi", "Jayapura", "Jogja", "Kediri", "Kupang", "Madiun", "Magelang", "Malang", "Mojokerto",
    "Pasuruan", "Pekalongan", "Probolinggo", "Semarang", "Serang", "Solok", "Sorong", "Sukabumi",
    "Tangerang", "Tasikmalaya", "Tegal", "Yogyakarta",
)  # fmt: skip


def labels_of_the_evidence() -> list[dict[str, str]]:
    file = Path(__file__).parent / "data" / "region_labels.csv"
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", labels_of_the_evidence(), ids=lambda row: "-".join(row.values()))
def test_label_of_the_evidence_means_its_region(row):
    match = match_region(row["label"], row["province"] or None, row["kind"] or None)
    assert (match.code or "", match.method) == (row["code"], row["method"])


def test_evidence_needs_no_fuzzy_match():
    assert {row["method"] for row in labels_of_the_evidence()} == {"exact", "alias", "none"}


@pytest.mark.parametrize(("text", "code"), WAYS_OF_WRITING.items())
def test_ways_of_writing_a_name_are_exact(text, code):
    match = match_region(text)
    assert (match.code, match.method) == (code, "exact")


@pytest.mark.parametrize(("text", "code"), SHORT_AND_FORMER.items())
def test_short_and_former_names_are_aliases(text, code):
    match = match_region(text)
    assert (match.code, match.method) == (code, "alias")


@pytest.mark.parametrize("code", CODES)
def test_every_name_in_the_tables_leads_back_to_its_own_region(code):
    table = PROVINCES if code in PROVINCES.index else REGENCIES
    row = table.loc[code]
    names = [row["label_id"], row["label_en"], *filter(None, row["aliases"].split("|"))]
    assert {match_region(name, kind=KINDS[code]).code for name in names} == {code}


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_name_of_several_regions_is_not_decided(text):
    match = match_region(text)
    assert (match.code, match.method) == (None, "none")
    assert len(match.candidates) >= 2
    assert all(match_region(c.label, kind=KINDS[c.code]).code == c.code for c in match.candidates)


def test_only_the_known_names_are_ambiguous():
    names = [*PROVINCES["label_id"], *REGENCIES["name"], "Jogja", "Yogyakarta"]
    assert {name for name in names if match_region(name).code is None} == set(AMBIGUOUS)


def test_kind_or_province_decides_between_namesakes():
    assert match_region("Kota Solok").code == "1372"
    assert match_region("Solok", kind="regency").code == "1302"
    assert match_region("Jambi", kind="province").code == "15"
    assert match_region("Banjar", province="63").code == "6303"
    assert match_region("Solok", province="13").code is None


def test_province_narrows_the_search_in_the_old_and_in_the_new_set():
    assert match_region("Merauke", province="91").code == "9301"
    assert match_region("Merauke", province="93").code == "9301"
    elsewhere = match_region("Merauke", province="73")
    assert elsewhere.code is None
    assert [candidate.code for candidate in elsewhere.candidates] == ["9301"]


def test_word_for_province_alone_means_the_province_of_the_office():
    assert match_region("Provinsi", province="33").code == "33"
    assert match_region("Provinsi").code is None
    assert match_region("Provinsi", province="33", kind="regency").code is None


def test_unknown_province_is_refused():
    with pytest.raises(KeyError):
        match_region("Muna", province="99")
    with pytest.raises(KeyError):
        match_region("Muna", province="7403")


def test_wrong_kind_is_not_overruled():
    match = match_region("Kota Muna")
    assert match.code is None
    assert [candidate.label for candidate in match.candidates] == ["Kabupaten Muna"]
    assert match_region("Kabupaten Muna", kind="city").code is None


@pytest.mark.parametrize(
    ("text", "code", "method"),
    [
        ("7405", "7405", "code"),
        ("74.05", "7405", "code"),
        (" 74 ", "74", "code"),
        ("9101", "9301", "alias"),
        ("92.71", "9671", "alias"),
        ("ID", "ID", "code"),
    ],
)
def test_code_is_read(text, code, method):
    match = match_region(text)
    assert (match.code, match.method) == (code, method)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [("74.1", ["7410"]), ("74.9", []), ("7499", []), ("99", []), ("740", []), ("73.71.01", [])],
)
def test_cut_or_unknown_code_is_refused(text, candidates):
    match = match_region(text)
    assert (match.code, match.method) == (None, "none")
    assert [candidate.code for candidate in match.candidates] == candidates


def test_code_outside_the_given_province_is_refused():
    match = match_region("7405", province="73")
    assert match.code is None
    assert [candidate.code for candidate in match.candidates] == ["7405"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sulawesi Tengara", "74"),
        ("Kabupaten Purbalinga", "3303"),
        ("Kota Tanggerang", "3671"),
        ("Bulukumbaa", "7302"),
        ("Papua Pengunungan", "95"),
    ],
)
def test_misspelling_is_found_as_fuzzy(text, code):
    match = match_region(text)
    assert (match.code, match.method) == (code, "fuzzy")
    assert match.candidates[0].code == code
    assert match.candidates[0].score >= 90


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Tanggerang", {"3603", "3671"}),
        ("Malka", {"5321"}),
        ("Luwuk", {"7317"}),
        ("Bolaang Mongondow Barat", {"7108", "7101"}),
        ("Batu Barat", {"1219"}),
        ("Sumbawa Timur", {"5311"}),
        ("Nusa Tenggara", {"52", "53"}),
    ],
)
def test_short_or_doubtful_wording_is_not_decided(text, nearest):
    match = match_region(text)
    assert (match.code, match.method) == (None, "none")
    assert nearest <= {candidate.code for candidate in match.candidates}


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "Konsell", "Sumba", "Kalsul", "Sulbra", "KPU", "ASN", "Satpol PP", "OKUX",
        "Jawa", "Sulawesi", "Papua dan Papua Barat", "Papua Timur", "Kementerian Agama",
        "Kanreg IV Makassar", "Instansi pusat", "mean of provinces", "kabupaten/kota", "Pilgub",
        "pencalonan", "12.5",
    ],
)  # fmt: skip
def test_what_is_no_region_is_never_given_a_code(text):
    assert match_region(text).code is None


@given(
    st.sampled_from(CODES),
    st.integers(min_value=0, max_value=4),
    st.lists(st.sampled_from([" ", "  ", "-", " - "]), min_size=8, max_size=8),
    st.lists(st.booleans(), min_size=64, max_size=64),
)
def test_any_way_of_writing_a_label_leads_back_to_its_code(code, written, gaps, capitals):
    kind = KINDS[code]
    name = region_label(code, "id") if kind == "province" else REGENCIES.loc[code, "name"]
    first, *rest = name.split()
    spread = first + "".join(gap + word for gap, word in zip(gaps, rest, strict=False))
    spelt = WRITTEN_KINDS[kind][written % len(WRITTEN_KINDS[kind])] + spread
    mixed = "".join(
        sign.upper() if capitals[place % 64] else sign.lower() for place, sign in enumerate(spelt)
    )
    match = match_region(mixed)
    assert (match.code, match.method) == (code, "exact")


@given(st.text(max_size=40))
def test_any_text_gets_an_answer_and_a_code_only_with_a_method(text):
    match = match_region(text)
    assert (match.code is None) == (match.method == "none")


def test_labels_are_given_in_both_languages():
    assert region_label("7403", "id") == "Kabupaten Muna"
    assert region_label("7472", "id") == "Kota Baubau"
    assert region_label("7472", "en") == "Baubau City"
    assert region_label("3174", "en") == "Jakarta Selatan Administrative City"
    assert region_label("34", "id") == "DI Yogyakarta"
    assert region_label("ID", "en") == "Indonesia"
    with pytest.raises(KeyError):
        region_label("7403", "fr")
    with pytest.raises(KeyError):
        region_label("7499", "id")


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [("93", "91", "93"), ("96", "92", "96"), ("91", "91", "91"), ("9671", "92", "96"),
     ("9103", "91", "91"), ("7371", "73", "73")],
)  # fmt: skip
def test_province_in_the_old_and_the_new_set(code, old, new):
    assert to_province_set(code, "34") == old
    assert to_province_set(code, "38") == new


def test_province_sets_have_34_and_38_members():
    assert len({to_province_set(code, "34") for code in CODES}) == 34
    assert len({to_province_set(code, "38") for code in CODES}) == 38
    with pytest.raises(KeyError):
        to_province_set("73", "33")


def test_thousands_of_labels_are_matched_in_about_a_second():
    labels = [*REGENCIES["label_id"]] * 6
    start = time.process_time()
    assert all(match_region(label).code for label in labels)
    assert time.process_time() - start < 1.5
