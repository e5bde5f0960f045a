"""Opinions that the survey of 2021 prints by position and by group of islands."""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.labels import amount, as_printed, list_of


def opinions(figures: pd.DataFrame, subject: str, by: str, language: str) -> pd.DataFrame:
    """List how many agree and disagree, by position or by group of islands.

    Parameters
    ----------
    figures
        The processed figures.
    subject
        ``survey_revoke_vote`` or ``survey_ppk_makes_it_hard``.
    by
        ``position`` or ``island_group``.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a group in the printed order: ``term, label, agree, disagree`` (as printed, with a
        point, empty where not printed), ``agree_text`` and ``disagree_text`` (as the language
        writes them), ``agree_value``, ``sum`` (of both in percent) and ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> hard = opinions(load("figures"), "survey_ppk_makes_it_hard", "island_group", "en")
    >>> hard.set_index("label")["sum"].round(1).to_dict()["Kalimantan"]
    102.0
    """
    asked = figures[figures["subject"].eq(subject) & figures["dimension"].eq(by)]
    rows = []
    for code, group in asked.groupby("code", sort=False):
        answers = {row["code_2"]: row for row in group.to_dict("records")}
        values = [answers[one]["value"] for one in ("agree", "disagree") if one in answers]
        rows.append(
            {
                "term": code,
                "label": codelists.label(list_of(by), str(code), language),
                **{
                    name: as_printed(answers[name]) if name in answers else ""
                    for name in ("agree", "disagree")
                },
                **{
                    f"{name}_text": amount(answers[name], language) if name in answers else ""
                    for name in ("agree", "disagree")
                },
                "agree_value": answers["agree"]["value"],
                "sum": sum(values) if len(values) == len(("agree", "disagree")) else float("nan"),
                "source_ids": join_ids(group["source_ids"]),
            }
        )
    return pd.DataFrame(rows)


def brotherhood_ranks(figures: pd.DataFrame, language: str) -> pd.DataFrame:
    """List the groups of islands by how often brotherhood is named; only the ranks are printed.

    Parameters
    ----------
    figures
        The processed figures.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        ``label``, ``rank`` and ``source_ids``, by rank.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> brotherhood_ranks(load("figures"), "en")["label"].tolist()[0]
    'Sulawesi'
    """
    ranked = figures[figures["subject"].eq("survey_causes") & figures["measure"].eq("rank")]
    return pd.DataFrame(
        {
            "label": [codelists.label("island_groups", c, language) for c in ranked["code_2"]],
            "rank": ranked["value"].astype(int).tolist(),
            "source_ids": ranked["source_ids"].tolist(),
        }
    ).sort_values("rank", ignore_index=True)
