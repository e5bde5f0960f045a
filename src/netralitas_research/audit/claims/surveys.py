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
    """Ask whether every year with a vote has more cases than every year without an election.

    A year is without an election only if no nomination, campaign or vote falls in it.

    Returns
    -------
    Outcome
        By the persons that KASN recommended for a sanction in each year from ``first`` to
        ``last``: ``holds`` or ``not_supported``; ``not_checkable`` if one kind of year lacks. The
        years without a vote are ``quiet``, though an election may already be under way in them.

    Examples
    --------
    >>> more_with_votes().facts["quiet"]
    (PartialDate(year=2016, month=None, day=None),)
    """
    counts = figures_with(
        counted_by="kasn", election="all", subject="asn_neutrality", kemendagri_code="ID",
        dimension="total", stage="recommended", unit_counted="persons",
    )  # fmt: skip
    counts = counts[counts["period_end"].str.fullmatch("[0-9]{4}")].sort_values("period_end")
    if counts.empty:
        return not_checkable()
    elections = load("elections")
    years = counts["period_end"]
    votes = years.isin(elections["voting_date"].str[:4])
    under_way = votes | years.isin(elections["nomination_from"].str[:4])
    facts: dict[str, Any] = {
        "first": PartialDate.parse(str(years.iloc[0])),
        "last": PartialDate.parse(str(years.iloc[-1])),
        "quiet": tuple(map(PartialDate.parse, years[~votes])),
    }
    if under_way.all() or not votes.any():
        return not_checkable(figures=counts, **facts)
    rises = counts.loc[votes, "value"].min() > counts.loc[~under_way, "value"].max()
    return judged("holds" if rises else "not_supported", figures=counts, **facts)
