"""Printed lists as rows of a table: whose list it is, what it counts, and all its items."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import format_number, headings, translator
from netralitas_research.presentation.markup import Html, cite
from netralitas_research.presentation.tables import table
from netralitas_research.presentation.yearly.words import (
    count,
    either,
    extent,
    of_base,
    what,
)
from netralitas_research.study import years
from netralitas_research.study.labels import Row, labelled, lower_first

_THEMSELVES = ("governments", "areas")
"""Units that the items of a list are themselves, so that each counts one."""

_PLAIN = ("total", "motive", "presser", "answer", "survey_item")
"""Dimensions that need no name beside what is counted."""

LONGEST = 12
"""Items of a list that are written out; of the others their number is said."""


def list_table(
    lists: Sequence[years.PrintedList], language: str, *, name: str, caption: str, note: str = ""
) -> Html:
    """Show printed lists, one a row.

    Parameters
    ----------
    lists
        The lists.
    language
        ``id`` or ``en``.
    name
        Anchor of the table.
    caption, note
        Its caption and the line under it.

    Returns
    -------
    Html
        The table.
    """
    return table(
        pd.DataFrame([_row(one, language) for one in lists]),
        language=language,
        columns=headings(language, "yearly", "count", "items", "of_list", "sources"),
        caption=caption,
        name=name,
        note=note,
    )


def _row(one: years.PrintedList, language: str) -> dict[str, str]:
    rows = labelled(one.figures, language)
    first = rows.iloc[0].to_dict()
    return {
        "count": f"{count(first, language)}; {lower_first(_counted(rows, language))}",
        "items": items(rows, language),
        "of_list": "; ".join(filter(None, [_base(rows, language), _extent(one, language)])),
        "sources": cite(years.source_ids(rows)),
    }


def _counted(rows: pd.DataFrame, language: str) -> str:
    """Say what a list counts, and by what it is broken down where the items do not show it."""
    text = translator(language)
    first = rows.iloc[0].to_dict()
    counted = what(first, language)
    if first["dimension"] in _PLAIN:
        return counted
    group = _shared_group(rows)
    dimension = codelists.label(
        "dimensions", first["dimension_2" if group else "dimension"], language
    )
    counted = text("yearly.by", what=counted, dimension=lower_first(dimension))
    return text("yearly.among", what=counted, group=lower_first(group)) if group else counted


def _shared_group(rows: pd.DataFrame) -> str:
    """Find the group that a list breaks down a second time, if all its items are of one."""
    groups = rows["category"].str.partition(": ")
    one = rows["dimension_2"].ne("not_applicable").all() and rows["code"].nunique() == 1
    return str(groups[0].iloc[0]) if one else ""


def items(rows: pd.DataFrame, language: str) -> str:
    """Write the items of a list with their values.

    Parameters
    ----------
    rows
        Labelled figures of one list, in order.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The first `LONGEST` items and the number of the others; two values of one item stand side
        by side.
    """
    shared = _shared_group(rows)
    amounts: dict[str, list[Row]] = {}
    for row in rows.to_dict("records"):
        amounts.setdefault(_name(row, shared), []).append(row)
    with_base = len(_bases(rows)) > 1
    written = [_item(name, same, language, with_base) for name, same in amounts.items()]
    shown = "; ".join(written[:LONGEST])
    others = len(written) - LONGEST
    if others <= 0:
        return shown
    return translator(language)("yearly.more_items", items=shown, number=others)


def _name(row: Row, shared: str) -> str:
    if row["kemendagri_code"] != years.NATION:
        return str(row["region"])
    return str(row["category"]).removeprefix(f"{shared}: ")


def _item(name: str, rows: Sequence[Row], language: str, with_base: bool) -> str:
    """Write one item; rows that differ are different values for the same item."""
    first = rows[0]
    if first["measure"] == "rank":
        number = either(format_number(row["value"], language) for row in rows)
        return translator(language)("yearly.ranked", number=number, name=name)
    if first["unit_counted"] in _THEMSELVES and all(row["value"] == 1 for row in rows):
        return name
    written = f"{name} {either(row['amount'] for row in rows)}"
    bases = either(row["base_label"] for row in rows if row["base_label"])
    return f"{written} ({of_base(bases, language)})" if with_base and bases else written


def _base(rows: pd.DataFrame, language: str) -> str:
    bases = _bases(rows)
    return of_base(bases[0], language) if len(bases) == 1 else ""


def _bases(rows: pd.DataFrame) -> list[str]:
    return [base for base in rows["base_label"].unique() if base]


def _extent(one: years.PrintedList, language: str) -> str:
    text = translator(language)
    printed = extent(one.figures, language) if one.figures["complete"].ne("unknown").any() else ""
    part = ""
    if len(one.figures) < one.printed:
        part = text("yearly.list_part", kept=len(one.figures), printed=one.printed)
    return "; ".join(filter(None, [printed, part]))
