"""What must hold of the coded evidence as a whole."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from netralitas_research import codelists
from netralitas_research.cleaning.codes import codes_of
from netralitas_research.cleaning.figures import PRINTED
from netralitas_research.cleaning.schema import TABLES
from netralitas_research.codelists import regions
from netralitas_research.language import PartialDate

RAW = Path(__file__).parents[2] / "data" / "raw"


def read(path):
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def raw():
    """Every row of data/raw/figures, as pandas reads it: by another way than the cleaning."""
    frame = pd.concat(map(read, sorted((RAW / "figures").rglob("*.csv"))))
    return frame.set_index("record_id", drop=False)


@pytest.fixture(scope="module")
def same_as():
    return read(RAW / "wordings" / "same_figures.csv").set_index("record_id")["same_as"]


def test_every_raw_row_is_an_observation_or_listed_as_left_out(raw, observations, cleaned):
    undecided = cleaned.tables["undecided"]
    left_out = set(undecided.loc[undecided["column"].eq("left_out"), "record_id"])
    observed = set(observations["record_id"])

    assert observed | left_out == set(raw.index)
    assert observed & left_out == set()
    assert 0 < len(left_out) < 10


def test_every_source_of_a_row_is_an_observation_of_it(raw, observations):
    observed = set(observations["record_id"])
    expected = {
        (row.record_id, source.strip())
        for row in raw.itertuples()
        for source in row.source_ids.split(";")
        if row.record_id in observed
    }

    assert set(zip(observations["record_id"], observations["source_id"], strict=True)) == expected


def test_observations_show_the_cells_as_they_stand_in_the_raw_file(raw, observations):
    printed = raw.loc[observations["record_id"]]

    for name, column in PRINTED.items():
        assert observations[f"{name}_printed"].tolist() == printed[column].tolist()
    assert observations["note"].tolist() == printed["note"].tolist()


def test_a_figure_has_one_value_and_every_observation_prints_it(figures, observations):
    corrected = set(observations.loc[observations["correction_id"].ne(""), "record_id"])
    plain = observations[~observations["record_id"].isin(corrected)]
    values = plain["value_printed"].str.replace(".", "").str.replace(",", ".").astype(float)

    assert values.tolist() == figures.loc[plain["figure_id"], "value"].tolist()


def test_every_figure_has_an_observation_a_source_and_a_page(figures, observations):
    by_figure = observations.groupby("figure_id")

    assert set(observations["figure_id"]) == set(figures.index)
    assert figures["n_observations"].eq(by_figure.size()).all()
    assert figures["n_pages"].eq(by_figure["page_id"].nunique()).all()
    for figure_id, sources in by_figure["source_id"]:
        assert set(figures.loc[figure_id, "source_ids"].split(";")) == set(sources)


@pytest.mark.parametrize(
    ("column", "name"),
    [
        (column.name, column.code_list)
        for column in TABLES["figures"].columns
        if column.code_list and column.name not in ("counted_by", "issued_by")
    ],
)
def test_codes_stand_in_their_list(figures, column, name):
    assert set(figures[column]) <= set(codelists.load(name).index)


@pytest.mark.parametrize("column", ["counted_by", "issued_by"])
def test_institutions_stand_in_their_list_or_are_unknown(figures, column):
    assert set(figures[column]) <= {*codelists.load("institutions").index, "unknown"}


@pytest.mark.parametrize(("dimension", "code"), [("dimension", "code"), ("dimension_2", "code_2")])
def test_codes_belong_to_their_dimension(figures, dimension, code):
    for name, found in figures.groupby(dimension)[code]:
        assert set(found) <= codes_of(name)


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("series", {"cumulative", "flow", "point"}),
        ("qualifier", {"exact", "more_than", "at_least", "about", "up_to"}),
        ("base_status", {"printed", "inferred", "unknown", "not_applicable"}),
        ("complete", {"complete", "top_list", "excerpt", "single", "unknown"}),
        ("province_set", {"34", "38", "unknown", "not_applicable"}),
        ("check_status", {"transcribed_once", "transcribed_twice", "printed_on_several_pages"}),
    ],
)
def test_a_closed_set_of_words_is_kept_to(figures, column, codes):
    assert set(figures[column]) <= codes


def test_no_code_is_empty(figures):
    texts = figures.drop(columns=["value", "base"]).astype(str)

    assert not texts.eq("").any(axis=None)
    assert not texts.isin(["nan", "None"]).any(axis=None)


def test_regions_are_official_codes(figures):
    for code in set(figures["kemendagri_code"]) - {"ID", "unknown"}:
        assert regions.match_region(code).method == "code"


def test_dates_stay_partial_and_belong_to_flows_or_snapshots(figures):
    flow = figures["series"].eq("flow")

    assert figures.loc[flow, "as_of"].eq("not_applicable").all()
    assert figures.loc[~flow, ["period_start", "period_end"]].eq("not_applicable").all(axis=None)
    for text in pd.unique(figures[["as_of", "period_start", "period_end"]].values.ravel()):
        assert text in ("unknown", "not_applicable") or PartialDate.parse(text).isoformat() == text


def test_a_period_does_not_end_before_it_begins(figures):
    flow = figures[figures["series"].eq("flow")]

    for start, end in zip(flow["period_start"], flow["period_end"], strict=True):
        if "unknown" not in (start, end):
            assert not PartialDate.parse(end).definitely_before(PartialDate.parse(start))


def test_values_are_possible_in_their_measure(figures):
    value, measure = figures["value"], figures["measure"]

    assert value[measure.eq("percent")].between(0, 100).all()
    assert value[measure.eq("count")].ge(0).all()
    assert value[measure.eq("count")].mod(1).eq(0).all()
    assert value[measure.eq("flag")].isin([0, 1]).all()
    assert value[measure.eq("rank")].ge(1).all()


def test_a_part_is_not_above_its_whole(figures):
    parts = figures[figures["base_meaning"].eq("whole") & figures["measure"].eq("count")]

    assert parts["value"].le(parts["base"]).all()


def test_a_base_is_there_when_its_status_says_so(figures):
    with_base = figures["base_status"].isin(["printed", "inferred"])

    assert figures["base"].notna().eq(with_base).all()
    percent = figures["unit"].eq("percent")
    assert figures.loc[~with_base & percent, "base_status"].eq("unknown").all()
    assert figures.loc[~with_base & ~percent, "base_status"].eq("not_applicable").all()
    assert (
        figures["base_meaning"]
        .eq("not_applicable")
        .eq(figures["base_status"].eq("not_applicable"))
        .all()
    )


def test_a_top_list_is_never_called_complete(figures, observations):
    notes = read(RAW / "wordings" / "notes.csv").set_index("wording")["complete"]
    complete = observations["note"].map(notes).fillna("")
    whole = set(observations.loc[complete.eq("complete"), "figure_id"])
    top = set(observations.loc[complete.eq("top_list"), "figure_id"]) - whole

    assert len(top) > 50
    assert figures.loc[sorted(top), "complete"].eq("top_list").all()
    assert set(figures.index[figures["complete"].eq("complete")]) <= whole


def test_the_words_highest_and_top_list_are_heeded(figures, observations):
    lists = observations["counted_printed"].str.contains("highest|top list", regex=True)

    assert not figures.loc[observations.loc[lists, "figure_id"], "complete"].eq("complete").any()
    assert not figures.loc[observations.loc[lists, "figure_id"], "complete"].eq("unknown").any()


def unit(figures, observations, column, same_as):
    """The units and stages of a figure's own rows: those without a reviewed link."""
    own = observations[~observations["record_id"].isin(same_as.index)]
    return own.groupby("figure_id")[column].nunique()


def test_rows_are_joined_across_elections_dates_and_totals_only_by_a_reviewed_link(
    figures, observations, same_as
):
    for column in ("election_printed", "as_of_printed", "value_printed", "total_printed"):
        assert unit(figures, observations, column, same_as).le(1).all(), column


def test_persons_and_cases_are_joined_only_by_a_reviewed_link(
    cleaned, wordings, observations, same_as
):
    units = {row["wording"]: row["unit_counted"] for row in wordings.counted.rows.values()}
    statuses = {row["wording"]: row["unit_counted"] for row in wordings.statuses.rows.values()}
    own = observations[~observations["record_id"].isin(same_as.index)]
    said = (
        own["label_printed"]
        .map(statuses)
        .replace("", pd.NA)
        .fillna(own["counted_printed"].map(units))
    )

    assert said.groupby(own["figure_id"]).nunique().le(1).all()


def test_every_reviewed_link_was_followed(observations, same_as):
    figure = observations.drop_duplicates("record_id").set_index("record_id")["figure_id"]

    for record_id, target in same_as.items():
        assert figure[record_id].partition("-")[0] == figure[target].partition("-")[0]


def test_one_page_transcribed_twice_counts_once(figures, observations, cleaned):
    sources = cleaned.tables["sources"].set_index("source_id")["page_id"]
    twice = sources[sources.index != sources]

    assert len(twice) > 10
    assert observations["page_id"].tolist() == sources[observations["source_id"]].tolist()
    assert figures.loc["F0036", ["n_observations", "n_pages", "check_status"]].tolist() == [
        2,
        1,
        "transcribed_twice",
    ]


def test_a_misprint_is_visible_beside_its_correction(figures, observations, cleaned):
    observed = observations.set_index("record_id").loc["R1672"]
    correction = cleaned.tables["corrections"].set_index("correction_id").loc["C001"]

    assert observed["label_printed"] == correction["printed"] == "Kabupaten Baubau"
    assert observed["correction_id"] == "C001"
    assert correction["corrected"] == "Kota Baubau"
    assert figures.loc["F1672", "kemendagri_code"] == "7472"


def test_a_province_printed_twice_and_a_name_of_two_regions_stay_unknown(figures, cleaned):
    listed = cleaned.tables["undecided"]
    regions_listed = set(listed.loc[listed["column"].eq("kemendagri_code"), "record_id"])

    assert regions_listed == {"R1268", "R1273", "R2228"}
    unknown = figures.loc[["F1268", "F1273", "F2228"], "kemendagri_code"]
    assert unknown.tolist() == ["unknown"] * 3
    assert figures["kemendagri_code"].eq("unknown").sum() == 3


def test_one_row_for_several_levels_is_a_figure_each(figures):
    assert figures.loc[["F0081", "F0081-2"], "code"].tolist() == ["kepala_daerah", "camat"]
    assert figures.loc[["F0081", "F0081-2"], "value"].tolist() == [8, 8]
    assert figures.loc[["F0082", "F0082-2", "F0082-3", "F0082-4"], "code"].tolist() == [
        "satpol_pp",
        "kepala_dinas",
        "sekcam",
        "sekretaris_desa",
    ]


def test_every_wording_of_the_tables_is_used(raw, wordings):
    for table, column in ((wordings.counted, "counted"), (wordings.dimensions, "dimension")):
        used = {" ".join(text.casefold().split()) for text in raw[column]}
        assert {wording for wording, _ in table.rows} == used


def test_every_label_that_was_decided_by_itself_is_used(raw, wordings):
    used = {
        (" ".join(label.casefold().split()), dimension)
        for label, dimension in zip(raw["label"], raw["dimension"], strict=True)
    }

    assert set(wordings.labels.rows) <= used


def test_every_note_that_bears_on_a_code_is_used(raw, wordings):
    used = {" ".join(text.casefold().split()) for text in raw["note"]}

    assert {wording for wording, _ in wordings.notes.rows} <= used


def test_figures_are_sorted_and_observations_too(cleaned):
    for name, column in (("figures", "figure_id"), ("observations", "observation_id")):
        assert cleaned.tables[name][column].is_monotonic_increasing


def test_the_evidence_of_the_articles_has_figures(cleaned, figures):
    assert set(cleaned.tables["article_links"]["figure_id"]) <= set(figures.index)


def test_raw_rows_are_counted_by_the_csv_module_too(raw):
    lines = 0
    for path in (RAW / "figures").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            lines += sum(1 for _ in csv.DictReader(file))

    assert lines == len(raw)
