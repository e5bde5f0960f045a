"""How the printed numbers of an article stand to the data, counted and in pairs."""

from __future__ import annotations

import pandas as pd

from netralitas_research.language import translator


def pairs(beside: pd.DataFrame) -> pd.DataFrame:
    """Choose the printed values that a second source prints too.

    Parameters
    ----------
    beside
        Rows of `numbers_beside_data` or of `cells_beside_data`.

    Returns
    -------
    pandas.DataFrame
        Those whose closest figure is the same figure, with its value in ``data_value``; the label
        without the word that names its list.

    Examples
    --------
    >>> from netralitas_research.study.articles import claims, numbers_beside_data
    >>> shares = claims(numbers_beside_data("southeast-sulawesi", "en"), "pelanggaran", 4, 4)
    >>> pairs(shares)["data_value"].tolist()[:4]
    [21.5, 21.3, 13.6, 11.6]
    """
    chosen = beside[beside["relation"].eq("same_figure")]
    return chosen.assign(label=chosen["label"].str.replace(r"^[^:]+: ", "", regex=True))


def tally(beside: pd.DataFrame) -> dict[str, int]:
    """Count how printed numbers stand to the data.

    Parameters
    ----------
    beside
        Rows of `numbers_beside_data` or of `cells_beside_data`.

    Returns
    -------
    dict of str to int
        Of the same figure ``same``, ``partly`` and ``differs`` by its values; ``near``, those
        with other figures; ``law``; ``none``; and ``total``.

    Examples
    --------
    >>> from netralitas_research.study.articles import cells_beside_data
    >>> tally(cells_beside_data("banten-tabel-1", "Skor Kerawanan Netralitas ASN", "id"))
    {'same': 9, 'partly': 1, 'differs': 0, 'near': 0, 'law': 0, 'none': 0, 'total': 10}
    """
    relation, agrees = beside["relation"], beside["agrees"]
    same = relation.eq("same_figure")
    law, none = relation.str.startswith("law_"), relation.eq("none")
    counts = {
        "same": same & agrees.eq("yes"),
        "partly": same & agrees.eq("partly"),
        "differs": same & agrees.eq("no"),
        "near": ~same & ~law & ~none,
        "law": law,
        "none": none,
    }
    return {name: int(rows.sum()) for name, rows in counts.items()} | {"total": len(beside)}


def tally_table(beside: pd.DataFrame, language: str) -> pd.DataFrame:
    """Put the counts of `tally` into words.

    Parameters
    ----------
    beside
        Rows of `numbers_beside_data`.
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a count: ``tally`` in words and ``n``.

    Examples
    --------
    >>> from netralitas_research.study.articles import numbers_beside_data
    >>> numbers = numbers_beside_data("banten", "en")
    >>> tally_table(numbers[numbers["group"].eq("claim")], "en")["tally"].iloc[-1]
    'All numbers of the text that state something'
    """
    text = translator(language)
    counts = tally(beside)
    words = [text(f"articles.tally.{name}") for name in counts]
    return pd.DataFrame({"tally": words, "n": list(counts.values())})
