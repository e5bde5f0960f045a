"""What the reports save, cite and count."""

import pytest

from netralitas_research.study import articles


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("banten",
         {"same": 9, "partly": 0, "differs": 0, "near": 13, "law": 3, "none": 1, "total": 26}),
        ("southeast-sulawesi",
         {"same": 13, "partly": 0, "differs": 1, "near": 19, "law": 2, "none": 10, "total": 45}),
    ],
)  # fmt: skip
def test_the_claims_of_an_article_are_counted_by_their_relation(numbers, slug, expected):
    frame = numbers[slug, "id"]
    claims = frame[frame["group"].eq("claim")]
    assert articles.tally(claims) == expected
    words = articles.tally_table(claims, "id")
    assert words["n"].tolist() == list(expected.values())
    assert words["n"].iloc[:-1].sum() == words["n"].iloc[-1]


def test_pairs_hold_printed_percentages_and_those_of_the_data(numbers):
    shares = articles.claims(numbers["southeast-sulawesi", "id"], "pelanggaran", 4, 4)
    pairs = articles.pairs(shares)
    assert pairs["value"].tolist() == [21.5, 21.3, 13.6, 11.2, 11, 27.6, 25.4, 14.3, 12.7, 9]
    differing = pairs[pairs["value"] != pairs["data_value"]]
    assert differing[["label", "data_value"]].to_numpy().tolist() == [
        ["memasang spanduk atau baliho", 11.6]
    ]


def test_saved_numbers_hold_each_claim_cell_and_check(numbers, checks):
    saved = articles.recomputed("southeast-sulawesi")
    frame = numbers["southeast-sulawesi", "id"]
    assert list(saved["numbers"]) == frame.loc[frame["group"].eq("claim"), "number_id"].tolist()
    assert saved["numbers"]["southeast-sulawesi-n055"] == {
        "printed": 11.2, "relation": "same_figure", "agrees": "no",
        "data": {"same_figure": [11.6, 13.0]},
    }  # fmt: skip
    assert saved["numbers"]["southeast-sulawesi-n069"]["printed"] is None
    assert set(saved["checks"]) == set(checks["southeast-sulawesi", "id"]["check_id"])
    assert saved["checks"]["southeast-sulawesi-s01"]["computed"] is None
    causes = saved["reconstructed"]["southeast-sulawesi-gambar-2"]
    assert (len(causes), causes["family_tie"]) == (9, 15.4)
    cell = "banten-tabel-1[Sumatra Barat][Skor Kerawanan Netralitas ASN]"
    assert articles.recomputed("banten")["cells"][cell] == {"data": {"same_figure": [4.96, 4.9]}}


def test_every_source_of_an_article_is_listed_once(numbers):
    frame = numbers["banten", "id"]
    listed = articles.cited_sources(frame, frame)
    assert listed["source_id"].is_unique
    assert set(listed["source_id"]) == set(";".join(frame["source_ids"]).strip(";").split(";")) - {
        ""
    }
