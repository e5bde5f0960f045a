import pytest

from netralitas_research.cleaning import check_files
from netralitas_research.errors import StudyNotFoundError

HEADING = (
    "record_id,institution,election,as_of,counted,dimension,label,value,unit,printed_total,"
    "source_ids,note\n"
)
ROW = "R2823,KASN,Pilkada 2020,2020-07-31,ASN,funnel,dilaporkan,456,count,,alinea_2022,\n"
SOURCES = "source_id,title,publisher,date,url,url_status,url_note,same_page_as\n"


@pytest.fixture
def check(study, tmp_path):
    """Checks a new file of the given content."""

    def found(content, kind=None, name="new.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return [
            (p.problem.removeprefix("problem."), p.row, p.column, p.value)
            for p in check_files([path], kind)
        ]

    return found


def test_the_whole_study_is_checked_when_no_file_is_named(study):
    assert check_files([]) == []

    study.change("figures/kasn/pilkada-2020.csv", "R0089", "value", "43.4")
    assert [p.problem for p in check_files([])] == ["problem.number_format"]


def test_a_right_file_of_figures_has_no_problems(check):
    assert check(HEADING + ROW) == []


def test_a_file_as_excel_writes_it_has_no_problems(check):
    excel = (HEADING + ROW).replace(",", ";").replace("\n", ";;\r\n")

    assert check(excel.encode("utf-8-sig")) == []


def test_ids_need_not_follow_on_in_a_file_that_has_not_joined_yet(check):
    assert check(HEADING + ROW.replace("R2823", "R4000")) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("456", "45.6", ("number_format", 2, "value", "45.6")),
        ("2020-07-31", "31 Juni 2020", ("date_format", 2, "as_of", "31 Juni 2020")),
        ("alinea_2022", "alinea_2202", ("unknown_source", 2, "source_ids", "alinea_2202")),
        ("dilaporkan", "dilaporkn", ("unknown_label", 2, "label", "dilaporkn")),
        ("R2823", "R0089", ("duplicate_id", 2, "record_id", "R0089")),
    ],
)
def test_a_fault_of_a_new_file_is_said(check, old, new, problem):
    assert check(HEADING + ROW.replace(old, new)) == [problem]


def test_the_file_is_named_as_it_was_given(study, tmp_path):
    path = tmp_path / "missing.csv"

    assert [p.file for p in check_files([path])] == [str(path)]


def test_a_file_of_the_study_is_not_a_duplicate_of_itself(study):
    assert check_files([study.path("figures/kasn/pilkada-2020.csv")]) == []


def test_an_id_of_another_file_of_the_study_is_found(study):
    study.change("figures/kasn/pilkada-2020.csv", "R0089", "record_id", "R0751")

    problems = check_files([study.path("figures/kasn/pilkada-2020.csv")])

    assert [(p.problem, p.value) for p in problems] == [("problem.duplicate_id", "R0751")]
    assert problems[0].params["first_file"].startswith("data/raw/figures/bawaslu-sulawesi")


def test_two_new_files_are_checked_against_each_other(study, tmp_path):
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_text(HEADING + ROW, encoding="utf-8")

    problems = check_files(paths)

    assert [(p.problem, p.file) for p in problems] == [("problem.duplicate_id", str(paths[1]))]


def test_a_new_file_of_sources_is_told_by_its_heading(check):
    assert check(SOURCES + "page_x,Judul,Penerbit,2024,,none,,\n") == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("page_x,Judul,,2024-13,,none,,", ("date_format", 2, "date", "2024-13")),
        ("page_x,Judul,,,,lost,,", ("unit", 2, "url_status", "lost")),
        ("alinea_2022,Judul,,,,none,,", ("duplicate_id", 2, "source_id", "alinea_2022")),
        ("page_x,Judul,,,,none,,page_y", ("unknown_source", 2, "same_page_as", "page_y")),
    ],
)
def test_a_fault_of_a_new_file_of_sources_is_said(check, line, problem):
    assert check(SOURCES + line + "\n") == [problem]


def test_a_new_source_may_be_the_same_page_as_one_of_the_study_or_of_its_file(check):
    lines = "page_x,Judul,,,,none,,alinea_2022\npage_y,Judul,,,,none,,page_z\npage_z,J,,,,none,,\n"

    assert check(SOURCES + lines) == []


@pytest.mark.parametrize("name", ["sources.csv", "laws.csv", "skb_acts.csv", "elections.csv"])
def test_the_reference_tables_of_the_study_have_no_problems(study, name):
    assert check_files([study.path(name)]) == []


def test_a_file_of_nothing_known_is_said_and_can_be_named(check):
    assert check("a,b\n1,2\n") == [("unknown_kind", None, "", None)]
    assert check("a,b\n1,2\n", kind="sources")[0][:2] == ("unknown_column", 1)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty_file"),
        (b"PK\x03\x04", "excel_file"),
        (b"a\x00b\n", "nul_byte"),
        ("Muña\n".encode("utf-16"), "utf16_file"),
        (HEADING.encode(), "no_rows"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(check, content, problem):
    assert [found[0] for found in check(content)] == [problem]


def test_a_fault_of_the_study_that_a_file_is_checked_against_is_said_too(study, tmp_path):
    path = tmp_path / "new.csv"
    path.write_text(HEADING + ROW, encoding="utf-8")
    study.delete("wordings/counted.csv")

    assert [(p.problem, p.file) for p in check_files([path])] == [
        ("problem.missing_file", "data/raw/wordings/counted.csv")
    ]


def test_without_a_study_nothing_can_be_checked(tmp_path, monkeypatch):
    monkeypatch.setenv("NETRALITAS_HOME", str(tmp_path))

    with pytest.raises(StudyNotFoundError):
        check_files([])
