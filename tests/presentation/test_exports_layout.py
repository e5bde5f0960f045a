"""The layout of exported tables on the page, and the numbers that only some formats hold."""

import csv
import re
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from netralitas_research.presentation import table


def written(
    frame: pd.DataFrame,
    folder: Path,
    suffix: str,
    *,
    note: str = "",
    data: dict[str, str] | None = None,
) -> bytes:
    """Show the columns that are no data, headed by their names, and write them."""
    columns = {name: name for name in frame if name not in (data or {})}
    shown = table(frame, language="id", columns=columns, caption="Tabel 1. Laporan", name="acts",
                  note=note, data=data)  # fmt: skip
    assert "batas bawah" not in shown.html
    return shown.save(folder / f"acts{suffix}").read_bytes()


def test_a_latex_table_with_few_rows_but_many_lines_goes_over_pages(tmp_path: Path) -> None:
    # A float that is higher than the page loses its last rows.
    frame = pd.DataFrame({"act": ["kata " * 25] * 20, "n": range(20)})
    content = written(frame, tmp_path, ".tex").decode()
    assert r"\begin{longtable}" in content
    assert r"\begin{table}" not in content
    assert r"\footnotesize" in content.partition(r"\begin{longtable}")[0]


def test_a_latex_table_that_is_too_wide_lies(tmp_path: Path) -> None:
    wide = written(pd.DataFrame({"act": ["kata " * 80]}), tmp_path, ".tex").decode()
    narrow = written(pd.DataFrame({"act": ["a"]}), tmp_path, ".tex").decode()
    assert "pdflscape" in wide.splitlines()[0]
    assert r"\begin{landscape}" in wide
    assert "landscape" not in narrow.partition("\n")[2]


def test_a_range_in_a_narrow_latex_column_may_be_broken(tmp_path: Path) -> None:
    frame = pd.DataFrame({"act": ["kata " * 20], "source": ["23,7–31,9%"]})
    broken = written(frame, tmp_path, ".tex").decode()
    assert r"23,7–\allowbreak{}31,9\%" in broken
    assert "allowbreak" not in written(frame[["source"]], tmp_path, ".tex").decode()


DATA = pd.DataFrame({"share": ["27,6–30,1%", "2.595"], "low": [27.6, 2595.0]})


def with_data(folder: Path, suffix: str) -> bytes:
    return written(DATA[["share", "low"]], folder, suffix, data={"low": "batas bawah"})


def test_files_for_calculating_hold_the_numbers_behind_a_text(tmp_path: Path) -> None:
    rows = list(csv.reader(StringIO(with_data(tmp_path, ".csv").decode())))
    assert rows == [["share", "batas bawah"], ["27,6–30,1%", "27.6"], ["2.595", "2595.0"]]
    book = CalamineWorkbook.from_filelike(BytesIO(with_data(tmp_path, ".xlsx")))
    sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert sheet[2:5] == [["share", "batas bawah"], ["27,6–30,1%", 27.6], ["2.595", 2595.0]]


@pytest.mark.parametrize("suffix", [".docx", ".tex"])
def test_files_for_reading_hold_only_what_is_shown(tmp_path: Path, suffix: str) -> None:
    content = with_data(tmp_path, suffix)
    if suffix == ".docx":
        (shown,) = Document(BytesIO(content)).tables
        assert [cell.text for cell in shown.rows[0].cells] == ["share"]
    else:
        assert b"batas bawah" not in content


def test_the_note_of_an_excel_table_does_not_widen_the_printed_page(tmp_path: Path) -> None:
    frame = pd.DataFrame({"act": ["a"], "n": [1]})
    content = written(frame, tmp_path, ".xlsx", note="kata " * 100)
    with ZipFile(BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<mergeCell ref="A6:B6"/>' in sheet


def test_a_row_of_an_excel_table_is_as_high_as_its_longest_text(tmp_path: Path) -> None:
    # LibreOffice prints the lines of a wrapped text over each other in a row of one line.
    content = written(pd.DataFrame({"act": ["kata " * 30, "a"]}), tmp_path, ".xlsx")
    with ZipFile(BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    heights = dict(re.findall(r'<row r="(\d+)"[^>]*? ht="(\d+)"', sheet))
    assert heights["4"] == "45"  # 150 letters in lines of 60
    assert heights.get("5", "15") == "15"
