"""Measure how the time of each function on shares grows with the number of parts.

Run it as ``python benchmarks/time_shares.py [SEED]``. It prints a Markdown
table in seconds of processor time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from netralitas_research.statistics.shares import limits as share_limits
from netralitas_research.statistics.shares import simultaneous
from netralitas_research.statistics.shares.contrasts import (
    MOST_PARTS,
    all_differences,
    share_difference,
    share_ratio,
)
from netralitas_research.statistics.shares.printed import printed_share_interval
from netralitas_research.statistics.shares.single import share_interval

SEED = 20200731
PARTS = (10, 100, 1000, 10_000)
CASES_OF_A_PART = 50


def measured(call: Callable[[], object]) -> str:
    """Run a call and give its seconds of processor time."""
    started = time.process_time()
    call()
    return f"{time.process_time() - started:.3f}"


def calls(counts: list[int]) -> dict[str, Callable[[], object] | None]:
    """List what is measured on some counts."""
    n = sum(counts)
    few = len(counts) <= MOST_PARTS
    texts = [f"{100 * count / n:.2f}" for count in counts]
    return {
        **{
            f"share_interval, {method}": lambda method=method: share_interval(counts, method=method)
            for method in share_limits.METHODS
        },
        **{
            f"simultaneous_intervals, {method}": lambda method=method: (
                simultaneous.simultaneous_intervals(counts, method)
            )
            for method in simultaneous.METHODS
        },
        "share_difference": lambda: share_difference(counts, 1, 2),
        "share_ratio": lambda: share_ratio(counts, 1, 2),
        "all_differences, score": (lambda: all_differences(counts)) if few else None,
        "all_differences, goodman": (
            (lambda: all_differences(counts, method="goodman")) if few else None
        ),
        "printed_share_interval": lambda: printed_share_interval(texts, n),
        "printed_share_interval, partition": lambda: printed_share_interval(
            texts, n, shares="partition"
        ),
    }


def main(seed: int = SEED) -> None:
    """Measure and print."""
    generator = np.random.default_rng(seed)
    columns = [
        calls(generator.negative_binomial(2, 2 / (2 + CASES_OF_A_PART), parts).tolist())
        for parts in PARTS
    ]
    share_interval(5, 10)
    heading = " | ".join(f"{parts:,} parts" for parts in PARTS)
    sys.stdout.write(f"| function | {heading} |\n{'| --- ' * (len(PARTS) + 1)}|\n")
    for name in columns[0]:
        times = (
            "refused" if (call := column[name]) is None else measured(call) for column in columns
        )
        sys.stdout.write(f"| {name} | {' | '.join(times)} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
