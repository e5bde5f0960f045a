"""What a printed label says, part by part: region, stage, position, act, answer and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from netralitas_research import codelists
from netralitas_research.cleaning.parts import DIMENSION_OF_LIST, GOVERNMENTS, LISTS, REGIONS, TIMES
from netralitas_research.cleaning.wordings import Wordings
from netralitas_research.codelists import Match, regions
from netralitas_research.language import DateFormatError, PartialDate

SURE = ("code", "exact", "alias")
_SEPARATOR = re.compile(r"\s+\|\s+|:\s+")


@dataclass
class Context:
    """What is known of a row before its label is read."""

    dimension: str
    issuer: str
    area: str
    wordings: Wordings


@dataclass
class Meaning:
    """The codes that a label gives; without any, ``codes`` is ``None`` and the rest says why."""

    codes: dict[str, str] | None = None
    unread: str = ""
    nearest: tuple[str, ...] = ()


def read_label(label: str, parts: str, context: Context) -> Meaning:
    """Read a printed label by the grammar of its dimension.

    Parameters
    ----------
    label
        The label as printed, such as ``Jawa Tengah: temuan``.
    parts
        The kinds of its parts, joined by ``+``, such as ``region+status``. A label may leave
        parts out; the region left out is the area of the office that speaks.
    context
        The dimension, the issuer, its area and the tables of wordings.

    Returns
    -------
    Meaning
        The codes, or what could not be read.
    """
    kinds = parts.split("+")
    pieces = [piece.strip() for piece in _SEPARATOR.split(label)]
    if len(kinds) == 1:
        pieces = [label]
    codes: dict[str, str] = {}
    nearest: tuple[str, ...] = ()
    for kind in kinds:
        if not pieces:
            break
        read = _read_piece(pieces[0], kind, context)
        if read.codes is not None:
            pieces.pop(0)
            _add(codes, read.codes)
        else:
            nearest += read.nearest
    if pieces:
        return Meaning(unread=pieces[0], nearest=tuple(dict.fromkeys(nearest))[:3])
    return Meaning(codes)


def _add(codes: dict[str, str], more: Mapping[str, str]) -> None:
    if "dimension_coded" in codes and "dimension_coded" in more:
        more = {
            "dimension_2" if key == "dimension_coded" else "code_2" if key == "code" else key: code
            for key, code in more.items()
        }
    codes.update(more)


def _read_piece(piece: str, kind: str, context: Context) -> Meaning:
    if kind in REGIONS:
        return _read_region(piece, kind, context)
    if kind in GOVERNMENTS:
        return _read_region(piece.replace(":", ""), kind, context)
    if kind == "agency":
        return _read_agency(piece, context)
    if kind == "status":
        return _read_status(piece, context)
    if kind in TIMES:
        return _read_time(piece, kind)
    found = [(name, _match(name, piece)) for name in LISTS.get(kind, ())]
    sure = [(name, match) for name, match in found if match.method in SURE]
    if len(sure) == 1:
        name, match = sure[0]
        dimension = DIMENSION_OF_LIST[name] if len(found) > 1 else kind
        return Meaning({"dimension_coded": dimension, "code": str(match.code)})
    return _not_read(*(match for _, match in sure or found))


def _not_read(*matches: Match) -> Meaning:
    return Meaning(nearest=tuple(c.label for match in matches for c in match.candidates))


@cache
def _match(name: str, piece: str) -> Match:
    return codelists.match(name, piece)


def _read_region(piece: str, kind: str, context: Context) -> Meaning:
    match = _match_region(piece, kind, context.area)
    if match.method not in SURE or match.code is None:
        return _not_read(match)
    codes = {"kemendagri_code": match.code}
    if kind in GOVERNMENTS or (kind == "regency" and len(match.code) == 2):
        codes |= {"dimension_coded": "agency", "code": _government(match.code)}
    return Meaning(codes)


@cache
def _match_region(piece: str, kind: str, area: str) -> Match:
    """Find a region; of two that bear one name, the office of a regency or city means its own."""
    province = area[:2] if area[:2].isdigit() else None
    if kind in ("province", "province_government", "region"):
        match = regions.match_region(piece, kind="province")
        if kind != "region" or match.method in SURE:
            return match
    match = regions.match_region(piece, province=province)
    own = len(area) == 4 and area in {candidate.code for candidate in match.candidates}
    if match.code is None and own:
        return Match(area, "exact")
    return match


def _government(code: str) -> str:
    if len(code) == 2:
        return "province"
    return "city" if code[2] == "7" else "regency"


def _read_agency(piece: str, context: Context) -> Meaning:
    ministry = _match("ministries", piece)
    if ministry.method in SURE:
        return Meaning(
            {
                "dimension_coded": "agency",
                "code": "ministry",
                "dimension_2": "ministry",
                "code_2": str(ministry.code),
            }
        )
    level = _match("agency_levels", piece)
    if level.method in SURE:
        return Meaning({"dimension_coded": "agency", "code": str(level.code)})
    return _read_region(piece, "government", context)


def _read_status(piece: str, context: Context) -> Meaning:
    row = context.wordings.statuses.find(piece, context.issuer)
    if row is None:
        return Meaning(nearest=context.wordings.statuses.nearest(piece))
    codes = {key: row[key] for key in _STATUS_CODES if row[key]}
    if row["dimension"]:
        codes |= {"dimension_coded": row["dimension"], "code": row["code"]}
    return Meaning(codes)


_STATUS_CODES = ("stage", "unit_counted", "subject", "period_start", "period_end")


def _read_time(piece: str, kind: str) -> Meaning:
    if kind == "year":
        if re.fullmatch(r"20\d\d", piece):
            return Meaning({"period_start": piece, "period_end": piece})
        return Meaning()
    match = _match("elections", piece)
    if match.method in SURE:
        return Meaning({"election": str(match.code)})
    if kind == "election":
        return _not_read(match)
    try:
        return Meaning({"as_of": PartialDate.parse(piece).isoformat()})
    except DateFormatError as error:
        return Meaning(nearest=error.nearest)
