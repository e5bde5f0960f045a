"""Measure how long rates, ratios, standardisation, representation and detection take.

Run it as ``python benchmarks/time_rates.py [SEED]`` in the folder of the study. It prints a
Markdown table of seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from netralitas_research.statistics.rates.detection import bounds_on_violations, detection_curve
from netralitas_research.statistics.rates.exposure import over_representation
from netralitas_research.statistics.rates.intervals import rate_interval, rate_ratios
from netralitas_research.statistics.rates.standardisation import direct_standardisation

SEED = 20200731
SIZES = (10, 100, 1000, 10_000)


def calls(x: np.ndarray, t: np.ndarray) -> dict[str, Callable[[], object]]:
    """Name what is measured, on counts and exposures."""
    ranges = [(size * 0.9, size * 1.1) for size in t]
    return {
        "`rate_interval`, exact": lambda: rate_interval(x, t),
        "`rate_interval`, mid_p": lambda: rate_interval(x, t, "mid_p"),
        "`rate_ratios`, exact": lambda: rate_ratios(x, t),
        "`rate_ratios`, mid_p": lambda: rate_ratios(x, t, method="mid_p"),
        "`direct_standardisation`": lambda: direct_standardisation(x, t, t),
        "`over_representation`, ranges": lambda: over_representation(x, ranges),
        "`detection_curve`, points": lambda: detection_curve(x[:2], t[:2], t / 100),
        "`bounds_on_violations`": lambda: bounds_on_violations(x, 0.1, 0.5),
    }


def main() -> None:
    """Measure and print."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SEED
    seconds: dict[str, list[float]] = {}
    for size in SIZES:
        draw = np.random.default_rng(seed)
        x, t = draw.poisson(20, size), draw.integers(100, 1000, size)
        for name, call in calls(x, t).items():
            started = time.perf_counter()
            call()
            seconds.setdefault(name, []).append(time.perf_counter() - started)
    write = sys.stdout.write
    write(f"| function | {' | '.join(f'{size:,} rows' for size in SIZES)} |\n")
    write(f"| --- |{' ---: |' * len(SIZES)}\n")
    for name, measured in seconds.items():
        write(f"| {name} | {' | '.join(f'{value:.3f}' for value in measured)} |\n")


if __name__ == "__main__":
    main()
