"""The answer of `netralitas bases`: as JSON for programs, as sentences for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from netralitas_research.errors import UsageError
from netralitas_research.language import Translator, format_range
from netralitas_research.statistics.printed.bases import (
    BaseSearch,
    JudgedBase,
    judge_candidates,
    search_bases,
)
from netralitas_research.statistics.printed.joint_counts import read_shares
from netralitas_research.statistics.printed.rounding import read_printed, read_rounding

AT_MOST = 1000
LARGEST_AT_MOST = 100_000
MOST_RUNS = 12
MOST_COUNTS = 1_000_000
"""More possible counts than these are given as ranges: as a list they take hundreds of MB."""


@dataclass(frozen=True)
class BasesAnswer:
    """What was asked and what was found.

    Attributes
    ----------
    percentages
        The percentages as typed.
    decimals
        How many decimals every percentage has, ``None`` for those that were typed.
    rounding, shares
        The options as typed.
    candidates
        The candidate bases, judged.
    search
        All bases that fit.
    """

    percentages: tuple[str, ...]
    decimals: int | None
    rounding: str
    shares: str
    candidates: tuple[JudgedBase, ...]
    search: BaseSearch


def find_bases(
    percentages: Sequence[str],
    candidates: Sequence[str] = (),
    at_most: int | None = None,
    decimals: int | None = None,
    rounding: str = "half-up",
    shares: str = "separate",
) -> BasesAnswer:
    """Search the bases of percentages that someone typed.

    Parameters
    ----------
    percentages
        The percentages.
    candidates
        Candidate bases, or several in one text with commas between them.
    at_most
        The largest base to try. Without it `AT_MOST`, or the largest candidate if that is larger,
        but not more than `LARGEST_AT_MOST`.
    decimals
        How many decimals every percentage has; without it, those of each.
    rounding, shares
        As for `printed.search_bases`, with hyphens.

    Returns
    -------
    BasesAnswer
        The answer.

    Raises
    ------
    UsageError
        If one of the values cannot be used.

    Examples
    --------
    >>> answer = find_bases(["27.6", "25.4"], ["456,344"])
    >>> [judged.possible for judged in answer.candidates]
    [True, False]
    """
    bases = [_read_base(text) for some in candidates for text in _between_commas(some)]
    if candidates and not bases:
        raise UsageError("error.no_candidates")
    largest = at_most
    if largest is None:
        largest = min(max([AT_MOST, *bases]), LARGEST_AT_MOST)
    if not 1 <= largest <= LARGEST_AT_MOST:
        raise UsageError("error.at_most", value=str(largest), largest=LARGEST_AT_MOST)
    rule, kind = read_rounding(rounding), read_shares(shares)
    judged = judge_candidates(percentages, bases, rounding=rule, shares=kind, decimals=decimals)
    search = search_bases(
        percentages, at_most=largest, rounding=rule, shares=kind, decimals=decimals
    )
    return BasesAnswer(tuple(percentages), decimals, rounding, shares, judged, search)


def answer_as_json(answer: BasesAnswer) -> Iterator[str]:
    """Write the answer for other programs.

    Parameters
    ----------
    answer
        The answer.

    Yields
    ------
    str
        The lines of an object with ``percentages``, ``rounding``, ``shares`` (only if they are
        not separate), ``at_most``, ``possible`` (each ``base`` with its ``counts``: of each
        percentage a list), ``candidates`` (each ``base``, ``possible`` and, if it is not,
        ``excluded_by``: the percentages that are impossible; if none is, ``constraint`` names
        what excludes it) and ``chance`` (the share of the bases up to ``at_most`` that fit).
        There is a line for each possible base. If the counts are more than `MOST_COUNTS` in all,
        ``count_ranges`` (of each percentage the first and the last count) stands for ``counts``.

    Examples
    --------
    >>> for line in answer_as_json(find_bases(["50.0"], ["3"], at_most=4)):
    ...     print(line)
    {"percentages": ["50.0"], "rounding": "half-up", "at_most": 4,
    "possible": [
    {"base": 2, "counts": [[1]]},
    {"base": 4, "counts": [[2]]}
    ],
    "candidates": [{"base": 3, "possible": false, "excluded_by": ["50.0"]}],
    "chance": 0.5}
    """
    asked: dict[str, object] = {"percentages": answer.percentages, "rounding": answer.rounding}
    if answer.shares != "separate":
        asked["shares"] = answer.shares
    yield f'{_json(asked)[:-1]}, "at_most": {answer.search.at_most},'
    yield '"possible": ['
    last = len(answer.search.possible) - 1
    many = sum(len(count) for fit in answer.search.possible for count in fit.counts) > MOST_COUNTS
    for place, fit in enumerate(answer.search.possible):
        found: dict[str, object] = {"base": fit.base}
        if many:
            found["count_ranges"] = [[count[0], count[-1]] for count in fit.counts]
        else:
            found["counts"] = [list(count) for count in fit.counts]
        yield _json(found) + ("," if place < last else "")
    yield "],"
    candidates = [_candidate_object(answer, judged) for judged in answer.candidates]
    yield f'"candidates": {_json(candidates)},'
    yield f'"chance": {_json(answer.search.chance)}}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _candidate_object(answer: BasesAnswer, judged: JudgedBase) -> dict[str, object]:
    found: dict[str, object] = {"base": judged.base, "possible": judged.possible}
    if not judged.possible:
        found["excluded_by"] = [answer.percentages[place] for place in judged.excluded_by]
    if judged.constraint:
        found["constraint"] = answer.shares
    return found


def answer_in_words(answer: BasesAnswer, translate: Translator) -> list[str]:
    """Write the answer for a person.

    Parameters
    ----------
    answer
        The answer.
    translate
        Makes the sentences.

    Returns
    -------
    list of str
        One line for each candidate, one on the bases that fit, one on what that is worth, and one
        if trailing zeros may have been lost.

    Examples
    --------
    >>> from netralitas_research.language import translator
    >>> answer = find_bases(["50.0"], ["3"], at_most=4)
    >>> for line in answer_in_words(answer, translator("en")):
    ...     print(line)
    3 is impossible; no count gives: 50.0.
    Possible bases up to 4: 2; 4.
    Of the bases up to 4, 2 fit: 50% would have passed by chance.
    """
    lines = [_candidate_line(answer, judged, translate) for judged in answer.candidates]
    lines += _search_lines(answer.search, translate)
    decimals = {read_printed(printed).decimals for printed in answer.percentages}
    if answer.decimals is None and len(decimals) > 1:
        lines.append(translate("cli.bases.mixed_decimals", decimals=max(decimals)))
    return lines


def _search_lines(search: BaseSearch, translate: Translator) -> list[str]:
    if not search.possible:
        return [translate("cli.bases.none", at_most=search.at_most)]
    runs = [
        format_range(*ends, translate.language)
        for ends in _runs(fit.base for fit in search.possible)
    ]
    key = "cli.bases.possible" if len(runs) <= MOST_RUNS else "cli.bases.possible_first"
    figures = {"passed": len(search.possible), "percent": _percent(search.chance)}
    return [
        translate(key, at_most=search.at_most, bases="; ".join(runs[:MOST_RUNS])),
        translate("cli.bases.chance", at_most=search.at_most, **figures),
    ]


def _percent(share: float) -> float:
    """Round so that the rare is not none and the frequent is not all."""
    percent = 100 * share
    return round(percent, 1 if 1 <= percent <= 99 else 3)


def _candidate_line(answer: BasesAnswer, judged: JudgedBase, translate: Translator) -> str:
    if judged.possible:
        counts = [format_range(one[0], one[-1], translate.language) for one in judged.counts]
        return translate("cli.bases.candidate", base=judged.base, counts="; ".join(counts))
    if judged.constraint:
        return translate(f"cli.bases.{judged.constraint}", base=judged.base)
    excluded = "; ".join(answer.percentages[place] for place in judged.excluded_by)
    return translate("cli.bases.impossible", base=judged.base, percentages=excluded)


def _runs(bases: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Join bases that follow each other: first and last of each run."""
    for _, run in groupby(enumerate(bases), key=lambda pair: pair[1] - pair[0]):
        members = [base for _, base in run]
        yield members[0], members[-1]


def _between_commas(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(",") if part.strip())


def _read_base(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise UsageError("error.base", text=text)
    return int(text)
