"""Checks that many claims share, each a call in the function of a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.audit.claims.claim import Claim
from netralitas_research.audit.claims.evidence import linked
from netralitas_research.audit.claims.outcome import (
    Coded,
    Fact,
    Outcome,
    Percent,
    Rank,
    Verdict,
    judged,
    not_checkable,
    strictest,
)
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate, weekday_matches
from netralitas_research.study.articles.arithmetic import evaluate
from netralitas_research.study.processed import load


def same_as_data(claim: Claim) -> Outcome:
    """Hold every number of a claim against the figures that are the same quantity.

    Parameters
    ----------
    claim
        The claim.

    Returns
    -------
    Outcome
        ``contradicted`` if a number has such figures and none of them has its value;
        ``not_checkable`` if no number has any; else ``holds``. What the figures give is
        recomputed.

    Examples
    --------
    >>> same_as_data(Claim("x", "southeast-sulawesi", ("southeast-sulawesi-n055",))).verdict
    'contradicted'
    """
    found = linked(claim, "same_figure")
    if found.empty:
        return not_checkable()
    printed = _printed_values(claim)
    missed = False
    values: list[Fact] = []
    for term, figures in found.groupby("term", sort=False):
        equal = figures["value"].eq(printed[str(term)])
        missed = missed or not equal.any()
        shown = figures[equal] if equal.any() else figures
        values += dict.fromkeys(_fact(figure) for figure in shown.to_dict("records"))
    recomputed = tuple(dict.fromkeys(values)) if len(printed) == 1 else tuple(values)
    return judged("contradicted" if missed else "holds", *recomputed, figures=found)


def arithmetic(*check_ids: str) -> Outcome:
    """Do checks of the articles' arithmetic (data/raw/articles/sums.csv).

    Parameters
    ----------
    *check_ids
        Their ids; each must compare something.

    Returns
    -------
    Outcome
        ``contradicted`` if one fails; what they compute is recomputed.

    Raises
    ------
    UsageError
        If there is no such check, or it compares nothing.

    Examples
    --------
    >>> arithmetic("banten-s12").verdict
    'holds'
    """
    outcomes = []
    for check_id in check_ids:
        check = _row(load("article_sums"), "check_id", check_id)
        result = evaluate(check["kind"], check["terms"], check["printed_total"])
        if result.agrees is None:
            raise UsageError("error.claim_check", check=check_id)
        computed = () if result.computed is None else (float(result.computed),)
        outcomes.append(judged("holds" if result.agrees else "contradicted", *computed))
    return strictest(*outcomes)


def on_its_weekday(claim: Claim, weekday: str) -> Outcome:
    """Compare the weekday that is printed with the first date of a claim.

    Parameters
    ----------
    claim
        The claim.
    weekday
        The weekday as printed, in either language.

    Returns
    -------
    Outcome
        Whether the day is that weekday; of a month or a year it cannot be said.

    Examples
    --------
    >>> on_its_weekday(Claim("x", "brebes", ("brebes-n013",)), "Selasa").verdict
    'holds'
    """
    day = claim.dates[0]
    matches = weekday_matches(f"{weekday}, {day.isoformat()}")
    if matches is None:
        return not_checkable(day)
    return judged("holds" if matches else "contradicted", day)


def in_force(claim: Claim, law_id: str, at: PartialDate | None = None) -> Outcome:
    """Ask whether a law was in force when the article appeared.

    Parameters
    ----------
    claim
        The claim.
    law_id
        Id of the law.
    at
        Another day to ask for.

    Returns
    -------
    Outcome
        ``outdated`` if the law had ended before, ``contradicted`` if it had not begun,
        ``not_checkable`` if a date is not known, else ``holds``. The facts ``since``, ``until``
        and ``successor`` are given as far as they are known.

    Examples
    --------
    >>> in_force(Claim("x", "belitung-timur"), "UU-5-2014").verdict
    'outdated'
    """
    law = _row(load("laws"), "law_id", law_id)
    sources = tuple(s for s in law["source_id"].split(";") if s != claim.article)
    start = law["in_force_from"] or law["enacted"]
    return judged(
        _during(at or claim.appeared, start, law["in_force_to"]),
        sources=sources,
        since=_date(start),
        until=_date(law["in_force_to"]),
        successor=Coded("laws", law["replaced_by"]) if law["replaced_by"] else "–",
    )


def in_office(claim: Claim, institution: str, at: PartialDate | None = None) -> Outcome:
    """Ask whether an institution existed when the article appeared.

    Parameters
    ----------
    claim
        The claim.
    institution
        Code of the institution.
    at
        Another day to ask for.

    Returns
    -------
    Outcome
        As `in_force`.

    Examples
    --------
    >>> in_office(Claim("x", "banten"), "kasn").verdict
    'outdated'
    """
    row = _row(codelists.load("institutions").reset_index(), "code", institution)
    return judged(
        _during(at or claim.appeared, row["in_force_from"], row["in_force_to"]),
        sources=_known_sources(row["source"].split(";")),
        since=_date(row["in_force_from"]),
        until=_date(row["in_force_to"]),
    )


def same_as_law(claim: Claim) -> Outcome:
    """Hold what a claim says of a law against the reviewed comparison with it.

    Parameters
    ----------
    claim
        The claim; its numbers are those that name the law (data/raw/articles/law_links.csv).

    Returns
    -------
    Outcome
        ``contradicted`` if the law says otherwise or is misnumbered, ``outdated`` if it had been
        replaced, ``holds`` if it agrees, ``not_checkable`` if it was only named or not read.

    Examples
    --------
    >>> same_as_law(Claim("x", "banten", ("banten-n044",))).verdict
    'contradicted'
    """
    verdicts: dict[str, Verdict] = {
        "differs": "contradicted",
        "misnumbered": "contradicted",
        "replaced": "outdated",
        "agrees": "holds",
        "names": "not_checkable",
    }
    named = load("article_laws")
    named = named[named["number_id"].isin(claim.numbers)].merge(load("laws"), on="law_id")
    if named.empty:
        return not_checkable()
    sources = [s for ids in named["source_id"] for s in ids.split(";") if s != claim.article]
    known = [verdicts[relation] for relation in named["relation"]]
    informative = [v for v in known if v != "not_checkable"] or known
    return strictest(*(judged(v, sources=tuple(dict.fromkeys(sources))) for v in informative))


def only_data(claim: Claim, found: pd.DataFrame, **facts: Fact) -> Outcome:
    """Say that a claim cannot be checked unless figures that could show it are there.

    Parameters
    ----------
    claim
        The claim.
    found
        The figures that could show it; as long as there are none, the claim is not checkable.
    **facts
        Values for the placeholders of the explanation.

    Returns
    -------
    Outcome
        ``not_checkable``.

    Raises
    ------
    UsageError
        If there are such figures: then the claim needs a function that looks at them.
    """
    if not found.empty:
        raise UsageError("error.claim_has_data", claim=claim.claim_id, figures=len(found))
    return not_checkable(**facts)


def _row(table: pd.DataFrame, key: str, value: str) -> dict[str, str]:
    """Give the row of a table of texts that has a key."""
    chosen = table[table[key].eq(value)]
    if chosen.empty:
        raise UsageError("error.claim_code", code=value)
    return {str(name): str(cell) for name, cell in chosen.iloc[0].items()}


def _printed_values(claim: Claim) -> dict[str, float]:
    """Give the value of each number and cell, a column taken apart into its cells."""
    cells = load("article_cells")
    named = cells["table_id"] + "[" + cells["row"] + "][" + cells["column"] + "]"
    columns = cells["table_id"] + "[*][" + cells["column"] + "]"
    chosen = named.isin(claim.numbers) | columns.isin(claim.numbers)
    numbers = load("article_numbers")
    numbers = numbers[numbers["number_id"].isin(claim.numbers)]
    return {
        **dict(zip(numbers["number_id"], numbers["value"], strict=True)),
        **dict(zip(named[chosen], cells.loc[chosen, "value"], strict=True)),
    }


def _fact(figure: Mapping[Any, Any]) -> Fact:
    """Give the value of a figure, written as what it measures."""
    if figure["measure"] == "percent":
        return Percent(float(figure["value"]), int(figure["decimals_at_least"]))
    if figure["measure"] == "rank":
        return Rank(int(figure["value"]))
    return float(figure["value"])


def _during(at: PartialDate | None, start: str, end: str) -> Verdict:
    if at is None or not (start or end):
        return "not_checkable"
    if end and PartialDate.parse(end).last < at.first:
        return "outdated"
    if start and PartialDate.parse(start).first > at.last:
        return "contradicted"
    return "holds"


def _date(text: str) -> PartialDate | str:
    return PartialDate.parse(text) if text else "–"


def _known_sources(names: Sequence[str]) -> tuple[str, ...]:
    sources = set(load("sources")["source_id"])
    return tuple(name for name in names if name in sources)
