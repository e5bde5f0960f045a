"""The printed numbers of an article in reading order, each beside what the data give."""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.language import translator
from netralitas_research.study.articles.cells import cells_of, row_labels
from netralitas_research.study.articles.legal import describe_laws, in_force, named_laws
from netralitas_research.study.articles.links import Beside, describe, linked_figures
from netralitas_research.study.processed import load

_MENTIONED = ("date", "year", "list_count")


def numbers_beside_data(slug: str, language: str) -> pd.DataFrame:
    """Put the data beside every number that the text of an article prints.

    Parameters
    ----------
    slug
        Short name of the article, such as ``banten``.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a number in reading order: ``number_id``, ``order``, ``section``,
        ``section_label``, ``paragraph``, ``kind``, ``group`` (``claim``, ``law`` or ``mention``:
        dates, years and list counts that claim nothing), ``label`` and ``numbered``, the
        label with its place in the article, ``printed``, ``value``, and the fields of `Beside`.

    Raises
    ------
    UsageError
        If there is no such article.

    Examples
    --------
    >>> numbers = numbers_beside_data("banten", "id").set_index("number_id")
    >>> numbers.loc["banten-n012", ["printed", "data"]].tolist()
    ['22,98', '22,98 (21 September 2023)']
    """
    numbers = load("article_numbers")
    chosen = numbers[numbers["article"].eq(slug)].sort_values("order")
    if chosen.empty:
        known = ", ".join(load("articles")["slug"])
        raise UsageError("error.article", name=slug, known=known)
    links, laws = linked_figures(), named_laws()
    rows = []
    for number in chosen.to_dict("records"):
        found = links[links["number_id"].eq(number["number_id"])]
        named = laws[laws["number_id"].eq(number["number_id"])]
        if found.empty and not named.empty:
            beside = describe_laws(named, slug, language)
        else:
            is_rank = number["kind"] == "rank"
            beside = describe(found, number["value"], language, is_rank=is_rank)
        rows.append(
            {
                "number_id": number["number_id"],
                "order": number["order"],
                "section": number["section"],
                "section_label": number["section" if language == "id" else "section_en"],
                "paragraph": number["paragraph"],
                "kind": number["kind"],
                "group": _group(str(number["kind"]), beside),
                "label": number[f"label_{language}"],
                "numbered": f"{number['order']}. {number[f'label_{language}']}",
                "printed": number["printed"],
                "value": number["value"],
                **asdict(beside),
            }
        )
    return pd.DataFrame(rows)


def claims(numbers: pd.DataFrame, section: str, first: int = 1, last: int = 99) -> pd.DataFrame:
    """Choose the claims of a section, or of some of its paragraphs.

    Parameters
    ----------
    numbers
        As `numbers_beside_data` gives them.
    section
        The section.
    first, last
        Its first and last paragraph to take.

    Returns
    -------
    pandas.DataFrame
        Rows of `numbers` that are claims.

    Raises
    ------
    UsageError
        If there is no claim in those paragraphs.

    Examples
    --------
    >>> claims(numbers_beside_data("banten", "en"), "pilar")["order"].tolist()
    [22, 23, 24, 25, 26, 27, 28]
    """
    inside = numbers["section"].eq(section) & numbers["paragraph"].between(first, last)
    chosen = numbers[inside & numbers["group"].eq("claim")]
    if chosen.empty:
        raise UsageError("error.no_claims", section=section, first=first, last=last)
    return chosen


def mentions(numbers: pd.DataFrame) -> pd.DataFrame:
    """Choose the dates, years and list counts that claim nothing of the data.

    Parameters
    ----------
    numbers
        As `numbers_beside_data` gives them.

    Returns
    -------
    pandas.DataFrame
        Rows of `numbers`.

    Examples
    --------
    >>> mentions(numbers_beside_data("banten", "en"))["order"].tolist()[:4]
    [1, 2, 3, 4]
    """
    return numbers[numbers["group"].eq("mention")]


def law_mentions(numbers: pd.DataFrame, language: str) -> pd.DataFrame:
    """Choose the laws and articles of laws that the text names.

    Parameters
    ----------
    numbers
        As `numbers_beside_data` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        Rows of `numbers`, with a column ``in_force``.

    Examples
    --------
    >>> laws = law_mentions(numbers_beside_data("banten", "en"), "en")
    >>> laws["in_force"].iloc[0]
    'since 31 October 2023'
    """
    named = named_laws().drop_duplicates("number_id").set_index("number_id")
    written = {
        number_id: in_force(law, language) for number_id, law in named.to_dict("index").items()
    }
    chosen = numbers[numbers["group"].eq("law")]
    return chosen.assign(in_force=chosen["number_id"].map(written).fillna(""))


def cells_beside_data(table_id: str, column: str, language: str) -> pd.DataFrame:
    """Put the data beside every number of a column of a table.

    Parameters
    ----------
    table_id, column
        Id of the table and name of the column as printed.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a cell, in the printed order: ``row``, ``label``, ``printed``, ``value``, and the
        fields of `Beside`. What is linked to the whole table comes last.

    Raises
    ------
    UsageError
        If there is no such table or column.

    Examples
    --------
    >>> cells = cells_beside_data("banten-tabel-1", "Skor Kerawanan Netralitas ASN", "en")
    >>> cells["agrees"].unique().tolist()
    ['yes', 'partly']
    """
    cells = cells_of(table_id)
    cells = cells[cells["column"].eq(column)]
    if cells.empty:
        raise UsageError("error.article_column", table=table_id, column=column)
    links = linked_figures()
    links = links[links["table_id"].eq(table_id) & links["number_id"].eq("")]
    labels = row_labels(table_id, cells["row"], language)
    rows = []
    for cell, label in zip(cells.to_dict("records"), labels, strict=True):
        found = links[links["row"].eq(cell["row"]) & links["column"].eq(column)]
        printed = {key: cell[key] for key in ("row", "printed", "value")}
        rows.append(printed | {"label": label} | asdict(describe(found, cell["value"], language)))
    whole = links[links["row"].eq("")]
    if not whole.empty:
        label = translator(language)("articles.whole_table")
        beside = asdict(describe(whole, float("nan"), language))
        rows.append({"row": "", "printed": "", "value": float("nan"), "label": label} | beside)
    return pd.DataFrame(rows)


def _group(kind: str, beside: Beside) -> str:
    if kind == "law":
        return "law"
    return "mention" if kind in _MENTIONED and beside.relation == "none" else "claim"
