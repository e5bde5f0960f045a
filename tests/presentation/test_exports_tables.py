"""Tables as files, opened as their reader opens them."""

import csv
import re
import subprocess
import sys
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from netralitas_research.errors import UsageError
from netralitas_research.presentation import cite, table
from netralitas_research.presentation.exports import excel, latex, word
from netralitas_research.presentation.tables import Table

FRAME = pd.DataFrame(
    {
        "act": ["Kampanye & <deklarasi>", "Foto bersama", "Media"],
        "year": ["2020", "2021", "2024"],
        "n": pd.array([1005, 12, None], dtype="Int64"),
        "share": [98.816, 1.25, None],
        "printed": [Decimal("22.980"), None, Decimal(1000)],
        "source": [cite("kasn2021;bawaslu"), cite("medcom"), ""],
        "address": ["https://example.org/a?b=1&c=2", "", ""],
    }
)
COLUMNS = {
    "act": "Tindakan",
    "year": "Tahun",
    "n": "Jumlah",
    "share": "Bagian (%)",
    "printed": "Tercetak",
    "source": "Sumber",
    "address": "Alamat",
}
SUFFIXES = (".docx", ".tex", ".xlsx", ".csv")


def make(language: str = "id", frame: pd.DataFrame = FRAME, **options: object) -> Table:
    settings = {"caption": "Tabel 1. Laporan", "note": "Catatan: 100%.", "decimals": {"share": 2}}
    columns = {name: COLUMNS[name] for name in frame}
    settings = {**settings, "name": "acts", **options}
    return table(frame, language=language, columns=columns, **settings)


def saved(shown: Table, folder: Path, suffix: str) -> bytes:
    return shown.save(folder / f"acts{suffix}").read_bytes()


def texts(row: object) -> list[str]:
    return [cell.text for cell in row.cells]


# Every format


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_table_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    code = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_exports_tables import make
make().save({str(tmp_path / ("other" + suffix))!r})
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    first = saved(make(), tmp_path, suffix)
    assert (tmp_path / f"other{suffix}").read_bytes() == first


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_no_member_of_an_office_file_says_when_it_was_made(tmp_path: Path, suffix: str) -> None:
    with ZipFile(BytesIO(saved(make(), tmp_path, suffix))) as archive:
        assert {one.date_time[:3] for one in archive.infolist()} == {(1980, 1, 1)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d{2}-\d{2}", core)) <= {"2000-01-01", "2013-12-23"}
    assert "python-docx" not in core


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_simulated_rows_are_marked_in_every_format(tmp_path: Path, suffix: str) -> None:
    for language, mark in (("id", "Data simulasi"), ("en", "Simulated data")):
        plain, marked = (
            readable(saved(make(language, simulated=simulated), tmp_path, suffix), suffix)
            for simulated in (False, True)
        )
        assert mark in marked
        assert mark not in plain


def readable(content: bytes, suffix: str) -> str:
    if suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)
    if suffix == ".xlsx":
        return str(
            CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
        )
    return content.decode()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_table_without_rows_can_be_written(tmp_path: Path, suffix: str) -> None:
    shown = make(frame=pd.DataFrame({"act": [], "n": []}))
    assert saved(shown, tmp_path, suffix)


@pytest.mark.parametrize("name", ["acts.pdf", "acts", "acts.doc"])
def test_another_ending_is_refused_and_the_formats_are_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        make().save(tmp_path / name)
    assert caught.value.key == "error.export_format"
    assert caught.value.params == {"file": name, "formats": ".docx, .tex, .xlsx, .csv"}
    assert list(tmp_path.iterdir()) == []


def test_an_ending_in_capitals_is_known_and_folders_are_made(tmp_path: Path) -> None:
    assert make().save(tmp_path / "new" / "ACTS.CSV").is_file()


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = make().save(tmp_path / "acts.csv").read_bytes()

    def fail(self: Path, target: Path) -> None:
        raise PermissionError(target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError):
        make(frame=FRAME[["act"]]).save(tmp_path / "acts.csv")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [old]


def test_making_a_table_imports_nothing_that_writes_office_files() -> None:
    code = (
        "import sys, pandas as pd; from netralitas_research.presentation import table;"
        "table(pd.DataFrame({'n': [1]}), language='id', columns={'n': 'n'}, caption='', name='n');"
        "print({'docx', 'xlsxwriter', 'matplotlib'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


# CSV


def test_csv_has_plain_values_for_programs(tmp_path: Path) -> None:
    content = saved(make(), tmp_path, ".csv").decode()
    assert not content.startswith("\ufeff")
    rows = list(csv.reader(StringIO(content)))
    assert rows[0] == list(COLUMNS.values())
    assert rows[1] == ["Kampanye & <deklarasi>", "2020", "1005", "98.816", "22.980",
                       "[kasn2021], [bawaslu]", "https://example.org/a?b=1&c=2"]  # fmt: skip
    assert rows[3] == ["Media", "2024", "", "", "1000", "", ""]


def test_simulated_rows_of_a_csv_file_carry_their_mark_in_each_row(tmp_path: Path) -> None:
    rows = list(csv.reader(StringIO(saved(make(simulated=True), tmp_path, ".csv").decode())))
    assert [row[-1] for row in rows] == ["Data simulasi", "ya", "ya", "ya"]


# Excel


def test_excel_holds_numbers_as_numbers_and_text_as_text(tmp_path: Path) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(saved(make(), tmp_path, ".xlsx")))
    assert book.sheet_names == ["acts"]
    rows = book.get_sheet_by_name("acts").to_python(skip_empty_area=False)
    assert rows[0][0] == "Tabel 1. Laporan"
    assert rows[2] == list(COLUMNS.values())
    assert rows[3] == ["Kampanye & <deklarasi>", "2020", 1005, 98.816, 22.98,
                       "[kasn2021], [bawaslu]", "https://example.org/a?b=1&c=2"]  # fmt: skip
    assert rows[5] == ["Media", "2024", "", "", 1000, "", ""]
    assert rows[7][0] == "Catatan: 100%."


def test_excel_shows_the_decimals_of_the_report_and_links_addresses(tmp_path: Path) -> None:
    with ZipFile(BytesIO(saved(make(), tmp_path, ".xlsx"))) as archive:
        styles = archive.read("xl/styles.xml").decode()
        links = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    codes = dict(re.findall(r'numFmtId="(\d+)" formatCode="([^"]+)"', styles))
    used = re.findall(r'<xf numFmtId="(\d+)"', styles.partition("<cellXfs")[2])
    shown = [
        used[int(re.search(rf'r="{cell}" s="(\d+)"', sheet)[1])] for cell in ("C4", "D4", "E6")
    ]
    assert [codes[number] for number in shown] == ["#,##0", "#,##0.00", "#,##0"]
    assert "https://example.org/a?b=1&amp;c=2" in links
    assert 'state="frozen"' in sheet


def test_each_table_has_its_own_sheet_with_a_name_that_excel_takes() -> None:
    long = "numbers-of-the-third-part-of-the-article"
    names = [long, long, "History".lower(), "acts"]
    contents = [make(name=name).content for name in names]
    book = CalamineWorkbook.from_filelike(BytesIO(excel.write(*contents)))
    assert book.sheet_names == [long[:31], long[:29] + "-2", "history-2", "acts"]


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    shown = make(frame=pd.DataFrame({"act": ["=1+1"]}))
    book = CalamineWorkbook.from_filelike(BytesIO(saved(shown, tmp_path, ".xlsx")))
    assert book.get_sheet_by_index(0).to_python(skip_empty_area=False)[3] == ["=1+1"]


# Word


def test_word_has_a_real_table_with_the_cells_of_the_report(tmp_path: Path) -> None:
    document = Document(BytesIO(saved(make(), tmp_path, ".docx")))
    (shown,) = document.tables
    assert texts(shown.rows[0]) == list(COLUMNS.values())
    assert texts(shown.rows[1])[:6] == ["Kampanye & <deklarasi>", "2020", "1.005", "98,82",
                                        "22,98", "[kasn2021], [bawaslu]"]  # fmt: skip
    assert texts(shown.rows[3])[2:6] == ["–", "–", "1.000", "–"]


def test_word_has_the_caption_above_in_its_style_and_the_note_below(tmp_path: Path) -> None:
    body = Document(BytesIO(saved(make(), tmp_path, ".docx")))
    kinds = [block.tag.rpartition("}")[2] for block in body.element.body][:3]
    assert kinds == ["p", "tbl", "p"]
    caption, note = body.paragraphs[:2]
    assert (caption.style.name, caption.text) == ("Caption", "Tabel 1. Laporan")
    assert caption.paragraph_format.keep_with_next or caption.style.paragraph_format.keep_with_next
    assert note.text == "Catatan: 100%."


def test_word_repeats_headings_breaks_no_row_and_puts_numbers_right(tmp_path: Path) -> None:
    (shown,) = Document(BytesIO(saved(make(), tmp_path, ".docx"))).tables
    repeated = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in shown.rows]
    assert repeated == [True, False, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in shown.rows)
    sides = [cell.paragraphs[0].alignment for cell in shown.rows[1].cells]
    left, right = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
    assert sides == [left, left, right, right, right, left, left]


def test_a_word_table_has_three_lines(tmp_path: Path) -> None:
    (shown,) = Document(BytesIO(saved(make(), tmp_path, ".docx"))).tables
    outer = shown._tbl.tblPr.find(qn("w:tblBorders"))
    assert [line.tag.rpartition("}")[2] for line in outer] == ["top", "bottom"]
    under = [row._tr.findall(f".//{qn('w:tcBorders')}/{qn('w:bottom')}") for row in shown.rows]
    assert [len(lines) for lines in under] == [len(COLUMNS), 0, 0, 0]


def test_properties_of_a_word_table_stand_in_the_order_of_the_standard(tmp_path: Path) -> None:
    # ISO/IEC 29500-1, CT_TblPr: Word may refuse a file in which they do not.
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    (shown,) = Document(BytesIO(saved(make(), tmp_path, ".docx"))).tables
    found = [child.tag.rpartition("}")[2] for child in shown._tbl.tblPr]
    assert found == [name for name in order if name in found]


def test_addresses_in_a_word_table_are_links(tmp_path: Path) -> None:
    document = Document(BytesIO(saved(make(), tmp_path, ".docx")))
    links = [link.address for row in document.tables[0].rows for cell in row.cells
             for link in cell.paragraphs[0].hyperlinks]  # fmt: skip
    assert links == ["https://example.org/a?b=1&c=2"]


def test_only_a_wide_table_lies_across_its_page() -> None:
    wide = make(frame=pd.DataFrame({"act": ["kata " * 80], "n": [1]}), name="wide").content
    narrow = make(frame=FRAME[["act", "n"]], name="narrow").content
    document = Document(BytesIO(word.write(narrow, wide, narrow)))
    lying, standing = WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT
    assert [page.orientation for page in document.sections] == [standing, lying, standing]
    for page, shown in zip(document.sections, document.tables, strict=True):
        room = page.page_width - page.left_margin - page.right_margin
        assert abs(sum(column.width for column in shown.columns) - room) < 2000


@pytest.mark.parametrize(("language", "tag"), [("id", "id-ID"), ("en", "en-GB")])
def test_word_checks_the_spelling_of_the_language(tmp_path: Path, language: str, tag: str) -> None:
    document = Document(BytesIO(saved(make(language), tmp_path, ".docx")))
    (found,) = document.styles["Normal"].element.rPr.findall(qn("w:lang"))
    assert found.get(qn("w:val")) == tag


# LaTeX


def test_latex_has_a_three_line_table_with_caption_label_and_note(tmp_path: Path) -> None:
    shown = make(frame=FRAME[["act", "n", "share"]])
    lines = saved(shown, tmp_path, ".tex").decode().splitlines()
    assert "booktabs" in lines[0]
    assert lines[2:] == [
        r"\begin{table}[htbp]",
        r"\centering",
        r"\caption{Laporan}\label{tab:acts}",
        r"\begin{tabular}{lrr}",
        r"\toprule",
        r"Tindakan & Jumlah & Bagian (\%) \\",
        r"\midrule",
        r"Kampanye \& \textless{}deklarasi\textgreater{} & 1.005 & 98,82 \\",
        r"Foto bersama & 12 & 1,25 \\",
        r"Media & – & – \\",
        r"\bottomrule",
        r"\end{tabular}",
        r"\par\smallskip\footnotesize Catatan: 100\%.",
        r"\end{table}",
    ]


def test_the_name_of_a_table_of_an_article_is_no_number_and_stays(tmp_path: Path) -> None:
    content = saved(make(caption="Tabel 1 artikel: skor"), tmp_path, ".tex").decode()
    assert r"\caption{Tabel 1 artikel: skor}" in content


def test_a_long_latex_table_goes_over_pages_under_the_same_headings(tmp_path: Path) -> None:
    frame = pd.DataFrame({"act": ["a"] * 36, "n": range(36)})
    content = saved(make(frame=frame), tmp_path, ".tex").decode()
    assert content.count(r"Tindakan & Jumlah \\") == 2
    assert content.index(r"\endfirsthead") < content.index(r"\endhead")
    assert r"\begin{table}" not in content
    assert_balanced(content)


def test_a_wide_latex_table_shares_out_the_line(tmp_path: Path) -> None:
    frame = pd.DataFrame({"act": ["kata " * 80], "n": [1]})
    content = saved(make(frame=frame), tmp_path, ".tex").decode()
    shares = [float(share) for share in re.findall(r"p\{([\d.]+)\\dimexpr", content)]
    assert sum(shares) == pytest.approx(1, abs=0.002)
    assert_balanced(content)


def test_a_latex_row_does_not_begin_with_what_a_line_break_would_take(tmp_path: Path) -> None:
    shown = make(frame=pd.DataFrame({"source": [cite("a"), "*"]}))
    lines = saved(shown, tmp_path, ".tex").decode().splitlines()
    assert [line for line in lines if line.startswith("{")] == [r"{[}a{]} \\", r"{*} \\"]


LATEX_MEANING = re.compile(
    r"\\(?:textbackslash|textasciitilde|textasciicircum|textless|textgreater|textbar)\{\}"
    r"|\\[{}$&#_%]|\$[^$]*\$|\{(?:\[|\]|\*|'')\}|-\{\}"
)


@given(st.text(alphabet=st.sampled_from("ab \\{}$&#_%~^<>|\"−≤≥≈²[]*-–,.'"), max_size=30))
def test_escaped_text_leaves_latex_nothing_to_interpret(text: str) -> None:
    rest = LATEX_MEANING.sub("", latex.escape(text))
    assert not set(rest) & set('\\{}$&#_%~^<>|"−≤≥≈²[]*')
    assert "--" not in latex.escape(text)


def assert_balanced(content: str) -> None:
    opened: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+)\}", content):
        if kind == "begin":
            opened.append(name)
        else:
            assert opened.pop() == name
    assert opened == []
    assert len(re.findall(r"(?<!\\)\{", content)) == len(re.findall(r"(?<!\\)\}", content))
