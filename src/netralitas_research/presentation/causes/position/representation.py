"""How many times more often a position is reported than its share of the workforce."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research.presentation.causes.position.spans import (
    Range,
    factor,
    possible_counts_of,
    year_of,
)
from netralitas_research.statistics.tidy import tidy
from netralitas_research.study.articles.wording import join_ids

MORE = ("as_of", "stage", "exposure_date", "known", "identified", "bound_low", "bound_high",
        "printed", "counts", "bases", "workforce_low", "workforce_high", "total_workforce",
        "count_year", "exposure_year", "source_ids")  # fmt: skip

MAIN_EXPOSURE = "2021-12-31"
"""The only date at which each post is printed; for counts of 2024 it is `LATE_EXPOSURE`."""

LATE_EXPOSURE = "2024-07-01"

HEADLINE = "2020-07-31"
"""The snapshot whose percentages fit one base only, that of all reported."""


def representation(
    counts: pd.DataFrame, workforce: pd.DataFrame, posts: pd.DataFrame
) -> pd.DataFrame:
    """Compare each position at each snapshot with its share of the workforce of each date.

    Parameters
    ----------
    counts
        As `printed_counts` gives them.
    workforce
        As `netralitas_research.study.workforce.workforce` gives it.
    posts
        As `netralitas_research.study.workforce.area_posts` gives them: the exposure of heads of
        area, as a share of the workforce of each date.

    Returns
    -------
    pandas.DataFrame
        Tidy rows by snapshot (``as_of``), position and ``exposure_date``. ``estimate`` stands only
        where counts, base and workforce are each known exactly; ``bound_low`` and ``bound_high``
        are what the prints leave open, and ``low`` and ``high`` add chance (exact, 95%).
    """
    known = _with_posts(workforce, posts)
    rows = []
    for (as_of, term), group in counts.groupby(["as_of", "term"], sort=False):
        possible = possible_counts_of(group)
        if not possible:
            continue
        exposures = known[known["term"].eq(str(term))]
        if term != "jpt":
            # That a group is a part of the structural posts says something of the smallest only.
            exposures = exposures[exposures["known"].ne("within")]
        for exposure in exposures.to_dict("records"):
            rows.append(_row(str(as_of), str(term), group, possible, exposure))
    return tidy(rows, 0.95, MORE)


def main_rows(found: pd.DataFrame) -> pd.DataFrame:
    """Keep for each snapshot the workforce nearest to it that prints every post it can.

    Parameters
    ----------
    found
        As `representation` gives it.

    Returns
    -------
    pandas.DataFrame
        The rows of the workforce of 31 December 2021; for counts of 2024 of 1 July 2024 where that
        date prints the post, else those of 2021.
    """
    late = found["count_year"].ge(2024) & found["exposure_date"].eq(LATE_EXPOSURE)
    late &= found["known"].ne("within")
    kept = found[late | found["exposure_date"].eq(MAIN_EXPOSURE)].copy()
    kept["late"] = kept["exposure_date"].eq(LATE_EXPOSURE)
    kept = kept.sort_values("late", ascending=False, kind="stable")
    kept = kept.drop_duplicates(["as_of", "term"]).drop(columns="late")
    return kept.sort_index()


def one(found: pd.DataFrame, term: str, as_of: str, exposure: str = MAIN_EXPOSURE) -> pd.Series:
    """Give the row of one position, snapshot and workforce.

    Raises
    ------
    KeyError
        If there is no such row, or more than one.
    """
    rows = found[
        found["term"].eq(term) & found["as_of"].eq(as_of) & found["exposure_date"].eq(exposure)
    ]
    if len(rows) != 1:
        raise KeyError((term, as_of, exposure))
    return rows.iloc[0]


def _with_posts(workforce: pd.DataFrame, posts: pd.DataFrame) -> pd.DataFrame:
    """Add the posts of heads of area to the workforce of each date, with the date of the posts."""
    both = posts[posts["term"].eq("head_of_area")].iloc[0]
    dates = workforce.drop_duplicates("as_of")
    heads = dates.assign(
        term="head_of_area",
        low=both["low"],
        high=both["high"],
        known="posts",
        source_ids=[join_ids([own, both["source_ids"]]) for own in dates["source_ids"]],
    )
    return pd.concat([workforce, heads], ignore_index=True)


def _row(
    as_of: str,
    term: str,
    group: pd.DataFrame,
    possible: list[tuple[float, float, int]],
    exposure: dict[Any, Any],
) -> dict[str, Any]:
    workforce: Range = (exposure["low"], exposure["high"])
    years = year_of(as_of), year_of(exposure["as_of"])
    found = factor(possible, workforce, exposure["total"], *years)
    first = group.iloc[0]
    if exposure["known"] == "posts":
        found["note"] = "position.note.posts"
    return found | {
        "term": term,
        "as_of": as_of,
        "stage": first["stage"],
        "exposure_date": exposure["as_of"],
        "known": exposure["known"],
        "printed": first["printed"],
        "counts": possible,
        "bases": [base for *_, base in possible],
        "workforce_low": workforce[0],
        "workforce_high": workforce[1],
        "total_workforce": exposure["total"],
        "source_ids": join_ids([*group["source_ids"], exposure["source_ids"]]),
    }
