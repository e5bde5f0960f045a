"""What surveys and yearly counts say of causes, of trust, and of election years."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research.audit.claims.checks import only_data
from netralitas_research.audit.claims.claim import Claim
from netralitas_research.audit.claims.evidence import figures_with
from netralitas_research.audit.claims.outcome import (
    Outcome,
    Percent,
    judged,
    not_checkable,
    strictest,
)
from netralitas_research.language import PartialDate
from netralitas_research.study.processed import load

TRUST = ("public_belief_neutral", "public_belief_not_neutral", "public_believes_partisan_officials")
"""Subjects of the surveys that ask the public whether civil servants are neutral."""


def shares(figures: pd.DataFrame) -> tuple[Percent, ...]:
    """Give percentages as they are written.

    Parameters
    ----------
    figures
        Figures that are percentages.

    Returns
    -------
    tuple of Percent
        One a figure, in order.

    Examples
    --------
    >>> shares(figures_with(subject="survey_items", code="briefed"))
    (Percent(value=96.49, decimals=2),)
    """
    pairs = zip(figures["value"], figures["decimals_at_least"], strict=True)
    return tuple(Percent(float(value), int(decimals)) for value, decimals in pairs)


def cause_named_often(*motives: str) -> Outcome:
    """Ask whether surveys among civil servants name a cause of violations often.

    Often means: in at least one survey the cause leads or reaches half of the leading share.

    Parameters
    ----------
    *motives
        Codes of the motives that are this cause.

    Returns
    -------
    Outcome
        ``holds`` or ``not_supported``, with its ``shares`` and, for the same surveys, the
        ``leading`` ones; ``not_checkable`` if no survey offers the cause.

    Examples
    --------
    >>> cause_named_often("candidate_pressure").verdict
    'not_supported'
    """
    asked = figures_with(
        subject="survey_causes",
        measure="percent",
        kemendagri_code="ID",
        dimension_2="not_applicable",
    )
    named = asked[asked["code"].isin(motives)]
    if named.empty:
        return not_checkable()
    first = asked.loc[asked.groupby("as_of")["value"].idxmax()].set_index("as_of", drop=False)
    leading = first.loc[named["as_of"].unique()]
    often = named["value"].ge(named["as_of"].map(first["value"]) / 2).any()
    facts: dict[str, Any] = {"figures": named, "shares": shares(named), "leading": shares(leading)}
    return judged("holds" if often else "not_supported", *shares(named), **facts)


def public_view(claim: Claim) -> Outcome:
    """Look for surveys that could show what breaches of neutrality do to trust.

    Such a survey would compare those who saw a breach with others.

    Parameters
    ----------
    claim
        The claim.

    Returns
    -------
    Outcome
        ``not_checkable``, with the share of the public that is ``convinced`` of neutrality.

    Examples
    --------
    >>> public_view(Claim("x", "belitung-timur")).verdict
    'not_checkable'
    """
    asked = figures_with(subject=TRUST)
    compared = asked[asked["dimension_2"].ne("not_applicable")]
    convinced = asked[asked["code"].eq("convinced")]
    return strictest(
        only_data(claim, compared), not_checkable(figures=convinced, convinced=shares(convinced))
    )


def effect_on_administration(claim: Claim) -> Outcome:
    """Look for figures that lay the quality of administration beside neutrality.

    Parameters
    ----------
    claim
        The claim.

    Returns
    -------
    Outcome
        ``not_checkable``, with the number of ``scores`` of the merit system that are known but
        not broken down by neutrality.

    Examples
    --------
    >>> effect_on_administration(Claim("x", "meaning")).verdict
    'not_checkable'
    """
    merit = figures_with(subject="merit_system")
    return only_data(
        claim, merit[merit["dimension_2"].ne("not_applicable")], scores=float(len(merit))
    )


def more_with_votes() -> Outcome:
    """Ask whether every year with a vote has more cases than every year without one.

    Returns
    -------
    Outcome
        By the persons that KASN recommended for a sanction in each year: ``holds`` or
        ``not_supported``, with the ``highest`` count without a vote, its ``quiet_year``, the
        ``lowest`` with one and its ``voting_year``; ``not_checkable`` if one kind of year lacks.

    Examples
    --------
    >>> more_with_votes().facts["quiet_year"]
    PartialDate(year=2016, month=None, day=None)
    """
    counts = figures_with(
        counted_by="kasn", election="all", subject="asn_neutrality", kemendagri_code="ID",
        dimension="total", stage="recommended", unit_counted="persons",
    )  # fmt: skip
    counts = counts[counts["period_end"].str.fullmatch("[0-9]{4}")]
    votes = counts["period_end"].isin(load("elections")["voting_date"].str[:4])
    with_vote, quiet = counts[votes], counts[~votes]
    if with_vote.empty or quiet.empty:
        return not_checkable(figures=counts)
    highest = quiet.sort_values("value").iloc[-1]
    lowest = with_vote.sort_values("value").iloc[0]
    facts: dict[str, Any] = {
        "highest": float(highest["value"]),
        "quiet_year": PartialDate.parse(str(highest["period_end"])),
        "lowest": float(lowest["value"]),
        "voting_year": PartialDate.parse(str(lowest["period_end"])),
    }
    rises = highest["value"] < lowest["value"]
    return judged("holds" if rises else "not_supported", figures=counts, **facts)
