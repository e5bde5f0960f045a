import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.cleaning.decoding import decode

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


def read(tmp_path, content):
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    return decode(path, "shown.csv")


@pytest.mark.parametrize(
    "content",
    [
        "a,Muña\n".encode(),
        "a,Muña\n".encode("utf-8-sig"),
        "a,Muña\n".encode("cp1252"),
    ],
    ids=["utf-8", "byte-order mark", "windows-1252"],
)
def test_text_is_read_in_every_accepted_encoding(tmp_path, content):
    assert read(tmp_path, content) == ("a,Muña\n", None)


def test_windows_quotation_marks_and_dashes_are_kept(tmp_path):
    assert read(tmp_path, "a,“x” – y\n".encode("cp1252"))[0] == "a,“x” – y\n"


@pytest.mark.parametrize(
    ("content", "problem", "row"),
    [
        (b"", "empty_file", None),
        (b"\xef\xbb\xbf \r\n\r\n", "empty_file", None),
        (b"PK\x03\x04\x14\x00", "excel_file", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "excel_file", None),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "binary_file", None),
        (PNG, "binary_file", None),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary_file", None),
        ("a,b\n1,2\n".encode("utf-16"), "utf16_file", None),
        ("a,b\n1,2\n".encode("utf-16-le"), "utf16_file", 1),
        ("a,b\n1,2\n".encode("utf-16-be"), "utf16_file", 1),
        (b"a,b\n1,\x002\n", "nul_byte", 2),
        (b"a,b\n" + bytes(40), "nul_byte", 2),
        (b"a,b\r\n1,2\r\n3,\x074\r\n", "control_character", 3),
        (b"a,b\r1,2\r3,\x1b4\r", "control_character", 3),
        ("a\nMuña\n".encode() + "Muña\n".encode("cp1252"), "encoding", 3),
        ("a\nMuña".encode() + " Muña\n".encode("cp1252"), "encoding", 2),
        ("a\n".encode("utf-8-sig") + "Muña\n".encode("cp1252"), "encoding", 2),
        (b"a\nb\nc\x81d\n", "encoding", 3),
    ],
)
def test_what_is_no_intact_text_is_refused_with_its_row(tmp_path, content, problem, row):
    text, found = read(tmp_path, content)

    assert text == ""
    assert (found.problem, found.file, found.row) == (f"problem.{problem}", "shown.csv", row)


def test_a_file_that_is_not_there_or_is_a_folder_is_missing(tmp_path):
    for path in (tmp_path / "nothing.csv", tmp_path):
        assert decode(path, "shown.csv")[1].problem == "problem.missing_file"


@given(content=st.binary(max_size=80))
def test_any_bytes_are_text_or_a_problem_but_never_an_exception(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)

    text, problem = decode(path, "any.csv")

    assert (text == "") == (problem is not None)
    if problem is None:
        assert text.encode("utf-8") in (content, content.removeprefix(b"\xef\xbb\xbf")) or (
            text.encode("cp1252") == content
        )
