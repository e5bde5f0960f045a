"""All figures that the report on positions rests on."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from netralitas_research.presentation.causes.position.counts import printed_counts
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.position_acts import ALL, act_prints, group_counts
from netralitas_research.study.positions import candidate_bases, position_prints
from netralitas_research.study.processed import load
from netralitas_research.study.workforce import area_posts, workforce


@dataclass(frozen=True)
class Evidence:
    """The figures of the report, as the functions of `study` give them.

    Attributes
    ----------
    prints, bases, counts
        Positions as printed, what they may be shares of, and the counts that these allow.
    workforce, posts
        Who holds such a post.
    acts, groups
        Acts of all and of two groups, and the sizes of these.
    jpt
        The printed share of high officials at the date of the acts.
    """

    prints: pd.DataFrame
    bases: pd.DataFrame
    counts: pd.DataFrame
    workforce: pd.DataFrame
    posts: pd.DataFrame
    acts: pd.DataFrame
    groups: pd.DataFrame
    jpt: str

    @property
    def act_sources(self) -> str:
        """Ids of the sources of acts and groups, joined by ``;``."""
        return join_ids([*self.acts["source_ids"], *self.groups["source_ids"]])


def evidence() -> Evidence:
    """Choose the figures from the processed data.

    Returns
    -------
    Evidence
        The figures.

    Examples
    --------
    >>> evidence().jpt
    '15.7'
    """
    figures = load("figures")
    prints = position_prints(figures)
    bases = candidate_bases(figures, prints)
    at = prints["as_of"].eq(ALL) & prints["term"].eq("jpt")
    return Evidence(
        prints=prints,
        bases=bases,
        counts=printed_counts(prints, bases),
        workforce=workforce(figures),
        posts=area_posts(figures),
        acts=act_prints(figures),
        groups=group_counts(figures),
        jpt=str(prints.loc[at, "printed"].item()),
    )
