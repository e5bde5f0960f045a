"""Plant errors in made-up studies and count how many the audit finds, and what it finds wrongly.

Run it as ``python benchmarks/consistency.py [SEED [STUDIES]]`` in the folder of the study. It
prints Markdown tables. The studies and the errors are those of
``made_up_study.py`` and ``planted_errors.py`` in ``tests/audit/consistency``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "audit" / "consistency"))

import planted_errors
from made_up_study import make_study

from netralitas_research.audit.consistency import audit_figures
from netralitas_research.audit.findings import SEVERITIES
from netralitas_research.study.processed import load

SEED = 20200731
STUDIES = 200


def clean_studies(seeds: range) -> dict[str, list[int]]:
    """Count the findings of each severity in each consistent study."""
    counts: dict[str, list[int]] = {severity: [] for severity in SEVERITIES}
    for seed in seeds:
        found = audit_figures(make_study(seed).frame)["severity"]
        for severity, per_study in counts.items():
            per_study.append(int(found.eq(severity).sum()))
    return counts


def detected(error: planted_errors.Error, seeds: range) -> int:
    """Count the studies in which a planted error is found."""
    hits = 0
    for seed in seeds:
        study = make_study(seed)
        planted = error(study)
        hits += planted_errors.is_found(audit_figures(study.frame), planted)
    return hits


def seconds() -> float:
    """Measure the audit of the real figures."""
    figures, observations = load("figures"), load("observations")
    started = time.perf_counter()
    audit_figures(figures, observations)
    return time.perf_counter() - started


def main() -> None:
    """Simulate and print."""
    given = [int(argument) for argument in sys.argv[1:]]
    first, number = (*given, SEED, STUDIES)[:2] if len(given) != 1 else (given[0], STUDIES)
    seeds = range(first, first + number)
    write = sys.stdout.write
    write("| consistent studies | studies with a finding | findings |\n| --- | ---: | ---: |\n")
    for severity, per_study in clean_studies(seeds).items():
        write(f"| {severity} | {sum(map(bool, per_study))} of {number} | {sum(per_study)} |\n")
    write("\n| kind | planted error | found |\n| ---: | --- | ---: |\n")
    for kind, errors in planted_errors.ERRORS.items():
        for error in errors:
            name = error.__name__.replace("_", " ")
            write(f"| {kind} | {name} | {detected(error, seeds)} of {number} |\n")
            sys.stdout.flush()
    write(f"\nThe real figures: {seconds():.1f} s\n")


if __name__ == "__main__":
    main()
