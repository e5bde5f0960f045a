"""Verdicts on the article about Sulawesi Tenggara: its abstract and introduction."""

from __future__ import annotations

from netralitas_research import codelists
from netralitas_research.audit.claims import (
    Claim,
    Coded,
    Outcome,
    Percent,
    Rank,
    arithmetic,
    contradicted,
    figures_with,
    holds,
    in_force,
    judged,
    linked,
    not_checkable,
    only_data,
    same_as_data,
    same_as_law,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.outcome import Verdict
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
    yearly_recommended,
)
from netralitas_research.language import PartialDate
from netralitas_research.study.articles.arithmetic import evaluate
from netralitas_research.study.processed import load


@verdict("southeast-sulawesi-c001", "southeast-sulawesi-c014")
def every_year(claim: Claim) -> Outcome:
    """Violations occur in every year."""
    years = yearly_recommended()
    first, last = (int(years["period_start"].iloc[place]) for place in (0, -1))
    complete = set(years["period_start"].astype(int)) == set(range(first, last + 1))
    return judged(
        "holds" if complete and years["value"].gt(0).all() else "contradicted",
        *years["value"].astype(float),
        figures=years,
        first=PartialDate(first),
        last=PartialDate(last),
    )


@verdict("southeast-sulawesi-c002")
def only_supervision(claim: Claim) -> Outcome:
    """The handling always centres on supervision and punishment."""
    briefed = survey_answer(subject="survey_items", code="briefed")
    if briefed.empty:
        return not_checkable()
    share = float(briefed["value"].iloc[0])
    return judged(
        "not_supported" if share > 50 else "not_checkable",
        Percent(share, 2),
        figures=briefed,
        date=PartialDate.parse(briefed["as_of"].iloc[0]),
    )


@verdict("southeast-sulawesi-c003")
def some_follow_superiors(claim: Claim) -> Outcome:
    """Some offenders may only have followed their superiors."""
    pressed = survey_answer(subject="survey_causes", code="superior_pressure")
    if not pressed["value"].gt(0).any():
        return not_checkable()
    return holds(
        Percent(float(pressed["value"].max())),
        figures=pressed,
        date=PartialDate.parse(pressed["as_of"].iloc[0]),
    )


@verdict("southeast-sulawesi-c004", "southeast-sulawesi-c038")
def high_beside_other_regions(claim: Claim) -> Outcome:
    """Violations in the province are rather high compared with other regions.

    It holds if the province is in the upper half of the list of KASN at the end of September 2020
    and also above the country by persons per 1,000 permanent civil servants.
    """
    date, ordered = "2020-09-30", province_lists("kasn", "pilkada-2020").get("2020-09-30")
    staff = figures_with(counted_by="bkn", subject="workforce_pns", as_of="2023", dimension="total")
    own = staff[staff["kemendagri_code"].eq(PROVINCE)]
    if ordered is None or own.empty:
        return not_checkable()
    place = place_of(PROVINCE, ordered)
    rate = 1000 * count_of(PROVINCE, ordered) / float(own["value"].iloc[0])
    national = 1000 * float(ordered["base"].iloc[0]) / float(own["base"].iloc[0])
    high = rate > national and 2 * place <= len(ordered)
    return judged(
        "holds" if high else "contradicted",
        Rank(place),
        figures=ordered,
        rate=round(rate, 2),
        national=round(national, 2),
        date=PartialDate.parse(date),
        staffed=PartialDate(2023),
    )


@verdict("southeast-sulawesi-c005", "southeast-sulawesi-c070")
def budgets_hinder(claim: Claim) -> Outcome:
    """Limited budgets hinder empowerment and training."""
    amounts = own_figures(measure="amount")
    return only_data(claim, amounts[amounts["subject"].ne("output_per_head")])


@verdict("southeast-sulawesi-c006")
def great_efforts(claim: Claim) -> Outcome:
    """The governments have made very great efforts, says the English abstract."""
    areas = linked(claim, "total")
    total = float(areas["value"].sum())
    return judged(
        "not_supported" if 2 * claim.value < total else "holds",
        figures=areas,
        own=claim.value,
        all=total,
    )


@verdict("southeast-sulawesi-c007")
def elections_in_2024(claim: Claim) -> Outcome:
    """General and regional elections take place in the year named."""
    days = [PartialDate.parse(day) for day in load("elections")["voting_date"]]
    held = [day for day in days if {day.year} == {date.year for date in claim.dates}]
    return judged("holds" if len(held) > 1 else "contradicted", *held)


@verdict("southeast-sulawesi-c008")
def every_election(claim: Claim) -> Outcome:
    """In every election some civil servants take sides."""
    elections = codelists.load("elections")
    dated = elections[elections["voting_date"].ne("")]
    past = [
        str(code)
        for code, day in dated["voting_date"].items()
        if PartialDate.parse(day).last < last_interview().first
    ]
    counted = figures_with(election=past, subject="asn_neutrality", kemendagri_code=COUNTRY)
    counted = counted[counted["measure"].eq("count") & counted["value"].gt(0)]
    covered = [code for code in past if counted["election"].eq(code).any()]
    return judged(
        "holds" if covered == past else "not_checkable",
        figures=counted.drop_duplicates("election"),
        elections=tuple(Coded("elections", code) for code in covered),
    )


@verdict("southeast-sulawesi-c009")
def principle_of_neutrality(claim: Claim) -> Outcome:
    """The civil service law holds the principle of neutrality in the article named."""
    at = last_interview()
    force = in_force(claim, "UU-5-2014", at)
    return strictest(same_as_law(claim), force, holds(at=at))


@verdict("southeast-sulawesi-c010")
def five_institutions(claim: Claim) -> Outcome:
    """The joint decree was issued by five institutions, as both places say."""
    decrees = load("laws")[lambda laws: laws["kind"].eq("SKB")]
    issuers = sorted({len(names.split(";")) for names in decrees["institution"]})
    sources = tuple(s for ids in decrees["source_id"] for s in ids.split(";"))
    fits = set(claim.values) == set(issuers)
    return judged("holds" if fits else "contradicted", *issuers, sources=sources)


@verdict("southeast-sulawesi-c011")
def still_rather_many(claim: Claim) -> Outcome:
    """Still rather many civil servants are not neutral."""
    only_data(claim, figures_with(stage="survey", subject="own_conduct"))
    latest = yearly_recommended().tail(1)
    return not_checkable(
        float(latest["value"].iloc[0]),
        figures=latest,
        year=PartialDate(int(latest["period_start"].iloc[0])),
    )


@verdict("southeast-sulawesi-c012")
def seventy_percent(claim: Claim) -> Outcome:
    """By the minister, most civil servants are not neutral in regional elections."""
    only_data(claim, linked(claim))
    reported = figures_with(
        counted_by="kasn",
        election="pilkada-2020",
        stage="reported",
        unit_counted="persons",
        dimension="total",
        kemendagri_code=COUNTRY,
    )
    staff = figures_with(counted_by="bkn", subject="workforce_pns", as_of="2020-12-31")
    most, whole = float(reported["value"].max()), float(staff["base"].max())
    shown = reported[reported["value"].eq(most)]
    return not_checkable(
        figures=shown, reported=most, staff=whole, share=Percent(100 * most / whole, 2)
    )


@verdict("southeast-sulawesi-c013")
def survey_of_cases(claim: Claim) -> Outcome:
    """The picture shows results of a KASN survey of 2018 on cases of violation."""
    year = claim.dates[0].isoformat()
    counts = figures_with(counted_by="kasn", as_of=year, subject="asn_neutrality", dimension="act")
    tables = load("article_tables").set_index("table_id")
    if tables.loc[claim.table_id, "status"] == "picture_lost":
        return not_checkable(figures=counts, cases=float(counts["base"].max()))
    return judged("holds" if counts["stage"].eq("survey").all() else "contradicted", figures=counts)


@verdict("southeast-sulawesi-c016", "southeast-sulawesi-c017")
def place_and_count_in_2019(claim: Claim) -> Outcome:
    """In 2019 the province had the printed number of cases, or the printed place."""
    lists = province_lists("kasn", "pemilu-2019")
    if not lists:
        return not_checkable()
    date, ordered = max(lists.items())
    place, count = place_of(PROVINCE, ordered), count_of(PROVINCE, ordered)
    same: Verdict = "holds" if printed_counts(claim)[-1] in (place, count) else "contradicted"
    return judged(
        "not_checkable" if date < "2019-12" else same,
        figures=ordered,
        date=PartialDate.parse(date),
        rank=Rank(place),
        count=count,
    )


@verdict("southeast-sulawesi-c018")
def cases_in_2020(claim: Claim) -> Outcome:
    """KASN counted the printed number of cases in the province in 2020."""
    lists = province_lists("kasn", "pilkada-2020")
    counts = {date: count_of(PROVINCE, ordered) for date, ordered in lists.items()}
    dates = [date for date, count in counts.items() if count == printed_counts(claim)[-1]]
    if not dates:
        return contradicted(*counts.values()) if counts else not_checkable()
    own = own_figures(counted_by="kasn", as_of=dates[0], dimension="total")
    return holds(counts[dates[0]], figures=own, date=PartialDate.parse(dates[0]))


@verdict("southeast-sulawesi-c087")
def count_of_the_whole_year(claim: Claim) -> Outcome:
    """The number of cases stands for the whole of 2020."""
    lists = province_lists("kasn", "pilkada-2020")
    counts = {date: count_of(PROVINCE, ordered) for date, ordered in lists.items()}
    printed = printed_counts(claim)[-1]
    dates = [date for date, count in counts.items() if count == printed]
    if not dates:
        return not_checkable()
    later = max(counts)
    own = own_figures(counted_by="kasn", as_of=(dates[0], later), dimension="total")
    return judged(
        "contradicted" if counts[later] > printed else "not_checkable",
        counts[later],
        figures=own,
        printed_count=printed,
        date=PartialDate.parse(dates[0]),
        later_date=PartialDate.parse(later),
    )


@verdict("southeast-sulawesi-c019")
def first_in_2020(claim: Claim) -> Outcome:
    """In 2020 the province ranked first."""
    dates = linked(claim, "same_figure")["as_of"].unique()
    return strictest(same_as_data(claim), holds(date=tuple(map(PartialDate.parse, dates))))


@verdict("southeast-sulawesi-c020")
def count_of_2020_is_higher(claim: Claim) -> Outcome:
    """The count of 2020 is higher than that of 2019."""
    rise = evaluate("difference", ";".join(claim.numbers), "").computed
    return judged(arithmetic("southeast-sulawesi-s09").verdict, 0 if rise is None else rise)


@verdict("southeast-sulawesi-c021")
def worrying_from_year_to_year(claim: Claim) -> Outcome:
    """Violations in the province rise from year to year."""
    before = max(province_lists("kasn", "pemilu-2019").items())
    after = min(province_lists("kasn", "pilkada-2020").items())
    units = [ordered["unit_counted"].iloc[0] for _, ordered in (before, after)]
    rises = count_of(PROVINCE, after[1]) > count_of(PROVINCE, before[1])
    compared: Verdict = "holds" if rises else "contradicted"
    return judged(
        compared if units[0] == units[1] else "not_supported",
        units_2019=Coded("units_counted", units[0]),
        units_2020=Coded("units_counted", units[1]),
        date_2019=PartialDate.parse(before[0]),
        date_2020=PartialDate.parse(after[0]),
    )


@verdict("southeast-sulawesi-c022", "southeast-sulawesi-c037")
def four_regencies_of_ten(claim: Claim) -> Outcome:
    """Four regencies of the province are among the ten agencies with most violations."""
    ranks = figures_with(
        counted_by="kasn",
        election="pilkada-2020",
        subject="asn_neutrality",
        dimension="agency",
        measure="rank",
    )
    regencies, length = printed_counts(claim)[:2]
    lists = {
        str(date): agencies[agencies["kemendagri_code"].str.startswith(PROVINCE)]
        for date, agencies in ranks[ranks["value"].le(length)].groupby("as_of")
        if len(agencies) == length
    }
    fitting = [date for date, own in lists.items() if len(own) == regencies]
    same = arithmetic("southeast-sulawesi-s13")
    if not fitting:
        return strictest(contradicted(*map(len, lists.values()), figures=ranks), same)
    own = lists.pop(fitting[0])
    found = holds(
        len(own),
        figures=own,
        length=length,
        date=PartialDate.parse(fitting[0]),
        areas=tuple(Coded("regions", code) for code in own["kemendagri_code"]),
        others=tuple(map(len, lists.values())),
        other_dates=tuple(map(PartialDate.parse, lists)),
    )
    return strictest(found, same)
