"""Verdicts on the undated text about what neutrality means: concept, rules and conduct."""

from __future__ import annotations

import pandas as pd

from netralitas_research.audit.claims import (
    Claim,
    Outcome,
    figures_with,
    holds,
    in_office,
    judged,
    not_checkable,
    only_data,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.rules import in_decree, provided, sources_of
from netralitas_research.audit.claims.surveys import (
    effect_on_administration,
    public_view,
    shares,
)
from netralitas_research.study.articles.cells import cells_of
from netralitas_research.study.processed import load

DIMENSIONS = "meaning-dimensions"
INDONESIAN = ("UU", "PP", "Perppu", "Perpres", "Perbawaslu", "SKB", "SE", "Putusan MK")
"""Kinds of rules that Indonesia has."""


@verdict("meaning-c001", "meaning-c037")
def competition_is_distorted(claim: Claim) -> Outcome:
    """Violations distort political competition and divide the public."""
    return public_view(claim)


@verdict("meaning-c003")
def colleagues_press(claim: Claim) -> Outcome:
    """Pressure to take sides comes from colleagues."""
    other = figures_with(subject="survey_pressers", code="other")
    return strictest(
        only_data(claim, figures_with(subject="survey_pressers", code="colleague")),
        not_checkable(figures=other, other=shares(other)),
    )


@verdict("meaning-c005")
def several_dimensions(claim: Claim) -> Outcome:
    """Neutrality has several dimensions."""
    cells = cells_of(DIMENSIONS)
    named = cells.loc[cells["column"].eq("dimension"), "printed"].nunique()
    return judged("holds" if named > 1 else "contradicted", named)


@verdict("meaning-c006")
def no_party_office(claim: Claim) -> Outcome:
    """Civil servants may not hold office in a party."""
    return strictest(_prohibited(claim, "party_office"), provided(claim, "UU-20-2023", "party"))


@verdict("meaning-c007")
def no_campaigning(claim: Claim) -> Outcome:
    """Civil servants may not take part in a campaign."""
    return _prohibited(claim, "campaigning")


@verdict("meaning-c008", "meaning-c019")
def no_support_by_account(claim: Claim) -> Outcome:
    """Civil servants may not support a candidate through an account that shows their post."""
    return _prohibited(claim, "social_media_support")


@verdict("meaning-c009")
def no_policy_by_pressure(claim: Claim) -> Outcome:
    """Civil servants may not let political preference decide policy."""
    return _prohibited(claim, "policy_by_pressure")


@verdict("meaning-c010", "meaning-c017")
def no_facilities(claim: Claim) -> Outcome:
    """Civil servants may not use state facilities for politics."""
    return provided(claim, "PP-94-2021", "state facilities")


@verdict("meaning-c011")
def no_data_or_budget(claim: Claim) -> Outcome:
    """Civil servants may not use data, budget and service networks for politics."""
    return provided(claim, "PP-94-2021", "data", "budget", "network")


@verdict("meaning-c012", "meaning-c040")
def merit_depends_on_neutrality(claim: Claim) -> Outcome:
    """Neutrality protects professional standing, and its absence erodes merit."""
    return effect_on_administration(claim)


@verdict("meaning-c013")
def right_to_vote(claim: Claim) -> Outcome:
    """Civil servants keep the right to vote."""
    asked = figures_with(
        subject="survey_revoke_vote", dimension="position", code="all", code_2="agree"
    )
    return holds(*shares(asked), figures=asked) if len(asked) else not_checkable()


@verdict("meaning-c014", "meaning-c022")
def no_orders_to_staff(claim: Claim) -> Outcome:
    """Civil servants may not campaign at the office or make their staff support a candidate."""
    return provided(claim, "PP-94-2021", "campaigning", "mobilising staff")


@verdict("meaning-c044")
def private_opinion(claim: Claim) -> Outcome:
    """Civil servants keep the right to an opinion in private."""
    return only_data(claim, _rules_on("opinion"), laws=float(len(load("laws"))))


@verdict("meaning-c015")
def kinds_of_rules(claim: Claim) -> Outcome:
    """The legal basis is made of laws, regulations, a code of ethics and guides."""
    laws = load("laws")
    complete = {"UU", "PP", "SKB", "SE"} <= set(laws["kind"])
    ethics = provided(claim, "PP-42-2004", "ethics")
    return strictest(judged("holds" if complete else "not_supported", len(laws)), ethics)


@verdict("meaning-c016")
def in_many_countries(claim: Claim) -> Outcome:
    """Many countries bar civil servants from active membership of a party."""
    laws = load("laws")
    return only_data(claim, laws[~laws["kind"].isin(INDONESIAN)])


@verdict("meaning-c018")
def sanctions_up_to_dismissal(claim: Claim) -> Outcome:
    """The rules hold administrative sanctions and, for grave violations, dismissal."""
    return strictest(
        provided(claim, "PP-94-2021", "performance pay cut", "dismissal"),
        provided(claim, "UU-20-2023", "dishonourable dismissal"),
    )


@verdict("meaning-c020")
def defence_and_appeal(claim: Claim) -> Outcome:
    """The law gives the accused a defence and an appeal."""
    return only_data(claim, _rules_on("appeal|defence"), laws=float(len(load("laws"))))


@verdict("meaning-c021", "meaning-c035", "meaning-c041")
def commission_supervises(claim: Claim) -> Outcome:
    """A civil service commission gives guidance and supervises independently."""
    return in_office(claim, "kasn")


@verdict("meaning-c043")
def personal_comments(claim: Claim) -> Outcome:
    """By marking a comment as personal, civil servants may join political discussion in public."""
    acts = load("skb_acts").set_index("act_id").loc[["E04", "D06"]]
    excepted = acts["act_en"].str.contains("personal|private").all()
    sources = sources_of(claim, acts["source_id"])
    return judged("holds" if excepted else "not_supported", sources=sources)


@verdict("meaning-c023")
def only_on_duty(claim: Claim) -> Outcome:
    """Declarations and campaigns are to be avoided in working hours or in one's office."""
    acts = load("skb_acts").set_index("act_id").loc[["E03", "D04"]]
    limited = acts["act_en"].str.contains("hours|on duty|capacity").all()
    sources = sources_of(claim, acts["source_id"])
    return judged("holds" if limited else "not_supported", sources=sources)


@verdict("meaning-c033")
def scale_of_sanctions(claim: Claim) -> Outcome:
    """Sanctions reach from a reprimand over a transfer to dismissal."""
    recommended = figures_with(
        counted_by="kasn", election="pilkada-2020", dimension="sanction", as_of="2022-05-31"
    )
    if recommended.empty:
        return not_checkable()
    light, severe = (
        float(recommended.loc[recommended["code"].eq(code), "value"].sum())
        for code in ("discipline_light", "discipline_severe")
    )
    counted = judged(
        "holds" if light > 0 and severe > 0 else "not_supported",
        figures=recommended, light=light, severe=severe,
    )  # fmt: skip
    return strictest(counted, provided(claim, "PP-94-2021", "one level down", "dismissal"))


@verdict("meaning-c034")
def crimes_go_to_court(claim: Claim) -> Outcome:
    """A violation can also be a crime, which goes to law enforcement."""
    return strictest(
        provided(claim, "UU-10-2016", "criminal"), provided(claim, "UU-7-2017", "criminal")
    )


@verdict("meaning-c036", "meaning-c042")
def trust_follows_neutrality(claim: Claim) -> Outcome:
    """Misuse costs trust, and consistent neutrality raises it."""
    return public_view(claim)


@verdict("meaning-c038")
def risks_for_persons(claim: Claim) -> Outcome:
    """Those who break neutrality risk sanctions and legal proceedings."""
    sanctioned = figures_with(
        counted_by="kasn", election="pilkada-2020", dimension="sanction", as_of="2022-05-31"
    )
    if sanctioned.empty:
        return not_checkable()
    counted = float(sanctioned["value"].sum())
    return strictest(
        judged("holds" if counted > 0 else "not_supported", counted, figures=sanctioned),
        provided(claim, "UU-7-2017", "criminal"),
    )


@verdict("meaning-c039")
def risks_for_agencies(claim: Claim) -> Outcome:
    """Agencies risk audit findings and a frozen budget."""
    return only_data(claim, figures_with(dimension="sanction", unit_counted="agencies"))


def _rules_on(words: str) -> pd.DataFrame:
    """List the rules and rulings whose provisions, as far as they were read, hold some words."""
    laws = load("laws")
    noted = laws["provision_on_neutrality"] + "; " + laws["sanction"]
    return laws[noted.str.contains(words)]


def _prohibited(claim: Claim, act: str) -> Outcome:
    """Ask whether the joint decree prohibits an act of the list of dimensions."""
    cells = cells_of(DIMENSIONS)
    named = cells[cells["row"].eq(act) & cells["column"].eq("skb_acts")]["printed"].iloc[0]
    return in_decree(claim, *filter(None, named.split(";"))) if named else not_checkable()
