"""How the names of methods are understood: as the literature writes them, in every family."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from netralitas_research.errors import UsageError

Name = TypeVar("Name", bound=str)

_JOINING = ("and", "dan")
"""Words that say no more than ``&``."""


def read_method(
    given: object,
    known: Sequence[Name],
    also: Mapping[str, Name] | None = None,
    argument: str = "method",
) -> Name:
    """Give the name of a method, or of another choice in words, as it is written here.

    Case, accents, spaces, hyphens, underscores and ``&`` make no difference: ``Mid-P`` is
    ``mid_p``, ``Quesenberry & Hurst`` is ``quesenberry_hurst``.

    Parameters
    ----------
    given
        The name as typed.
    known
        The names that are written here, all that are offered.
    also
        Further names of some of them, such as ``{"garwood": "exact"}``.
    argument
        What is chosen, as the user calls it.

    Returns
    -------
    str
        One of the known names.

    Raises
    ------
    UsageError
        If there is no such name; the message lists those that are, and the nearest.

    Examples
    --------
    >>> read_method("Sison–Glaz", ["goodman", "sison_glaz"])
    'sison_glaz'
    >>> read_method("Benjamini-Hochberg", ["holm", "bh"], {"benjamini_hochberg": "bh"})
    'bh'
    """
    names = {_plain(name): name for name in known}
    names |= {_plain(other): name for other, name in (also or {}).items()}
    plain = _plain(given) if isinstance(given, str) else ""
    if plain in names:
        return names[plain]
    params = {"argument": argument, "name": str(given), "known": ", ".join(known)}
    near = get_close_matches(plain, names, n=1)
    if not near:
        raise UsageError("error.method", **params)
    raise UsageError("error.method_nearest", nearest=names[near[0]], **params)


def _plain(name: str) -> str:
    """Keep what tells names apart: letters and digits, without accents and case."""
    letters = unicodedata.normalize("NFKD", name)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = re.split(r"[\W_]+", kept.casefold())
    return "".join(word for word in words if word not in _JOINING)
