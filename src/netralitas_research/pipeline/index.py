"""The index of the reports, in each language."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from netralitas_research.pipeline.documents import Document
from netralitas_research.pipeline.reports import index_files, page_file


def write_index(documents: Sequence[Document], reports: Path) -> None:
    """Write the index of each language.

    Parameters
    ----------
    documents
        The documents in their order; those that were not built are left out.
    reports
        Folder of the reports.
    """
    from netralitas_research.presentation.page import Entry, render_index

    for language, target in index_files(reports).items():
        entries = []
        for document in documents:
            page = page_file(reports, document)
            if document.language == language and page.is_file():
                head = read_head(page.read_text(encoding="utf-8"))
                entries.append(
                    Entry(
                        group=document.group,
                        stem=document.stem,
                        title=head.get("title", document.report),
                        href=f"{document.name}.html",
                        description=head.get("description", ""),
                    )
                )
        draft = target.with_name(f".{target.name}")
        draft.write_bytes(render_index(entries, language).encode())
        draft.replace(target)


def read_head(html: str) -> dict[str, str]:
    """Read title and description of a page.

    Parameters
    ----------
    html
        The page.

    Returns
    -------
    dict of str to str
        What there is of ``title`` and ``description``.

    Examples
    --------
    >>> read_head("<head><title>Banten &amp; co</title></head><body><title>no</title>")
    {'title': 'Banten & co'}
    """
    reader = _HeadReader()
    reader.feed(html.partition("</head>")[0])
    reader.close()
    return reader.found


class _HeadReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self._in_title = tag == "title"
        if tag == "meta" and attributes.get("name") == "description":
            self.found["description"] = attributes.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.found["title"] = self.found.get("title", "") + data
