"""The tasks of the study: clean the raw data, build a document, write the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pytask import PathNode, TaskWithoutPath

from netralitas_research.pipeline.data import PROCESSED, RAW
from netralitas_research.pipeline.documents import Document
from netralitas_research.pipeline.fingerprints import FolderNode, fingerprint, hashed_values
from netralitas_research.pipeline.progress import Reporter
from netralitas_research.pipeline.reports import index_files, numbers_file, page_file


def program(home: Path) -> dict[str, str]:
    """Fingerprint all that makes results besides data and notebooks.

    Imported modules are not tracked one by one: every task depends on the package and the pinned
    environment as a whole.

    Parameters
    ----------
    home
        Folder of the study.

    Returns
    -------
    dict of str to str
        A fingerprint by argument of a task.

    Examples
    --------
    >>> sorted(program(Path()))
    ['environment', 'package']
    """
    return {
        "package": fingerprint(Path(__file__).parents[1]),
        "environment": fingerprint(home, "requirements.lock"),
    }


def clean_task(home: Path, inputs: Mapping[str, str], reporter: Reporter) -> TaskWithoutPath:
    """Make the task that cleans the raw data.

    Parameters
    ----------
    home
        Folder of the study.
    inputs
        Fingerprints of all that it depends on besides the raw data.
    reporter
        Is told when it is done.

    Returns
    -------
    TaskWithoutPath
        Reads ``data/raw``, fills ``data/processed``.
    """

    def clean(processed: Path, **_: str) -> None:
        from netralitas_research.cleaning import clean_study

        with reporter.step(RAW.as_posix(), "cli.cleaned"):
            clean_study(home).write(processed)

    raw = fingerprint(home / RAW)
    return TaskWithoutPath(
        name="clean",
        function=clean,
        depends_on=hashed_values("clean", {"raw": raw, **inputs}),
        produces={"processed": FolderNode(path=home / PROCESSED, name="processed")},
    )


def document_task(
    document: Document, home: Path, reports: Path, inputs: Mapping[str, str], reporter: Reporter
) -> TaskWithoutPath:
    """Make the task that builds a document.

    Parameters
    ----------
    document
        The document.
    home
        Folder of the study.
    reports
        Folder of the reports.
    inputs
        Fingerprints of all that it depends on besides notebook and parameters.
    reporter
        Is told when it is done or has failed.

    Returns
    -------
    TaskWithoutPath
        Runs the notebook, makes the page and its numbers.
    """

    def build_document(page: Path, numbers: Path, **_: object) -> None:
        from netralitas_research.pipeline.publish import publish

        try:
            with reporter.step(document.name, "cli.built"):
                publish(document, home, reports)
        except Exception:
            # What stands there was made from something else and would pass for new.
            page.unlink(missing_ok=True)
            numbers.unlink(missing_ok=True)
            reporter.say("cli.not_built", name=document.name)
            raise

    given = {"parameters": document.parameters, "languages": document.languages}
    return TaskWithoutPath(
        name=document.name,
        function=build_document,
        depends_on={
            "notebook": _file(home / document.notebook),
            **hashed_values(document.name, {**given, **inputs}),
        },
        produces={
            "page": _file(page_file(reports, document)),
            "numbers": _file(numbers_file(reports, document)),
        },
    )


def index_task(
    documents: Sequence[Document], reports: Path, inputs: Mapping[str, str]
) -> TaskWithoutPath:
    """Make the task that writes the index of the reports.

    Parameters
    ----------
    documents
        Every document of the study, built or not.
    reports
        Folder of the reports.
    inputs
        Fingerprints of the program.

    Returns
    -------
    TaskWithoutPath
        Reads the pages that are there, writes an index in each language.
    """

    def index(**_: object) -> None:
        from netralitas_research.pipeline.index import write_index

        write_index(documents, reports)

    names = [document.name for document in documents]
    pages = fingerprint(reports, "*/*.html")
    return TaskWithoutPath(
        name="index",
        function=index,
        depends_on=hashed_values("index", {"names": names, "pages": pages, **inputs}),
        produces={path.name: _file(path) for path in index_files(reports).values()},
    )


def _file(path: Path) -> PathNode:
    return PathNode(name=path.as_posix(), path=path)
