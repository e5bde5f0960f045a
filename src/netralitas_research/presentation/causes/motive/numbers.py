"""The numbers that the sentences of the report on motives name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

Number = float | int | str


def key_numbers(
    frames: Mapping[str, pd.DataFrame], overlap: Mapping[str, float], **given: Number
) -> dict[str, Number]:
    """Gather the numbers of the sentences, in percent and rounded.

    Parameters
    ----------
    frames
        The frames of `results`, by name.
    overlap
        As `netralitas_research.presentation.causes.motive.leads.overlap` gives it.
    **given
        Further numbers, which are kept.

    Returns
    -------
    dict of str to number or text
        The numbers by name; ranges are text.
    """
    named = ("causes_2018", "causes_2021", "pressers", "positions", "regions", "change")
    rows = {name: frames[name].set_index("term").to_dict("index") for name in named}
    causes, later, pressers = rows["causes_2018"], rows["causes_2021"], rows["pressers"]
    sides, groups, positions = frames["sides"], frames["groups"], rows["positions"]
    party, media = (rows["change"][act] for act in ("approach_party", "social_media_campaign"))
    needed = frames["positions"]["needed"].dropna()
    return {
        **given,
        "post": causes["keep_or_gain_post"]["value"],
        "post_interval": _interval_at(frames["bases_2018"], given["smallest_2018"]),
        "family": causes["family_tie"]["value"],
        "silent": causes["no_answer"]["value"],
        "superior_pressure": causes["superior_pressure"]["value"],
        "superior_interval": causes["superior_pressure"]["interval"],
        "brotherhood": later["brotherhood"]["value"],
        "career": later["career_interest"]["value"],
        "brotherhood_interval": later["brotherhood"]["interval"],
        "career_interval": later["career_interest"]["interval"],
        "third": float(frames["causes_2021"]["value"].iloc[2]),
        "third_interval": frames["causes_2021"]["interval"].iloc[2],
        "pair_pressure": later["candidate_pressure"]["value"],
        "pair_interval": later["candidate_pressure"]["interval"],
        "sum_2018": round(float(frames["causes_2018"]["value"].sum()), 1),
        "sum_2021": round(float(frames["causes_2021"]["value"].sum()), 1),
        "lead_2021": overlap["lead_percent"],
        "lead_persons": overlap["lead"],
        "both_least": overlap["least_percent"],
        "both_most": overlap["most_percent"],
        "both_needed": overlap["needed_percent"],
        "team": pressers["success_team"]["value"],
        "superior": pressers["superior"]["value"],
        "pair": pressers["candidate_pair"]["value"],
        "team_interval": pressers["success_team"]["interval"],
        "superior_named_interval": pressers["superior"]["interval"],
        "victim_2018": _bounds(sides, "2018", "victim"),
        "offender_2018": _bounds(sides, "2018", "offender"),
        "victim_2021": _bounds(sides, "2021-07", "victim"),
        "interest_2018": _bounds(groups, "2018", "own_interest"),
        "pressure_2018": _bounds(groups, "2018", "pressure"),
        "interest_2021": _bounds(groups, "2021-07", "own_interest"),
        "pressure_2021": _bounds(groups, "2021-07", "pressure"),
        "agree_high": positions["jpt_pratama"]["agree_value"],
        "agree_functional": positions["fungsional"]["agree_value"],
        "weight_functional": positions["fungsional"]["weight"],
        "needed_least": int(needed.min()),
        "needed_most": int(needed.max()),
        "lead_papua": round(float(-frames["regions"]["agree_value"].diff().iloc[1]), 1),
        "sum_sumatra": round(float(rows["regions"]["sumatera"]["sum"]), 1),
        "sum_kalimantan": round(float(rows["regions"]["kalimantan"]["sum"]), 1),
        "bounds_sumatra": rows["regions"]["sumatera"]["agree_bounds"],
        "bounds_kalimantan": rows["regions"]["kalimantan"]["agree_bounds"],
        "sum_supervisors": round(float(positions["pengawas"]["sum"]), 1),
        "needed_regions": int(frames["regions"]["next_needed"].iloc[0]),
        **_change(party, "party"),
        **_change(media, "media"),
    }


def _change(row: Mapping[Any, Any], name: str) -> dict[str, Number]:
    percents = ("before", "added", "change", "cumulative", "low", "high", "added_low",
                "added_high")  # fmt: skip
    return {
        **{f"{name}_{key}": round(100 * float(row[key]), 1) for key in percents},
        **{f"{name}_{key}": int(row[key]) for key in ("n_before", "n_added", "count_before",
           "count_added")},
        f"{name}_interval": row["added_interval"],
        f"{name}_drop": round(-100 * float(row["change"]), 1),
        f"{name}_fall": round(-100 * float(row["cumulative"]), 1),
    }  # fmt: skip


def _interval_at(bases: pd.DataFrame, base: Number) -> str:
    return str(bases.loc[bases["base"].eq(base), "interval"].iloc[0])


def _bounds(rows: pd.DataFrame, as_of: str, term: str) -> str:
    return str(rows.set_index(["as_of", "term"]).loc[(as_of, term), "bounds"])


SAVED = {
    "causes_2018": ("term", ["value", "low", "high", "rank_low", "rank_high"]),
    "causes_2021": ("term", ["value", "low", "high", "rank_low", "rank_high"]),
    "pressers": ("term", ["value", "low", "high", "rank_low", "rank_high"]),
    "bases_2018": ("base", ["fits", "certain"]),
    "bases_2021": ("base", ["fits", "certain"]),
    "bases_pressers": ("base", ["fits", "certain"]),
    "positions": ("term", ["agree_value", "weight_low", "weight_high", "needed"]),
    "regions": ("term", ["agree_value", "sum", "rank_low", "rank_high", "next_needed"]),
    "aims": ("breakdown", ["own_low", "own_high", "unprinted"]),
    "change": ("term", ["before", "added", "change", "low", "high", "p_value", "cumulative"]),
    "conclusions": ("term", ["tag"]),
}
"""The columns of each frame that are saved beside the report, and what names its rows."""


def saved(frames: Mapping[str, pd.DataFrame], numbers: Mapping[str, Number]) -> dict[str, object]:
    """Gather what the report saves: the same in each language.

    Parameters
    ----------
    frames
        The frames of `SAVED`, by name.
    numbers
        The numbers of the sentences; those that are text are left out.

    Returns
    -------
    dict of str to object
        ``numbers``, and by name of the frame and row its columns; ``None`` where there is none.
    """
    found: dict[str, object] = {
        "numbers": {key: value for key, value in numbers.items() if not isinstance(value, str)}
    }
    for name, (by, columns) in SAVED.items():
        rows = frames[name].set_index(by)[columns].to_dict("index")
        found[name] = {str(term): {k: _known(v) for k, v in row.items()}
                       for term, row in rows.items()}  # fmt: skip
    return found


def _known(value: object) -> object:
    return None if isinstance(value, float) and pd.isna(value) else value
