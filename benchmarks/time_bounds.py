"""Measure how long bounds take as tables grow, on made-up tables of counts.

Run it as ``python benchmarks/time_bounds.py [SEED]``. It prints Markdown tables.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from netralitas_research.statistics.bounds.cells import cell_bounds, consistent, frechet_bounds
from netralitas_research.statistics.bounds.convention import maximum_entropy
from netralitas_research.statistics.bounds.derived import risk_ratio_bounds, share_bounds
from netralitas_research.statistics.bounds.facts import count, margin, percentages, total
from netralitas_research.statistics.bounds.ipf import iterative_proportional_fitting
from netralitas_research.statistics.bounds.printed_table import PrintedTable
from netralitas_research.statistics.bounds.ranks import rank_bounds

SEED = 20220531
CELL = {"row": 0, "column": 1}
GROUPS = ({"column": 1}, {"row": 0}, {"row": 1})


def counts(seed: int, rows: int, columns: int) -> np.ndarray:
    """Draw a table of counts with a mean of 20."""
    return np.random.default_rng(seed).poisson(20, (rows, columns))


def from_margins(drawn: np.ndarray) -> PrintedTable:
    """Print both margins."""
    dimensions = {"row": range(drawn.shape[0]), "column": range(drawn.shape[1])}
    rows, columns = drawn.sum(axis=1), drawn.sum(axis=0)
    return PrintedTable(dimensions, margin("row", rows), margin("column", columns))


def from_percentages(drawn: np.ndarray) -> PrintedTable:
    """Print the total, both margins in percent with one decimal, and the shares of one row."""
    dimensions = {"row": range(drawn.shape[0]), "column": range(drawn.shape[1])}
    everything = int(drawn.sum())
    return PrintedTable(
        dimensions,
        total(everything),
        percentages("row", shares(drawn.sum(axis=1)), everything),
        percentages("column", shares(drawn.sum(axis=0)), everything),
        percentages("column", shares(drawn[0]), {"row": 0}, within={"row": 0}),
    )


def shares(values: np.ndarray) -> dict[int, str]:
    """Print shares in percent with one decimal, a half upwards."""
    whole = int(values.sum())
    tenths = [(2000 * int(value) + whole) // (2 * whole) for value in values]
    return {place: f"{tenth // 10}.{tenth % 10}" for place, tenth in enumerate(tenths)}


def seconds(call: Callable[[], object]) -> str:
    """Measure one call."""
    started = time.perf_counter()
    call()
    return f"{time.perf_counter() - started:.2f}"


def by_program(seed: int) -> Iterator[list[str]]:
    """Measure the functions that solve integer programs."""
    for size in (10, 20, 50):
        drawn = counts(seed, size, size)
        for name, table in (
            ("two margins", from_margins(drawn)),
            ("percentages", from_percentages(drawn)),
        ):
            clashing = table.given(count(CELL, 10_000))
            calls: list[Callable[[], object]] = [
                lambda t=table: cell_bounds(t, CELL),  # type: ignore[misc]
                lambda t=table: cell_bounds(t),  # type: ignore[misc]
                lambda t=table: cell_bounds(t, integer=False),  # type: ignore[misc]
                lambda t=clashing: consistent(t),  # type: ignore[misc]
                lambda t=table: share_bounds(t, *GROUPS[:2]),  # type: ignore[misc]
                lambda t=table: risk_ratio_bounds(t, *GROUPS),  # type: ignore[misc]
                lambda t=table: rank_bounds(t, "column", 1, {"row": 0}),  # type: ignore[misc]
                lambda t=table: maximum_entropy(t),  # type: ignore[misc]
            ]
            yield [f"{size} × {size}", name, *map(seconds, calls)]


def in_closed_form(seed: int) -> Iterator[list[str]]:
    """Measure the functions that need no program, up to 10,000 categories."""
    for size in (10, 100, 1000, 10_000):
        drawn = counts(seed, size, 10)
        margins = [drawn.sum(axis=1).tolist(), drawn.sum(axis=0).tolist()]
        seed_table = counts(seed + 1, size, 10) + 1
        yield [
            f"{size:,} × 10",
            seconds(lambda m=margins: frechet_bounds(*m)),  # type: ignore[misc]
            seconds(lambda m=margins, s=seed_table: iterative_proportional_fitting(s, m)),  # type: ignore[misc]
        ]


def print_table(headings: Sequence[str], rows: Iterator[list[str]]) -> None:
    """Print a Markdown table, row by row."""
    sys.stdout.write(f"| {' | '.join(headings)} |\n{'| --- ' * len(headings)}|\n")
    for cells in rows:
        sys.stdout.write(f"| {' | '.join(cells)} |\n")
        sys.stdout.flush()


def main(seed: int = SEED) -> None:
    """Measure and print; all figures are seconds."""
    names = ["one cell", "all cells", "all, divisible", "clash", "share", "risk ratio", "rank"]
    print_table(["table", "printed", *names, "maximum entropy"], by_program(seed))
    sys.stdout.write("\n")
    print_table(["table", "Fréchet", "proportional fitting"], in_closed_form(seed))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
