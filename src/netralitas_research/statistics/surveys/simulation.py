"""Simulated questionnaires for a demonstration, which nobody can take for answers of people."""

from __future__ import annotations

import numpy as np
import pandas as pd

from netralitas_research.statistics.tidy import require_finite, require_whole

MARK = "simulated"
"""With this word begins the label of every simulated person."""


def simulate_questionnaire(persons: int, items: int, effect: float, seed: int) -> pd.DataFrame:
    """Simulate the right (1) and wrong (0) answers of persons before and after a session.

    The chance of a right answer follows the model of Rasch (1960): its logit is the person's
    ability, drawn from a standard normal distribution, less the item's difficulty, from -1.5 to
    1.5 in equal steps; after the session it is greater by the effect.

    Parameters
    ----------
    persons, items
        How many of each, at least 1.
    effect
        The change of the logit from before to after; 0 for none.
    seed
        Of the random numbers; the same one gives the same answers.

    Returns
    -------
    pandas.DataFrame
        One row a person, sitting and item: ``person``, ``sitting`` (``before``, ``after``),
        ``item``, ``answer`` and ``simulated``, always true. The persons are called
        ``simulated 1`` and so on, so that each table made from them is marked as well.

    Raises
    ------
    UsageError
        If there is no person or no item, or the effect or seed is no number.

    Examples
    --------
    >>> simulate_questionnaire(persons=2, items=1, effect=1.0, seed=1)["person"].tolist()
    ['simulated 1', 'simulated 2', 'simulated 1', 'simulated 2']
    """
    require_whole("persons", persons, 1)
    require_whole("items", items, 1)
    require_whole("seed", seed, 0)
    require_finite("effect", effect)
    draw = np.random.default_rng(seed)
    ability = draw.normal(size=(persons, 1))
    logit = ability - np.linspace(-1.5, 1.5, items)
    labels = [f"{MARK} {number}" for number in range(1, persons + 1)]
    sittings = [
        _long(draw.random(logit.shape) < 1 / (1 + np.exp(-logit - shift)), labels, sitting)
        for sitting, shift in (("before", 0.0), ("after", effect))
    ]
    return pd.concat(sittings, ignore_index=True).assign(simulated=True)


def is_simulated(*tables: object) -> bool:
    """Say whether a table, by the labels of its persons, comes from a simulation.

    Examples
    --------
    >>> is_simulated(pd.Series([3], index=["simulated 1"])), is_simulated([3, 4])
    (True, False)
    """
    return any(
        str(label).startswith(MARK)
        for table in tables
        if isinstance(table, pd.Series | pd.DataFrame)
        for label in table.index
    )


def _long(right: np.ndarray, persons: list[str], sitting: str) -> pd.DataFrame:
    items = [f"b{number}" for number in range(1, right.shape[1] + 1)]
    wide = pd.DataFrame(right.astype(int), columns=items).assign(person=persons, sitting=sitting)
    return wide.melt(["person", "sitting"], var_name="item", value_name="answer")
