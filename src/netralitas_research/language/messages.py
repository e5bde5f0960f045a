"""Sentences and words in each language, from the catalogues in ``locales``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, cached_property
from numbers import Real
from pathlib import Path

from netralitas_research.language.dates import PartialDate, format_date
from netralitas_research.language.languages import LANGUAGES, require_language
from netralitas_research.language.numbers import format_number

__all__ = ["LANGUAGES", "LOCALES", "Translator", "headings", "translator"]

LOCALES = Path(__file__).parent / "locales"


class Translator:
    """Makes sentences of message keys in one language.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    folder
        Holds a folder of ``.po`` files for each language; they are read at the first sentence.

    Raises
    ------
    UsageError
        If the study does not speak the language.
    """

    def __init__(self, language: str, folder: Path = LOCALES) -> None:
        require_language(language)
        self.language = language
        self._folder = folder

    @cached_property
    def messages(self) -> Mapping[str, str]:
        """Every message of the language, by its key."""
        messages: dict[str, str] = {}
        for catalogue in sorted((self._folder / self.language).glob("*.po")):
            domain = _read_catalogue(catalogue)
            repeated = sorted(messages.keys() & domain.keys())
            if repeated:
                raise ValueError(f"{catalogue.name} repeats keys of another domain: {repeated}")
            messages |= domain
        return messages

    def __call__(self, key: str, /, **params: object) -> str:
        """Make the sentence of a message.

        Parameters
        ----------
        key
            The key of the message.
        **params
            Values of its placeholders. Numbers and partial dates are written as the language
            writes them; years and codes are passed as text. More than are needed may be given.

        Returns
        -------
        str
            The sentence.

        Raises
        ------
        KeyError
            If there is no such message, or a placeholder has no value.

        Examples
        --------
        >>> Translator("id")("qualifier.about", number=1200)
        'sekitar 1.200'
        """
        if key not in self.messages:
            raise KeyError(f"no message {key!r} in language {self.language!r}")
        return self.fill(self.messages[key], **params)

    def fill(self, text: str, /, **params: object) -> str:
        """Fill the placeholders of a text that stands in the data instead of a catalogue.

        Parameters
        ----------
        text
            The text, with placeholders in braces.
        **params
            Their values, written as the language writes them; more than are needed may be given.

        Returns
        -------
        str
            The text with its values.

        Raises
        ------
        KeyError
            If a placeholder has no value.

        Examples
        --------
        >>> Translator("id").fill("skornya {score}", score=22.98)
        'skornya 22,98'
        """
        return text.format_map({name: self._write(value) for name, value in params.items()})

    def _write(self, value: object) -> object:
        if isinstance(value, PartialDate):
            return format_date(value, self.language)
        if isinstance(value, Real | Decimal):
            return format_number(value, self.language)
        return value


@cache
def translator(language: str) -> Translator:
    """Get the translator of a language.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    Translator
        The same one for each call.

    Raises
    ------
    UsageError
        If the study does not speak the language.

    Examples
    --------
    >>> translator("en")("word.unknown")
    'Unknown'
    """
    return Translator(language)


def headings(language: str, domain: str, *columns: str) -> dict[str, str]:
    """Head the columns of a table.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    domain
        Where the headings stand, as messages ``<domain>.heading.<column>``.
    *columns
        Names of columns.

    Returns
    -------
    dict of str to str
        A heading for each column, in the given order.

    Raises
    ------
    KeyError
        If the domain has no heading for a column.
    UsageError
        If the study does not speak the language.

    Examples
    --------
    >>> headings("en", "claims", "statement", "verdict_label")
    {'statement': 'Claim', 'verdict_label': 'Verdict'}
    """
    text = translator(language)
    return {column: text(f"{domain}.heading.{column}") for column in columns}


def _read_catalogue(path: Path) -> dict[str, str]:
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    return {message.id: message.string for message in catalogue if message.id and message.string}
