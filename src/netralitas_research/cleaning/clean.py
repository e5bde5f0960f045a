"""From data/raw to data/processed: read everything, say everything that is wrong, then write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from netralitas_research.cleaning.article_checks import article_problems, record_problems
from netralitas_research.cleaning.article_values import value_problems
from netralitas_research.cleaning.articles import article_frames, origins_of_frames, read_articles
from netralitas_research.cleaning.claims import claim_problems, claims_frame, read_claims
from netralitas_research.cleaning.codes import LEFT_OUT
from netralitas_research.cleaning.coding import CodedRecord, code_record
from netralitas_research.cleaning.evidence import FigureRows, read_corrections_file, read_figures
from netralitas_research.cleaning.figures import assemble
from netralitas_research.cleaning.ids import duplicate_ids, missing_ids
from netralitas_research.cleaning.links import link_problems, ruling_problems
from netralitas_research.cleaning.reading import RawTable, as_frame
from netralitas_research.cleaning.records import Record
from netralitas_research.cleaning.references import (
    REFERENCES,
    ids_of,
    read_pages,
    read_references,
)
from netralitas_research.cleaning.schema import TABLES
from netralitas_research.cleaning.undecided import undecided
from netralitas_research.cleaning.validation import validate
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
    laws, acts = (ids_of(name, references[name]) for name in ("laws", "skb_acts"))
    problems += found + article_problems(articles, laws, acts)
    problems += value_problems(articles)
    claims, found = read_claims(raw / "claims", home)
    problems += found + claim_problems(claims, articles)
    corrections, corrected, found = read_corrections_file(raw, home, pages)
    problems += found
    rows = read_figures(raw / "figures", home, corrections, pages)
    problems += rows.problems + duplicate_ids(rows.places)
    coded, found = code_records(rows.records, wordings)
    problems += found
    if rows.readable:
        ids = {place.record_id for place in rows.places}
        problems += missing_ids(ids, (RAW / "figures").as_posix())
        problems += corrections.unmatched(ids)
        problems += _stray(rows, coded, wordings, articles)
    if problems:
        raise InputError(problems)
    evidence = assemble(coded, wordings.same_figures, pages)
    return CleanStudy(
        _validated(
            {
                "figures": evidence.figures,
                "observations": evidence.observations,
                "corrections": as_frame(corrected),
                "undecided": undecided(wordings, evidence.figures, evidence.observations),
                "sources": _sources(references["sources"], pages),
                **article_frames(articles, evidence.observations),
                "claims": claims_frame(claims),
                **{name: as_frame(references[name]) for name in REFERENCES if name != "sources"},
            },
            {"corrections": corrected, **references, **origins_of_frames(articles)},
        ),
        report_years(evidence.figures),
    )


def code_records(
    records: Sequence[Record], wordings: Wordings
) -> tuple[list[CodedRecord], list[Problem]]:
    """Find the codes of all records that are not left out, and every wording that has none.

    Nothing is coded while a table of wordings cannot be read: each row would be a problem.
    """
    coded: list[CodedRecord] = []
    problems: list[Problem] = []
    for record in records if wordings.readable else ():
        found, wrong = code_record(record, wordings)
        coded += found
        problems += wrong
    return coded, problems


def _stray(
    rows: FigureRows,
    coded: Sequence[CodedRecord],
    wordings: Wordings,
    articles: Mapping[str, RawTable],
) -> list[Problem]:
    """Find rulings, links and comparisons that name no record, or one without a figure."""
    ids = {place.record_id for place in rows.places}
    left_out = {record_id for record_id, ruled in wordings.rulings.items() if LEFT_OUT in ruled}
    figures = Counter(item.record.record_id for item in coded)
    several = {record_id for record_id, times in figures.items() if times > 1}
    return [
        *ruling_problems(wordings.tables["rulings"], ids),
        *link_problems(wordings.tables["same_figures"], coded, ids, left_out),
        *record_problems(articles, ids, left_out | several),
    ]


def _validated(
    tables: Mapping[str, pd.DataFrame], origins: Mapping[str, RawTable]
) -> dict[str, pd.DataFrame]:
    """Check every processed table, and say what is wrong with all of them at once."""
    valid: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    for name in TABLES:
        try:
            valid[name] = validate(name, tables[name], origins.get(name))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return valid


def _sources(table: RawTable, pages: Mapping[str, str]) -> pd.DataFrame:
    frame = as_frame(table).drop(columns="same_page_as")
    return frame.assign(page_id=frame["source_id"].map(pages))
