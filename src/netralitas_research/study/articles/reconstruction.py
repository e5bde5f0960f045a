"""Pictures that were lost, drawn again from what the same institution published elsewhere."""

from __future__ import annotations

import pandas as pd

from netralitas_research.errors import UsageError
from netralitas_research.language import format_date, translator
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.labels import category, when
from netralitas_research.study.processed import load

STAGES = ("reported", "recommended", "followed_up_ppk")
"""Stages of the snapshots of the civil service commission, from first to last."""


def reconstruct(table_id: str, language: str) -> pd.DataFrame:
    """Read the figures that stand for a lost picture.

    Parameters
    ----------
    table_id
        Id of the picture.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a figure, in the order of its list: ``figure_id``, ``code``, ``label``,
        ``percent``, ``date``, ``base`` (missing where none is printed) and ``source_ids``.

    Raises
    ------
    UsageError
        If there is no such picture, or nothing stands for it.

    Examples
    --------
    >>> causes = reconstruct("southeast-sulawesi-gambar-2", "en")
    >>> causes["code"].iloc[0], float(causes["percent"].iloc[0])
    ('keep_or_gain_post', 43.4)
    """
    tables = load("article_tables").set_index("table_id")["second_source"]
    records = str(tables.get(table_id, "")).split(";")
    observations = load("observations").drop_duplicates("record_id").set_index("record_id")
    if not set(records) <= set(observations.index):
        known = ", ".join(tables.index[tables.ne("")])
        raise UsageError("error.not_reconstructed", name=table_id, known=known)
    figures = load("figures").set_index("figure_id")
    found = figures.loc[observations.loc[records, "figure_id"]].reset_index()
    rows = found.to_dict("records")
    labels = [category(row, language) for row in rows]
    dates = [when(row, language) for row in rows]
    columns = ["figure_id", "code", "base", "source_ids"]
    return found[columns].assign(label=labels, percent=found["value"], date=dates)


def kasn_snapshots(language: str, until: str = "9999") -> pd.DataFrame:
    """Read what the civil service commission (KASN) counted for the regional elections of 2020.

    Parameters
    ----------
    language
        ``id`` or ``en``.
    until
        ISO date of the last snapshot to take.

    Returns
    -------
    pandas.DataFrame
        One row a date: ``as_of``, ``date`` in words, the persons of each stage of `STAGES`, and
        ``source_ids``.

    Examples
    --------
    >>> kasn_snapshots("en").set_index("as_of").loc["2020-07-31", list(STAGES)].tolist()
    [456.0, 344.0, 189.0]
    """
    figures = load("figures")
    wanted = {
        "counted_by": "kasn",
        "election": "pilkada-2020",
        "series": "cumulative",
        "kemendagri_code": "ID",
        "dimension": "total",
        "measure": "count",
        "unit_counted": "persons",
    }
    chosen = figures[(figures[list(wanted)] == pd.Series(wanted)).all(axis=1)]
    chosen = chosen[chosen["stage"].isin(STAGES) & chosen["as_of"].le(until)]
    wide = chosen.pivot(index="as_of", columns="stage", values="value")[list(STAGES)]
    sources = chosen.groupby("as_of")["source_ids"].agg(join_ids)
    wide = wide.assign(source_ids=sources).rename_axis(columns=None).reset_index()
    return wide.assign(date=[format_date(day, language) for day in wide["as_of"]])


def snapshot_series(snapshots: pd.DataFrame, language: str) -> pd.DataFrame:
    """Turn snapshots to one row a value, as the plot of snapshots takes them.

    Parameters
    ----------
    snapshots
        As `kasn_snapshots` gives them.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        ``as_of``, ``series`` in words and ``value``, without what was not printed.

    Examples
    --------
    >>> series = snapshot_series(kasn_snapshots("en"), "en")
    >>> sorted(series["series"].unique())
    ['Followed up', 'Recommended', 'Reported']
    """
    text = translator(language)
    long = snapshots.melt("as_of", list(STAGES), "series", "value").dropna()
    return long.assign(series=[text(f"articles.stage.{stage}") for stage in long["series"]])


def snapshot_numbers(snapshots: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Gather snapshots as the JSON file of a report holds them.

    Parameters
    ----------
    snapshots
        As `kasn_snapshots` gives them.

    Returns
    -------
    dict
        Of each date the persons of the stages that were printed.

    Examples
    --------
    >>> snapshot_numbers(kasn_snapshots("en"))["2021-07-01"]
    {'reported': 1997.0}
    """
    rows = snapshots.set_index("as_of")[list(STAGES)].to_dict("index")
    return {
        str(day): {str(stage): float(value) for stage, value in row.items() if not pd.isna(value)}
        for day, row in rows.items()
    }
