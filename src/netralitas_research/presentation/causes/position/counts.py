"""Printed percentages of positions as counts, under each total that they may be shares of."""

from __future__ import annotations

import pandas as pd

from netralitas_research.statistics.printed.bases import JudgedBase, judge_candidates

COLUMNS = ["as_of", "election", "stage", "kind", "base", "term", "printed", "least", "most",
           "possible", "source_ids"]  # fmt: skip


def printed_counts(prints: pd.DataFrame, bases: pd.DataFrame) -> pd.DataFrame:
    """Turn printed shares into the counts that each candidate base allows.

    Every usual rule of rounding is allowed, for each percentage on its own.

    Parameters
    ----------
    prints
        As `netralitas_research.study.positions.position_prints` gives them.
    bases
        As `netralitas_research.study.positions.candidate_bases` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a snapshot (``as_of``), candidate (``kind``, ``base``) and position (``term``):
        ``printed``, the least and the greatest count (``least``, ``most``; NaN where the percentage
        is impossible), ``possible`` (whether the base makes all percentages of the snapshot
        possible), ``election``, ``stage`` and ``source_ids``.

    Examples
    --------
    >>> prints = pd.DataFrame([{"as_of": "2020-07-31", "election": "", "stage": "", "term": "jpt",
    ...     "printed": "27.6", "measure": "percent", "source_ids": "a"}])
    >>> bases = pd.DataFrame({"as_of": "2020-07-31", "kind": ["reported", "followed_up"],
    ...     "base": [456, 189], "source_ids": "b"})
    >>> found = printed_counts(prints, bases)
    >>> found[["kind", "least", "most", "possible"]].values.tolist()
    [['reported', 126.0, 126.0, True], ['followed_up', nan, nan, False]]
    """
    found = []
    for as_of, snapshot in prints.groupby("as_of"):
        candidates = bases[bases["as_of"].eq(as_of)]
        for row in candidates.to_dict("records"):
            base = int(row["base"])
            counts = _counts(snapshot, base)
            found.append(
                snapshot.assign(
                    kind=row["kind"],
                    base=base,
                    least=[float(one.start) if one else float("nan") for one in counts],
                    most=[float(one.stop - 1) if one else float("nan") for one in counts],
                    possible=all(counts),
                )
            )
    return pd.concat(found, ignore_index=True)[COLUMNS]


def bases_judged(counts: pd.DataFrame) -> pd.DataFrame:
    """Say of each candidate base whether all percentages of its snapshot can be shares of it.

    Parameters
    ----------
    counts
        As `printed_counts` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a snapshot and candidate: ``as_of``, ``kind``, ``base``, ``possible``, and
        ``excluded_by``, the positions whose percentage is no share of it, joined by ``;``.
    """
    rows = []
    for _, group in counts.groupby(["as_of", "kind", "base"], sort=False):
        impossible = group.loc[group["least"].isna(), "term"]
        rows.append(
            {
                **group.iloc[0][["as_of", "kind", "base"]],
                "possible": bool(group["possible"].all()),
                "excluded_by": ";".join(impossible),
            }
        )
    return pd.DataFrame(rows)


def possible_bases(bases: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Keep the totals that make every percentage of their snapshot possible.

    A table that shows one position only may not fall back on a total that another position of the
    same print excludes.

    Parameters
    ----------
    bases
        As `netralitas_research.study.positions.candidate_bases` gives them.
    counts
        As `printed_counts` gives them.

    Returns
    -------
    pandas.DataFrame
        The rows of ``bases`` that are possible.

    Examples
    --------
    >>> bases = pd.DataFrame({"as_of": "2020-07-31", "kind": ["reported", "recommended"],
    ...     "base": [456, 344], "source_ids": "b"})
    >>> counts = pd.DataFrame({"as_of": "2020-07-31", "kind": ["reported", "recommended"],
    ...     "base": [456, 344], "possible": [True, False]})
    >>> possible_bases(bases, counts)["base"].tolist()
    [456]
    """
    keys = ["as_of", "kind", "base"]
    possible = counts.loc[counts["possible"], keys].drop_duplicates()
    return bases.merge(possible, on=keys)


def _counts(snapshot: pd.DataFrame, base: int) -> list[range]:
    if snapshot["measure"].eq("count").all():
        return [range(int(value), int(value) + 1) for value in snapshot["printed"]]
    counts = []
    for printed in snapshot["printed"]:
        judged: JudgedBase = judge_candidates([printed], [base], rounding="any")[0]
        counts.append(judged.counts[0] if judged.possible else range(0))
    return counts
