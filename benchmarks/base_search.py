"""Simulate printed tables with a known base and count how well the search for bases does.

Run it as ``python benchmarks/base_search.py [SEED [TABLES]]``. It prints Markdown tables.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from netralitas_research.statistics.printed.bases import search_bases
from netralitas_research.statistics.printed.joint_counts import Shares
from netralitas_research.statistics.printed.rounding import Rounding

SEED = 20200731
TABLES = 200
AT_MOST = 2000
KASN = ("27.6", "25.4", "14.3", "12.7", "9.0")

# The rule that is assumed, and the one by which the table was rounded in truth.
ASSUMED: tuple[tuple[Rounding, Rounding], ...] = (
    ("half_up", "half_up"),
    ("half_up", "half_even"),
    ("half_up", "truncate"),
    ("any", "half_up"),
    ("any", "truncate"),
)


@dataclass
class Tally:
    """What happened to the tables of one kind under one assumption."""

    tables: int = 0
    true_base_found: int = 0
    false_bases: int = 0
    wrong_candidates_passed: int = 0
    only_the_true_candidate: int = 0

    def row(self) -> list[str]:
        """Write the shares and means."""
        share = 100 / self.tables
        return [
            f"{share * self.true_base_found:.1f}",
            f"{self.false_bases / self.tables:.1f}",
            f"{share / 2 * self.wrong_candidates_passed:.1f}",
            f"{share * self.only_the_true_candidate:.1f}",
        ]


@dataclass
class Table:
    """Counts of a known base, with two smaller bases that could be taken for it."""

    base: int
    counts: Sequence[int]
    wrong: Sequence[int] = field(default_factory=list)

    def printed(self, decimals: int, rounding: Rounding) -> list[str]:
        """Print the shares in percent, with whole numbers only."""
        return [percentage(count, self.base, decimals, rounding) for count in self.counts]


def draw_table(generator: random.Random, parts: int, shares: Shares) -> Table:
    """Draw a base, its counts, and two wrong candidates, as later stages of a procedure give."""
    base = generator.randint(50, AT_MOST)
    total = parts if shares == "partition" else parts + generator.randint(1, 5)
    cuts = sorted(generator.sample(range(1, base), total - 1))
    counts = [high - low for low, high in zip([0, *cuts], [*cuts, base], strict=True)]
    wrong = generator.sample(range(base * 3 // 10, base), 2)
    return Table(base, sorted(counts, reverse=True)[:parts], wrong)


def percentage(count: int, base: int, decimals: int, rounding: Rounding) -> str:
    """Round a share to a printed percentage."""
    whole, rest = divmod(100 * 10**decimals * count, base)
    up = {
        "truncate": False,
        "half_up": 2 * rest >= base,
        "half_even": 2 * rest > base or (2 * rest == base and whole % 2 == 1),
    }[rounding]
    text = str(whole + up).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text


def tally(
    tables: Sequence[Table], decimals: int, shares: Shares, assumed: Rounding, true: Rounding
) -> Tally:
    """Search the bases of all tables."""
    result = Tally(len(tables))
    for table in tables:
        printed = table.printed(decimals, true)
        search = search_bases(printed, at_most=AT_MOST, rounding=assumed, shares=shares)
        found = {judged.base for judged in search.possible}
        passed = len(found.intersection(table.wrong))
        result.true_base_found += table.base in found
        result.false_bases += len(found - {table.base})
        result.wrong_candidates_passed += passed
        result.only_the_true_candidate += table.base in found and not passed
    return result


def rows(seed: int, tables: int) -> Iterator[list[str]]:
    """Simulate every kind of table."""
    for shares in ("partition", "top_list"):
        for parts in (3, 5, 8):
            generator = random.Random(f"{seed} {shares} {parts}")
            kind = cast(Shares, shares)
            drawn = [draw_table(generator, parts, kind) for _ in range(tables)]
            for decimals in (0, 1, 2):
                for assumed, true in ASSUMED:
                    cells = tally(drawn, decimals, kind, assumed, true).row()
                    yield [shares, str(parts), str(decimals), true, assumed, *cells]


def seconds(at_most: int, shares: Shares) -> float:
    """Measure one search."""
    started = time.perf_counter()
    search_bases(KASN, at_most=at_most, shares=shares)
    return time.perf_counter() - started


def print_table(headings: Sequence[str], cells: Iterator[list[str]]) -> None:
    """Print a Markdown table, row by row."""
    sys.stdout.write(f"| {' | '.join(headings)} |\n{'| --- ' * len(headings)}|\n")
    for row in cells:
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        sys.stdout.flush()


def main(seed: int = SEED, tables: int = TABLES) -> None:
    """Simulate, measure and print."""
    headings = ["shares", "parts", "decimals", "rounded", "assumed"]
    figures = ["true base found, %", "false bases", "wrong candidate passes, %"]
    print_table([*headings, *figures, "only the true candidate passes, %"], rows(seed, tables))
    sys.stdout.write("\n")
    kinds: tuple[Shares, ...] = ("separate", "partition", "top_list")
    times = (
        [kind, f"{at_most:,}", f"{seconds(at_most, kind):.2f}"]
        for kind in kinds
        for at_most in (1000, 100_000)
    )
    print_table(["shares", "bases tried", "seconds"], times)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
