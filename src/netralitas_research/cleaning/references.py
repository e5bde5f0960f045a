"""Sources, laws, prohibited acts and elections: the reference tables of data/raw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path

from rapidfuzz import process

from netralitas_research.cleaning.reading import RawTable, read_table
from netralitas_research.errors import Problem
from netralitas_research.language import DateFormatError, PartialDate

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "sources": (
        "source_id",
        "title",
        "publisher",
        "date",
        "url",
        "url_status",
        "url_note",
        "same_page_as",
    ),
    "laws": (
        "law_id",
        "kind",
        "number",
        "year",
        "short_title_id",
        "short_title_en",
        "enacted",
        "in_force_from",
        "in_force_to",
        "replaced_by",
        "institution",
        "provision_on_neutrality",
        "sanction",
        "source_id",
    ),
    "skb_acts": (
        "act_id",
        "part",
        "order",
        "act_id_label",
        "act_en",
        "stage_of_election",
        "norm_broken",
        "sanction_class",
        "source_id",
    ),
    "elections": (
        "election",
        "voting_date",
        "nomination_from",
        "nomination_to",
        "candidates_set",
        "campaign_from",
        "campaign_to",
        "areas",
        "source_id",
    ),
}
URL_STATUSES = ("complete", "incomplete", "none")
_DATES = (
    "date",
    "enacted",
    "in_force_from",
    "in_force_to",
    "voting_date",
    "nomination_from",
    "nomination_to",
    "candidates_set",
    "campaign_from",
    "campaign_to",
)


def read_references(raw: Path, root: Path) -> tuple[dict[str, RawTable], list[Problem]]:
    """Read the reference tables.

    Parameters
    ----------
    raw
        The folder ``data/raw``.
    root
        The study's folder, from which files are named in messages.

    Returns
    -------
    tables, problems
        The tables by name and what is wrong with them: shape, dates, ids used twice, sources
        that are not listed.
    """
    tables: dict[str, RawTable] = {}
    problems: list[Problem] = []
    for name in REFERENCES:
        path = raw / f"{name}.csv"
        tables[name], found = read_reference(path, name, path.relative_to(root).as_posix())
        problems += found
    for name, table in tables.items():
        problems += source_problems(name, table, tables["sources"])
    return tables, problems + _replaced_laws(tables["laws"])


def _replaced_laws(laws: RawTable) -> list[Problem]:
    known = ids_of("laws", laws)
    return [
        laws.problem(
            "problem.unknown_id", row, "replaced_by", cells["replaced_by"], "expected.known_id"
        )
        for row, cells in laws.rows
        if cells["replaced_by"] and cells["replaced_by"] not in known
    ]


def read_reference(path: Path, name: str, shown: str) -> tuple[RawTable, list[Problem]]:
    """Read one reference table and check its ids, dates and addresses."""
    table, problems = read_table(path, REFERENCES[name], shown)
    key = REFERENCES[name][0]
    counts = Counter(cells[key] for _, cells in table.rows)
    for row, cells in table.rows:
        if not cells[key]:
            problems.append(table.problem("problem.missing_value", row, key, "", "expected.filled"))
        elif counts[cells[key]] > 1:
            problems.append(
                table.problem("problem.repeated_id", row, key, cells[key], "expected.one_id")
            )
        problems += _date_problems(table.file, row, cells)
        status = cells.get("url_status", "")
        if name == "sources" and status not in URL_STATUSES:
            problems.append(
                table.problem(
                    "problem.unit",
                    row,
                    "url_status",
                    status,
                    "expected.one_of",
                    nearest=URL_STATUSES,
                )
            )
    return table, problems


def source_problems(name: str, table: RawTable, sources: RawTable) -> list[Problem]:
    """Find sources that a reference table names and data/raw/sources.csv does not hold.

    Parameters
    ----------
    name
        Name of the reference table. In ``sources`` itself a source may name the one that is the
        same page, which then stands for itself.
    table
        Its rows.
    sources
        The sources there are; without any, nothing is checked.

    Returns
    -------
    list of Problem
        An id each.
    """
    known = {cells["source_id"]: cells["same_page_as"] for _, cells in sources.rows}
    column = "same_page_as" if name == "sources" else "source_id"
    problems = []
    for row, cells in table.rows if known else ():
        for source in filter(None, map(str.strip, cells[column].split(";"))):
            if source not in known:
                problems.append(unknown_source(table.file, row, column, source, known))
            elif name == "sources" and known[source]:
                problems.append(
                    table.problem(
                        "problem.page_chain",
                        row,
                        column,
                        source,
                        "expected.page",
                        nearest=(known[source],),
                    )
                )
    return problems


def used_ids(name: str, table: RawTable, study: RawTable) -> list[Problem]:
    """Find ids of a new reference table that the study's own already holds."""
    key = REFERENCES[name][0]
    used = {cells[key]: row for row, cells in study.rows}
    return [
        Problem(
            "problem.duplicate_id",
            file=table.file,
            row=row,
            column=key,
            value=cells[key],
            expected="expected.one_id",
            params={"first_file": study.file, "first_row": str(used[cells[key]])},
        )
        for row, cells in table.rows
        if cells[key] in used
    ]


def ids_of(name: str, table: RawTable) -> set[str]:
    """List the ids of a reference table."""
    key = REFERENCES[name][0]
    return {cells[key] for _, cells in table.rows}


def read_pages(sources: RawTable) -> dict[str, str]:
    """Give each source the id of its page: two ids can be two transcriptions of one page."""
    return {
        cells["source_id"]: cells["same_page_as"] or cells["source_id"] for _, cells in sources.rows
    }


def unknown_source(
    file: str, row: int, column: str, source: str, known: Collection[str]
) -> Problem:
    """Describe a source id that data/raw/sources.csv does not hold."""
    near = process.extract(source, sorted(known), limit=3, score_cutoff=70)
    return Problem(
        "problem.unknown_source",
        file=file,
        row=row,
        column=column,
        value=source,
        expected="expected.source",
        nearest=tuple(choice for choice, _, _ in near),
    )


def _date_problems(file: str, row: int, cells: Mapping[str, str]) -> list[Problem]:
    problems = []
    for column in _DATES:
        text = cells.get(column, "")
        if not text:
            continue
        try:
            PartialDate.parse(text)
        except DateFormatError as error:
            problems.append(
                Problem(
                    "problem.date_format",
                    file=file,
                    row=row,
                    column=column,
                    value=text,
                    expected=error.expected,
                    nearest=error.nearest,
                )
            )
    return problems
