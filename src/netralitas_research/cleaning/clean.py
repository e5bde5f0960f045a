"""From data/raw to data/processed: read everything, say everything that is wrong, then write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from netralitas_research.cleaning.articles import cells_of, read_articles
from netralitas_research.cleaning.coding import CodedRecord, code_record
from netralitas_research.cleaning.corrections import COLUMNS as CORRECTION_COLUMNS
from netralitas_research.cleaning.corrections import Corrections, read_corrections
from netralitas_research.cleaning.figures import assemble
from netralitas_research.cleaning.reading import RawTable, read_table
from netralitas_research.cleaning.records import (
    COLUMNS,
    Record,
    duplicate_ids,
    read_records,
)
from netralitas_research.cleaning.references import (
    REFERENCES,
    read_pages,
    read_references,
)
from netralitas_research.cleaning.schema import validate
from netralitas_research.cleaning.undecided import undecided
from netralitas_research.cleaning.wordings import Wordings, read_wordings
from netralitas_research.cleaning.writing import write_tables
from netralitas_research.cleaning.years import report_years
from netralitas_research.errors import InputError, Problem

RAW = Path("data") / "raw"


@dataclass(frozen=True)
class CleanStudy:
    """The processed tables, validated.

    Attributes
    ----------
    tables
        Frames by name, as `schema.describe_tables` describes them.
    report_years
        The years that have figures on ASN neutrality, from 2018 on.
    """

    tables: dict[str, pd.DataFrame]
    report_years: list[int]

    def write(self, folder: Path) -> None:
        """Write all tables to a folder, each whole or not at all."""
        write_tables(self.tables, self.report_years, folder)


def raw_files(home: Path) -> list[Path]:
    """List every file that the processed data are made from, sorted.

    Examples
    --------
    >>> from netralitas_research.home import study_home
    >>> raw_files(study_home())[0].name
    'articles.csv'
    """
    return sorted(path for path in (home / RAW).rglob("*.csv") if path.is_file())


def clean_study(home: Path) -> CleanStudy:
    """Clean the raw data of a study.

    Parameters
    ----------
    home
        The study's folder.

    Returns
    -------
    CleanStudy
        The processed tables; nothing is written yet.

    Raises
    ------
    InputError
        With every problem of every raw file.
    """
    raw = home / RAW
    references, problems = read_references(raw, home)
    pages = read_pages(references["sources"])
    wordings, found = read_wordings(raw / "wordings", home)
    problems += found
    articles, found = read_articles(raw / "articles", home)
    problems += found
    corrections, found = read_corrections_file(raw, home)
    problems += found
    records, found = read_figure_files(
        sorted((raw / "figures").rglob("*.csv")),
        lambda path: path.relative_to(home).as_posix(),
        corrections,
        pages,
    )
    problems += found
    problems += duplicate_ids(records)
    problems += corrections.unmatched({record.record_id for record in records})
    coded, found = code_records(records, wordings)
    problems += found
    problems += _dangling(records, wordings)
    if problems:
        raise InputError(problems)
    evidence = assemble(coded, wordings.same_figures, pages)
    tables = {
        "figures": evidence.figures,
        "observations": evidence.observations,
        "undecided": undecided(wordings, evidence.figures, evidence.observations),
        "sources": _sources(references["sources"], pages),
        **_article_frames(articles, evidence.observations),
        **{name: _frame(references[name]) for name in REFERENCES if name != "sources"},
    }
    return CleanStudy(
        {name: validate(name, frame) for name, frame in tables.items()},
        report_years(evidence.figures),
    )


def read_corrections_file(raw: Path, home: Path) -> tuple[Corrections, list[Problem]]:
    """Read data/raw/corrections.csv; a study without corrections has only its heading."""
    path = raw / "corrections.csv"
    table, problems = read_table(
        path, CORRECTION_COLUMNS, path.relative_to(home).as_posix(), may_be_empty=True
    )
    return read_corrections(table), problems


def read_figure_files(
    paths: Sequence[Path],
    shown: Callable[[Path], str],
    corrections: Corrections,
    pages: Mapping[str, str],
) -> tuple[list[Record], list[Problem]]:
    """Read files of data/raw/figures.

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
    records, problems
        The records of all files, sorted by id, and what is wrong with the files.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    for path in paths:
        table, found = read_table(path, COLUMNS, shown(path))
        problems += found
        read, found = read_records(table, pages, corrections)
        records += read
        problems += found
    records.sort(key=lambda record: (len(record.record_id), record.record_id))
    return records, problems


def code_records(
    records: Sequence[Record], wordings: Wordings
) -> tuple[list[CodedRecord], list[Problem]]:
    """Find the codes of all records that are not left out, and every wording that has none."""
    coded: list[CodedRecord] = []
    problems: list[Problem] = []
    for record in records:
        found, wrong = code_record(record, wordings)
        coded += [item for item in found if not item.left_out]
        problems += wrong
    return coded, problems


def _dangling(records: Sequence[Record], wordings: Wordings) -> list[Problem]:
    """Find rulings and links that name a record that does not exist."""
    known = {record.record_id for record in records}
    named = [("rulings", record_id, "record_id") for record_id in wordings.rulings]
    for record_id, cells in wordings.same_figures.items():
        named += [
            ("same_figures", record_id, "record_id"),
            ("same_figures", cells["same_as"], "same_as"),
        ]
    return [
        Problem(
            "problem.unknown_id",
            file=f"data/raw/wordings/{table}.csv",
            column=column,
            value=record_id,
            expected="expected.known_record",
        )
        for table, record_id, column in named
        if record_id not in known
    ]


def _frame(table: RawTable) -> pd.DataFrame:
    return pd.DataFrame([cells for _, cells in table.rows], columns=list(table.columns), dtype=str)


def _sources(table: RawTable, pages: Mapping[str, str]) -> pd.DataFrame:
    frame = _frame(table).drop(columns="same_page_as")
    return frame.assign(page_id=frame["source_id"].map(pages))


def _article_frames(
    articles: dict[str, RawTable], observations: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    numbers = _frame(articles["numbers"]).rename(columns={"value": "value_text"})
    links = _frame(articles["links"]).merge(
        observations[["record_id", "figure_id"]].drop_duplicates(), on="record_id", how="left"
    )
    return {
        "articles": _frame(articles["articles"]),
        "article_tables": _frame(articles["tables"]),
        "article_cells": pd.DataFrame(cells_of(articles)),
        "article_numbers": numbers.assign(
            value=pd.to_numeric(numbers["value_text"], errors="coerce")
        ),
        "article_links": links,
        "article_sums": _frame(articles["sums"]),
        "article_laws": _frame(articles["law_links"]),
    }
