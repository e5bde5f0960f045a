"""Pytask as the engine: runs the tasks whose inputs or outputs have changed, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pytask
from pytask import ExecutionReport, ExitCode, TaskOutcome, TaskWithoutPath

from netralitas_research.errors import NetralitasError

_CONFIGURATION = "[tool.pytask.ini_options]\n"


@dataclass(frozen=True)
class Outcome:
    """What became of a task.

    Attributes
    ----------
    task
        Its name.
    due
        Whether it has to be run, when that is all that was asked.
    error
        Why it failed.
    """

    task: str
    due: bool
    error: BaseException | None


@dataclass(frozen=True)
class Engine:
    """Builds tasks and remembers in a folder what they were built from.

    Attributes
    ----------
    folder
        Takes all that pytask notes; it may be deleted, and then every task is run again.
    force
        Run tasks although nothing has changed.
    """

    folder: Path
    force: bool = False

    def due(self, tasks: Sequence[TaskWithoutPath]) -> list[TaskWithoutPath]:
        """Find the tasks that have to be run.

        Parameters
        ----------
        tasks
            Tasks that do not depend on each other.

        Returns
        -------
        list of TaskWithoutPath
            Those that are new or whose inputs or outputs have changed.
        """
        due = {outcome.task for outcome in self._build(tasks, jobs=1, dry_run=True) if outcome.due}
        return [task for task in tasks if task.name in due]

    def run(self, tasks: Sequence[TaskWithoutPath], jobs: int = 1) -> list[Outcome]:
        """Run the tasks that have to be run.

        Parameters
        ----------
        tasks
            Tasks that do not depend on each other.
        jobs
            How many may run at the same time.

        Returns
        -------
        list of Outcome
            One for each task, also those that were not run.

        Raises
        ------
        NetralitasError
            If the notes on earlier runs cannot be read.
        KeyboardInterrupt
            If the run was interrupted.
        """
        return self._build(tasks, jobs=jobs, dry_run=False)

    def _build(
        self, tasks: Sequence[TaskWithoutPath], *, jobs: int, dry_run: bool
    ) -> list[Outcome]:
        if not tasks:
            return []
        if jobs > 1:
            turns = BoundedSemaphore(jobs)
            tasks = [replace(task, function=_in_turn(task.function, turns)) for task in tasks]
        with _silence():
            session = pytask.build(
                tasks=tasks,
                config=self._configuration(),
                force=self.force,
                dry_run=dry_run,
                # Pytask looks for finished tasks only about once a second, so as many again wait
                # for their turn. Each notebook has its own process, so threads are enough.
                n_workers=2 * jobs if jobs > 1 else 1,
                parallel_backend="threads" if jobs > 1 else "none",
                capture="no",
                disable_warnings=True,
                show_traceback=False,
                verbose=0,
            )
        if session.exit_code not in (ExitCode.OK, ExitCode.FAILED):
            raise NetralitasError("error.notes_unreadable", folder=str(self.folder))
        outcomes = [_outcome(report) for report in session.execution_reports]
        interrupted = any(isinstance(outcome.error, KeyboardInterrupt) for outcome in outcomes)
        if interrupted or len(outcomes) < len(tasks):
            raise KeyboardInterrupt
        return outcomes

    def _configuration(self) -> Path:
        """Write the file that makes pytask keep its notes in the folder, not in the root."""
        self.folder.mkdir(parents=True, exist_ok=True)
        configuration = self.folder / "configuration.toml"
        configuration.write_text(_CONFIGURATION)
        return configuration


def _outcome(report: ExecutionReport) -> Outcome:
    failed = report.outcome == TaskOutcome.FAIL
    return Outcome(
        task=report.task.name,
        due=report.outcome == TaskOutcome.WOULD_BE_EXECUTED,
        error=report.exc_info[1] if failed else None,
    )


def _in_turn(function: Callable[..., None], turns: BoundedSemaphore) -> Callable[..., None]:
    @wraps(function)
    def wait_and_run(**arguments: Any) -> None:
        with turns:
            function(**arguments)

    return wait_and_run


@contextmanager
def _silence() -> Iterator[None]:
    """Keep pytask from printing: the reporter does."""
    before, pytask.console.quiet = pytask.console.quiet, True
    try:
        yield
    finally:
        pytask.console.quiet = before
