from netralitas_research.codelists import load, match

# Banten article, Tabel 2.1 (Bawaslu, 2020)
BANTEN = [
    "Memberikan Dukungan Melalui Media Sosial",
    "Melakukan Pendekatan Atau Melaporkan Diri Kepada Parpol",
    "Sosialisasi Bakal Calon Dengan APK",
    "Mendukung Salah Satu Bakal Calon",
    "Menghadiri Kegiatan Bakal Calon",
    "Mendeklarasikan Diri Sebagai Calon Kepala Daerah",
    "Mempromosikan Diri Sendiri Dan Calon kepada Daerah",
    "Mendaftar Sebagai Calon Perseorangan",
    "Mendampingi Bakal Calon Dalam Pendaftaran Dan Fit Proper Test",
    "Mengajakatau Mengintidimasi Untuk Mendukung",
    "Menggunakan Atribut Kampanye",
    "Melakukan Penggantian Pejabat Dalam Waktu 6 Bulan Sebelum Penetapan Paslon",
]
KASN_2018 = [
    "foto bersama pasangan calon dengan simbol",
    "ikut kampanye",
    "lain-lain",
    "media sosial",
    "menghadiri acara partai politik",
    "menghadiri sosialisasi calon",
    "panitia pelaksana kampanye",
]
KASN_2020 = [
    "kampanye/sosialisasi media sosial",
    "pendekatan ke partai politik",
    "kegiatan yang mengarah keberpihakan",
    "foto bersama calon dengan simbol",
    "memasang spanduk/baliho",
    "membuat keputusan menguntungkan/merugikan calon",
    "mendeklarasikan diri sebagai bakal calon",
    "menghadiri deklarasi",
    "peserta kampanye",
]
BAWASLU_2019 = [
    "hadir dalam kampanye",
    "menggunakan atribut/membagikan APK",
    "menghadiri kegiatan peserta pemilu (non kampanye)",
    "menjadi anggota partai politik",
    "menjadi caleg belum mundur",
    "tim kampanye",
    "tindakan menguntungkan peserta/calon di media sosial",
    "tindakan yang menguntungkan peserta/calon",
]
BAWASLU_2024 = [
    "ASN ikut kampanye/sosialisasi calon",
    "ASN memberi dukungan melalui media sosial",
    "ASN membuat kegiatan yang mengarah keberpihakan",
    "ASN mempromosikan calon melalui media sosial",
    "kepala desa ikut kampanye",
]


def test_the_rows_of_one_printed_table_are_different_acts() -> None:
    for table in (BANTEN, KASN_2018, KASN_2020, BAWASLU_2019, BAWASLU_2024):
        codes = [match("acts", wording).code for wording in table]

        assert None not in codes
        assert len(set(codes)) == len(table)


def test_every_act_of_the_joint_decree_is_reached_by_an_act() -> None:
    reached = {code for cell in load("acts")["skb_codes"] for code in cell.split(";") if code}

    assert reached == set(load("skb_acts").index)


def test_the_decree_has_seven_ethics_and_twelve_discipline_acts() -> None:
    parts = load("skb_acts")["part"]

    assert parts.value_counts().to_dict() == {"discipline": 12, "ethics": 7}
    assert ((parts == "ethics") == parts.index.str.startswith("E")).all()


def test_the_offence_follows_from_the_acts_of_the_decree() -> None:
    kinds = {"E": "ethics", "D": "discipline"}
    for _, row in load("acts").iterrows():
        letters = sorted({code[0] for code in row["skb_codes"].split(";") if code}, reverse=True)
        expected = "_or_".join(kinds[letter] for letter in letters) or "unknown"

        assert row["offence_kind"] == expected


def test_the_meaning_article_gives_its_three_dimensions_to_acts() -> None:
    dimensions = load("acts")["dimension_meaning"]

    assert dimensions["party_member"] == "behaviour"
    assert dimensions["decision"] == "policy"
    assert dimensions["state_facilities"] == "resource"


def test_a_joined_wording_names_at_least_two_acts_and_its_codes_are_theirs() -> None:
    acts = load("acts")
    for _, row in acts[acts["parts"] != ""].iterrows():
        parts = row["parts"].split(";")
        of_parts = {code for part in parts for code in acts.loc[part, "skb_codes"].split(";")}

        assert len(parts) >= 2
        assert set(row["skb_codes"].split(";")) - {""} <= of_parts


def test_a_wording_about_the_kind_of_violation_is_no_act() -> None:
    for wording in ("administrasi", "pidana", "etik penyelenggara", "bukan pelanggaran"):
        assert match("acts", wording).code is None
        assert match("violation_kinds", wording).code is not None
