"""What the surveys say of causes and of those who press: the printed answers, with their codes.

Both surveys of causes asked civil servants what makes *others* partial. They hold opinions, not
motives of those who were found partial.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from netralitas_research import codelists
from netralitas_research.study.labels import amount, as_printed

GROUPS = ("own_interest", "kinship", "pressure", "ignorance")
"""The groups of causes that are asked for, by the readings of the code list of motives."""

UNSPECIFIED = frozenset({"other", "no_answer"})
"""Answers that do not say what the cause is, so that it may be any."""

MAY_ALSO_BE: Mapping[str, tuple[str, ...]] = {
    "keep_or_gain_post": ("pressure",),
    "career_interest": ("pressure",),
    "family_tie": ("pressure",),
    "brotherhood": ("pressure",),
    "debt_of_gratitude": ("pressure",),
    "seen_as_usual": ("pressure",),
    "lack_of_integrity": ("own_interest",),
    "weak_sanctions": ("own_interest",),
}
"""Groups that an answer does not exclude, besides the one that its words name. The reading notes of
the code list of motives say why: keeping a post can be fear, a tie can press, a debt can be called
in; where the cause is placed in the person, own interest is not excluded."""

_MARGIN = re.compile(r"MoE (\d+(?:,\d+)?)%")


def causes(figures: pd.DataFrame, language: str) -> pd.DataFrame:
    """List the causes that each survey gives, the most frequent first.

    Parameters
    ----------
    figures
        The processed figures.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an answer: ``survey`` (the date), ``term`` (the code), ``label``, ``printed`` (the
        percentage as printed, with a point), ``amount`` (as the language writes it), ``value``,
        ``base`` (NaN where none is printed), ``source_ids``, and the code list's ``reading``,
        ``side`` (``offender``, ``victim`` or ``undecided``) and ``reason`` for it.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> answers = causes(load("figures"), "en")
    >>> answers.groupby("survey")["value"].sum().round(1).to_dict()
    {'2018': 99.9, '2021-07': 134.3}
    """
    asked = figures[
        figures["subject"].eq("survey_causes")
        & figures["dimension_2"].eq("not_applicable")
        & figures["measure"].eq("percent")
    ]
    found = _answers(asked, "motives", "code", language)
    coded = codelists.load("motives").loc[found["term"]].reset_index(drop=True)
    return found.assign(
        reading=coded["reading"],
        side=coded["offender_or_victim"],
        reason=coded[f"reading_note_{language}"],
    ).sort_values(["survey", "value"], ascending=[True, False], kind="stable", ignore_index=True)


def pressers(figures: pd.DataFrame, language: str) -> pd.DataFrame:
    """List who presses, in the opinion of those asked in 2021, the most frequent first.

    Parameters
    ----------
    figures
        The processed figures.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an answer, with the first columns of `causes`.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> float(pressers(load("figures"), "en")["value"].sum().round(2))
    100.0
    """
    asked = figures[figures["subject"].eq("survey_pressers")]
    found = _answers(asked, "pressers", "code", language)
    return found.sort_values("value", ascending=False, kind="stable", ignore_index=True)


def membership(answers: pd.DataFrame) -> pd.DataFrame:
    """Say of each answer and group of causes whether it belongs to it.

    Parameters
    ----------
    answers
        Answers of one survey, as `causes` gives them.

    Returns
    -------
    pandas.DataFrame
        One row an answer (the index) and one column a group of `GROUPS`: ``surely`` if the words
        name this group and exclude every other, ``worded`` if they name it but do not exclude
        another, ``possible`` if they name another and do not exclude it, or ``no``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> of = membership(causes(load("figures"), "en").query("survey == '2018'"))
    >>> of.loc[["keep_or_gain_post", "superior_pressure"], "pressure"].tolist()
    ['possible', 'surely']
    """
    return pd.DataFrame(
        {
            group: [
                _belongs(term, reading, group)
                for term, reading in zip(answers["term"], answers["reading"], strict=True)
            ]
            for group in GROUPS
        },
        index=pd.Index(answers["term"], name="term"),
    )


def margin_of_error(observations: pd.DataFrame) -> float:
    """Read the margin of error that pages print for the survey of 2021, in percentage points.

    Parameters
    ----------
    observations
        The processed observations.

    Returns
    -------
    float
        The margin; NaN if no page or not one value is printed.

    Examples
    --------
    >>> margin_of_error(pd.DataFrame({"note": ["jawaban ganda; MoE 2,5%", ""]}))
    2.5
    """
    printed = {m[1] for note in observations["note"] if (m := _MARGIN.search(note))}
    return float(printed.pop().replace(",", ".")) if len(printed) == 1 else float("nan")


def _answers(asked: pd.DataFrame, code_list: str, code: str, language: str) -> pd.DataFrame:
    rows = asked.to_dict("records")
    return pd.DataFrame(
        {
            "survey": [row["as_of"] for row in rows],
            "term": [row[code] for row in rows],
            "label": [codelists.label(code_list, row[code], language) for row in rows],
            "printed": [as_printed(row) for row in rows],
            "amount": [amount(row, language) for row in rows],
            "value": [row["value"] for row in rows],
            "base": [row["base"] for row in rows],
            "source_ids": [row["source_ids"] for row in rows],
        }
    )


def _belongs(term: str, reading: str, group: str) -> str:
    if term in UNSPECIFIED:
        return "possible"
    others = MAY_ALSO_BE.get(term, ())
    if reading == group:
        return "worded" if others else "surely"
    return "possible" if group in others else "no"
