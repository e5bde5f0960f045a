"""Published shares of positions among the reported, and the totals that they may be shares of."""

from __future__ import annotations

import pandas as pd

from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.labels import as_printed

POSITIONS = ("jpt", "administrator", "pengawas", "head_of_area", "fungsional", "pelaksana")
"""The positions that snapshots print, from the highest; functional and executing posts have no
rank among these."""

KINDS = {
    "reported": ("reported",),
    "recommended": ("recommended", "proven", "proven_recommended", "proven_sanctioned"),
    "followed_up": ("followed_up_ppk",),
}
"""Kinds of totals that a page may have divided by, with their stages."""

ELECTIONS = ("pilkada-2020", "pilkada-2020-pra-pemilu-2024", "pemilu-2024")

COLUMNS = ["as_of", "election", "stage", "unit_counted", "term", "printed", "measure", "base",
           "figure_id", "source_ids"]  # fmt: skip


def position_prints(figures: pd.DataFrame) -> pd.DataFrame:
    """List the national prints of the position of the reported, by snapshot.

    A page that repeats all values of another under a less precise date is joined to it. Where a
    snapshot prints a position several times, the print with a base is taken. A percentage below 0
    or above 100 is no share; the audit reports it, and it is left out here.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.DataFrame
        One row a snapshot (``as_of``) and position (``term``): ``printed``, a percentage as text or
        a count; ``measure`` (``percent`` or ``count``), ``base`` (NaN where none is printed),
        ``election``, ``stage``, ``unit_counted``, ``figure_id`` and ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> prints = position_prints(load("figures"))
    >>> prints[prints["as_of"].eq("2020-07-31")][["term", "printed"]].values.tolist()[:2]
    [['jpt', '27.6'], ['administrator', '14.3']]
    """
    rows = figures[
        figures["dimension"].eq("position")
        & figures["dimension_2"].eq("not_applicable")
        & figures["kemendagri_code"].eq("ID")
        & figures["subject"].eq("asn_neutrality")
        & figures["election"].isin(ELECTIONS)
        & figures["code"].isin(POSITIONS)
        & (figures["measure"].ne("percent") | figures["value"].between(0, 100))
    ]
    rows = _without_copies(rows).sort_values("base", na_position="last", kind="stable")
    rows = rows.drop_duplicates(["as_of", "code"]).assign(
        term=lambda frame: frame["code"],
        order=lambda frame: frame["code"].map(POSITIONS.index),
    )
    rows = rows.sort_values(["as_of", "order"], ignore_index=True)
    rows["printed"] = [as_printed(row) for row in rows.to_dict("records")]
    return rows[COLUMNS]


def candidate_bases(figures: pd.DataFrame, prints: pd.DataFrame) -> pd.DataFrame:
    """List the totals that the percentages of a snapshot may have been taken of.

    A printed base is the only candidate. Otherwise those are candidates that the institution
    published for the same date and election: all reported, those recommended for a sanction (or
    found to have violated), and those whose sanction was imposed.

    Parameters
    ----------
    figures
        The processed figures.
    prints
        As `position_prints` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a snapshot (``as_of``) and ``kind`` (``printed`` or a key of `KINDS`): ``base`` and
        ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> figures = load("figures")
    >>> found = candidate_bases(figures, position_prints(figures))
    >>> found[found["as_of"].eq("2020-07-31")]["base"].tolist()
    [456, 344, 189]
    """
    totals = figures[
        figures["dimension"].eq("total")
        & figures["dimension_2"].eq("not_applicable")
        & figures["kemendagri_code"].eq("ID")
        & figures["subject"].eq("asn_neutrality")
        & figures["counted_by"].eq("kasn")
        & figures["unit_counted"].eq("persons")
        & figures["measure"].eq("count")
        & figures["series"].eq("cumulative")
    ]
    rows = []
    for as_of, snapshot in prints.groupby("as_of"):
        bases = snapshot.drop_duplicates("base")
        if bases["base"].notna().all():
            rows += [(as_of, "printed", int(row["base"]), row["source_ids"])
                     for row in bases.to_dict("records")]  # fmt: skip
            continue
        same = totals["as_of"].eq(as_of) & totals["election"].eq(snapshot["election"].iloc[0])
        for kind, stages in KINDS.items():
            of_kind = totals[same & totals["stage"].isin(stages)].drop_duplicates("value")
            rows += [(as_of, kind, int(row["value"]), row["source_ids"])
                     for row in of_kind.to_dict("records")]  # fmt: skip
    return pd.DataFrame(rows, columns=["as_of", "kind", "base", "source_ids"])


def _without_copies(rows: pd.DataFrame) -> pd.DataFrame:
    """Join snapshots that print the same values, under the most precise date."""
    kept: dict[frozenset[tuple[str, float]], pd.DataFrame] = {}
    for _, group in rows.groupby("as_of", sort=False):
        values = frozenset(zip(group["code"], group["value"], strict=True))
        copies = [kept[values], group] if values in kept and len(values) > 1 else [group]
        key = values if len(values) > 1 else frozenset([(str(group["as_of"].iloc[0]), 0.0)])
        chosen = max(copies, key=lambda frame: len(str(frame["as_of"].iloc[0])))
        sources = join_ids([ids for frame in copies for ids in frame["source_ids"]])
        kept[key] = chosen.assign(source_ids=sources) if len(copies) > 1 else chosen
    return pd.concat(kept.values())
