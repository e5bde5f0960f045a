"""Tables as printed, coded tables, and pictures that are drawn again."""

import pytest

from netralitas_research.language import LANGUAGES
from netralitas_research.study import articles

COUNTS = "Jumlah ASN Tereport"


def test_the_forms_of_violation_add_up_to_the_recommended_cases():
    forms = articles.column_values("banten-tabel-2-1", COUNTS, "id")
    assert forms["value"].sum() == 366
    assert forms["share"].sum() == pytest.approx(100)
    assert forms["value"].is_monotonic_decreasing
    assert forms["printed"].tolist()[:3] == ["130", "88", "36"]


def test_a_table_keeps_what_is_printed_and_its_misprints():
    printed = articles.table_as_printed("banten-tabel-2-1", "id")
    assert list(printed.columns) == ["row_label", COUNTS, "Pelanggaran"]
    assert printed["Pelanggaran"].iloc[9] == "Mengajakatau Mengintidimasi Untuk Mendukung"
    assert articles.table_as_printed("banten-tabel-1", "en").iloc[4].tolist() == [
        "East Nusa Tenggara",
        "Nusa Tenggara Timur",
        "9,40",
    ]


@pytest.mark.parametrize("table_id", ["banten-tabel-1", "banten-tabel-2-1", "banten-tabel-2-2"])
def test_every_row_of_a_table_has_an_english_name(table_id):
    printed = articles.table_as_printed(table_id, "en")
    own = articles.table_as_printed(table_id, "id")["row_label"]
    same = set(printed["row_label"]) & set(own)
    assert same <= {"Banten", "Gorontalo", "Lampung"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table_id", ["banten-tabel-1", "banten-tabel-2-1", "banten-tabel-2-2"])
def test_headings_name_columns_that_are_there(table_id, language):
    printed = articles.table_as_printed(table_id, language)
    headings = articles.printed_headings(table_id, language)
    assert set(headings) <= set(printed.columns)
    assert set(articles.number_columns(table_id)) <= set(headings)


def test_no_row_of_the_handling_table_is_the_province():
    areas = articles.table_as_printed("banten-tabel-2-2", "id")["Kabupaten/Kota"]
    assert len(areas) == 8
    assert areas.str.match("Kota |Kabupaten ").all()


def test_the_surviving_numbers_of_the_picture_make_up_the_alleged():
    outcomes = articles.column_values("banten-gambar-1", "value", "en").set_index("row")["value"]
    assert outcomes.drop("alleged").sum() == outcomes["alleged"] == 415


def test_forms_of_2018_stand_for_the_first_lost_picture():
    forms = articles.reconstruct("southeast-sulawesi-gambar-1", "id")
    assert set(forms["base"]) == {482}
    assert forms["percent"].sum() == pytest.approx(100.1)
    assert forms["label"].iloc[0] == "Kegiatan di media sosial (tidak dirinci)"
    assert set(forms["date"]) == {"tahun 2018"}


def test_causes_of_2018_stand_for_the_second_lost_picture():
    causes = articles.reconstruct("southeast-sulawesi-gambar-2", "en")
    assert causes["percent"].tolist() == [43.4, 15.4, 12.1, 7.7, 6.6, 5.5, 4.9, 2.7, 1.6]
    assert causes["source_ids"].ne("").all()


def test_the_printed_snapshot_is_one_of_the_series():
    snapshots = articles.kasn_snapshots("id", until="2020-12-31").set_index("as_of")
    stages = ["reported", "recommended", "followed_up_ppk"]
    assert snapshots.loc["2020-07-31", stages].tolist() == [456, 344, 189]
    assert snapshots.loc["2020-12-21", stages].tolist() == [1305, 872, 635]
    assert snapshots["reported"].is_monotonic_increasing
    assert snapshots.index.max() < "2021"


def test_series_hold_every_printed_value_and_no_other():
    snapshots = articles.kasn_snapshots("en")
    series = articles.snapshot_series(snapshots, "en")
    stages = ["reported", "recommended", "followed_up_ppk"]
    assert len(series) == snapshots[stages].notna().sum().sum()
    assert series["value"].notna().all()


def test_the_model_of_empowerment_has_six_cells():
    model = articles.activities("southeast-sulawesi-tabel-1", "id")
    assert (
        model["element"].tolist()
        == ["Penyadaran"] * 2 + ["Pengkapasitasan"] * 2 + ["Pendayaan"] * 2
    )
    assert model["model"].tolist() == ["Formal", "Informal"] * 3
    assert model["n"].tolist() == [3, 4, 6, 4, 3, 1]
    assert [text.count(";") + 1 for text in model["activities"]] == model["n"].tolist()
