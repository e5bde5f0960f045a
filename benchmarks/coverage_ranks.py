"""Simulate how often rank sets hold the true ranks.

Run it as ``python benchmarks/coverage_ranks.py [SEED [SAMPLES]]``. It prints a Markdown table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from netralitas_research.statistics.ranks.sets import (
    could_be_first,
    rank_sets,
    rank_sets_of_counts,
    rank_sets_of_rates,
    rank_sets_of_shares,
)

SEED = 20200731
SAMPLES = 1000
DRAWS = 5000
LEVEL = 0.95

HOSPITALS = np.array(
    [0.287, 0.134, 0.074, 0.189, 0.152, 0.104, 0.100, 0.110, 0.133, 0.141, 0.100, 0.103]
)
OPERATIONS = np.array([143, 187, 323, 122, 164, 405, 239, 482, 195, 177, 581, 301])
NEAR_TIES = np.array([0.26, 0.25, 0.14, 0.13, 0.12, 0.10])

Sampler = Callable[[np.random.Generator, bool, float], pd.DataFrame]
Setting = tuple[str, np.ndarray, Sampler]


def multinomial(chances: np.ndarray, cases: int) -> Sampler:
    """Draw counts of one whole; here and below, terms are places from 0."""

    def sample(random: np.random.Generator, simultaneous: bool, level: float) -> pd.DataFrame:
        drawn = pd.Series(random.multinomial(cases, chances))
        return rank_sets_of_counts(drawn, level, simultaneous)

    return sample


def top_list(chances: np.ndarray, cases: int, listed: int) -> Sampler:
    """Draw counts and keep the largest."""

    def sample(random: np.random.Generator, simultaneous: bool, level: float) -> pd.DataFrame:
        counts = pd.Series(random.multinomial(cases, chances))
        kept = counts.nlargest(listed)
        remainder = int(counts.sum() - kept.sum())
        return rank_sets_of_counts(kept, level, simultaneous, remainder=remainder)

    return sample


def normal(means: np.ndarray, errors: np.ndarray) -> Sampler:
    """Draw independent estimates with known errors."""

    def sample(random: np.random.Generator, simultaneous: bool, level: float) -> pd.DataFrame:
        seed = int(random.integers(2**31))
        drawn = pd.Series(random.normal(means, errors))
        return rank_sets(drawn, list(errors), None, level, simultaneous, draws=DRAWS, seed=seed)

    return sample


def shares(chances: np.ndarray, bases: np.ndarray) -> Sampler:
    """Draw shares with bases of their own."""

    def sample(random: np.random.Generator, simultaneous: bool, level: float) -> pd.DataFrame:
        seed = int(random.integers(2**31))
        drawn = pd.Series(random.binomial(bases, chances))
        return rank_sets_of_shares(drawn, list(bases), level, simultaneous, DRAWS, seed)

    return sample


def rates(true: np.ndarray, exposure: np.ndarray) -> Sampler:
    """Draw events of a Poisson process."""

    def sample(random: np.random.Generator, simultaneous: bool, level: float) -> pd.DataFrame:
        drawn = pd.Series(random.poisson(true * exposure))
        return rank_sets_of_rates(drawn, list(exposure), level, simultaneous)

    return sample


def settings() -> Iterator[Setting]:
    """List what is simulated."""
    equal, many = np.full(6, 1 / 6), np.linspace(1, 1.6, 30)
    many = many / many.sum()
    for cases in (50, 456, 5000):
        yield f"counts, 6 near ties, {cases:,}", NEAR_TIES, multinomial(NEAR_TIES, cases)
    yield "counts, 6 equal, 456", equal, multinomial(equal, 456)
    yield "counts, 30 near ties, 1,000", many, multinomial(many, 1000)
    steep = np.linspace(1, 2, 30) ** 2
    steep = steep / steep.sum()
    yield "counts, 5 largest of 30 listed, 20,000", steep, top_list(steep, 20_000, 5)
    flat = np.full(30, 1 / 30)
    yield "counts, 5 largest of 30 equal listed, 1,000", flat, top_list(flat, 1000, 5)
    errors = np.sqrt(HOSPITALS * (1 - HOSPITALS) / OPERATIONS)
    yield "normal, hospitals", HOSPITALS, normal(HOSPITALS, errors)
    yield "normal, 12 equal", np.ones(12), normal(np.ones(12), errors)
    yield "shares, hospitals", HOSPITALS, shares(HOSPITALS, OPERATIONS)
    small = np.array([0.02, 0.05, 0.05, 0.1, 0.2])
    yield "shares, bases of 30", small, shares(small, np.full(5, 30))
    low = np.full(5, 0.05)
    yield "shares, 5 equal of 0.05, bases 20 to 320", low, shares(low, 20 * 2 ** np.arange(5))
    exposure = np.array([400, 900, 1500, 3000, 6000, 10000])
    slow = np.array([0.01, 0.01, 0.006, 0.005, 0.005, 0.002])
    yield "rates, near ties, 4 to 30 events", slow, rates(slow, exposure)
    yield "rates, 6 equal", np.full(6, 0.01), rates(np.full(6, 0.01), exposure)


def covered(
    true: np.ndarray, sampler: Sampler, simultaneous: bool, seed: int, samples: int
) -> list[float]:
    """Measure the coverage of the least covered unit, of all together and of the first; the width.

    Units that are listed in less than a tenth of the samples are not judged on their own.
    """
    random = np.random.default_rng(seed)
    held, listed = np.zeros(len(true)), np.zeros(len(true))
    all_held, first_held, width = [], [], []
    for _ in range(samples):
        sets = sampler(random, simultaneous, LEVEL)
        places = sets["term"].astype(int).to_numpy()
        ranked = true[places]
        lowest = 1 + (ranked[:, np.newaxis] < ranked).sum(axis=1)
        highest = len(ranked) - (ranked[:, np.newaxis] > ranked).sum(axis=1)
        inside = ((sets["low"] <= lowest) & (sets["high"] >= highest)).to_numpy()
        held[places] += inside
        listed[places] += 1
        all_held.append(inside.all())
        first_held.append(could_be_first(sets)["first"].to_numpy()[lowest == 1].all())
        width.append((sets["high"] - sets["low"] + 1).mean())
    often = listed >= samples / 10
    least = (held[often] / listed[often]).min()
    return [float(least), *(float(np.mean(each)) for each in (all_held, first_held, width))]


def main(seed: int, samples: int) -> None:
    """Print the table."""
    out = sys.stdout
    out.write("| drawn | sets | least covered, % | all together, % | first, % | mean width |\n")
    out.write("| --- | --- | --- | --- | --- | --- |\n")
    for name, true, sampler in settings():
        for simultaneous in (False, True):
            *shares_held, width = covered(true, sampler, simultaneous, seed, samples)
            kind = "simultaneous" if simultaneous else "marginal"
            shown = " | ".join(f"{100 * share:.1f}" for share in shares_held)
            out.write(f"| {name} | {kind} | {shown} | {width:.1f} |\n")
            out.flush()


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [SEED, SAMPLES][len(given) :]))
