"""Verdicts on the article about Sulawesi Tenggara: causes, sanctions and what follows."""

from __future__ import annotations

import pandas as pd

from netralitas_research.audit.claims import (
    Claim,
    Coded,
    Outcome,
    Percent,
    figures_with,
    holds,
    in_force,
    in_office,
    judged,
    linked,
    not_checkable,
    only_data,
    same_as_law,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.rules import provided
from netralitas_research.audit.claims.surveys import effect_on_administration
from netralitas_research.audit.verdicts.southeast_sulawesi_shared import (
    COUNTRY,
    all_linked,
    last_interview,
    own_figures,
    survey_answer,
)
from netralitas_research.language import PartialDate
from netralitas_research.study.processed import load

MOTIVE = "keep_or_gain_post"


@verdict("southeast-sulawesi-c049")
def causes_were_surveyed(claim: Claim) -> Outcome:
    """KASN surveyed the causes of violations in the year named."""
    year = claim.dates[0]
    causes = figures_with(counted_by="kasn", as_of=year.isoformat(), subject="survey_causes")
    if causes.empty:
        return not_checkable()
    surveyed = causes["stage"].eq("survey").all()
    return judged("holds" if surveyed else "contradicted", year, figures=causes)


@verdict("southeast-sulawesi-c050")
def commission_supervises(claim: Claim) -> Outcome:
    """KASN has the task of supervising neutrality and the merit system."""
    at = last_interview()
    return strictest(in_office(claim, "kasn", at), holds(at=at))


@verdict("southeast-sulawesi-c051")
def motive_is_a_frequent_answer(claim: Claim) -> Outcome:
    """The survey shows the motive of post, gain and projects as a frequent cause."""
    causes = _causes("2018")
    if causes.empty:
        return not_checkable()
    first, second = causes.iloc[0], causes.iloc[1]
    return judged(
        "holds" if first["code"] == MOTIVE else "contradicted",
        Percent(float(first["value"])),
        figures=causes,
        second=Percent(float(second["value"])),
    )


@verdict("southeast-sulawesi-c082")
def motive_is_the_main_cause(claim: Claim) -> Outcome:
    """The motive of post, gain and projects is the most frequent cause of violations."""
    earlier, later = _causes("2018"), _causes("2021-07")
    if earlier.empty or later.empty:
        return not_checkable()
    cases = earlier["unit_counted"].ne("respondents").all()
    most = later.iloc[0]
    return judged(
        "holds" if cases and earlier["code"].iloc[0] == MOTIVE else "not_supported",
        Percent(float(most["value"]), 2),
        figures=earlier.head(1),
        later=Coded("motives", most["code"]),
        later_date=PartialDate.parse(most["as_of"]),
    )


@verdict("southeast-sulawesi-c071")
def often_pushed_by_the_powerful(claim: Claim) -> Outcome:
    """Violations often happen because someone more powerful pushes for them."""
    causes = _causes("2018")
    pressed = causes[causes["code"].eq("superior_pressure")]
    if pressed.empty:
        return not_checkable()
    share, most = float(pressed["value"].iloc[0]), float(causes["value"].max())
    return judged(
        "holds" if share == most else "not_supported",
        Percent(share),
        figures=pressed,
        most=Percent(most),
        date=PartialDate.parse(pressed["as_of"].iloc[0]),
    )


@verdict("southeast-sulawesi-c052")
def moved_for_staying_neutral(claim: Claim) -> Outcome:
    """Civil servants who do not take sides are moved or demoted."""
    only_data(claim, own_figures(dimension="sanction", subject="merit_system"))
    agreed = survey_answer(subject="survey_ppk_makes_it_hard", code="sulawesi", code_2="agree")
    return not_checkable(
        Percent(float(agreed["value"].iloc[0])),
        figures=agreed,
        date=PartialDate.parse(agreed["as_of"].iloc[0]),
    )


@verdict("southeast-sulawesi-c054")
def close_to_power(claim: Claim) -> Outcome:
    """The career of those close to power is often faster."""
    return only_data(claim, own_figures(subject="merit_system", dimension="position"))


@verdict("southeast-sulawesi-c055")
def obedience_to_superiors(claim: Claim) -> Outcome:
    """The discipline regulation requires obedience as far as no rule is broken."""
    return strictest(same_as_law(claim), in_force(claim, "PP-94-2021", last_interview()))


@verdict("southeast-sulawesi-c056")
def sanctions_do_not_deter(claim: Claim) -> Outcome:
    """Most respondents say that sanctions are only social and do not deter."""
    only_data(claim, linked(claim, "same_figure"))
    other = survey_answer(subject="survey_items", code="sanctions_do_not_deter")
    discipline = figures_with(
        counted_by="bkn", dimension="sanction", code="discipline", kemendagri_code=COUNTRY
    )
    return not_checkable(
        Percent(float(other["value"].iloc[0]), 0),
        figures=discipline,
        date=PartialDate.parse(other["as_of"].iloc[0]),
        bkn_date=PartialDate.parse(discipline["as_of"].iloc[0]),
        discipline=float(discipline["value"].iloc[0]),
        all=float(discipline["base"].iloc[0]),
    )


@verdict("southeast-sulawesi-c057")
def some_are_not_followed_up(claim: Claim) -> Outcome:
    """Some recommendations of KASN were not followed up by appointing officials."""
    shares = _followed_up_by_year()
    if shares.empty:
        return not_checkable()
    return judged(
        "holds" if shares["value"].lt(100).any() else "contradicted",
        *(Percent(value, 1 if value % 1 else 0) for value in shares["value"]),
        figures=shares,
        years=tuple(PartialDate.parse(year) for year in shares["period_start"]),
    )


@verdict("southeast-sulawesi-c058")
def impression_of_impunity(claim: Claim) -> Outcome:
    """That is why civil servants feel safe when they break the rules."""
    shares = _followed_up_by_year()
    units = tuple(dict.fromkeys(shares["unit_counted"]))
    return judged(
        "holds" if units == ("respondents",) else "not_checkable",
        figures=shares,
        what=tuple(Coded("units_counted", unit) for unit in units),
    )


@verdict("southeast-sulawesi-c060")
def voters_are_not_smart(claim: Claim) -> Outcome:
    """Most people are not smart voters yet."""
    return only_data(claim, linked(claim))


@verdict("southeast-sulawesi-c061")
def power_matters_more_than_votes(claim: Claim) -> Outcome:
    """The authority and facilities of civil servants matter more than their votes."""
    return only_data(claim, figures_with(subject="asn_neutrality", unit_counted="votes"))


@verdict("southeast-sulawesi-c080")
def harm_to_public_service(claim: Claim) -> Outcome:
    """Lack of neutrality strongly lowers public service and splits the civil service."""
    return effect_on_administration(claim)


@verdict("southeast-sulawesi-c085")
def officials_appoint_and_dismiss(claim: Claim) -> Outcome:
    """The appointing official may appoint, move and dismiss civil servants."""
    force = in_force(claim, "UU-5-2014", last_interview())
    return strictest(force, provided(claim, "UU-5-2014", "appoint", "dismiss"))


@verdict("southeast-sulawesi-c086")
def soldiers_and_police_do_not_vote(claim: Claim) -> Outcome:
    """Members of the armed forces and the police have no vote."""
    return provided(claim, "UU-7-2017", "right to vote")


@verdict("southeast-sulawesi-c083")
def sanctions_are_not_enough(claim: Claim) -> Outcome:
    """Supervision and sanctions alone are not enough, empowerment is needed."""
    shown = set(all_linked(claim)["subject"])
    return judged("not_checkable" if "supervision" in shown else "not_supported")


@verdict("southeast-sulawesi-c081")
def violations_despite_rules(claim: Claim) -> Outcome:
    """Despite the rules, violations still happen."""
    decree = str(load("laws").set_index("law_id").loc["SKB-2020", "enacted"])
    reported = figures_with(
        counted_by="kasn",
        election="pilkada-2020",
        stage="reported",
        unit_counted="persons",
        dimension="total",
        kemendagri_code=COUNTRY,
    ).sort_values("as_of")
    before = reported[reported["as_of"].lt(decree)].tail(1)
    after = reported[reported["as_of"].ge(decree) & reported["as_of"].lt("2021")].tail(1)
    if before.empty or after.empty:
        return not_checkable()
    earlier, later = float(before["value"].iloc[0]), float(after["value"].iloc[0])
    return judged(
        "holds" if later > earlier else "not_supported",
        later,
        figures=after,
        before=earlier,
        enacted=PartialDate.parse(decree),
        date=PartialDate.parse(after["as_of"].iloc[0]),
    )


def _causes(as_of: str) -> pd.DataFrame:
    """List the causes that a survey of KASN gives, the most frequent first."""
    causes = survey_answer(subject="survey_causes", as_of=as_of)
    return causes.sort_values("value", ascending=False)


def _followed_up_by_year() -> pd.DataFrame:
    """List the share of recommendations that were followed up, year by year."""
    return figures_with(
        counted_by="kasn", election="all", stage="followed_up_ppk", measure="percent"
    ).sort_values("period_start")
