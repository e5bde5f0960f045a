"""Measure how the time of increments grows with the number of parts, dates and specifications.

Run it as ``python benchmarks/time_snapshots.py [SEED]``. It prints Markdown tables of seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from netralitas_research.statistics.snapshots import (
    composition_trend,
    increment_shares,
    increments,
    increments_of_printed,
)
from netralitas_research.statistics.snapshots.multiverse import (
    specification_curve,
    summary_of_curve,
)

SEED = 20200731
SIZES = (10, 100, 1000, 10_000)


def seconds(function: Callable[[], object]) -> str:
    """Time one call."""
    start = time.perf_counter()
    function()
    return f"{time.perf_counter() - start:.3f}"


def of_parts(generator: np.random.Generator, size: int) -> list[str]:
    """Time three dates, and for prints three bases a date."""
    counts = generator.poisson(20, (3, size)).cumsum(axis=0)
    base = counts.sum(axis=1)
    printed = [
        [f"{100 * count / total:.2f}" for count in row]
        for row, total in zip(counts, base, strict=True)
    ]
    bases = [[int(total), int(total * 0.8), int(total * 0.5)] for total in base]
    added = increments(counts, from_zero=True)
    return [
        seconds(lambda: increments(counts)),
        seconds(lambda: increments_of_printed(printed, bases)),
        seconds(lambda: increment_shares(added, method="goodman")),
        seconds(lambda: composition_trend(added)),
    ]


def of_specifications(size: int) -> str:
    """Time a curve of a function that takes no time of its own."""
    values = {str(value): value for value in range(size // 10)}
    choices = {"first": values, "second": {str(value): value for value in range(10)}}
    return seconds(
        lambda: summary_of_curve(specification_curve(lambda first, second: first + second, choices))
    )


def main(seed: int = SEED) -> None:
    """Print the tables."""
    generator = np.random.default_rng(seed)
    out = sys.stdout
    out.write("| parts | increments | of printed, 9 pairs of bases | shares | trend |\n")
    out.write("| --- | --- | --- | --- | --- |\n")
    for size in SIZES:
        out.write(f"| {size:,} | {' | '.join(of_parts(generator, size))} |\n")
    out.write("\n| specifications | curve and summary |\n| --- | --- |\n")
    for size in SIZES:
        out.write(f"| {size:,} | {of_specifications(size)} |\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
