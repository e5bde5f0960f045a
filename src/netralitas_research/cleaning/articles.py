"""What the five articles print: their tables cell by cell, their numbers, and links to the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from netralitas_research.cleaning.reading import RawTable, as_frame, read_table
from netralitas_research.errors import Problem
from netralitas_research.language import NumberFormatError, parse_number

FILES: Mapping[str, tuple[str, ...]] = {
    "articles": (
        "slug",
        "authors",
        "year",
        "date",
        "title",
        "venue",
        "volume",
        "issue",
        "pages",
        "url",
        "licence",
        "language",
    ),
    "tables": (
        "table_id",
        "article",
        "printed_label",
        "place",
        "title_id",
        "title_en",
        "printed_source",
        "status",
        "file",
        "columns",
        "row_column",
        "second_source",
        "note_id",
        "note_en",
    ),
    "numbers": (
        "number_id",
        "article",
        "order",
        "section",
        "section_en",
        "paragraph",
        "printed",
        "value",
        "kind",
        "unit",
        "label_id",
        "label_en",
        "stage",
        "table_id",
        "cited_source",
        "note",
    ),
    "links": (
        "number_id",
        "table_id",
        "row",
        "column",
        "record_id",
        "relation",
        "note_id",
        "note_en",
    ),
    "sums": (
        "check_id",
        "article",
        "table_id",
        "kind",
        "terms",
        "printed_total",
        "statement_id",
        "statement_en",
    ),
    "law_links": ("number_id", "law_id", "relation", "note_id", "note_en"),
    "left_out": ("article", "what", "reason_id", "reason_en"),
    "numbers_left_out": ("number_id", "reason_id", "reason_en"),
}


def read_articles(folder: Path, root: Path) -> tuple[dict[str, RawTable], list[Problem]]:
    """Read the registers of data/raw/articles and every table that they name.

    Parameters
    ----------
    folder
        The folder ``data/raw/articles``.
    root
        The study's folder, from which files are named in messages.

    Returns
    -------
    tables, problems
        The registers by name, each printed table by its id, and what is wrong with the files.
    """
    tables: dict[str, RawTable] = {}
    problems: list[Problem] = []

    def read(name: str, file: str, columns: Sequence[str]) -> None:
        path = folder / file
        tables[name], found = read_table(path, columns, path.relative_to(root).as_posix())
        problems.extend(found)

    for name, columns in FILES.items():
        read(name, f"{name}.csv", columns)
    for row, cells in tables["tables"].rows:
        columns = tuple(cells["columns"].split(";"))
        if cells["file"]:
            read(cells["table_id"], cells["file"], columns)
        if cells["file"] and cells["row_column"] not in columns:
            problems.append(
                Problem(
                    "problem.unknown_column",
                    file=tables["tables"].file,
                    row=row,
                    column="row_column",
                    value=cells["row_column"],
                    expected="expected.columns",
                    params={"columns": ", ".join(columns)},
                )
            )
    return tables, problems


def printed_tables(tables: Mapping[str, RawTable]) -> Iterator[tuple[Mapping[str, str], RawTable]]:
    """Give the tables that could be read, each with its row in the register."""
    for _, register in tables["tables"].rows:
        table = tables.get(register["table_id"]) if register["file"] else None
        if table and table.rows and register["row_column"] in table.columns:
            yield register, table


def cells_of(tables: Mapping[str, RawTable]) -> list[dict[str, object]]:
    """List the cells of every printed table, each with the label of its row and column.

    Returns
    -------
    list of dict
        With ``table_id``, ``row_number`` (from 1), ``row``, ``column``, ``printed`` and
        ``value``, which is ``None`` where the cell is not a number.
    """
    rows: list[dict[str, object]] = []
    for _, register in tables["tables"].rows:
        if not register["file"]:
            continue
        names = register["columns"].split(";")
        for number, (_, cells) in enumerate(tables[register["table_id"]].rows, start=1):
            rows += [
                {
                    "table_id": register["table_id"],
                    "row_number": number,
                    "row": cells[register["row_column"]],
                    "column": column,
                    "printed": cells[column] or "-",
                    "value": number_or_none(cells[column]),
                }
                for column in names
            ]
    return rows


def number_or_none(text: str) -> float | None:
    """Read a printed number; give ``None`` for anything else.

    Examples
    --------
    >>> number_or_none("22,98")
    22.98
    >>> number_or_none("Banten") is None
    True
    """
    try:
        return float(parse_number(text).value)
    except NumberFormatError:
        return None


_TABLES = {
    "articles": "articles",
    "article_tables": "tables",
    "article_numbers": "numbers",
    "article_links": "links",
    "article_sums": "sums",
    "article_laws": "law_links",
    "numbers_left_out": "numbers_left_out",
}


def article_frames(
    articles: Mapping[str, RawTable], observations: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Make the processed tables on the articles.

    Parameters
    ----------
    articles
        The registers by name, and each printed table by its id.
    observations
        The processed observations, which tell the figure of a record.

    Returns
    -------
    dict of pandas.DataFrame
        By the name of the processed table.
    """
    frames = {name: as_frame(articles[register]) for name, register in _TABLES.items()}
    figures = observations.drop_duplicates("record_id").set_index("record_id")["figure_id"]
    links, numbers = frames["article_links"], frames["article_numbers"]
    frames["article_cells"] = pd.DataFrame(cells_of(articles))
    frames["article_links"] = links.assign(figure_id=links["record_id"].map(figures))
    frames["article_numbers"] = numbers.rename(columns={"value": "value_text"}).assign(
        value=pd.to_numeric(numbers["value"], errors="coerce")
    )
    return frames


def origins_of_frames(articles: Mapping[str, RawTable]) -> dict[str, RawTable]:
    """Tell which raw file holds the rows of a processed table, where it is one."""
    return {name: articles[register] for name, register in _TABLES.items()}
