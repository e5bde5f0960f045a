"""Verdicts on the article about Banten: dates, abstract, introduction and methods."""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.audit.claims import (
    Claim,
    Coded,
    Outcome,
    Rank,
    arithmetic,
    contradicted,
    figures_with,
    holds,
    in_force,
    judged,
    linked,
    not_checkable,
    not_supported,
    only_data,
    same_as_data,
    strictest,
    verdict,
)
from netralitas_research.audit.verdicts.banten_shared import (
    FORMS,
    FORMS_NUMBER,
    day,
    in_banten,
    provision,
    shown,
    survey_share,
    values_on,
)
from netralitas_research.study.articles.cells import column_values
from netralitas_research.study.processed import load

_INDEX = "asn_neutrality_vulnerability"
_BANTEN = "36"


@verdict("banten-c001")
def received_accepted_published(claim: Claim) -> Outcome:
    """The manuscript was received, then accepted, then published."""
    received, accepted, published = claim.dates
    order = arithmetic("banten-s42")
    return strictest(order, holds(received=received, accepted=accepted, published=published))


@verdict("banten-c002")
def high_vulnerability_in_banten(claim: Claim) -> Outcome:
    """The vulnerability of Banten is high."""
    provinces = linked(Claim(claim.claim_id, claim.article, ("banten-n009",)), "same_figure")
    flagged = int(provinces["value"].max())
    rank = _rank_of_banten()
    return judged(
        "holds" if 2 * rank <= flagged else "contradicted",
        Rank(rank),
        figures=provinces,
        flagged=flagged,
        other=_rank_in_second_list(),
    )


@verdict("banten-c005", "banten-c054")
def civil_service_law_in_force(claim: Claim) -> Outcome:
    """The Civil Service Law of 2023 rules neutrality."""
    return strictest(
        in_force(claim, "UU-20-2023"),
        holds() if "neutrality" in provision("UU-20-2023") else not_checkable(),
    )


@verdict("banten-c006")
def law_asks_for_honesty(claim: Claim) -> Outcome:
    """That law asks civil servants to be honest, professional and free of corruption."""
    words = ("honest", "professional", "corruption")
    known = all(word in provision("UU-20-2023") for word in words)
    return strictest(in_force(claim, "UU-20-2023"), holds() if known else not_checkable())


@verdict("banten-c007")
def often_torn_by_loyalty(claim: Claim) -> Outcome:
    """Civil servants are often torn between professional duty and loyalty to superiors."""
    return only_data(
        claim,
        in_banten(subject=("survey_causes", "survey_pressers")),
        cause=survey_share("survey_causes", "superior_pressure", "pilkada-2018"),
        presser=survey_share("survey_pressers", "superior", "pilkada-2020"),
    )


@verdict("banten-c008")
def not_the_first_time(claim: Claim) -> Outcome:
    """Civil servants have been drawn into politics before."""
    counts = figures_with(subject="asn_neutrality", measure="count", kemendagri_code="ID")
    single = counts["election"].str.fullmatch(r"(pilkada|pemilu)-\d{4}")
    earlier = counts[single & counts["value"].gt(0)]
    earlier = earlier[earlier["election"].str[-4:] < str(claim.appeared)[:4]]
    if earlier.empty:
        return not_checkable()
    first = min(earlier["election"], key=lambda code: code[-4:])
    return holds(Coded("elections", first), figures=earlier[earlier["election"].eq(first)])


@verdict("banten-c009")
def many_for_their_career(claim: Claim) -> Outcome:
    """Many civil servants take part in politics for their career."""
    named = {"keep_or_gain_post": "pilkada-2018", "career_interest": "pilkada-2020"}
    ranks = [_rank_of_motive(code, election) for code, election in named.items()]
    shares = [survey_share("survey_causes", code, election) for code, election in named.items()]
    figures = figures_with(subject="survey_causes", code=tuple(named), measure="percent")
    leading = max(ranks) <= 2
    return judged(
        "holds" if leading else "not_supported", *shares, figures=figures, shares=tuple(shares)
    )


@verdict("banten-c010", "banten-c055")
def joint_decree_in_force(claim: Claim) -> Outcome:
    """The joint decree of 2022 is the guide to supervising neutrality."""
    return strictest(in_force(claim, "SKB-2-2022"), holds(decree=Coded("laws", "SKB-2-2022")))


@verdict("banten-c011")
def discipline_and_ethics(claim: Claim) -> Outcome:
    """Violations of neutrality are either of discipline or of the code of ethics."""
    acts = load("skb_acts")
    parts = acts["part"].value_counts()
    if set(parts.index) != {"discipline", "code of ethics"}:
        return contradicted(*map(int, parts))
    sources = str(load("laws").set_index("law_id").loc["SKB-2-2022", "source_id"]).split(";")
    counts = {"discipline": int(parts["discipline"]), "ethics": int(parts["code of ethics"])}
    return holds(sources=tuple(sources), **counts)


@verdict("banten-c012")
def common_forms(claim: Claim) -> Outcome:
    """Social media, attending events and displays are the common forms."""
    forms = column_values(FORMS, FORMS_NUMBER, "id")["value"]
    ranks = sorted(int(1 + forms.gt(value).sum()) for value in claim.values)
    common = ranks[-1] <= len(forms) / 2
    places = tuple(map(Rank, ranks))
    return judged("holds" if common else "contradicted", *places, forms=len(forms), places=places)


@verdict("banten-c013")
def in_several_areas(claim: Claim) -> Outcome:
    """In several regions civil servants still take part in general elections."""
    counts = figures_with(subject="asn_neutrality", measure="count", election="pemilu-2024")
    regional = counts[counts["kemendagri_code"].ne("ID") & counts["value"].gt(0)]
    provinces = regional["kemendagri_code"].str[:2].nunique()
    return judged("holds" if provinces > 1 else "not_checkable", provinces, figures=regional)


@verdict("banten-c014")
def parties_in_power_reduce_neutrality(claim: Claim) -> Outcome:
    """Governments that come from a party lower the neutrality of civil servants."""
    return only_data(
        claim,
        in_banten(subject="survey_pressers"),
        superior=survey_share("survey_pressers", "superior", "pilkada-2020"),
        party=survey_share("survey_pressers", "supporting_party", "pilkada-2020"),
    )


@verdict("banten-c015")
def banten_often_in_view(claim: Claim) -> Outcome:
    """Banten is often named for alleged violations of neutrality."""
    counts = in_banten(subject="asn_neutrality", measure="count", counted_by="bawaslu_banten")
    elections = counts.loc[counts["value"].gt(0), "election"].nunique()
    return judged("holds" if elections > 1 else "not_checkable", elections, figures=counts)


@verdict("banten-c018")
def highest_provinces(claim: Claim) -> Outcome:
    """The table holds the provinces with the highest scores."""
    printed = linked(claim, "same_figure")
    scores = _provincial_scores()
    missing = scores[
        scores["value"].gt(printed["value"].min())
        & ~scores["kemendagri_code"].isin(printed["kemendagri_code"])
    ]
    other = linked(claim, "other_issuer").iloc[0]
    return judged(
        "holds" if missing.empty else "contradicted",
        *(Coded("regions", code) for code in missing["kemendagri_code"]),
        figures=printed,
        office=Coded("institutions", str(other["counted_by"])),
        other=float(other["value"]),
    )


@verdict("banten-c019", "banten-c024")
def index_for_2024(claim: Claim) -> Outcome:
    """The index is the one for the elections of 2024."""
    index = linked(claim, "same_figure")
    year = str(claim.dates[0])
    return judged(
        "holds" if index["election"].str.contains(year).any() else "contradicted",
        figures=index,
        released=day(str(index["as_of"].iloc[0])),
    )


@verdict("banten-c020")
def source_of_2024(claim: Claim) -> Outcome:
    """The scores are taken from a publication of Bawaslu RI of 2024."""
    index = linked(claim, "same_figure")
    of_2024 = index["counted_by"].eq("bawaslu_ri") & index["as_of"].str.startswith("2024")
    return judged(
        "holds" if of_2024.any() else "not_checkable",
        figures=index,
        released=day(str(index["as_of"].iloc[0])),
    )


@verdict("banten-c021", "banten-c023")
def scores_as_released(claim: Claim) -> Outcome:
    """What the article prints of the index is what was released."""
    return same_as_data(claim)


@verdict("banten-c022")
def scores_fall(claim: Claim) -> Outcome:
    """The rows of the table stand from the highest score to the lowest."""
    return arithmetic("banten-s01")


@verdict("banten-c025")
def ten_high_provinces(claim: Claim) -> Outcome:
    """Ten provinces have a high vulnerability."""
    return arithmetic("banten-s02", "banten-s08")


@verdict("banten-c026")
def score_of_banten(claim: Claim) -> Outcome:
    """The score of Banten is 22.98."""
    return strictest(same_as_data(claim), arithmetic("banten-s04"))


@verdict("banten-c046")
def score_of_banten_repeated(claim: Claim) -> Outcome:
    """The score of Banten is 22.98, said again."""
    return strictest(same_as_data(claim), arithmetic("banten-s05"))


@verdict("banten-c027", "banten-c047")
def banten_third(claim: Claim) -> Outcome:
    """Banten has the third highest score."""
    rank = _rank_of_banten()
    later = linked(claim, "other_date").iloc[0]
    return judged(
        "holds" if rank == claim.value else "contradicted",
        Rank(rank),
        figures=linked(claim),
        second_list=_rank_in_second_list(),
        later=Coded("regions", str(later["kemendagri_code"])),
        later_at=day(str(later["as_of"])),
    )


@verdict("banten-c028")
def scores_of_the_first_two(claim: Claim) -> Outcome:
    """Maluku Utara has a score of 100 and Sulawesi Utara of 55.87."""
    return strictest(same_as_data(claim), arithmetic("banten-s06", "banten-s07"))


@verdict("banten-c029")
def many_do_not_understand(claim: Claim) -> Outcome:
    """The score shows that many civil servants do not understand neutrality."""
    measured = linked(claim)
    return judged(
        "holds" if measured["subject"].eq("survey_causes").any() else "not_supported",
        figures=measured,
        measured=Coded("subjects", str(measured["subject"].iloc[0])),
        understanding=survey_share("survey_causes", "poor_understanding", "pilkada-2018"),
    )


@verdict("banten-c030")
def high_by_the_reports(claim: Claim) -> Outcome:
    """The reports to Bawaslu Banten reflect that its vulnerability is high."""
    reports, own = linked(claim, "same_figure"), sum(claim.values)
    elsewhere = reports[~reports["kemendagri_code"].str.startswith(_BANTEN)]
    if elsewhere.empty:
        return not_supported(own, figures=reports)
    usual = elsewhere.groupby(elsewhere["kemendagri_code"].str[:2])["value"].sum().median()
    return judged("holds" if own > usual else "contradicted", own, figures=reports)


@verdict("banten-c031")
def counted_by_bawaslu_banten(claim: Claim) -> Outcome:
    """The reports were received by Bawaslu Banten."""
    reports = linked(claim, "same_figure")
    counters = reports["counted_by"].unique()
    return judged(
        "holds" if set(counters) == {"bawaslu_banten"} else "contradicted",
        *(Coded("institutions", code) for code in counters),
        figures=reports,
        election=Coded("elections", str(reports["election"].iloc[0])),
        at=day(str(reports["as_of"].iloc[0])),
    )


@verdict("banten-c032", "banten-c033", "banten-c034")
def reports_of_an_area(claim: Claim) -> Outcome:
    """An area of Banten has two reports."""
    found, other = linked(claim, "same_figure"), linked(claim, "other_date")
    return strictest(
        same_as_data(claim),
        holds(
            figures=other,
            at=day(str(found["as_of"].iloc[0])),
            other=values_on(other),
            other_at=day(str(other["as_of"].iloc[0])),
        ),
    )


@verdict("banten-c035", "banten-c051")
def reports_of_the_province(claim: Claim) -> Outcome:
    """The provincial government has one report."""
    found = linked(claim, "same_figure")
    return strictest(same_as_data(claim), holds(at=day(str(found["as_of"].iloc[0]))))


@verdict("banten-c036")
def spread_over_areas(claim: Claim) -> Outcome:
    """The cases are spread over several areas of the province."""
    areas = linked(claim, "same_figure")["kemendagri_code"].nunique()
    return judged("holds" if areas > 1 else "contradicted", areas, figures=linked(claim))


@verdict("banten-c037")
def current_state(claim: Claim) -> Outcome:
    """The article gives a picture of the current state of neutrality."""
    used, whole = linked(claim), shown(claim)
    held = load("elections").sort_values("voting_date")
    held = held[held["voting_date"].lt(str(claim.appeared))]
    latest = str(held["election"].iloc[-1]).lower().replace(" ", "-")
    newer = figures_with(
        dimension="act", subject="asn_neutrality", kemendagri_code="ID", election=latest
    )
    newer = newer[newer["as_of"].gt(used["as_of"].max()) & newer["as_of"].lt(str(claim.appeared))]
    return judged(
        "holds" if whole["election"].eq(latest).any() else "not_supported",
        figures=pd.concat([whole[whole["election"].eq(latest)], used, newer]),
        used=Coded("elections", str(used["election"].iloc[0])),
        latest=Coded("elections", latest),
        newer=len(newer),
    )


def _provincial_scores() -> pd.DataFrame:
    """Give the scores of the provinces in the thematic index of Bawaslu RI."""
    scores = figures_with(election="ikp-2024", measure="score", counted_by="bawaslu_ri")
    provinces = set(codelists.load("provinces").index)
    return scores[scores["kemendagri_code"].isin(provinces)]


def _rank_of_banten() -> int:
    scores = _provincial_scores().groupby("kemendagri_code")["value"].max()
    return int(1 + scores.gt(scores[_BANTEN]).sum())


def _rank_in_second_list() -> Rank:
    """Give the place of Banten by the sum of its areas, as the same release gives it."""
    ranks = figures_with(subject=_INDEX, measure="rank", kemendagri_code=_BANTEN)
    return Rank(int(ranks["value"].iloc[0]))


def _rank_of_motive(code: str, election: str) -> int:
    motives = figures_with(subject="survey_causes", election=election, measure="percent")
    value = motives.loc[motives["code"].eq(code), "value"].iloc[0]
    return int(1 + motives["value"].gt(value).sum())
