"""Answers in groups: own interest, kinship, pressure, ignorance; offender or victim."""

from __future__ import annotations

import math

import pandas as pd

from netralitas_research.language import translator
from netralitas_research.presentation.causes.motive.words import SHARED, percent
from netralitas_research.presentation.causes.words import percents
from netralitas_research.statistics.bounds import (
    PrintedTable,
    cell_bounds,
    percentage,
    residual_bounds,
    total,
)
from netralitas_research.statistics.printed import judge_candidates
from netralitas_research.statistics.shares import printed_share_interval, share_ratio
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.motives import GROUPS, membership

READINGS = {
    "certain": ("surely",),
    "worded": ("surely", "worded"),
    "possible": ("surely", "worded", "possible"),
}
"""Readings of a group, from the answers that can be nothing else to all that may belong."""

Limits = tuple[float, float]


def group_bounds(answers: pd.DataFrame, base: int | None, language: str) -> pd.DataFrame:
    """Bound the share of respondents who name a group of causes, under each reading.

    With one answer a person the shares of answers add up. With several, those who name one answer
    may be among those who name another: the share who name at least one of them lies between the
    largest and the sum (Fréchet, 1940).

    Parameters
    ----------
    answers
        Answers of one survey, as `netralitas_research.study.motives.causes` gives them.
    base
        The number of respondents of a question with several answers a person; None if each gave
        one.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a group: ``term``, ``label``; for each reading of `READINGS` its limits as text;
        ``low`` and ``high``, the limits over all readings as shares of 1, and ``bounds``, the same
        as text. Of a list that may not be complete, a group that no printed answer can belong to
        has no limits.

    Examples
    --------
    >>> from netralitas_research.study.motives import causes
    >>> from netralitas_research.study.processed import load
    >>> asked = causes(load("figures"), "en")
    >>> found = group_bounds(asked[asked["survey"].eq("2018")], None, "en").set_index("term")
    >>> found.loc["pressure", ["certain", "worded", "possible"]].tolist()
    ['7.6–7.8%', '7.6–7.8%', '79.4–79.9%']
    """
    text = translator(language)
    belongs = membership(answers)
    printed = answers.set_index("term")["printed"]
    rows = []
    for group in GROUPS:
        limits = {
            reading: _share_of_any(
                printed[belongs.index[belongs[group].isin(kinds)]], printed, base
            )
            for reading, kinds in READINGS.items()
        }
        if base is not None and belongs[group].eq("no").all():
            limits = dict.fromkeys(READINGS, (math.nan, math.nan))
        low, high = limits["certain"][0], limits["possible"][1]
        rows.append(
            {
                "term": group,
                "label": text(f"motive.group.{group}"),
                **{reading: percents(*ends, language) for reading, ends in limits.items()},
                "low": low,
                "high": high,
                "bounds": percents(low, high, language),
            }
        )
    return pd.DataFrame(rows)


def side_bounds(answers: pd.DataFrame, base: int | None, language: str) -> pd.DataFrame:
    """Bound the share of answers that see an offender, and that see a victim.

    Parameters
    ----------
    answers, base, language
        As for `group_bounds`.

    Returns
    -------
    pandas.DataFrame
        One row for ``victim`` and for ``offender``: ``term, label, low, high`` (shares of 1) and
        ``certain`` (the answers that only one of both fits), ``bounds`` (with the undecided) and
        ``named``, the labels of the former.
    """
    text = translator(language)
    printed = answers.set_index("term")["printed"]
    rows = []
    for side in ("victim", "offender"):
        sure = answers[answers["side"].eq(side)]
        may = answers[answers["side"].isin([side, "undecided"])]
        low, low_most = _share_of_any(printed[sure["term"]], printed, base)
        high = _share_of_any(printed[may["term"]], printed, base)[1]
        rows.append(
            {
                "term": side,
                "label": text(f"motive.side.{side}"),
                "low": low,
                "high": high,
                "certain": percents(low, low_most, language),
                "bounds": percents(low, high, language),
                "named": "; ".join(sure["label"]),
            }
        )
    return pd.DataFrame(rows)


def pressure_and_interest(answers: pd.DataFrame, base: int, language: str) -> dict[str, object]:
    """Compare how many name pressure with how many name own interest, as worded, in one survey.

    Parameters
    ----------
    answers
        Answers of one survey with one answer of each kind.
    base
        A base that the print allows.
    language
        ``id`` or ``en``.

    Returns
    -------
    dict of str to object
        ``pressure_label`` and ``interest_label``, ``pressure`` and ``interest`` (share with its
        interval, as text), ``ratio`` (own interest by pressure) with ``low`` and ``high``,
        ``ratio_text``, ``base`` and ``source_ids``. The ratio is that of the nearest counts; where
        persons may have named both, its interval is wider than need be.
    """
    text = translator(language)
    named = answers[answers["reading"].isin(["pressure", "own_interest"])].set_index("reading")
    printed = named["printed"]
    shares = printed_share_interval(printed, base, rounding="any", level=SHARED)
    rows = shares.set_index("term").to_dict("index")
    judged = judge_candidates(printed.tolist(), [base], rounding="any")[0]
    counts = {reading: int(found.start) for reading, found in
              zip(printed.index, judged.counts, strict=True)}  # fmt: skip
    ratio = share_ratio(counts, "own_interest", "pressure", level=SHARED).iloc[0]
    shown = {
        key: f"{percent(rows[term]['estimate'], language)} "
        f"({percents(rows[term]['low'], rows[term]['high'], language)})"
        for key, term in (("pressure", "pressure"), ("interest", "own_interest"))
    }
    numbers = {key: round(float(ratio[key]), 1) for key in ("estimate", "low", "high")}
    return {
        "survey": text(f"motive.survey.{answers['survey'].iloc[0][:4]}"),
        **shown,
        "pressure_label": named.loc["pressure", "label"],
        "interest_label": named.loc["own_interest", "label"],
        "ratio": numbers["estimate"],
        "low": numbers["low"],
        "high": numbers["high"],
        "ratio_text": text("motive.ratio", ratio=numbers["estimate"], low=numbers["low"],
                           high=numbers["high"]),
        "base": base,
        "source_ids": join_ids(named["source_ids"]),
    }  # fmt: skip


def _share_of_any(members: pd.Series, printed: pd.Series, base: int | None) -> Limits:
    """Bound the share who give at least one of some answers."""
    if members.empty:
        return 0.0, 0.0
    if base is None:
        if len(members) == len(printed):
            return 1.0, 1.0
        return _share_of_a_partition(members, printed.drop(members.index))
    none = cell_bounds(_yes_or_no(members, base), dict.fromkeys(members.index, "no")).iloc[0]
    return 1 - float(none["high"]) / base, 1 - float(none["low"]) / base


def _share_of_a_partition(members: pd.Series, others: pd.Series) -> Limits:
    """Bound a sum of printed shares by itself, and by what the other shares leave."""
    own, left = (
        residual_bounds(None, parts.tolist(), rounding="any").iloc[1] for parts in (members, others)
    )
    low = max(1 - float(own["high"]), float(left["low"]))
    return round(low, 6), round(min(1 - float(own["low"]), float(left["high"])), 6)


def _yes_or_no(printed: pd.Series, base: int) -> PrintedTable:
    """Make the table of all combinations of answers, with what is printed of it."""
    facts = [
        percentage({str(term): "yes"}, share, base, rounding="any")
        for term, share in printed.items()
    ]
    return PrintedTable({str(term): ["yes", "no"] for term in printed.index}, total(base), *facts)
