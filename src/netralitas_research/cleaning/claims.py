"""The claims of the articles that the audit judges: one file an article, one row a claim."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from string import Formatter

import pandas as pd

from netralitas_research.cleaning.article_checks import known_terms
from netralitas_research.cleaning.reading import RawTable, read_table
from netralitas_research.errors import Problem

COLUMNS = (
    "claim_id",
    "section",
    "section_en",
    "paragraph",
    "table_id",
    "numbers",
    "kind",
    "statement_id",
    "statement_en",
    "printed",
    "reviewed",
    "explanation_id",
    "explanation_en",
)
KINDS = ("number", "arithmetic", "word", "law", "date", "citation", "conclusion", "label")
"""What a claim says: data/raw/claims/README.md explains them."""
VERDICTS = ("contradicted", "outdated", "not_supported", "not_checkable", "holds")
"""Verdicts on a claim; where two fit, the one that stands first here applies."""

_ID = re.compile(r"(?P<article>[a-z]+(?:-[a-z]+)*)-c[0-9]{3}")


def read_claims(folder: Path, root: Path) -> tuple[list[RawTable], list[Problem]]:
    """Read every file of data/raw/claims.

    Parameters
    ----------
    folder
        That folder; a study without it has no claims.
    root
        The study's folder, from which files are named in messages.

    Returns
    -------
    tables, problems
        The files in the order of their names, and what is wrong with their shape.
    """
    tables, problems = [], []
    for path in sorted(folder.glob("*.csv")):
        table, found = read_table(path, COLUMNS, path.relative_to(root).as_posix())
        tables.append(table)
        problems += found
    return tables, problems


def claim_problems(claims: Sequence[RawTable], articles: Mapping[str, RawTable]) -> list[Problem]:
    """Find what does not fit in the claims: ids, words, numbers, cells, placeholders.

    Parameters
    ----------
    claims
        The files of claims.
    articles
        The registers of the articles by name, and each printed table by its id.

    Returns
    -------
    list of Problem
        A cell each.
    """
    slugs = {cells["slug"] for _, cells in articles["articles"].rows}
    tables = {cells["table_id"] for _, cells in articles["tables"].rows}
    seen: set[str] = set()
    problems: list[Problem] = []
    for table in claims:
        for row, cells in table.rows:
            problems += _id_problems(table, row, cells["claim_id"], slugs, seen)
            problems += _word_problems(table, row, cells)
            problems += _unknown(table, row, "table_id", cells["table_id"], tables)
            problems += _placeholder_problems(table, row, cells)
            if not cells["paragraph"].isdigit():
                problems.append(
                    table.problem(
                        "problem.number_format",
                        row,
                        "paragraph",
                        cells["paragraph"],
                        "expected.plain_number",
                    )
                )
        problems += _unknown_numbers(table, articles)
    return problems


def claims_frame(claims: Sequence[RawTable]) -> pd.DataFrame:
    """Make the processed table of claims.

    Parameters
    ----------
    claims
        The files of claims, without problems.

    Returns
    -------
    pandas.DataFrame
        One row a claim, with its ``article`` and its ``order`` in the file.
    """
    rows = [
        {**cells, "article": article_of(cells["claim_id"]), "order": order}
        for table in claims
        for order, (_, cells) in enumerate(table.rows, start=1)
    ]
    frame = pd.DataFrame(rows, columns=["article", "order", *COLUMNS])
    return frame.assign(paragraph=pd.to_numeric(frame["paragraph"]))


def article_of(claim_id: str) -> str:
    """Tell the article of a claim; an empty text when the id is not written as one.

    Examples
    --------
    >>> article_of("belitung-timur-c003")
    'belitung-timur'
    """
    match = _ID.fullmatch(claim_id)
    return match["article"] if match else ""


def _id_problems(
    table: RawTable, row: int, claim_id: str, slugs: Collection[str], seen: set[str]
) -> list[Problem]:
    problems = []
    if slugs and article_of(claim_id) not in slugs:
        nearest = tuple(f"{slug}-c001" for slug in sorted(slugs))
        problems.append(
            table.problem(
                "problem.claim_id",
                row,
                "claim_id",
                claim_id,
                "expected.claim_id",
                nearest=nearest,
            )
        )
    if claim_id in seen:
        problems.append(
            table.problem("problem.repeated_id", row, "claim_id", claim_id, "expected.one_id")
        )
    seen.add(claim_id)
    return problems


def _word_problems(table: RawTable, row: int, cells: Mapping[str, str]) -> list[Problem]:
    words = {"kind": KINDS, "reviewed": VERDICTS}
    return [
        table.problem(
            "problem.unit", row, column, cells[column], "expected.one_of", nearest=allowed
        )
        for column, allowed in words.items()
        if cells[column] not in allowed
    ]


def _unknown(
    table: RawTable, row: int, column: str, value: str, known: Collection[str]
) -> list[Problem]:
    if not value or not known or value in known:
        return []
    return [table.problem("problem.unknown_id", row, column, value, "expected.known_id")]


def _unknown_numbers(table: RawTable, articles: Mapping[str, RawTable]) -> list[Problem]:
    if not articles["numbers"].rows or not articles["tables"].rows:
        return []
    known, unread = known_terms(articles)
    return [
        table.problem("problem.unknown_id", row, "numbers", term, "expected.known_cell")
        for row, cells in table.rows
        for term in filter(None, cells["numbers"].split(";"))
        if term not in known and term.split("[")[0] not in unread
    ]


def _placeholder_problems(table: RawTable, row: int, cells: Mapping[str, str]) -> list[Problem]:
    """Find braces that are no placeholder, and placeholders that only one language has."""
    names = {}
    for column in ("explanation_id", "explanation_en"):
        try:
            names[column] = _placeholders(cells[column])
        except ValueError:
            return [
                table.problem(
                    "problem.placeholder", row, column, cells[column], "expected.placeholder"
                )
            ]
    if names["explanation_id"] == names["explanation_en"]:
        return []
    return [
        table.problem(
            "problem.placeholder_pair",
            row,
            "explanation_en",
            cells["explanation_en"],
            "expected.same_placeholders",
            params={"names": ", ".join(sorted(names["explanation_id"]))},
        )
    ]


def _placeholders(text: str) -> set[str]:
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    if not all(name.isidentifier() for name in names):
        raise ValueError(text)
    return names
