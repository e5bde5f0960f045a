"""Numbers and cells beside the data, with values known from the articles and their sources."""

import re

import pytest

from netralitas_research.errors import UsageError
from netralitas_research.language import LANGUAGES
from netralitas_research.study import articles
from netralitas_research.study.processed import load

SCORES = "Skor Kerawanan Netralitas ASN"
COUNTS = "Jumlah ASN Tereport"
OUTCOME = "Hasil Penanganan Pelanggaran | Pelanggaran"
INDONESIAN = re.compile(r"\b(dan|yang|tidak|dari|tanggal|lembaga|peringkat|Juli|Mei)\b")
ENGLISH = re.compile(r"\b(and|the|of|not|from|date|rank|July|same)\b")


@pytest.mark.parametrize(
    ("number_id", "printed", "data", "relation", "agrees"),
    [
        ("banten-n009", "22", "22 (21 September 2023)", "same_figure", "yes"),
        ("banten-n012", "22,98", "22,98 (21 September 2023)", "same_figure", "yes"),
        ("banten-n016", "dua", "2 (18 November 2024)", "same_figure", "yes"),
        ("banten-n024", "46", "34 (13 Maret 2020); 33 (3 April 2020); 39 (30 Juni 2020); "
         "53 (27 September 2022)", "other_date", "no"),
        ("banten-n054", "2.034", "KASN: 2.034 (31 Mei 2022, 24 Agustus 2022, 10 Oktober 2023, "
         "6 Februari 2024)", "other_issuer", "yes"),
        ("banten-n011", "10", "10 angka, dari 3,9 sampai 100 (21 September 2023)", "component",
         "not_applicable"),
        ("banten-n013", "peringkat ketiga tertinggi", "Maluku Utara: 100; Sulawesi Utara: 55,87; "
         "Banten: 22,98 (21 September 2023)", "component", "not_applicable"),
        ("banten-n007", "Tertinggi", "", "none", "not_applicable"),
        ("banten-n050", "12 juta", "UU 7/2017 (Pemilihan umum)", "law_differs", "not_applicable"),
        ("southeast-sulawesi-n031", "456", "456 (31 Juli 2020)", "same_figure", "yes"),
        ("southeast-sulawesi-n055", "11.2%", "11,6%; 13% (31 Juli 2020)", "same_figure", "no"),
        ("southeast-sulawesi-n023", "76", "Orang, KASN: 76 (10 Agustus 2020)", "other_unit",
         "yes"),
        ("southeast-sulawesi-n079", "hanya", "Kabupaten: 15; Kota: 2 (25 April 2025)", "total",
         "not_applicable"),
        ("southeast-sulawesi-n035", "999", "Temuan pengawas: 914 (24 Agustus 2022); Laporan "
         "masyarakat: 85 (24 Agustus 2022); 914 (27 September 2022)", "component",
         "not_applicable"),
    ],
)  # fmt: skip
def test_known_numbers_stand_beside_known_data(numbers, number_id, printed, data, relation, agrees):
    slug = number_id.rsplit("-", 1)[0]
    row = numbers[slug, "id"].loc[number_id]
    assert tuple(row[["printed", "data", "relation", "agrees"]]) == (
        printed,
        data,
        relation,
        agrees,
    )


def test_a_value_of_another_stage_is_said_to_be_the_same_value(numbers):
    row = numbers["southeast-sulawesi", "en"].loc["southeast-sulawesi-n029"]
    assert row["data"].endswith(": 1,194 (19 December 2020)")
    assert row["relation_label"] == "other stage; same value"


def test_more_distant_counts_are_summarised_after_the_closest(numbers):
    note = numbers["banten", "en"].loc["banten-n016", "note"]
    assert note.endswith(
        "Other date: 5 (13 November 2024). "
        "Other election: General elections 2024: 1 (9 September 2024)."
    )


def test_numbers_stand_in_reading_order_and_none_is_missing(numbers):
    printed = load("article_numbers").groupby("article")["number_id"].apply(list)
    for (slug, _), frame in numbers.items():
        assert frame["number_id"].tolist() == printed[slug]
        assert frame["order"].tolist() == list(range(1, len(frame) + 1))


def test_every_number_is_a_claim_a_law_or_a_mention(numbers):
    for frame in numbers.values():
        assert set(frame["group"]) == {"claim", "law", "mention"}
        assert set(frame.loc[frame["group"].eq("mention"), "kind"]) <= {
            "date", "year", "list_count"
        }  # fmt: skip


def test_an_article_is_no_source_for_itself(numbers):
    for (slug, _), frame in numbers.items():
        assert slug not in set(";".join(frame["source_ids"]).split(";"))


def test_texts_are_in_one_language(numbers, checks):
    for frames in (numbers, checks):
        for (_, language), frame in frames.items():
            texts = frame.filter(
                ["label", "data", "explanation", "statement", "computed_text", "agrees_label"]
            )
            other = ENGLISH if language == "id" else INDONESIAN
            mixed = [text for text in texts.to_numpy().ravel() if other.search(text)]
            assert mixed == []


def test_every_label_is_there_in_both_languages(numbers):
    for frame in numbers.values():
        shown = frame[["label", "numbered", "printed", "section_label", "explanation"]]
        assert shown.ne("").all(axis=None)


def test_the_ten_scores_equal_the_published_index():
    cells = articles.cells_beside_data("banten-tabel-1", SCORES, "id")
    assert len(cells) == 10
    assert (cells["value"] == cells["data_value"]).all()
    assert cells.loc[cells["agrees"].ne("yes"), "data"].tolist() == [
        "4,96; 4,9 (21 September 2023)"
    ]


def test_a_record_of_the_whole_table_comes_last():
    cells = articles.cells_beside_data("banten-tabel-2-1", COUNTS, "en")
    assert cells["label"].iloc[-1] == "the whole table"
    assert cells["relation"].value_counts().to_dict() == {
        "none": 10, "other_date": 2, "other_unit": 1
    }  # fmt: skip


def test_cells_of_one_column_do_not_take_the_data_of_another():
    assert set(articles.cells_beside_data("banten-tabel-2-2", OUTCOME, "id")["relation"]) == {
        "none", "other_unit"
    }  # fmt: skip
    findings = articles.cells_beside_data("banten-tabel-2-2", "Temuan | Registrasi", "id")
    assert set(findings["relation"]) == {"none"}


def test_laws_named_have_the_time_in_which_they_were_in_force(numbers):
    frame = numbers["southeast-sulawesi", "en"]
    laws = articles.law_mentions(frame, "en").set_index("order")
    assert laws.loc[10, "in_force"] == (
        "15 January 2014–31 October 2023, then replaced by Law 20/2023 (State Civil Apparatus)"
    )
    assert laws.loc[84, "relation"] == "law_misnumbered"
    assert laws.loc[1, ["relation", "in_force"]].tolist() == ["none", ""]


def test_claims_can_be_taken_from_some_paragraphs(numbers):
    frame = numbers["southeast-sulawesi", "id"]
    first = articles.claims(frame, "pelanggaran", 1, 1)
    assert first["order"].tolist() == [29, 31, 32, 33]
    with pytest.raises(UsageError) as error:
        articles.claims(frame, "metode")
    assert error.value.key == "error.no_claims"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_article_table_or_column_is_named(language):
    for wrong, key in (
        (lambda: articles.numbers_beside_data("bantem", language), "error.article"),
        (lambda: articles.about("bantem", language), "error.article"),
        (lambda: articles.check_sums("bantem", language), "error.article"),
        (lambda: articles.table_as_printed("banten-tabel-9", language), "error.article_table"),
        (lambda: articles.cells_beside_data("banten-tabel-1", "Skor", language),
         "error.article_column"),
        (lambda: articles.column_values("banten-tabel-1", "Skor", language),
         "error.article_column"),
        (lambda: articles.reconstruct("banten-gambar-1", language), "error.not_reconstructed"),
    ):  # fmt: skip
        with pytest.raises(UsageError) as error:
            wrong()
        assert error.value.key == key
