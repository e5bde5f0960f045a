"""The headline under every defensible choice: date, base, definition of the group, workforce."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from netralitas_research.presentation.causes.position.spans import factor, year_of
from netralitas_research.statistics.snapshots import (
    specification_curve,
    summary_of_curve,
)

DEFINITIONS = {
    "jpt": ("jpt",),
    "jpt_administrator": ("jpt", "administrator"),
    "structural": ("jpt", "administrator", "pengawas", "head_of_area"),
}
"""Who counts as a high official: leadership posts; administrators too; every structural post."""

PRINTED_KIND = {"2020-06-15": "reported", "2024-02-06": "followed_up"}
"""What the printed bases count."""

KINDS = ("reported", "recommended", "followed_up")


def curve(counts: pd.DataFrame, workforce: pd.DataFrame) -> pd.DataFrame:
    """Compute the factor of over-representation of high officials under every choice.

    A wider group counts those of its posts that a snapshot prints, so that its factor is a least
    one. The estimate is the middle of what rounding allows.

    Parameters
    ----------
    counts
        As `printed_counts` gives them.
    workforce
        As `netralitas_research.study.workforce.workforce` gives it.

    Returns
    -------
    pandas.DataFrame
        As `snapshots.specification_curve` gives it, with the
        choices ``as_of``, ``base``, ``group`` and ``exposure``. What cannot be combined is kept,
        with the reason in ``excluded``.
    """
    stated = counts.assign(kind=counts["kind"].mask(
        counts["kind"].eq("printed"), counts["as_of"].map(PRINTED_KIND)))  # fmt: skip
    with_high = stated.loc[stated["term"].eq("jpt"), "as_of"].unique()
    stated = stated[stated["as_of"].isin(with_high)]
    employed = _employed(workforce)
    choices: dict[str, Mapping[str, Any]] = {
        "as_of": {str(date): stated[stated["as_of"].eq(date)] for date in with_high},
        "base": {kind: kind for kind in KINDS},
        "group": DEFINITIONS,
        "exposure": {str(date): employed[date] for date in employed},
    }
    return specification_curve(_specification, choices, excluded=_excluded(stated, employed))


def summary(found: pd.DataFrame) -> pd.DataFrame:
    """Summarise the curve against the factor 1, which would mean no over-representation."""
    return summary_of_curve(found, null=1)


def choices_that_move(found: pd.DataFrame) -> pd.DataFrame:
    """Say how far each choice moves the median factor, others being comparable.

    Dates, bases and workforces are compared among leadership posts only, bases on those dates at
    which every kind is possible, and definitions on those dates and the workforce that print all of
    them; otherwise a choice would be credited with what it can be combined with.

    Parameters
    ----------
    found
        As `curve` gives it.

    Returns
    -------
    pandas.DataFrame
        One row a choice (``term``), the strongest first: ``estimate`` (how many times the greatest
        median is the least), ``low``, ``high``, ``label_low`` and ``label_high``.
    """
    used = found[found["excluded"].eq("")]
    high = used[used["group"].eq("jpt")]
    wide = used[used["group"].eq("jpt_administrator")]
    full = high.groupby("as_of")["base"].transform("nunique").eq(len(KINDS))
    compared = {
        "as_of": high,
        "exposure": high,
        "base": high[full],
        "group": used[used["as_of"].isin(wide["as_of"]) & used["exposure"].isin(wide["exposure"])],
    }
    rows = [
        found[found["term"].eq(name)]
        for name, some in compared.items()
        for found in [summary_of_curve(some, null=1)]
    ]
    moved = pd.concat(rows)
    moved["estimate"] = moved["high"] / moved["low"]
    return moved.sort_values("estimate", ascending=False, ignore_index=True)


def _specification(
    as_of: pd.DataFrame, base: str, group: tuple[str, ...], exposure: dict[Any, Any]
) -> dict[str, Any]:
    rows = as_of[as_of["kind"].eq(base) & as_of["term"].isin(group)]
    persons = exposure[group]
    one = (float(rows["least"].sum()), float(rows["most"].sum()), int(rows["base"].iloc[0]))
    years = year_of(rows["as_of"].iloc[0]), year_of(exposure["as_of"])
    found = factor([one], persons, exposure["total"], *years)
    return found | {"estimate": (found["bound_low"] + found["bound_high"]) / 2, "term": ""}


def _employed(workforce: pd.DataFrame) -> dict[str, dict[Any, Any]]:
    """Give for each date the persons of each definition that it prints, as ranges."""
    found: dict[str, dict[Any, Any]] = {}
    for date, rows in workforce[workforce["known"].ne("within")].groupby("as_of"):
        spans = {
            row["term"]: (float(row["low"]), float(row["high"])) for row in rows.to_dict("records")
        }
        sizes: dict[Any, Any] = {"as_of": str(date), "total": float(rows["total"].iloc[0])}
        if "jpt" in spans:
            sizes[DEFINITIONS["jpt"]] = spans["jpt"]
        if {"jpt", "administrator"} <= spans.keys():
            both = zip(spans["jpt"], spans["administrator"], strict=True)
            sizes[DEFINITIONS["jpt_administrator"]] = tuple(map(sum, both))
        if "jabatan_struktural" in spans:
            sizes[DEFINITIONS["structural"]] = spans["jabatan_struktural"]
        if len(sizes) > 2:
            found[str(date)] = sizes
    return found


def _excluded(
    stated: pd.DataFrame, employed: dict[str, dict[Any, Any]]
) -> list[tuple[dict[str, str], str]]:
    found = []
    for date, rows in stated.groupby("as_of"):
        possible = set(rows.loc[rows["possible"], "kind"])
        for kind in KINDS:
            if kind not in set(rows["kind"]):
                found.append(({"as_of": str(date), "base": kind}, "position.excluded.no_base"))
            elif kind not in possible:
                found.append(({"as_of": str(date), "base": kind}, "position.excluded.base"))
        if not set(rows["term"]) >= {"jpt", "administrator"}:
            wider = [name for name in DEFINITIONS if name != "jpt"]
            found += [({"as_of": str(date), "group": name}, "position.excluded.not_printed")
                      for name in wider]  # fmt: skip
    for date, sizes in employed.items():
        for name, posts in DEFINITIONS.items():
            if posts not in sizes:
                labels = {"group": name, "exposure": date}
                found.append((labels, "position.excluded.workforce"))
    return found
