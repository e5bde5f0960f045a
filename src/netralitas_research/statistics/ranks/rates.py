"""Confidence sets for ranks of rates, and what becomes of ranks under other denominators."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.ranks.counts import rank_sets_of_counts
from netralitas_research.statistics.ranks.holm import from_p_values, holm, more_often
from netralitas_research.statistics.ranks.inputs import (
    Multiplicity,
    Numbers,
    beside,
    labelled_counts,
    read_multiplicity,
    require_level,
)
from netralitas_research.statistics.ranks.tables import rank_table

LARGEST = 5000
"""Up to how many units rates are compared: a table of all pairs is kept in memory."""

ALL = "all"
"""The name of the rows that hold under each denominator."""


def rank_sets_of_rates(
    events: Numbers,
    exposure: Numbers,
    level: float = 0.95,
    simultaneous: bool = False,
    multiplicity: Multiplicity = "holm",
) -> pd.DataFrame:
    """Find confidence sets for ranks of rates of events by exposure.

    Each pair is compared by the exact conditional test of two Poisson rates (Przyborowski &
    Wilenski, 1940), with Holm's (1979) correction, as `rank_sets_of_counts` compares counts.

    Parameters
    ----------
    events
        Of each unit; a series carries the names. NaN where the number is not known.
    exposure
        What they are to be related to, such as civil servants; NaN or 0 where it is missing: such
        a unit may have any rank. Two series are paired by their labels; a lone number holds for
        every unit.
    level, simultaneous, multiplicity
        As for `rank_sets_of_counts`.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate`` (the rank, equal rates share the first), ``low, high`` (the rank set),
        ``level, method, n`` (events of all compared)``, note, value`` (the rate)``, simultaneous,
        events, exposure``.

    Raises
    ------
    UsageError
        If a number, the level or the multiplicity is none, or there are more than 5,000 units.

    Examples
    --------
    >>> sets = rank_sets_of_rates([60, 30, 2], [1000, 400, 300])
    >>> sets[["estimate", "low", "high"]].astype(int).values.tolist()
    [[2, 1, 2], [1, 1, 2], [3, 3, 3]]
    """
    require_level(level)
    multiplicity = read_multiplicity(multiplicity)
    counts = labelled_counts(events, "events")
    units = beside(exposure, counts, "exposure")
    units = units.where(units > 0)
    rates = counts / units
    known = rates.notna().to_numpy()
    if known.sum() > LARGEST:
        raise UsageError("error.ranks_units", units=int(known.sum()), most=LARGEST)
    x, t = counts.to_numpy()[known], units.to_numpy()[known]
    p_values = more_often(x[:, np.newaxis], x, t[:, np.newaxis] / (t[:, np.newaxis] + t))
    np.fill_diagonal(p_values, 1)
    return rank_table(
        rates,
        holm(from_p_values(p_values), len(x), 1 - level, simultaneous, multiplicity),
        level=level,
        method=f"conditional_{multiplicity}",
        n=x.sum(),
        simultaneous=simultaneous,
        notes={"no_cases": x.sum() == 0, "zero_count": (counts == 0).to_numpy()},
        more={"events": counts.to_numpy(), "exposure": units.to_numpy()},
    )


def ranks_under(
    counts: Numbers,
    denominators: Mapping[str, Numbers | None],
    level: float = 0.95,
    simultaneous: bool = False,
    multiplicity: Multiplicity = "holm",
) -> pd.DataFrame:
    """Lay the rank sets of one list of counts under several denominators side by side.

    Parameters
    ----------
    counts
        Of each unit; a series carries the names.
    denominators
        To the name of each denominator its exposures, as for `rank_sets_of_rates`; None for the
        counts themselves, as parts of one whole. The name ``all`` is taken.
    level, simultaneous, multiplicity
        As for `rank_sets_of_counts`, under each denominator.

    Returns
    -------
    pandas.DataFrame
        ``term, estimate, low, high, level, method, n, note, value, simultaneous, denominator``: the
        sets under each denominator in turn, then rows with denominator ``all``: ``low`` and
        ``high`` are the smallest and largest rank of any set, ``estimate`` the rank if it is the
        same under all, and the note says whether it is. There n is that of the counts.

    Raises
    ------
    UsageError
        If there is no denominator, a name is ``all``, or a number, the level or the multiplicity
        is none.

    Examples
    --------
    >>> table = ranks_under([60, 30, 2], {"reports": None, "staff": [1000, 400, 300]})
    >>> last = table[table["denominator"] == "all"]
    >>> last[["estimate", "low", "high"]].values.tolist()
    [[nan, 1.0, 2.0], [nan, 1.0, 2.0], [3.0, 3.0, 3.0]]
    """
    if not isinstance(denominators, Mapping) or not denominators or ALL in denominators:
        raise UsageError("error.ranks_denominators")
    values = labelled_counts(counts)
    common = (level, simultaneous, multiplicity)
    tables = [
        (
            rank_sets_of_counts(values, *common)
            if exposure is None
            else rank_sets_of_rates(values, exposure, *common).drop(columns=["events", "exposure"])
        ).assign(denominator=name)
        for name, exposure in denominators.items()
    ]
    return pd.concat([*tables, _under_all(tables, values)], ignore_index=True)


def _under_all(tables: list[pd.DataFrame], values: pd.Series) -> pd.DataFrame:
    ranks = np.array([table["estimate"] for table in tables])
    known = ~np.isnan(ranks).any(axis=0)
    stable = known & (ranks == ranks[0]).all(axis=0)
    notes = np.where(stable, "note.ranks.stable", "note.ranks.not_stable")
    return tables[0].assign(
        estimate=np.where(stable, ranks[0], np.nan),
        low=np.min([table["low"] for table in tables], axis=0),
        high=np.max([table["high"] for table in tables], axis=0),
        method="all_denominators",
        n=int(values.sum()),
        note=np.where(known, notes, "note.ranks.missing_somewhere"),
        value=values.to_numpy(),
        denominator=ALL,
    )
