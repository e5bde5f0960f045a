import json
import sys
from pathlib import Path

import nbformat
import pytest
from small_study import write_notebook

from netralitas_research.errors import DocumentError, UsageError
from netralitas_research.pipeline.documents import Document
from netralitas_research.pipeline.run import check_parameters, run_notebook, without_traces

LANGUAGE = 'language: str = "id"  # language of the text'
DOCUMENT = Document("articles", "one", "en", Path("notebooks/articles/one.ipynb"))

TELL = """
import json, os, sys, warnings
warnings.warn("a warning with a path")
told = {
    "interpreter": sys.executable,
    "folder": os.getcwd(),
    "threads": os.environ["OMP_NUM_THREADS"],
    "home": os.environ["NETRALITAS_HOME"],
    "reports": os.environ["NETRALITAS_REPORTS"],
    "language": language,
}
print(json.dumps(told))
"""


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "staging"
    path.mkdir()
    return path


def notebook(home, *code, parameters=LANGUAGE):
    path = home / DOCUMENT.notebook
    write_notebook(path, parameters, *code)
    return nbformat.read(path, as_version=4)


def test_a_notebook_runs_in_its_own_folder_with_one_thread_and_leaves_no_traces(tmp_path, folder):
    notebook(tmp_path, TELL, "object()")
    executed = nbformat.read(run_notebook(DOCUMENT, tmp_path, folder), as_version=4)
    *_, teller, last = executed.cells
    assert [output.name for output in teller.outputs] == ["stdout"]
    told = json.loads(teller.outputs[0].text)
    assert told == {
        "interpreter": sys.executable,
        "folder": str(folder),
        "threads": "1",
        "home": str(tmp_path),
        "reports": str(folder),
        "language": "en",
    }
    assert last.outputs[0].data["text/plain"] == "<object>"
    assert executed.metadata == {"language_info": {"name": "python"}}
    assert [cell.id for cell in executed.cells] == [f"cell-{n}" for n in range(1, 7)]
    assert {key for cell in executed.cells for key in cell.metadata} == {"tags"}


def test_a_failing_cell_is_named_by_its_number_in_the_notebook(tmp_path, folder):
    notebook(tmp_path, "fine = 1", "raise ValueError('no such figure\\nand more')")
    with pytest.raises(DocumentError) as caught:
        run_notebook(DOCUMENT, tmp_path, folder)
    assert caught.value.key == "error.cell_failed"
    assert caught.value.params == {
        "document": "articles/one.en",
        "notebook": "notebooks/articles/one.ipynb",
        "cell": "3",
        "error": "ValueError: no such figure",
    }


def test_a_kernel_that_dies_is_a_failed_document(tmp_path, folder, capfd):
    notebook(tmp_path, "import os; os._exit(1)")
    with pytest.raises(DocumentError) as caught:
        run_notebook(DOCUMENT, tmp_path, folder)
    assert caught.value.key == "error.kernel_failed"
    assert caught.value.params["error"] == "Kernel died"
    assert capfd.readouterr() == ("", "")


def test_a_misspelt_parameter_is_refused_with_those_there_are(tmp_path):
    content = notebook(tmp_path, parameters='langauge: str = "id"\nyear: int = 2020')
    with pytest.raises(UsageError) as caught:
        check_parameters(DOCUMENT, content)
    assert caught.value.params["name"] == "language"
    assert caught.value.params["parameters"] == "langauge, year"


def test_a_notebook_without_parameters_is_refused(tmp_path):
    content = notebook(tmp_path)
    for cell in content.cells:
        cell.metadata.pop("tags")
    with pytest.raises(UsageError) as caught:
        check_parameters(DOCUMENT, content)
    assert caught.value.params["parameters"] == "–"


def test_a_parameter_of_another_type_is_refused(tmp_path):
    content = notebook(tmp_path, parameters="language: int = 1")
    with pytest.raises(UsageError) as caught:
        check_parameters(DOCUMENT, content)
    assert (caught.value.key, caught.value.params["type"]) == ("error.parameter_type", "int")


@pytest.mark.parametrize("parameters", [LANGUAGE, 'language = "id"'])
def test_a_parameter_may_have_a_type_or_none(tmp_path, parameters):
    check_parameters(DOCUMENT, notebook(tmp_path, parameters=parameters))


def test_traces_are_removed_from_older_formats_too():
    old = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("text")])
    del old.cells[0]["id"]
    old.nbformat_minor = 4
    nbformat.validate(without_traces(old))
