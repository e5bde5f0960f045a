"""Several names in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from netralitas_research.language.languages import require_language


def format_list(parts: Sequence[str], language: str) -> str:
    """Join the parts of a list as a sentence does.

    Parameters
    ----------
    parts
        The parts, in order.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The parts with commas and a conjunction.

    Raises
    ------
    UsageError
        If the language is not one of the two.

    Examples
    --------
    >>> format_list(["KASN", "BKN", "Bawaslu"], "en"), format_list(["KASN", "BKN"], "id")
    ('KASN, BKN, and Bawaslu', 'KASN dan BKN')
    """
    from babel.lists import format_list as join

    require_language(language)
    text: str = join(list(parts), locale=language)
    return text
