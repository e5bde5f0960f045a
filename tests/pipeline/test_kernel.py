import json
import sys

import pytest

from netralitas_research.pipeline.kernel import (
    THREAD_VARIABLES,
    ThisInterpreter,
    kernel_environment,
)


def test_the_kernel_is_this_interpreter_whatever_the_user_has_registered(tmp_path, monkeypatch):
    spec = tmp_path / "kernels" / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(
        json.dumps({"argv": ["another"], "display_name": "another", "language": "python"})
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    found = ThisInterpreter().get_kernel_spec("python3")
    assert found.argv[:3] == [sys.executable, "-m", "ipykernel_launcher"]


@pytest.mark.parametrize("name", THREAD_VARIABLES)
def test_a_kernel_has_one_thread_for_algebra(tmp_path, monkeypatch, name):
    monkeypatch.setenv(name, "8")
    assert kernel_environment(tmp_path, tmp_path)[name] == "1"


def test_other_variables_are_passed_on(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert kernel_environment(tmp_path, tmp_path)["LC_ALL"] == "id_ID.UTF-8"
