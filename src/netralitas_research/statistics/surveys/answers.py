"""From answers one below the other to tables of persons by items, and to scores."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.statistics.methods import read_method
from netralitas_research.statistics.tidy import read_numbers

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

    Raises
    ------
    UsageError
        If a column is missing, there is no such sitting, or a person answered an item twice.

    Examples
    --------
    >>> from netralitas_research.statistics.surveys.simulation import simulate_questionnaire
    >>> answers = simulate_questionnaire(persons=3, items=2, effect=0.5, seed=1)
    >>> answer_table(answers, "after").shape
    (3, 2)
    """
    require_columns(answers, ("person", "sitting", "item", "answer"))
    chosen = answers[answers["sitting"] == read_method(sitting, SITTINGS, argument="sitting")]
    twice = chosen[chosen.duplicated(["person", "item"])]
    if len(twice):
        person, item = twice[["person", "item"]].iloc[0]
        raise UsageError("error.survey_answered_twice", person=str(person), item=str(item))
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

    Raises
    ------
    UsageError
        As for `answer_table`, or if an answer is no number.

    Examples
    --------
    >>> from netralitas_research.statistics.surveys.simulation import simulate_questionnaire
    >>> scores(simulate_questionnaire(persons=2, items=4, effect=0.5, seed=1)).columns.tolist()
    ['before', 'after']
    """
    tables = {sitting: answer_table(answers, sitting).apply(read_numbers) for sitting in SITTINGS}
    shared = [item for item in tables["before"] if item in tables["after"].columns]
    sums = {
        name: table[shared].sum(axis=1, skipna=False, min_count=1) for name, table in tables.items()
    }
    return pd.DataFrame(sums).loc[answers["person"].unique()].astype(float)


def require_columns(table: pd.DataFrame, names: Sequence[str] = ()) -> None:
    """Refuse what is no table, or lacks one of some columns.

    Raises
    ------
    UsageError
        If it is no table, or does.
    """
    if not isinstance(table, pd.DataFrame):
        raise UsageError("error.survey_not_a_table", value=type(table).__name__)
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise UsageError("error.survey_column", name=missing[0], known=", ".join(names))
