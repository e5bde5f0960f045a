"""The composition of what was added between cumulative snapshots."""

from __future__ import annotations

import pandas as pd

from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.shares.limits import ALSO_CALLED, METHODS, share_limits
from netralitas_research.statistics.shares.simultaneous import shared_level
from netralitas_research.statistics.snapshots.envelope import envelopes
from netralitas_research.statistics.snapshots.rows import require_increments
from netralitas_research.statistics.tidy import require_share

LOWS, HIGHS = ("low", "possible_low"), ("high", "possible_high")
PAIR = ["start", "end", "kind_start", "kind_end"]


def increment_shares(
    added: pd.DataFrame, *, level: float = 0.95, method: str = "wilson"
) -> pd.DataFrame:
    """Estimate the composition of what was added between the dates.

    Parameters
    ----------
    added
        What `increments` or `increments_of_printed` returns.
    level
        Level of confidence.
    method
        For each share on its own a method of `shares.share_interval`, such as ``wilson`` or
        ``clopper_pearson``; ``goodman`` for all shares of an interval at once, with
        the limits of Wilson at the stricter level that Goodman (1965) gives.

    Returns
    -------
    pandas.DataFrame
        The same rows with shares of what was added to the base. ``low`` and ``high`` are the widest
        limits over all counts, and in the readings ``same_kind`` and ``free`` over all bases, that
        are allowed; ``possible_low`` and ``possible_high`` are the shares that the print leaves
        open, without chance. Where nothing was added, the base is not known or the snapshots
        contradict each other, the limits are 0 and 1 and the note says so.

    Raises
    ------
    UsageError
        If there is no such method, the level does not lie between 0 and 1, or ``added`` is
        something else.

    References
    ----------
    Goodman, L. A. (1965). Technometrics 7(2), 247-254. Wilson, E. B. (1927). Journal of the
    American Statistical Association 22(158), 209-212.

    Examples
    --------
    >>> from netralitas_research.statistics.snapshots import increments
    >>> counts = pd.DataFrame({"jpt": [126, 189], "other": [330, 638]})
    >>> added = increments(counts)
    >>> found = increment_shares(added)
    >>> found[["term", "estimate", "low", "high"]].round(3).values.tolist()
    [['jpt', 0.17, 0.135, 0.211], ['other', 0.83, 0.789, 0.865]]
    """
    require_share("level", level)
    method = read_method(method, (*METHODS, "goodman"), ALSO_CALLED)
    require_increments(added)
    pairs = added[added["reading"] == "pair"].reset_index(drop=True)
    usable = pairs["feasible"] & (pairs["n"] > 0)
    n = pairs["n"].where(usable).astype(float)
    at_once = pairs.groupby(PAIR, sort=False)["term"].transform("size")
    shares = pairs.assign(
        estimate=pairs["estimate"] / n,
        low=_limits(pairs["low"].where(usable, 0), n, at_once, method, level)["low"],
        high=_limits(pairs["high"].where(usable, 0), n, at_once, method, level)["high"],
        level=level,
        method=method,
        note=_notes(pairs),
        possible_low=(pairs["low"] / n).where(usable, 0.0),
        possible_high=(pairs["high"] / n).where(usable, 1.0),
    )
    return envelopes(shares).fillna(dict.fromkeys(LOWS, 0.0) | dict.fromkeys(HIGHS, 1.0))


def _limits(
    counts: pd.Series, n: pd.Series, at_once: pd.Series, method: str, level: float
) -> pd.DataFrame:
    """Take the limits of each share, at the level that as many shares need."""
    found = pd.DataFrame(index=counts.index, columns=["low", "high"], dtype=float)
    for parts in at_once.unique():
        some = at_once == parts
        x, base = counts[some].to_numpy(), n[some].to_numpy()
        if method == "goodman":
            low, high = share_limits(x, base, "wilson", shared_level(level, int(parts)))
        else:
            low, high = share_limits(x, base, method, level)
        found.loc[some, "low"], found.loc[some, "high"] = low, high
    return found


def _notes(pairs: pd.DataFrame) -> pd.Series:
    """Keep remarks on the counts, and say where there is nothing to take shares of."""
    notes = pairs["note"].copy()
    silent = notes == ""
    notes[silent & (pairs["high"] == 0)] = "note.snapshots.zero_count"
    notes[silent & (pairs["low"] == pairs["n"])] = "note.snapshots.all_added"
    notes[pairs["feasible"] & (pairs["n"] == 0)] = "note.snapshots.nothing_added"
    return notes
