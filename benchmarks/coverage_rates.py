"""Simulate how often the intervals of rates, ratios, representation and detection hold the truth.

Run it as ``python benchmarks/coverage_rates.py [SEED [DRAWS]]`` in the folder of the study. It
prints a Markdown table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from netralitas_research.statistics.rates.detection import (
    bounds_on_violations,
    rate_ratio_under_detection,
)
from netralitas_research.statistics.rates.exposure import over_representation
from netralitas_research.statistics.rates.intervals import rate_interval, rate_ratio
from netralitas_research.statistics.rates.standardisation import direct_standardisation

SEED = 20200731
DRAWS = 4000
STRATA = [0.002, 0.01, 0.004]
EXPOSURE = [3000, 900, 2500]
STANDARD = [1, 1, 2]

Case = tuple[str, str, str, np.ndarray, Callable[[np.ndarray], pd.DataFrame], float]


def rates(draw: np.random.Generator, draws: int) -> Iterator[Case]:
    """Simulate one rate, of few and of many events."""
    for method in ("exact", "mid_p", "byar"):
        for mean in (0.5, 1, 2, 5, 10, 50, 200):
            counts = draw.poisson(mean, (draws, 1))
            yield (
                "rate_interval",
                method,
                f"mean count {mean}",
                counts,
                lambda x, m=method: rate_interval(x, method=m),
                mean,
            )


def ratios(draw: np.random.Generator, draws: int) -> Iterator[Case]:
    """Simulate two rates whose ratio is 1.5."""
    for method in ("exact", "mid_p"):
        for few, many in ((1, 5), (3, 10), (10, 10), (30, 100)):
            counts = draw.poisson((few, many), (draws, 2))
            yield (
                "rate_ratio",
                method,
                f"mean counts {few} and {many}",
                counts,
                lambda x, m=method, f=few, n=many: rate_ratio(x, [f / 1.5, n], method=m),
                1.5,
            )


def standardised(draw: np.random.Generator, draws: int) -> Iterator[Case]:
    """Simulate three strata, at two sizes."""
    truth = float(np.average(STRATA, weights=STANDARD))
    for method in ("fay_feuer", "tiwari"):
        for size in (1, 5):
            exposure = np.multiply(EXPOSURE, size)
            counts = draw.poisson(np.multiply(STRATA, exposure), (draws // 4, 3))
            yield (
                "direct_standardisation",
                method,
                f"mean count {np.dot(STRATA, exposure):.0f}",
                counts,
                lambda x, m=method, e=exposure: direct_standardisation(
                    x, e, STANDARD, method=m
                ).iloc[[1]],
                truth,
            )


def representations(draw: np.random.Generator, draws: int) -> Iterator[Case]:
    """Simulate a group of 2 per cent that is reported 5 times as often as the whole."""
    for method in ("exact", "mid_p"):
        for total in (20, 100, 456):
            first = draw.binomial(total, 0.1, draws)
            counts = np.stack([first, total - first], axis=1)
            for known in ("number", "range"):
                workforce = [2000, 98000] if known == "number" else [(1500, 2500), 98000]
                yield (
                    "over_representation",
                    method,
                    f"{total} reported, workforce a {known}",
                    counts,
                    lambda x, m=method, w=workforce: over_representation(x, w, method=m).iloc[[0]],
                    5.0,
                )


def detections(draw: np.random.Generator, draws: int) -> Iterator[Case]:
    """Simulate propensities 2 to 1, detection 4 to 1, of which a range or the value is known."""
    counts = draw.poisson((16, 40), (draws, 2))
    for low, high in ((4, 4), (2, 5), (4, 6)):
        yield (
            "rate_ratio_under_detection",
            "exact",
            f"true ratio 4, stated {low} to {high}",
            counts,
            lambda x, a=low, b=high: rate_ratio_under_detection(x, [1, 20], a, b),
            2.0,
        )
    for chance in (0.1, 0.5):
        seen = draw.binomial(100, chance, (draws, 1))
        yield (
            "bounds_on_violations",
            "detection_bounds",
            f"100 violations, chance {chance}",
            seen,
            lambda x, p=chance: bounds_on_violations(x, p, p),
            100.0,
        )


def covered(
    counts: np.ndarray, interval: Callable[[np.ndarray], pd.DataFrame], truth: float
) -> tuple[float, float, float]:
    """Give the shares of draws whose interval holds the truth, is above it and is below it."""
    different, times = np.unique(counts, axis=0, return_counts=True)
    found = pd.concat([interval(each) for each in different], ignore_index=True)
    above, below = found["low"] > truth, found["high"] < truth
    weight = times / times.sum()
    return 1 - weight[above | below].sum(), weight[above].sum(), weight[below].sum()


def main() -> None:
    """Simulate and print."""
    given = [int(argument) for argument in sys.argv[1:]]
    seed, draws = (*given, *(SEED, DRAWS)[len(given) :])
    write = sys.stdout.write
    write("| function | method | case | draws | held, % | interval above, % | below, % |\n")
    write("| --- | --- | --- | ---: | ---: | ---: | ---: |\n")
    draw = np.random.default_rng(seed)
    for family in (rates, ratios, standardised, representations, detections):
        for name, method, case, counts, interval, truth in family(draw, draws):
            shares = " | ".join(f"{100 * s:.1f}" for s in covered(counts, interval, truth))
            write(f"| `{name}` | {method} | {case} | {len(counts)} | {shares} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
