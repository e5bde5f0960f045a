"""Check files before they join the study: one file alone, or the whole study."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netralitas_research.cleaning.clean import (
    RAW,
    clean_study,
    code_records,
    read_corrections_file,
    read_figure_files,
)
from netralitas_research.cleaning.reading import peek_heading
from netralitas_research.cleaning.records import COLUMNS, Record, duplicate_ids
from netralitas_research.cleaning.references import (
    REFERENCES,
    read_pages,
    read_reference,
    read_references,
)
from netralitas_research.cleaning.wordings import read_wordings
from netralitas_research.errors import InputError, Problem
from netralitas_research.home import study_home

KINDS = {"figures": COLUMNS, **REFERENCES}


def check_files(paths: Sequence[Path], kind: str | None = None) -> list[Problem]:
    """Check files against the study: shape, numbers, dates, ids, sources and every label.

    Parameters
    ----------
    paths
        The files; without any, the whole study is checked.
    kind
        ``figures``, ``sources`` or another reference table; told from the heading when not given.

    Returns
    -------
    list of Problem
        Everything that is wrong, empty when nothing is.

    Raises
    ------
    StudyNotFoundError
        If there is no study to check against.
    """
    home = study_home()
    if not paths:
        try:
            clean_study(home)
        except InputError as error:
            return list(error.problems)
        return []
    problems: list[Problem] = []
    for path in paths:
        found = kind or _kind_of(path)
        if found is None:
            problems.append(
                Problem("problem.unknown_kind", file=str(path), expected="expected.kind")
            )
        elif found == "figures":
            problems += _check_figures(path, home)
        else:
            problems += read_reference(path, found, str(path))[1]
    return problems


def _kind_of(path: Path) -> str | None:
    """Tell what a file holds by the columns of its heading; an unreadable one is of figures."""
    heading = peek_heading(path)
    if not heading:
        return "figures"
    known = {kind: len(heading & set(columns)) for kind, columns in KINDS.items()}
    best = max(known, key=lambda kind: known[kind])
    return best if known[best] * 2 > len(KINDS[best]) else None


def _check_figures(path: Path, home: Path) -> list[Problem]:
    raw = home / RAW
    references, problems = read_references(raw, home)
    wordings, found = read_wordings(raw / "wordings", home)
    problems += found
    corrections, found = read_corrections_file(raw, home)
    problems += found
    pages = read_pages(references["sources"])
    records, found = read_figure_files([path], str, corrections, pages)
    problems += found
    problems += duplicate_ids([*_others(path, home, records), *records])
    return problems + code_records(records, wordings)[1]


def _others(path: Path, home: Path, records: Sequence[Record]) -> list[Record]:
    """Read the study's records, unless the file is one of the study's own."""
    folder = home / RAW / "figures"
    if path.resolve().is_relative_to(folder.resolve()) or not records:
        return []
    references, _ = read_references(home / RAW, home)
    corrections, _ = read_corrections_file(home / RAW, home)
    pages = read_pages(references["sources"])
    files = sorted(folder.rglob("*.csv"))
    return read_figure_files(
        files, lambda file: file.relative_to(home).as_posix(), corrections, pages
    )[0]
