"""The regions of the tables: their kind, their province, and every name they go by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from netralitas_research.codelists.lists import load
from netralitas_research.codelists.matching import Method, normalise

Kind = Literal["province", "regency", "city"]

_KINDS: Mapping[str, Kind] = {
    "provinsi": "province",
    "propinsi": "province",
    "prov": "province",
    "pemprov": "province",
    "province": "province",
    "kabupaten": "regency",
    "kab": "regency",
    "pemkab": "regency",
    "regency": "regency",
    "kota": "city",
    "kotamadya": "city",
    "pemkot": "city",
    "city": "city",
}
_BEFORE = re.compile(
    r"(?:pemerintah |pemda )?(?:daerah )?"
    r"(provinsi|propinsi|prov|pemprov|kabupaten|kab|pemkab|kota|kotamadya|pemkot)"
    r"(?: administrasi| adm)?(?: (.*))?"
)
_AFTER = re.compile(r"(.+?)(?: administrative)? (province|regency|city)")
_SHORTENED = {"kep": "kepulauan"}


@dataclass(frozen=True)
class Unit:
    """A province, regency or city.

    Attributes
    ----------
    kind
        What it is.
    province, province_2022
        Code of its province today and before the laws of 2022; its own code for a province that
        was there before them.
    labels
        Its name by language.
    """

    kind: Kind
    province: str
    province_2022: str
    labels: Mapping[str, str]

    def lies_in(self, province: str | None) -> bool:
        """Tell whether it lies, or lay before 2022, in a province; ``None`` is any province."""
        return province is None or province in (self.province, self.province_2022)


@dataclass(frozen=True)
class Name:
    """One name of one region; some count only where the text says the kind."""

    code: str
    method: Method
    only_with_kind: bool


@dataclass(frozen=True)
class Gazetteer:
    """Regions by code, names by key, and the codes that were given up in 2022 with the new ones."""

    units: Mapping[str, Unit]
    names: Mapping[str, Sequence[Name]]
    previous: Mapping[str, str]


@cache
def gazetteer() -> Gazetteer:
    """Read the tables of provinces and regencies, once.

    Returns
    -------
    Gazetteer
        All 38 provinces and 514 regencies and cities.

    Examples
    --------
    >>> gazetteer().units["7403"].province
    '74'
    """
    units: dict[str, Unit] = {}
    names: defaultdict[str, list[Name]] = defaultdict(list)
    previous: dict[str, str] = {}
    provinces, regencies = _rows("provinces"), _rows("regencies")
    for code, row in provinces.items():
        labels = {"id": row["label_id"], "en": row["label_en"]}
        units[code] = Unit("province", code, row["split_from"] or code, labels)
    for code, row in regencies.items():
        labels = {"id": row["label_id"], "en": row["label_en"]}
        kind = cast(Kind, row["kind"])
        units[code] = Unit(kind, row["province"], row["province_2022"], labels)
        if row["previous_code"]:
            previous[row["previous_code"]] = code
    for code, row in (provinces | regencies).items():
        for label in {read_name(row["label_id"])[1], read_name(row["label_en"])[1]}:
            names[label].append(Name(code, "exact", False))
        for alias in filter(None, row["aliases"].split("|")):
            alias_kind, name = read_name(alias)
            names[name].append(Name(code, "alias", alias_kind is not None))
    return Gazetteer(units, dict(names), previous)


def _rows(name: str) -> dict[str, dict[str, str]]:
    table = load(name)
    return {str(code): {str(k): str(v) for k, v in row.items()} for code, row in table.iterrows()}


def read_name(text: str) -> tuple[Kind | None, str]:
    """Part a wording into the kind that it says and the key of the name.

    Parameters
    ----------
    text
        Name of a region as printed.

    Returns
    -------
    tuple
        The kind, or ``None``, and the key.

    Examples
    --------
    >>> read_name("Pemkab Pangkajene & Kep.")
    ('regency', 'pangkajenekepulauan')
    """
    words = normalise(text)
    before = _BEFORE.fullmatch(words)
    if before:
        return _KINDS[before[1]], name_key(before[2] or "")
    after = _AFTER.fullmatch(words)
    if after:
        return _KINDS[after[2]], name_key(after[1])
    return None, name_key(words)


def name_key(text: str) -> str:
    """Write a name without what writers vary: capitals, spaces, hyphens, *dan* and *Kep.*.

    Parameters
    ----------
    text
        Name as printed.

    Returns
    -------
    str
        Small letters and digits.

    Examples
    --------
    >>> name_key("Tojo Una-Una")
    'tojounauna'
    """
    words = (_SHORTENED.get(word, word) for word in normalise(text).split())
    return "".join(word for word in words if word != "dan")
