"""How far the first answer is ahead, and what could turn the order."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd
from scipy import stats

from netralitas_research.language import translator
from netralitas_research.presentation.causes.motive.first_place import smallest
from netralitas_research.presentation.causes.motive.words import SHARED
from netralitas_research.statistics.printed import judge_candidates
from netralitas_research.statistics.shares import share_difference
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.motives import UNSPECIFIED

MOST_OF_A_WHOLE = 101
"""Percentages that add up to more are of several answers a person; rounding gives less."""


def effective_base(margin: float) -> int:
    """Give the size of a simple random sample that has a margin of error, in percentage points.

    The margin is read as usual: the largest at the level of 95 percent, that of a share of a half.

    Examples
    --------
    >>> effective_base(2.5)
    1537
    """
    z = float(stats.norm.isf((1 - SHARED) / 2))
    return math.ceil((z / (2 * margin / 100)) ** 2)


def margin_of(base: int) -> float:
    """Give the margin of error of a simple random sample, in percentage points.

    Examples
    --------
    >>> round(margin_of(10_617), 2)
    0.95
    """
    z = float(stats.norm.isf((1 - SHARED) / 2))
    return 100 * z / (2 * math.sqrt(base))


def overlap(answers: pd.DataFrame, base: int) -> dict[str, int | float]:
    """Find how many persons must have named both first answers for the first to be surely ahead.

    Where persons may name several, only those who name one of both tell which is named more often:
    the exact test of McNemar (1947). How many named both is not printed.

    Parameters
    ----------
    answers
        Answers of a question with several answers a person, the most frequent first.
    base
        The number of respondents.

    Returns
    -------
    dict of str to int or float
        ``lead`` in persons; ``least`` and ``most``, how many can have named both; ``needed``, from
        how many on the first is ahead at the level; the same in percent of the base as
        ``least_percent`` and so on; and the p-values at ``least`` and ``most``.

    Examples
    --------
    >>> asked = pd.DataFrame({"printed": ["60.0", "50.0"]})
    >>> found = overlap(asked, 100)
    >>> found["lead"], found["least"], found["most"], found["needed"]
    (10, 10, 50, 45)
    """
    judged = judge_candidates(answers["printed"].iloc[:2].tolist(), [base], rounding="any")[0]
    first, second = judged.counts[0].start, judged.counts[1][-1]
    least, most = max(0, first + second - base), min(first, second)

    def p(both: int) -> float:
        only = [first - both, second - both, base - first - second + both]
        return float(share_difference(only, 1, 2)["p_value"].iloc[0])

    needed = least + smallest(lambda more: p(least + more) < 1 - SHARED, most - least)
    found = {"lead": first - second, "least": least, "most": most, "needed": needed}
    percents = {f"{key}_percent": round(100 * value / base, 2) for key, value in found.items()}
    return {**found, **percents, "p_least": p(least), "p_most": p(most)}


def leads(questions: Mapping[str, pd.DataFrame], language: str) -> pd.DataFrame:
    """Tell how far the first answer is ahead, and what could turn the order.

    Parameters
    ----------
    questions
        Answers by the message key of the question, the most frequent first.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a question: ``question``, ``first_label``, ``second_label``, ``lead`` in percentage
        points, ``switch`` (the least percentage of respondents who would have to answer the second
        for the first; NaN where a person may give several answers), ``unsaid`` (percentage that
        names nothing: no answer, other; NaN where none is printed), ``turned`` (whether the order
        turns if all of these meant the second; None where that is not known) and ``source_ids``.
    """
    text = translator(language)
    rows = []
    for key, answers in questions.items():
        named = answers[~answers["term"].isin(UNSPECIFIED)]
        silent = answers.loc[answers["term"].isin(UNSPECIFIED), "value"]
        unsaid = round(float(silent.sum()), 2) if len(silent) else math.nan
        lead = float(named["value"].iloc[0] - named["value"].iloc[1])
        several = answers["value"].sum() > MOST_OF_A_WHOLE
        rows.append(
            {
                "question": text(key),
                "first_label": named["label"].iloc[0],
                "second_label": named["label"].iloc[1],
                "lead": round(lead, 2),
                "switch": math.nan if several else round(lead / 2, 2),
                "unsaid": unsaid,
                "turned": unsaid > lead if len(silent) else None,
                "source_ids": join_ids(answers["source_ids"]),
            }
        )
    return pd.DataFrame(rows)
