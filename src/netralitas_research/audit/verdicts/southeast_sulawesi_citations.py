"""Verdicts on the article about Sulawesi Tenggara: works that it gives as sources."""

from __future__ import annotations

from netralitas_research.audit.claims import (
    Claim,
    Outcome,
    contradicted,
    in_office,
    linked,
    not_checkable,
    only_data,
    verdict,
)


@verdict(
    "southeast-sulawesi-c023",
    "southeast-sulawesi-c029",
    "southeast-sulawesi-c033",
    "southeast-sulawesi-c039",
    "southeast-sulawesi-c040",
    "southeast-sulawesi-c053",
)
def work_is_no_older_than_its_fact(claim: Claim) -> Outcome:
    """The work that is cited holds the fact; it cannot if the fact is later than the work."""
    work, fact = claim.dates
    return contradicted(fact) if work.last < fact.first else not_checkable()


@verdict("southeast-sulawesi-c059")
def work_knows_the_commission(claim: Claim) -> Outcome:
    """The work that is cited tells how recommendations of KASN were followed up."""
    outcome = in_office(claim, "kasn", claim.dates[0])
    if outcome.verdict == "contradicted":
        return outcome
    return not_checkable(**outcome.facts)


@verdict("southeast-sulawesi-c015", "southeast-sulawesi-c084")
def work_on_another_subject(claim: Claim) -> Outcome:
    """A book that is by its title about something else is the source of a statement."""
    return only_data(claim, linked(claim))


@verdict("southeast-sulawesi-c088")
def statement_outside_the_reference_list(claim: Claim) -> Outcome:
    """A statement of 2020, not in the reference list, tells offenders from victims."""
    return only_data(claim, linked(claim))
