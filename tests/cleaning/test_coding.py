import dataclasses

import pytest

from netralitas_research.cleaning.coding import code_record


@pytest.fixture
def codes(record, wordings):
    """Gives the codes of the one figure that a record stands for."""

    def of(rulings=None, **cells):
        ruled = dataclasses.replace(wordings, rulings={"R9001": rulings or {}})
        coded, problems = code_record(record(**cells), ruled)
        assert problems == []
        assert len(coded) == 1
        return coded[0].codes

    return of


@pytest.fixture
def problems(record, wordings):
    def of(**cells):
        coded, found = code_record(record(**cells), wordings)
        assert coded == []
        return found

    return of


def ruled(value):
    return {"value": value, "reason_id": "alasan", "reason_en": "reason"}


def test_a_funnel_row_tells_who_counted_what_when_and_at_which_stage(codes):
    found = codes()

    assert {key: found[key] for key in ("counted_by", "election", "series", "as_of", "stage")} == {
        "counted_by": "kasn",
        "election": "pilkada-2020",
        "series": "cumulative",
        "as_of": "2020-07-31",
        "stage": "reported",
    }
    assert (found["unit_counted"], found["subject"]) == ("persons", "asn_neutrality")
    assert (found["kemendagri_code"], found["province_set"]) == ("ID", "not_applicable")
    assert (found["dimension"], found["code"]) == ("total", "total")


def test_what_no_table_decides_is_unknown(codes):
    found = codes(as_of="", label="fungsional", dimension="position")

    assert (found["stage"], found["as_of"], found["complete"]) == ("unknown",) * 3


def test_no_election_is_not_an_unknown_one(codes):
    assert codes(election="")["election"] == "none"


def test_the_region_left_out_is_that_of_the_office(codes):
    found = codes(institution="Bawaslu Sulawesi Tenggara", counted="ASN terlapor", label="dugaan")

    assert found["kemendagri_code"] == "74"


def test_a_quoted_count_is_counted_by_another_than_it_is_issued_by(codes):
    found = codes(institution="Kemendagri / KASN")

    assert found["counted_by"] == "kasn"
    assert found["issued_by"] != "kasn"


def test_a_total_is_the_whole_of_a_count_and_the_denominator_of_a_percentage(codes):
    count = codes(printed_total="500")
    percent = codes(dimension="position", label="fungsional", unit="percent", value="25,4")
    of_total = codes(
        dimension="position", label="fungsional", unit="percent", value="25", printed_total="456"
    )

    assert (count["base_status"], count["base_meaning"]) == ("printed", "whole")
    assert (percent["base_status"], percent["base_meaning"]) == ("unknown", "denominator")
    assert (of_total["base_status"], of_total["base_meaning"]) == ("printed", "denominator")


def test_a_count_without_total_has_no_base(codes):
    found = codes(note="total by addition")

    assert (found["base_status"], found["base_meaning"]) == ("not_applicable",) * 2


def test_a_total_that_a_note_calls_added_up_is_inferred(codes):
    assert codes(note="total by addition", printed_total="500")["base_status"] == "inferred"


def test_the_number_of_areas_is_no_denominator_of_a_rate(codes):
    found = codes(
        institution="BPS",
        election="",
        counted="poverty rate",
        dimension="covariate_kemiskinan",
        label="Aceh",
        value="15,33",
        unit="percent",
        printed_total="34",
    )

    assert (found["base_status"], found["base_meaning"]) == ("printed", "number_of_units")


def test_a_flow_has_a_period_and_no_as_of_date(codes):
    found = codes(counted="ASN direkomendasikan", dimension="year", label="2019", as_of="2019")

    assert (found["series"], found["period_start"], found["period_end"]) == ("flow", "2019", "2019")
    assert found["as_of"] == "not_applicable"


def test_a_snapshot_has_an_as_of_date_and_no_period(codes):
    assert codes()["period_start"] == codes()["period_end"] == "not_applicable"


def test_the_beginning_of_a_flow_that_prints_only_its_end_is_unknown(codes):
    found = codes(dimension="year_other", label="kode etik", counted="kasus", as_of="2017-12-31")

    assert (found["period_start"], found["period_end"]) == ("unknown", "2017-12-31")


def test_a_status_with_a_period_makes_a_flow(codes):
    found = codes(label="dilaporkan 2023", as_of="2023-12-31")

    assert (found["series"], found["period_start"], found["stage"]) == ("flow", "2023", "reported")


@pytest.mark.parametrize(
    ("cells", "qualifier"),
    [
        ({}, "exact"),
        ({"value": "lebih dari 400"}, "more_than"),
        ({"note": "lebih dari"}, "more_than"),
        ({"value": "sekitar 400", "note": "lebih dari"}, "about"),
        ({"counted": "ASN cases (more than)", "label": "kasus ASN"}, "more_than"),
    ],
)
def test_a_weakened_number_is_not_exact(codes, cells, qualifier):
    assert codes(**cells)["qualifier"] == qualifier


def test_the_words_five_highest_make_a_top_list(codes):
    found = codes(
        institution="Bawaslu RI",
        counted="ASN-neutrality violations (cases) by province, five highest",
        dimension="province",
        label="Banten",
    )

    assert found["complete"] == "top_list"


@pytest.mark.parametrize(
    ("as_of", "province_set"),
    [("2022-07-24", "34"), ("2022-07-25", "unknown"), ("2022", "unknown"), ("", "unknown")],
)
def test_a_region_belongs_to_the_34_provinces_before_the_split(codes, as_of, province_set):
    assert codes(dimension="province", label="Papua", as_of=as_of)["province_set"] == province_set


def test_a_ruling_goes_before_every_table(codes):
    found = codes({"stage": ruled("proven"), "as_of": ruled("2020")})

    assert (found["stage"], found["as_of"]) == ("proven", "2020")


def test_a_ruled_code_stands_for_a_label_that_nothing_reads(codes):
    found = codes(
        {"dimension": ruled("act"), "code": ruled("campaign_team")}, label="sesuatu yang lain"
    )

    assert (found["dimension"], found["code"]) == ("act", "campaign_team")


def test_a_row_that_is_left_out_has_no_codes_and_no_problems(record, wordings):
    left_out = dataclasses.replace(wordings, rulings={"R9001": {"left_out": ruled("left_out")}})

    assert code_record(record(label="nothing known"), left_out) == ([], [])


def test_a_row_for_several_codes_becomes_a_figure_each(record, wordings):
    several = record(
        institution="Bawaslu RI",
        counted="orang",
        dimension="position",
        label="kepala daerah; camat (masing-masing)",
        value="8",
    )

    coded, problems = code_record(several, wordings)

    assert problems == []
    assert [item.codes["code"] for item in coded] == ["kepala_daerah", "camat"]


@pytest.mark.parametrize(
    ("column", "value", "problem", "near"),
    [
        (
            "institution",
            "Bawaslu Sulawesi Tengara",
            "unknown_label",
            "Bawaslu Provinsi Sulawesi Tenggara",
        ),
        ("election", "Pilkada 2200", "unknown_label", "Pilkada 2020"),
        ("counted", "ASN dilaporkn", "unknown_wording", "ASN dilaporkan"),
        ("dimension", "funel", "unknown_wording", "funnel"),
        ("label", "dilaporkn", "unknown_label", "dilaporkan"),
        ("note", "lima besaar", "unknown_wording", "lima besar"),
    ],
)
def test_what_no_table_knows_is_said_with_the_nearest(problems, column, value, problem, near):
    found = problems(**{column: value})

    assert [(p.problem, p.column, p.value) for p in found] == [
        (f"problem.{problem}", column, value)
    ]
    assert near in found[0].nearest


def test_all_unknown_wordings_of_a_row_are_said_together(problems):
    found = problems(institution="Xyz", election="Qqq", counted="abc", label="zzz")

    assert {problem.column for problem in found} == {"institution", "election", "counted", "label"}


def test_the_table_that_should_know_a_wording_is_named(problems):
    assert problems(counted="abc")[0].params["table"] == "data/raw/wordings/counted.csv"


@pytest.mark.parametrize(
    ("column", "value"),
    [("as_of", "kemarin"), ("dimension", "nothing"), ("dimension_2", "nothing")],
)
def test_a_wrong_ruling_does_not_raise(record, wordings, column, value):
    """It is said where it stands, in the table of rulings."""
    wrong = dataclasses.replace(wordings, rulings={"R9001": {column: ruled(value)}})

    code_record(record(dimension="province", label="Banten"), wrong)
