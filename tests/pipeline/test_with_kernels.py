"""The whole way with real kernels: slow, so there are few."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_study import ARTICLE, add_yearly, make_study, write_notebook

SCRIPT = Path(__file__).parent / "small_study.py"


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def command(home, *arguments):
    environment = {**os.environ, "NETRALITAS_HOME": str(home), "NETRALITAS_LANGUAGE": "en"}
    environment.pop("NETRALITAS_REPORTS", None)
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_one_worker_and_two_make_the_same_bytes(tmp_path, build):
    made = []
    for jobs in (1, 2):
        home = make_study(tmp_path / str(jobs))
        add_yearly(home)
        result, _ = build(home, only=["one", "2020"], languages=["id"], jobs=jobs)
        assert (result.built, result.failures) == (2, ())
        made.append(files(home / "data" / "processed") | files(home / "reports"))
    assert made[0] == made[1]
    assert len(made[0]) == 2 + 4 + 2


def test_a_notebook_that_writes_no_numbers_fails_and_leaves_nothing(tmp_path, build):
    home = make_study(tmp_path, articles=())
    write_notebook(home / "notebooks/articles/mute.ipynb", ARTICLE[0], "1 + 1")
    result, _ = build(home, languages=["id"])
    assert [failure.key for failure in result.failures] == ["error.no_numbers"]
    assert sorted(str(path) for path in files(home / "reports")) == ["index.en.html", "index.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_run_leaves_nothing_half_done_and_the_next_one_finishes_it(tmp_path):
    home = make_study(tmp_path)
    parameters, code = ARTICLE
    wait = "import time\nfrom pathlib import Path\n" + (
        f"waiting = Path({str(tmp_path / 'waiting')!r})\n"
        "if not waiting.exists():\n    waiting.touch()\n    time.sleep(60)"
    )
    write_notebook(
        home / "notebooks/articles/two.ipynb", parameters, f'name = "articles/two"{code}', wait
    )
    killed = command(home, "reproduce", "--language", "id", "--jobs", "2")
    one, waiting = home / "reports/articles/one.id.html", tmp_path / "waiting"
    deadline = time.monotonic() + 40
    while not (one.is_file() and waiting.is_file()) and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(1.5)  # until the finished one has been noted
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert [path.name for path in sorted((home / "reports/articles").iterdir())] == [
        "one.id.html",
        "one.id.json",
    ]
    resumed = command(home, "reproduce", "--language", "id")
    printed, _ = resumed.communicate(timeout=60)
    assert resumed.returncode == 0
    assert "built articles/two.id" in printed
    assert "built articles/one.id" not in printed
    assert not (home / "reports" / ".building").exists()
