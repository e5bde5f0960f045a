"""What a claim is held against: figures by their codes, and figures linked to its numbers."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from netralitas_research.audit.claims.claim import Claim
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate
from netralitas_research.study.articles.links import linked_figures
from netralitas_research.study.processed import load


def figures_with(**codes: str | Collection[str]) -> pd.DataFrame:
    """Choose figures by their codes.

    Parameters
    ----------
    **codes
        Columns of the processed figures, each with a code or several.

    Returns
    -------
    pandas.DataFrame
        The figures that have them all; may be empty.

    Raises
    ------
    UsageError
        If the figures have no such column.

    Examples
    --------
    >>> figures_with(election="pilkada-2020", stage="reported", as_of="2020-07-31",
    ...              unit_counted="persons")["value"].tolist()
    [456.0]
    """
    figures = load("figures")
    chosen = pd.Series(True, index=figures.index)
    for column, wanted in codes.items():
        if column not in figures:
            raise UsageError(
                "error.figure_column", column=column, columns=", ".join(map(str, figures.columns))
            )
        chosen &= figures[column].isin([wanted] if isinstance(wanted, str) else list(wanted))
    return figures[chosen]


def linked(claim: Claim, *relations: str) -> pd.DataFrame:
    """Choose the figures that the numbers of a claim are linked to.

    Parameters
    ----------
    claim
        The claim; of a whole column, the links of all its cells count.
    *relations
        Relations of the links, such as ``same_figure``; without any, all.

    Returns
    -------
    pandas.DataFrame
        Rows of `linked_figures`, with ``term``, the number or cell as the claim writes it; may be
        empty.

    Examples
    --------
    >>> linked(Claim("x", "banten", ("banten-n012",)), "same_figure")["value"].tolist()
    [22.98]
    """
    links = linked_figures()
    cells = links["table_id"] + "[" + links["row"] + "][" + links["column"] + "]"
    columns = links["table_id"] + "[*][" + links["column"] + "]"
    names = links["number_id"].where(links["number_id"].ne(""), cells)
    chosen = names.isin(claim.numbers) | columns.isin(claim.numbers)
    if relations:
        chosen &= links["relation"].isin(relations)
    return links[chosen].assign(term=names[chosen])


def as_of_at_least(figures: pd.DataFrame, date: str) -> pd.DataFrame:
    """Choose the figures that were counted on a date or later.

    Parameters
    ----------
    figures
        Figures with a column ``as_of``.
    date
        An ISO date.

    Returns
    -------
    pandas.DataFrame
        Those whose whole as-of date is not before it; without an as-of date, none.

    Examples
    --------
    >>> figures = pd.DataFrame({"as_of": ["2020-07-31", "2020-12", "unknown"]})
    >>> as_of_at_least(figures, "2020-12-01")["as_of"].tolist()
    ['2020-12']
    """
    first = PartialDate.parse(date).first
    known = figures["as_of"].str[:4].str.isdigit()
    late = [
        bool(there) and PartialDate.parse(day).first >= first
        for there, day in zip(known, figures["as_of"], strict=True)
    ]
    return figures[pd.Series(late, index=figures.index)]
