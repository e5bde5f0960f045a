"""Reading the cells of a user's file. Workbooks are made by hand: they are zipped XML."""

import io
import zipfile

import pytest

from netralitas_research.cleaning.sheets import column_letter, read_sheet
from netralitas_research.errors import InputError

TYPES = "http://schemas.openxmlformats.org"


def workbook(**sheets):
    """Write a workbook of named sheets; a cell is text, a number or ``None``."""
    rels, parts, entries = [], {}, []
    for n, (name, rows) in enumerate(sheets.items(), start=1):
        lines = "".join(
            f'<row r="{r}">'
            + "".join(_cell(f"{column_letter(c)}{r}", cell) for c, cell in enumerate(cells))
            + "</row>"
            for r, cells in enumerate(rows, start=1)
        )
        main = f'xmlns="{TYPES}/spreadsheetml/2006/main"'
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f"<worksheet {main}><sheetData>{lines}</sheetData></worksheet>"
        )
        kind = f"{TYPES}/officeDocument/2006/relationships/worksheet"
        rels.append(f'<Relationship Id="r{n}" Type="{kind}" Target="worksheets/sheet{n}.xml"/>')
        entries.append(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>')
    office = f'xmlns:r="{TYPES}/officeDocument/2006/relationships"'
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{TYPES}/spreadsheetml/2006/main" {office}>'
        f"<sheets>{''.join(entries)}</sheets></workbook>"
    )
    package = f'xmlns="{TYPES}/package/2006/relationships"'
    parts["xl/_rels/workbook.xml.rels"] = (
        f"<Relationships {package}>{''.join(rels)}</Relationships>"
    )
    root = f"{TYPES}/officeDocument/2006/relationships/officeDocument"
    parts["_rels/.rels"] = (
        f'<Relationships {package}><Relationship Id="r1" Type="{root}" Target="xl/workbook.xml"/>'
        "</Relationships>"
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, text in parts.items():
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return content.getvalue()


def _cell(place, cell):
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{cell}</t></is></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'


def read(tmp_path, content, sheet=None):
    path = tmp_path / "answers.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_sheet(path, sheet)


def problems(tmp_path, content, sheet=None):
    with pytest.raises(InputError) as error:
        read(tmp_path, content, sheet)
    return error.value.problems


@pytest.mark.parametrize(
    "content",
    [
        'peserta,b1\nA,"2,5"\n',
        "\ufeffpeserta;b1\r\nA;2,5\r\n",
        "sep=;\npeserta;b1\nA;2,5\n",
        " peserta ; b1;;\n A;2,5;;\n;;;\n",
        workbook(Data=[["peserta", "b1"], ["A", 2.5]]),
        workbook(Data=[["peserta", "b1"], ["A", 2.5]], Other=[["x"], ["y"]]),
    ],
    ids=["comma", "semicolon", "sep line", "empty cells", "workbook", "first of two sheets"],
)
def test_a_table_is_read_however_it_was_saved(tmp_path, content):
    found = read(tmp_path, content)

    assert found.heading == ("peserta", "b1")
    assert [cells for _, cells in found.rows] == [("A", "2,5")]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path):
    rows = [[None], ["peserta", "b1"], [None], ["A", 3], [None, None], ["B", 4.0]]

    found = read(tmp_path, workbook(Data=rows))

    assert found.heading_row == 2
    assert found.rows == ((4, ("A", "3")), (6, ("B", "4")))
    assert read(tmp_path, 'a,b\n"x\ny",1\n\nz,2\n').rows == ((2, ("x y", "1")), (5, ("z", "2")))


def test_another_sheet_is_read_by_its_name(tmp_path):
    content = workbook(First=[["a"], ["1"]], Second=[["b"], ["2"]])

    assert read(tmp_path, content, "Second").heading == ("b",)
    [problem] = problems(tmp_path, content, "Secnd")
    assert (problem.problem, problem.nearest) == ("userfiles.problem.unknown_sheet", ("Second",))


@pytest.mark.parametrize(
    ("content", "key", "row"),
    [
        ("", "problem.empty_file", None),
        (workbook(Data=[[None]]), "problem.empty_file", None),
        ("peserta;b1\n;\n", "problem.no_rows", None),
        ("peserta;b1\nA;1\nB\n", "problem.row_length", 3),
        ("peserta;b1\nA;1;2\n", "problem.row_length", 2),
        ('peserta;b1\nA;1\nB;"2\n', "problem.quotes", 3),
        (b"PK\x03\x04 no zip", "userfiles.problem.workbook", None),
        (b"%PDF", "problem.binary_file", None),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_place(tmp_path, content, key, row):
    [problem] = problems(tmp_path, content)

    assert (problem.problem, problem.file, problem.row) == (key, "answers.csv", row)
    assert problem.expected


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(InputError) as error:
        read_sheet(tmp_path / "missing.csv")
    assert error.value.problems[0].problem == "problem.missing_file"


@pytest.mark.parametrize(("place", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_named_as_in_a_spreadsheet(place, letter):
    assert column_letter(place) == letter
