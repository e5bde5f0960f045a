"""What could not be decided: rows left out, and codes that stay unknown, each with its reason."""

from __future__ import annotations

import pandas as pd

from netralitas_research.cleaning.codes import LEFT_OUT, UNKNOWN
from netralitas_research.cleaning.wordings import Wordings
from netralitas_research.language import translator

DECISIVE = (
    "counted_by",
    "election",
    "period_start",
    "period_end",
    "as_of",
    "stage",
    "unit_counted",
    "subject",
    "code",
    "code_2",
    "kemendagri_code",
    "base_status",
)


def undecided(
    wordings: Wordings, figures: pd.DataFrame, observations: pd.DataFrame
) -> pd.DataFrame:
    """List every row that is left out and every code that is unknown.

    Parameters
    ----------
    wordings
        The tables of wordings with the rulings.
    figures, observations
        The coded evidence.

    Returns
    -------
    pandas.DataFrame
        ``record_id``, ``column`` (``left_out`` for a whole row), ``value``, and the reason in both
        languages: the reviewer's, or that the page does not print it.
    """
    rows = [
        {key: ruling[key] for key in ("record_id", "column", "value", "reason_id", "reason_en")}
        for rulings in wordings.rulings.values()
        for column, ruling in rulings.items()
        if column == LEFT_OUT or ruling["value"] == UNKNOWN
    ]
    not_printed = {
        "value": UNKNOWN,
        "reason_id": translator("id")("undecided.not_printed"),
        "reason_en": translator("en")("undecided.not_printed"),
    }
    first = observations.drop_duplicates("figure_id").set_index("figure_id")["record_id"]
    for column in DECISIVE:
        for figure in figures.loc[figures[column].eq(UNKNOWN), "figure_id"]:
            rows.append({"record_id": first[figure], "column": column, **not_printed})
    return (
        pd.DataFrame(rows)
        .drop_duplicates(["record_id", "column"])
        .sort_values(["record_id", "column"])
    )
