"""What several verdicts on the article about Banten look at."""

from __future__ import annotations

import pandas as pd

from netralitas_research.audit.claims import (
    Claim,
    Outcome,
    Percent,
    figures_with,
    judged,
)
from netralitas_research.language import PartialDate
from netralitas_research.study.articles.cells import column_values
from netralitas_research.study.articles.links import linked_figures
from netralitas_research.study.processed import load

PUBLIC_OPINION = (
    "public_belief_neutral",
    "public_belief_not_neutral",
    "public_knows_partisan_officials",
    "public_believes_partisan_officials",
)
CAUSES = ("survey_causes", "supervision")
"""Subjects of figures that say why neutrality is broken, or how it is watched."""

FORMS, FORMS_NUMBER = "banten-tabel-2-1", "Jumlah ASN Tereport"


def in_banten(**codes: str | tuple[str, ...]) -> pd.DataFrame:
    """Choose the figures on Banten and its areas that have some codes."""
    figures = figures_with(**codes)
    return figures[figures["kemendagri_code"].str.startswith("36")]


def shown(claim: Claim) -> pd.DataFrame:
    """Choose all figures that anything in the article is linked to."""
    links = linked_figures()
    of_article = links["number_id"].str.startswith(f"{claim.article}-")
    of_table = links["table_id"].str.startswith(f"{claim.article}-")
    return links[of_article | of_table]


def survey_share(subject: str, code: str, election: str) -> Percent:
    """Give the share of an answer in the survey on an election."""
    figures = figures_with(subject=subject, code=code, election=election, measure="percent")
    figure = figures.iloc[0]
    return Percent(float(figure["value"]), int(figure["decimals_at_least"]))


def causes_not_shown(figures: pd.DataFrame) -> Outcome:
    """Say that figures on other things cannot show causes, and what surveys give."""
    shows_causes = figures["subject"].isin(CAUSES) | figures["dimension"].eq("sanction")
    survey = figures_with(
        subject="survey_causes",
        election="pilkada-2018",
        code=("weak_sanctions", "poor_understanding"),
    )
    return judged(
        "holds" if shows_causes.any() else "not_supported",
        figures=survey,
        sanctions=survey_share("survey_causes", "weak_sanctions", "pilkada-2018"),
        understanding=survey_share("survey_causes", "poor_understanding", "pilkada-2018"),
    )


def day(text: str) -> PartialDate:
    """Read an as-of date of a figure."""
    return PartialDate.parse(text)


def with_known_day(figures: pd.DataFrame) -> pd.DataFrame:
    """Choose the figures whose as-of date is known to the day."""
    return figures[figures["as_of"].str.fullmatch(r"\d{4}-\d{2}-\d{2}")]


def enacted(law_id: str) -> PartialDate:
    """Give the day on which a law was enacted."""
    return PartialDate.parse(str(load("laws").set_index("law_id").loc[law_id, "enacted"]))


def provision(law_id: str) -> str:
    """Give what the register of laws says on the provisions of a law."""
    return str(load("laws").set_index("law_id").loc[law_id, "provision_on_neutrality"])


def work_after(claim: Claim, *facts: PartialDate) -> Outcome:
    """Compare the year of a cited work with the facts that it is cited for.

    It is ``contradicted`` if the work is older than one of them, else ``not_checkable``: a year
    that fits does not say what the work holds.
    """
    work, latest = claim.dates[0], max(facts, key=lambda fact: fact.last)
    older = work.last < latest.first
    return judged("contradicted" if older else "not_checkable", work=work, fact=latest)


def share_of_forms(claim: Claim) -> Percent:
    """Give the share of the forms that a claim names in all forms of the table."""
    forms = column_values(FORMS, FORMS_NUMBER, "id")
    return Percent(100 * sum(claim.values) / float(forms["value"].sum()))


def values_on(figures: pd.DataFrame) -> tuple[float, ...]:
    """List the distinct values of figures in rising order."""
    return tuple(sorted(set(map(float, figures["value"]))))
