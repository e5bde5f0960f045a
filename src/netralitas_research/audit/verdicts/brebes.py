"""Verdicts on the article about an awareness session in Brebes: its programme and its claims."""

from __future__ import annotations

import pandas as pd

from netralitas_research.audit.claims import (
    Claim,
    Outcome,
    Percent,
    arithmetic,
    as_of_at_least,
    contradicted,
    figures_with,
    holds,
    in_force,
    judged,
    not_checkable,
    not_supported,
    on_its_weekday,
    only_data,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.rules import provided, regional_election
from netralitas_research.audit.claims.surveys import (
    cause_named_often,
    effect_on_administration,
    more_with_votes,
    public_view,
    shares,
)
from netralitas_research.language import PartialDate
from netralitas_research.study.articles.cells import cells_of
from netralitas_research.study.processed import load

BREBES = "3329"
"""Code of the regency."""
EVENT = PartialDate(2024, 9, 17)


@verdict("brebes-c001", "brebes-c017", "brebes-c021")
def regional_election_in_2024(claim: Claim) -> Outcome:
    """The regional election that the session prepares for is held in 2024."""
    vote, sources = regional_election(claim, "voting_date")
    same = claim.dates[0].overlaps(vote)
    return judged("holds" if same else "contradicted", vote, sources=sources)


@verdict("brebes-c002", "brebes-c010", "brebes-c015", "brebes-c016")
def works_say_so(claim: Claim) -> Outcome:
    """The cited works say what the article says of neutrality and its benefits."""
    if any(EVENT.definitely_before(year) for year in claim.dates):
        return contradicted(*claim.dates)
    return only_data(claim, figures_with(subject="survey_items", code="dilemma"))


@verdict("brebes-c003", "brebes-c020")
def understanding_was_evaluated(claim: Claim) -> Outcome:
    """The session was evaluated, to learn how far the participants understood."""
    return _evaluated("understood")


@verdict("brebes-c004", "brebes-c035", "brebes-c042")
def knowledge_rose(claim: Claim) -> Outcome:
    """The session raised the participants' knowledge of the rules."""
    return _evaluated("understood", "knowledge")


@verdict("brebes-c005")
def bureaucracy_improved(claim: Claim) -> Outcome:
    """The session contributed to a better and more professional bureaucracy."""
    return _evaluated("professionalism")


@verdict("brebes-c006")
def some_months_away(claim: Claim) -> Outcome:
    """The election is some months away."""
    vote, sources = regional_election(claim, "voting_date")
    months = 12 * (vote.year - EVENT.year) + (vote.month or 0) - (EVENT.month or 0)
    near = 1 < months < 12 and claim.dates[0].overlaps(vote)
    return judged("holds" if near else "contradicted", vote, sources=sources, months=months)


@verdict("brebes-c007")
def issue_in_earlier_elections(claim: Claim) -> Outcome:
    """Earlier elections had violations of neutrality too."""
    elections = load("elections")
    earlier = elections.loc[elections["voting_date"].lt(EVENT.isoformat()), "election"]
    codes = earlier.str.lower().str.replace(" ", "-").tolist()
    counted = figures_with(election=codes, subject="asn_neutrality", measure="count")
    found = counted[counted["value"].gt(0)]
    number = found["election"].nunique()
    return judged("holds" if number > 1 else "contradicted", number)


@verdict("brebes-c008", "brebes-c029")
def post_is_a_cause(claim: Claim) -> Outcome:
    """Civil servants break neutrality for their post or career."""
    return cause_named_often("keep_or_gain_post", "career_interest")


@verdict("brebes-c009")
def above_all_in_elections(claim: Claim) -> Outcome:
    """Neutrality is threatened above all at the time of elections."""
    return more_with_votes()


@verdict("brebes-c011")
def author_spelled_alike(claim: Claim) -> Outcome:
    """The text and the reference list spell the author of a cited work alike."""
    number = load("article_numbers").set_index("number_id").loc[claim.numbers[0]]
    cited, note = str(number["cited_source"]).split()[0], str(number["note"])
    listed = note.split()[-1] if "reference list spells" in note else cited
    return judged("holds" if cited == listed else "contradicted", listed)


@verdict("brebes-c012", "brebes-c026")
def neutrality_raises_trust(claim: Claim) -> Outcome:
    """Neutral civil servants raise the trust of the public."""
    return public_view(claim)


@verdict("brebes-c013")
def politics_sways_brebes(claim: Claim) -> Outcome:
    """In Brebes politics strongly affects how civil servants behave."""
    return only_data(claim, figures_with(kemendagri_code=BREBES))


@verdict("brebes-c014")
def the_informed_resist(claim: Claim) -> Outcome:
    """Works show that civil servants who were briefed resist pressure more."""
    if any(EVENT.definitely_before(year) for year in claim.dates):
        return contradicted(*claim.dates)
    briefed = figures_with(subject="survey_items", code="briefed")
    compared = briefed[briefed["dimension_2"].ne("not_applicable")]
    return strictest(
        only_data(claim, compared), not_checkable(figures=briefed, share=shares(briefed))
    )


@verdict("brebes-c018")
def month_and_day_agree(claim: Claim) -> Outcome:
    """The month in the methods and the day in the results are the same time."""
    month, day = claim.dates
    return judged("holds" if month.overlaps(day) else "contradicted", day)


@verdict("brebes-c019")
def three_stages(claim: Claim) -> Outcome:
    """The session had three stages."""
    return judged(arithmetic("brebes-s02").verdict, claim.values[1], methods=claim.value)


@verdict("brebes-c022")
def event_on_tuesday(claim: Claim) -> Outcome:
    """The session was held on a Tuesday."""
    return on_its_weekday(claim, "Selasa")


@verdict("brebes-c023")
def a_speaker_a_topic(claim: Claim) -> Outcome:
    """Three speakers presented three topics."""
    return arithmetic("brebes-s03")


@verdict("brebes-c024")
def two_sessions(claim: Claim) -> Outcome:
    """The event had two sessions."""
    return arithmetic("brebes-s01")


@verdict("brebes-c025")
def three_topics(claim: Claim) -> Outcome:
    """Three topics were presented and are described one by one."""
    return arithmetic("brebes-s04")


@verdict("brebes-c027")
def code_of_ethics_parts(claim: Claim) -> Outcome:
    """The code of ethics covers ethics towards the state and towards colleagues."""
    return strictest(
        in_force(claim, "PP-42-2004", EVENT),
        provided(claim, "PP-42-2004", "towards the state", "towards colleagues"),
    )


@verdict("brebes-c028")
def pressure_is_a_cause(claim: Claim) -> Outcome:
    """Violations often happen because of political pressure."""
    return cause_named_often("superior_pressure", "candidate_pressure")


@verdict("brebes-c030")
def many_in_2020(claim: Claim) -> Outcome:
    """The regional elections of 2020 had many violations."""
    counts = figures_with(
        counted_by="kasn", subject="asn_neutrality", kemendagri_code="ID", dimension="total",
        stage="reported", unit_counted="persons", measure="count",
        election=["pilkada-2015", "pilkada-2017", "pilkada-2018", "pilkada-2020", "pemilu-2024"],
    )  # fmt: skip
    counts = counts[counts["as_of"].lt(EVENT.isoformat())]
    highest = counts.sort_values("value").drop_duplicates("election", keep="last")
    in_2020 = highest["election"].eq("pilkada-2020")
    if not in_2020.any() or in_2020.all():
        return not_checkable()
    many = float(highest.loc[in_2020, "value"].max())
    others = float(highest.loc[~in_2020, "value"].max())
    more = many > others
    return judged("holds" if more else "not_supported", many, figures=highest, others=others)


@verdict("brebes-c031")
def data_are_named(claim: Claim) -> Outcome:
    """Data are the source of that statement."""
    numbers = load("article_numbers").set_index("number_id")
    named = numbers.loc[list(claim.numbers), "cited_source"].ne("").any()
    return judged("not_checkable" if named else "not_supported")


@verdict("brebes-c032")
def effects_of_violations(claim: Claim) -> Outcome:
    """Violations harm services, legitimacy, elections and professionalism."""
    effects = len(_items("effect"))
    return strictest(effect_on_administration(claim), not_checkable(effects=effects))


@verdict("brebes-c033")
def questioners_show_enthusiasm(claim: Claim) -> Outcome:
    """Six questioners show that the participants were enthusiastic."""
    audience = _values("audience")
    if audience.empty:
        return not_supported()
    return not_checkable(Percent(100 * claim.value / float(audience.iloc[0])))


@verdict("brebes-c034")
def all_understood(claim: Claim) -> Outcome:
    """All participants understood, because all questions were answered."""
    return strictest(_evaluated("understood"), holds(questioners=_values("questioners").iloc[0]))


@verdict("brebes-c036")
def fewer_violations(claim: Claim) -> Outcome:
    """The session brings fewer violations among the participants."""
    counted = figures_with(kemendagri_code=BREBES, subject="asn_neutrality", measure="count")
    later = as_of_at_least(counted, EVENT.isoformat())
    earlier = counted.drop(later.index)
    if earlier.empty or later.empty:
        return not_supported(counts=len(counted))
    return not_checkable(figures=counted, counts=len(counted))


@verdict("brebes-c037")
def ignorance_is_a_cause(claim: Claim) -> Outcome:
    """Violations often happen because the rules are not understood."""
    return cause_named_often("poor_understanding")


@verdict("brebes-c038")
def sanctions_were_presented(claim: Claim) -> Outcome:
    """The session informed of the sanctions for violations."""
    parts = pd.concat([_items("topic"), _items("content")])
    told = parts["label_en"].str.contains("sanction").any()
    return judged("holds" if told else "not_supported", len(_items("topic")))


@verdict("brebes-c039")
def services_improved(claim: Claim) -> Outcome:
    """The session helps civil servants to give better services."""
    return _evaluated("service_quality")


@verdict("brebes-c040")
def four_benefits(claim: Claim) -> Outcome:
    """The list holds four benefits."""
    listed = len(_items("benefit"))
    return judged("holds" if listed == claim.value else "contradicted", listed)


@verdict("brebes-c041")
def synergy_rose(claim: Claim) -> Outcome:
    """The participants' will to work together across agencies rose."""
    return _evaluated("synergy")


@verdict("brebes-c044")
def synergy_with_the_community(claim: Claim) -> Outcome:
    """The session builds synergy between civil servants and the community."""
    settings = _items("setting")
    audience = settings.loc[settings["code"].eq("audience"), "label_en"]
    there = audience.str.contains("community").any()
    return strictest(judged("holds" if there else "not_supported"), _evaluated("synergy"))


@verdict("brebes-c043")
def neutrality_makes_professional(claim: Claim) -> Outcome:
    """Neutrality raises professionalism and protects from political misuse."""
    return effect_on_administration(claim)


def _items(kind: str) -> pd.DataFrame:
    """List the items of the programme of one kind, a column a fact."""
    cells = cells_of("brebes-programme")
    items = cells.pivot(index="row", columns="column", values="printed")
    return items[items["kind"].eq(kind)]


def _values(code: str) -> pd.Series:
    """List the numbers that the programme prints for items with a code."""
    cells = cells_of("brebes-programme")
    rows = cells.loc[cells["column"].eq("code") & cells["printed"].eq(code), "row"]
    values = cells[cells["column"].eq("value") & cells["row"].isin(rows)]
    return values["value"].dropna()


def _evaluated(*codes: str) -> Outcome:
    """Ask whether the article reports an evaluation with a result for one of some benefits."""
    evaluations = _items("evaluation")
    results = pd.to_numeric(evaluations["value"], errors="coerce")
    measured = results[evaluations["code"].isin(codes)].dropna()
    return judged("not_supported" if measured.empty else "holds", *measured)
