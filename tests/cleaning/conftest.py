"""A copy of the study that tests may damage, and the study as it is cleaned."""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from netralitas_research.cleaning import CleanStudy, clean_study
from netralitas_research.cleaning.corrections import Corrections
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.cleaning.records import COLUMNS, Record, read_records
from netralitas_research.cleaning.wordings import Wordings, read_wordings
from netralitas_research.errors import InputError, Problem
from netralitas_research.home import HOME_VARIABLE

ROOT = Path(__file__).parents[2]


class Copy:
    """A copy of the study's raw data; what a test changes is put back."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._before: dict[Path, bytes] = {}

    def path(self, name: str) -> Path:
        return self.home / "data" / "raw" / name

    def write(self, name: str, content: bytes | str) -> Path:
        path = self.path(name)
        if path not in self._before:
            self._before[path] = path.read_bytes() if path.exists() else b""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def delete(self, name: str) -> None:
        path = self.path(name)
        self._before.setdefault(path, path.read_bytes())
        path.unlink()

    def rows(self, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.path(name).read_text(encoding="utf-8"))))

    def change(self, name: str, key: str, column: str, value: str) -> int:
        """Put a value into the first row that holds the key; give the row's number."""
        return self.put(name, key, {column: value})

    def put(self, name: str, key: str, cells: dict[str, str]) -> int:
        """Put several values into the first row that holds the key; give the row's number."""
        rows = self.rows(name)
        number = next(n for n, row in enumerate(rows) if key in row.values())
        rows[number] |= cells
        self.write_rows(name, rows)
        return number + 2

    def add(self, name: str, **cells: str) -> int:
        """Add a row like the last one, with other cells; give its number."""
        rows = self.rows(name)
        rows.append({**dict.fromkeys(rows[-1], ""), **cells})
        self.write_rows(name, rows)
        return len(rows) + 1

    def write_rows(self, name: str, rows: list[dict[str, str]]) -> None:
        text = io.StringIO()
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        self.write(name, text.getvalue())

    def file_of(self, record_id: str) -> str:
        """Name the file of data/raw that holds a record."""
        folder = self.path("figures")
        found = next(
            path
            for path in sorted(folder.rglob("*.csv"))
            if f"\n{record_id}," in path.read_text(encoding="utf-8")
        )
        return found.relative_to(self.home / "data" / "raw").as_posix()

    def problems(self) -> list[Problem]:
        try:
            clean_study(self.home)
        except InputError as error:
            return list(error.problems)
        return []

    def repair(self) -> None:
        for path, content in self._before.items():
            if content:
                path.write_bytes(content)
            else:
                path.unlink(missing_ok=True)
        self._before.clear()


@pytest.fixture(scope="session")
def raw_copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    home = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "data" / "raw", home / "data" / "raw")
    (home / "notebooks").mkdir()
    return Copy(home)


@pytest.fixture
def study(raw_copy: Copy, monkeypatch: pytest.MonkeyPatch) -> Iterator[Copy]:
    """The copy, as the study that is checked; it is whole again after the test."""
    monkeypatch.setenv(HOME_VARIABLE, str(raw_copy.home))
    yield raw_copy
    raw_copy.repair()


@pytest.fixture(scope="session")
def cleaned() -> CleanStudy:
    return clean_study(ROOT)


@pytest.fixture(scope="session")
def figures(cleaned: CleanStudy) -> pd.DataFrame:
    return cleaned.tables["figures"].set_index("figure_id", drop=False)


@pytest.fixture(scope="session")
def observations(cleaned: CleanStudy) -> pd.DataFrame:
    return cleaned.tables["observations"]


@pytest.fixture(scope="session")
def processed(cleaned: CleanStudy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the processed tables, written once."""
    folder = tmp_path_factory.mktemp("processed")
    cleaned.write(folder)
    return folder


@pytest.fixture(scope="session")
def wordings() -> Wordings:
    """The reviewed tables of the study."""
    return read_wordings(ROOT / "data" / "raw" / "wordings", ROOT)[0]


@pytest.fixture
def record():
    """Makes records: the count of a KASN funnel in Pilkada 2020, with other cells as given."""

    def make(**cells: str) -> Record:
        standard = {
            "record_id": "R9001",
            "institution": "KASN",
            "election": "Pilkada 2020",
            "as_of": "2020-07-31",
            "counted": "ASN",
            "dimension": "funnel",
            "label": "dilaporkan",
            "value": "456",
            "unit": "count",
            "printed_total": "",
            "source_ids": "page_a",
            "note": "",
        }
        table = RawTable("new.csv", COLUMNS, ((2, standard | cells),))
        records, problems = read_records(table, (), Corrections("corrections.csv", {}))
        assert problems == []
        return records[0]

    return make


@pytest.fixture
def table():
    """Makes a file as it is read, of rows that are given as mappings."""

    def make(*rows: dict[str, str], file: str = "table.csv", columns=()) -> RawTable:
        names = tuple(columns or rows[0])
        filled = [dict.fromkeys(names, "") | row for row in rows]
        return RawTable(file, names, tuple(enumerate(filled, start=2)))

    return make
