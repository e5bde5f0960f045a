"""Verdicts on the post about a meeting of supervisors in Belitung Timur."""

from __future__ import annotations

from netralitas_research.audit.claims import (
    Claim,
    Outcome,
    arithmetic,
    contradicted,
    figures_with,
    holds,
    in_force,
    judged,
    not_checkable,
    not_supported,
    on_its_weekday,
    only_data,
    same_as_law,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.rules import (
    in_decree,
    provided,
    regional_election,
    sources_of,
)
from netralitas_research.audit.claims.surveys import (
    effect_on_administration,
    public_view,
    shares,
)
from netralitas_research.study.articles.cells import cells_of
from netralitas_research.study.processed import load

PROHIBITIONS = "belitung-timur-prohibitions"


@verdict("belitung-timur-c001")
def updated_after_posting(claim: Claim) -> Outcome:
    """The post was last updated after it had appeared."""
    numbers = load("article_numbers").set_index("number_id")["value_text"]
    day, hour, later_day, later_hour = (str(numbers[number]) for number in claim.numbers)
    return judged("holds" if (day, hour) <= (later_day, later_hour) else "contradicted")


@verdict("belitung-timur-c002")
def posted_after_meeting(claim: Claim) -> Outcome:
    """The post appeared after the meeting that it tells of."""
    return strictest(arithmetic("belitung-timur-s01"), holds(meeting=claim.dates[1]))


@verdict("belitung-timur-c003")
def meeting_on_monday(claim: Claim) -> Outcome:
    """The meeting was held on a Monday."""
    return on_its_weekday(claim, "Senin")


@verdict("belitung-timur-c004")
def election_ahead(claim: Claim) -> Outcome:
    """The election of the regent lay ahead when the supervisors met."""
    vote, sources = regional_election(claim, "voting_date")
    ahead = claim.dates[0].definitely_before(vote)
    return judged("holds" if ahead else "contradicted", vote, sources=sources)


@verdict("belitung-timur-c005")
def election_under_way(claim: Claim) -> Outcome:
    """The election was under way when the post appeared."""
    opened, sources = regional_election(claim, "nomination_from")
    vote, _ = regional_election(claim, "voting_date")
    within = opened.first <= claim.dates[0].first <= vote.last
    return judged("holds" if within else "contradicted", sources=sources, opened=opened, vote=vote)


@verdict("belitung-timur-c006", "belitung-timur-c019")
def trust_is_lost(claim: Claim) -> Outcome:
    """Partial civil servants make the public lose trust in the election."""
    return public_view(claim)


@verdict("belitung-timur-c007")
def law_of_2014(claim: Claim) -> Outcome:
    """The law of 2014 is the civil service law that binds."""
    return in_force(claim, "UU-5-2014")


@verdict("belitung-timur-c008")
def article_on_neutrality(claim: Claim) -> Outcome:
    """Article 2 of that law holds the principle of neutrality."""
    return same_as_law(claim)


@verdict("belitung-timur-c009")
def unrest_follows(claim: Claim) -> Outcome:
    """Partial civil servants can bring political and social unrest to the region."""
    local = figures_with(kemendagri_code="1906", subject=["asn_neutrality", "asn_and_others"])
    return only_data(claim, local)


@verdict("belitung-timur-c010")
def decree_binds(claim: Claim) -> Outcome:
    """Joint Decree 2 of 2022 governs the neutrality of civil servants."""
    return in_force(claim, "SKB-2-2022")


@verdict("belitung-timur-c011")
def several_prohibitions(claim: Claim) -> Outcome:
    """The decree holds several prohibitions, of which the post names three."""
    acts = load("skb_acts")
    named = set(_acts_named()) & set(acts["act_id"])
    several = len(acts) >= len(claim.numbers) > 1
    return judged(
        "holds" if several else "contradicted",
        len(acts),
        named=len(claim.numbers),
        covered=len(named),
    )


@verdict("belitung-timur-c012")
def no_displays(claim: Claim) -> Outcome:
    """The decree prohibits putting up displays for a prospective candidate."""
    return _prohibited(claim, "displays")


@verdict("belitung-timur-c013")
def displays_change_views(claim: Claim) -> Outcome:
    """Displays put up by civil servants change how the public sees their work."""
    asked = figures_with(stage="survey", dimension_2="act")
    counted = figures_with(
        dimension="act", code="displays", kemendagri_code="ID", measure="percent"
    )
    return strictest(only_data(claim, asked), not_checkable(figures=counted))


@verdict("belitung-timur-c014")
def no_campaign_in_media(claim: Claim) -> Outcome:
    """The decree prohibits campaigning in the media, also by liking and following."""
    return _prohibited(claim, "media_campaign")


@verdict("belitung-timur-c015")
def social_media_form_opinion(claim: Claim) -> Outcome:
    """Social media are very influential in forming opinion."""
    acts = figures_with(
        dimension="act", code="social_media_campaign", kemendagri_code="ID", measure="percent"
    )
    latest = acts[acts["election"].eq("pilkada-2020")].sort_values("as_of").tail(1)
    return strictest(
        only_data(claim, figures_with(stage="survey", code="social_media")),
        not_checkable(figures=latest, share=shares(latest)),
    )


@verdict("belitung-timur-c016")
def no_attendance(claim: Claim) -> Outcome:
    """The decree prohibits mere attendance at a declaration or campaign."""
    return _prohibited(claim, "attendance")


@verdict("belitung-timur-c017")
def candidates_not_yet_set(claim: Claim) -> Outcome:
    """The prohibitions that fit the day are those on prospective candidates."""
    day = claim.appeared
    candidates_set, sources = regional_election(claim, "candidates_set")
    acts = load("skb_acts").set_index("act_id")
    stages = acts.loc[_acts_named(), "stage_of_election"]
    early = stages.str.contains("bakal calon").all()
    if day is None:
        return not_checkable()
    fits = day.definitely_before(candidates_set) == early
    return judged("holds" if fits else "contradicted", candidates_set, sources=sources)


@verdict("belitung-timur-c018")
def services_worsen(claim: Claim) -> Outcome:
    """Involvement in politics politicises the bureaucracy and lowers the quality of services."""
    return effect_on_administration(claim)


@verdict("belitung-timur-c020")
def up_to_dismissal(claim: Claim) -> Outcome:
    """Civil servants who are not neutral face sanctions up to dismissal."""
    classes = load("skb_acts").set_index("act_id")["sanction_class"]
    dismissed = classes[classes.str.contains("dismissal")]
    moral = classes.loc[_acts_named()].str.startswith("moral")
    facts = {"acts": len(dismissed), "moral": int(moral.sum()), "named": len(moral)}
    if dismissed.empty:
        return contradicted(**facts)
    return strictest(provided(claim, "PP-94-2021", "dismissal"), holds(**facts))


@verdict("belitung-timur-c021")
def agency_loses_reputation(claim: Claim) -> Outcome:
    """A sanction on one person harms the reputation of the agency."""
    asked = figures_with(stage="survey", dimension=["agency", "sanction"])
    return only_data(claim, asked)


@verdict("belitung-timur-c025")
def supervisors_serve_the_government(claim: Claim) -> Outcome:
    """Bawaslu is the government's instrument for supervising civil servants."""
    return provided(claim, "UU-7-2017", "Bawaslu", "government")


@verdict("belitung-timur-c022")
def supervisors_guide(claim: Claim) -> Outcome:
    """Election supervisors have a part in guiding civil servants."""
    decree = load("laws").set_index("law_id").loc["SKB-2-2022"]
    takes_part = "Bawaslu" in decree["institution"] and "fostering" in decree["short_title_en"]
    sources = sources_of(claim, [str(decree["source_id"])])
    return judged("holds" if takes_part else "not_supported", sources=sources)


@verdict("belitung-timur-c023")
def public_reports(claim: Claim) -> Outcome:
    """With the help of the public, violations are detected and reported."""
    routes = figures_with(
        counted_by="bawaslu_ri", subject="asn_neutrality", dimension="route",
        election="pilkada-2020", as_of="2020-12-17", kemendagri_code="ID",
    )  # fmt: skip
    reported = routes[routes["code"].eq("public_report")]
    if reported.empty:
        return not_checkable()
    total = float(routes["value"].sum())
    supported = reported["value"].gt(0).any()
    return judged(
        "holds" if supported else "contradicted", float(reported["value"].iloc[0]),
        figures=routes, total=total,
    )  # fmt: skip


@verdict("belitung-timur-c024")
def same_day_twice(claim: Claim) -> Outcome:
    """The conclusion gives the same day for the meeting as the opening."""
    return judged(arithmetic("belitung-timur-s02").verdict, claim.dates[0])


def _acts_named() -> list[str]:
    """List the acts of the decree that the three prohibitions stand for."""
    cells = cells_of(PROHIBITIONS)
    codes = cells.loc[cells["column"].eq("skb_acts"), "printed"]
    return [code for cell in codes for code in cell.split(";")]


def _prohibited(claim: Claim, prohibition: str) -> Outcome:
    """Ask whether the decree prohibits what the post says, and not only a part of it."""
    cells = cells_of(PROHIBITIONS)
    row = cells[cells["row"].eq(prohibition)].set_index("column")["printed"]
    if row["match"] == "wider":
        return not_supported(sources=in_decree(claim, *row["skb_acts"].split(";")).source_ids)
    return in_decree(claim, *row["skb_acts"].split(";"))
