"""The laws that an article names, beside what is known of them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import format_date, translator
from netralitas_research.study.articles.links import Beside, without_source
from netralitas_research.study.articles.wording import join_ids, sentences
from netralitas_research.study.processed import load


def named_laws() -> pd.DataFrame:
    """List the laws that numbers of the articles name.

    Returns
    -------
    pandas.DataFrame
        One row a number and law, with the columns of ``article_laws`` and of ``laws``.

    Examples
    --------
    >>> {"number_id", "law_id", "in_force_from"} <= set(named_laws().columns)
    True
    """
    return load("article_laws").merge(load("laws"), on="law_id", validate="m:1")


def describe_laws(laws: pd.DataFrame, slug: str, language: str) -> Beside:
    """Say which laws a number names and how they relate to what is printed.

    Parameters
    ----------
    laws
        The rows of `named_laws` of one number; may be empty.
    slug
        Short name of the article, which is no source for itself.
    language
        ``id`` or ``en``.

    Returns
    -------
    Beside
        The names of the laws as data, with their sources.
    """
    if laws.empty:
        return without_source(language)
    relation = str(laws["relation"].iloc[0])
    names = [codelists.label("laws", law_id, language) for law_id in laws["law_id"]]
    notes = [note for note in dict.fromkeys(laws[f"note_{language}"]) if note]
    sources = join_ids(laws["source_id"]).split(";")
    label = translator(language)(f"articles.relation.law_{relation}")
    return Beside(
        data="; ".join(names),
        relation=f"law_{relation}",
        relation_label=label,
        note=sentences(notes),
        explanation=sentences([label, *notes]),
        source_ids=";".join(source for source in sources if source != slug),
    )


def in_force(law: dict[Any, Any], language: str) -> str:
    """Write from when to when a law was in force, as far as it is known.

    Parameters
    ----------
    law
        A row of the processed laws.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        Such as ``15 Januari 2014–31 Oktober 2023, diganti UU 20/2023 (…)``.

    Examples
    --------
    >>> law = {"in_force_from": "2017-08-16", "enacted": "", "in_force_to": "", "replaced_by": ""}
    >>> in_force(law, "en")
    'since 16 August 2017'
    """
    text = translator(language)
    start = str(law["in_force_from"] or law["enacted"])
    if not start:
        return text("articles.in_force.unknown")
    since = format_date(start, language)
    if not law["in_force_to"]:
        return text("articles.in_force.since", since=since)
    until = format_date(str(law["in_force_to"]), language)
    replaced = codelists.label("laws", law["replaced_by"], language) if law["replaced_by"] else ""
    key = "articles.in_force.replaced" if replaced else "articles.in_force.until"
    return text(key, since=since, until=until, law=replaced)
