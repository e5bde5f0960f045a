"""The limits over all bases that printed snapshots may have."""

from __future__ import annotations

import math

import pandas as pd

INTERVAL = ["start", "end", "term"]


def envelopes(pairs: pd.DataFrame) -> pd.DataFrame:
    """Add to the results of each pair of bases the limits over all that are feasible.

    Parameters
    ----------
    pairs
        Rows with the reading ``pair``, as for increments or their shares.

    Returns
    -------
    pandas.DataFrame
        The same rows; where an interval has several pairs, also rows with the readings
        ``same_kind`` (the same kind of base at both dates) and ``free`` (any pair). A reading
        without a feasible pair has no limits and the note ``note.snapshots.no_feasible_base``.
    """
    several = pairs.groupby(INTERVAL, sort=False)["kind_end"].transform("size") > 1
    if not several.any():
        return pairs
    of_several = pairs[several]
    same = of_several["kind_start"] == of_several["kind_end"]
    readings = [
        _envelope(of_several, of_several["feasible"] & same, "same_kind"),
        _envelope(of_several, of_several["feasible"], "free"),
    ]
    return pd.concat([pairs, *readings], ignore_index=True)


def _envelope(pairs: pd.DataFrame, chosen: pd.Series, reading: str) -> pd.DataFrame:
    """Take the widest limits of the chosen pairs of each interval and part."""
    found = pairs.drop_duplicates(INTERVAL).set_index(INTERVAL)
    groups = pairs[chosen].groupby(INTERVAL, sort=False)
    for name in map(str, pairs):
        if name.endswith("low"):
            found[name] = groups[name].min()
        elif name.endswith("high"):
            found[name] = groups[name].max()
        elif name in ("n", "base_start", "base_end", "estimate"):
            found[name] = groups[name].first().where(groups[name].nunique(dropna=False) == 1)
    found = found.assign(kind_start="", kind_end="", reading=reading)
    found["feasible"] = found["low"].notna()
    found["joint"] = groups["joint"].any().reindex(found.index).eq(True)
    found["note"] = "note.snapshots.several_bases"
    found.loc[~found["feasible"], "note"] = "note.snapshots.no_feasible_base"
    found["estimate"] = found["estimate"].where(found["feasible"], math.nan)
    return found.reset_index()[list(pairs)]
