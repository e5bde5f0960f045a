"""Factors of over-representation where counts, base or workforce are known as ranges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from netralitas_research.statistics.rates import representation_by_definition
from netralitas_research.statistics.tidy import row

Range = tuple[float, float]


def factor(
    counts: Sequence[tuple[float, float, int]],
    workforce: Range,
    total: float,
    count_year: int,
    exposure_year: int,
) -> dict[str, Any]:
    """Bound how many times a group is over-represented, whichever count and base is right.

    Parameters
    ----------
    counts
        For each possible base the least and the greatest count, and the base.
    workforce
        The least and the greatest number of the group among those employed.
    total
        All employed.
    count_year, exposure_year
        Years of the counts and of the workforce.

    Returns
    -------
    dict
        ``bound_low`` and ``bound_high``, what the prints leave open; ``low`` and ``high``, with
        95% intervals (Clopper & Pearson) at both ends; ``estimate`` where the bounds agree;
        ``identified``, ``note``, ``n`` (the base, NaN if there are several) and ``method``.

    Examples
    --------
    >>> found = factor([(126, 126, 456)], (19538, 19538), 3995634, 2020, 2021)
    >>> round(found["estimate"], 1), round(found["low"], 1), round(found["high"], 1)
    (56.5, 48.2, 65.4)
    """
    stated = {
        f"{place}.{end}": {
            "count": one[end],
            "total_count": one[2],
            "workforce": workforce[0] if workforce[0] == workforce[1] else workforce,
            "total_workforce": total,
        }
        for place, one in enumerate(counts)
        for end in ((0,) if one[0] == one[1] else (0, 1))
    }
    found = representation_by_definition(stated, count_year=count_year, exposure_year=exposure_year)
    least, most = float(found["bound_low"].min()), float(found["bound_high"].max())
    # Bounded on one side only: nothing is known of the group but the most that it can be.
    identified = "bound" if workforce[0] == 0 else "point" if least == most else "interval"
    estimate = least if identified == "point" else math.nan
    bases = {one[2] for one in counts}
    note = _note(identified, counts, workforce, count_year, exposure_year)
    n = bases.pop() if len(bases) == 1 else math.nan
    made = row(
        "", estimate, "exact", 0, note, low=float(found["low"].min()),
        high=float(found["high"].max()), bound_low=least, bound_high=most, identified=identified,
        count_year=count_year, exposure_year=exposure_year,
    )  # fmt: skip
    return {**made, "n": n}


def year_of(as_of: str) -> int:
    """Read the year of a date.

    Examples
    --------
    >>> year_of("2020-07-31")
    2020
    """
    return int(as_of[:4])


def possible_counts_of(counts: pd.DataFrame) -> list[tuple[float, float, int]]:
    """List the counts of one position under each base that is possible for its snapshot.

    Examples
    --------
    >>> possible_counts_of(pd.DataFrame({"least": [126.0], "most": [126.0], "base": [456],
    ...                                  "possible": [True]}))
    [(126.0, 126.0, 456)]
    """
    kept = counts[counts["possible"]]
    return [(float(row["least"]), float(row["most"]), int(row["base"]))
            for row in kept.to_dict("records")]  # fmt: skip


def _note(
    identified: str,
    counts: Sequence[tuple[float, float, int]],
    workforce: Range,
    count_year: int,
    exposure_year: int,
) -> str:
    remarks = {
        "workforce_bound": identified == "bound",
        "bases_open": len(counts) > 1,
        "workforce_range": workforce[0] < workforce[1],
        "rounding_open": identified == "interval",
        "other_year": count_year != exposure_year,
    }
    return next((f"position.note.{name}" for name, holds in remarks.items() if holds), "")
