"""Figures in words: what codes, values, bases and dates are called in a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.codelists.regions import region_label
from netralitas_research.language import format_date, format_number, translator

Row = Mapping[Any, Any]
"""One figure, as a record of a frame."""

_ACRONYM = re.compile(r"\((\w+)\)$")
_REMARK = re.compile(r"\s*\([^)]*\)$")


def labelled(figures: pd.DataFrame, language: str) -> pd.DataFrame:
    """Add what the columns of figures mean in words.

    Parameters
    ----------
    figures
        Figures of a year, with their marks.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The figures with the text columns ``who``, ``election_label``, ``stage_label``,
        ``unit_label``, ``category``, ``region``, ``amount``, ``base_label`` and ``when``.

    Examples
    --------
    >>> from netralitas_research.study import years
    >>> shown = labelled(years.totals(years.load(2020)), "en")
    >>> shown["who"].iloc[0], shown["election_label"].iloc[0]
    ('KASN', 'Regional elections 2020')
    """
    rows = figures.to_dict("records")
    columns = {
        "who": [who(row, language) for row in rows],
        "election_label": [codelists.label("elections", r["election"], language) for r in rows],
        "stage_label": [codelists.label("stages", row["stage"], language) for row in rows],
        "unit_label": [codelists.label("units_counted", r["unit_counted"], language) for r in rows],
        "category": [category(row, language) for row in rows],
        "region": [region(row["kemendagri_code"], language) for row in rows],
        "amount": [amount(row, language) for row in rows],
        "base_label": [base(row, language) for row in rows],
        "when": [when(row, language) for row in rows],
    }
    return figures.assign(**columns)


def short_name(institution: str, language: str) -> str:
    """Call an institution by its acronym where its label has one.

    Parameters
    ----------
    institution
        Code of the institution.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The acronym, or the label without the remark in brackets.

    Examples
    --------
    >>> short_name("kasn", "id"), short_name("kemendagri", "en")
    ('KASN', 'Ministry of Home Affairs')
    """
    label = codelists.label("institutions", institution, language)
    acronym = _ACRONYM.search(label)
    return acronym[1] if acronym and acronym[1][:1].isupper() else _REMARK.sub("", label)


def lower_first(text: str) -> str:
    """Let a label stand inside a sentence; an acronym at its start is kept.

    Parameters
    ----------
    text
        A label.

    Returns
    -------
    str
        The label without its capital.

    Examples
    --------
    >>> lower_first("Dilaporkan"), lower_first("PPPK")
    ('dilaporkan', 'PPPK')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def who(row: Row, language: str) -> str:
    """Say who counted, and who printed the count if that is somebody else.

    Parameters
    ----------
    row
        A figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``KASN`` or ``KASN, dikutip BKN``.
    """
    text = translator(language)
    issuer = short_name(row["issued_by"], language)
    if row["counted_by"] == "unknown":
        return text("yearly.counter_unknown", issuer=issuer)
    counter = short_name(row["counted_by"], language)
    if row["counted_by"] == row["issued_by"]:
        return counter
    return text("yearly.quoted", counter=counter, issuer=issuer)


def category(row: Row, language: str) -> str:
    """Name the category that a figure is about.

    Parameters
    ----------
    row
        A figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The label of its code, and of its second code if there is one; empty for a total.
    """
    labels = [
        codelists.label(code_list, row[code], language)
        for dimension, code in (("dimension", "code"), ("dimension_2", "code_2"))
        if (code_list := list_of(row[dimension]))
    ]
    return ": ".join(labels)


def region(code: str, language: str) -> str:
    """Name a region, also one that could not be told.

    Parameters
    ----------
    code
        Kemendagri code, ``ID`` or ``unknown``.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Its name.

    Examples
    --------
    >>> region("74", "id"), region("unknown", "en")
    ('Sulawesi Tenggara', 'Unknown')
    """
    if code == "unknown":
        return translator(language)("word.unknown")
    return region_label(code, language)


def amount(row: Row, language: str) -> str:
    """Write a value the way it is meant: a count, a percentage, a rank or a score.

    Parameters
    ----------
    row
        A figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``lebih dari 200``, ``22,8%`` or ``peringkat 3``.

    Examples
    --------
    >>> row = {"value": 27.6, "measure": "percent", "qualifier": "exact", "decimals_at_least": 1}
    >>> amount(row, "id")
    '27,6%'
    """
    text = translator(language)
    number = format_number(row["value"], language, row["decimals_at_least"])
    if row["measure"] == "rank":
        return text("yearly.rank", number=number)
    sign = "%" if row["measure"] == "percent" else ""
    return text(f"qualifier.{row['qualifier']}", number=number + sign)


def as_printed(row: Row) -> str:
    """Write a value with a point and the decimals that are printed at least, as statistics take it.

    Parameters
    ----------
    row
        A figure.

    Returns
    -------
    str
        Such as ``9.5``.

    Examples
    --------
    >>> as_printed({"value": 9.5, "decimals_at_least": 1})
    '9.5'
    """
    return f"{row['value']:.{row['decimals_at_least']}f}"


def base(row: Row, language: str) -> str:
    """Say what a value is a part of.

    Parameters
    ----------
    row
        A figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The printed base, or that a percentage was printed without one; empty where a value is
        no part of anything.
    """
    text = translator(language)
    if row["measure"] == "percent" and pd.isna(row["base"]):
        return text("yearly.base_not_printed")
    if row["base_status"] not in ("printed", "inferred") or row["base"] == row["value"]:
        return ""
    if row["measure"] not in ("count", "percent"):
        return ""
    number = format_number(row["base"], language)
    inferred = row["base_status"] == "inferred"
    return text("yearly.base_inferred", number=number) if inferred else number


def when(row: Row, language: str) -> str:
    """Say when a figure was counted: a date, or a period.

    Parameters
    ----------
    row
        A figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The date as precisely as it is known.

    Examples
    --------
    >>> flow = {"series": "flow", "period_start": "2024-01", "period_end": "2024-06-12"}
    >>> when(flow, "en")
    'January 2024 to 12 June 2024'
    """
    text = translator(language)
    if row["series"] != "flow":
        date = format_date(row["as_of"], language)
        return text("yearly.year", year=date) if len(row["as_of"]) == len("2020") else date
    start, end = row["period_start"], row["period_end"]
    if start == end:
        return text("yearly.during", date=format_date(end, language))
    if start in ("unknown", "not_applicable"):
        return text("yearly.until", end=format_date(end, language))
    return text("yearly.period", start=format_date(start, language), end=format_date(end, language))


@cache
def list_of(dimension: str) -> str:
    """Find the code list of a dimension.

    Parameters
    ----------
    dimension
        Code of the dimension.

    Returns
    -------
    str
        Name of the list; empty for a dimension without codes, such as ``total``.

    Examples
    --------
    >>> list_of("position"), list_of("total")
    ('positions', '')
    """
    return str(codelists.load("dimensions").loc[dimension, "list"])
