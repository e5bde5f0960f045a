"""The folder of the reports: which file is where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netralitas_research.language import LANGUAGES
from netralitas_research.pipeline.documents import Document

# Inside the reports, so that moving a finished file from it is one step of the file system.
STAGING_FOLDER = ".building"


def page_file(reports: Path, document: Document) -> Path:
    """Name the page of a document.

    Parameters
    ----------
    reports
        Folder of the reports.
    document
        The document.

    Returns
    -------
    Path
        The HTML file.
    """
    return reports / f"{document.name}.html"


def numbers_file(reports: Path, document: Document) -> Path:
    """Name the numbers of a document, as `presentation.save_numbers` writes them.

    Parameters
    ----------
    reports
        Folder of the reports.
    document
        The document.

    Returns
    -------
    Path
        The JSON file.
    """
    return reports / f"{document.name}.json"


def index_files(reports: Path) -> dict[str, Path]:
    """Name the index of each language.

    Parameters
    ----------
    reports
        Folder of the reports.

    Returns
    -------
    dict of str to Path
        The file by language; the Indonesian one is the first that a reader meets.

    Examples
    --------
    >>> [path.name for path in index_files(Path("reports")).values()]
    ['index.html', 'index.en.html']
    """
    first, *others = LANGUAGES
    return {first: reports / "index.html"} | {
        language: reports / f"index.{language}.html" for language in others
    }


def stray_files(reports: Path, documents: Sequence[Document]) -> list[Path]:
    """Find files of documents that there are no longer.

    Parameters
    ----------
    reports
        Folder of the reports.
    documents
        Every document of the study.

    Returns
    -------
    list of Path
        Pages and numbers whose notebook or year has gone; no other file.
    """
    known = {file for d in documents for file in (page_file(reports, d), numbers_file(reports, d))}
    endings = tuple(f".{language}.{kind}" for language in LANGUAGES for kind in ("html", "json"))
    found = sorted(reports.glob("[!.]*/*"))
    return [path for path in found if path.name.endswith(endings) and path not in known]
