"""Figures that several verdicts on the article about Sulawesi Tenggara look at."""

from __future__ import annotations

import pandas as pd

from netralitas_research.audit.claims import Claim, figures_with
from netralitas_research.language import PartialDate
from netralitas_research.study.articles.links import linked_figures
from netralitas_research.study.articles.terms import read_terms

PROVINCE, COUNTRY = "74", "ID"


def last_interview() -> PartialDate:
    """Give the day of the last interview: the article appeared later, its date is not known."""
    (day,) = read_terms("southeast-sulawesi-n091")[0].values
    if not isinstance(day, PartialDate):
        raise TypeError(day)
    return day


def yearly_recommended() -> pd.DataFrame:
    """List the persons whom KASN recommended for punishment, year by year."""
    return figures_with(
        counted_by="kasn",
        election="all",
        stage="recommended",
        unit_counted="persons",
        subject="asn_neutrality",
        measure="count",
        kemendagri_code=COUNTRY,
    ).sort_values("period_start")


def province_lists(counted_by: str, election: str) -> dict[str, pd.DataFrame]:
    """List the provinces of each list that holds this one, the most violations first, by date.

    Of a province that a list prints twice, the larger count is kept.
    """
    counts = figures_with(
        counted_by=counted_by,
        election=election,
        subject="asn_neutrality",
        dimension="total",
        measure="count",
    )
    counts = counts[counts["kemendagri_code"].str.fullmatch(r"\d{2}")]
    lists = {}
    for date, found in counts.groupby("as_of"):
        ordered = found.sort_values("value", ascending=False).drop_duplicates("kemendagri_code")
        if PROVINCE in set(ordered["kemendagri_code"]) and len(ordered) > 1:
            lists[str(date)] = ordered.reset_index(drop=True)
    return {date: found for date, found in lists.items() if date[:4].isdigit()}


def place_of(code: str, ordered: pd.DataFrame) -> int:
    """Give the place of a province in a list; 0 if the list does not hold it."""
    own = ordered.loc[ordered["kemendagri_code"].eq(code), "value"]
    return 0 if own.empty else 1 + int(ordered["value"].gt(own.iloc[0]).sum())


def count_of(code: str, ordered: pd.DataFrame) -> float:
    """Give the count of a province that a list holds."""
    return float(ordered.loc[ordered["kemendagri_code"].eq(code), "value"].iloc[0])


def own_figures(**codes: str | tuple[str, ...]) -> pd.DataFrame:
    """Choose figures of the province and its areas by their codes."""
    found = figures_with(**codes)
    return found[found["kemendagri_code"].str.startswith(PROVINCE)]


def survey_answer(**codes: str) -> pd.DataFrame:
    """Choose percentages of answers in surveys of KASN by their codes."""
    return figures_with(counted_by="kasn", stage="survey", measure="percent", **codes)


def all_linked(claim: Claim) -> pd.DataFrame:
    """List every figure that a number of the article is linked to."""
    links = linked_figures()
    return links[links["number_id"].str.startswith(f"{claim.article}-")]


def printed_counts(claim: Claim) -> list[float]:
    """Give the values of the claim's numbers that are no years or dates."""
    return [
        float(value)
        for term in claim.terms
        for value in term.values
        if not isinstance(value, PartialDate | str)
    ]
