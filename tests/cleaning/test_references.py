import pytest

from netralitas_research.cleaning.references import (
    REFERENCES,
    ids_of,
    read_pages,
    read_reference,
    read_references,
    source_problems,
    unknown_source,
    used_ids,
)

SOURCE = {"source_id": "page_a", "title": "Judul", "url_status": "none"}


@pytest.fixture
def sources(table):
    def make(*rows):
        return table(
            *(SOURCE | row for row in rows), file="sources.csv", columns=REFERENCES["sources"]
        )

    return make


@pytest.fixture
def read(tmp_path):
    def write(name, *rows):
        path = tmp_path / f"{name}.csv"
        lines = [",".join(row.get(c, "") for c in REFERENCES[name]) for row in rows]
        path.write_text("\n".join([",".join(REFERENCES[name]), *lines]) + "\n", encoding="utf-8")
        return read_reference(path, name, f"data/raw/{name}.csv")

    return write


def test_the_references_of_the_study_have_no_problems(study):
    tables, problems = read_references(study.path(""), study.home)

    assert problems == []
    assert tables.keys() == REFERENCES.keys()


def test_a_reference_table_is_read(read):
    table, problems = read("sources", SOURCE | {"date": "2020-07"})

    assert problems == []
    assert ids_of("sources", table) == {"page_a"}


@pytest.mark.parametrize("name", REFERENCES)
def test_an_id_must_be_there_and_stand_once(read, name):
    key = REFERENCES[name][0]
    row = {"url_status": "none"}

    _, problems = read(
        name, row | {key: "x"}, row | {key: "x"}, row | {REFERENCES[name][1]: "2020"}
    )

    assert [(p.problem, p.row, p.column) for p in problems] == [
        ("problem.repeated_id", 2, key),
        ("problem.repeated_id", 3, key),
        ("problem.missing_value", 4, key),
    ]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("sources", "date"),
        ("laws", "enacted"),
        ("laws", "in_force_from"),
        ("laws", "in_force_to"),
        ("elections", "voting_date"),
        ("elections", "campaign_to"),
    ],
)
def test_a_broken_date_is_refused(read, name, column):
    row = {REFERENCES[name][0]: "x", "url_status": "none", column: "31 Juni 2020"}

    _, problems = read(name, row)

    assert [(p.problem, p.file, p.row, p.column, p.value) for p in problems] == [
        ("problem.date_format", f"data/raw/{name}.csv", 2, column, "31 Juni 2020")
    ]


def test_the_state_of_an_address_is_one_of_three_words(read):
    _, problems = read("sources", SOURCE | {"url_status": "lost"})

    assert [(p.problem, p.column, p.value) for p in problems] == [
        ("problem.unit", "url_status", "lost")
    ]
    assert problems[0].nearest == ("complete", "incomplete", "none")


def test_pages_are_told_by_the_source_that_stands_for_itself(sources):
    table = sources({}, {"source_id": "page_b", "same_page_as": "page_a"})

    assert read_pages(table) == {"page_a": "page_a", "page_b": "page_a"}


def test_a_source_that_a_table_names_must_be_listed(sources, table):
    laws = table({"law_id": "UU-1", "source_id": "page_a; page_x"}, file="laws.csv")

    problems = source_problems("laws", laws, sources({}))

    assert [(p.problem, p.file, p.value, p.nearest) for p in problems] == [
        ("problem.unknown_source", "laws.csv", "page_x", ("page_a",))
    ]


def test_nothing_is_said_of_sources_while_their_list_cannot_be_read(sources, table):
    laws = table({"law_id": "UU-1", "source_id": "page_x"})
    unread = table(columns=REFERENCES["sources"])

    assert source_problems("laws", laws, unread) == []


def test_the_same_page_must_be_a_source_that_stands_for_itself(sources):
    rows = sources(
        {},
        {"source_id": "page_b", "same_page_as": "page_a"},
        {"source_id": "page_c", "same_page_as": "page_b"},
        {"source_id": "page_d", "same_page_as": "page_d"},
        {"source_id": "page_e", "same_page_as": "nowhere"},
    )

    problems = source_problems("sources", rows, rows)

    assert [(p.problem, p.row, p.value) for p in problems] == [
        ("problem.page_chain", 4, "page_b"),
        ("problem.page_chain", 5, "page_d"),
        ("problem.unknown_source", 6, "nowhere"),
    ]


def test_a_law_is_replaced_by_one_that_is_listed(study):
    row = study.change("laws.csv", "UU-43-1999", "replaced_by", "UU-5-2041")

    problems = read_references(study.path(""), study.home)[1]

    assert [(p.problem, p.row, p.column, p.value) for p in problems] == [
        ("problem.unknown_id", row, "replaced_by", "UU-5-2041")
    ]


def test_the_nearest_sources_come_first():
    problem = unknown_source("a.csv", 3, "source_ids", "kompas20082", {"kompas200826", "detik2021"})

    assert problem.nearest == ("kompas200826",)


def test_an_id_of_the_study_is_not_free_for_a_new_table(sources):
    study = sources({}, {"source_id": "page_b"})

    problems = used_ids("sources", sources({"source_id": "page_b"}), study)

    assert [(p.problem, p.row, p.value, p.params) for p in problems] == [
        (
            "problem.duplicate_id",
            2,
            "page_b",
            {"first_file": "sources.csv", "first_row": "3"},
        )
    ]
