"""One notebook to one executed copy with its numbers, in a folder of its own."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError
from papermill.translators import PythonTranslator

from netralitas_research.errors import DocumentError, UsageError
from netralitas_research.pipeline.documents import Document
from netralitas_research.pipeline.kernel import LOG, kernel_manager

PARAMETERS_TAG = "parameters"
PLAIN_TYPES = ("bool", "float", "int", "str")
LONGEST_ERROR = 300

# Papermill and nbclient log errors that are raised as well.
logging.getLogger("papermill").addHandler(logging.NullHandler())

_ADDRESS = re.compile(r" at 0x[0-9a-f]+\b")
_RUN_METADATA = ("papermill", "execution")


def run_notebook(document: Document, home: Path, folder: Path) -> Path:
    """Run the notebook of a document.

    Parameters
    ----------
    document
        The document.
    home
        Folder of the study.
    folder
        An existing folder that takes all that the notebook writes.

    Returns
    -------
    Path
        The executed notebook in the folder, without anything that differs from run to run.

    Raises
    ------
    UsageError
        If the notebook does not take the parameters of the document.
    DocumentError
        If a cell fails, or the kernel does.
    """
    notebook = nbformat.read(home / document.notebook, as_version=4)
    check_parameters(document, notebook)
    try:
        executed = papermill.execute_notebook(
            notebook,
            None,
            parameters=document.parameters,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            kernel_manager_class=kernel_manager(home, folder),
            shutdown_kernel="immediate",
        )
    except PapermillExecutionError as error:
        raise DocumentError(
            "error.cell_failed",
            document=document.name,
            notebook=document.notebook.as_posix(),
            cell=str(_number_in_notebook(notebook, error.cell_index)),
            error=_first_line(f"{error.ename}: {error.evalue}"),
        ) from error
    except RuntimeError as error:  # nbclient's word for a kernel that does not start or dies
        raise DocumentError(
            "error.kernel_failed",
            document=document.name,
            notebook=document.notebook.as_posix(),
            error=_last_words(folder, error),
        ) from error
    target = folder / f"{document.name}.ipynb"
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(without_traces(executed), target)
    return target


def check_parameters(document: Document, notebook: nbformat.NotebookNode) -> None:
    """Check names and types of parameters before a kernel starts.

    Papermill itself lets a misspelt name pass with a warning.

    Parameters
    ----------
    document
        The document that gives the parameters.
    notebook
        The notebook, with a cell tagged ``parameters``.

    Raises
    ------
    UsageError
        If the notebook lacks a parameter, or wants another type.
    """
    taken = _parameters_taken(notebook)
    for name, value in document.parameters.items():
        if name not in taken:
            raise UsageError(
                "error.unknown_parameter",
                document=document.name,
                notebook=document.notebook.as_posix(),
                name=name,
                parameters=", ".join(taken) or "–",
            )
        if taken[name] in PLAIN_TYPES and taken[name] != type(value).__name__:
            raise UsageError(
                "error.parameter_type",
                document=document.name,
                notebook=document.notebook.as_posix(),
                name=name,
                value=str(value),
                type=taken[name],
            )


def _parameters_taken(notebook: nbformat.NotebookNode) -> Mapping[str, str]:
    cells = [cell for cell in notebook.cells if PARAMETERS_TAG in cell.metadata.get("tags", [])]
    found = PythonTranslator.inspect(cells[0]) if cells else []
    return {parameter.name: parameter.inferred_type_name for parameter in found}


def _number_in_notebook(notebook: nbformat.NotebookNode, executed_index: int) -> int:
    """Count the code cells up to the failed one as JupyterLab does, without papermill's own."""
    tags = [cell.metadata.get("tags", []) for cell in notebook.cells]
    parameters = next(index for index, found in enumerate(tags) if PARAMETERS_TAG in found)
    index = executed_index - (executed_index > parameters)
    return sum(cell.cell_type == "code" for cell in notebook.cells[: index + 1])


def _first_line(text: str) -> str:
    line = next(iter(text.strip().splitlines()), "")
    return line if len(line) <= LONGEST_ERROR else f"{line[:LONGEST_ERROR]}…"


def _last_words(folder: Path, error: Exception) -> str:
    """Say why a kernel died: the last line of its log, or what nbclient says."""
    log = (folder / LOG).read_text(errors="replace") if (folder / LOG).is_file() else ""
    return _first_line(log.strip().rpartition("\n")[2] or str(error))


def without_traces(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Remove what differs from run to run: clocks, ids, addresses, warnings.

    Parameters
    ----------
    notebook
        An executed notebook; it is changed.

    Returns
    -------
    NotebookNode
        The same notebook.

    Examples
    --------
    >>> cell = nbformat.v4.new_code_cell("1 + 1", metadata={"papermill": {"duration": 0.2}})
    >>> without_traces(nbformat.v4.new_notebook(cells=[cell])).cells[0].metadata
    {}
    """
    notebook = nbformat.v4.upgrade(notebook)
    notebook.metadata = nbformat.from_dict({"language_info": {"name": "python"}})
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
        for key in _RUN_METADATA:
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if o.get("name") != "stderr"]
            for output in cell.outputs:
                _remove_addresses(output)
    return notebook


def _remove_addresses(output: nbformat.NotebookNode) -> None:
    if "text" in output:
        output.text = _ADDRESS.sub("", output.text)
    for kind, content in output.get("data", {}).items():
        if kind in ("text/plain", "text/html"):
            output.data[kind] = _ADDRESS.sub("", content)
