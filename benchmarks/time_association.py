"""Measure how the time of the tests of association grows with the size of the table.

Run it as ``python benchmarks/time_association.py [SEED]``. It prints Markdown tables.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from netralitas_research.statistics.association.tables import (
    adjust,
    adjusted_residuals,
    chi_square,
    cramers_v,
    exact_test,
    homogeneity,
    monte_carlo_test,
    trend_test,
)

SEED = 20200731
CATEGORIES = (10, 100, 1000, 10_000)
EXACT = (
    (2, 2, 10_000),
    (2, 10, 80),
    (3, 3, 100),
    (3, 3, 1000),
    (3, 5, 450),
    (4, 4, 100),
    (4, 4, 150),
    (4, 5, 130),
    (5, 5, 50),
    (5, 5, 80),
    (6, 6, 60),
)


def calls(generator: np.random.Generator, size: int) -> dict[str, Callable[[], object]]:
    """Prepare each function on a table of so many rows and 4 columns, or on so many groups."""
    table = generator.poisson(6, size=(size, 4))
    totals = generator.poisson(20, size=size) + 1
    events = generator.binomial(totals, 0.3)
    p_values = generator.random(size)
    return {
        "chi_square": lambda: chi_square(table),
        "homogeneity": lambda: homogeneity(events, totals),
        "adjusted_residuals": lambda: adjusted_residuals(table),
        "cramers_v, noncentral": lambda: cramers_v(table, interval="noncentral_chi2"),
        "cramers_v, bootstrap, 1000 draws": lambda: cramers_v(table),
        "exact_test": lambda: exact_test(table),
        "monte_carlo_test, 999 draws": lambda: monte_carlo_test(table, 999),
        "trend_test, asymptotic": lambda: trend_test(events, totals),
        "trend_test, exact": lambda: trend_test(events, totals, method="exact"),
        "adjust, bh": lambda: adjust(p_values, "bh"),
    }


def seconds(action: Callable[[], object]) -> str:
    """Measure an action once; mark a result that says the table is too large."""
    started = time.perf_counter()
    found = action()
    taken = f"{time.perf_counter() - started:.3f}"
    assert isinstance(found, pd.DataFrame)
    too_large = found["note"].str.endswith("too_large").any()
    return f"{taken} (too large)" if too_large else taken


def main() -> None:
    """Measure and print."""
    generator = np.random.default_rng(int(sys.argv[1]) if sys.argv[1:] else SEED)
    by_size = [calls(generator, size) for size in CATEGORIES]
    write = sys.stdout.write
    write(f"| seconds by categories | {' | '.join(map(str, CATEGORIES))} |\n")
    write(f"| --- |{' ---: |' * len(CATEGORIES)}\n")
    for name in by_size[0]:
        write(f"| {name} | {' | '.join(seconds(prepared[name]) for prepared in by_size)} |\n")
        sys.stdout.flush()
    write("\n| exact_test on a table | n | seconds |\n| --- | ---: | ---: |\n")
    for rows, columns, n in EXACT:
        table = generator.multinomial(n, np.full(rows * columns, 1 / (rows * columns)))
        drawn = table.reshape(rows, columns)
        write(f"| {rows}×{columns} | {n} | {seconds(lambda drawn=drawn: exact_test(drawn))} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
