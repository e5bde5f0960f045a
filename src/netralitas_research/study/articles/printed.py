"""What an article prints: its title, and its tables as they are printed."""

from __future__ import annotations

import pandas as pd

from netralitas_research.language import format_date, translator
from netralitas_research.study.articles.cells import FORMS, cells_of, row_labels, rows_of

LABEL = "row_label"
_ROW_NUMBER = "No."


def about(slug: str, language: str) -> dict[str, str]:
    """Say which article it is.

    Parameters
    ----------
    slug
        Short name of the article, such as ``banten``.
    language
        Language of the date, ``id`` or ``en``.

    Returns
    -------
    dict of str to str
        Its ``title``, ``authors``, ``venue`` and ``date``; what is not known is empty.

    Raises
    ------
    UsageError
        If there is no such article.

    Examples
    --------
    >>> about("banten", "en")["date"]
    '14 August 2025'
    """
    article = rows_of("articles", "slug", slug, "error.article").iloc[0]
    date = format_date(article["date"], language) if article["date"] else ""
    return {
        "title": str(article["title"]),
        "authors": str(article["authors"]),
        "venue": str(article["venue"]),
        "date": date,
    }


def article_tables(slug: str) -> pd.DataFrame:
    """List the tables and pictures of an article, in reading order.

    Parameters
    ----------
    slug
        Short name of the article.

    Returns
    -------
    pandas.DataFrame
        Rows of the processed table ``article_tables``.

    Raises
    ------
    UsageError
        If there is no such article.

    Examples
    --------
    >>> article_tables("banten")["printed_label"].tolist()
    ['Tabel 1', 'Gambar 1', 'Tabel 2.1', 'Tabel 2.2']
    """
    return rows_of("article_tables", "article", slug, "error.article").reset_index(drop=True)


def table_as_printed(table_id: str, language: str) -> pd.DataFrame:
    """Put the cells of a table together as the article prints them.

    Parameters
    ----------
    table_id
        Id of the table.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a printed row, in the printed order, all text as printed; a column ``row_label``
        names the row in the language.

    Raises
    ------
    UsageError
        If there is no such table, or nothing of it survives.

    Examples
    --------
    >>> table_as_printed("banten-tabel-1", "en").iloc[0].tolist()
    ['North Maluku', 'Maluku Utara', '100']
    """
    cells = cells_of(table_id)
    columns = cells["column"].unique().tolist()
    wide = cells.pivot(index=["row_number", "row"], columns="column", values="printed")[columns]
    wide = wide.rename_axis(columns=None).reset_index()
    wide.insert(0, LABEL, row_labels(table_id, wide["row"], language))
    return wide[[LABEL, *columns]]


def printed_headings(table_id: str, language: str) -> dict[str, str]:
    """Head the columns of a table as printed, without its row numbers.

    Parameters
    ----------
    table_id
        Id of the table.
    language
        ``id`` or ``en``; in English the rows are named in English, and printed labels that are
        not names of regions are kept beside them.

    Returns
    -------
    dict of str to str
        Headings of columns of `table_as_printed`, in the order of a reader.

    Examples
    --------
    >>> printed_headings("banten-tabel-1", "id")
    {'Provinsi': 'Provinsi', 'Skor Kerawanan Netralitas ASN': 'Skor Kerawanan Netralitas ASN'}
    >>> list(printed_headings("banten-tabel-2-1", "en"))
    ['row_label', 'Pelanggaran', 'Jumlah ASN Tereport']
    """
    text = translator(language)
    table = rows_of("article_tables", "table_id", table_id, "error.article_table").iloc[0]
    names = str(table["columns"]).split(";")
    key = table_id.replace("-", "_")
    headings = {
        name: text(f"articles.{key}.column_{place}")
        for place, name in enumerate(names, start=1)
        if name != _ROW_NUMBER
    }
    if language == "id":
        return headings
    own = str(table["row_column"])
    printed = headings.pop(own)
    if own == FORMS:
        return {LABEL: text("articles.heading.row_label"), own: printed} | headings
    return {LABEL: printed} | headings
