"""All results of the report on motives, computed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from netralitas_research.language import translator
from netralitas_research.presentation.causes.motive import (
    changes,
    first_place,
    groups,
    leads,
    opinions,
)
from netralitas_research.presentation.causes.motive.comparability import comparison
from netralitas_research.presentation.causes.motive.conclusions import conclusions
from netralitas_research.presentation.causes.motive.numbers import SAVED, key_numbers, saved
from netralitas_research.study import motive_acts, motives, survey_opinions
from netralitas_research.study.articles.wording import join_ids
from netralitas_research.study.breakdowns import national_breakdowns
from netralitas_research.study.processed import load

EXAMPLE_BASES = (100, 500, 1000, 10_000)
"""Bases that the survey of 2018 might have had, besides the smallest that its decimals allow."""

UP_TO = 1000
"""The largest base up to which it is told how many would fit the percentages of 2018."""

REFERENCE = "fungsional"


@dataclass(frozen=True)
class Results:
    """Frames of the report, named as its tables, and its numbers.

    Attributes
    ----------
    causes_2018, causes_2021, pressers
        Answers with intervals and rank sets.
    bases_2018, bases_2021, bases_pressers
        What the first places are under several bases.
    leads
        How far the first answers are ahead.
    comparison
        What can be compared between the surveys.
    groups, sides, versus
        Groups of causes; offender or victim; pressure against own interest, by survey.
    positions, regions, votes, brotherhood
        Opinions by position and by group of islands.
    aims, added, change
        Acts by aim, what was added between snapshots, and before against after registration.
    banners
        How many banners can have been added, by name.
    conclusions
        The conclusions with their tags.
    numbers
        The numbers of the sentences.
    """

    causes_2018: pd.DataFrame
    causes_2021: pd.DataFrame
    pressers: pd.DataFrame
    bases_2018: pd.DataFrame
    bases_2021: pd.DataFrame
    bases_pressers: pd.DataFrame
    leads: pd.DataFrame
    comparison: pd.DataFrame
    groups: pd.DataFrame
    sides: pd.DataFrame
    versus: pd.DataFrame
    positions: pd.DataFrame
    regions: pd.DataFrame
    votes: pd.DataFrame
    brotherhood: pd.DataFrame
    aims: pd.DataFrame
    added: pd.DataFrame
    change: pd.DataFrame
    banners: dict[str, float | int]
    conclusions: pd.DataFrame
    numbers: dict[str, float | int | str]

    def saved(self) -> dict[str, object]:
        """Give what the report saves beside it, the same in each language."""
        return saved({name: getattr(self, name) for name in SAVED}, self.numbers)


def results(language: str) -> Results:
    """Compute all results of the report from the processed data.

    Parameters
    ----------
    language
        ``id`` or ``en``.

    Returns
    -------
    Results
        The results.

    Examples
    --------
    >>> found = results("en")
    >>> found.numbers["smallest_2018"], found.numbers["needed_2018"]
    (182, 81)
    """
    figures = load("figures")
    asked = motives.causes(figures, language)
    earlier, later = (_of_survey(asked, date) for date in ("2018", "2021-07"))
    pressing = motives.pressers(figures, language)
    base = int(later["base"].iloc[0])
    smallest = first_place.smallest_base(earlier, UP_TO, "partition")
    pressers_smallest = first_place.smallest_base(pressing, base, "partition")
    margin = motives.margin_of_error(load("observations"))
    like_sample = leads.effective_base(margin)
    few = int(smallest["smallest"])
    scenarios = {"motive.base.printed": base, "motive.base.like_sample": like_sample}
    pressing_bases = scenarios | {"motive.base.smallest": int(pressers_smallest["smallest"])}
    questions = {
        "motive.question.causes_2018": earlier,
        "motive.question.causes_2021": later,
        "motive.question.pressers": pressing,
    }
    surveys = ((earlier, None, few), (later, base, base))
    breakdowns = national_breakdowns(figures)
    printed = motive_acts.act_snapshots(breakdowns)
    bases = motive_acts.possible_bases(figures, list(printed.index))
    positions = survey_opinions.opinions(figures, "survey_revoke_vote", "position", language)
    frames = {
        "causes_2018": first_place.with_intervals(earlier, few, "partition", language),
        "causes_2021": first_place.with_intervals(later, base, "separate", language),
        "pressers": first_place.with_intervals(pressing, base, "partition", language),
        "bases_2018": first_place.by_base(
            earlier,
            {"motive.base.smallest": few}
            | {f"motive.base.example_{one}": one for one in EXAMPLE_BASES},
            "partition",
            language,
        ),
        "bases_2021": first_place.by_base(later, scenarios, "separate", language),
        "bases_pressers": first_place.by_base(pressing, pressing_bases, "partition", language),
        "leads": leads.leads(questions, language),
        "comparison": comparison(earlier, later, language),
        "groups": _by_survey(groups.group_bounds, surveys, language),
        "sides": _by_survey(groups.side_bounds, surveys, language),
        "versus": pd.DataFrame(
            [groups.pressure_and_interest(one, of, language) for one, _, of in surveys]
        ),
        "positions": opinions.by_position(positions, REFERENCE, base, language),
        "regions": opinions.by_region(
            survey_opinions.opinions(figures, "survey_ppk_makes_it_hard", "island_group", language),
            language,
        ),
        "votes": survey_opinions.opinions(figures, "survey_revoke_vote", "island_group", language),
        "brotherhood": survey_opinions.brotherhood_ranks(figures, language),
        "aims": changes.aims_by_count(motive_acts.shares_by_aim(breakdowns), language),
        "added": changes.added_by_base(printed, bases, language).assign(
            source_ids=motive_acts.sources_of_change(figures, breakdowns, list(printed.index))
        ),
        "change": changes.before_and_after(printed, bases, language).assign(
            source_ids=motive_acts.sources_of_change(
                figures, breakdowns, [changes.BEFORE, changes.AFTER]
            )
        ),
    }
    numbers = key_numbers(
        frames,
        overlap=leads.overlap(later, base),
        smallest_2018=few,
        chance_2018=smallest["chance"],
        needed_2018=first_place.base_needed(earlier),
        base_2021=base,
        like_sample=like_sample,
        margin=margin,
        margin_of_base=round(leads.margin_of(base), 2),
        agree_all=float(positions.loc[positions["term"].eq("all"), "agree_value"].iloc[0]),
        base_after=int(bases["reported"].to_dict()[changes.AFTER]),
        smallest_pressers=int(pressers_smallest["smallest"]),
        chance_pressers=pressers_smallest["chance"],
        needed_pressers=first_place.base_needed(pressing),
    )
    return Results(
        **frames,
        banners=changes.banners(printed, bases),
        conclusions=conclusions(numbers, language),
        numbers=numbers,
    )


def _of_survey(asked: pd.DataFrame, date: str) -> pd.DataFrame:
    return asked[asked["survey"].eq(date)].reset_index(drop=True)


def _by_survey(
    function: Callable[[pd.DataFrame, int | None, str], pd.DataFrame],
    surveys: Sequence[tuple[pd.DataFrame, int | None, int]],
    language: str,
) -> pd.DataFrame:
    """Put the results of both surveys under each other."""
    text = translator(language)
    frames = [
        function(answers, base, language).assign(
            survey=text(f"motive.survey.{answers['survey'].iloc[0][:4]}"),
            as_of=answers["survey"].iloc[0],
            source_ids=join_ids(answers["source_ids"]),
        )
        for answers, base, _ in surveys
    ]
    return pd.concat(frames, ignore_index=True)
