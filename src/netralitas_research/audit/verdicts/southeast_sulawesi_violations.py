"""Verdicts on the article about Sulawesi Tenggara: counts and ranks of violations."""

from __future__ import annotations

import pandas as pd

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
    judged,
    linked,
    not_checkable,
    only_data,
    same_as_data,
    strictest,
    verdict,
)
from netralitas_research.audit.claims.outcome import Verdict
from netralitas_research.audit.verdicts.southeast_sulawesi_shared import (
    COUNTRY,
    PROVINCE,
    count_of,
    place_of,
    printed_counts,
    province_lists,
    yearly_recommended,
)
from netralitas_research.language import PartialDate
from netralitas_research.statistics.printed import judge_candidates
from netralitas_research.study.articles.arithmetic import evaluate

NORTH_SULAWESI = "71"


@verdict("southeast-sulawesi-c024", "southeast-sulawesi-c025")
def alleged_by_bawaslu(claim: Claim) -> Outcome:
    """Bawaslu recorded the printed number for Pilkada 2020; the article calls them alleged."""
    counts = figures_with(
        counted_by="bawaslu_ri",
        election="pilkada-2020",
        subject="asn_neutrality",
        kemendagri_code=COUNTRY,
        measure="count",
    )
    printed = printed_counts(claim)[0]
    equal = counts[counts["value"].eq(printed)]
    if equal.empty:
        return contradicted(figures=counts)
    first = equal.iloc[0]
    date = PartialDate.parse(first["as_of"])
    if claim.dates or equal["stage"].eq("alleged").any():
        return holds(printed, figures=equal, date=date)
    other = linked(claim, "other_date").query("stage == 'alleged'").sort_values("as_of")
    return contradicted(
        float(other["base"].iloc[0]),
        figures=pd.concat([equal, other]),
        stage=Coded("stages", first["stage"]),
        date=date,
        alleged_date=PartialDate.parse(other["as_of"].iloc[0]),
    )


@verdict("southeast-sulawesi-c026")
def reported_recommended_punished(claim: Claim) -> Outcome:
    """By KASN, so many civil servants were reported, recommended and punished."""
    dates = linked(claim, "same_figure")["as_of"].unique()
    return strictest(same_as_data(claim), holds(date=tuple(map(PartialDate.parse, dates))))


@verdict("southeast-sulawesi-c027")
def each_is_part_of_the_one_before(claim: Claim) -> Outcome:
    """The punished are part of the recommended, and these of the reported."""
    reported, recommended, followed = claim.values
    return strictest(
        arithmetic("southeast-sulawesi-s06"),
        holds(
            recommended=Percent(100 * recommended / reported),
            followed=Percent(100 * followed / recommended),
        ),
    )


@verdict("southeast-sulawesi-c028")
def counts_of_the_same_time(claim: Claim) -> Outcome:
    """The counts of Bawaslu and KASN can be compared."""
    counts = linked(claim, "same_figure", "other_stage")
    equal = counts[counts["value"].isin(claim.values)].drop_duplicates("figure_id")
    dates = equal.set_index("term")["as_of"]
    bawaslu, kasn = (PartialDate.parse(dates[number]) for number in claim.numbers)
    later = linked(claim, "other_date").query("counted_by == 'kasn'").sort_values("as_of").iloc[0]
    return judged(
        "holds" if bawaslu == kasn else "not_supported",
        float(later["value"]),
        figures=equal,
        bawaslu_date=bawaslu,
        kasn_date=kasn,
        later_date=PartialDate.parse(later["as_of"]),
    )


@verdict("southeast-sulawesi-c030")
def neutrality_cases_of_2019(claim: Claim) -> Outcome:
    """Bawaslu recorded the printed number of neutrality cases in the general election of 2019."""
    parts = linked(claim, "component").query("dimension == 'route'").drop_duplicates("code")
    total = float(parts["value"].sum())
    other = linked(claim, "other_election").iloc[0]
    return judged(
        "holds" if set(printed_counts(claim)) == {total} else "contradicted",
        total,
        figures=parts,
        parts=tuple(parts["value"].astype(float)),
        other=Coded("elections", other["election"]),
        other_date=PartialDate.parse(other["as_of"]),
    )


@verdict("southeast-sulawesi-c031")
def violations_of_all_kinds(claim: Claim) -> Outcome:
    """Violations of all kinds in the general election of 2019 were about ten thousand."""
    counts = figures_with(
        counted_by="bawaslu_ri",
        election="pemilu-2019",
        subject="all_violations",
        dimension="total",
        kemendagri_code=COUNTRY,
    ).sort_values("as_of")
    if counts.empty:
        return not_checkable()
    latest = counts.tail(1)
    date, count = latest["as_of"].iloc[0], float(latest["value"].iloc[0])
    printed = float(claim.terms[0].total)
    near: Verdict = "holds" if abs(count - printed) <= printed / 10 else "contradicted"
    return judged(
        "not_checkable" if date < "2019-05" else near,
        figures=latest,
        date=PartialDate.parse(date),
        count=count,
    )


@verdict("southeast-sulawesi-c032")
def rather_large_share(claim: Claim) -> Outcome:
    """The number of neutrality cases in the general election of 2019 is rather large."""
    share = evaluate("share", ";".join(claim.numbers), "").computed
    earlier = figures_with(
        counted_by="bawaslu_ri", election=("pemilu-2009", "pemilu-2014"), subject="asn_neutrality"
    )
    return only_data(claim, earlier, share=Percent(float(share or 0)))


@verdict("southeast-sulawesi-c034")
def high_number_continues(claim: Claim) -> Outcome:
    """The high number of violations continued ahead of Pilkada 2020."""
    election = claim.dates[0].year
    years = yearly_recommended().set_index("period_start")["value"]
    before, after = (float(years.loc[str(year)]) for year in (election - 1, election))
    return judged(
        "holds" if after >= before else "contradicted",
        after,
        figures=yearly_recommended().tail(2),
        before=before,
    )


@verdict("southeast-sulawesi-c035")
def first_ahead_of_the_election(claim: Claim) -> Outcome:
    """Ahead of Pilkada 2020 the province ranked first."""
    lists = {
        date: ordered
        for date, ordered in province_lists("kasn", "pilkada-2020").items()
        if date < "2020-12-09"
    }
    if not lists:
        return not_checkable()
    places = {date: place_of(PROVINCE, ordered) for date, ordered in lists.items()}
    fitting = [date for date, place in places.items() if place == claim.value]
    shown = fitting or list(places)
    return judged(
        "holds" if fitting else "contradicted",
        *dict.fromkeys(Rank(places[date]) for date in shown),
        figures=lists[shown[0]],
        dates=tuple(PartialDate.parse(date) for date in shown),
    )


@verdict("southeast-sulawesi-c036")
def second_after_north_sulawesi(claim: Claim) -> Outcome:
    """At the end of September 2020 the province was second after Sulawesi Utara."""
    lists = [
        (date, ordered)
        for office in ("kasn", "bawaslu_ri")
        for date, ordered in province_lists(office, "pilkada-2020").items()
        if "2020-09-20" <= date <= "2020-10-10"
    ]
    if not lists:
        return not_checkable()
    places = [(place_of(NORTH_SULAWESI, o), place_of(PROVINCE, o)) for _, o in lists]
    dates = [date for date, _ in lists]
    other = linked(claim, "other_issuer")
    other = other[~other["as_of"].isin(dates)].sort_values("as_of")
    return judged(
        "holds" if (1, int(printed_counts(claim)[-1])) in places else "contradicted",
        *dict.fromkeys(Rank(own) for _, own in places),
        figures=lists[0][1],
        dates=tuple(map(PartialDate.parse, dates)),
        second_at=tuple(map(PartialDate.parse, other["as_of"])),
        counts=tuple(count_of(PROVINCE, ordered) for _, ordered in lists),
    )


@verdict("southeast-sulawesi-c041", "southeast-sulawesi-c046")
def shares_as_published(claim: Claim) -> Outcome:
    """KASN prints these percentages."""
    dates = linked(claim, "same_figure")["as_of"].unique()
    return strictest(same_as_data(claim), holds(date=tuple(map(PartialDate.parse, dates))))


@verdict("southeast-sulawesi-c042")
def share_of_banners(claim: Claim) -> Outcome:
    """KASN prints this percentage for banners and billboards."""
    return same_as_data(claim)


@verdict("southeast-sulawesi-c043")
def five_forms_in_falling_order(claim: Claim) -> Outcome:
    """The list holds the five most frequent forms, in falling order."""
    _, marker, *shares = claim.numbers
    total = evaluate("parts_of_total", ";".join(shares), "").computed or 0
    last = evaluate("difference", marker, claim.numbers[0])
    outcome = strictest(
        arithmetic("southeast-sulawesi-s01", "southeast-sulawesi-s03"),
        judged("holds" if last.agrees and total <= 100 else "contradicted"),
    )
    return judged(outcome.verdict, Percent(float(total)), forms=len(shares))


@verdict("southeast-sulawesi-c044")
def forms_and_posts_of_the_province(claim: Claim) -> Outcome:
    """The percentages of forms and posts are those of the province."""
    found = linked(claim, "same_figure")
    if found.empty:
        return not_checkable()
    areas = tuple(dict.fromkeys(found["kemendagri_code"]))
    own = all(area.startswith(PROVINCE) for area in areas)
    return judged(
        "holds" if own else "not_supported",
        figures=found,
        area=tuple(Coded("regions", area) for area in areas),
    )


@verdict("southeast-sulawesi-c045", "southeast-sulawesi-c048")
def shares_of_proven_violations(claim: Claim) -> Outcome:
    """The percentages count violations that were committed, not only reported.

    The last three numbers are the bases that the article prints: reported, recommended, punished.
    """
    shares = [str(number) for term in claim.terms[:-3] for number in term.numbers]
    bases = [int(term.total) for term in claim.terms[-3:]]
    fitting = [found.base for found in judge_candidates(shares, bases) if found.possible]
    if not fitting:
        return not_checkable()
    return judged("not_supported" if fitting == bases[:1] else "holds", *fitting)


@verdict("southeast-sulawesi-c047")
def high_posts_first(claim: Claim) -> Outcome:
    """High leadership posts come first, and the groups fall."""
    later = linked(claim, "other_date").query("measure == 'percent'")
    later = later[later["term"].eq(claim.numbers[0])]
    return strictest(
        arithmetic("southeast-sulawesi-s04"),
        holds(
            figures=later,
            later=tuple(Coded("positions", code) for code in dict.fromkeys(later["code"])),
            later_date=tuple(PartialDate.parse(date) for date in later["as_of"]),
        ),
    )
