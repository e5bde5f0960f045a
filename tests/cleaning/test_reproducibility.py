"""The same raw data give the same bytes, whatever the machine is set to."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from netralitas_research.cleaning import clean_study

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from netralitas_research.cleaning import clean_study
clean_study(Path(sys.argv[1])).write(Path(sys.argv[2]))
"""


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def run(home, folder, **environment):
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(home), str(folder)],
        env=os.environ | environment,
        cwd=folder.parent,
        check=True,
    )
    return hashes(folder)


def test_two_runs_give_the_same_bytes(processed, tmp_path):
    clean_study(ROOT).write(tmp_path)

    assert hashes(tmp_path) == hashes(processed)


def test_writing_over_an_older_run_gives_the_same_bytes(processed, cleaned, tmp_path):
    for name in ("figures.csv", "datapackage.json"):
        (tmp_path / name).write_text("old")
    cleaned.write(tmp_path)

    assert hashes(tmp_path) == hashes(processed)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Jayapura"},
        {
            "PYTHONHASHSEED": "2",
            "LC_ALL": "id_ID.UTF-8",
            "LANGUAGE": "id",
            "NETRALITAS_LANGUAGE": "id",
            "TZ": "America/Los_Angeles",
            "PYTHONUTF8": "0",
        },
    ],
    ids=["C locale", "Indonesian locale"],
)
def test_hash_seed_locale_and_time_zone_change_nothing(processed, tmp_path, environment):
    assert run(ROOT, tmp_path / "processed", **environment) == hashes(processed)


def test_the_place_of_the_study_changes_nothing(processed, study, tmp_path):
    home = tmp_path / "another place" / "studi"
    shutil.copytree(study.home, home)

    clean_study(home).write(tmp_path / "processed")

    assert hashes(tmp_path / "processed") == hashes(processed)


def test_the_order_of_files_in_a_folder_changes_nothing(processed, study, tmp_path, monkeypatch):
    found = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda self, pattern: reversed(list(found(self, pattern))))

    clean_study(study.home).write(tmp_path)

    assert hashes(tmp_path) == hashes(processed)
