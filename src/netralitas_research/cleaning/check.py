"""Check files before they join the study: some files alone, or the whole study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from netralitas_research.cleaning.clean import RAW, clean_study, code_records
from netralitas_research.cleaning.evidence import read_corrections_file, read_figure_files
from netralitas_research.cleaning.ids import duplicate_ids
from netralitas_research.cleaning.reading import peek_heading
from netralitas_research.cleaning.records import COLUMNS
from netralitas_research.cleaning.references import (
    REFERENCES,
    read_pages,
    read_reference,
    read_references,
    source_problems,
    used_ids,
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
    kinds = {path: kind or _kind_of(path) for path in paths}
    figures = [path for path, found in kinds.items() if found == "figures"]
    problems = _check_figures(figures, home) if figures else []
    for path, found in kinds.items():
        if found is None:
            problems.append(
                Problem("problem.unknown_kind", file=str(path), expected="expected.kind")
            )
        elif found != "figures":
            problems += _check_reference(path, found, home)
    return problems


def _kind_of(path: Path) -> str | None:
    """Tell what a file holds by the columns of its heading; an unreadable one is of figures."""
    heading = peek_heading(path)
    if not heading:
        return "figures"
    known = {kind: len(heading & set(columns)) for kind, columns in KINDS.items()}
    best = max(known, key=lambda kind: known[kind])
    return best if known[best] * 2 > len(KINDS[best]) else None


def _check_figures(paths: Sequence[Path], home: Path) -> list[Problem]:
    raw = home / RAW
    references, problems = read_references(raw, home)
    wordings, found = read_wordings(raw / "wordings", home)
    problems += found
    pages = read_pages(references["sources"])
    corrections, _, found = read_corrections_file(raw, home, pages)
    problems += found
    rows = read_figure_files(paths, str, corrections, pages)
    checked = {path.resolve() for path in paths}
    files = sorted((raw / "figures").rglob("*.csv"))
    others = [path for path in files if path.resolve() not in checked]
    study = read_figure_files(others, lambda path: _shown(path, home), corrections, pages)
    problems += rows.problems + duplicate_ids([*study.places, *rows.places])
    return problems + code_records(rows.records, wordings)[1]


def _check_reference(path: Path, name: str, home: Path) -> list[Problem]:
    """Check a reference table by itself, and against the ids and sources of the study."""
    raw = home / RAW
    table, problems = read_reference(path, name, str(path))
    own = raw / f"{name}.csv"
    if path.resolve() != own.resolve():
        problems += used_ids(name, table, read_reference(own, name, _shown(own, home))[0])
    sources, _ = read_reference(raw / "sources.csv", "sources", "")
    if name == "sources":
        sources = replace(sources, rows=sources.rows + table.rows)
    return problems + source_problems(name, table, sources)


def _shown(path: Path, home: Path) -> str:
    return path.relative_to(home).as_posix()
