"""A throw-away study with tiny notebooks, and a cleaning of one number.

Run as a script it is the `netralitas` command with that cleaning.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from netralitas_research import cleaning, cli
from netralitas_research.errors import InputError, Problem
from netralitas_research.pipeline import reproduce

WRITE_NUMBERS = """
import json, os
from pathlib import Path
home, reports = Path(os.environ["NETRALITAS_HOME"]), Path(os.environ["NETRALITAS_REPORTS"])
figure = int((home / "data/processed/figures.csv").read_text())
target = reports / f"{name}.{language}.json"
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text(json.dumps({"figure": figure}))
print(figure)
"""
ARTICLE = ('language: str = "id"  # language of the text', WRITE_NUMBERS)
YEARLY = ('language: str = "id"\nyear: int = 2020', WRITE_NUMBERS)


@dataclass(frozen=True)
class CleanFigures:
    figure: int

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "figures.csv").write_text(f"{self.figure}\n")
        (folder / "datapackage.json").write_text(json.dumps({"report_years": [2020, 2021]}))


def clean_study(home: Path) -> CleanFigures:
    file = "data/raw/figures.csv"
    text = (home / file).read_text().strip()
    if not text.isdigit():
        raise InputError([Problem("cli.no_problems", file=file, row=1, column="value", value=text)])
    return CleanFigures(int(text))


def write_notebook(path: Path, parameters: str, *code: str) -> None:
    import nbformat

    new = nbformat.v4
    cells = [
        new.new_markdown_cell("# Uji", metadata={"tags": ["id"]}),
        new.new_markdown_cell("# Test", metadata={"tags": ["en"]}),
        new.new_code_cell(parameters, metadata={"tags": ["parameters"]}),
        *(new.new_code_cell(source) for source in code),
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    spec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(new.new_notebook(cells=cells, metadata={"kernelspec": spec}), path)


def make_study(home: Path, articles: tuple[str, ...] = ("one",)) -> Path:
    raw = home / "data" / "raw"
    raw.mkdir(parents=True)
    (raw / "figures.csv").write_text("7\n")
    (home / "notebooks" / "articles").mkdir(parents=True)
    for name in articles:
        parameters, code = ARTICLE
        write_notebook(
            home / f"notebooks/articles/{name}.ipynb", parameters, f'name = "articles/{name}"{code}'
        )
    return home


def add_yearly(home: Path) -> None:
    parameters, code = YEARLY
    write_notebook(
        home / "notebooks/reports/yearly.ipynb", parameters, f'name = f"yearly/{{year}}"{code}'
    )


if __name__ == "__main__":
    cleaning.clean_study = clean_study
    reproduce.program = lambda home: {"package": "1", "environment": "1"}
    sys.exit(cli.run(sys.argv[1:]))
