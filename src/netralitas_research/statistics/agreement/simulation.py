"""Simulated codes of two coders for a demonstration, which nobody can take for real codes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from netralitas_research.statistics.surveys.simulation import MARK
from netralitas_research.statistics.tidy import require_positive, require_share


def simulate_codings(
    units: int, shares: Mapping[str, float], error: float, seed: int
) -> pd.DataFrame:
    """Simulate the codes that two coders give to the same units.

    Each unit has a true code, drawn by the shares. Each coder finds it, or else, with the chance
    of an error, draws a code by the same shares, so that some errors hit the truth.

    Parameters
    ----------
    units
        How many units.
    shares
        The chance of each code; scaled to add up to 1.
    error
        The chance that a coder does not see the truth, between 0 and 1.
    seed
        Of the random numbers; the same one gives the same codes.

    Returns
    -------
    pandas.DataFrame
        One row a unit, called ``simulated 1`` and so on, so that each table made from them is
        marked as well; the columns ``coder_1`` and ``coder_2``.

    Raises
    ------
    UsageError
        If there is no unit, or the error is not between 0 and 1.

    Examples
    --------
    >>> simulate_codings(2, {"policy": 1.0}, error=0.1, seed=1).loc["simulated 1"].tolist()
    ['policy', 'policy']
    """
    require_positive("units", units)
    require_share("error", error)
    draw = np.random.default_rng(seed)
    codes, chances = np.array(list(shares)), np.array(list(shares.values()))
    chances = chances / chances.sum()
    truth = draw.choice(codes, size=units, p=chances)
    coders = {
        coder: np.where(
            draw.random(units) < error, draw.choice(codes, size=units, p=chances), truth
        )
        for coder in ("coder_1", "coder_2")
    }
    return pd.DataFrame(coders, index=[f"{MARK} {number}" for number in range(1, units + 1)])
