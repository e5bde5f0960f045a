"""The figures that a number of an article is linked to: which is closest, and whether it agrees."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from netralitas_research.language import PartialDate, translator
from netralitas_research.study.articles.wording import OWN_NUMBER, entries, join_ids, sentences
from netralitas_research.study.processed import load

RELATIONS = (
    *OWN_NUMBER,
    "other_stage",
    "other_unit",
    "other_date",
    "other_issuer",
    "other_election",
)
"""Relations of a linked figure to an article's number, the closest first."""

_MOST_NOTES = 2


@dataclass(frozen=True)
class Beside:
    """What stands beside a printed number.

    Attributes
    ----------
    data
        The values of the closest figures with their dates, as text.
    data_value
        The first of them, if it can be compared with the printed value.
    relation, relation_label
        How they relate to the printed number: a code of `RELATIONS` or ``none``, and in words.
    agrees
        ``yes``, ``no`` or ``partly``: whether they have the printed value; ``not_applicable``
        where they are parts or totals of it, or there are none.
    note
        The reviewed remarks on the closest figures, and the values of the others.
    explanation
        The relation and the remarks, as sentences.
    source_ids
        Sources of every figure named, joined by ``;``.
    """

    data: str = ""
    data_value: float = math.nan
    relation: str = "none"
    relation_label: str = ""
    agrees: str = "not_applicable"
    note: str = ""
    explanation: str = ""
    source_ids: str = ""


def linked_figures() -> pd.DataFrame:
    """List the figures that the articles' numbers and cells are linked to.

    Returns
    -------
    pandas.DataFrame
        One row a link, with the columns of ``article_links`` and of ``figures``.

    Examples
    --------
    >>> {"number_id", "relation", "value"} <= set(linked_figures().columns)
    True
    """
    return load("article_links").merge(load("figures"), on="figure_id", validate="m:1")


def describe(links: pd.DataFrame, value: float, language: str, *, is_rank: bool = False) -> Beside:
    """Say what the linked figures give for one printed number.

    Parameters
    ----------
    links
        The rows of `linked_figures` of one number or cell; may be empty.
    value
        The printed value.
    language
        ``id`` or ``en``.
    is_rank
        Whether the printed number is a place in an order. Only a rank can then have the same
        value, and of more distant figures the remarks are given instead of the values.

    Returns
    -------
    Beside
        The closest figures in full, the others summarised.
    """
    if links.empty:
        return without_source(language)
    links = links.assign(equal=links["value"].eq(value) & links["measure"].eq("rank").eq(is_rank))
    groups = {str(relation): _in_order(group) for relation, group in links.groupby("relation")}
    closest, *others = sorted(groups, key=lambda relation: _distance(groups[relation]))
    group = groups[closest]
    agrees = _agreement(group)
    label = _relation_label(closest, agrees, language)
    notes = [_notes(group, language)]
    notes += [_summary(groups[other], links, language, in_words=is_rank) for other in others]
    return Beside(
        data=entries(group, links, language),
        data_value=math.nan if agrees == "not_applicable" else float(group["value"].iloc[0]),
        relation=closest,
        relation_label=label,
        agrees=agrees,
        note=sentences(notes),
        explanation=sentences([label, *notes]),
        source_ids=join_ids(links["source_ids"]),
    )


def without_source(language: str) -> Beside:
    """Say that nothing in the data stands beside a printed number.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    Beside
        With the relation ``none``.

    Examples
    --------
    >>> without_source("en").explanation
    'No second source.'
    """
    label = translator(language)("articles.relation.none")
    return Beside(relation_label=label, explanation=sentences([label]))


def _distance(group: pd.DataFrame) -> tuple[int, bool, int]:
    """Order relations: the number itself, then a figure of the same value, then the closest."""
    relation = group["relation"].iloc[0]
    place = RELATIONS.index(relation)
    if relation in OWN_NUMBER:
        return place, False, place
    return len(OWN_NUMBER), not group["equal"].any(), place


def _agreement(group: pd.DataFrame) -> str:
    if group["relation"].iloc[0] in ("component", "total"):
        return "not_applicable"
    return "yes" if group["equal"].all() else "partly" if group["equal"].any() else "no"


def _relation_label(relation: str, agrees: str, language: str) -> str:
    text = translator(language)
    label = text(f"articles.relation.{relation}")
    if relation == "same_figure" or agrees in ("yes", "partly"):
        return f"{label}; {text(f'articles.agrees.{agrees}')}"
    return label


def _summary(group: pd.DataFrame, links: pd.DataFrame, language: str, *, in_words: bool) -> str:
    label = translator(language)(f"articles.relation.{group['relation'].iloc[0]}")
    remark = _notes(group, language) if in_words else ""
    return f"{label} – {remark}" if remark else f"{label}: {entries(group, links, language)}"


def _in_order(group: pd.DataFrame) -> pd.DataFrame:
    """Put counts of other dates in the order of time; parts keep the order of their list."""
    if group["relation"].iloc[0] in OWN_NUMBER:
        return group
    dates = group["as_of"].where(group["as_of"].str[:4].str.isdigit(), group["period_end"])
    days = pd.Series([PartialDate.parse(text).last for text in dates], group.index)
    return group.loc[days.sort_values(kind="stable").index]


def _notes(group: pd.DataFrame, language: str) -> str:
    """Join the remarks on figures, unless each figure has its own."""
    remarks = group.drop_duplicates("figure_id")[f"note_{language}"]
    distinct = [note for note in dict.fromkeys(remarks) if note]
    return "; ".join(distinct) if len(distinct) <= _MOST_NOTES else ""
