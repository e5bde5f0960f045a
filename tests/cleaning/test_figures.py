import pytest

from netralitas_research.cleaning.coding import code_record
from netralitas_research.cleaning.figures import assemble

PAGES = {"page_a": "page_a", "page_b": "page_b", "page_a_again": "page_a"}


@pytest.fixture
def evidence(record, wordings):
    """Assembles records, given as cells; links as pairs of record ids."""

    def make(*rows, links=()):
        coded = [item for row in rows for item in code_record(record(**row), wordings)[0]]
        same = {first: {"record_id": first, "same_as": second} for first, second in links}
        found = assemble(coded, same, PAGES)
        return found.figures.set_index("figure_id"), found.observations

    return make


def test_each_source_of_a_row_is_an_observation(evidence):
    figures, observations = evidence({"source_ids": "page_a;page_b"})

    assert list(figures.index) == ["F9001"]
    assert list(observations["observation_id"]) == ["O9001-1", "O9001-2"]
    assert figures.loc["F9001", ["n_observations", "n_pages"]].tolist() == [2, 2]
    assert figures.loc["F9001", "check_status"] == "printed_on_several_pages"


def test_rows_that_agree_in_everything_are_one_figure(evidence):
    figures, observations = evidence({}, {"record_id": "R9002", "source_ids": "page_b"})

    assert list(figures.index) == ["F9001"]
    assert list(observations["record_id"]) == ["R9001", "R9002"]
    assert figures.loc["F9001", "source_ids"] == "page_a;page_b"


def test_one_page_transcribed_twice_counts_as_one_page(evidence):
    figures, _ = evidence({}, {"record_id": "R9002", "source_ids": "page_a_again"})

    assert figures.loc["F9001", ["n_observations", "n_pages"]].tolist() == [2, 1]
    assert figures.loc["F9001", "check_status"] == "transcribed_twice"


def test_a_row_from_one_page_is_transcribed_once(evidence):
    assert evidence({})[0].loc["F9001", "check_status"] == "transcribed_once"


@pytest.mark.parametrize(
    "other",
    [
        {"value": "457"},
        {"printed_total": "500"},
        {"as_of": "2020-07"},
        {"label": "direkomendasikan"},
        {"counted": "kasus"},
        {"value": "sekitar 456"},
        {"election": "Pilkada 2018"},
        {"institution": "BKN"},
    ],
)
def test_rows_that_differ_in_anything_are_two_figures(evidence, other):
    figures, _ = evidence({}, {"record_id": "R9002"} | other)

    assert list(figures.index) == ["F9001", "F9002"]


def test_a_reviewed_link_joins_persons_and_cases(evidence):
    figures, _ = evidence(
        {}, {"record_id": "R9002", "counted": "kasus"}, links=[("R9002", "R9001")]
    )

    assert list(figures.index) == ["F9001"]
    assert figures.loc["F9001", "unit_counted"] == "persons"


def test_a_link_may_lead_to_a_later_row(evidence):
    figures, _ = evidence({"as_of": "2020-07"}, {"record_id": "R9002"}, links=[("R9001", "R9002")])

    assert figures.loc["F9002", "as_of"] == "2020-07-31"


def test_what_one_page_does_not_say_is_taken_from_another(evidence):
    first = {"counted": "kasus", "label": "kasus", "as_of": ""}
    second = {"record_id": "R9002", "counted": "kasus", "label": "dugaan"}

    figures, observations = evidence(first, second, links=[("R9002", "R9001")])

    assert figures.loc["F9001", ["stage", "as_of"]].tolist() == ["alleged", "2020-07-31"]
    assert list(observations["as_of_printed"]) == ["", "2020-07-31"]


def test_pages_that_say_different_things_leave_it_unknown(evidence):
    rows = [
        {"counted": "kasus", "label": "kasus"},
        {"record_id": "R9002", "counted": "kasus", "label": "dugaan"},
        {"record_id": "R9003", "counted": "kasus", "label": "terbukti"},
    ]

    figures, _ = evidence(*rows, links=[("R9002", "R9001"), ("R9003", "R9001")])

    assert figures.loc["F9001", "stage"] == "unknown"


def test_a_base_comes_with_its_status_from_the_row_that_prints_it(evidence):
    figures, _ = evidence(
        {"as_of": "2020-07"},
        {"record_id": "R9002", "printed_total": "500"},
        links=[("R9002", "R9001")],
    )

    row = figures.loc["F9001"]
    assert (row["base"], row["base_status"], row["base_meaning"]) == (500, "printed", "whole")


def test_rows_of_an_unknown_region_are_never_joined_by_themselves(evidence):
    row = {
        "institution": "Bawaslu Jawa Timur",
        "counted": "kasus",
        "dimension": "regency",
        "label": "Pasuruan",
    }

    figures, _ = evidence(row, row | {"record_id": "R9002", "source_ids": "page_b"})

    assert set(figures["kemendagri_code"]) == {"unknown"}
    assert len(figures) == 2


def test_a_row_for_several_codes_is_a_figure_each_and_links_find_theirs(evidence):
    several = {
        "institution": "Bawaslu RI",
        "counted": "orang",
        "dimension": "position",
        "label": "kepala daerah; camat (masing-masing)",
        "value": "8",
    }
    camat = several | {"record_id": "R9002", "label": "camat", "source_ids": "page_b"}

    figures, observations = evidence(several, camat, links=[("R9002", "R9001")])

    assert list(figures["code"]) == ["kepala_daerah", "camat"]
    assert list(observations["observation_id"]) == ["O9001-1", "O9001-1-2", "O9002-1-2"]
    assert list(observations["figure_id"]) == ["F9001", "F9001-2", "F9001-2"]


def test_ids_of_five_digits_keep_their_observations_apart(evidence):
    _, observations = evidence({"record_id": "R10001", "source_ids": "page_a;page_b"})

    assert list(observations["observation_id"]) == ["O10001-1", "O10001-2"]


def test_a_list_is_as_complete_as_its_most_complete_print(evidence):
    row = {"dimension": "province", "label": "Banten"}
    rows = [row | {"note": "lima besar"}, row | {"record_id": "R9002", "note": "complete"}]

    assert evidence(*rows)[0].loc["F9001", "complete"] == "complete"
    assert evidence(rows[0], row | {"record_id": "R9002"})[0].loc["F9001", "complete"] == "top_list"


def test_decimals_are_the_most_that_a_page_prints(evidence):
    row = {"dimension": "position", "label": "fungsional", "unit": "percent"}

    figures, observations = evidence(
        row | {"value": "9,4"}, row | {"record_id": "R9002", "value": "9,40"}
    )

    assert figures.loc["F9001", ["value", "decimals_at_least"]].tolist() == [9.4, 2]
    assert list(observations["value_printed"]) == ["9,4", "9,40"]
