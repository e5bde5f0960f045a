"""Heads of area, who are also administrators or supervisors: each rule beside the others."""

from __future__ import annotations

import math

import pandas as pd

from netralitas_research.presentation.causes.position.representation import MAIN_EXPOSURE
from netralitas_research.presentation.causes.position.spans import factor, year_of
from netralitas_research.statistics.tidy import tidy
from netralitas_research.study.articles.wording import join_ids

RULES = ("own_group", "administrator_apart", "administrator_with", "supervisor_with", "all_middle")
"""Ways to count heads of area, from a group of their own to one group of all middle posts."""

Counts = list[tuple[float, float, int]]


def heads_of_area(
    counts: pd.DataFrame, workforce: pd.DataFrame, posts: pd.DataFrame
) -> pd.DataFrame:
    """Give the factors of middle posts under every rule for heads of area.

    A camat is an administrator and a lurah a supervisor; the lists of KASN count them apart, and do
    not say whether they also count among the others.

    - ``own_group``: those listed as heads of area, by the posts of camat and lurah;
    - ``administrator_apart``: listed administrators, by administrators without the camat posts;
    - ``administrator_with``: administrators with any number of the heads of area, by all;
    - ``supervisor_with``: none to all of the heads of area and of the unlisted, by supervisors;
    - ``all_middle``: administrators, heads of area, and none to all of the unlisted, by
      administrators and supervisors.

    Parameters
    ----------
    counts
        As `printed_counts` gives them.
    workforce, posts
        As `netralitas_research.study.workforce` gives them.

    Returns
    -------
    pandas.DataFrame
        Tidy rows by snapshot (``as_of``) and rule (``term``), with ``bound_low``, ``bound_high``,
        ``identified``, ``count_year``, ``exposure_year`` and ``source_ids``. Snapshots that do not
        list both groups are left out.
    """
    main = workforce[workforce["as_of"].eq(MAIN_EXPOSURE)].set_index("term")
    staff = main["low"]
    heads = posts.set_index("term")["low"]
    employed = {
        "own_group": heads["head_of_area"],
        "administrator_apart": staff["administrator"] - heads["camat"],
        "administrator_with": staff["administrator"],
        "supervisor_with": staff["pengawas"],
        "all_middle": staff["administrator"] + staff["pengawas"],
    }
    total = float(main["total"].iloc[0])
    rows = []
    for as_of, snapshot in counts.groupby("as_of", sort=False):
        if not {"head_of_area", "administrator"} <= set(snapshot["term"]):
            continue
        by_rule = _by_rule(snapshot[snapshot["possible"]])
        sources = join_ids(
            [*snapshot["source_ids"], *main["source_ids"].unique(), *posts["source_ids"].unique()]
        )
        for rule in RULES:
            span = (float(employed[rule]), float(employed[rule]))
            found = factor(by_rule[rule], span, total, year_of(str(as_of)), year_of(MAIN_EXPOSURE))
            rows.append({**found, "term": rule, "as_of": as_of, "source_ids": sources})
    more = ["as_of", "identified", "bound_low", "bound_high", "count_year", "exposure_year",
            "source_ids"]  # fmt: skip
    return tidy(rows, 0.95, more)


def _by_rule(snapshot: pd.DataFrame) -> dict[str, Counts]:
    found: dict[str, Counts] = {rule: [] for rule in RULES}
    for _, of_base in snapshot.groupby("base"):
        least, most = (of_base.set_index("term")[end] for end in ("least", "most"))
        n = int(of_base["base"].iloc[0])
        # What no listed position counts may be supervisors, or hold other posts.
        unlisted = max(n - math.floor(least.sum()), 0)
        spans = {
            "own_group": (least["head_of_area"], most["head_of_area"]),
            "administrator_apart": (least["administrator"], most["administrator"]),
            "administrator_with": (
                least["administrator"],
                most["administrator"] + most["head_of_area"],
            ),
            "supervisor_with": (0, most["head_of_area"] + unlisted),
            "all_middle": (
                least["administrator"] + least["head_of_area"],
                min(most["administrator"] + most["head_of_area"] + unlisted, n),
            ),
        }
        for rule, span in spans.items():
            found[rule].append((float(span[0]), float(span[1]), n))
    return found
