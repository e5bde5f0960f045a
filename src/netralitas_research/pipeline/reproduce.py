"""The main job: clean the raw data, build the documents, write the index."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from netralitas_research.errors import DocumentError, NetralitasError, UsageError
from netralitas_research.language import LANGUAGES
from netralitas_research.pipeline.data import PROCESSED, report_years
from netralitas_research.pipeline.documents import Document, find_documents
from netralitas_research.pipeline.engine import Engine, Outcome
from netralitas_research.pipeline.fingerprints import fingerprint
from netralitas_research.pipeline.progress import Reporter
from netralitas_research.pipeline.reports import STAGING_FOLDER, index_files, page_file, stray_files
from netralitas_research.pipeline.tasks import (
    clean_task,
    document_task,
    index_task,
    program,
)

STATE_FOLDER = ".pytask"


@dataclass(frozen=True)
class Result:
    """What a run did.

    Attributes
    ----------
    chosen
        Number of documents that were asked for.
    built
        Number of documents that were built.
    failures
        Why the others of those that had to be built were not.
    index
        The index to open first.
    """

    chosen: int
    built: int
    failures: tuple[NetralitasError, ...]
    index: Path


@dataclass(frozen=True)
class Study:
    """A study and how to build it.

    Attributes
    ----------
    home
        Folder of the study.
    reports
        Folder of the reports.
    reporter
        Is told of each step.
    jobs
        How many documents may be built at the same time.
    force
        Build documents although nothing has changed.
    """

    home: Path
    reports: Path
    reporter: Reporter
    jobs: int = 1
    force: bool = False

    def reproduce(
        self,
        choose: Callable[[Sequence[Document]], Sequence[Document]],
        languages: Sequence[str] = LANGUAGES,
    ) -> Result:
        """Bring the documents up to date.

        Parameters
        ----------
        choose
            Takes from all documents those that are wanted.
        languages
            The languages that are wanted.

        Returns
        -------
        Result
            What was done. A document that fails does not stop the others.

        Raises
        ------
        InputError
            If the raw data have problems; then nothing is written.
        UsageError
            If the choice fits no document, or another run is at work.
        """
        engine = Engine(self.home / STATE_FOLDER, self.force)
        with _alone(self.home / STATE_FOLDER):
            made_by = program(self.home)
            self._clean(engine, made_by)
            documents = find_documents(self.home, report_years(self.home))
            chosen = [
                replace(document, languages=self._languages_there(document, languages))
                for document in choose(documents)
                if document.language in languages
            ]
            with _staging(self.reports / STAGING_FOLDER):
                outcomes = self._build(engine, chosen, made_by)
            for stray in stray_files(self.reports, documents):
                stray.unlink()
                self.reporter.say("cli.removed", name=stray.relative_to(self.reports).as_posix())
            _raise_errors(engine.run([index_task(documents, self.reports, made_by)]))
        failures = tuple(_failure(outcome) for outcome in outcomes if outcome.error)
        index = index_files(self.reports)[languages[0]]
        return Result(len(chosen), len(outcomes) - len(failures), failures, index)

    def clean(self) -> None:
        """Bring the processed data up to date, and nothing else.

        Raises
        ------
        InputError
            If the raw data have problems; then nothing is written.
        UsageError
            If another run is at work.
        """
        with _alone(self.home / STATE_FOLDER):
            self._clean(Engine(self.home / STATE_FOLDER, self.force), program(self.home))

    def _clean(self, engine: Engine, made_by: Mapping[str, str]) -> None:
        _raise_errors(engine.run([clean_task(self.home, made_by, self.reporter)]))

    def _build(
        self, engine: Engine, documents: Sequence[Document], made_by: Mapping[str, str]
    ) -> list[Outcome]:
        inputs = {"data": fingerprint(self.home / PROCESSED), **made_by}
        due = engine.due(
            [document_task(d, self.home, self.reports, inputs, self.reporter) for d in documents]
        )
        with self.reporter.counting(len(due)):
            return engine.run(due, jobs=min(self.jobs, len(due)))

    def _languages_there(self, document: Document, wanted: Sequence[str]) -> tuple[str, ...]:
        """Tell in which languages a report will be there: those wanted and those built before."""
        pages = {
            language: page_file(self.reports, replace(document, language=language))
            for language in LANGUAGES
        }
        return tuple(lang for lang, page in pages.items() if lang in wanted or page.is_file())


def _raise_errors(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.error:
            raise outcome.error


def _failure(outcome: Outcome) -> NetralitasError:
    if isinstance(outcome.error, NetralitasError):
        return outcome.error
    failure = DocumentError(
        "error.document_failed",
        document=outcome.task,
        error=f"{type(outcome.error).__name__}: {outcome.error}",
    )
    failure.__cause__ = outcome.error
    return failure


@contextmanager
def _staging(folder: Path) -> Iterator[None]:
    """Start without what a killed run has left, and leave nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep a second run from working in the same study at the same time."""
    try:
        import fcntl
    except ImportError:  # no such locks on Windows
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "running").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError("error.already_running", folder=str(folder.parent)) from None
        yield
