"""What is printed of positions and acts together: of all found in violation, and of two groups."""

from __future__ import annotations

import pandas as pd

from netralitas_research.study.labels import as_printed

GROUPS = {"head_of_area": "2023-06", "guru_dosen": "2023-07"}
"""The two groups whose acts are printed by themselves, and when."""

ALL = "2022-05-31"
"""When the acts of all were printed; those of the two groups came a year later."""


def act_prints(figures: pd.DataFrame) -> pd.DataFrame:
    """List the acts of all, of heads of area, and of teachers and lecturers (KASN, 2020 elections).

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.DataFrame
        One row a ``group`` (``all``, ``head_of_area``, ``guru_dosen``) and act (``term``):
        ``printed`` (a percentage as text), ``base`` (NaN where none is printed), ``as_of`` and
        ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> acts = act_prints(load("figures"))
    >>> acts[acts["group"].eq("guru_dosen")]["printed"].tolist()
    ['34.9', '27.8', '14.5', '7.5', '4.5']
    """
    kasn = figures[
        figures["counted_by"].eq("kasn")
        & figures["kemendagri_code"].eq("ID")
        & figures["election"].eq("pilkada-2020")
        & figures["measure"].eq("percent")
    ]
    of_all = kasn[
        kasn["dimension"].eq("act")
        & kasn["dimension_2"].eq("not_applicable")
        & kasn["as_of"].eq(ALL)
    ]
    found = [of_all.assign(group="all", term=of_all["code"])]
    for group, as_of in GROUPS.items():
        rows = kasn[
            kasn["code"].eq(group) & kasn["dimension_2"].eq("act") & kasn["as_of"].eq(as_of)
        ]
        found.append(rows.assign(group=group, term=rows["code_2"]))
    acts = pd.concat(found, ignore_index=True)
    acts["printed"] = [as_printed(row) for row in acts.to_dict("records")]
    return acts[["group", "term", "printed", "base", "as_of", "source_ids"]]


def group_counts(figures: pd.DataFrame) -> pd.DataFrame:
    """List the counts of the groups among all found in violation.

    Parameters
    ----------
    figures
        The processed figures.

    Returns
    -------
    pandas.DataFrame
        One row a print: ``term`` (``head_of_area`` twice, as two numbers are printed,
        ``fungsional``, ``guru_dosen``), ``count``, ``base`` (NaN where none is printed), ``as_of``
        and ``source_ids``.

    Examples
    --------
    >>> from netralitas_research.study.processed import load
    >>> group_counts(load("figures"))[["term", "count"]].values.tolist()
    [['head_of_area', 192], ['head_of_area', 189], ['fungsional', 533], ['guru_dosen', 373]]
    """
    rows = figures[
        figures["counted_by"].eq("kasn")
        & figures["kemendagri_code"].eq("ID")
        & figures["dimension"].eq("position")
        & figures["dimension_2"].eq("not_applicable")
        & figures["measure"].eq("count")
        & figures["as_of"].isin(GROUPS.values())
    ]
    return pd.DataFrame(
        {
            "term": rows["code"],
            "count": rows["value"].astype(int),
            "base": rows["base"],
            "as_of": rows["as_of"],
            "source_ids": rows["source_ids"],
        }
    ).reset_index(drop=True)
