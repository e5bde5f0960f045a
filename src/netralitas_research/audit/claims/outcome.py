"""What a function of a verdict returns: the verdict, what the data give, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

import pandas as pd

from netralitas_research.cleaning.claims import VERDICTS
from netralitas_research.errors import UsageError
from netralitas_research.language import PartialDate

Verdict = Literal["contradicted", "outdated", "not_supported", "not_checkable", "holds"]


@dataclass(frozen=True)
class Coded:
    """A code that is written as its label: of a code list, or of a region (list ``regions``)."""

    code_list: str
    code: str


@dataclass(frozen=True)
class Percent:
    """A percentage, with the decimals that it is written with."""

    value: float
    decimals: int = 1


@dataclass(frozen=True)
class Rank:
    """A place in an order."""

    place: int


Fact = int | float | Decimal | str | PartialDate | Coded | Percent | Rank


@dataclass(frozen=True)
class Outcome:
    """What the check of a claim gives.

    Attributes
    ----------
    verdict
        One of the verdicts.
    recomputed
        What the data give in place of what is printed; empty where they give nothing.
    facts
        Values for the placeholders of the explanation.
    figure_ids
        The figures that it rests on.
    source_ids
        Further sources, such as those of a law.
    """

    verdict: Verdict
    recomputed: tuple[Fact, ...] = ()
    facts: Mapping[str, Fact | tuple[Fact, ...]] = field(default_factory=dict)
    figure_ids: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()


def judged(
    verdict: Verdict,
    *recomputed: Fact,
    figures: pd.DataFrame | None = None,
    sources: tuple[str, ...] = (),
    **facts: Fact | tuple[Fact, ...],
) -> Outcome:
    """Make an outcome.

    Parameters
    ----------
    verdict
        The verdict.
    *recomputed
        What the data give in place of what is printed.
    figures
        The figures that it rests on, with a column ``figure_id``.
    sources
        Further sources.
    **facts
        Values for the placeholders of the explanation.

    Returns
    -------
    Outcome
        The outcome.

    Raises
    ------
    UsageError
        If there is no such verdict.

    Examples
    --------
    >>> judged("holds", 22.98, rows=10).facts
    {'rows': 10}
    """
    if verdict not in VERDICTS:
        raise UsageError("error.verdict", verdict=verdict, known=", ".join(VERDICTS))
    ids = () if figures is None else tuple(dict.fromkeys(map(str, figures["figure_id"])))
    return Outcome(verdict, recomputed, facts, ids, sources)


def holds(*recomputed: Fact, **more: Any) -> Outcome:
    """Say that the data give what the claim says; arguments as of `judged`."""
    return judged("holds", *recomputed, **more)


def contradicted(*recomputed: Fact, **more: Any) -> Outcome:
    """Say that the data, or the article itself, give something else; arguments as of `judged`."""
    return judged("contradicted", *recomputed, **more)


def outdated(*recomputed: Fact, **more: Any) -> Outcome:
    """Say that a law or institution was no longer in force; arguments as of `judged`."""
    return judged("outdated", *recomputed, **more)


def not_supported(*recomputed: Fact, **more: Any) -> Outcome:
    """Say that the data shown cannot carry the conclusion; arguments as of `judged`."""
    return judged("not_supported", *recomputed, **more)


def not_checkable(*recomputed: Fact, **more: Any) -> Outcome:
    """Say that nothing in the data could show it right or wrong; arguments as of `judged`."""
    return judged("not_checkable", *recomputed, **more)


def strictest(*outcomes: Outcome) -> Outcome:
    """Join the outcomes of several checks of one claim.

    Parameters
    ----------
    *outcomes
        At least one.

    Returns
    -------
    Outcome
        The verdict that comes first in the order contradicted, outdated, not_supported,
        not_checkable, holds, with what the first such check computed; figures, sources and facts
        of all.

    Examples
    --------
    >>> strictest(holds(1, a=1), contradicted(2, b=2)).verdict
    'contradicted'
    """
    first = min(outcomes, key=lambda outcome: VERDICTS.index(outcome.verdict))
    return Outcome(
        first.verdict,
        first.recomputed,
        {name: fact for outcome in outcomes for name, fact in outcome.facts.items()},
        tuple(dict.fromkeys(f for outcome in outcomes for f in outcome.figure_ids)),
        tuple(dict.fromkeys(s for outcome in outcomes for s in outcome.source_ids)),
    )
