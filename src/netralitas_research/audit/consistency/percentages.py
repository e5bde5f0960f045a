"""A percentage against the counts that it is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from netralitas_research.audit.consistency.figures import AT_LEAST, DATES, Figure, grouped
from netralitas_research.audit.consistency.stages import holders
from netralitas_research.audit.findings import Finding, Severity, context_of
from netralitas_research.statistics.printed import possible_counts
from netralitas_research.statistics.printed.rounding import Rounding

_CONTEXT = ("counted_by", "election", "subject", *DATES, "kemendagri_code")
_DIVIDED = ("stage", "unit_counted", "dimension", "code")
_CELL = ("stage", "dimension", "code", "dimension_2", "code_2")
_TABLE = (
    *("counted_by", "issued_by", "election", "subject", *DATES),
    *("stage", "unit_counted", "dimension", "dimension_2", "kemendagri_code", "base"),
)


def printed(figure: Figure) -> Decimal:
    """Give a percentage with the decimals that were certainly printed.

    Parameters
    ----------
    figure
        A percentage.

    Returns
    -------
    decimal.Decimal
        Its value.
    """
    return Decimal(f"{figure.value:.{figure.decimals_at_least}f}")


def is_share(figure: Figure) -> bool:
    """Tell whether a figure is an exact percentage from 0 to 100.

    Parameters
    ----------
    figure
        A figure.

    Returns
    -------
    bool
        False for growth, counts and scores.
    """
    return figure.measure == "percent" and figure.qualifier == "exact" and 0 <= figure.value <= 100


def fits(figure: Figure, count: float, base: float, rounding: Rounding = "any") -> bool:
    """Tell whether a percentage can be that of a count in a base.

    Parameters
    ----------
    figure
        The percentage.
    count, base
        Whole numbers.
    rounding
        The rule of rounding.

    Returns
    -------
    bool
        Whether it can.
    """
    return int(count) in possible_counts(printed(figure), int(base), rounding=rounding)


def find_outside(figures: Iterable[Figure]) -> list[Finding]:
    """Find percentages that no share can be.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        One for each below 0 or above 100; growth is another measure.
    """
    return [
        Finding(
            "percentages",
            "outside",
            "contradiction",
            (one.figure_id,),
            {"first": context_of(one)},
        )
        for one in figures
        if one.measure == "percent"
        and (one.value < 0 or (one.value > 100 and one.qualifier in AT_LEAST))
    ]


def compare_with_base(figures: Sequence[Figure]) -> list[Finding]:
    """Find percentages that no count of their printed base gives.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        One for each table with such percentages.
    """
    shares = [
        figure
        for figure in figures
        if is_share(figure)
        and figure.base_status == "printed"
        and figure.base_meaning == "denominator"
        and figure.base >= 1
        and figure.base == int(figure.base)
    ]
    counts = grouped((one for one in figures if one.is_count), _CONTEXT)
    found = []
    for table in grouped(shares, _TABLE).values():
        wrong = [one for one in table if not _possible(one, one.base)]
        if wrong:
            fitting = _base_that_fits(table, counts.get(table[0].key(_CONTEXT), []))
            found.append(_impossible(wrong, fitting))
    return found


def _possible(share: Figure, base: float) -> bool:
    return bool(possible_counts(printed(share), int(base), rounding="any"))


def _base_that_fits(table: Sequence[Figure], counts: Iterable[Figure]) -> Figure | None:
    """Find another printed count of what the table divides that allows all its percentages."""
    first = table[0]
    same = [one for one in counts if one.key(_DIVIDED) == first.key(_DIVIDED) and one.value >= 1]
    return next((one for one in same if all(_possible(s, one.value) for s in table)), None)


def _impossible(wrong: Sequence[Figure], fitting: Figure | None) -> Finding:
    ids = tuple(one.figure_id for one in wrong)
    params = {
        "first": context_of(wrong[0]),
        "cells": [context_of(one) for one in wrong],
        "base": wrong[0].base,
    }
    if fitting is None:
        return Finding("percentages", "impossible", "contradiction", ids, params)
    params |= {"other": fitting.value}
    return Finding("percentages", "other_base", "contradiction", (*ids, fitting.figure_id), params)


def compare_with_counts(figures: Sequence[Figure]) -> list[Finding]:
    """Compare percentages with a numerator and a denominator that are printed elsewhere.

    Parameters
    ----------
    figures
        Figures.

    Returns
    -------
    list of Finding
        Percentages that none of the printed counts gives, and, as explained, those that only
        cutting off decimals gives.
    """
    known = [figure for figure in figures if figure.counted_by != "unknown"]
    counts = grouped((one for one in known if one.is_count), _CONTEXT)
    found = []
    for share in filter(is_share, known):
        pairs = list(_pairs(share, counts.get(share.key(_CONTEXT), [])))
        if pairs:
            found += _judge(share, pairs)
    return found


def _pairs(share: Figure, counts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure | None]]:
    """Find numerators, each with a denominator; without one, its printed total is meant."""
    numerators = [one for one in counts if one.key(_CELL) == share.key(_CELL)]
    for numerator in numerators:
        if share.base_status == "printed":
            same = share.base == numerator.base and numerator.has_whole
            alone = not numerator.has_whole and share.unit_counted == numerator.unit_counted
            if same or (alone and share.base >= 1):
                yield numerator, None
        elif numerator.has_whole and share.dimension != "total":
            yield numerator, None
        else:
            yield from ((numerator, one) for one in _wholes(numerator, counts))


def _wholes(numerator: Figure, counts: Sequence[Figure]) -> Iterator[Figure]:
    """Find the totals of the stages that hold a numerator; of a category also its own stage's."""
    stages = set(holders(numerator.stage))
    if numerator.dimension != "total" and numerator.stage != "unknown":
        stages.add(numerator.stage)
    for one in counts:
        stage = one.stage.replace("proven_recommended", "recommended")
        same = one.dimension == "total" and one.unit_counted == numerator.unit_counted
        if same and stage in stages and one.value >= 1:
            yield one


def _judge(share: Figure, pairs: Sequence[tuple[Figure, Figure | None]]) -> list[Finding]:
    def base(pair: tuple[Figure, Figure | None]) -> float:
        if pair[1] is not None:
            return pair[1].value
        return share.base if share.base_status == "printed" else pair[0].base

    fitting = [pair for pair in pairs if fits(share, pair[0].value, base(pair))]
    if not fitting:
        near = min(pairs, key=lambda pair: abs(100 * pair[0].value / base(pair) - share.value))
        one_table = near[0].has_whole or not share.sources.isdisjoint(near[0].sources)
        known = share.base_status == "printed" and one_table
        return [_finding("differs", "contradiction" if known else "doubt", share, near, base(near))]
    if any(fits(share, pair[0].value, base(pair), "up_or_down") for pair in fitting):
        return []
    return [_finding("cut_off", "explained", share, fitting[0], base(fitting[0]))]


def _finding(
    message: str,
    severity: Severity,
    share: Figure,
    pair: tuple[Figure, Figure | None],
    base: float,
) -> Finding:
    numerator = pair[0]
    used = [one.figure_id for one in (share, *pair) if one is not None]
    exact = 100 * numerator.value / base
    return Finding(
        "percentages",
        message,
        severity,
        tuple(used),
        {
            "first": context_of(share),
            "count": numerator.value,
            "base": base,
            "exact": round(exact, share.decimals_at_least + 2),
        },
    )
