"""Acts by what they were done for, as far as their name says it: an own candidacy, or another's.

An act is not a motive. Somebody who runs acts for an own office; whoever supports another may do so
out of interest, kinship, conviction, or under pressure: the act does not say.
"""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.study.articles.wording import join_ids

AIMS = ("own_candidacy", "support", "office")
"""For an own candidacy; for a candidate who is another; by a decision or the means of an office."""

EITHER = frozenset(
    ["displays", "declaration", "approach_party_and_declaration", "promote_self_or_candidate",
     "party_member"]
)  # fmt: skip
"""Acts for an own candidacy or for another's: their names do not say which. One page of June 2020
prints banners *as a prospective candidate*, the others do not say whose they are."""

KINDS = ("reported", "recommended", "followed_up_ppk")
"""Kinds of persons that the percentages of KASN may be of."""


def aims(act: str) -> frozenset[str]:
    """Say what an act may have been done for.

    Parameters
    ----------
    act
        Code of the act.

    Returns
    -------
    frozenset of str
        Of `AIMS` those that its name allows; all of them where it is not specified.

    Examples
    --------
    >>> sorted(aims("approach_party")), sorted(aims("displays")), sorted(aims("decision"))
    (['own_candidacy'], ['own_candidacy', 'support'], ['office'])
    """
    if act in ("other", "unknown"):
        return frozenset(AIMS)
    if act in EITHER:
        return frozenset({"own_candidacy", "support"})
    coded = codelists.load("acts").loc[act]
    if act == "own_candidacy" or coded["parent"] == "own_candidacy":
        return frozenset({"own_candidacy"})
    office = coded["dimension_meaning"] in ("policy", "resource")
    return frozenset({"office" if office else "support"})


def shares_by_aim(breakdowns: pd.DataFrame) -> pd.DataFrame:
    """Bound the share of acts for each aim, in breakdowns of which a base or percentages are known.

    Acts that may be for several aims, and what a breakdown does not print, may belong to each.

    Parameters
    ----------
    breakdowns
        As `netralitas_research.study.breakdowns.national_breakdowns` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a breakdown and aim (``term``), by date: ``low`` and ``high``, the least and the
        greatest share in percent with the rounding of the printed shares; ``certain`` and
        ``either``, the printed shares of acts that are, and that may be, for it; ``unprinted``;
        and what tells the breakdown from others.

    Examples
    --------
    >>> from netralitas_research.study.breakdowns import national_breakdowns
    >>> from netralitas_research.study.processed import load
    >>> found = shares_by_aim(national_breakdowns(load("figures")))
    >>> june = found[found["breakdown"].eq("kasn-2020-06-26")]
    >>> june[["term", "certain", "either", "unprinted"]].values.tolist()[0]
    ['own_candidacy', 30.0, 13.0, 26.0]
    """
    rows = []
    for _, acts in breakdowns.groupby("breakdown", sort=False):
        if acts["share"].isna().any():
            continue
        allowed = acts["act"].map(aims)
        for aim in AIMS:
            may = allowed.map(lambda found, one=aim: one in found)
            rows.append(_bounds(acts, may & allowed.map(len).eq(1), may, aim))
    return pd.DataFrame(rows)


def act_snapshots(breakdowns: pd.DataFrame) -> pd.DataFrame:
    """Put the cumulative percentages by act of KASN for 2020 side by side.

    Parameters
    ----------
    breakdowns
        As for `shares_by_aim`.

    Returns
    -------
    pandas.DataFrame
        One row a date and one column an act; percentages as printed, missing where not printed.

    Examples
    --------
    >>> from netralitas_research.study.breakdowns import national_breakdowns
    >>> from netralitas_research.study.processed import load
    >>> printed = act_snapshots(national_breakdowns(load("figures")))
    >>> printed["approach_party"].tolist()
    ['21', '21.5', '14.2', '8.8', '5.6']
    """
    of_kasn = _of_kasn(breakdowns)
    printed = [
        f"{value:.0f}" if half == 0.5 else f"{value:.1f}"
        for value, half in zip(of_kasn["share"], of_kasn["half_unit"], strict=True)
    ]
    order = list(dict.fromkeys(of_kasn["act"]))
    return of_kasn.assign(printed=printed).pivot(index="as_of", columns="act", values="printed")[
        order
    ]


def possible_bases(figures: pd.DataFrame, dates: list[str]) -> pd.DataFrame:
    """List how many persons of each kind KASN had counted at each date, for 2020.

    Parameters
    ----------
    figures
        The processed figures.
    dates
        The dates.

    Returns
    -------
    pandas.DataFrame
        One row a date and one column a kind of `KINDS`.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> possible_bases(load("figures"), ["2020-11-09"]).iloc[0].tolist()
    [830, 619, 416]
    """
    return (
        _totals(figures, dates)
        .pivot(index="as_of", columns="stage", values="value")
        .reindex(index=dates, columns=list(KINDS))
        .astype(int)
    )


def sources_of_change(figures: pd.DataFrame, breakdowns: pd.DataFrame, dates: list[str]) -> str:
    """Name the sources of the snapshots by act and of the bases that they may have.

    Parameters
    ----------
    figures, dates
        As for `possible_bases`.
    breakdowns
        As for `shares_by_aim`.

    Returns
    -------
    str
        Ids, joined by ``;``.

    Examples
    --------
    >>> from netralitas_research.study.breakdowns import national_breakdowns
    >>> from netralitas_research.study.processed import load
    >>> figures = load("figures")
    >>> sources_of_change(figures, national_breakdowns(figures), ["2020-11-09"])
    'suarasulsel201109'
    """
    of_acts = _of_kasn(breakdowns)
    found = [of_acts[of_acts["as_of"].isin(dates)], _totals(figures, dates)]
    return join_ids(pd.concat([one["source_ids"] for one in found]))


def _of_kasn(breakdowns: pd.DataFrame) -> pd.DataFrame:
    return breakdowns[
        breakdowns["counted_by"].eq("kasn")
        & breakdowns["election"].eq("pilkada-2020")
        & breakdowns["measure"].eq("percent")
    ]


def _totals(figures: pd.DataFrame, dates: list[str]) -> pd.DataFrame:
    return figures[
        figures["counted_by"].eq("kasn")
        & figures["election"].eq("pilkada-2020")
        & figures["subject"].eq("asn_neutrality")
        & figures["dimension"].eq("total")
        & figures["kemendagri_code"].eq("ID")
        & figures["unit_counted"].eq("persons")
        & figures["measure"].eq("count")
        & figures["as_of"].isin(dates)
        & figures["stage"].isin(KINDS)
    ]


def _bounds(acts: pd.DataFrame, surely: pd.Series, may: pd.Series, aim: str) -> dict[str, object]:
    first = acts.iloc[0]
    certain, either = (float(acts.loc[one, "share"].sum()) for one in (surely, may & ~surely))
    unprinted = max(100 - float(acts["share"].sum()), 0.0)
    half = acts["half_unit"]
    high = certain + either + unprinted + float(half[~may].sum())
    return {
        "term": aim,
        **first[["breakdown", "counted_by", "issued_by", "election", "as_of", "stage"]],
        "series": "cumulative",
        "unit_counted": first["unit_counted"],
        "period_start": first["period_start"],
        "period_end": first["period_end"],
        "low": max(certain - float(half[surely].sum()), 0.0),
        "high": min(high, 100.0),
        "certain": certain,
        "either": either,
        "unprinted": unprinted,
        "source_ids": join_ids(acts["source_ids"]),
    }
