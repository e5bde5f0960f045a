"""Linked figures in words: their values with what tells them apart, their remarks and sources."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import translator
from netralitas_research.study.labels import Row, amount, category, region, short_name, when

OWN_NUMBER = ("same_figure", "component", "total")
"""Relations of figures that make up the printed number itself."""

_DIFFERENCE = {
    "other_stage": "stage",
    "other_unit": "unit_counted",
    "other_issuer": "counted_by",
    "other_election": "election",
}
_LISTS = {"election": "elections", "stage": "stages", "unit_counted": "units_counted"}
_MOST_PARTS = 4


def entries(group: pd.DataFrame, links: pd.DataFrame, language: str) -> str:
    """Write the values of figures of one relation, each with what tells it apart and its date.

    Parameters
    ----------
    group
        Linked figures of one relation.
    links
        All figures linked to the same number.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``5 (13 November 2024); 1 (9 September 2024)``; of many parts only how many they
        are, the least and the greatest.
    """
    figures = group.drop_duplicates("figure_id")
    apart = _told_apart_by(group, links)
    dates: dict[str, list[str]] = {}
    for figure in figures.to_dict("records"):
        labels = [label for column in apart if (label := _label(figure, column, language))]
        value = amount(figure, language)
        shown = f"{', '.join(labels)}: {value}" if labels else value
        dates.setdefault(shown, []).append(when(figure, language))
    if group["relation"].iloc[0] == "component" and len(dates) > _MOST_PARTS:
        shown = _range(figures, language)
        dates = {shown: [date for found in dates.values() for date in found]}
    written = {shown: ", ".join(dict.fromkeys(filter(None, ds))) for shown, ds in dates.items()}
    if len(set(written.values())) == 1:
        return "; ".join(written) + _in_brackets(next(iter(written.values())))
    return "; ".join(shown + _in_brackets(date) for shown, date in written.items())


def join_ids(source_ids: Sequence[str] | pd.Series) -> str:
    """Join source ids, each once, in the order of their first appearance.

    Parameters
    ----------
    source_ids
        Ids, each possibly several joined by ``;``.

    Returns
    -------
    str
        The ids joined by ``;``.

    Examples
    --------
    >>> join_ids(["b;a", "a;c"])
    'b;a;c'
    """
    ids = [source for joined in source_ids for source in joined.split(";") if source]
    return ";".join(dict.fromkeys(ids))


def sentences(parts: Sequence[str]) -> str:
    """Make sentences of remarks.

    Parameters
    ----------
    parts
        Remarks without a full stop; empty ones are left out.

    Returns
    -------
    str
        The remarks, each with a capital and a full stop.

    Examples
    --------
    >>> sentences(["same figure", "", "other date: 5"])
    'Same figure. Other date: 5.'
    """
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts if part)


def _told_apart_by(group: pd.DataFrame, links: pd.DataFrame) -> list[str]:
    """Choose what must be said of each figure: what its relation names, and what varies."""
    relation = group["relation"].iloc[0]
    own = relation in OWN_NUMBER
    among = {
        "counted_by": group if own else links,
        "kemendagri_code": group if relation == "same_figure" else links,
        "code": group if relation == "same_figure" else links,
    }
    apart = [column for column, figures in among.items() if figures[column].nunique() > 1]
    if own and not apart and group["unit_counted"].nunique() > 1:
        return ["unit_counted"]
    named = _DIFFERENCE.get(relation)
    return [named, *apart] if named and named not in apart else apart


def _label(figure: Row, column: str, language: str) -> str:
    if column == "kemendagri_code":
        return region(figure[column], language)
    if column == "code":
        return category(figure, language)
    if column == "counted_by":
        return short_name(figure[column], language)
    return codelists.label(_LISTS[column], figure[column], language)


def _range(figures: pd.DataFrame, language: str) -> str:
    rising = figures.sort_values("value").to_dict("records")
    low, high = (amount(figure, language) for figure in (rising[0], rising[-1]))
    return translator(language)("articles.parts", parts=len(figures), low=low, high=high)


def _in_brackets(date: str) -> str:
    return f" ({date})" if date else ""
