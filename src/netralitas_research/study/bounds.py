"""Bounds of shares as reports say, show and save them."""

from __future__ import annotations

import math

import pandas as pd

from netralitas_research.language import format_range


def span(shares: pd.DataFrame, term: str) -> dict[str, float]:
    """Say between which values the bounds of a term lie, over all breakdowns that have them.

    Parameters
    ----------
    shares
        As `shares_by_dimension` or `coverage` give them.
    term
        A dimension or a reading.

    Returns
    -------
    dict of str to float
        The least and the greatest ``low`` and ``high``, as ``low_from``, ``low_to``,
        ``high_from`` and ``high_to``, rounded to one decimal, and ``n`` breakdowns.

    Examples
    --------
    >>> shares = pd.DataFrame({"term": "policy", "low": [0.0, 11.0], "high": [26.0, 32.0]})
    >>> span(shares, "policy")
    {'low_from': 0.0, 'low_to': 11.0, 'high_from': 26.0, 'high_to': 32.0, 'n': 2}
    """
    known = shares[shares["term"].eq(term) & shares["low"].notna()]
    edges = {
        f"{column}_{side}": round(float(value), 1)
        for column in ("low", "high")
        for side, value in (("from", known[column].min()), ("to", known[column].max()))
    }
    return edges | {"n": len(known)}


def by_count(shares: pd.DataFrame, language: str) -> pd.DataFrame:
    """Put the bounds of all terms of a count side by side, as a table shows them.

    Parameters
    ----------
    shares
        As `shares_by_dimension` or `coverage` give them, with the labels of `breakdown_labels`.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a count: its labels, a text column for each term, ``printed`` and ``source_ids``.

    Examples
    --------
    >>> shares = pd.DataFrame([{"breakdown": "a", "label": "KASN", "unit_label": "Persons",
    ...     "election_label": "2020", "term": "policy", "low": 0.0, "high": 21.0,
    ...     "printed": 79.0, "source_ids": ""}])
    >>> by_count(shares, "en")["policy"].tolist()
    ['0.0\N{EN DASH}21.0']
    """
    columns = ["label", "election_label", "unit_label", "printed", "source_ids"]
    counts = shares.drop_duplicates("breakdown").set_index("breakdown")[columns]
    written = [
        "" if pd.isna(low) else format_range(low, high, language, 1)
        for low, high in zip(shares["low"], shares["high"], strict=True)
    ]
    texts = shares.assign(written=written).pivot(
        index="breakdown", columns="term", values="written"
    )
    return counts.join(texts).reset_index()


def numbers_of(shares: pd.DataFrame) -> dict[str, dict[str, float | str | None]]:
    """Gather bounds as a report saves them.

    Parameters
    ----------
    shares
        As `shares_by_dimension` or `coverage` give them.

    Returns
    -------
    dict
        By breakdown and term the bounds, ``None`` where there are none, and the note.

    Examples
    --------
    >>> numbers_of(pd.DataFrame([{"breakdown": "a", "term": "policy", "low": 0.0, "high": 21.0,
    ...                           "printed": 79.0, "note": ""}]))
    {'a.policy': {'low': 0.0, 'high': 21.0, 'printed': 79.0, 'note': ''}}
    """
    return {
        f"{row['breakdown']}.{row['term']}": {
            **{key: _known(row[key]) for key in ("low", "high", "printed")},
            "note": row["note"],
        }
        for row in shares.to_dict("records")
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 6)
