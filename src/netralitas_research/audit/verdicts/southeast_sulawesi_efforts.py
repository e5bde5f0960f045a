"""Verdicts on the article about Sulawesi Tenggara: outreach, training and the merit system."""

from __future__ import annotations

from netralitas_research.audit.claims import (
    Claim,
    Coded,
    Outcome,
    Percent,
    Rank,
    arithmetic,
    figures_with,
    in_force,
    judged,
    linked,
    not_checkable,
    on_its_weekday,
    only_data,
    same_as_law,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.rules import provided
from netralitas_research.audit.verdicts.southeast_sulawesi_shared import (
    COUNTRY,
    PROVINCE,
    count_of,
    last_interview,
    own_figures,
    place_of,
    printed_counts,
    province_lists,
    survey_answer,
)
from netralitas_research.language import PartialDate
from netralitas_research.study.processed import load


@verdict("southeast-sulawesi-c062")
def role_of_civil_servants(claim: Claim) -> Outcome:
    """The article named sets out the role of civil servants."""
    return strictest(same_as_law(claim), in_force(claim, "UU-5-2014", last_interview()))


@verdict("southeast-sulawesi-c063")
def many_cases_in_2020(claim: Claim) -> Outcome:
    """Cases in the province in Pilkada 2020 were many."""
    lists = province_lists("bawaslu_ri", "pilkada-2020")
    if not lists:
        return not_checkable()
    date, ordered = max(lists.items())
    place = place_of(PROVINCE, ordered)
    return judged(
        "holds" if 2 * place <= len(ordered) else "contradicted",
        Rank(place),
        figures=ordered,
        date=PartialDate.parse(date),
        count=count_of(PROVINCE, ordered),
    )


@verdict("southeast-sulawesi-c064")
def only_one_held_outreach(claim: Claim) -> Outcome:
    """During 2022 only one regency held outreach on neutrality."""
    only_data(claim, own_figures(subject="supervision"))
    areas = linked(claim, "total")
    return not_checkable(float(areas["value"].sum()), figures=areas)


@verdict("southeast-sulawesi-c065")
def most_do_not_know(claim: Claim) -> Outcome:
    """Most respondents do not know the violations and their sanctions."""
    only_data(claim, linked(claim, "same_figure"))
    briefed = survey_answer(subject="survey_items", code="briefed")
    return not_checkable(
        Percent(float(briefed["value"].iloc[0]), 2),
        figures=briefed,
        date=PartialDate.parse(briefed["as_of"].iloc[0]),
    )


@verdict("southeast-sulawesi-c066", "southeast-sulawesi-c068")
def what_the_rule_provides(claim: Claim) -> Outcome:
    """The circular sets the basic values; the regulation gives hours of training."""
    known = load("article_laws").merge(load("laws"), on="law_id")
    known = known[known["number_id"].isin(claim.numbers)]
    since = [PartialDate.parse(day) for day in known["enacted"] if day]
    outcome = same_as_law(claim)
    return strictest(outcome, not_checkable(since=tuple(since))) if since else outcome


@verdict("southeast-sulawesi-c067")
def values_only_for_trainees(claim: Claim) -> Outcome:
    """The basic values were so far taught only to trainees."""
    return only_data(claim, own_figures(subject="supervision"))


@verdict("southeast-sulawesi-c069")
def year_of_the_second_regulation(claim: Claim) -> Outcome:
    """The second regulation on the right to training is of the year printed."""
    named = load("article_laws").merge(load("laws"), on="law_id")
    law = named[named["number_id"].isin(claim.numbers)].iloc[0]
    outcome = same_as_law(claim)
    return judged(
        outcome.verdict,
        f"{law['kind']} {law['number']}/{law['year']}",
        sources=outcome.source_ids,
        title=Coded("laws", law["law_id"]),
    )


@verdict("southeast-sulawesi-c072")
def merit_system_for_high_posts(claim: Claim) -> Outcome:
    """The merit system is in place for high posts, though not perfect."""
    scores = figures_with(subject="merit_system", kemendagri_code=PROVINCE, measure="score")
    if scores.empty:
        return not_checkable()
    first = scores.sort_values("as_of").iloc[0]
    date = PartialDate.parse(first["as_of"])
    posts = scores["dimension"].eq("position").any() and date.first <= last_interview().last
    return judged(
        "holds" if posts and first["value"] < first["base"] else "not_checkable",
        float(first["value"]),
        figures=scores,
        maximum=float(first["base"]),
        date=date,
    )


@verdict("southeast-sulawesi-c073")
def three_names(claim: Claim) -> Outcome:
    """The selection fixes and announces three names; the study is cited by the same year."""
    fixed, announced = (term.total for term in claim.terms[:2])
    cited = {date.year for date in claim.dates}
    return judged("holds" if fixed == announced and len(cited) == 1 else "contradicted", fixed)


@verdict("southeast-sulawesi-c074")
def selection_is_flawed(claim: Claim) -> Outcome:
    """The selection for posts in one regency and one city is not objective."""
    return only_data(claim, figures_with(subject="merit_system", kemendagri_code=("7401", "7471")))


@verdict("southeast-sulawesi-c075")
def lapsed_certificates(claim: Claim) -> Outcome:
    """The certification body dates from 2014; the certificates of its assessors have lapsed."""
    return only_data(claim, linked(claim))


@verdict("southeast-sulawesi-c076")
def interview_on_thursday(claim: Claim) -> Outcome:
    """The interview took place on the weekday named."""
    return on_its_weekday(claim, "Kamis")


@verdict("southeast-sulawesi-c077")
def recommended_in_2020(claim: Claim) -> Outcome:
    """Recommendations of KASN in 2020 cover the printed number of cases."""
    counts = own_figures(
        counted_by="kasn", election="pilkada-2020", stage="recommended", dimension="total"
    )
    recommended, other = printed_counts(claim)
    if counts.empty:
        return not_checkable(other=other)
    equal = counts["value"].eq(recommended)
    values = counts["value"].astype(float)
    return judged("holds" if equal.any() else "contradicted", *values, figures=counts, other=other)


@verdict("southeast-sulawesi-c078")
def commission_only_recommends(claim: Claim) -> Outcome:
    """KASN may only recommend, not act directly."""
    powers = provided(claim, "UU-5-2014", "recommend")
    counts = figures_with(
        counted_by="kasn",
        election="pilkada-2020",
        as_of="2022-05-31",
        unit_counted="persons",
        dimension="total",
        kemendagri_code=COUNTRY,
    ).set_index("stage")["value"]
    return judged(
        powers.verdict,
        sources=powers.source_ids,
        recommended=float(counts["recommended"]),
        followed=float(counts["followed_up_ppk"]),
        date=PartialDate.parse("2022-05-31"),
    )


@verdict("southeast-sulawesi-c079")
def three_elements(claim: Claim) -> Outcome:
    """Empowerment has three elements, and the table holds them."""
    return arithmetic("southeast-sulawesi-s17", "southeast-sulawesi-s18")
