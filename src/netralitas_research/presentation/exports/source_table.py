"""The sources that exported tables cite, as one more table."""

from __future__ import annotations

import pandas as pd

from netralitas_research.language import format_date, translator
from netralitas_research.presentation.exports.content import Content
from netralitas_research.presentation.tables import table

_COLUMNS = ("source_id", "publisher", "title", "date", "url")


def source_table(sources: pd.DataFrame, ids: set[str], language: str) -> list[Content]:
    """List the sources that are cited, by the id that stands in the cells.

    Parameters
    ----------
    sources
        Rows of the processed table of sources: ``source_id``, ``publisher``, ``title``, ``date``
        and ``url``.
    ids
        The ids that are cited; words that are no id are passed over.
    language
        ``id`` or ``en``.

    Returns
    -------
    list of Content
        The table, or nothing if no source is cited.

    Examples
    --------
    >>> frame = pd.DataFrame([{"source_id": "a", "title": "T", "publisher": "P",
    ...                        "date": "2020", "url": ""}])
    >>> [one.name for one in source_table(frame, {"a"}, "en")], source_table(frame, set(), "en")
    (['sources'], [])
    """
    text = translator(language)
    wanted = sources[sources["source_id"].isin(ids)].drop_duplicates("source_id").fillna("")
    if wanted.empty:
        return []
    dates = [format_date(date, language) if date else "" for date in wanted["date"]]
    shown = table(
        wanted.assign(date=dates).sort_values("source_id"),
        language=language,
        columns={column: text(f"exports.source.{column}") for column in _COLUMNS},
        caption=text("exports.sources"),
        name="sources",
    )
    return [shown.content]
