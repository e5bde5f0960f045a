"""What the joint decree and the laws, as far as they were read, say of an act."""

from __future__ import annotations

from collections.abc import Iterable

from netralitas_research.audit.claims.claim import Claim
from netralitas_research.audit.claims.outcome import Outcome, holds, not_checkable, not_supported
from netralitas_research.language import PartialDate
from netralitas_research.study.articles.cells import rows_of
from netralitas_research.study.processed import load


def in_decree(claim: Claim, *act_ids: str) -> Outcome:
    """Ask whether the joint decree prohibits acts.

    Parameters
    ----------
    claim
        The claim.
    *act_ids
        Ids of the acts.

    Returns
    -------
    Outcome
        ``holds`` if the list that was read has all of them, with the day it was ``signed``; else
        ``not_supported``.

    Examples
    --------
    >>> in_decree(Claim("x", "meaning"), "D05").verdict
    'holds'
    """
    acts = load("skb_acts")
    found = acts[acts["act_id"].isin(act_ids)]
    if not set(act_ids) <= set(found["act_id"]):
        return not_supported()
    decree = rows_of("laws", "law_id", "SKB-2-2022", "error.claim_code").iloc[0]
    signed = PartialDate.parse(str(decree["in_force_from"] or decree["enacted"]))
    return holds(sources=sources_of(claim, found["source_id"]), signed=signed)


def provided(claim: Claim, law_id: str, *phrases: str) -> Outcome:
    """Ask whether what was read of a law has a provision or sanction.

    Parameters
    ----------
    claim
        The claim.
    law_id
        Id of the law.
    *phrases
        Words of data/raw/laws.csv that the provision is noted with.

    Returns
    -------
    Outcome
        ``holds`` if all of them are noted, else ``not_checkable``: excerpts were read, not the
        whole law.

    Examples
    --------
    >>> provided(Claim("x", "meaning"), "PP-94-2021", "state facilities").verdict
    'holds'
    """
    law = rows_of("laws", "law_id", law_id, "error.claim_code").iloc[0]
    noted = f"{law['provision_on_neutrality']}; {law['sanction']}"
    if not all(phrase in noted for phrase in phrases):
        return not_checkable()
    return holds(sources=sources_of(claim, [str(law["source_id"])]))


def regional_election(claim: Claim, column: str) -> tuple[PartialDate, tuple[str, ...]]:
    """Give a date of the regional elections of 2024.

    Parameters
    ----------
    claim
        The claim.
    column
        Column of the processed elections, such as ``voting_date``.

    Returns
    -------
    date, sources
        The date, and the pages that print it.

    Examples
    --------
    >>> regional_election(Claim("x", "brebes"), "voting_date")[0].isoformat()
    '2024-11-27'
    """
    election = load("elections").set_index("election").loc["Pilkada 2024"]
    return PartialDate.parse(str(election[column])), sources_of(claim, [str(election["source_id"])])


def sources_of(claim: Claim, joined: Iterable[str]) -> tuple[str, ...]:
    """List sources once each, without the article itself.

    Parameters
    ----------
    claim
        The claim.
    joined
        Cells with ids of sources, joined by ``;``.

    Returns
    -------
    tuple of str
        The ids.

    Examples
    --------
    >>> sources_of(Claim("x", "banten"), ["a;banten", "b;a"])
    ('a', 'b')
    """
    ids = dict.fromkeys(source for cell in joined for source in cell.split(";"))
    return tuple(source for source in ids if source not in ("", claim.article))
