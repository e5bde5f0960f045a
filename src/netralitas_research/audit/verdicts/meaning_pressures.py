"""Verdicts on the undated text about what neutrality means: who presses, and what weakens it."""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.audit.claims import (
    Claim,
    Outcome,
    arithmetic,
    figures_with,
    holds,
    judged,
    not_checkable,
    only_data,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.surveys import more_with_votes, shares


@verdict("meaning-c002", "meaning-c025")
def superiors_press(claim: Claim) -> Outcome:
    """Pressure to take sides comes from superiors."""
    asked = figures_with(subject="survey_pressers", measure="percent")
    named = asked[asked["code"].eq("superior")]
    if named.empty:
        return not_checkable()
    first = asked[asked["value"].eq(asked["value"].max())]
    some = named["value"].gt(0).any()
    return judged(
        "holds" if some else "contradicted",
        *shares(named),
        figures=pd.concat([named, first]),
        leading=shares(first),
    )


@verdict("meaning-c004", "meaning-c027")
def family_presses(claim: Claim) -> Outcome:
    """Pressure to take sides comes from family, friends and community."""
    named = _causes("social_pressure")
    victims = named[named["offender_or_victim"].eq("victim")]
    kin = named[named["reading"].eq("kinship")]
    if victims.empty:
        return not_checkable(figures=kin, ties=shares(kin))
    return holds(*shares(victims), figures=victims, ties=shares(kin))


@verdict("meaning-c024")
def election_years_press(claim: Claim) -> Outcome:
    """In an election year neutrality is under more strain."""
    return more_with_votes()


@verdict("meaning-c030")
def five_pressures(claim: Claim) -> Outcome:
    """The list holds five pressures."""
    return arithmetic("meaning-s01")


@verdict("meaning-c026")
def hard_to_report(claim: Claim) -> Outcome:
    """Pressure from above is often disguised and cannot be reported without risk."""
    return only_data(claim, figures_with(stage="survey", dimension="route"))


@verdict("meaning-c028")
def platforms_press(claim: Claim) -> Outcome:
    """Digital platforms and disinformation threaten neutrality."""
    return only_data(claim, _causes("digital_platforms"))


@verdict("meaning-c029")
def rules_are_ambiguous(claim: Claim) -> Outcome:
    """Guides that are not detailed leave staff unsure of what breaks the rules."""
    unclear = figures_with(stage="survey", code="unclear_rules")
    named = _causes("ambiguous_rules")
    return strictest(only_data(claim, unclear), not_checkable(figures=named, share=shares(named)))


@verdict("meaning-c031")
def oversight_is_weak(claim: Claim) -> Outcome:
    """Weak oversight makes violations easier, and selective enforcement costs trust."""
    compared = figures_with(subject="survey_items", code="weak_oversight")
    named = pd.concat(
        [_causes("weak_oversight"), figures_with(code="sanctions_do_not_deter", stage="survey")]
    )
    return strictest(only_data(claim, compared), not_checkable(figures=named, shares=shares(named)))


@verdict("meaning-c032")
def leaders_shape_culture(claim: Claim) -> Outcome:
    """Where leaders are neutral, the organisation takes over the norm sooner."""
    asked = figures_with(subject="survey_ppk_makes_it_hard")
    compared = asked[asked["dimension"].eq("agency")]
    agreed = asked[asked["code_2"].eq("agree")]
    return strictest(
        only_data(claim, compared),
        not_checkable(
            figures=agreed,
            lowest=shares(agreed.nsmallest(1, "value")),
            highest=shares(agreed.nlargest(1, "value")),
        ),
    )


def _causes(pressure: str) -> pd.DataFrame:
    """List the survey shares of the motives that are read as a pressure, with their reading."""
    motives = codelists.load("motives").reset_index()
    motives = motives[motives["pressure"].eq(pressure)][["code", "reading", "offender_or_victim"]]
    asked = figures_with(subject="survey_causes", measure="percent", dimension_2="not_applicable")
    return asked.merge(motives, on="code")
