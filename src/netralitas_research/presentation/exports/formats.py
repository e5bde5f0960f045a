"""The formats of a table, each in its module, which is imported when a file is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from netralitas_research.presentation.exports.content import Content

MODULES = {".docx": "word", ".tex": "latex", ".xlsx": "excel", ".csv": "comma_separated"}


def table_formats(*contents: Content) -> Mapping[str, Callable[[], bytes]]:
    """List what tables can be written as.

    Parameters
    ----------
    *contents
        One table, or several for one file; a CSV file holds one.

    Returns
    -------
    mapping of str to function
        For each suffix what makes the bytes of the file.

    Examples
    --------
    >>> list(table_formats())
    ['.docx', '.tex', '.xlsx', '.csv']
    """
    return {suffix: partial(_make, module, contents) for suffix, module in MODULES.items()}


def _make(module: str, contents: tuple[Content, ...]) -> bytes:
    made: bytes = import_module(f"{__package__}.{module}").write(*contents)
    return made
