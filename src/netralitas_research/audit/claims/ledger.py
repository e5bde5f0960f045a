"""The ledger: every claim with its place, what is printed, what the data give, and the verdict."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research.audit.claims.claim import Claim
from netralitas_research.audit.claims.outcome import Outcome
from netralitas_research.audit.claims.register import judges
from netralitas_research.audit.claims.wording import explain, write_recomputed
from netralitas_research.cleaning.claims import VERDICTS
from netralitas_research.errors import UsageError
from netralitas_research.language import translator
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.processed import load

COLUMNS = (
    *("claim_id", "article", "order", "section", "paragraph", "table_id", "locator", "kind"),
    *("numbers", "statement", "printed", "recomputed", "verdict", "verdict_label"),
    *("explanation", "reviewed", "figure_ids", "source_ids"),
)
"""What the ledger has, also where an article has no claim yet."""


def ledger(language: str, article: str | None = None) -> pd.DataFrame:
    """Judge every claim.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    article
        Short name of an article; without it, all.

    Returns
    -------
    pandas.DataFrame
        One row a claim, in the order of articles and of reading: ``claim_id``, ``article``,
        ``order``, ``section``, ``paragraph``, ``table_id``, ``locator`` (the place in words),
        ``kind``, ``numbers``, ``statement``, ``printed``, ``recomputed``, ``verdict``,
        ``verdict_label``, ``explanation``, ``reviewed`` (whether the explanation was written for
        this verdict), ``figure_ids`` and ``source_ids``.

    Raises
    ------
    UsageError
        If there is no such article, a claim has no function, or a function stops because
        something that it looks at is not in the data.

    Examples
    --------
    >>> rows = ledger("en", "banten").set_index("claim_id")
    >>> {"statement", "verdict", "explanation"} <= set(rows.columns)
    True
    """
    text = translator(language)
    sources = load("figures").set_index("figure_id")["source_ids"]
    rows = []
    for claim in _claims(article):
        outcome = _judge(claim)
        rows.append(
            {
                "claim_id": claim["claim_id"],
                "article": claim["article"],
                "order": claim["order"],
                "section": claim["section"],
                "paragraph": claim["paragraph"],
                "table_id": claim["table_id"],
                "locator": _locator(claim, language),
                "kind": claim["kind"],
                "numbers": claim["numbers"],
                "statement": claim[f"statement_{language}"],
                "printed": claim["printed"],
                "recomputed": write_recomputed(outcome, language),
                "verdict": outcome.verdict,
                "verdict_label": text(f"claims.verdict.{outcome.verdict}"),
                "explanation": explain(claim, outcome, language),
                "reviewed": outcome.verdict == claim["reviewed"],
                "figure_ids": ";".join(outcome.figure_ids),
                "source_ids": join_ids(
                    [*sources.loc[list(outcome.figure_ids)], *outcome.source_ids]
                ),
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS)


def judge(claim_id: str) -> Outcome:
    """Judge one claim.

    Parameters
    ----------
    claim_id
        Its id.

    Returns
    -------
    Outcome
        What the function of the claim gives.

    Raises
    ------
    UsageError
        If there is no such claim, it has no function, or the function stops because something
        that it looks at is not in the data.
    """
    claims = load("claims")
    found = claims[claims["claim_id"].eq(claim_id)]
    if found.empty:
        raise UsageError("error.claim", claim=claim_id)
    return _judge(found.to_dict("records")[0])


def _judge(claim: dict[Any, Any]) -> Outcome:
    claim_id, article, table_id = claim["claim_id"], claim["article"], claim["table_id"]
    if claim_id not in judges():
        raise UsageError("error.claim_without_function", claim=claim_id)
    numbers = tuple(filter(None, claim["numbers"].split(";")))
    function = judges()[claim_id]
    try:
        return function(Claim(claim_id, article, numbers, table_id))
    except UsageError:
        raise
    except Exception as problem:
        raise UsageError(
            "error.claim_stopped",
            claim=claim_id,
            function=f"{function.__module__.rpartition('.')[2]}.{function.__name__}",
            problem=f"{type(problem).__name__}: {problem}",
        ) from problem


def tally(rows: pd.DataFrame) -> pd.DataFrame:
    """Count the verdicts of each article.

    Parameters
    ----------
    rows
        As `ledger` gives them.

    Returns
    -------
    pandas.DataFrame
        One row an article: ``article``, ``title``, the number of each verdict, and ``total``.

    Examples
    --------
    >>> counts = tally(ledger("en", "banten"))
    >>> int(counts["total"].iloc[0]) == len(ledger("en", "banten"))
    True
    """
    titles = load("articles").set_index("slug")["title"]
    counts = pd.crosstab(rows["article"], rows["verdict"]).reindex(columns=list(VERDICTS))
    counts = counts.reindex(rows["article"].unique()).fillna(0).astype(int)
    counts = counts.assign(total=counts.sum(axis=1)).rename_axis(columns=None).reset_index()
    return counts.assign(title=counts["article"].map(titles))


def counts(rows: pd.DataFrame) -> dict[str, int]:
    """Count the verdicts of some claims.

    Parameters
    ----------
    rows
        As `ledger` gives them.

    Returns
    -------
    dict of str to int
        The number of each verdict, also of one that does not occur, and ``total``.

    Examples
    --------
    >>> counted = counts(ledger("en", "banten"))
    >>> sum(counted.values()) == 2 * counted["total"]
    True
    """
    found = {verdict: int(rows["verdict"].eq(verdict).sum()) for verdict in VERDICTS}
    return found | {"total": len(rows)}


def verdict_counts(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """Count the verdicts of some claims, as plots and tables take them.

    Parameters
    ----------
    rows
        As `ledger` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a verdict that occurs: ``verdict``, ``verdict_label`` and ``n``.

    Examples
    --------
    >>> verdict_counts(ledger("en", "banten"), "en")["n"].gt(0).all()
    np.True_
    """
    text = translator(language)
    found = [(verdict, int(rows["verdict"].eq(verdict).sum())) for verdict in VERDICTS]
    labelled = [(v, text(f"claims.verdict.{v}"), n) for v, n in found if n]
    return pd.DataFrame(labelled, columns=["verdict", "verdict_label", "n"])


def with_verdict(rows: pd.DataFrame, *verdicts: str) -> pd.DataFrame:
    """Choose the claims that have one of some verdicts.

    Parameters
    ----------
    rows
        As `ledger` gives them.
    *verdicts
        The verdicts.

    Returns
    -------
    pandas.DataFrame
        Rows of the ledger, those of a verdict one after another in the order of the verdicts.

    Examples
    --------
    >>> set(with_verdict(ledger("en"), "holds")["verdict"])
    {'holds'}
    """
    chosen = rows[rows["verdict"].isin(verdicts)]
    places = chosen["verdict"].map(VERDICTS.index)
    return chosen.loc[places.sort_values(kind="stable").index]


def numbers_covered(article: str | None = None) -> pd.DataFrame:
    """List every number of the articles' texts with its claims, or why it has none.

    Parameters
    ----------
    article
        Short name of an article; without it, all.

    Returns
    -------
    pandas.DataFrame
        Rows of the processed numbers, with ``claim_ids`` joined by ``;`` and, where there is
        none, ``reason_id`` and ``reason_en``.

    Examples
    --------
    >>> {"number_id", "claim_ids", "reason_en"} <= set(numbers_covered("banten").columns)
    True
    """
    numbers = load("article_numbers")
    if article:
        numbers = numbers[numbers["article"].eq(article)]
    named = load("claims")[["claim_id", "numbers"]]
    named = named.assign(number_id=named["numbers"].str.split(";")).explode("number_id")
    ids = named.groupby("number_id")["claim_id"].agg(";".join)
    left_out = load("numbers_left_out")
    return numbers.assign(claim_ids=numbers["number_id"].map(ids).fillna("")).merge(
        left_out, on="number_id", how="left", validate="1:1"
    )


def _claims(article: str | None) -> list[dict[Any, Any]]:
    claims = load("claims")
    if article is not None:
        known = load("articles")["slug"]
        if article not in set(known):
            raise UsageError("error.article", name=article, known=", ".join(known))
        claims = claims[claims["article"].eq(article)]
    places = {slug: place for place, slug in enumerate(load("articles")["slug"])}
    labels = load("article_tables").set_index("table_id")["printed_label"]
    claims = claims.assign(
        place=claims["article"].map(places), printed_label=claims["table_id"].map(labels).fillna("")
    )
    return claims.sort_values(["place", "order"]).to_dict("records")


def _locator(claim: dict[Any, Any], language: str) -> str:
    """Say where a claim stands: section, paragraph, table."""
    text = translator(language)
    section = claim["section" if language == "id" else "section_en"]
    place = text("claims.place", section=section, paragraph=str(claim["paragraph"]))
    label = claim["printed_label"]
    return f"{place}, {label}" if label else place
