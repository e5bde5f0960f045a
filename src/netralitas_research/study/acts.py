"""How much of the published violations falls under some acts: bounds, never a rescaled share.

Published breakdowns print some acts of a count, seldom all. What is printed is known; what is not
printed, and acts that cannot be told, may belong to any kind. So each share has a least and a
greatest value, and nothing between them is preferred (the identified set of Manski, 2003).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

import pandas as pd

from netralitas_research import codelists
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.breakdowns import COUNT

Belongs = Literal["yes", "no", "unknown"]

DIMENSIONS = ("behaviour", "policy", "resource")
"""The dimensions of neutrality that the article on its meaning names."""

COUNTERPARTS = {"E01": "D01", "E02": "D02", "E03": "D04", "E04": "D06"}
"""The acts of the joint decree that the article on Belitung Timur names, and what they are called
in the part on discipline, once the candidates are set."""

NO_BASE = "acts.note.no_base"
"""Note of a count without a printed total."""

READINGS: Mapping[str, frozenset[str]] = {
    "ethics": frozenset(COUNTERPARTS),
    "both_parts": frozenset([*COUNTERPARTS, *COUNTERPARTS.values()]),
}
"""The acts that the prohibitions name as they are worded, and with their counterparts."""


def shares_by_dimension(breakdowns: pd.DataFrame) -> pd.DataFrame:
    """Bound the share of each dimension of neutrality in published breakdowns.

    An act belongs to the dimension that the code list of acts gives it. Acts whose dimension
    cannot be decided, and what a breakdown does not print, may belong to any.

    Parameters
    ----------
    breakdowns
        As `national_breakdowns` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a breakdown and dimension (``term``), by date: ``low`` and ``high``, the least
        and the greatest share in percent; ``printed``, the share of all printed acts;
        ``unspecified``, of it the acts that may belong or not; ``remainder``, the share that is
        not printed; ``rounding``, by how much rounding of the printed shares may move them;
        ``base``, ``note`` (a message key where there are no bounds), ``breakdown``, what tells
        the count from others, and ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.breakdowns import national_breakdowns
    >>> from netralitas_research.study.processed import load
    >>> shares = shares_by_dimension(national_breakdowns(load("figures")))
    >>> shares[shares["breakdown"].eq("kasn-2020-07-31")][["term", "low", "high"]].values.tolist()
    [['behaviour', 68.0, 89.0], ['policy', 11.0, 32.0], ['resource', 0.0, 21.0]]
    """
    dimensions = codelists.load("acts")["dimension_meaning"]
    rows = []
    for _, acts in breakdowns.groupby("breakdown", sort=False):
        own = acts["act"].map(dimensions)
        for dimension in DIMENSIONS:
            belongs = own.map(lambda code, term=dimension: _of_dimension(code, term))
            rows.append(_bounds(acts, belongs, dimension))
    return pd.DataFrame(rows)


def coverage(breakdowns: pd.DataFrame) -> pd.DataFrame:
    """Bound the share of violations that the prohibitions of the article cover.

    An act is covered if all acts of the joint decree that it may be are named, and is not if none
    is. Between these, and where the study ties it to no act of the decree, it may be covered or
    not. A count that ends before the candidates were set holds no act of the time after.

    Parameters
    ----------
    breakdowns
        As `national_breakdowns` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a breakdown and reading (``term``, of `READINGS`), with the columns of
        `shares_by_dimension`.

    Examples
    --------
    >>> from netralitas_research.study.breakdowns import national_breakdowns
    >>> from netralitas_research.study.processed import load
    >>> covered = coverage(national_breakdowns(load("figures")))
    >>> covered[covered["breakdown"].eq("kasn-2020-06-26")]["low"].tolist()
    [44.0, 44.0]
    """
    rows = []
    for _, acts in breakdowns.groupby("breakdown", sort=False):
        impossible = _impossible(acts)
        codes = acts["act"].map(lambda act, left_out=impossible: _decree_acts(act) - left_out)
        for reading, named in READINGS.items():
            belongs = codes.map(lambda possible, among=named: is_covered(possible, among))
            rows.append(_bounds(acts, belongs, reading))
    return pd.DataFrame(rows)


def is_covered(possible: frozenset[str], named: frozenset[str]) -> Belongs:
    """Say whether an act is among those that are named.

    Parameters
    ----------
    possible
        The acts of the joint decree that it may be; none where it is tied to none.
    named
        The acts that are named.

    Returns
    -------
    str
        ``yes`` if it is whichever of them it is, ``no`` if it is none, else ``unknown``.

    Examples
    --------
    >>> is_covered(frozenset({"E01"}), frozenset({"E01", "E02"}))
    'yes'
    >>> is_covered(frozenset({"E01", "D01"}), frozenset({"E01"}))
    'unknown'
    """
    if not possible:
        return "unknown"
    if possible <= named:
        return "yes"
    return "unknown" if possible & named else "no"


def _of_dimension(code: str, dimension: str) -> Belongs:
    return "unknown" if code == "unknown" else "yes" if code == dimension else "no"


def _decree_acts(act: str) -> frozenset[str]:
    codes = str(codelists.load("acts").loc[act, "skb_codes"])
    return frozenset(filter(None, codes.split(";")))


def _impossible(acts: pd.DataFrame) -> frozenset[str]:
    """List the acts of the decree that a count cannot hold, because it ends too early."""
    count = acts.iloc[0]
    known = str(codelists.load("elections").loc[count["election"], "candidates_set"])
    if len(count["as_of"]) < len(known) or not known or count["as_of"] >= known:
        return frozenset()
    phases = codelists.load("skb_acts")["election_phase"]
    return frozenset(phases.index[phases.eq("after_candidates_set")])


def _bounds(acts: pd.DataFrame, belongs: pd.Series, term: str) -> dict[str, object]:
    first = acts.iloc[0]
    row = {
        "term": term,
        "breakdown": first["breakdown"],
        **first[COUNT],
        "base": first["base"],
        "source_ids": join_ids(acts["source_ids"]),
    }
    if acts["share"].isna().any():
        missing = dict.fromkeys(
            ["low", "high", "printed", "unspecified", "remainder", "rounding"], math.nan
        )
        return row | missing | {"note": NO_BASE}
    printed = float(acts["share"].sum())
    low, unspecified = (float(acts.loc[belongs.eq(of), "share"].sum()) for of in ("yes", "unknown"))
    remainder = max(100 - printed, 0.0)
    return row | {
        "low": low,
        "high": min(low + unspecified + remainder, 100.0),
        "printed": printed,
        "unspecified": unspecified,
        "remainder": remainder,
        "rounding": float(acts["half_unit"].sum()),
        "note": "",
    }
