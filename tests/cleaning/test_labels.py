import pytest

from netralitas_research.cleaning.labels import Context, read_label


@pytest.fixture
def read(wordings):
    def meaning(label, parts, issuer="bawaslu", area="ID"):
        return read_label(label, parts, Context("dimension", issuer, area, wordings))

    return meaning


@pytest.mark.parametrize(
    ("label", "parts", "codes"),
    [
        ("Sulawesi Tenggara", "province", {"kemendagri_code": "74"}),
        ("Kota Baubau", "regency", {"kemendagri_code": "7472"}),
        (
            "Provinsi Banten",
            "regency",
            {"kemendagri_code": "36", "dimension_coded": "agency", "code": "province"},
        ),
        (
            "Kabupaten Wakatobi",
            "agency",
            {"kemendagri_code": "7407", "dimension_coded": "agency", "code": "regency"},
        ),
        (
            "kota: Batam",
            "kind_government",
            {"kemendagri_code": "2171", "dimension_coded": "agency", "code": "city"},
        ),
        (
            "Kementerian Agama",
            "agency",
            {
                "dimension_coded": "agency",
                "code": "ministry",
                "dimension_2": "ministry",
                "code_2": "kemenag",
            },
        ),
        ("Jawa Tengah: terbukti", "province+status", {"kemendagri_code": "33", "stage": "proven"}),
        (
            "Luwu Timur | diproses",
            "regency+status",
            {"kemendagri_code": "7324", "stage": "in_process"},
        ),
        (
            "temuan",
            "province+status",
            {"stage": "alleged", "dimension_coded": "route", "code": "finding"},
        ),
        ("Jawa Tengah", "province+status", {"kemendagri_code": "33"}),
        ("camat/lurah", "position", {"dimension_coded": "position", "code": "head_of_area"}),
        (
            "camat/lurah | menghadiri deklarasi",
            "position+act",
            {
                "dimension_coded": "position",
                "code": "head_of_area",
                "dimension_2": "act",
                "code_2": "attend_declaration",
            },
        ),
        (
            "administrasi",
            "regency+category",
            {"dimension_coded": "violation_kind", "code": "administrative"},
        ),
        ("kepala desa", "category", {"dimension_coded": "position", "code": "kepala_desa"}),
        (
            "Sumatera: setuju",
            "island_group+answer",
            {
                "dimension_coded": "island_group",
                "code": "sumatera",
                "dimension_2": "answer",
                "code_2": "agree",
            },
        ),
        ("2019", "year", {"period_start": "2019", "period_end": "2019"}),
        ("Pilkada 2018", "election", {"election": "pilkada-2018"}),
        ("Pilkada 2018", "moment", {"election": "pilkada-2018"}),
        ("Oktober 2020", "moment", {"as_of": "2020-10"}),
    ],
)
def test_a_label_gives_the_codes_of_its_parts(read, label, parts, codes):
    assert read(label, parts).codes == codes


def test_the_same_status_of_two_offices_is_two_stages(read):
    assert read("rekomendasi", "status", issuer="bawaslu").codes["stage"] == "forwarded"
    assert read("direkomendasikan", "status", issuer="kasn").codes["stage"] == "recommended"


def test_a_status_that_says_nothing_of_the_stage_gives_none(read):
    assert read("kasus", "status").codes == {"unit_counted": "cases"}


@pytest.mark.parametrize(
    ("label", "parts", "unread", "near"),
    [
        ("Sulawesi Tengara", "province", "Sulawesi Tengara", "Sulawesi Tenggara"),
        ("Sulawesi Tengara: terbukti", "province+status", "Sulawesi Tengara", "Sulawesi Tenggara"),
        ("Jawa Tengah: terbukt", "province+status", "terbukt", "terbukti"),
        ("kepala dinass", "position", "kepala dinass", "Kepala dinas"),
        ("Solok", "regency", "Solok", "Kabupaten Solok"),
        ("tahun lalu", "year", "tahun lalu", None),
        ("Pilkada 2021", "election", "Pilkada 2021", None),
        ("32 Juli 2020", "moment", "32 Juli 2020", None),
    ],
)
def test_a_label_that_is_not_sure_is_not_read(read, label, parts, unread, near):
    meaning = read(label, parts)

    assert (meaning.codes, meaning.unread) == (None, unread)
    assert near is None or near in meaning.nearest
    assert len(meaning.nearest) <= 3


def test_a_name_that_two_regions_bear_is_the_one_of_the_office_that_speaks(read):
    assert read("Solok", "regency", area="1372").codes == {"kemendagri_code": "1372"}
    assert read("Solok", "regency", area="13").codes is None


def test_a_word_of_two_lists_is_not_decided(read):
    meaning = read("kode etik", "category")

    assert (meaning.codes, meaning.unread) == (None, "kode etik")


def test_a_bare_name_in_a_list_of_areas_is_not_taken_for_the_province(read):
    assert read("Gorontalo", "regency", area="75").codes is None


def test_a_province_bears_the_name_of_its_own_office(read):
    assert read("Provinsi", "regency", area="33").codes["kemendagri_code"] == "33"


def test_a_part_that_is_left_over_is_not_passed_over(read):
    assert read("Jawa Tengah: terbukti: banyak", "province+status").codes is None


def test_a_kind_of_part_that_there_is_not_reads_nothing(read):
    assert read("Banten", "nonsense").codes is None
