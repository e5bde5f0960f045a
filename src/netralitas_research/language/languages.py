"""The languages that the study speaks."""

from __future__ import annotations

from netralitas_research.errors import UsageError

LANGUAGES = ("id", "en")


def require_language(language: str) -> None:
    """Refuse a language that the study does not speak.

    Parameters
    ----------
    language
        A language code.

    Raises
    ------
    UsageError
        If the code is not one of `LANGUAGES`.

    Examples
    --------
    >>> require_language("id")
    """
    if language not in LANGUAGES:
        raise UsageError("error.language", language=language, languages=", ".join(LANGUAGES))
