"""Verdicts on the article about Banten: effects, rules, efforts, conclusion and suggestions."""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.audit.claims import (
    Claim,
    Coded,
    Outcome,
    Percent,
    arithmetic,
    contradicted,
    figures_with,
    holds,
    in_force,
    judged,
    linked,
    not_checkable,
    only_data,
    same_as_law,
    strictest,
    verdict,
)
from netralitas_research.audit.verdicts.banten_shared import (
    PUBLIC_OPINION,
    causes_not_shown,
    day,
    enacted,
    in_banten,
    provision,
    shown,
    values_on,
    work_after,
)
from netralitas_research.study.processed import load

_PROVEN = ("proven", "proven_sanctioned", "proven_recommended")


@verdict(
    "banten-c004",
    "banten-c017",
    "banten-c052",
    "banten-c059",
    "banten-c073",
    "banten-c085",
    "banten-c091",
    "banten-c115",
    "banten-c117",
)
def trust_depends_on_neutrality(claim: Claim) -> Outcome:
    """Broken neutrality costs trust in government and elections; kept, it wins trust."""
    return only_data(claim, in_banten(subject=PUBLIC_OPINION))


@verdict("banten-c053", "banten-c074", "banten-c090")
def services_become_unfair(claim: Claim) -> Outcome:
    """Partisan civil servants serve their own side first."""
    return only_data(claim, in_banten(subject=PUBLIC_OPINION))


@verdict("banten-c086")
def turnout_falls(claim: Claim) -> Outcome:
    """Distrust lowers turnout in the next election."""
    return only_data(claim, in_banten(subject=PUBLIC_OPINION))


@verdict("banten-c087")
def results_change(claim: Claim) -> Outcome:
    """Partisan civil servants change the results of elections."""
    return only_data(claim, in_banten(dimension="act", code="state_facilities"))


@verdict("banten-c088")
def polarisation_grows(claim: Claim) -> Outcome:
    """Partisan civil servants deepen the divisions in society."""
    return only_data(claim, in_banten(subject=PUBLIC_OPINION))


@verdict("banten-c120")
def democracy_weakens(claim: Claim) -> Outcome:
    """In the long run violations weaken the foundations of democracy."""
    return only_data(claim, in_banten(subject="democracy"))


@verdict("banten-c089")
def power_is_abused(claim: Claim) -> Outcome:
    """Broken neutrality opens the way to abuse of power and corruption."""
    return only_data(claim, in_banten(dimension="act", code="state_facilities"))


@verdict("banten-c092")
def neutrality_in_article_2(claim: Claim) -> Outcome:
    """Article 2 of the Civil Service Law of 2023 holds the principle of neutrality."""
    return strictest(in_force(claim, "UU-20-2023"), same_as_law(claim))


@verdict("banten-c093")
def no_political_activity(claim: Claim) -> Outcome:
    """By that article of the law, a civil servant may not take part in any political activity."""
    agrees = same_as_law(claim)
    said = "any political activit" in provision("UU-20-2023")
    return strictest(agrees, holds() if said else not_checkable())


@verdict("banten-c094")
def cited_after_the_law_of_2023(claim: Claim) -> Outcome:
    """A work of 2023 is cited for the Civil Service Law of 2023."""
    return work_after(claim, enacted("UU-20-2023"))


@verdict("banten-c095")
def discipline_rule_in_force(claim: Claim) -> Outcome:
    """The rule on the discipline of civil servants is that of 2021."""
    return in_force(claim, "PP-94-2021")


@verdict("banten-c096")
def ban_in_article_5(claim: Claim) -> Outcome:
    """Article 5 bars civil servants from supporting candidates."""
    return same_as_law(claim)


@verdict("banten-c097")
def cut_for_all(claim: Claim) -> Outcome:
    """Who breaks the ban gets a moderate punishment, a pay cut of 25 percent."""
    return same_as_law(claim)


@verdict("banten-c098")
def regional_election_law(claim: Claim) -> Outcome:
    """The law on regional elections bars civil servants from being members or supporters."""
    return strictest(in_force(claim, "UU-10-2016"), same_as_law(claim))


@verdict("banten-c099")
def general_election_law(claim: Claim) -> Outcome:
    """The law on general elections bars civil servants from being members or supporters."""
    return strictest(in_force(claim, "UU-7-2017"), same_as_law(claim))


@verdict("banten-c100")
def cited_after_the_election_laws(claim: Claim) -> Outcome:
    """A work of 2023 holds the bans of the two election laws."""
    return work_after(claim, enacted("UU-10-2016"), enacted("UU-7-2017"))


@verdict("banten-c101")
def what_the_bans_cover(claim: Claim) -> Outcome:
    """The two election laws bar open support, attending campaigns and use of state facilities."""
    words = ("support", "attend", "facilit")
    bans = provision("UU-7-2017") + provision("UU-10-2016")
    return holds() if all(word in bans for word in words) else not_checkable()


@verdict("banten-c102", "banten-c103")
def punishment_in_the_election_law(claim: Claim) -> Outcome:
    """A civil servant who breaks the law gets a year of detention and a fine of 12 million."""
    return same_as_law(claim)


@verdict("banten-c104")
def cited_after_the_law_of_2017(claim: Claim) -> Outcome:
    """A work of 2018 holds the punishment in the law of 2017."""
    return work_after(claim, enacted("UU-7-2017"))


@verdict("banten-c105", "banten-c112")
def still_many(claim: Claim) -> Outcome:
    """In spite of the rules named, still many civil servants break neutrality.

    The last numbers are the rules; a count can only show it if its election came after them.
    """
    counted, found = float(claim.terms[0].total), linked(claim)
    found = found[found["value"].eq(counted) & found["unit_counted"].eq("persons")]
    if found.empty:
        return not_checkable()
    election = str(found["election"].iloc[0])
    polling = str(codelists.load("elections").loc[election, "voting_date"])
    named = load("article_laws").merge(load("laws"), on="law_id")
    rules = named[named["number_id"].isin(claim.numbers)].drop_duplicates("law_id")
    younger = int(rules["enacted"].gt(polling).sum())
    staff = figures_with(subject="workforce", code="asn", as_of="2022-06-30", kemendagri_code="ID")
    whole = float(staff["base"].max())
    return judged(
        "not_supported" if younger else "holds",
        counted,
        figures=pd.concat([found, staff]),
        election=Coded("elections", election),
        polling=day(polling),
        rules=len(rules),
        younger=younger,
        whole=whole,
        share=Percent(100 * counted / whole, 2),
    )


@verdict("banten-c106")
def counted_by_bkn(claim: Claim) -> Outcome:
    """The National Civil Service Agency counted them."""
    counts = linked(claim)
    same = counts[counts["value"].isin(claim.values)]
    own = counts[counts["counted_by"].eq("bkn")].sort_values("value")
    counters = same["counted_by"].unique()
    if same.empty:
        return not_checkable(figures=counts)
    return judged(
        "holds" if "bkn" in counters else "contradicted",
        *(Coded("institutions", code) for code in counters),
        figures=counts,
        own=float(own["value"].iloc[-1]),
        own_at=day(str(own["as_of"].iloc[-1])),
    )


@verdict("banten-c107")
def in_2020_and_2021(claim: Claim) -> Outcome:
    """The count covers 2020 and 2021."""
    end = claim.dates[-1].last
    alleged = float(claim.terms[-1].total)
    counts = linked(claim)
    counts = counts[counts["counted_by"].eq("kasn") & counts["as_of"].str.len().eq(10)]
    counts = counts.sort_values("as_of")
    inside = counts[[day(text).last <= end for text in counts["as_of"]]]
    same = counts[counts["value"].eq(alleged)]
    if inside["value"].eq(alleged).any():
        return holds(figures=counts)
    if inside["value"].gt(alleged).any():
        return contradicted(*values_on(inside), figures=counts)
    return not_checkable(
        figures=counts,
        inside=float(inside["value"].iloc[-1]),
        inside_at=day(str(inside["as_of"].iloc[-1])),
        first_at=day(str(same["as_of"].iloc[0])),
    )


@verdict("banten-c108")
def alleged_in_two_years(claim: Claim) -> Outcome:
    """2,034 violations are alleged."""
    counts = linked(claim).sort_values("as_of")
    same = counts[counts["value"].eq(claim.value)]
    if same.empty:
        return contradicted(*values_on(counts), figures=counts)
    return holds(
        claim.value,
        figures=same,
        unit=Coded("units_counted", str(same["unit_counted"].iloc[0])),
        election=Coded("elections", str(same["election"].iloc[0])),
    )


@verdict("banten-c109")
def proven_in_two_years(claim: Claim) -> Outcome:
    """1,596 civil servants are proven to have broken neutrality."""
    counts = linked(claim).sort_values("as_of")
    same = counts[counts["value"].eq(claim.value)]
    if same.empty:
        return contradicted(*values_on(counts), figures=counts)
    proven = same[same["stage"].isin(_PROVEN)]
    if proven.empty:
        return not_checkable(figures=same)
    others = same[~same["stage"].isin(_PROVEN)]
    return holds(
        claim.value,
        figures=same,
        at=day(str(proven["as_of"].iloc[0])),
        stage=Coded("stages", str(others["stage"].iloc[0])),
    )


@verdict("banten-c110")
def proven_not_above_alleged(claim: Claim) -> Outcome:
    """Fewer were proven than alleged."""
    alleged, proven = claim.values
    return strictest(arithmetic("banten-s40"), holds(share=Percent(100 * proven / alleged)))


@verdict("banten-c111")
def cited_after_the_count(claim: Claim) -> Outcome:
    """A work of 2023 holds the counts."""
    counts = linked(claim)
    printed = [float(term.total) for term in claim.terms[1:]]
    same = counts[counts["value"].isin(printed)]
    return work_after(claim, day(str(same["as_of"].min())))


@verdict("banten-c113")
def counts_show_weak_enforcement(claim: Claim) -> Outcome:
    """The counts indicate difficulties in enforcement, supervision and understanding."""
    return causes_not_shown(linked(claim))


@verdict("banten-c114")
def three_efforts(claim: Claim) -> Outcome:
    """Three efforts are numbered."""
    complete = claim.values == [1, 2, 3]
    return judged("holds" if complete else "contradicted", len(claim.values))


@verdict("banten-c118")
def secondary_data_only(claim: Claim) -> Outcome:
    """The article depends on data of others."""
    sources = shown(claim)["source_ids"].str.split(";").explode()
    own = sources.eq(claim.article).any()
    counters = tuple(Coded("institutions", code) for code in shown(claim)["counted_by"].unique())
    return judged("contradicted" if own else "holds", counters=counters)


@verdict("banten-c119")
def areas_of_banten_only(claim: Claim) -> Outcome:
    """The article looks at Banten only."""
    counts = shown(claim)[lambda figures: figures["measure"].eq("count")]
    regional = counts[counts["kemendagri_code"].ne("ID")]
    inside = regional["kemendagri_code"].str.startswith("36").all()
    national = counts.loc[counts["kemendagri_code"].eq("ID"), "election"]
    return judged(
        "holds" if inside else "contradicted",
        areas=regional["kemendagri_code"].nunique(),
        election=Coded("elections", str(national.mode().iloc[0])),
    )
