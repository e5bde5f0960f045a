"""Counts of every regency of a province that voted: the tables from which variation can be told."""

from __future__ import annotations

from typing import Any

import pandas as pd

from netralitas_research import codelists
from netralitas_research.study.breakdowns import COUNT


def complete_tables(figures: pd.DataFrame) -> pd.DataFrame:
    """Find the tables of counts that cover every voting regency of a province.

    A table is complete if it holds as many regencies and cities of the province as voted, and
    they add up to the total that the page prints. A list of the highest says nothing of the rest,
    so it is left out; so is a table whose parts miss its total. Of several snapshots of one count
    the last is taken.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.DataFrame
        One row a regency, by table: ``table`` (province and date), ``province``,
        what tells the count from others, ``kemendagri_code``, ``value``, ``base``, ``figure_id``
        and ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> tables = complete_tables(load("figures"))
    >>> tables.groupby("province")["value"].agg(["size", "sum"]).astype(int).values.tolist()
    [[9, 11], [12, 96], [7, 188], [3, 9], [4, 6]]
    """
    voting = _voting_areas(figures)
    counts = figures[
        figures["kemendagri_code"].str.fullmatch(r"\d{4}")
        & figures["dimension"].eq("total")
        & figures["subject"].eq("asn_neutrality")
        & figures["measure"].eq("count")
        & figures["qualifier"].eq("exact")
    ]
    counts = counts.assign(province=counts["kemendagri_code"].str[:2])
    latest: dict[tuple[Any, ...], pd.DataFrame] = {}
    keys = ["province", *COUNT, "base"]
    for _, table in counts.sort_values(["as_of", "period_end"]).groupby(keys, sort=False):
        first = table.iloc[0]
        areas = voting.get((first["province"], first["election"]))
        if len(table) == areas and table["value"].sum() == first["base"]:
            count = (first["province"], first["election"])
            latest[count] = table.assign(table=f"{first['province']}-{_end(first)}")
    kept = ["table", "province", *COUNT, "kemendagri_code", "value", "base", "figure_id"]
    found = pd.concat(latest.values(), ignore_index=True).sort_values(
        ["province", "kemendagri_code"], ignore_index=True
    )
    return found[[*kept, "source_ids"]]


def regencies_of(province: str) -> int:
    """Count the regencies and cities of a province, whether they vote or not.

    Parameters
    ----------
    province
        Kemendagri code of the province.

    Returns
    -------
    int
        Their number.

    Examples
    --------
    >>> regencies_of("33")
    35
    """
    return int(codelists.load("regencies")["province"].eq(province).sum())


def _voting_areas(figures: pd.DataFrame) -> dict[tuple[str, str], float]:
    areas = figures[
        figures["subject"].eq("election_setup")
        & figures["unit_counted"].eq("areas")
        & figures["dimension"].eq("total")
    ]
    keys = zip(areas["kemendagri_code"], areas["election"], strict=True)
    return dict(zip(keys, areas["value"], strict=True))


def _end(count: pd.Series) -> str:
    return str(count["period_end"] if count["series"] == "flow" else count["as_of"])
