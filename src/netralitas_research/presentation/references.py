"""The list of sources of a report, with an anchor for each citation."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from netralitas_research.language import Translator, format_date, translator
from netralitas_research.presentation.markup import Html


@dataclass(frozen=True)
class Sources(Html):
    """A numbered list of sources, ready to be shown in a notebook."""


def sources(frame: pd.DataFrame, language: str) -> Sources:
    """List sources by publisher and date.

    Parameters
    ----------
    frame
        Rows of the processed table of sources: ``source_id``, ``title``, ``publisher``,
        ``date`` (ISO, as far as it is known), ``url`` and ``url_status``.
    language
        Language of the dates and remarks, ``id`` or ``en``.

    Returns
    -------
    Sources
        A numbered list. A title is a link when its address is complete; an address that is
        not is said to be incomplete.

    Examples
    --------
    >>> frame = pd.DataFrame([{"source_id": "a", "title": "T", "publisher": "P",
    ...                        "date": "2020", "url": "", "url_status": "none"}])
    >>> 'id="source-a"' in sources(frame, "en").html
    True
    """
    text = translator(language)
    rows = frame.fillna("").drop_duplicates("source_id").astype(str)
    records = sorted(
        rows.to_dict("records"),
        key=lambda row: (row["publisher"].casefold(), row["date"], row["source_id"]),
    )
    items = [_item(row, language, text) for row in records]
    return Sources("sources", '<ol class="sources">\n' + "\n".join(items) + "\n</ol>")


def _item(row: dict, language: str, text: Translator) -> str:
    date = format_date(row["date"], language) if row["date"] else text("presentation.undated")
    title = f'<cite lang="id">{escape(row["title"])}</cite>'
    remark = ""
    if row["url_status"] == "complete" and row["url"].startswith(("https://", "http://")):
        title = f'<a href="{escape(row["url"])}">{title}</a>'
    elif row["url_status"] == "incomplete":
        remark = f" {text('presentation.address_incomplete', address=escape(row['url']))}"
    else:
        remark = f" {text('presentation.address_none')}"
    publisher = f'<span class="publisher">{escape(row["publisher"])}</span>'
    return f'<li id="source-{escape(row["source_id"])}">{publisher}. {title}. {date}.{remark}</li>'
