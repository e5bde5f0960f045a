"""Compare `netralitas reproduce` with papermill running the same notebooks one after another.

Run it as ``python benchmarks/reproduce.py`` in the folder of the study. It works in a copy and
prints a Markdown table.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from netralitas_research.home import HOME_VARIABLE, REPORTS_VARIABLE, study_home
from netralitas_research.pipeline.data import report_years
from netralitas_research.pipeline.documents import find_documents

NETRALITAS = (sys.executable, "-c", "from netralitas_research.cli import main; main()")
PAPERMILL = (sys.executable, "-m", "papermill", "--no-progress-bar", "--kernel", "python3")


def copy_of_study(folder: Path) -> Path:
    """Copy what a run reads, without what earlier runs have made."""
    home = study_home()
    for part in ("data/raw", "notebooks"):
        shutil.copytree(home / part, folder / part)
    shutil.copy(home / "requirements.lock", folder)
    return folder


def call(home: Path, *command: str) -> None:
    """Run a command on the copy; stop with what it said when it does not succeed."""
    environment = {**os.environ, HOME_VARIABLE: str(home), REPORTS_VARIABLE: str(home / "reports")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def run_with_papermill(home: Path) -> None:
    """Run the notebook of each document as a newcomer would, one after another."""
    for document in find_documents(home, report_years(home)):
        parameters = [
            word for name, value in document.parameters.items() for word in ("-p", name, str(value))
        ]
        output = home / "reports" / f"{document.name}.ipynb"
        output.parent.mkdir(parents=True, exist_ok=True)
        call(home, *PAPERMILL, *parameters, str(home / document.notebook), str(output))


def seconds(action: Callable[[], None]) -> float:
    """Measure an action once."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        home = copy_of_study(Path(folder))
        steps: dict[str, Callable[[], None]] = {
            f"reproduce, cold, {cores} jobs": lambda: call(home, *NETRALITAS, "reproduce"),
            "reproduce, nothing changed": lambda: call(home, *NETRALITAS, "reproduce"),
            "reproduce --force, 1 job": lambda: call(
                home, *NETRALITAS, "reproduce", "--force", "--jobs", "1"
            ),
            "papermill, one after another, not rendered": lambda: run_with_papermill(home),
        }
        sys.stdout.write("| run | seconds |\n| --- | ---: |\n")
        for name, action in steps.items():
            sys.stdout.write(f"| {name} | {seconds(action):.1f} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
