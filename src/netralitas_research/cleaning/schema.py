"""What the processed tables hold: each column with its type, its meaning and its checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import pandera.pandas as pa

from netralitas_research.cleaning.reading import RawTable
from netralitas_research.errors import InputError, Problem

SCHEMA_VERSION = "1.0.0"
_FAULTS = {
    "str_length": ("problem.missing_value", "expected.filled"),
    "not_nullable": ("problem.missing_value", "expected.filled"),
    "field_uniqueness": ("problem.repeated_id", "expected.one_id"),
    "multiple_fields_uniqueness": ("problem.repeated_id", "expected.one_id"),
    "dtype": ("problem.number_format", "expected.plain_number"),
}

Kind = Literal["string", "integer", "number"]


@dataclass(frozen=True)
class Column:
    """One column of a processed table.

    Attributes
    ----------
    name
        Its name.
    kind
        Its type, in the words of a data package.
    required
        Whether it must be filled in every row.
    unique
        Whether no value may stand twice.
    code_list
        The code list that its values come from, if any.
    """

    name: str
    kind: Kind = "string"
    required: bool = True
    unique: bool = False
    code_list: str = ""

    @property
    def description_key(self) -> str:
        """Message key of its description; a column means the same in every table."""
        return f"column.{self.name}"


@dataclass(frozen=True)
class TableDescription:
    """One processed table: its columns, its key, and the table that it points to."""

    name: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: Mapping[str, tuple[str, str]]

    @property
    def title_key(self) -> str:
        """Message key of its title."""
        return f"table.{self.name}.title"

    @property
    def description_key(self) -> str:
        """Message key of its description."""
        return f"table.{self.name}.description"


def _texts(*names: str, required: bool = True) -> tuple[Column, ...]:
    return tuple(Column(name, required=required) for name in names)


_FIGURES = TableDescription(
    "figures",
    (
        Column("figure_id", unique=True),
        Column("counted_by", code_list="institutions"),
        Column("issued_by", code_list="institutions"),
        Column("election", code_list="elections"),
        *_texts("series", "period_start", "period_end", "as_of"),
        Column("stage", code_list="stages"),
        Column("unit_counted", code_list="units_counted"),
        Column("subject", code_list="subjects"),
        *_texts("dimension", "code", "dimension_2", "code_2", "kemendagri_code"),
        *_texts("measure", "unit", "qualifier", "base_status", "base_meaning"),
        *_texts("complete", "province_set"),
        Column("value", "number"),
        Column("decimals_at_least", "integer"),
        Column("base", "number", required=False),
        Column("n_observations", "integer"),
        Column("n_pages", "integer"),
        *_texts("source_ids", "check_status"),
    ),
    ("figure_id",),
    {},
)
_OBSERVATIONS = TableDescription(
    "observations",
    (
        Column("observation_id", unique=True),
        *_texts("figure_id", "record_id", "source_id", "page_id", "institution_printed"),
        *_texts("election_printed", "as_of_printed", required=False),
        *_texts("counted_printed", "dimension_printed", "label_printed", "value_printed"),
        *_texts("unit_printed"),
        *_texts("total_printed", "note", "correction_id", required=False),
        *_texts("file"),
    ),
    ("observation_id",),
    {"figure_id": ("figures", "figure_id"), "source_id": ("sources", "source_id")},
)
_CORRECTIONS = TableDescription(
    "corrections",
    (
        Column("correction_id", unique=True),
        *_texts("record_id", "column"),
        *_texts("printed", "corrected", required=False),
        *_texts("reason_id", "reason_en", "source_id"),
    ),
    ("correction_id",),
    {"source_id": ("sources", "source_id")},
)
_UNDECIDED = TableDescription(
    "undecided",
    _texts("record_id", "column", "value", "reason_id", "reason_en"),
    ("record_id", "column"),
    {},
)
_SOURCES = TableDescription(
    "sources",
    (
        Column("source_id", unique=True),
        *_texts("title"),
        *_texts("publisher", "date", "url", required=False),
        *_texts("url_status"),
        *_texts("url_note", required=False),
        *_texts("page_id"),
    ),
    ("source_id",),
    {},
)
_ARTICLES = TableDescription(
    "articles",
    (
        Column("slug", unique=True),
        *_texts("authors", "year", "date", required=False),
        *_texts("title"),
        *_texts("venue", "volume", "issue", "pages", "url", "licence", required=False),
        *_texts("language"),
    ),
    ("slug",),
    {},
)
_ARTICLE_TABLES = TableDescription(
    "article_tables",
    (
        Column("table_id", unique=True),
        *_texts("article"),
        *_texts("printed_label", "place", required=False),
        *_texts("title_id", "title_en"),
        *_texts("printed_source", required=False),
        *_texts("status"),
        *_texts("file", "columns", "row_column", required=False),
        *_texts("second_source", "note_id", "note_en", required=False),
    ),
    ("table_id",),
    {"article": ("articles", "slug")},
)
_ARTICLE_CELLS = TableDescription(
    "article_cells",
    (
        *_texts("table_id"),
        Column("row_number", "integer"),
        *_texts("row", "column", "printed"),
        Column("value", "number", required=False),
    ),
    ("table_id", "row_number", "column"),
    {"table_id": ("article_tables", "table_id")},
)
_ARTICLE_NUMBERS = TableDescription(
    "article_numbers",
    (
        Column("number_id", unique=True),
        *_texts("article"),
        Column("order", "integer"),
        *_texts("section", "section_en"),
        Column("paragraph", "integer"),
        *_texts("printed", "kind"),
        Column("value_text", required=False),
        Column("value", "number", required=False),
        *_texts("unit", required=False),
        *_texts("label_id", "label_en"),
        *_texts("stage", "table_id", "cited_source", "note", required=False),
    ),
    ("number_id",),
    {"article": ("articles", "slug")},
)
_ARTICLE_LINKS = TableDescription(
    "article_links",
    (
        *_texts("number_id", "table_id", "row", "column", required=False),
        *_texts("record_id", "figure_id", "relation"),
        *_texts("note_id", "note_en", required=False),
    ),
    ("number_id", "table_id", "row", "column", "record_id"),
    {"figure_id": ("figures", "figure_id")},
)
_ARTICLE_SUMS = TableDescription(
    "article_sums",
    (
        Column("check_id", unique=True),
        *_texts("article"),
        *_texts("table_id", required=False),
        *_texts("kind", "terms"),
        *_texts("printed_total", required=False),
        *_texts("statement_id", "statement_en"),
    ),
    ("check_id",),
    {"article": ("articles", "slug")},
)
_ARTICLE_LAWS = TableDescription(
    "article_laws",
    (*_texts("number_id", "law_id", "relation"), *_texts("note_id", "note_en", required=False)),
    ("number_id", "law_id"),
    {"number_id": ("article_numbers", "number_id"), "law_id": ("laws", "law_id")},
)
_LAWS = TableDescription(
    "laws",
    (
        Column("law_id", unique=True),
        *_texts("kind", "number", "year"),
        *_texts("short_title_id", "short_title_en", "enacted", "in_force_from", required=False),
        *_texts("in_force_to", "replaced_by", required=False),
        *_texts("institution"),
        *_texts("provision_on_neutrality", "sanction", required=False),
        *_texts("source_id"),
    ),
    ("law_id",),
    {},
)
_ACTS = TableDescription(
    "skb_acts",
    (
        Column("act_id", unique=True),
        *_texts("part"),
        Column("order", "integer"),
        *_texts("act_id_label", "act_en", "stage_of_election"),
        *_texts("norm_broken", required=False),
        *_texts("sanction_class", "source_id"),
    ),
    ("act_id",),
    {},
)
_ELECTIONS = TableDescription(
    "elections",
    (
        Column("election", unique=True),
        *_texts("voting_date", "nomination_from", "nomination_to", "candidates_set"),
        *_texts("campaign_from", "campaign_to", "areas", "source_id"),
    ),
    ("election",),
    {},
)

TABLES = {
    table.name: table
    for table in (
        _FIGURES,
        _OBSERVATIONS,
        _CORRECTIONS,
        _UNDECIDED,
        _SOURCES,
        _ARTICLES,
        _ARTICLE_TABLES,
        _ARTICLE_CELLS,
        _ARTICLE_NUMBERS,
        _ARTICLE_LINKS,
        _ARTICLE_SUMS,
        _ARTICLE_LAWS,
        _LAWS,
        _ACTS,
        _ELECTIONS,
    )
}


def describe_tables() -> list[TableDescription]:
    """List the processed tables.

    Returns
    -------
    list of TableDescription
        In the order of the codebook.

    Examples
    --------
    >>> [table.name for table in describe_tables()][:2]
    ['figures', 'observations']
    """
    return list(TABLES.values())


def validate(name: str, frame: pd.DataFrame, origin: RawTable | None = None) -> pd.DataFrame:
    """Check a processed table against its description, all faults at once.

    Parameters
    ----------
    name
        Name of the table.
    frame
        Its rows.
    origin
        The raw file that holds the same rows, if one does; problems then name its rows.

    Returns
    -------
    pandas.DataFrame
        The table with its columns in order and of the right types.

    Raises
    ------
    InputError
        If a cell is empty where it must be filled, has the wrong type, or repeats a key.
    """
    table = TABLES[name]
    ordered = frame.reindex(columns=[column.name for column in table.columns]).reset_index(
        drop=True
    )
    try:
        return _schema(table).validate(ordered, lazy=True)
    except pa.errors.SchemaErrors as errors:
        problems = _problems(table, errors.failure_cases, origin)
        raise InputError(problems) from errors


def _problems(
    table: TableDescription, failures: pd.DataFrame, origin: RawTable | None
) -> list[Problem]:
    """Translate pandera's failures to the rows of the table, each cell once."""
    problems: dict[tuple[int | None, str], Problem] = {}
    for case in failures.to_dict("records"):
        check, column = str(case["check"]), str(case["column"] or "")
        key, expected = next(
            (keys for words, keys in _FAULTS.items() if words in check),
            ("problem.schema", "expected.schema"),
        )
        if key == "problem.repeated_id" and column not in _names(table):
            column = table.primary_key[-1]
        index = None if pd.isna(case["index"]) else int(case["index"])
        problems.setdefault(
            (index, column),
            Problem(
                key,
                file=origin.file if origin else f"{table.name}.csv",
                row=None if index is None else origin.rows[index][0] if origin else index + 2,
                column=column,
                value=str(case["failure_case"]),
                expected=expected,
                params={"rule": check},
            ),
        )
    return list(problems.values())


def _names(table: TableDescription) -> list[str]:
    return [column.name for column in table.columns]


def _schema(table: TableDescription) -> pa.DataFrameSchema:
    types = {"string": str, "integer": "int64", "number": "float64"}
    columns = {}
    for column in table.columns:
        filled = pa.Check.str_length(min_value=1) if column.kind == "string" else None
        columns[column.name] = pa.Column(
            types[column.kind],
            checks=filled if column.required else None,
            nullable=column.kind == "number" and not column.required,
            unique=column.unique,
            coerce=True,
        )
    return pa.DataFrameSchema(columns, strict=True, unique=list(table.primary_key))
