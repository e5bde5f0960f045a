"""Whole pages: a report from its executed notebook, and the index of all reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from netralitas_research.language import LANGUAGES, translator
from netralitas_research.presentation.body import TEMPLATES, read_body


class Document(Protocol):
    """What a page says about the report that it shows."""

    @property
    def group(self) -> str:
        """Folder of the report under the reports, such as ``articles``."""

    @property
    def stem(self) -> str:
        """Name of the report's file without language and ending, such as ``banten``."""

    @property
    def notebook(self) -> Path:
        """The notebook, relative to the folder of the study."""

    @property
    def command(self) -> str:
        """The command that builds the report again."""


@dataclass(frozen=True)
class Entry:
    """One report in the index.

    Attributes
    ----------
    group, stem
        Folder and name of the report.
    title
        Its title.
    href
        Its address, relative to the index.
    description
        What it is about; may be empty.
    """

    group: str
    stem: str
    title: str
    href: str
    description: str = ""


def render_page(
    executed_notebook: Path,
    *,
    document: Document,
    language: str,
    data_version: str = "",
    languages: Sequence[str] = LANGUAGES,
) -> str:
    """Make the page of a report from its executed notebook.

    Parameters
    ----------
    executed_notebook
        The notebook with its outputs.
    document
        Where the report belongs and how it is made.
    language
        ``id`` or ``en``.
    data_version
        Version of the processed data, for the foot of the page.
    languages
        Languages that the report is built in; where the other one is not among them, the page
        links to the index of that language instead.

    Returns
    -------
    str
        A complete page that asks for nothing from outside; its links to sources are the only
        addresses in it.

    Raises
    ------
    DocumentError
        If the notebook shows no title, or cites a source that it does not list.
    """
    text = translator(language)
    body = read_body(
        executed_notebook, language=language, document=f"{document.group}/{document.stem}"
    )
    other = _other(language)
    up = "../" * len(PurePosixPath(document.group).parts)
    sibling = f"{document.stem}.{other}.html"
    return _render(
        "page.html.jinja",
        language,
        title=body.title,
        description=body.description,
        group=text(f"presentation.group.{document.group}"),
        sections=body.sections,
        body=Markup(body.html),
        index_page=up + _index_name(language),
        other_page=sibling if other in languages else up + _index_name(other),
        notebook=PurePosixPath(document.notebook).as_posix(),
        command=document.command,
        data_version=data_version,
    )


def render_index(entries: Sequence[Entry], language: str) -> str:
    """Make the page that lists all reports.

    Parameters
    ----------
    entries
        The reports, those of a group one after another.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        A complete page.

    Examples
    --------
    >>> banten = Entry("articles", "banten", "Banten", "articles/banten.id.html")
    >>> '<a href="articles/banten.id.html">Banten</a>' in render_index([banten], "id")
    True
    """
    text = translator(language)
    groups = [
        {"name": name, "heading": text(f"presentation.group.{name}"), "entries": list(members)}
        for name, members in groupby(entries, key=lambda entry: entry.group)
    ]
    return _render(
        "index.html.jinja",
        language,
        title=text("presentation.index_title"),
        description=text("presentation.index_introduction"),
        groups=groups,
        other_page=_index_name(_other(language)),
    )


def _render(template: str, language: str, **values: Any) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            text=translator(language),
            language=language,
            other=_other(language),
            **values,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def _other(language: str) -> str:
    return next(other for other in LANGUAGES if other != language)


def _index_name(language: str) -> str:
    return "index.html" if language == LANGUAGES[0] else f"index.{language}.html"
