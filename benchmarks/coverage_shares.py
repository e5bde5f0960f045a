"""Say how often the intervals of shares cover the truth.

Run it as ``python benchmarks/coverage_shares.py [SEED [DRAWS]]``. It prints Markdown tables.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from scipy import stats

from netralitas_research.statistics.shares import limits as share_limits
from netralitas_research.statistics.shares import simultaneous
from netralitas_research.statistics.shares.printed import printed_share_interval
from netralitas_research.statistics.shares.score_difference import (
    bonett_price_difference,
    score_difference,
    wald_difference,
)

SEED = 20200731
DRAWS = 1000
LEVEL = 0.95
Z = stats.norm.isf(0.025)
KASN = np.array([126, 116, 65, 58, 41, 50]) / 456

WHOLES = {
    "6 parts as KASN prints them": KASN,
    "10 equal parts": np.full(10, 0.1),
    "20 parts, each half of the one before it": 0.5 ** np.arange(20) / (0.5 ** np.arange(20)).sum(),
}

TRINOMIALS = ((0.3, 0.25), (0.1, 0.05), (0.04, 0.02), (0.5, 0.4))


def single_shares() -> Iterator[list[str]]:
    """Compute the exact coverage of single shares over a grid of truths."""
    truths = np.arange(1, 200) / 200
    for method in share_limits.METHODS:
        for n in (10, 30, 100, 456):
            x = np.arange(n + 1)
            low, high = share_limits.share_limits(x, np.full(n + 1, n), method, LEVEL)
            inside = (low <= truths[:, None]) & (truths[:, None] <= high)
            covered = (stats.binom.pmf(x, n, truths[:, None]) * inside).sum(axis=1)
            least = covered.argmin()
            yield [
                *(method, str(n), f"{covered.mean():.3f}", f"{covered.min():.3f}"),
                *(f"{truths[least]:.3f}", f"{covered[20:179].min():.3f}"),
            ]


def whole_tables(seed: int, draws: int) -> Iterator[list[str]]:
    """Simulate how often all shares of a whole are covered at once."""
    for name, truth in WHOLES.items():
        for n in (30, 100, 456):
            drawn = np.random.default_rng(seed).multinomial(n, truth, draws)
            rates = (
                np.mean(
                    [
                        all_covered(simultaneous.simultaneous_intervals(counts, method), truth)
                        for counts in drawn
                    ]
                )
                for method in simultaneous.METHODS
            )
            yield [name, str(n), *(f"{rate:.3f}" for rate in rates)]


def all_covered(found: pd.DataFrame, truth: np.ndarray) -> bool:
    """Say whether every row covers its truth."""
    return bool(((found["low"] <= truth) & (truth <= found["high"])).all())


def two_shares() -> Iterator[list[str]]:
    """Compute the exact coverage of differences and ratios over all tables."""
    for n in (60, 200):
        for first, second in TRINOMIALS:
            a, b = (cells.ravel() for cells in np.indices((n + 1, n + 1)))
            a, b = a[a + b <= n].astype(float), b[a + b <= n].astype(float)
            shares = [first, second, 1 - first - second]
            chance = stats.multinomial.pmf(np.column_stack([a, b, n - a - b]), n, shares)
            base = np.full(len(a), float(n))
            differences = [
                method(a, b, base, Z)
                for method in (score_difference, bonett_price_difference, wald_difference)
            ]
            ratios = [
                share_limits.ratio_limits(a, b, method, LEVEL)
                for method in ("clopper_pearson", "mid_p", "wilson", "log")
            ]
            truths = [first - second] * 3 + [first / second] * 4
            yield [
                *(str(n), f"{first} and {second}"),
                *(
                    f"{chance[(low <= truth) & (truth <= high)].sum():.3f}"
                    for (low, high), truth in zip(differences + ratios, truths, strict=True)
                ),
            ]


def all_pairs(seed: int, draws: int) -> Iterator[list[str]]:
    """Simulate how often all differences of a whole are covered at once."""
    first, second = np.triu_indices(len(KASN), 1)
    truth = np.tile(KASN[first] - KASN[second], draws)
    shared = stats.norm.isf(0.025 / len(first))
    gold = stats.chi2.ppf(LEVEL, len(KASN) - 1) ** 0.5
    for n in (30, 100, 456):
        drawn = np.random.default_rng(seed).multinomial(n, KASN, draws).astype(float)
        a, b = drawn[:, first].ravel(), drawn[:, second].ravel()
        base = np.full(len(a), float(n))
        limits = [
            score_difference(a, b, base, shared),
            bonett_price_difference(a, b, base, shared),
            wald_difference(a, b, base, shared),
            wald_difference(a, b, base, gold),
        ]
        rates = (
            ((low <= truth) & (truth <= high)).reshape(draws, -1).all(axis=1).mean()
            for low, high in limits
        )
        yield [str(n), *(f"{rate:.3f}" for rate in rates)]


def printed(seed: int, draws: int) -> Iterator[list[str]]:
    """Simulate how often a share is covered when only its percentage and base are known."""
    for n in (30, 100, 456, 5000):
        counts = np.random.default_rng(seed).binomial(n, 0.276, draws)
        for decimals in (0, 1):
            texts = [percentage(int(x), n, decimals) for x in counts]
            known = {text: printed_share_interval([text], n).iloc[0] for text in set(texts)}
            covered = np.mean(
                [known[text]["low"] <= 0.276 <= known[text]["high"] for text in texts]
            )
            low, high = share_limits.share_limits(counts, np.full(draws, n), "wilson", LEVEL)
            width = np.mean([known[text]["high"] - known[text]["low"] for text in texts])
            yield [
                *(str(n), str(decimals), f"{np.mean((low <= 0.276) & (high >= 0.276)):.3f}"),
                *(f"{covered:.3f}", f"{width / np.mean(high - low):.2f}"),
            ]


def percentage(count: int, base: int, decimals: int) -> str:
    """Print a share in percent, a half upwards."""
    digits = (200 * 10**decimals * count + base) // (2 * base)
    return f"{digits / 10**decimals:.{decimals}f}"


def print_table(title: str, headings: Sequence[str], rows: Iterator[list[str]]) -> None:
    """Print a Markdown table, row by row."""
    sys.stdout.write(f"## {title}\n\n| {' | '.join(headings)} |\n{'| --- ' * len(headings)}|\n")
    for row in rows:
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        sys.stdout.flush()
    sys.stdout.write("\n")


def main(seed: int = SEED, draws: int = DRAWS) -> None:
    """Compute, simulate and print."""
    print_table(
        "Single shares (exact, 199 truths from 0.005 to 0.995)",
        ["method", "base", "mean", "least", "least at", "least from 0.105 to 0.895"],
        single_shares(),
    )
    print_table(
        "All shares of a whole at once (simulated)",
        ["whole", "base", *simultaneous.METHODS],
        whole_tables(seed, draws),
    )
    print_table(
        "Two shares of a whole (exact, over all tables)",
        [
            *("base", "shares", "difference: score", "bonett_price", "wald"),
            *("ratio: clopper_pearson", "mid_p", "wilson", "log"),
        ],
        two_shares(),
    )
    print_table(
        "All differences of 6 parts at once, as KASN prints them (simulated)",
        ["base", "score", "bonett_price", "goodman", "gold"],
        all_pairs(seed, draws),
    )
    print_table(
        "A printed percentage of a known base, true share 0.276 (simulated, Wilson)",
        ["base", "decimals", "count known", "percentage known", "width by that of the count"],
        printed(seed, draws),
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
