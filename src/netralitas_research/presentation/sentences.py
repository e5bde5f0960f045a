"""Sentences of a report, taken from the catalogues so that notebooks hold no logic."""

from __future__ import annotations

from dataclasses import dataclass

from netralitas_research.language import translator
from netralitas_research.presentation.markup import safe


@dataclass(frozen=True)
class Prose:
    """Markdown text that a notebook shows as the last line of a cell."""

    markdown: str

    def _repr_markdown_(self) -> str:
        return self.markdown


def prose(key: str, language: str, **params: object) -> Prose:
    """Write a sentence or a paragraph of the report.

    Parameters
    ----------
    key
        Key in the catalogue ``reports.po``.
    language
        ``id`` or ``en``.
    **params
        Values of the placeholders. Numbers are written in the form of the language; text is
        escaped, except for links made by `cite`.

    Returns
    -------
    Prose
        The text as Markdown.

    Raises
    ------
    KeyError
        If the catalogue of the language lacks the key.

    Examples
    --------
    >>> prose("presentation.contents", "en").markdown
    'Contents'
    """
    shown = {name: safe(v) if isinstance(v, str) else v for name, v in params.items()}
    return Prose(translator(language)(key, **shown))
