import hashlib

import pytest

from netralitas_research.pipeline.fingerprints import FolderNode, fingerprint, hashed_values


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.csv").write_text("1")
    (tmp_path / "sub" / "b.csv").write_text("2")
    return tmp_path


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.csv").write_text("2"),
        lambda folder: (folder / "c.csv").write_text(""),
        lambda folder: (folder / "sub" / "b.csv").unlink(),
        lambda folder: (folder / "a.csv").rename(folder / "sub" / "a.csv"),
    ],
    ids=["changed", "added", "removed", "moved"],
)
def test_a_fingerprint_notices_a_file(folder, change):
    before = fingerprint(folder)
    change(folder)
    assert fingerprint(folder) != before


def test_hidden_files_and_compiled_code_do_not_count(folder):
    before = fingerprint(folder)
    (folder / ".a.csv.tmp").write_text("half")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_text("")
    assert fingerprint(folder) == before


def test_a_folder_node_has_the_state_of_its_folder(folder):
    node = FolderNode(path=folder, name="folder")
    before = node.state()
    (folder / "a.csv").write_text("edited by hand")
    assert node.state() != before


def test_values_of_one_task_are_nodes_of_their_own():
    nodes = hashed_values("task", {"year": 2020, "language": "id"}).values()
    assert len({node.signature for node in nodes}) == 2


def test_the_same_value_has_the_same_state_in_every_process():
    node = hashed_values("task", {"parameters": {"language": "id", "year": 2020}})["parameters"]
    assert node.state() == hashlib.sha256(b'{"language": "id", "year": 2020}').hexdigest()
