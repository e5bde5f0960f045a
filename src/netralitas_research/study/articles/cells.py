"""The cells of the articles' tables: their numbers, their rows in words, their coded contents."""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.codelists.regions import match_region, region_label
from netralitas_research.errors import UsageError
from netralitas_research.language import translator
from netralitas_research.study.processed import load

FORMS = "Pelanggaran"
"""Heading of a column of forms of violation, as printed."""

_PROVINCES, _AREAS = "Provinsi", "Kabupaten/Kota"


def rows_of(name: str, column: str, value: str, error: str) -> pd.DataFrame:
    """Choose the rows of a processed table that hold a value, which must be there.

    Parameters
    ----------
    name
        Name of the processed table.
    column, value
        The column and the value.
    error
        Message key of the error.

    Returns
    -------
    pandas.DataFrame
        The rows.

    Raises
    ------
    UsageError
        If there is none; the error names the values that there are.

    Examples
    --------
    >>> len(rows_of("articles", "slug", "banten", "error.article"))
    1
    """
    rows = load(name)
    chosen = rows[rows[column].eq(value)]
    if chosen.empty:
        known = ", ".join(rows[column].unique())
        raise UsageError(error, name=value, known=known)
    return chosen


def cells_of(table_id: str) -> pd.DataFrame:
    """List the cells of a table that survives, row by row.

    Parameters
    ----------
    table_id
        Id of the table.

    Returns
    -------
    pandas.DataFrame
        Rows of the processed table ``article_cells``.

    Raises
    ------
    UsageError
        If there is no such table, or nothing of it survives.

    Examples
    --------
    >>> len(cells_of("banten-tabel-1"))
    20
    """
    return rows_of("article_cells", "table_id", table_id, "error.article_table")


def number_columns(table_id: str) -> list[str]:
    """Name the columns of a table that hold numbers.

    Parameters
    ----------
    table_id
        Id of the table.

    Returns
    -------
    list of str
        Names of columns as printed.

    Examples
    --------
    >>> number_columns("banten-tabel-1")
    ['Skor Kerawanan Netralitas ASN']
    """
    cells = cells_of(table_id)
    return cells.loc[cells["value"].notna(), "column"].unique().tolist()


def column_values(table_id: str, column: str, language: str) -> pd.DataFrame:
    """Read one column of numbers of a table, with the share of each in their sum.

    Parameters
    ----------
    table_id, column
        Id of the table and name of the column as printed.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a printed row: ``row`` and ``label``, ``printed``, ``value``, ``share`` in
        percent.

    Raises
    ------
    UsageError
        If there is no such table or column.

    Examples
    --------
    >>> forms = column_values("banten-tabel-2-1", "Jumlah ASN Tereport", "en")
    >>> float(forms["value"].sum()), float(forms["share"].iloc[0].round(1))
    (366.0, 35.5)
    """
    cells = cells_of(table_id)
    chosen = cells[cells["column"].eq(column)].reset_index(drop=True)
    if chosen.empty:
        raise UsageError("error.article_column", table=table_id, column=column)
    label = row_labels(table_id, chosen["row"], language)
    share = 100 * chosen["value"] / chosen["value"].sum()
    return chosen[["row", "printed", "value"]].assign(label=label, share=share)


def row_labels(table_id: str, rows: pd.Series, language: str) -> list[str]:
    """Name the rows of a table in a language.

    Parameters
    ----------
    table_id
        Id of the table.
    rows
        Its rows as printed.
    language
        ``id``, which keeps what is printed, or ``en``.

    Returns
    -------
    list of str
        A label a row: of the table itself where it has labels, else of the code list.
    """
    cells = cells_of(table_id)
    own = cells[cells["column"].eq(f"label_{language}")].set_index("row")["printed"]
    if not own.empty:
        return rows.map(own).tolist()
    if language == "id":
        return rows.tolist()
    table = rows_of("article_tables", "table_id", table_id, "error.article_table").iloc[0]
    return [_translated(row, str(table["row_column"]), language) for row in rows]


def coded_rows(table_id: str) -> pd.DataFrame:
    """Put the cells of a table that the study has coded together, row by row.

    Parameters
    ----------
    table_id
        Id of the table.

    Returns
    -------
    pandas.DataFrame
        One row a coded row, in reading order, with the columns of the table as text.

    Raises
    ------
    UsageError
        If there is no such table, or nothing of it survives.

    Examples
    --------
    >>> coded_rows("meaning-dimensions")["dimension"].unique().tolist()
    ['behaviour', 'policy', 'resource']
    """
    cells = cells_of(table_id).pivot(index="row_number", columns="column", values="printed")
    return cells.rename_axis(columns=None).reset_index(drop=True)


def activities(table_id: str, language: str) -> pd.DataFrame:
    """Read a coded matrix: elements, formal or informal ways, and activities in our own words.

    Parameters
    ----------
    table_id
        Id of the table.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an element and way, in the printed order: ``element``, ``model``, ``n``
        activities, and the ``activities`` themselves.

    Raises
    ------
    UsageError
        If there is no such table, or nothing of it survives.

    Examples
    --------
    >>> activities("southeast-sulawesi-tabel-1", "en")["n"].tolist()
    [3, 4, 6, 4, 3, 1]
    """
    text = translator(language)
    coded = coded_rows(table_id)
    grouped = coded.groupby(["element", "model"], sort=False)[f"activity_{language}"]
    return pd.DataFrame(
        {
            "element": text(f"articles.element.{element}"),
            "model": text(f"articles.model.{model}"),
            "n": len(found),
            "activities": "; ".join(found),
        }
        for (element, model), found in grouped
    )


def _translated(row: str, column: str, language: str) -> str:
    """Name a printed row by its code, or keep it as printed where it has none."""
    if column in (_PROVINCES, _AREAS):
        code = match_region(row, kind="province" if column == _PROVINCES else None).code
        return region_label(code, language) if code else row
    if column == FORMS:
        code = codelists.match("acts", row).code
        return codelists.label("acts", code, language) if code else row
    return row
