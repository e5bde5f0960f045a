"""What an outcome gives, in words: values, labels and the explanation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal

from netralitas_research import codelists
from netralitas_research.audit.claims.outcome import Coded, Fact, Outcome, Percent, Rank
from netralitas_research.codelists.regions import region_label
from netralitas_research.language import (
    PartialDate,
    format_date,
    format_list,
    format_number,
    translator,
)


def write_fact(fact: Fact | tuple[Fact, ...], language: str) -> str:
    """Write a value that a check gives.

    Parameters
    ----------
    fact
        A number, date, code, text, or several of them.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The value as the language writes it; several as a list.

    Examples
    --------
    >>> write_fact(Percent(11.6), "id"), write_fact(Coded("regions", "36"), "en")
    ('11,6%', 'Banten')
    >>> write_fact((1, 2), "id")
    '1 dan 2'
    """
    match fact:
        case tuple():
            return format_list([write_fact(part, language) for part in fact], language)
        case Percent(value, decimals):
            return f"{format_number(value, language, decimals)}%"
        case Rank(place):
            return translator(language)("claims.rank", place=place)
        case Coded("regions", code):
            return region_label(code, language)
        case Coded(code_list, code):
            return codelists.label(code_list, code, language)
        case PartialDate():
            return format_date(fact, language)
        case int() | float() | Decimal():
            return "–" if math.isnan(fact) else format_number(fact, language)
    return str(fact)


def write_recomputed(outcome: Outcome, language: str) -> str:
    """Write what the data give in place of what is printed.

    Parameters
    ----------
    outcome
        The outcome.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The values; empty where the data give none.
    """
    return "; ".join(write_fact(value, language) for value in outcome.recomputed)


def explain(claim: Mapping[str, object], outcome: Outcome, language: str) -> str:
    """Explain a verdict.

    Parameters
    ----------
    claim
        A row of the processed claims.
    outcome
        What its check gives.
    language
        ``id`` or ``en``.

    Returns
    -------
    str
        The reviewed explanation, if it was written for this verdict; else a general one, which
        says that the reviewed one no longer fits.
    """
    text = translator(language)
    recomputed = write_recomputed(outcome, language)
    facts = {name: write_fact(fact, language) for name, fact in outcome.facts.items()}
    if outcome.verdict == claim["reviewed"]:
        words = {"recomputed": recomputed, "printed": str(claim["printed"]), **facts}
        return text.fill(str(claim[f"explanation_{language}"]), **words)
    return text(
        "claims.not_reviewed_value" if recomputed else "claims.not_reviewed",
        recomputed=recomputed,
        verdict=text(f"claims.verdict.{outcome.verdict}"),
    )
