"""What `netralitas audit` prints: the ledger of claims as a table, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from netralitas_research.audit.claims.ledger import ledger, tally
from netralitas_research.cleaning.claims import VERDICTS
from netralitas_research.language import Translator

if TYPE_CHECKING:
    from rich.console import Console

FIELDS = {
    "id": "claim_id",
    "article": "article",
    "locator": "locator",
    "statement": "statement",
    "printed": "printed",
    "recomputed": "recomputed",
    "verdict": "verdict",
    "explanation": "explanation",
    "sources": "source_ids",
}
"""Names of the fields of CSV and JSON, and the columns of the ledger that they hold."""

_SHOWN = ("claim_id", "locator", "statement", "printed", "recomputed", "verdict_label")


def audit(language: str, articles: Sequence[str] = ()) -> pd.DataFrame:
    """Judge the claims of some articles, or of all.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    articles
        Short names of the articles; without any, all.

    Returns
    -------
    pandas.DataFrame
        As `ledger` gives them, the articles in the order in which they are named, each once.

    Raises
    ------
    UsageError
        If there is no such article.

    Examples
    --------
    >>> audit("en", ["meaning", "brebes"])["article"].unique().tolist()
    ['meaning', 'brebes']
    """
    if not articles:
        return ledger(language)
    return pd.concat(
        [ledger(language, article) for article in dict.fromkeys(articles)], ignore_index=True
    )


def as_text(rows: pd.DataFrame, form: Literal["csv", "json"]) -> str:
    """Write the ledger for other programs.

    Parameters
    ----------
    rows
        As `audit` gives them.
    form
        ``csv``, or ``json``: an array of objects in which ``sources`` is a list of source ids.

    Returns
    -------
    str
        The text.

    Examples
    --------
    >>> as_text(audit("en", ["brebes"]), "csv").splitlines()[0].split(",")[:3]
    ['id', 'article', 'locator']
    """
    chosen = rows[list(FIELDS.values())].set_axis(list(FIELDS), axis=1)
    if form == "csv":
        return str(chosen.to_csv(index=False, lineterminator="\n"))
    objects = [_object(row) for row in chosen.to_dict("records")]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _object(row: dict[Any, Any]) -> dict[str, Any]:
    sources = str(row["sources"])
    return {**row, "sources": sources.split(";") if sources else []}


def print_table(rows: pd.DataFrame, console: Console, translate: Translator) -> None:
    """Print the ledger for a person: the claims of each article, then the number of verdicts.

    Parameters
    ----------
    rows
        As `audit` gives them.
    console
        Where to print.
    translate
        Makes the sentences.
    """
    from rich.table import Table
    from rich.text import Text

    if rows.empty:
        console.print(translate("cli.audit.no_claims"), soft_wrap=True, highlight=False)
        return
    for article, claims in rows.groupby("article", sort=False):
        table = Table(title=str(article), title_justify="left", box=None, padding=(0, 2, 0, 0))
        for name in _SHOWN:
            whole = name == "claim_id"
            table.add_column(translate(f"cli.audit.{name}"), overflow="fold", no_wrap=whole)
        for row in claims[list(_SHOWN)].to_dict("records"):
            table.add_row(*(Text(str(row[name])) for name in _SHOWN))
        console.print(table)
        console.print()
    counts = Table(box=None, padding=(0, 2, 0, 0))
    counts.add_column(translate("cli.audit.article"))
    for verdict in VERDICTS:
        counts.add_column(translate(f"claims.verdict.{verdict}"), justify="right")
    for row in tally(rows).to_dict("records"):
        counts.add_row(str(row["article"]), *(str(row[verdict]) for verdict in VERDICTS))
    console.print(counts)
