from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from netralitas_research.presentation import cite, figure, plots, sources, table


@pytest.fixture
def document() -> SimpleNamespace:
    return SimpleNamespace(
        group="articles",
        stem="banten",
        notebook=Path("notebooks/articles/banten.ipynb"),
        command="netralitas reproduce --only articles/banten",
    )


@pytest.fixture
def source_rows() -> pd.DataFrame:
    columns = ["source_id", "title", "publisher", "date", "url", "url_status"]
    rows = [
        ("kasn2021", "Kinerja <2021>", "KASN", "2021-08", "https://example.org/a...", "incomplete"),
        ("bawaslu", "Rekap", "Bawaslu", "2024-09-02", "https://example.org/?x=1&y=2", "complete"),
        ("medcom", "Sanksi", "Medcom", "", "", "none"),
    ]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def shown(source_rows: pd.DataFrame) -> list[object]:
    """What the cells of a small report show."""
    frame = pd.DataFrame({"act": ["Kampanye", "Media sosial"], "n": [1005, 12]})
    frame["source"] = [cite("kasn2021;bawaslu"), cite("medcom")]
    columns = {"act": "Tindakan <a>", "n": "Jumlah", "source": "Sumber"}
    drawn = plots.bars(frame, label="act", value="n", language="id")
    return [
        table(frame, language="id", columns=columns, caption="Tabel 1. Contoh", name="table-1"),
        figure(drawn, caption="Gambar 1. Contoh", alt="Batang: 1.005 dan 12", name="figure-1"),
        sources(source_rows, "id"),
    ]


@pytest.fixture
def save_notebook(tmp_path: Path) -> Callable[..., Path]:
    """Save an executed notebook: Markdown cells with their tag, then cells that show objects."""

    def save(markdown: list[tuple[str, str]], results: list[object] = ()) -> Path:
        cells = []
        for text, tag in markdown:
            cells.append(new_markdown_cell(text, metadata={"tags": [tag]} if tag else {}))
        for result in results:
            data = {"text/html": result._repr_html_(), "text/plain": repr(result)}
            warning = new_output("stream", name="stderr", text="a warning")
            output = new_output("execute_result", data=data, execution_count=1)
            cells.append(new_code_cell("secret_code()", outputs=[warning, output]))
        target = tmp_path / "executed.ipynb"
        nbformat.write(new_notebook(cells=cells), target)
        return target

    return save
