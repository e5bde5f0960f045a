"""From a printed wording to a code: code, label and alias first, nearness only as a last resort."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

Method = Literal["code", "exact", "alias", "fuzzy", "none"]

FUZZY_AT_LEAST = 90.0
FUZZY_MARGIN = 5.0
CANDIDATES = 3

_NOT_WORD = re.compile(r"[\W_]+")
_DECISIVE = re.compile(r"\b(?:\d+|tidak|belum|bukan|non|tanpa)\b")


@dataclass(frozen=True)
class Candidate:
    """A code that a wording may mean, with its nearness from 0 to 100."""

    code: str
    label: str
    score: float


@dataclass(frozen=True)
class Match:
    """What a wording means: a code and how it was found, else the nearest candidates."""

    code: str | None
    method: Method
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Names:
    """The names of one list, normalised, each with the codes that it stands for.

    Attributes
    ----------
    codes
        The codes as they are written, by their form in small letters.
    exact, aliases
        Codes by normalised label and by normalised alias.
    labels
        The label that a candidate shows, by code.
    """

    codes: Mapping[str, str]
    exact: Mapping[str, frozenset[str]]
    aliases: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]


def normalise(text: str) -> str:
    """Reduce a wording to its letters and digits, so that writing habits do not matter.

    Parameters
    ----------
    text
        Wording as printed.

    Returns
    -------
    str
        Small letters without accents, words joined by one space, ``&`` read as *dan*.

    Examples
    --------
    >>> normalise("  Camat/Lurah (kepala  wilayah)")
    'camat lurah kepala wilayah'
    """
    plain = unicodedata.normalize("NFKD", text.replace("&", " dan ")).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_WORD.sub(" ", letters).strip()


def find(text: str, names: Names) -> Match:
    """Find the code that a wording means.

    Parameters
    ----------
    text
        Wording as printed.
    names
        The names of the list.

    Returns
    -------
    Match
        A code found as code, label (``exact``), alias, or by nearness of at least 90 with a
        margin of 5 to the next code (``fuzzy``); else no code and the three nearest candidates.
        A name with another number or another negation is never more than a candidate.

    Examples
    --------
    >>> names = Names({}, {"camat": frozenset({"camat"})}, {}, {"camat": "Camat"})
    >>> find("CAMAT", names).code
    'camat'
    """
    code = names.codes.get(text.strip().casefold())
    if code is not None:
        return Match(code, "code")
    wording = normalise(text)
    if not wording:
        return Match(None, "none")
    methods: tuple[tuple[Method, Mapping[str, frozenset[str]]], ...] = (
        ("exact", names.exact),
        ("alias", names.aliases),
    )
    for method, known in methods:
        found = sorted(known.get(wording, ()))
        if len(found) == 1:
            return Match(found[0], method)
        if found:
            return Match(None, "none", tuple(Candidate(c, names.labels[c], 100.0) for c in found))
    return _nearest(wording, names)


def _nearest(wording: str, names: Names) -> Match:
    scores: dict[str, float] = {}
    for known in (names.exact, names.aliases):
        for name, nearness, _ in process.extract(
            wording, list(known), scorer=fuzz.ratio, limit=None
        ):
            agree = _DECISIVE.findall(name) == _DECISIVE.findall(wording)
            score = nearness if agree else min(nearness, FUZZY_AT_LEAST - 1)
            for code in known[name]:
                scores[code] = max(score, scores.get(code, 0.0))
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    candidates = tuple(
        Candidate(code, names.labels[code], round(scores[code], 1)) for code in ranked[:CANDIDATES]
    )
    if not candidates or candidates[0].score < FUZZY_AT_LEAST:
        return Match(None, "none", candidates)
    second = candidates[1].score if len(candidates) > 1 else 0.0
    if candidates[0].score - second < FUZZY_MARGIN:
        return Match(None, "none", candidates)
    return Match(candidates[0].code, "fuzzy", candidates)
