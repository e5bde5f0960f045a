"""One document from its notebook to its place in the reports, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from netralitas_research.errors import DocumentError
from netralitas_research.pipeline.data import data_version
from netralitas_research.pipeline.documents import Document
from netralitas_research.pipeline.reports import STAGING_FOLDER, numbers_file, page_file
from netralitas_research.pipeline.run import run_notebook
from netralitas_research.presentation.page import render_page


def publish(document: Document, home: Path, reports: Path) -> None:
    """Build the page and the numbers of a document.

    Parameters
    ----------
    document
        The document.
    home
        Folder of the study.
    reports
        Folder of the reports; finished files are moved there.

    Raises
    ------
    DocumentError
        If the notebook fails or writes no numbers.
    UsageError
        If the notebook does not take the parameters of the document.
    """
    staging = reports / STAGING_FOLDER / document.name
    staging.mkdir(parents=True)
    try:
        executed = run_notebook(document, home, staging)
        numbers = numbers_file(staging, document)
        if not numbers.is_file():
            raise DocumentError("error.no_numbers", document=document.name, file=numbers.name)
        page = page_file(staging, document)
        html = render_page(
            executed,
            document=document,
            language=document.language,
            data_version=data_version(home),
            languages=document.languages,
        )
        page.write_bytes(html.encode())
        page_file(reports, document).parent.mkdir(parents=True, exist_ok=True)
        numbers.replace(numbers_file(reports, document))
        page.replace(page_file(reports, document))
    finally:
        shutil.rmtree(staging)
