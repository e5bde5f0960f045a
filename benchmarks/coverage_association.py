"""Simulate how often the intervals for association cover what they should.

Run it as ``python benchmarks/coverage_association.py [SEED [TABLES]]``. It prints Markdown tables.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np

from netralitas_research.statistics.association.tables import (
    adjusted_residuals,
    cramers_v,
    exact_test,
    monte_carlo_test,
    trend_test,
)

SEED = 20200731
TABLES = 400
DRAWS = 400

ROWS = {"2×2": (0.4, 0.6), "3×4": (0.5, 0.3, 0.2), "4×4": (0.35, 0.3, 0.2, 0.15)}
COLUMNS = {"2×2": (0.5, 0.5), "3×4": (0.4, 0.3, 0.2, 0.1), "4×4": (0.4, 0.3, 0.2, 0.1)}


def shares_with(shape: str, v: float) -> np.ndarray:
    """Make shares of which Cramér's V is given: independence mixed with a diagonal pattern."""
    rows, columns = np.array(ROWS[shape]), np.array(COLUMNS[shape])
    independent = np.outer(rows, columns)
    pattern = np.zeros_like(independent)
    left, top = rows.copy(), columns.copy()
    for row in range(len(rows)):
        for column in range(len(columns)):
            pattern[row, column] = min(left[row], top[column])
            left[row] -= pattern[row, column]
            top[column] -= pattern[row, column]
    return independent + (pattern - independent) * v / true_v(pattern)


def true_v(shares: np.ndarray) -> float:
    """Give Cramér's V of shares."""
    independent = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    square = ((shares - independent) ** 2 / independent).sum()
    return float(np.sqrt(square / (min(shares.shape) - 1)))


def coverage_of_v(seed: int, tables: int) -> None:
    """Print how often each interval holds the V of the process, and the mean of each estimate."""
    write = sys.stdout.write
    write("| table | n | true V | bootstrap % | noncentral % | mean V | mean corrected V |\n")
    write("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
    for shape in ROWS:
        for n in (50, 200, 1000):
            for v in (0.0, 0.1, 0.3, 0.6):
                generator = np.random.default_rng(seed)
                shares = shares_with(shape, v)
                found = []
                for drawn in generator.multinomial(n, shares.ravel(), size=tables):
                    table = drawn.reshape(shares.shape)
                    first = cramers_v(table, draws=DRAWS, seed=seed).iloc[0]
                    second = cramers_v(table, "none", interval="noncentral_chi2").iloc[0]
                    held = [cells["low"] <= v <= cells["high"] for cells in (first, second)]
                    found.append([*held, second["estimate"], first["estimate"]])
                one, two, plain, corrected = np.nanmean(found, axis=0)
                write(f"| {shape} | {n} | {v} | {100 * one:.1f} | {100 * two:.1f} ")
                write(f"| {plain:.3f} | {corrected:.3f} |\n")
                sys.stdout.flush()


def coverage_of_residuals(seed: int, tables: int) -> None:
    """Print how often the limits of a cell hold the true departure, and false marks of any cell."""
    write = sys.stdout.write
    write("\n| table | n | true V | cells covered % | tables with a cell marked (Holm) % |\n")
    write("| --- | ---: | ---: | ---: | ---: |\n")
    for shape in ROWS:
        for n in (50, 200, 1000):
            for v in (0.0, 0.1, 0.3):
                generator, shares = np.random.default_rng(seed), shares_with(shape, v)
                rows, columns = shares.sum(axis=1), shares.sum(axis=0)
                spread = np.outer(rows * (1 - rows), columns * (1 - columns))
                departure = (shares - np.outer(rows, columns)) * np.sqrt(n / spread)
                found = []
                for drawn in generator.multinomial(n, shares.ravel(), size=tables):
                    cells = adjusted_residuals(drawn.reshape(shares.shape))
                    held = cells["low"].le(departure.ravel()) & cells["high"].ge(departure.ravel())
                    found.append([held.mean(), cells["reject"].any()])
                covered, marked = 100 * np.mean(found, axis=0)
                write(f"| {shape} | {n} | {v} | {covered:.1f} | {marked:.1f} |\n")
                sys.stdout.flush()


def rejections(seed: int, tables: int) -> None:
    """Print how often the tests reject at 5 per cent when nothing is there."""
    write = sys.stdout.write
    write("\n| test of independence, 3×4, n = 20, or of a trend, 4 groups of 10 | rejects % |\n")
    write("| --- | ---: |\n")
    tests: dict[str, Callable[[np.ndarray, np.ndarray], float]] = {
        "exact_test": lambda table, _: exact_test(table)["p_value"].iloc[0],
        "monte_carlo_test, 999 draws": lambda table, _: monte_carlo_test(table, 999)[
            "p_value"
        ].iloc[0],
        "trend_test, asymptotic": lambda _, events: trend_test(events, [10] * 4)["p_value"].iloc[0],
        "trend_test, exact": lambda _, events: trend_test(events, [10] * 4, method="exact")[
            "p_value"
        ].iloc[0],
    }
    for name, test in tests.items():
        generator, shares = np.random.default_rng(seed), shares_with("3×4", 0)
        drawn = generator.multinomial(20, shares.ravel(), size=tables)
        events = generator.binomial(10, 0.3, size=(tables, 4))
        p_values = [
            test(table.reshape(3, 4), with_event)
            for table, with_event in zip(drawn, events, strict=True)
        ]
        write(f"| {name} | {100 * np.mean(np.array(p_values) <= 0.05):.1f} |\n")


def main() -> None:
    """Simulate and print."""
    given = [int(argument) for argument in sys.argv[1:]]
    seed, tables = (*given, *(SEED, TABLES)[len(given) :])
    sys.stdout.write(f"Seed {seed}, {tables} tables a line, {DRAWS} draws a bootstrap.\n\n")
    coverage_of_v(seed, tables)
    coverage_of_residuals(seed, tables)
    rejections(seed, tables)


if __name__ == "__main__":
    main()
