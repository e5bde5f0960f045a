"""Position by act: what the printed margins imply for the cells that nobody printed."""

from __future__ import annotations

import math

import pandas as pd

from netralitas_research.statistics.bounds import (
    PrintedTable,
    at_least,
    bounds_and_convention,
    cell_bounds,
    consistent,
    count,
    percentages,
    total,
)
from netralitas_research.statistics.printed import possible_counts
from netralitas_research.statistics.tidy import tidy
from netralitas_research.study.position_acts import ALL

WHOLE = 1596
"""Found in violation in the elections of 2020; the counts of both groups are printed of it."""

EARLIER = "2021-07-01"
"""When functional posts were printed as a share of another total."""

POSITIONS = ("guru_dosen", "other_functional", "head_of_area", "jpt", "other")
OTHER_ACTS = "other_acts"
AVERAGE = "position.assumption.average"


def printed_table(acts: pd.DataFrame, counts: pd.DataFrame, jpt: str) -> PrintedTable:
    """State what is printed of positions and acts as facts about one table of 1,596 persons.

    It is assumed that the shares of May 2022, which have no printed base, are of these 1,596.
    Heads of area are 189: the other printed number, 192, gives none of their percentages.

    Parameters
    ----------
    acts, counts
        As `netralitas_research.study.position_acts` gives them.
    jpt
        The printed share of high officials, such as ``"15.7"``.

    Returns
    -------
    PrintedTable
        Positions by acts, with the act ``other_acts`` for what is not printed.
    """
    listed = list(dict.fromkeys(acts["term"]))
    base = {term: rows["count"].tolist() for term, rows in counts.groupby("term")}
    heads = min(base["head_of_area"])
    teachers, functional = base["guru_dosen"][0], base["fungsional"][0]
    by_group = {group: rows.set_index("term")["printed"] for group, rows in acts.groupby("group")}
    return PrintedTable(
        {"position": list(POSITIONS), "act": [*listed, OTHER_ACTS]},
        total(WHOLE),
        count({"position": "guru_dosen"}, teachers),
        count({"position": ["guru_dosen", "other_functional"]}, functional),
        count({"position": "head_of_area"}, heads),
        percentages("position", {"jpt": jpt}, WHOLE, rounding="any"),
        percentages("act", by_group["all"].to_dict(), WHOLE, rounding="any"),
        *(
            percentages("act", by_group[group].to_dict(), size, within={"position": group},
                        rounding="any")
            for group, size in (("guru_dosen", teachers), ("head_of_area", heads))
        ),
    )  # fmt: skip


def heads_base(acts: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Say which printed number of heads of area gives the printed percentages of their acts.

    Parameters
    ----------
    acts, counts
        As `netralitas_research.study.position_acts` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a number (``count``): ``fitting`` and ``printed`` percentages.

    Examples
    --------
    >>> acts = pd.DataFrame({"group": ["head_of_area"] * 2, "printed": ["36.5", "20.1"]})
    >>> counts = pd.DataFrame({"term": ["head_of_area"] * 2, "count": [192, 189]})
    >>> heads_base(acts, counts)["fitting"].tolist()
    [1, 2]
    """
    shares = acts.loc[acts["group"].eq("head_of_area"), "printed"]
    numbers = counts.loc[counts["term"].eq("head_of_area"), "count"].drop_duplicates()
    return pd.DataFrame(
        {
            "count": number,
            "fitting": sum(
                bool(possible_counts(one, int(number), rounding="any")) for one in shares
            ),
            "printed": len(shares),
        }
        for number in numbers
    )


def heads_fitting(acts: pd.DataFrame, counts: pd.DataFrame) -> dict[str, int]:
    """Give the result of `heads_base` by number: ``fitting_192`` and ``fitting_189``."""
    found = heads_base(acts, counts)
    return {f"fitting_{row['count']}": int(row["fitting"]) for row in found.to_dict("records")}


def functional_clash(counts: pd.DataFrame, groups: pd.DataFrame) -> dict[str, int]:
    """Compare the functional posts of May 2022, if of the 1,596, with the count of July 2023.

    Parameters
    ----------
    counts
        As `printed_counts` gives them.
    groups
        As `netralitas_research.study.position_acts.group_counts` gives them.

    Returns
    -------
    dict of str to int
        ``least`` and ``most`` that the printed percentage allows, and ``later``, the count; and
        ``other_least`` and ``other_most`` of another total, ``other``, to which it would fit too.
    """
    row = counts[
        counts["as_of"].eq(ALL) & counts["base"].eq(WHOLE) & counts["term"].eq("fungsional")
    ].iloc[0]
    other = counts[counts["as_of"].eq(EARLIER) & counts["term"].eq("fungsional")].iloc[0]
    later = groups.loc[groups["term"].eq("fungsional"), "count"].item()
    return {
        "least": int(row["least"]),
        "most": int(row["most"]),
        "later": int(later),
        "other": int(other["base"]),
        "other_least": int(other["least"]),
        "other_most": int(other["most"]),
    }


def fits(table: PrintedTable) -> bool:
    """Say whether one table of whole numbers fits all facts."""
    return bool(consistent(table)["estimate"].item() == 1)


def residual_acts(table: PrintedTable) -> pd.DataFrame:
    """Bound the acts of all who are neither teachers, lecturers nor heads of area.

    Parameters
    ----------
    table
        As `printed_table` gives it.

    Returns
    -------
    pandas.DataFrame
        One row an act: the tidy columns as shares of that group, ``count_low`` and ``count_high``,
        and ``n``, its size.
    """
    rest = ["other_functional", "jpt", "other"]
    size = int(cell_bounds(table, {"position": rest})["low"].item())
    cells = [{"position": rest, "act": act} for act in table.dimensions["act"]]
    found = cell_bounds(table, cells)
    return tidy(
        [
            {
                "method": row["method"],
                "note": row["note"],
                "term": row["act"],
                "estimate": row["estimate"] / size,
                "count_low": row["low"],
                "count_high": row["high"],
                "low": row["low"] / size,
                "high": row["high"] / size,
                "n": size,
            }
            for row in found.to_dict("records")
        ],
        1.0,
        ("count_low", "count_high"),
    )


def high_officials(table: PrintedTable) -> pd.DataFrame:
    """Show the three levels for high officials by act: bounds, convention, and an assumption.

    The assumption is that high officials are at least as often among an act as all together.

    Parameters
    ----------
    table
        As `printed_table` gives it.

    Returns
    -------
    pandas.DataFrame
        One row an act (``term``): ``low`` and ``high`` persons, ``convention`` (maximum entropy),
        ``assumed_low`` and ``assumed_high``, ``n`` (the least number of high officials), ``note``.
    """
    size = cell_bounds(table, {"position": "jpt"}).iloc[0]
    rows = []
    for act in table.dimensions["act"]:
        cell = {"position": "jpt", "act": act}
        margin = cell_bounds(table, {"act": act}).iloc[0]
        # The share among high officials is at least that among all, at the least counts of both.
        least = math.ceil(margin["low"] * size["low"] / WHOLE)
        found = bounds_and_convention(table, cell, {AVERAGE: at_least(cell, least)})
        bounds, convention, supposed = found.to_dict("records")
        rows.append(
            {
                **{str(name): value for name, value in bounds.items()},
                "term": act,
                "convention": convention["estimate"],
                "assumed_low": supposed["low"],
                "assumed_high": supposed["high"],
                "n": int(size["low"]),
            }
        )
    return tidy(rows, 1.0, ("convention", "assumed_low", "assumed_high"))
