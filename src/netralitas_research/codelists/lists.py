"""The code lists: what things are called, in both languages and in the words of the sources."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import pandas as pd

from netralitas_research.codelists.matching import Match, Names, find, normalise

_TABLES = resources.files("netralitas_research.codelists") / "tables"

Row = Mapping[str, str]


def tables() -> tuple[str, ...]:
    """Name every code list.

    Returns
    -------
    tuple of str
        Names in alphabetical order.

    Examples
    --------
    >>> "acts" in tables()
    True
    """
    files = (entry.name for entry in _TABLES.iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in files if name.endswith(".csv")))


def load(name: str) -> pd.DataFrame:
    """Read one code list.

    Parameters
    ----------
    name
        Name of the list, such as ``"acts"``.

    Returns
    -------
    pandas.DataFrame
        One code a row, indexed by code; every cell is text, an empty cell is an empty string.
        It is a copy: changing it changes nothing for the next reader.

    Raises
    ------
    KeyError
        If there is no such list.

    Examples
    --------
    >>> load("elections").loc["pilkada-2020", "voting_date"]
    '2020-12-09'
    """
    return _frame(name).copy()


def label(name: str, code: str, language: str) -> str:
    """Say what a code means.

    Parameters
    ----------
    name
        Name of the list.
    code
        Code in that list.
    language
        ``"id"`` or ``"en"``.

    Returns
    -------
    str
        The label.

    Raises
    ------
    KeyError
        If there is no such list, code or language.

    Examples
    --------
    >>> label("positions", "lurah", "en")
    'Head of urban ward (lurah)'
    """
    row = _by_code(name).get(code)
    if row is None:
        raise KeyError(f"code list {name!r} has no code {code!r}")
    if f"label_{language}" not in row:
        raise KeyError(f"code list {name!r} has no labels in language {language!r}")
    return row[f"label_{language}"]


def match(name: str, text: str) -> Match:
    """Find the code of a wording.

    Parameters
    ----------
    name
        Name of the list.
    text
        Wording as printed.

    Returns
    -------
    Match
        The code and how it was found, or no code and the nearest candidates.

    Raises
    ------
    KeyError
        If there is no such list.

    Examples
    --------
    >>> match("positions", "Kepala wilayah (camat/lurah)").code
    'head_of_area'
    """
    return find(text, _names(name))


@cache
def _rows(name: str) -> tuple[Row, ...]:
    file = _TABLES / f"{name}.csv"
    if not file.is_file():
        raise KeyError(f"there is no code list {name!r}; there are {', '.join(tables())}")
    return tuple(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


@cache
def _by_code(name: str) -> Mapping[str, Row]:
    return {row["code"]: row for row in _rows(name)}


@cache
def _frame(name: str) -> pd.DataFrame:
    return pd.DataFrame(list(_rows(name)), dtype=str).set_index("code")


_LABELS = ("label_id", "label_en")


@cache
def _names(name: str) -> Names:
    rows = _rows(name)
    return Names(
        codes={row["code"].casefold(): row["code"] for row in rows},
        exact=_index((row[label], row["code"]) for row in rows for label in _LABELS),
        aliases=_index((alias, row["code"]) for row in rows for alias in row["aliases"].split("|")),
        labels={row["code"]: row["label_id"] for row in rows},
    )


def _index(names: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for wording, code in names:
        if normal := normalise(wording):
            found[normal].add(code)
    return {normal: frozenset(codes) for normal, codes in found.items()}
