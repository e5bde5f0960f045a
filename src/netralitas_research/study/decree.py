"""The acts of the joint decree of 2022, and which of them an article names."""

from __future__ import annotations

import pandas as pd

from netralitas_research import codelists
from netralitas_research.language import translator
from netralitas_research.study.acts import COUNTERPARTS
from netralitas_research.study.articles.cells import coded_rows


def prohibitions(language: str) -> pd.DataFrame:
    """List what the article on Belitung Timur forbids, beside the acts of the decree.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row a prohibition, in reading order: ``label``, ``skb_acts`` (codes joined by a
        comma), ``acts`` (their labels), ``match`` (``full``, ``joined`` or ``wider``) and
        ``match_label``, which says how both are related.

    Examples
    --------
    >>> prohibitions("en")["skb_acts"].tolist()
    ['E01', 'E02, E04', 'E03']
    """
    text = translator(language)
    cells = coded_rows("belitung-timur-prohibitions")
    named = cells["skb_acts"].str.split(";")
    return pd.DataFrame(
        {
            "label": cells[f"label_{language}"],
            "skb_acts": named.str.join(", "),
            "acts": [_labels(codes, language) for codes in named],
            "match": cells["match"],
            "match_label": [text(f"belitung.match.{match}") for match in cells["match"]],
        }
    )


def acts_of_the_decree(language: str) -> pd.DataFrame:
    """List the acts of the joint decree that the study has read, and how the article names them.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    pandas.DataFrame
        One row an act: ``act_id``, ``act``, ``part`` and ``part_label``, ``phase_label`` (when
        it is forbidden), ``named`` (``full``, ``joined``, ``wider``, ``counterpart`` of a named
        act, or ``no``) and ``named_label``.

    Examples
    --------
    >>> acts_of_the_decree("en")["named"].value_counts().sort_index().to_dict()
    {'counterpart': 4, 'full': 1, 'joined': 2, 'no': 11, 'wider': 1}
    """
    text = translator(language)
    acts = codelists.load("skb_acts").reset_index(names="act_id")
    matches = {
        code: match
        for codes, match in prohibitions(language)[["skb_acts", "match"]].values
        for code in codes.split(", ")
    }
    matches |= {COUNTERPARTS[code]: "counterpart" for code in list(matches)}
    named = acts["act_id"].map(matches).fillna("no")
    phases = [codelists.label("election_phases", code, language) for code in acts["election_phase"]]
    return pd.DataFrame(
        {
            "act_id": acts["act_id"],
            "act": acts[f"label_{language}"],
            "part": acts["part"],
            "part_label": acts["part"].map(lambda part: text(f"belitung.part.{part}")),
            "phase_label": phases,
            "named": named,
            "named_label": named.map(lambda match: text(f"belitung.match.{match}")),
        }
    )


def tally(acts: pd.DataFrame) -> dict[str, int]:
    """Count the acts that the article names.

    Parameters
    ----------
    acts
        As `acts_of_the_decree` gives them.

    Returns
    -------
    dict of str to int
        ``named``, and ``with_counterparts``, those together with their counterparts.

    Examples
    --------
    >>> tally(acts_of_the_decree("en"))
    {'named': 4, 'with_counterparts': 8}
    """
    named = int((~acts["named"].isin(["no", "counterpart"])).sum())
    return {"named": named, "with_counterparts": int(acts["named"].ne("no").sum())}


def _labels(codes: list[str], language: str) -> str:
    return "; ".join(codelists.label("skb_acts", code, language) for code in codes)
