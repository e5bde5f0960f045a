"""Regions of Indonesia: from a printed name to a Kemendagri code, and from a code to its name."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from netralitas_research.codelists.gazetteer import Kind, gazetteer, name_key, read_name
from netralitas_research.codelists.matching import (
    CANDIDATES,
    FUZZY_AT_LEAST,
    FUZZY_MARGIN,
    Candidate,
    Match,
    normalise,
)

ProvinceSet = Literal["34", "38"]

NATION = "ID"
SHORTEST_FUZZY = 6
SUGGESTED_AT_LEAST = 70.0

_NATION_LABEL = "Indonesia"
_NATION_ALIASES = frozenset({"nasional", "national", "republikindonesia"})
_DIRECTIONS = frozenset({"utara", "selatan", "barat", "timur", "tengah", "tenggara", "daya"})
_CODE = re.compile(r"(\d\d)(?:\.?(\d\d))?")
_DAMAGED_CODE = re.compile(r"(\d\d)\.(\d)")


def match_region(text: str, province: str | None = None, kind: Kind | None = None) -> Match:
    """Find the region that a wording means.

    Parameters
    ----------
    text
        Name as printed (``Kab. Muna``, ``Pemprov Sulsel``, ``Baubau``) or Kemendagri code.
    province
        Code of the province in which to look, in the old or the new set of provinces.
    kind
        Kind of region to which the search is limited; a kind that the text names counts too.

    Returns
    -------
    Match
        The code and how it was found: ``code``, ``exact``, ``alias`` (also for a code that was
        given up in 2022) or ``fuzzy``; without a code, the regions that may be meant. A name that
        two regions bear is never decided, nor is a code that a spreadsheet has cut (74.1).

    Raises
    ------
    KeyError
        If `province` is no province's code.

    Examples
    --------
    >>> match_region("Kab. Pangkep").code
    '7310'
    >>> match_region("Provinsi", province="33").code
    '33'
    >>> [candidate.label for candidate in match_region("Solok").candidates]
    ['Kabupaten Solok', 'Kota Solok']
    """
    if province is not None and gazetteer().units[province].kind != "province":
        raise KeyError(province)
    within = _within(province, kind)
    if text.strip()[:1].isdigit():
        by_code = _by_code(text.strip(), within)
        if by_code is not None:
            return by_code
    named_kind, name = read_name(text)
    if named_kind == "province" and not name and province is not None:
        return Match(province, "alias") if province in within else Match(None, "none")
    if province is None and kind is None and named_kind is None:
        nation = _nation(name)
        if nation is not None:
            return nation
    return _by_name(text, named_kind, name, within)


def region_label(code: str, language: str) -> str:
    """Name a region.

    Parameters
    ----------
    code
        Kemendagri code, or ``ID`` for the nation.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The region's name with its kind.

    Raises
    ------
    KeyError
        If there is no such region or language.

    Examples
    --------
    >>> region_label("7403", "id"), region_label("7403", "en"), region_label("74", "en")
    ('Kabupaten Muna', 'Muna Regency', 'Southeast Sulawesi')
    """
    if code == NATION:
        return {"id": _NATION_LABEL, "en": _NATION_LABEL}[language]
    return gazetteer().units[code].labels[language]


def to_province_set(code: str, set_name: ProvinceSet) -> str:
    """Find a region's province in one of the two sets of provinces.

    Parameters
    ----------
    code
        Kemendagri code of a province, regency or city.
    set_name
        ``34`` for the provinces until 2022, ``38`` for those since.

    Returns
    -------
    str
        Code of the province. A figure on Papua or Papua Barat before 2022 covers a larger area
        than the province of that code today; no code can show this.

    Raises
    ------
    KeyError
        If there is no such region or set.

    Examples
    --------
    >>> to_province_set("94", "34"), to_province_set("9301", "34"), to_province_set("9301", "38")
    ('91', '91', '93')
    """
    unit = gazetteer().units[code]
    return {"34": unit.province_2022, "38": unit.province}[set_name]


@lru_cache(maxsize=256)
def _within(province: str | None, kind: Kind | None) -> frozenset[str]:
    units = gazetteer().units.items()
    return frozenset(c for c, u in units if u.lies_in(province) and kind in (None, u.kind))


def _nation(name: str) -> Match | None:
    if name == name_key(_NATION_LABEL):
        return Match(NATION, "exact")
    if name == name_key(NATION):
        return Match(NATION, "code")
    return Match(NATION, "alias") if name in _NATION_ALIASES else None


def _by_code(text: str, within: Collection[str]) -> Match | None:
    known = gazetteer()
    damaged = _DAMAGED_CODE.fullmatch(text)
    if damaged:
        return _undecided({f"{damaged[1]}{damaged[2]}0"} & known.units.keys())
    parts = _CODE.fullmatch(text)
    if not parts:
        return None
    written = parts[1] + (parts[2] or "")
    code = known.previous.get(written, written)
    if code not in within:
        return _undecided({code} & known.units.keys())
    return Match(code, "code" if code == written else "alias")


def _by_name(text: str, kind: Kind | None, name: str, within: frozenset[str]) -> Match:
    of_kind = within & _within(None, kind)
    # "Kota Baru" may be a city's name or a misspelt Kotabaru: the whole wording is tried as well.
    for key, said, allowed in ((name, kind, of_kind), (name_key(text), None, within)):
        found = {
            known.code: known.method
            for known in reversed(gazetteer().names.get(key, ()))
            if known.code in allowed and (said or not known.only_with_kind)
        }
        if len(found) == 1:
            return Match(*found.popitem())
        if found:
            return _undecided(found)
    elsewhere = {known.code for known in gazetteer().names.get(name, ())}
    return _undecided(elsewhere) if elsewhere else _nearest(text, name, of_kind)


def _undecided(codes: Collection[str]) -> Match:
    labelled = (Candidate(code, region_label(code, "id"), 100.0) for code in sorted(codes))
    return Match(None, "none", tuple(labelled))


def _nearest(text: str, name: str, within: Collection[str]) -> Match:
    """Compare with labels only: a short form that is one letter off is too often another word."""
    names = gazetteer().names
    scores: dict[str, float] = {}
    near = process.extract(
        name, names.keys(), scorer=fuzz.ratio, score_cutoff=SUGGESTED_AT_LEAST, limit=None
    )
    for key, score, _ in near:
        for known in names[key]:
            if known.method == "exact" and known.code in within:
                scores[known.code] = max(score, scores.get(known.code, 0.0))
    ranked = sorted(scores, key=lambda code: (-scores[code], code))[:CANDIDATES]
    candidates = tuple(Candidate(c, region_label(c, "id"), round(scores[c], 1)) for c in ranked)
    if not candidates or len(name) < SHORTEST_FUZZY or _is_part_of_a_region(text):
        return Match(None, "none", candidates)
    best = candidates[0]
    second = candidates[1].score if len(candidates) > 1 else 0.0
    if best.score >= FUZZY_AT_LEAST and best.score - second >= FUZZY_MARGIN:
        return Match(best.code, "fuzzy", candidates)
    return Match(None, "none", candidates)


def _is_part_of_a_region(text: str) -> bool:
    """Tell a right name with a direction (*Sumbawa Timur*) from a misspelt one (*Sumba Timur*)."""
    words = normalise(text).split()
    others = [word for word in words if word not in _DIRECTIONS]
    return others != words and read_name(" ".join(others))[1] in gazetteer().names
