"""Simulate cumulative snapshots with a known composition and count how often it is recovered.

Run it as ``python benchmarks/coverage_snapshots.py [SEED [DRAWS]]``. It prints Markdown tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np
import pandas as pd

from netralitas_research.statistics.snapshots import (
    composition_trend,
    increment_shares,
    increments,
    increments_of_printed,
)

SEED = 20200731
DRAWS = 400
DECIMALS = (0, 1)
COMPOSITIONS = {
    "three parts": [0.36, 0.17, 0.47],
    "five parts": [0.30, 0.25, 0.20, 0.15, 0.10],
    "a rare part": [0.60, 0.38, 0.02],
}
TRENDS = {
    "no change": [0.30, 0.30, 0.30],
    "no change, rare": [0.03, 0.03, 0.03],
    "small fall": [0.30, 0.27, 0.24],
    "fall as of officials": [0.36, 0.17, 0.11],
}


def percentage(count: int, base: int, decimals: int) -> str:
    """Round a share half up to a printed percentage, with whole numbers only."""
    digits = (200 * 10**decimals * count + base) // (2 * base)
    text = str(digits).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text


def printed_increments(drawn: np.ndarray, decimals: int) -> pd.DataFrame:
    """Print cumulative counts as percentages and take the increments."""
    counts = drawn.cumsum(axis=0)
    bases = counts.sum(axis=1).tolist()
    printed = [
        [percentage(int(count), base, decimals) for count in row]
        for row, base in zip(counts, bases, strict=True)
    ]
    return increments_of_printed(printed, bases, parts="partition", rounding="half_up")


def shares(generator: np.random.Generator, draws: int) -> Iterator[list[str]]:
    """Count how often intervals of the second increment hold the truth."""
    for name, truth in COMPOSITIONS.items():
        for size in (30, 90, 370):
            drawn = generator.multinomial(size, truth, (draws, 2))
            for label, method in (("counts", "wilson"), ("counts", "goodman")):
                found = [
                    increment_shares(increments(one.cumsum(axis=0)), method=method) for one in drawn
                ]
                yield [name, str(size), label, method, *covered(found, truth)]
            for decimals in DECIMALS:
                found = [increment_shares(printed_increments(one, decimals)) for one in drawn]
                yield [name, str(size), f"{decimals} decimals", "wilson", *covered(found, truth)]


def covered(found: list[pd.DataFrame], truth: list[float]) -> list[str]:
    """Write the coverage of each share, the least of them, of all at once, and the mean width."""
    low = np.array([one["low"] for one in found])
    high = np.array([one["high"] for one in found])
    held = (low <= truth) & (truth <= high)
    each, at_once = held.mean(axis=0), held.all(axis=1).mean()
    return [f"{value:.3f}" for value in (each.mean(), each.min(), at_once, (high - low).mean())]


def trends(generator: np.random.Generator, draws: int) -> Iterator[list[str]]:
    """Count how often a trend is found at 0.05, and how often its interval holds the slope."""
    for name, truth in TRENDS.items():
        for size in (90, 370):
            events = generator.binomial(size, truth, (draws, 3))
            slope = (truth[2] - truth[0]) / 2
            for label in ("counts", "0 decimals", "1 decimals"):
                rows = [trend_of(one, size, label) for one in events]
                found = pd.concat(rows).set_index("method")
                of_added = found.loc["cochran_armitage"]
                rejected = f"{(of_added['p_value'] < 0.05).mean():.3f}"
                held = of_added["low"].le(slope) & of_added["high"].ge(slope)
                cumulative = found.loc["cumulative_compared"]
                naive = f"{(cumulative['p_value'] < 0.05).mean():.3f}"
                yield [name, str(size), label, f"{held.mean():.3f}", rejected, naive]


def trend_of(events: np.ndarray, size: int, label: str) -> pd.DataFrame:
    """Test the first of two parts."""
    counts = np.column_stack([events, size - events]).cumsum(axis=0)
    if label == "counts":
        added = increments(counts, from_zero=True)
    else:
        bases = counts.sum(axis=1).tolist()
        decimals = int(label[0])
        printed = [
            [percentage(int(count), base, decimals) for count in row]
            for row, base in zip(counts, bases, strict=True)
        ]
        added = increments_of_printed(
            printed, bases, parts="partition", rounding="half_up", from_zero=True
        )
    return composition_trend(added).query("term == 1")


def print_table(headings: list[str], rows: Iterator[list[str]]) -> None:
    """Print a Markdown table, row by row."""
    sys.stdout.write(f"| {' | '.join(headings)} |\n{'| --- ' * len(headings)}|\n")
    for row in rows:
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        sys.stdout.flush()


def main(seed: int = SEED, draws: int = DRAWS) -> None:
    """Simulate and print."""
    generator = np.random.default_rng(seed)
    measured = ["mean coverage", "least coverage", "all at once", "mean width"]
    print_table(["composition", "added", "known", "method", *measured], shares(generator, draws))
    sys.stdout.write("\n")
    tests = ["slope covered", "trend found", "cumulative shares differ"]
    print_table(["truth", "added each", "known", *tests], trends(generator, draws))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
