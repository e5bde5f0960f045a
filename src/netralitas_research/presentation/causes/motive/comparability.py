"""What the two surveys of causes allow to compare, and what not."""

from __future__ import annotations

import pandas as pd

from netralitas_research.language import translator

ASPECTS = {
    "order": "comparable",
    "statement": "comparable",
    "form": "not_comparable",
    "answers": "not_comparable",
    "pressure": "not_comparable",
    "respondents": "not_comparable",
    "silence": "not_comparable",
}
"""Aspects of the two surveys, and whether they allow a comparison."""


def comparison(earlier: pd.DataFrame, later: pd.DataFrame, language: str) -> pd.DataFrame:
    """Set the two surveys side by side, with the reason why an aspect can be compared or not.

    Parameters
    ----------
    earlier, later
        Answers of the surveys of 2018 and of 2021, as `netralitas_research.study.motives.causes`
        gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an aspect of `ASPECTS`: ``aspect``, ``earlier``, ``later``, ``verdict``
        (``comparable`` or ``not_comparable``), ``verdict_label`` and ``reason``.

    Examples
    --------
    >>> from netralitas_research.study.motives import causes
    >>> from netralitas_research.study.processed import load
    >>> asked = causes(load("figures"), "en")
    >>> both = [asked[asked["survey"].eq(date)] for date in ("2018", "2021-07")]
    >>> comparison(*both, "en")["verdict"].tolist().count("comparable")
    2
    """
    text = translator(language)
    numbers = {
        "answers_2018": len(earlier),
        "answers_2021": len(later),
        "sum_2018": round(float(earlier["value"].sum()), 1),
        "sum_2021": round(float(later["value"].sum()), 1),
        "base_2021": int(later["base"].iloc[0]),
        "silent_2018": _value(earlier, "no_answer"),
        "superior_2018": _value(earlier, "superior_pressure"),
        "pair_2021": _value(later, "candidate_pressure"),
    }
    return pd.DataFrame(
        [
            {
                "aspect": text(f"motive.compare.{aspect}.aspect"),
                "earlier": text(f"motive.compare.{aspect}.2018", **numbers),
                "later": text(f"motive.compare.{aspect}.2021", **numbers),
                "verdict": verdict,
                "verdict_label": text(f"motive.compare.{verdict}"),
                "reason": text(f"motive.compare.{aspect}.reason", **numbers),
            }
            for aspect, verdict in ASPECTS.items()
        ]
    )


def _value(answers: pd.DataFrame, term: str) -> float:
    return float(answers.loc[answers["term"].eq(term), "value"].iloc[0])
