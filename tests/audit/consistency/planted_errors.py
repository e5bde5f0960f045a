"""Errors of ten kinds to plant in a made-up study."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
from made_up_study import DAYS, ELECTIONS, NONE, Study

Planted = tuple[str, Sequence[str]]
"""The check that must find an error, and figures of which its finding must name one."""

Error = Callable[[Study], Planted]
"""Plants an error in a study."""


def _chosen(study: Study, **columns: object) -> list[dict[str, object]]:
    return [row for row in study.rows if all(row[k] == v for k, v in columns.items())]


def _one(study: Study, **columns: object) -> dict[str, object]:
    return study.random.choice(_chosen(study, **columns))


def _again(study: Study, row: dict[str, object], **changes: object) -> str:
    columns = {k: v for k, v in row.items() if k not in ("figure_id", "value", "base")}
    whole = None if row["base"] != row["base"] else row["base"]
    return study.add(**(columns | {"value": row["value"], "whole": whole} | changes))


def too_large_part(study: Study) -> Planted:
    row = _one(study, dimension="position", measure="count", complete="complete")
    row["value"] += study.random.randint(1, 50)
    return "parts", [row["figure_id"]]


def too_large_place(study: Study) -> Planted:
    row = _one(study, counted_by="bkn", complete="complete", measure="count")
    row["value"] += study.random.randint(1, 20)
    return "parts", [row["figure_id"]]


def missing_part(study: Study) -> Planted:
    rows = _chosen(study, dimension="position", measure="count", complete="complete")
    row = study.random.choice([one for one in rows if one["value"] > 5])
    row["value"] -= study.random.randint(1, 5)
    return "parts", [row["figure_id"]]


def wrong_row(study: Study) -> Planted:
    row = study.random.choice([one for one in _outcomes(study) if one["stage"] == "forwarded"])
    row["value"] += study.random.randint(1, 9)
    return "tables", [row["figure_id"]]


def _outcomes(study: Study) -> list[dict[str, object]]:
    return _chosen(study, counted_by="bawaslu_sulawesi_tenggara")


def wrong_margin(study: Study) -> Planted:
    row = _one(study, dimension="employer", dimension_2=NONE)
    row["value"] += study.random.choice([-1, 1]) * study.random.randint(1, 400)
    return "tables", [row["figure_id"]]


def wrong_percentage(study: Study) -> Planted:
    row = _one(study, stage="followed_up_ppk", measure="percent")
    row["value"] = round(row["value"] + (-1 if row["value"] > 50 else 1) * 2.3, 1)
    row["decimals_at_least"] = 1
    return "percentages", [row["figure_id"]]


def impossible_percentage(study: Study) -> Planted:
    row = _one(study, dimension="sanction", measure="percent")
    row |= {"base": 60.0, "value": 21.4, "decimals_at_least": 1}
    return "percentages", [row["figure_id"]]


def swapped_ranks(study: Study) -> Planted:
    ranks = _chosen(study, measure="rank", election=study.random.choice(ELECTIONS))
    first, last = ranks[0], ranks[-1]
    first["value"], last["value"] = last["value"], first["value"]
    return "rankings", [first["figure_id"], last["figure_id"]]


def place_twice(study: Study) -> Planted:
    rows = _chosen(study, complete="top_list", measure="rank")
    first, second = study.random.sample(rows[:6], 2)
    second["value"] = first["value"]
    return "rankings", [first["figure_id"], second["figure_id"]]


def out_of_order(study: Study) -> Planted:
    rows = _chosen(study, dimension="act", election="pilkada-2020")
    rows[3]["value"] = rows[2]["value"] + 5.1
    return "rankings", [rows[3]["figure_id"]]


def fall(study: Study) -> Planted:
    election = study.random.choice(ELECTIONS)
    rows = _chosen(study, stage="reported", election=election, counted_by="kasn")
    place = study.random.randint(1, len(DAYS) - 1)
    rows[place]["value"] = rows[place - 1]["value"] - study.random.randint(1, 50)
    return "falls", [rows[place]["figure_id"]]


def fall_beside_a_list(study: Study) -> Planted:
    rows = [
        row
        for row in _chosen(study, counted_by="bkn", complete="top_list", election="pilkada-2020")
        if row["measure"] == "count"
    ]
    before = _chosen(study, counted_by="bkn", as_of=DAYS[1], election="pilkada-2020")[0]["base"]
    total = before - study.random.randint(1, 20)
    for row in rows:
        row |= {"base": total, "base_status": "printed", "base_meaning": "whole"}
    return "falls", [row["figure_id"] for row in rows]


def stage_too_large(study: Study) -> Planted:
    row = _one(study, stage="recommended", counted_by="kasn", dimension="total")
    row["value"] = row["base"] + study.random.randint(1, 30)
    return "nesting", [row["figure_id"]]


def second_value(study: Study) -> Planted:
    row = _one(study, stage="reported", counted_by="kasn", dimension="total")
    row = row if len(str(row["as_of"])) > 4 else _chosen(study, stage="reported")[0]
    other = _again(study, row, value=row["value"] + 7, source_ids="other", whole=None)
    return "versions", [other]


def second_percentage(study: Study) -> Planted:
    row = _one(study, dimension="act", measure="percent")
    other = _again(study, row, value=row["value"] + 1.4, source_ids="other")
    return "versions", [other]


def other_total_beside_a_list(study: Study) -> Planted:
    row = _one(study, counted_by="bkn", as_of=DAYS[0], complete="complete", measure="count")
    total = row["base"] + study.random.randint(1, 20)
    cell = {"counted_by": "bkn", "issued_by": "bkn", "election": row["election"]}
    return "versions", [study.add(total, **cell, as_of=DAYS[0], source_ids="other")]


def persons_as_cases(study: Study) -> Planted:
    row = _one(study, stage="recommended", counted_by="kasn", dimension="total")
    other = _again(study, row, unit_counted="cases", source_ids="other")
    return "units", [other]


def copied_breakdown(study: Study) -> Planted:
    copied = [
        row
        for row in _chosen(study, counted_by="bawaslu_ri", election="pilkada-2020")
        if row["unit_counted"] == "violations" or row["dimension"] == "route"
    ]
    others = [_again(study, row, election="pilkada-2015", as_of="2020-12-20") for row in copied]
    return "copies", others


def zero_for_a_gap(study: Study) -> Planted:
    row = _one(study, counted_by="bkn", as_of=DAYS[1], complete="complete", measure="count")
    row["value"] = 0.0
    before = _chosen(
        study,
        counted_by="bkn",
        as_of=DAYS[0],
        election=row["election"],
        kemendagri_code=row["kemendagri_code"],
    )
    before[0]["value"] = max(before[0]["value"], 1.0)
    return "zeros", [row["figure_id"]]


def zero_in_a_top_list(study: Study) -> Planted:
    row = _chosen(study, complete="top_list", measure="count")[-1]
    row["value"] = 0.0
    return "zeros", [row["figure_id"]]


def too_many_places(study: Study) -> Planted:
    rows = _chosen(study, measure="flag", election="pilkada-2020")
    for row in rows:
        row["base"] -= 1
    return "zeros", [row["figure_id"] for row in rows]


def shares_over_hundred(study: Study) -> Planted:
    rows = _chosen(study, dimension="position", measure="percent", election="pilkada-2020")
    row = study.random.choice(rows)
    row["value"] += 3.0
    return "shares", [row["figure_id"]]


def shares_without_base(study: Study) -> Planted:
    rows = _chosen(study, dimension="act", election="pemilu-2019")
    for row, value in zip(rows, (33.33, 16.67, 14.29, 12.5, 11.11), strict=True):
        row |= {"value": value, "decimals_at_least": 2}
    for row in _chosen(study, counted_by="kasn", election="pemilu-2019", as_of=DAYS[-1]):
        if row["dimension"] == "total" and row["measure"] == "count":
            row["value"] = {"reported": 491, "recommended": 383}.get(str(row["stage"]), 199)
    return "shares", [row["figure_id"] for row in rows]


def wrong_growth(study: Study) -> Planted:
    row = _one(study, measure="change_percent")
    row["value"] += 4.5
    return "shares", [row["figure_id"]]


ERRORS: dict[int, tuple[Error, ...]] = {
    1: (too_large_part, too_large_place, missing_part, wrong_row, wrong_margin),
    2: (wrong_percentage, impossible_percentage),
    3: (swapped_ranks, place_twice, out_of_order),
    4: (fall, fall_beside_a_list),
    5: (stage_too_large,),
    6: (second_value, second_percentage, other_total_beside_a_list),
    7: (persons_as_cases,),
    8: (copied_breakdown,),
    9: (zero_for_a_gap, zero_in_a_top_list, too_many_places),
    10: (shares_over_hundred, shares_without_base, wrong_growth),
}
"""The ten kinds of errors."""


def is_found(findings: pd.DataFrame, planted: Planted) -> bool:
    """Tell whether a planted error is found by its check, not as explained, with its figures."""
    check, figure_ids = planted
    grave = findings[findings["check"].eq(check) & findings["severity"].ne("explained")]
    named = {name for ids in grave["figure_ids"] for name in ids.split(";")}
    return not named.isdisjoint(figure_ids)
