"""Studies that are made up and consistent."""

from __future__ import annotations

import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pandas as pd

NONE = "not_applicable"
DAYS = ("2020-03-05", "2020-06-15", "2020-07-31", "2020-09-30", "2020-11-17")
ELECTIONS = ("pilkada-2018", "pemilu-2019", "pilkada-2020")
PROVINCES = ("12", "32", "33", "35", "52", "71", "73", "74", "76", "82")
REGENCIES = ("7401", "7402", "7403", "7405", "7407", "7409")
POSITIONS = ("jpt", "administrator", "pengawas", "pelaksana", "fungsional")
ACTS = ("social_media_campaign", "partisan_activity", "approach_party", "displays", "decision")
KINDS = ("administrative", "criminal", "organiser_ethics", "asn_neutrality")
DEFAULTS = {
    "counted_by": "kasn",
    "issued_by": "kasn",
    "election": "pilkada-2020",
    "series": "cumulative",
    "period_start": NONE,
    "period_end": NONE,
    "as_of": DAYS[2],
    "stage": "reported",
    "unit_counted": "persons",
    "subject": "asn_neutrality",
    "dimension": "total",
    "code": "total",
    "dimension_2": NONE,
    "code_2": NONE,
    "kemendagri_code": "ID",
    "measure": "count",
    "unit": "number",
    "qualifier": "exact",
    "base_status": NONE,
    "base_meaning": NONE,
    "complete": "unknown",
    "province_set": "34",
    "value": 0.0,
    "decimals_at_least": 0,
    "base": float("nan"),
    "n_observations": 1,
    "n_pages": 1,
    "source_ids": "page",
    "check_status": "transcribed_once",
}


class Study:
    """Rows of figures that grow as tables are printed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.rows: list[dict[str, object]] = []

    def add(self, value: float, whole: float | None = None, **columns: object) -> str:
        figure_id = f"F{len(self.rows) + 1:04}"
        row = DEFAULTS | {"figure_id": figure_id, "value": float(value)} | columns
        if whole is not None:
            row |= {"base": float(whole), "base_status": "printed"}
            row |= {"base_meaning": "whole"} if row["base_meaning"] == NONE else {}
        self.rows.append(row)
        return figure_id

    def percent(self, count: int, whole: int, decimals: int = 1, **columns: object) -> str:
        rule = self.random.choice([ROUND_HALF_UP, ROUND_HALF_UP, ROUND_DOWN])
        exact = Decimal(100 * count) / Decimal(whole)
        text = format(exact.quantize(Decimal(1).scaleb(-decimals), rule).normalize(), "f")
        return self.add(
            float(text),
            measure="percent",
            unit="percent",
            decimals_at_least=len(text.partition(".")[2]),
            **({"base_status": "unknown", "base_meaning": "denominator"} | columns),
        )

    def split(self, total: int, parts: int) -> list[int]:
        cuts = sorted(self.random.randint(0, total) for _ in range(parts - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]

    @property
    def frame(self) -> pd.DataFrame:
        return pd.DataFrame(self.rows)


def make_study(seed: int) -> Study:
    """Print consistent tables of several counters, with the traps that real pages have."""
    study = Study(seed)
    for election in ELECTIONS:
        _series(study, election)
        _supervisors(study, election)
        _places(study, election)
        _outcomes_by_place(study, election)
    _workforce(study)
    return study


def _series(study: Study, election: str) -> None:
    """Print snapshots of a commission: stages that nest, percentages, breakdowns of the last."""
    own: dict[str, object] = {"election": election}
    reported = 0
    recommended = followed = 0
    for day in DAYS:
        dated = own | {"as_of": day}
        reported += study.random.randint(80, 300)
        recommended = study.random.randint(recommended, max(recommended, reported * 3 // 4))
        recommended = max(recommended, 20)
        followed = study.random.randint(followed, max(followed, recommended - 5))
        study.add(reported, reported, stage="reported", **dated)
        study.add(recommended, reported, stage="recommended", **dated)
        study.add(followed, reported, stage="followed_up_ppk", **dated)
        waiting = study.random.randint(0, reported - recommended)
        study.add(waiting, reported, stage="in_process", **dated)
        cell = {"stage": "followed_up_ppk", "unit_counted": "recommendations"}
        study.percent(followed, recommended, **dated, **cell)
    last = own | {"as_of": DAYS[-1], "stage": "unknown"}
    parts = study.split(reported, len(POSITIONS))
    for code, count in zip(POSITIONS, parts, strict=True):
        cell = {"dimension": "position", "code": code, "complete": "complete"}
        study.add(count, reported, **last, **cell)
        study.percent(count, reported, **last, **cell)
    teachers = {"dimension": "position", "code": "guru"}
    study.add(study.random.randint(0, parts[-1]), reported, **last, **teachers)
    counts = sorted((study.random.randint(0, reported // 3) for _ in ACTS), reverse=True)
    for code, count in zip(ACTS, counts, strict=True):
        cell = {"dimension": "act", "code": code, "complete": "top_list"}
        study.percent(count, reported, **last, **cell)
    base = {"base_status": "printed", "base": float(recommended), "stage": "recommended"}
    for code in ("moral_open", "discipline_moderate"):
        count = study.random.randint(0, recommended // 2)
        cell = {"dimension": "sanction", "code": code}
        study.percent(count, recommended, **(last | base | cell))
    study.add(reported + 40, reported + 40, **own, as_of=DAYS[-1][:4], stage="reported")


def _supervisors(study: Study, election: str) -> None:
    """Print what supervisors count: cases by route and kind, and what became of them."""
    own = {"election": election, "counted_by": "bawaslu_ri", "issued_by": "bawaslu_ri"}
    own |= {"unit_counted": "cases", "as_of": DAYS[3]}
    total = study.random.randint(300, 1500)
    study.add(total, total, stage="alleged", **own)
    for code, count in zip(("finding", "public_report"), study.split(total, 2), strict=True):
        study.add(count, total, stage="alleged", dimension="route", code=code, **own)
    stages = ("forwarded", "stopped", "in_process")
    for stage, count in zip(stages, study.split(total, 3), strict=True):
        study.add(count, total, stage=stage, **own)
    violations = own | {"unit_counted": "violations", "subject": "all_violations"}
    for code, count in zip(KINDS, study.split(2 * total, len(KINDS)), strict=True):
        cell = {"dimension": "violation_kind", "code": code, "stage": "proven"}
        study.add(count, 2 * total, **violations, **cell)
    persons = own | {"unit_counted": "persons", "stage": "forwarded"}
    study.add(total + study.random.randint(1, 400), **persons)


def _places(study: Study, election: str) -> None:
    """Print the provinces at two dates, the highest ones and their ranks, and vulnerable areas."""
    own = {"election": election, "counted_by": "bkn", "issued_by": "bkn"}
    counts = [study.random.randint(0, 60) for _ in PROVINCES]
    for day in DAYS[:2]:
        counts = [count + study.random.randint(0, 9) for count in counts]
        for place, count in zip(PROVINCES, counts, strict=True):
            cell = {"kemendagri_code": place, "complete": "complete", "as_of": day}
            study.add(count, sum(counts), **own, **cell)
    study.add(sum(counts), **own, as_of=DAYS[1], source_ids="other")
    top = sorted(zip(counts, PROVINCES, strict=True), reverse=True)[:6]
    for rank, (count, place) in enumerate(top, start=1):
        cell = {"kemendagri_code": place, "complete": "top_list", "as_of": DAYS[2]}
        study.add(rank, **own, **cell, measure="rank", unit="rank")
        study.add(count + 1, **own, **cell, source_ids="other")
    for place in PROVINCES:
        cell = {"kemendagri_code": place, "measure": "flag", "unit": "yes_no", "series": "point"}
        cell |= {"complete": "complete", "base_meaning": "number_of_units", "stage": "proven"}
        study.add(study.random.randint(0, 1), len(PROVINCES), **own, **cell, unit_counted="areas")


def _outcomes_by_place(study: Study, election: str) -> None:
    """Print regencies by what became of their cases; the whole is the number handled."""
    own = {"election": election, "unit_counted": "cases", "as_of": DAYS[4]}
    own |= {"counted_by": "bawaslu_sulawesi_tenggara", "issued_by": "bawaslu_sulawesi_tenggara"}
    handled = [study.random.randint(1, 40) for _ in REGENCIES]
    for place, total in zip(REGENCIES, handled, strict=True):
        study.add(total, sum(handled), stage="handled", kemendagri_code=place, **own)
        stages = ("forwarded", "stopped", "in_process")
        for stage, count in zip(stages, study.split(total, 3), strict=True):
            study.add(count, sum(handled), stage=stage, kemendagri_code=place, **own)
    study.add(sum(handled), sum(handled), stage="handled", kemendagri_code="74", **own)


def _workforce(study: Study) -> None:
    """Print a workforce by employer and sex with its sums, and its growth."""
    own = {"election": "none", "counted_by": "bps", "issued_by": "bps", "series": "point"}
    own |= {"stage": NONE, "subject": "workforce_asn"}
    before = study.random.randint(3000, 9000)
    cells = [study.random.randint(500, 3000) for _ in range(4)]
    study.add(before, **own, as_of="2019")
    study.add(sum(cells), **own, as_of="2020")
    change = round(100 * (sum(cells) - before) / before, 2)
    study.add(change, **own, as_of="2020", measure="change_percent", decimals_at_least=2)
    names = [(a, b) for a in ("central", "regional") for b in ("male", "female")]
    table = own | {"as_of": "2020-12-31", "complete": "complete"}
    for (employer, sex), count in zip(names, cells, strict=True):
        cell = {"dimension": "employer", "code": employer, "dimension_2": "sex", "code_2": sex}
        study.add(count, **table, **cell)
    for employer, count in (("central", sum(cells[:2])), ("regional", sum(cells[2:]))):
        study.add(count, sum(cells), **table, dimension="employer", code=employer)
