"""Measure how the time of rank sets grows with the number of units.

Run it as ``python benchmarks/time_ranks.py [SEED]``. It prints a Markdown table of seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from netralitas_research.statistics.ranks.sets import (
    rank_sets,
    rank_sets_of_counts,
    rank_sets_of_rates,
)

SEED = 20200731
SIZES = (10, 37, 100, 200, 1000, 5000, 10_000)
SIMULATED = 200
RATES = 5000


def seconds(function: Callable[..., object], *values: object) -> str:
    """Time one call."""
    start = time.perf_counter()
    function(*values)
    return f"{time.perf_counter() - start:.2f}"


def main(seed: int) -> None:
    """Print the table."""
    random = np.random.default_rng(seed)
    out = sys.stdout
    out.write("| units | sets | counts | rates | estimates, 100,000 draws |\n")
    out.write("| --- | --- | --- | --- | --- |\n")
    for size in SIZES:
        counts = random.poisson(random.gamma(2, 50, size))
        exposure = random.gamma(4, 250, size)
        errors = np.sqrt(counts + 1) / exposure
        for simultaneous in (False, True):
            found = (
                seconds(rank_sets_of_counts, counts, 0.95, simultaneous),
                seconds(rank_sets_of_rates, counts, exposure, 0.95, simultaneous)
                if size <= RATES
                else "refused",
                seconds(rank_sets, counts / exposure, errors, None, 0.95, simultaneous),
            )
            kind = "simultaneous" if simultaneous else "marginal"
            holm = "" if size <= SIMULATED else " (Holm)"
            out.write(f"| {size:,} | {kind} | {' | '.join(found)}{holm} |\n")
            out.flush()


if __name__ == "__main__":
    main(*([int(argument) for argument in sys.argv[1:]] or [SEED]))
