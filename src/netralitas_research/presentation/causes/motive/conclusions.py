"""The conclusions of the report on motives: each with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from netralitas_research.language import translator

CONCLUSIONS = {
    "post_first": "identified",
    "first_two": "identified",
    "pressure_named": "identified",
    "presser_first": "assumed",
    "own_interest": "assumed",
    "positions": "assumed",
    "acts_fade": "assumed",
    "which_first": "unknowable",
    "change": "unknowable",
    "regions": "unknowable",
    "offender_or_victim": "unknowable",
    "motive": "unknowable",
}
"""Each conclusion, and whether the data identify it, it rests on an assumption that is named, or
they cannot tell it."""


def conclusions(numbers: Mapping[str, object], language: str) -> pd.DataFrame:
    """Write the conclusions as a table shows them.

    Parameters
    ----------
    numbers
        The numbers of the report, by name, as `results` gathers them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a conclusion: ``term``, ``tag`` (``identified``, ``assumed`` or ``unknowable``),
        ``statement``, ``tag_label``, ``interval``, ``method`` and ``why`` (what identifies it, is
        assumed, or is missing).
    """
    text = translator(language)
    return pd.DataFrame(
        [
            {
                "term": term,
                "tag": tag,
                "tag_label": text(f"causes.tag.{tag}"),
                **{
                    part: text(f"motive.conclusion.{term}.{part}", **numbers)
                    for part in ("statement", "interval", "method", "why")
                },
            }
            for term, tag in CONCLUSIONS.items()
        ]
    )
