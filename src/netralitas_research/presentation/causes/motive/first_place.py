"""Which answer could be the most frequent one, and for which bases that is certain."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import pandas as pd

from netralitas_research.language import format_range, translator
from netralitas_research.presentation.causes.motive.words import SHARED, said
from netralitas_research.presentation.causes.words import percents
from netralitas_research.statistics.printed import judge_candidates, search_bases
from netralitas_research.statistics.printed.joint_counts import Shares
from netralitas_research.statistics.ranks import (
    could_be_first,
    rank_sets_of_counts,
    rank_sets_of_printed,
)
from netralitas_research.statistics.shares import printed_share_interval, share_interval
from netralitas_research.study.motives import UNSPECIFIED

PLAIN = ("note.ranks.certainly_first", "note.ranks.certainly_last", "note.ranks.several_counts")
"""Notes that only repeat what the columns beside them show."""

LARGEST = 20_000
"""The largest base that is tried where a first place needs a base."""

_AT_LEAST_BEYOND = 20
"""How far at least `surely_from` looks ahead."""


def smallest_base(answers: pd.DataFrame, at_most: int, shares: Shares) -> dict[str, float]:
    """Find the smallest base that the printed percentages allow, and how much that says.

    Parameters
    ----------
    answers
        Answers of one question, with ``printed``.
    at_most
        The largest base to try.
    shares
        As for `printed.search_bases`.

    Returns
    -------
    dict of str to float
        ``smallest``, and the ``chance``, in percent, that a base up to ``at_most`` fits.

    Examples
    --------
    >>> smallest_base(pd.DataFrame({"printed": ["33.3", "66.7"]}), 10, "partition")["smallest"]
    3
    """
    found = search_bases(answers["printed"].tolist(), at_most=at_most, rounding="any",
                         shares=shares)  # fmt: skip
    return {"smallest": found.possible[0].base, "chance": round(100 * found.chance, 1)}


def rank_sets_at(answers: pd.DataFrame, base: int) -> pd.DataFrame:
    """Give simultaneous rank sets of the answers that name something, for one base.

    Answers that do not (no answer, other) are a mass without a rank. Where no count of the base
    gives the printed percentages, the nearest whole numbers are taken, so that it can be seen what
    such a base would tell.

    Parameters
    ----------
    answers
        Answers of one question, with ``term``, ``printed`` and ``value``.
    base
        The number of persons they are percentages of.

    Returns
    -------
    pandas.DataFrame
        As `ranks.could_be_first` gives it.

    Examples
    --------
    >>> asked = pd.DataFrame({"term": ["post", "kin", "no_answer"],
    ...     "printed": ["43.4", "15.4", "41.2"], "value": [43.4, 15.4, 41.2]})
    >>> rank_sets_at(asked, 182)[["term", "low", "high", "first"]].values.tolist()
    [['post', 1, 1, True], ['kin', 2, 2, False]]
    """
    named = answers[~answers["term"].isin(UNSPECIFIED)].set_index("term")
    if judge_candidates(named["printed"].tolist(), [base], rounding="any")[0].possible:
        sets = rank_sets_of_printed(named["printed"], base, level=SHARED, simultaneous=True,
                                    rounding="any")  # fmt: skip
    else:
        sets = rank_sets_of_counts(_nearest(named["value"], base), level=SHARED, simultaneous=True)
    return could_be_first(sets)


def with_intervals(answers: pd.DataFrame, base: int, shares: Shares, language: str) -> pd.DataFrame:
    """Put beside each answer its count, its interval and its ranks, for one base.

    Parameters
    ----------
    answers
        Answers of one question, as `netralitas_research.study.motives.causes` gives them.
    base
        A base that the print allows.
    shares
        ``partition`` for one answer a person, ``separate`` for several.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        The answers with ``low`` and ``high`` (shares of 1, together at the level: Goodman),
        ``rank_low``, ``rank_high`` (simultaneous), ``estimate`` (the rank), ``first``, the text
        columns ``count_text``, ``interval``, ``ranks`` and ``notes``.
    """
    found = printed_share_interval(
        answers.set_index("term")["printed"], base, shares=shares, rounding="any",
        method="goodman", level=SHARED,
    ).set_index("term")  # fmt: skip
    sets = rank_sets_at(answers, base).set_index("term")
    of = found.loc[answers["term"]].reset_index()
    ranks = sets.reindex(answers["term"]).reset_index()
    return answers.assign(
        low=of["low"].to_numpy(),
        high=of["high"].to_numpy(),
        estimate=ranks["estimate"].to_numpy(),
        rank_low=ranks["low"].to_numpy(),
        rank_high=ranks["high"].to_numpy(),
        first=ranks["first"].eq(True).to_numpy(),
        count_text=[
            format_range(a, b, language, 0)
            for a, b in zip(of["count_low"], of["count_high"], strict=True)
        ],
        interval=[percents(a, b, language) for a, b in zip(of["low"], of["high"], strict=True)],
        ranks=[
            format_range(a, b, language, 0)
            for a, b in zip(ranks["low"], ranks["high"], strict=True)
        ],
        notes=said(
            [*of["note"], *ranks["note"].fillna("").where(~ranks["note"].isin(PLAIN), "")], language
        ),
    )


def by_base(
    answers: pd.DataFrame, bases: Mapping[str, int], shares: Shares, language: str
) -> pd.DataFrame:
    """Tell for several bases which answers could be first.

    Parameters
    ----------
    answers, shares, language
        As for `with_intervals`.
    bases
        Bases by the message key of what they are.

    Returns
    -------
    pandas.DataFrame
        One row a base, from the smallest: ``base``, ``base_label``, ``fits`` (whether the print
        allows it), ``fits_label``, ``interval`` (of the first answer, alone), ``could`` (the labels
        of those that could be first), ``certain`` (whether only one could), ``second_ranks``.
    """
    text = translator(language)
    labels = answers.set_index("term")["label"]
    second = answers["term"].iloc[1]
    rows = []
    for key, base in sorted(bases.items(), key=lambda one: one[1]):
        judged = judge_candidates(answers["printed"].tolist(), [base], rounding="any",
                                  shares=shares)[0]  # fmt: skip
        sets = rank_sets_at(answers, base).set_index("term")
        could = sets.index[sets["first"]]
        share = _interval_of_first(answers, base)
        of_second = sets.to_dict("index")[second]
        rows.append(
            {
                "base": base,
                "base_label": text(key),
                "fits": judged.possible,
                "fits_label": text("motive.fits" if judged.possible else "motive.as_if"),
                "interval": percents(share["low"], share["high"], language),
                "could": "; ".join(labels[could]),
                "certain": len(could) == 1,
                "second_ranks": format_range(of_second["low"], of_second["high"], language, 0),
            }
        )
    return pd.DataFrame(rows)


def base_needed(answers: pd.DataFrame) -> int:
    """Find from which base on the first answer is surely the most frequent one.

    The shares are taken as printed and the counts rounded against the first answer, also for bases
    that the print excludes: it is the sample that such a result needs.

    Parameters
    ----------
    answers
        Answers of one question, the most frequent first, with ``term`` and ``value``.

    Returns
    -------
    int
        The base, by simultaneous rank sets; `LARGEST` if no smaller one is enough.

    Examples
    --------
    >>> base_needed(pd.DataFrame({"term": ["a", "b"], "value": [60.0, 40.0]}))
    119
    """
    named = answers[~answers["term"].isin(UNSPECIFIED)].set_index("term")["value"] / 100

    def sure(base: int) -> bool:
        counts = (named * base).map(math.ceil)
        counts.iloc[0] = math.floor(named.iloc[0] * base)
        sets = rank_sets_of_counts(counts, level=SHARED, simultaneous=True)
        return bool(sets["high"].iloc[0] == 1)

    return surely_from(sure, LARGEST)


def smallest(holds: Callable[[int], bool], largest: int) -> int:
    """Find the smallest whole number from which something holds, if it holds for all larger ones.

    Examples
    --------
    >>> smallest(lambda n: n * n >= 50, 100)
    8
    """
    low, high = 1, largest
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def surely_from(holds: Callable[[int], bool], largest: int) -> int:
    """Find the number from which on something always holds.

    Counts are whole, so that a test may turn to and fro over some sample sizes before it holds for
    good: what `smallest` finds is followed until a quarter beyond it.

    Examples
    --------
    >>> surely_from(lambda n: n >= 8 and n != 10, 100)
    11
    """
    first = smallest(holds, largest)
    beyond = range(first, min(first + first // 4 + _AT_LEAST_BEYOND, largest))
    return max((n + 1 for n in beyond if not holds(n)), default=first)


def _interval_of_first(answers: pd.DataFrame, base: int) -> pd.Series:
    """Give the interval of the first answer alone, of the nearest count where none fits."""
    found = printed_share_interval(
        answers["printed"].iloc[:1].tolist(), base, rounding="any", level=SHARED
    ).iloc[0]
    if pd.notna(found["low"]):
        return found
    count = int(_nearest(answers["value"].iloc[:1], base).iloc[0])
    return share_interval(count, base, level=SHARED).iloc[0]


def _nearest(values: pd.Series, base: int) -> pd.Series:
    return (values * base / 100).round().astype(int)
