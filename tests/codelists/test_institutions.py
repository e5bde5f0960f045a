import pytest

from netralitas_research.codelists import label, load, match


@pytest.mark.parametrize(
    ("wording", "counted_by", "issued_by"),
    [
        ("KASN", "kasn", "kasn"),
        ("BKN/KASN", "kasn", "bkn"),
        ("Kemendagri/KASN", "kasn", "kemendagri"),
        ("KASN via Gubernur Sumbar", "kasn", "gubernur_sumatera_barat"),
        ("BPS (dikutip KASN)", "bps", "kasn"),
        ("BPS/BKN", "bkn", "bps"),
        ("Kemendagri/BKN", "unknown", "kemendagri"),
        ("Bawaslu/KASN", "unknown", "bawaslu_ri"),
    ],
)
def test_who_counted_and_who_issued_are_told_apart(
    wording: str, counted_by: str, issued_by: str
) -> None:
    row = load("institutions").loc[str(match("institutions", wording).code)]

    assert (row["counted_by"], row["issued_by"]) == (counted_by, issued_by)


def test_only_a_wording_that_joins_two_is_issued_by_another_than_itself() -> None:
    institutions = load("institutions")
    joined = institutions["kind"] == "joined"

    assert (institutions["issued_by"] != institutions.index).eq(joined).all()


def test_the_area_of_an_office_is_a_region_and_its_name_is_in_the_label() -> None:
    regions = {**load("provinces")["label_id"], **load("regencies")["label_id"]}
    offices = load("institutions").query("kind == 'regional_office' and kemendagri_code != ''")

    assert set(offices["kemendagri_code"]) <= set(regions)
    for _, row in offices.iterrows():
        assert regions[row["kemendagri_code"]] in row["label_id"]


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Bawaslu Gorontalo", "75"),
        ("Bawaslu Gorontalo Utara", "7505"),
        ("Bawaslu Kota Bima", "5272"),
        ("Bawaslu Kabupaten Bima", "5206"),
        ("Panwas Magelang", "3308"),
        ("Bawaslu RI", ""),
        ("Bawaslu kabupaten", ""),
    ],
)
def test_province_regency_and_city_offices_are_told_apart(wording: str, code: str) -> None:
    found = str(match("institutions", wording).code)

    assert load("institutions").loc[found, "kemendagri_code"] == code


def test_kasn_ended_in_the_month_its_tasks_were_passed_on() -> None:
    kasn = load("institutions").loc["kasn"]

    assert (kasn["in_force_from"], kasn["in_force_to"]) == ("2014", "2024-09")
    assert load("laws").loc["SE-4-2024", "enacted"].startswith(kasn["in_force_to"])


def test_an_office_has_its_name_in_both_languages() -> None:
    assert label("institutions", "bawaslu_kabupaten_muna", "id") == "Bawaslu Kabupaten Muna"
    assert label("institutions", "bawaslu_kabupaten_muna", "en") == "Bawaslu of Muna Regency"
