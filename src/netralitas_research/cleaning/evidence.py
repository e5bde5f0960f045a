"""Read data/raw/figures as a whole, with the corrections of its misprints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netralitas_research.cleaning.corrections import COLUMNS as CORRECTION_COLUMNS
from netralitas_research.cleaning.corrections import Corrections, read_corrections
from netralitas_research.cleaning.ids import Place, places
from netralitas_research.cleaning.reading import RawTable, read_table
from netralitas_research.cleaning.records import COLUMNS, Record, read_records
from netralitas_research.errors import Problem


@dataclass(frozen=True)
class FigureRows:
    """The rows of files of data/raw/figures.

    Attributes
    ----------
    records
        The rows that can be read, sorted by id.
    places
        Where each record id stands, also those of rows that cannot be read.
    problems
        What is wrong with the files and their rows.
    readable
        Whether the ids of all files are known.
    """

    records: list[Record]
    places: list[Place]
    problems: list[Problem]
    readable: bool


def read_corrections_file(
    raw: Path, home: Path, sources: Mapping[str, str]
) -> tuple[Corrections, RawTable, list[Problem]]:
    """Read data/raw/corrections.csv; a study without corrections has only its heading."""
    path = raw / "corrections.csv"
    table, problems = read_table(
        path, CORRECTION_COLUMNS, path.relative_to(home).as_posix(), may_be_empty=True
    )
    corrections, found = read_corrections(table, COLUMNS, sources)
    return corrections, table, problems + found


def read_figures(
    folder: Path, home: Path, corrections: Corrections, pages: Mapping[str, str]
) -> FigureRows:
    """Read every file of data/raw/figures.

    Parameters
    ----------
    folder
        That folder.
    home
        The study's folder, from which files are named in messages.
    corrections
        Corrections of misprints.
    pages
        The sources there are, with their pages.

    Returns
    -------
    FigureRows
        All rows; a folder without files is a problem.
    """
    paths = sorted(folder.rglob("*.csv"))
    rows = read_figure_files(paths, lambda path: _shown(path, home), corrections, pages)
    if paths:
        return rows
    missing = Problem("problem.missing_file", _shown(folder, home), expected="expected.file")
    return FigureRows([], [], [missing], readable=False)


def _shown(path: Path, home: Path) -> str:
    return path.relative_to(home).as_posix()


def read_figure_files(
    paths: Sequence[Path],
    shown: Callable[[Path], str],
    corrections: Corrections,
    pages: Mapping[str, str],
) -> FigureRows:
    """Read some files of figures.

    Parameters
    ----------
    paths
        The files.
    shown
        How a file is named in messages.
    corrections
        Corrections of misprints.
    pages
        The sources there are, with their pages.

    Returns
    -------
    FigureRows
        The rows of all files together.
    """
    records: list[Record] = []
    found: list[Place] = []
    problems: list[Problem] = []
    readable = True
    for path in paths:
        table, wrong = read_table(path, COLUMNS, shown(path))
        problems += wrong
        readable = readable and not wrong
        found += places(table)
        read, wrong = read_records(table, pages, corrections)
        records += read
        problems += wrong
    records.sort(key=lambda record: (len(record.record_id), record.record_id))
    return FigureRows(records, found, problems, readable)
