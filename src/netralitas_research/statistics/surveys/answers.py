"""From answers one below the other to tables of persons by items, and to scores."""

from __future__ import annotations

import pandas as pd

SITTINGS = ("before", "after")


def answer_table(answers: pd.DataFrame, sitting: str) -> pd.DataFrame:
    """Lay the answers of one sitting out as persons by items.

    Parameters
    ----------
    answers
        ``person``, ``sitting``, ``item`` and ``answer``: one row each, NaN where none was given.
    sitting
        ``before`` or ``after``.

    Returns
    -------
    pandas.DataFrame
        One row a person, one column an item, both in the order in which they first appear.

    Examples
    --------
    >>> from netralitas_research.statistics.surveys.simulation import simulate_questionnaire
    >>> answers = simulate_questionnaire(persons=3, items=2, effect=0.5, seed=1)
    >>> answer_table(answers, "after").shape
    (3, 2)
    """
    chosen = answers[answers["sitting"] == sitting]
    wide = chosen.pivot(index="person", columns="item", values="answer")
    return wide.loc[chosen["person"].unique(), chosen["item"].unique()]


def scores(answers: pd.DataFrame) -> pd.DataFrame:
    """Sum each person's answers over the items that were asked in both sittings.

    Parameters
    ----------
    answers
        As for `answer_table`.

    Returns
    -------
    pandas.DataFrame
        One row a person with ``before`` and ``after``. A sitting in which a person left one of
        these items out, or did not take part, has no score: it would be too low.

    Examples
    --------
    >>> from netralitas_research.statistics.surveys.simulation import simulate_questionnaire
    >>> scores(simulate_questionnaire(persons=2, items=4, effect=0.5, seed=1)).columns.tolist()
    ['before', 'after']
    """
    tables = {sitting: answer_table(answers, sitting) for sitting in SITTINGS}
    shared = [item for item in tables["before"] if item in tables["after"].columns]
    sums = {
        name: table[shared].sum(axis=1, skipna=False, min_count=1) for name, table in tables.items()
    }
    return pd.DataFrame(sums).loc[answers["person"].unique()].astype(float)
