import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netralitas_research.cleaning.reading import as_frame, peek_heading, read_table

COLUMNS = ("label", "value", "note")
ROWS = ((2, {"label": "Banten", "value": "22,98", "note": ""}),)


def read(tmp_path, content, **more):
    path = tmp_path / "figures.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, COLUMNS, "shown.csv", **more)


@pytest.mark.parametrize(
    "content",
    [
        'label,value,note\nBanten,"22,98",\n',
        "label;value;note\nBanten;22,98;\n",
        "label\tvalue\tnote\nBanten\t22,98\t\n",
        "label;value;note\r\nBanten;22,98;\r\n",
        "label;value;note\rBanten;22,98;\r",
        "\ufefflabel;value;note\r\nBanten;22,98;\r\n",
        "note,value,label\n,'22,98',Banten\n".replace("'", '"'),
        ' label , value ,note\n Banten ," 22,98 ",\n',
        "label;value;note\nBanten\u00a0;22,98;\u00a0\n",
        "label;value;note;;\nBanten;22,98;;;\n;;;;\n",
        "label;value;note\nBanten;22,98;\n;;\n\n\n",
        "label;value;note\nBanten;22,98;;;;\n",
        '"label";"value";"note"\n"Banten";"22,98";""\n',
    ],
    ids=[
        "comma",
        "semicolon",
        "tab",
        "crlf",
        "cr",
        "byte-order mark",
        "columns in another order",
        "spaces around cells",
        "no-break spaces",
        "empty columns at the end",
        "empty rows at the end",
        "empty cells beyond the heading",
        "everything quoted",
    ],
)
def test_a_table_is_read_however_it_was_written(tmp_path, content):
    table, problems = read(tmp_path, content)

    assert (table.rows, problems) == (ROWS, [])


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_first_line_that_names_the_separator_is_passed_over_and_counted(
    tmp_path, separator, ending
):
    lines = [f"sep={separator}", separator.join(COLUMNS), separator.join(("Banten", '"22,98"', ""))]

    table, problems = read(tmp_path, ending.join(lines) + ending)

    assert table.rows == ((3, ROWS[0][1]),)
    assert problems == []


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path):
    table, _ = read(tmp_path, "label;value;note\n\nBanten;1;\n;;\nBali;2;\n")

    assert [row for row, _ in table.rows] == [3, 5]


def test_a_separator_inside_quotation_marks_belongs_to_the_cell(tmp_path):
    table, _ = read(tmp_path, 'label,value,note\n"Banten, ""Jawa""",1,"a;b"\n')

    assert table.rows[0][1] == {"label": 'Banten, "Jawa"', "value": "1", "note": "a;b"}


def test_a_no_break_space_inside_a_cell_is_a_space(tmp_path):
    table, _ = read(tmp_path, "label,value,note\nKab.\u00a0Muna,1,\n")

    assert table.rows[0][1]["label"] == "Kab. Muna"


def test_a_heading_that_only_begins_like_a_separator_line_is_a_heading(tmp_path):
    _, problems = read(tmp_path, "sep=label,value,note\nBanten,1,\n")

    assert [(p.column, p.row) for p in problems] == [("sep=label", 1), ("label", 1)]


def test_windows_1252_is_read(tmp_path):
    table, problems = read(tmp_path, "label;value;note\nMuña;1;–\n".encode("cp1252"))

    assert table.rows[0][1] == {"label": "Muña", "value": "1", "note": "–"}
    assert problems == []


def only_problem(tmp_path, content):
    _, problems = read(tmp_path, content)
    assert len(problems) == 1, problems
    assert problems[0].file == "shown.csv"
    return problems[0]


def test_a_heading_without_rows_is_refused_unless_it_may_stand_alone(tmp_path):
    assert only_problem(tmp_path, "label,value,note\n,,\n").problem == "problem.no_rows"
    assert read(tmp_path, "label,value,note\n", may_be_empty=True)[1] == []


def test_only_a_separator_line_is_an_empty_file(tmp_path):
    assert only_problem(tmp_path, "sep=;\n").problem == "problem.empty_file"


def test_an_unknown_column_is_refused_with_the_nearest_that_is_missing(tmp_path):
    table, problems = read(tmp_path, "label,valeu,note\nBanten,1,\n")

    assert [problem.problem for problem in problems] == [
        "problem.unknown_column",
        "problem.missing_column",
    ]
    assert (problems[0].column, problems[0].row, problems[0].nearest) == ("valeu", 1, ("value",))
    assert problems[1].column == "value"
    assert table.rows == ()


def test_an_added_column_is_refused(tmp_path):
    problem = only_problem(tmp_path, "label,value,note,colour\nBanten,1,,red\n")

    assert (problem.problem, problem.column, problem.row) == (
        "problem.unknown_column",
        "colour",
        1,
    )


def test_an_unnamed_column_between_others_is_refused(tmp_path):
    assert only_problem(tmp_path, "label,,value,note\na,b,1,\n").problem == "problem.unknown_column"


def test_a_missing_column_is_refused(tmp_path):
    problem = only_problem(tmp_path, "sep=,\nlabel,value\nBanten,1\n")

    assert (problem.problem, problem.column, problem.row) == ("problem.missing_column", "note", 2)


def test_a_repeated_column_is_refused(tmp_path):
    problem = only_problem(tmp_path, "label,value,note,value\nBanten,1,,2\n")

    assert (problem.problem, problem.column) == ("problem.duplicate_column", "value")


@pytest.mark.parametrize(("line", "found"), [("Bali,2", "2"), ("Bali,2,,3", "4"), ("Bali", "1")])
def test_a_row_of_another_length_is_refused_and_the_others_are_read(tmp_path, line, found):
    table, problems = read(tmp_path, f"label,value,note\nBanten,1,\n{line}\nRiau,3,\n")

    assert [(p.problem, p.row, p.params["found"]) for p in problems] == [
        ("problem.row_length", 3, found)
    ]
    assert [row for row, _ in table.rows] == [2, 4]


def test_a_heading_between_the_rows_is_refused(tmp_path):
    problem = only_problem(tmp_path, "label,value,note\nBanten,1,\nlabel,value,note\nBali,2,\n")

    assert (problem.problem, problem.row) == ("problem.repeated_heading", 3)


def test_an_unquoted_decimal_comma_does_not_shift_the_cells(tmp_path):
    problem = only_problem(tmp_path, "label,value,note\nBanten,22,98,x\n")

    assert (problem.problem, problem.row) == ("problem.row_length", 2)


@pytest.mark.parametrize(
    "content",
    [
        'label,value,note\nBanten,1,\nBali,"2,\n',
        'label,value,note\nBanten,1,\nBali,"2"x,\n',
        'label,value,note\nBanten,1,\nBali,"2,\nRiau,"3",\n',
    ],
)
def test_an_open_quotation_mark_is_refused_where_it_begins(tmp_path, content):
    problem = only_problem(tmp_path, content)

    assert (problem.problem, problem.row) == ("problem.quotes", 3)


def test_a_quotation_mark_that_swallows_rows_is_noticed(tmp_path):
    content = 'label,value,note\nBanten,1,"a\nBali,2,b\nRiau,3,c"\nAceh,4,\n'

    problem = only_problem(tmp_path, content)

    assert (problem.problem, problem.row, problem.column) == ("problem.line_break", 2, "note")


def test_several_faults_of_a_file_are_said_together(tmp_path):
    _, problems = read(tmp_path, "label,value,note\nBanten\nBali,2,,x\n")

    assert [problem.row for problem in problems] == [2, 3]


def test_the_heading_of_any_file_can_be_peeked_at(tmp_path):
    path = tmp_path / "file.csv"
    for content in ("sep=;\na;b;;\n1;2;;\n", "a\tb\n", "\ufeffa,b\n1,2\n"):
        path.write_text(content, encoding="utf-8")
        assert peek_heading(path) == {"a", "b"}
    path.write_bytes(b"PK\x03\x04")
    assert peek_heading(path) == set()
    assert peek_heading(tmp_path / "missing.csv") == set()


def test_a_frame_holds_the_rows_as_text(tmp_path):
    frame = as_frame(read(tmp_path, "label,value,note\nBanten,01,\n")[0])

    assert frame.to_dict("records") == [{"label": "Banten", "value": "01", "note": ""}]


LINE_ENDS = {"\n": "unix", "\r\n": "windows", "\r": "old mac"}
CELLS = st.text(
    st.characters(codec="cp1252", exclude_categories=("Cc", "Zl", "Zp"), exclude_characters="\x7f"),
    max_size=8,
).map(lambda text: text.replace("\u00a0", " ").strip())


def is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS).filter(any), min_size=1, max_size=5),
    separator=st.sampled_from([",", ";", "\t"]),
    ending=st.sampled_from(list(LINE_ENDS)),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_any_table_of_texts_is_read_back_or_refused_but_never_read_otherwise(
    tmp_path_factory, rows, separator, ending, encoding, quoting
):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=ending, quoting=quoting)
    writer.writerows([COLUMNS, *rows])
    path = tmp_path_factory.getbasetemp() / "table.csv"
    content = text.getvalue().encode(encoding)
    # No reader can tell two Windows letters that are one letter of UTF-8 from that letter.
    assume(encoding != "cp1252" or content.isascii() or not is_utf8(content))
    path.write_bytes(content)

    table, problems = read_table(path, COLUMNS)

    if encoding == "cp1252" and problems:
        assert {problem.problem for problem in problems} == {"problem.encoding"}
    else:
        assert problems == []
        assert [tuple(cells.values()) for _, cells in table.rows] == rows


@given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused_but_never_raise(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "bytes.csv"
    path.write_bytes(content)

    table, problems = read_table(path, COLUMNS)

    assert problems
    assert table.rows == ()


@given(
    position=st.integers(0, 45),
    inserted=st.binary(min_size=1, max_size=3).filter(lambda b: not set(b) & set(b',;"\t\r\n')),
)
def test_damaged_bytes_change_at_most_the_cell_they_stand_in(tmp_path_factory, position, inserted):
    content = b"label,value,note\nBanten,1,a\nRiau,2,b\nAceh,3,c\n"
    path = tmp_path_factory.getbasetemp() / "damaged.csv"
    path.write_bytes(content[:position] + inserted + content[position:])

    table, problems = read_table(path, COLUMNS)

    whole = ["Banten", "1", "a", "Riau", "2", "b", "Aceh", "3", "c"]
    cells = [cell for _, row in table.rows for cell in row.values()]
    if problems:
        assert table.rows == () or len(cells) < len(whole)
    else:
        assert len(cells) == len(whole)
        assert sum(a != b for a, b in zip(cells, whole, strict=True)) <= 1
