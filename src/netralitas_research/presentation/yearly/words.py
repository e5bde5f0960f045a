"""How a figure is described in the tables and sentences of a yearly report."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import translator
from netralitas_research.study.labels import Row, lower_first, who

MARKS = ("restated", "order_unknown", "values_differ")
_WITHOUT_STAGE = ("survey", "not_applicable")


def election(row: Row) -> str:
    """Name the election of a labelled figure inside a sentence.

    Parameters
    ----------
    row
        A labelled figure.

    Returns
    -------
    str
        Its label; names such as Pilkada keep their capital.
    """
    label = str(row["election_label"])
    return label if label.startswith(("Pilkada", "Pemilu", "IKP")) else lower_first(label)


def short_stage(label: str) -> str:
    """Leave out the remark in brackets at the end of a stage's label.

    Parameters
    ----------
    label
        Label of a stage.

    Returns
    -------
    str
        Its first words.

    Examples
    --------
    >>> short_stage("Followed up (by whom is not printed)")
    'Followed up'
    """
    return label.partition(" (")[0]


def dated(row: Row, language: str) -> str:
    """Write the date of a labelled figure with the marks that it carries.

    Parameters
    ----------
    row
        A labelled figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``6 Februari 2024 (disajikan kembali)``.
    """
    text = translator(language)
    marks = [text(f"yearly.mark.{mark}") for mark in MARKS if row[mark]]
    if not marks:
        return str(row["when"])
    return text("yearly.marked", text=row["when"], marks=", ".join(marks))


def count(row: Row, language: str) -> str:
    """Say whose count a labelled figure belongs to.

    Parameters
    ----------
    row
        A labelled figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Who counted, for which election, and when.
    """
    parts = [who(row, language)]
    if row["election"] not in ("none", "unknown"):
        parts.append(election(row))
    restated = translator(language)("yearly.mark.restated")
    date = row["when"]
    return ", ".join([*parts, f"{date} ({restated})" if row["restated"] else str(date)])


def what(row: Row, language: str) -> str:
    """Say what a labelled figure counts.

    Parameters
    ----------
    row
        A labelled figure.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Unit and stage, or the subject of a survey or an index.
    """
    subject = codelists.label("subjects", row["subject"], language)
    if row["stage"] in _WITHOUT_STAGE:
        return subject
    text = translator(language)
    counted = text(
        "yearly.what", unit=row["unit_label"], stage=lower_first(str(row["stage_label"]))
    )
    if row["subject"] == "asn_neutrality":
        return counted
    return text("yearly.marked", text=counted, marks=lower_first(subject))


def either(values: Iterable[str]) -> str:
    """Set values that were printed for the same thing side by side.

    Parameters
    ----------
    values
        The values as written.

    Returns
    -------
    str
        Each different value once.

    Examples
    --------
    >>> either(["83", "81", "83"])
    '83 / 81'
    """
    return " / ".join(dict.fromkeys(values))


def of_base(label: str, language: str) -> str:
    """Say of how many, or keep the words that no base was printed.

    Parameters
    ----------
    label
        Label of a base; may be empty.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``dari 872``.

    Examples
    --------
    >>> of_base("872", "id"), of_base("base not printed", "en")
    ('dari 872', 'base not printed')
    """
    return translator(language)("yearly.of", base=label) if label[:1].isdigit() else label


def extent(figures: pd.DataFrame, language: str) -> str:
    """Say whether a printed list is complete.

    Parameters
    ----------
    figures
        The figures of the list.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``daftar teratas``; where pages differ, the narrowest.
    """
    printed = set(figures["complete"])
    order = ("top_list", "excerpt", "complete")
    known = next((name for name in order if name in printed), "unknown")
    return translator(language)(f"yearly.extent.{known}")
