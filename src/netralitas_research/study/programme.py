"""The awareness session in Brebes as a design: what is reported, and what an evaluation needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from netralitas_research.language import translator
from netralitas_research.study.articles.cells import cells_of

REQUIREMENTS: dict[str, tuple[str, ...]] = {
    "aim": ("brebes-p30", "brebes-p31"),
    "content": ("brebes-p13", "brebes-p14", "brebes-p15"),
    "time_and_place": ("brebes-p01", "brebes-p02"),
    "audience": ("brebes-p06",),
    "number_of_participants": (),
    "choice_of_participants": ("brebes-p05",),
    "measurement_before": (),
    "instrument": (),
    "measurement_after": (),
    "follow_up": (),
    "comparison_group": (),
    "outcome": (),
}
"""What an evaluation reports, with the facts of the article that are about it; none if it has
none."""


def design(language: str) -> pd.DataFrame:
    """Compare the reported design with what an evaluation would have needed.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a requirement: ``requirement``, ``label``, ``reported``, ``reported_label``,
        ``facts`` (what the article says, in our own words) and ``needed_for`` (what cannot be
        said without it).

    Examples
    --------
    >>> design("en").set_index("requirement").loc["comparison_group", "reported"]
    np.False_
    """
    text = translator(language)
    wide = cells_of("brebes-programme").pivot(index="row", columns="column", values="printed")
    cells = wide.to_dict("index")
    rows = []
    for requirement, items in REQUIREMENTS.items():
        facts = [_fact(cells[item], language) for item in items]
        reported = "reported" if facts else "not_reported"
        rows.append(
            {
                "requirement": requirement,
                "label": text(f"brebes.requirement.{requirement}"),
                "reported": bool(facts),
                "reported_label": text(f"brebes.{reported}"),
                "facts": "; ".join(facts),
                "needed_for": text(f"brebes.needed.{requirement}"),
            }
        )
    return pd.DataFrame(rows)


def _fact(item: Mapping[Any, Any], language: str) -> str:
    label, value = str(item[f"label_{language}"]), str(item["value"])
    return label if value == "-" or value.isdigit() else f"{label}: {value}"
