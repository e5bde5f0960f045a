"""What the processed tables hold: each column with its type, its meaning and its checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

SCHEMA_VERSION = "1.1.0"

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
_NUMBERS_LEFT_OUT = TableDescription(
    "numbers_left_out",
    (Column("number_id", unique=True), *_texts("reason_id", "reason_en")),
    ("number_id",),
    {"number_id": ("article_numbers", "number_id")},
)
_CLAIMS = TableDescription(
    "claims",
    (
        Column("claim_id", unique=True),
        *_texts("article"),
        Column("order", "integer"),
        *_texts("section", "section_en"),
        Column("paragraph", "integer"),
        *_texts("table_id", "numbers", required=False),
        *_texts("kind", "statement_id", "statement_en"),
        *_texts("printed", required=False),
        *_texts("reviewed", "explanation_id", "explanation_en"),
    ),
    ("claim_id",),
    {"article": ("articles", "slug")},
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
        _NUMBERS_LEFT_OUT,
        _CLAIMS,
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
