"""Whether the registers of the five articles fit together: ids, words, cells, records, laws."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from netralitas_research.cleaning.article_values import NUMBERS
from netralitas_research.cleaning.articles import printed_tables
from netralitas_research.cleaning.reading import RawTable
from netralitas_research.errors import Problem

WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("numbers", "kind"): (*NUMBERS, "code", "date", "law", "year"),
    ("tables", "status"): ("printed", "picture_lost", "photo", "coded_matrix"),
    ("links", "relation"): (
        "same_figure",
        "other_date",
        "other_stage",
        "other_unit",
        "other_issuer",
        "other_election",
        "component",
        "total",
    ),
    ("law_links", "relation"): ("names", "agrees", "differs", "replaced", "misnumbered"),
    ("sums", "kind"): (
        "sum_of_column",
        "sum_of_row",
        "parts_of_total",
        "share",
        "order",
        "count_of_rows",
        "difference",
    ),
}
"""The words that a column of a register may hold; data/raw/articles/README.md explains them."""
_KEYS = {"articles": "slug", "tables": "table_id", "numbers": "number_id", "sums": "check_id"}
_WHOLE_COLUMN = "*"


def article_problems(
    tables: Mapping[str, RawTable], laws: Collection[str], acts: Collection[str]
) -> list[Problem]:
    """Find what does not fit in the registers of data/raw/articles.

    Parameters
    ----------
    tables
        The registers by name, and each printed table by its id.
    laws, acts
        Ids of the laws and prohibited acts there are; without any, they are not checked.

    Returns
    -------
    list of Problem
        Ids that stand twice, ids and cells that refer to nothing, words that are not in their list.
    """
    return [
        *_repeated_ids(tables),
        *_unknown_ids(tables, laws, acts),
        *_unknown_words(tables),
        *_repeated_labels(tables),
        *_unknown_cells(tables),
    ]


def record_problems(
    tables: Mapping[str, RawTable], record_ids: Collection[str], without_figure: Collection[str]
) -> list[Problem]:
    """Find records of the evidence that the articles are compared with and that are not there.

    Parameters
    ----------
    tables
        The registers by name.
    record_ids
        Every record there is.
    without_figure
        Those that are left out, or stand for several figures: none can be compared with.

    Returns
    -------
    list of Problem
        A record id each.
    """
    named = [
        (tables[name], row, column, record_id)
        for name, column in (("links", "record_id"), *((name, "second_source") for name in tables))
        for row, cells in tables[name].rows
        for record_id in filter(None, cells.get(column, "").split(";"))
    ]
    missing = [
        table.problem("problem.unknown_id", row, column, record_id, "expected.known_record")
        for table, row, column, record_id in named
        if record_id not in record_ids
    ]
    return missing + [
        table.problem("problem.no_figure", row, column, record_id, "expected.one_figure")
        for table, row, column, record_id in named
        if table is tables["links"] and record_id in without_figure
    ]


def _repeated_ids(tables: Mapping[str, RawTable]) -> list[Problem]:
    problems = []
    for name, key in _KEYS.items():
        seen: set[str] = set()
        for row, cells in tables[name].rows:
            found = cells[key]
            if found in seen:
                problem = tables[name].problem
                problems.append(problem("problem.repeated_id", row, key, found, "expected.one_id"))
            seen.add(found)
    return problems


def _unknown_ids(
    tables: Mapping[str, RawTable], laws: Collection[str], acts: Collection[str]
) -> list[Problem]:
    allowed: Mapping[str, Collection[str]] = {
        "article": {cells["slug"] for _, cells in tables["articles"].rows},
        "number_id": {cells["number_id"] for _, cells in tables["numbers"].rows},
        "table_id": {cells["table_id"] for _, cells in tables["tables"].rows},
        "law_id": laws,
        "skb_acts": acts,
    }
    return [
        table.problem("problem.unknown_id", row, column, name, "expected.known_id")
        for table in tables.values()
        for row, cells in table.rows
        for column, known in allowed.items()
        for name in filter(None, cells.get(column, "").split(";"))
        if known and name not in known
    ]


def _unknown_words(tables: Mapping[str, RawTable]) -> list[Problem]:
    return [
        tables[name].problem(
            "problem.unit", row, column, cells[column], "expected.one_of", nearest=words
        )
        for (name, column), words in WORDS.items()
        for row, cells in tables[name].rows
        if cells[column] not in words
    ]


def _repeated_labels(tables: Mapping[str, RawTable]) -> list[Problem]:
    """Find rows of a printed table that bear one label, so that no cell can be named by it."""
    problems = []
    for register, table in printed_tables(tables):
        column = register["row_column"]
        first: dict[str, int] = {}
        for row, cells in table.rows:
            earlier = first.setdefault(cells[column], row)
            if earlier != row:
                problems.append(
                    table.problem(
                        "problem.repeated_row",
                        row,
                        column,
                        cells[column],
                        "expected.one_row",
                        params={"first": str(earlier)},
                    )
                )
    return problems


def known_terms(tables: Mapping[str, RawTable]) -> tuple[set[str], set[str]]:
    """List what a check or a claim may name: numbers, cells and whole columns.

    Parameters
    ----------
    tables
        The registers by name, and each printed table by its id.

    Returns
    -------
    terms, unread
        The terms there are, and the ids of tables whose cells could not be read.
    """
    terms = {cells["number_id"] for _, cells in tables["numbers"].rows}
    unread = {cells["table_id"] for _, cells in tables["tables"].rows}
    for register, table in printed_tables(tables):
        labels = {cells[register["row_column"]] for _, cells in table.rows} | {_WHOLE_COLUMN}
        name = register["table_id"]
        terms |= {f"{name}[{label}][{column}]" for label in labels for column in table.columns}
        terms.add(f"{name}[][]")
        unread.discard(name)
    return terms, unread


def _unknown_cells(tables: Mapping[str, RawTable]) -> list[Problem]:
    """Find references to a cell of a printed table, or to a number, that is not there."""
    if not tables["numbers"].rows or not tables["tables"].rows:
        return []
    known, unread = known_terms(tables)
    references = [
        *(
            (tables["links"], row, "row", f"{cells['table_id']}[{cells['row']}][{cells['column']}]")
            for row, cells in tables["links"].rows
            if cells["table_id"]
        ),
        *(
            (tables["sums"], row, column, term)
            for row, cells in tables["sums"].rows
            for column in ("terms", "printed_total")
            for term in filter(None, cells[column].split(";"))
        ),
    ]
    return [
        table.problem("problem.unknown_id", row, column, cell, "expected.known_cell")
        for table, row, column, cell in references
        if cell not in known and cell.split("[")[0] not in unread
    ]
