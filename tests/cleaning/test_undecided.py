import pandas as pd

from netralitas_research.cleaning.undecided import DECISIVE


def test_every_unknown_code_is_listed_once_with_its_reason(cleaned, figures, observations):
    listed = cleaned.tables["undecided"]
    first = observations.drop_duplicates("figure_id").set_index("figure_id")["record_id"]

    assert not listed.duplicated(["record_id", "column"]).any()
    for column in DECISIVE:
        unknown = set(first[figures.index[figures[column].eq("unknown")]])
        found = set(
            listed.loc[listed["column"].eq(column) & listed["value"].eq("unknown"), "record_id"]
        )
        assert unknown <= found


def test_no_column_that_decides_is_forgotten(figures):
    with_unknown = {column for column in figures if figures[column].astype(str).eq("unknown").any()}

    assert with_unknown - set(DECISIVE) == {"complete", "province_set"}


def test_a_reviewed_reason_goes_before_the_general_one(cleaned):
    listed = cleaned.tables["undecided"].set_index(["record_id", "column"])

    assert "Pasuruan" in listed.loc[("R2228", "kemendagri_code"), "reason_en"]
    assert listed.loc[("R0397", "left_out"), "value"] == "left_out"
    general = listed.loc[("R0183", "base_status")]
    assert general["reason_id"] == "tidak dicetak pada halaman sumber"
    assert general["reason_en"] == "not printed on the source page"


def test_the_list_is_sorted(cleaned):
    listed = cleaned.tables["undecided"][["record_id", "column"]]

    pd.testing.assert_frame_equal(listed, listed.sort_values(["record_id", "column"]))
