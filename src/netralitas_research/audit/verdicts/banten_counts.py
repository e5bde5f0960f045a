"""Verdicts on the article about Banten: what it counts, in the country and in Banten."""

from __future__ import annotations

import pandas as pd

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
    in_office,
    judged,
    linked,
    not_checkable,
    only_data,
    same_as_data,
    strictest,
    verdict,
)
from netralitas_research.audit.verdicts.banten_shared import (
    FORMS,
    FORMS_NUMBER,
    causes_not_shown,
    day,
    in_banten,
    share_of_forms,
    shown,
    survey_share,
    values_on,
    with_known_day,
)
from netralitas_research.codelists.regions import match_region
from netralitas_research.language import PartialDate
from netralitas_research.study.articles.cells import cells_of, column_values, number_columns
from netralitas_research.study.processed import load

_HANDLING = "banten-tabel-2-2"


@verdict("banten-c038")
def count_of_the_whole_election(claim: Claim) -> Outcome:
    """The 415 allegations stand for the whole of Pilkada 2020."""
    polling = PartialDate.parse(
        str(load("elections").set_index("election").loc["Pilkada 2020", "voting_date"])
    )
    counts = with_known_day(linked(claim, "other_date")).sort_values("as_of")
    counts = counts[counts["stage"].eq("alleged")]
    printed = float(claim.terms[0].total)
    days = counts["as_of"].map(lambda text: day(text).first)
    before = counts[days.lt(polling.first) & counts["value"].gt(printed)]
    final = values_on(counts[days.gt(polling.first)])
    if printed in final:
        return holds(printed, figures=counts)
    if before.empty:
        return not_checkable(figures=counts)
    return contradicted(
        *final,
        figures=counts,
        final=final,
        before=float(before["value"].iloc[-1]),
        before_at=day(str(before["as_of"].iloc[-1])),
        polling=polling,
    )


@verdict("banten-c039", "banten-c040", "banten-c042")
def undated_count(claim: Claim) -> Outcome:
    """A cumulative count of Pilkada 2020 that the article prints without a date."""
    counts = with_known_day(linked(claim)).sort_values("value")
    lower = counts[counts["value"].lt(claim.value)]
    higher = counts[counts["value"].gt(claim.value)]
    if counts["value"].eq(claim.value).any():
        return holds(claim.value, figures=counts)
    if lower.empty or higher.empty:
        return contradicted(*values_on(counts), figures=counts)
    return not_checkable(
        figures=counts,
        below=float(lower["value"].iloc[-1]),
        below_at=day(str(lower["as_of"].iloc[-1])),
        above=float(higher["value"].iloc[0]),
        above_at=day(str(higher["as_of"].iloc[0])),
    )


@verdict("banten-c041")
def recommended_to_the_commission(claim: Claim) -> Outcome:
    """The cases were recommended to the Civil Service Commission."""
    passed_on = linked(claim)
    passed_on = passed_on[passed_on["stage"].eq("forwarded")]
    return judged(
        "not_checkable" if passed_on.empty else "holds",
        figures=passed_on,
        stage=Coded("stages", "forwarded"),
    )


@verdict("banten-c043")
def still_in_process(claim: Claim) -> Outcome:
    """Three cases are still in process."""
    counts = with_known_day(linked(claim)).sort_values("as_of")
    if counts["value"].eq(claim.value).any():
        return holds(claim.value, figures=counts)
    last = counts.iloc[-1]
    return not_checkable(
        figures=counts, lowest=float(counts["value"].min()), last_at=day(str(last["as_of"]))
    )


@verdict("banten-c044")
def outcomes_add_up(claim: Claim) -> Outcome:
    """Recommended, stopped and open cases are all that were alleged."""
    return arithmetic("banten-s12")


@verdict("banten-c045")
def high_number_of_violations(claim: Claim) -> Outcome:
    """The high number of violations calls for stricter sanctions."""
    counted = linked(claim, "other_date")
    proven = counted["stage"].str.contains("proven").any()
    alleged, _, stopped = claim.values
    return judged(
        "holds" if proven else "not_supported",
        figures=counted,
        stage=Coded("stages", "alleged"),
        alleged=alleged,
        stopped=stopped,
    )


@verdict("banten-c048", "banten-c061", "banten-c063", "banten-c064")
def forms_in_banten(claim: Claim) -> Outcome:
    """Civil servants in Banten break neutrality in the forms named."""
    known = in_banten(dimension="act")
    return judged("not_supported" if known.empty else "holds", share=share_of_forms(claim))


@verdict("banten-c016", "banten-c049", "banten-c062", "banten-c116")
def state_facilities_used(claim: Claim) -> Outcome:
    """Use of state facilities is among the forms found in Banten."""
    known = in_banten(dimension="act", code="state_facilities")
    rows = cells_of(FORMS)["row"].unique()
    codes = [codelists.match("acts", row).code for row in rows]
    return judged(
        "not_supported" if known.empty else "holds",
        rows=len(rows),
        among=codes.count("state_facilities"),
    )


@verdict("banten-c050")
def three_areas_with_most(claim: Claim) -> Outcome:
    """Cilegon, Pandeglang and Kabupaten Tangerang have the most reports."""
    other = linked(claim, "other_date").sort_values(["value", "kemendagri_code"])
    named = set(linked(claim, "component")["kemendagri_code"])
    unnamed = other[~other["kemendagri_code"].isin(named)].iloc[-1]
    handled = column_values(_HANDLING, "Laporan | Registrasi", "id")
    most = handled.sort_values("value").iloc[-1]
    return strictest(
        arithmetic("banten-s10"),
        holds(
            figures=linked(claim),
            other=Coded("regions", str(unnamed["kemendagri_code"])),
            other_value=float(unnamed["value"]),
            other_at=day(str(unnamed["as_of"])),
            table_area=Coded("regions", str(match_region(str(most["row"])).code)),
            table_value=float(most["value"]),
        ),
    )


@verdict("banten-c003", "banten-c056", "banten-c075")
def weak_supervision_and_sanctions(claim: Claim) -> Outcome:
    """Weak supervision and a lack of sanctions are behind the violations."""
    return causes_not_shown(shown(claim))


@verdict("banten-c057")
def commission_as_a_partner(claim: Claim) -> Outcome:
    """Bawaslu and the Civil Service Commission should coordinate better."""
    transfer = load("laws").set_index("law_id").loc["PERPRES-92-2024", "source_id"]
    return strictest(in_office(claim, "kasn"), holds(sources=tuple(str(transfer).split(";"))))


@verdict("banten-c058", "banten-c084")
def sanctions_deter(claim: Claim) -> Outcome:
    """Strict sanctions deter others."""
    return only_data(claim, in_banten(dimension="sanction"))


@verdict("banten-c060")
def many_in_banten(claim: Claim) -> Outcome:
    """Many civil servants in Banten break neutrality."""
    counted = linked(claim, "same_figure")
    staff = in_banten(subject="workforce_pns", dimension="total", measure="count")
    return judged(
        "holds" if counted["unit_counted"].eq("persons").any() else "not_supported",
        figures=pd.concat([counted, staff]),
        reports=sum(claim.values),
        staff=float(staff["value"].iloc[0]),
    )


@verdict("banten-c065")
def forms_of_pilkada_2020(claim: Claim) -> Outcome:
    """The table shows the forms of violation in Pilkada 2020."""
    counted = linked(claim)
    return judged(
        "holds" if set(counted["election"]) == {"pilkada-2020"} else "contradicted",
        figures=counted,
        area=Coded("regions", str(counted["kemendagri_code"].iloc[0])),
    )


@verdict("banten-c066")
def civil_servants_reported(claim: Claim) -> Outcome:
    """The column counts civil servants who were reported."""
    alleged = Claim(claim.claim_id, claim.article, ("banten-n022",)).value
    return strictest(arithmetic("banten-s15"), holds(alleged=alleged))


@verdict("banten-c067")
def numbers_of_the_forms(claim: Claim) -> Outcome:
    """The twelve forms have the numbers printed."""
    counts = linked(claim, "other_date").sort_values("as_of")
    counts = counts[counts["code"].str.contains("social")]
    return strictest(
        same_as_data(claim),
        not_checkable(
            figures=counts,
            before=float(counts["value"].iloc[0]),
            before_at=day(str(counts["as_of"].iloc[0])),
            after=float(counts["value"].iloc[-1]),
            after_at=day(str(counts["as_of"].iloc[-1])),
        ),
    )


@verdict("banten-c068")
def forms_add_up_to_the_recommended(claim: Claim) -> Outcome:
    """The forms are those of the cases recommended."""
    return arithmetic("banten-s14")


@verdict("banten-c069")
def forms_fall(claim: Claim) -> Outcome:
    """The forms stand from the most frequent to the rarest."""
    return arithmetic("banten-s16")


@verdict("banten-c070")
def social_media_most(claim: Claim) -> Outcome:
    """Support through social media is the most frequent form, with 130 cases."""
    later = linked(claim, "other_date").sort_values("as_of").iloc[-1]
    kasn = figures_with(counted_by="kasn", election="pilkada-2020", dimension="act")
    kasn = kasn[kasn["code"].isin(["approach_party", "social_media_campaign"])]
    shares = with_known_day(kasn).pivot(index="as_of", columns="code", values="value")
    gap = shares["approach_party"] - shares["social_media_campaign"]
    kasn_at = str(gap.dropna().sort_values().index[-1])
    then = kasn[kasn["as_of"].eq(kasn_at)]
    persons = dict(zip(then["code"], map(float, then["value"]), strict=True))
    return strictest(
        arithmetic("banten-s18", "banten-s17"),
        holds(
            figures=linked(claim),
            later=float(later["value"]),
            later_at=day(str(later["as_of"])),
            kasn_at=day(kasn_at),
            party=Percent(persons["approach_party"]),
            social=Percent(persons["social_media_campaign"]),
        ),
    )


@verdict("banten-c071")
def party_second(claim: Claim) -> Outcome:
    """Approaching a party is second, with 88 cases."""
    later = linked(claim, "other_date").iloc[0]
    forms = figures_with(
        counted_by="bawaslu_ri", as_of=str(later["as_of"]), dimension="act", measure="count"
    )
    above = int(forms["value"].gt(later["value"]).sum())
    return strictest(
        arithmetic("banten-s19", "banten-s17"),
        holds(figures=forms, later_rank=Rank(above + 1), later_at=day(str(later["as_of"]))),
    )


@verdict("banten-c072")
def social_media_vulnerable(claim: Claim) -> Outcome:
    """Social media are a place where civil servants easily show partisanship."""
    forms = column_values(FORMS, FORMS_NUMBER, "id")["value"]
    most = claim.value == forms.max()
    return judged("holds" if most else "not_supported", share_of_forms(claim))


@verdict("banten-c076")
def some_do_not_understand(claim: Claim) -> Outcome:
    """Some civil servants do not fully understand why neutrality matters."""
    answers = figures_with(subject="survey_causes", code="poor_understanding", measure="percent")
    if not answers["value"].gt(0).any():
        return not_checkable()
    share = survey_share("survey_causes", "poor_understanding", "pilkada-2018")
    return holds(share, figures=answers)


@verdict("banten-c077")
def province_in_the_table(claim: Claim) -> Outcome:
    """The table gives the province and its regencies and cities."""
    rows = column_values(_HANDLING, "Laporan | Registrasi", "id")["row"]
    provinces = [row for row in rows if match_region(row).code == "36"]
    return judged("holds" if provinces else "contradicted", len(rows))


@verdict("banten-c078")
def handling_in_the_general_election(claim: Claim) -> Outcome:
    """The table is Bawaslu Banten's summary of the general election of 2024."""
    same = figures_with(
        counted_by="bawaslu_banten", election="pemilu-2024", subject="all_violations"
    )
    return only_data(claim, same)


@verdict("banten-c079")
def handling_adds_up(claim: Claim) -> Outcome:
    """What was registered in each area is what was decided there."""
    return arithmetic("banten-s37", *(f"banten-s{number}" for number in range(23, 31)))


@verdict("banten-c080")
def numbers_of_the_handling(claim: Claim) -> Outcome:
    """The areas have the findings, reports and outcomes printed."""
    return same_as_data(claim)


@verdict("banten-c081")
def all_areas(claim: Claim) -> Outcome:
    """The table covers the regencies and cities of Banten."""
    there = figures_with(
        subject="administration", kemendagri_code="36", unit_counted=("regencies", "cities")
    )
    rows = cells_of(_HANDLING)["row"].nunique()
    whole = int(there["value"].sum())
    return judged("holds" if rows == whole else "contradicted", rows, figures=there, whole=whole)


@verdict("banten-c082")
def findings_reports_outcomes(claim: Claim) -> Outcome:
    """The table holds findings, reports and their outcomes."""
    columns = number_columns(_HANDLING)
    heads = {column.split(" | ")[0] for column in columns}
    there = heads >= {"Temuan", "Laporan", "Hasil Penanganan Pelanggaran"}
    return judged("holds" if there else "contradicted")


@verdict("banten-c083")
def many_disobey(claim: Claim) -> Outcome:
    """The table shows that many civil servants do not obey the rules on neutrality."""
    same, other = linked(claim, "same_figure"), linked(claim, "other_unit")
    cases = with_known_day(other)
    violations, outcomes = claim.terms[0].total, sum(term.total for term in claim.terms)
    return judged(
        "holds" if same["subject"].eq("asn_neutrality").any() else "not_supported",
        figures=other,
        violations=violations,
        outcomes=outcomes,
        neutrality=float(cases["base"].max()),
        neutrality_at=day(str(cases["as_of"].max())),
    )
