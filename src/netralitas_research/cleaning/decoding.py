"""From the bytes of a file to its text: UTF-8 or Windows-1252, and nothing that is no text."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from netralitas_research.errors import Problem

_SIGNATURES = {
    b"PK\x03\x04": "problem.excel_file",
    b"\xd0\xcf\x11\xe0": "problem.excel_file",
    b"\xff\xfe": "problem.utf16_file",
    b"\xfe\xff": "problem.utf16_file",
    b"%PDF": "problem.binary_file",
    b"\x89PNG": "problem.binary_file",
    b"\xff\xd8\xff": "problem.binary_file",
    b"\x1f\x8b": "problem.binary_file",
}
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


def decode(path: Path, file: str) -> tuple[str, Problem | None]:
    r"""Read the text of a file, or say why it is none.

    Parameters
    ----------
    path
        The file.
    file
        What it is called in messages.

    Returns
    -------
    text, problem
        The text, without byte-order mark; empty when there is a problem.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "figures.csv"
    ...     _ = path.write_bytes("a\nMu\u00f1a\n".encode("cp1252"))
    ...     decode(path, "figures.csv")
    ('a\nMuña\n', None)
    """
    try:
        data = path.read_bytes()
    except OSError:
        return "", Problem("problem.missing_file", file=file, expected="expected.file")
    body = data.removeprefix(codecs.BOM_UTF8)
    if not body.strip():
        return "", Problem("problem.empty_file", file=file, expected="expected.csv")
    for signature, key in _SIGNATURES.items():
        if data.startswith(signature):
            return "", Problem(key, file=file, expected="expected.csv")
    for key, place in (
        ("problem.utf16_file", 0 if _looks_like_utf16(body) else None),
        ("problem.nul_byte", _place(re.search(b"\x00", body))),
        ("problem.control_character", _place(_CONTROL.search(body))),
    ):
        if place is not None:
            row = _row(body, place)
            return "", Problem(key, file=file, row=row, expected="expected.csv")
    try:
        return body.decode("utf-8"), None
    except UnicodeDecodeError as error:
        mixed = len(body) < len(data) or _UTF8_SEQUENCE.search(body) is not None
        return _decode_windows(body, file, error.start, mixed)


def _decode_windows(body: bytes, file: str, start: int, mixed: bool) -> tuple[str, Problem | None]:
    """Read Windows-1252, unless the file holds UTF-8 as well and so mixes the two."""
    try:
        text = body.decode("cp1252")
    except UnicodeDecodeError as error:
        mixed, start = True, error.start
    if not mixed:
        return text, None
    row = _row(body, start)
    return "", Problem("problem.encoding", file=file, row=row, expected="expected.encoding")


def _looks_like_utf16(data: bytes) -> bool:
    """Say whether nearly every second byte is NUL, as in Latin text without byte-order mark."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    return least == 0 and most * 5 > len(data) * 2


def _place(found: re.Match[bytes] | None) -> int | None:
    return found.start() if found else None


def _row(data: bytes, place: int) -> int:
    """Tell in which row a byte stands, whatever ends the lines."""
    before = data[:place].replace(b"\r\n", b"\n")
    return before.count(b"\n") + before.count(b"\r") + 1
