"""Laws and regulations on a date: which were in force, replaced, or still to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import translator
from netralitas_research.study.articles.legal import in_force
from netralitas_research.study.processed import load

Status = Literal["in_force", "replaced", "not_yet", "unknown"]

STATUSES: tuple[Status, ...] = ("in_force", "replaced", "not_yet", "unknown")


def instruments_on(date: str, language: str) -> pd.DataFrame:
    """Say of each law of the study what its state was on a date.

    Parameters
    ----------
    date
        The date, such as ``2024-09-03``.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a law, by state and as the list of laws has them: ``law_id``, ``law``,
        ``in_force`` (from when to when), ``status`` and ``status_label``.

    Examples
    --------
    >>> laws = instruments_on("2024-09-03", "en").set_index("law_id")
    >>> laws.loc[["UU-5-2014", "UU-20-2023"], "status"].tolist()
    ['replaced', 'in_force']
    """
    text = translator(language)
    laws = load("laws")
    records = laws.set_index("law_id", drop=False).to_dict("index")
    rows = []
    for law_id, law in records.items():
        status = status_on(date, law, records.get(law["replaced_by"], {}))
        rows.append(
            {
                "law_id": law_id,
                "law": codelists.label("laws", str(law_id), language),
                "in_force": in_force(law, language),
                "status": status,
                "status_label": text(f"belitung.status.{status}"),
            }
        )
    found = pd.DataFrame(rows)
    order = found["status"].map(STATUSES.index)
    return found.assign(order=order).sort_values("order", kind="stable").drop(columns="order")


def status_on(date: str, law: Mapping[Any, Any], successor: Mapping[Any, Any]) -> Status:
    """Say what the state of a law was on a date.

    Parameters
    ----------
    date
        The date.
    law
        A row of the processed laws.
    successor
        The row of the law that replaced it; empty if there is none.

    Returns
    -------
    str
        ``in_force`` if it had begun and no end is known, ``replaced``, ``not_yet``, or
        ``unknown`` if the known dates do not tell.

    Examples
    --------
    >>> law = {"in_force_from": "", "enacted": "2014-01-15", "year": 2014, "in_force_to": ""}
    >>> status_on("2010-05-01", law, {}), status_on("2024-09-03", law, {"enacted": "2023-10-31"})
    ('not_yet', 'replaced')
    """
    end = law["in_force_to"] or (_start(successor) if successor else "")
    if end and _before(end, date) == "yes":
        return "replaced"
    started = _before(_start(law), date)
    if started == "no":
        return "not_yet"
    return "in_force" if started == "yes" else "unknown"


def tally(laws: pd.DataFrame) -> dict[str, int]:
    """Count the laws of each state.

    Parameters
    ----------
    laws
        As `instruments_on` gives them.

    Returns
    -------
    dict of str to int
        How many there are of each state, also of one that does not occur.

    Examples
    --------
    >>> list(tally(instruments_on("2024-09-03", "en")))
    ['in_force', 'replaced', 'not_yet', 'unknown']
    """
    return {status: int(laws["status"].eq(status).sum()) for status in STATUSES}


def _start(law: Mapping[Any, Any]) -> str:
    """Give the date from which a law is in force, or the year where no more is known."""
    return str(law.get("in_force_from") or law.get("enacted") or law.get("year"))


def _before(start: str, date: str) -> Literal["yes", "no", "unknown"]:
    """Say whether a date, perhaps only a year, is not after another."""
    if len(start) < len(date) and date.startswith(start):
        return "unknown"
    return "yes" if start <= date else "no"
