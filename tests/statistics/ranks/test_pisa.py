"""Rank sets of countries by their pupils' scores, against those that csranks prints."""

import pandas as pd
import pytest

from netralitas_research.statistics.ranks import could_be_first, rank_sets

# Mathematics of 37 countries in PISA 2018 (OECD): mean scores and standard errors. The sets are
# printed in the vignette "Inference for Ranks" of csranks 1.2.2 (Mogstad and others, 2024).
PISA = pd.DataFrame(
    [
        ("Australia", 491.36, 1.9398),
        ("Austria", 498.9423, 2.971),
        ("Belgium", 508.0703, 2.2627),
        ("Canada", 512.0169, 2.3575),
        ("Chile", 417.4066, 2.4159),
        ("Colombia", 390.9323, 2.9896),
        ("Czech Republic", 499.4677, 2.4607),
        ("Denmark", 509.3984, 1.735),
        ("Estonia", 523.4146, 1.7436),
        ("Finland", 507.3014, 1.9679),
        ("France", 495.4076, 2.3202),
        ("Germany", 500.0438, 2.6471),
        ("Greece", 451.3703, 3.0912),
        ("Hungary", 481.0826, 2.3196),
        ("Iceland", 495.1874, 1.9531),
        ("Ireland", 499.6329, 2.1986),
        ("Israel", 463.0345, 3.4986),
        ("Italy", 486.5899, 2.78),
        ("Japan", 526.9733, 2.4715),
        ("Korea", 525.933, 3.1214),
        ("Latvia", 496.1263, 1.9628),
        ("Lithuania", 481.1912, 1.9533),
        ("Luxembourg", 483.4215, 1.0976),
        ("Mexico", 408.8015, 2.4932),
        ("Netherlands", 519.231, 2.6323),
        ("New Zealand", 494.4897, 1.7059),
        ("Norway", 500.9638, 2.219),
        ("Poland", 515.6479, 2.6021),
        ("Portugal", 492.4874, 2.6846),
        ("Slovak Republic", 486.1649, 2.5556),
        ("Slovenia", 508.8975, 1.3639),
        ("Spain", 481.3926, 1.4624),
        ("Sweden", 502.3877, 2.6543),
        ("Switzerland", 515.3147, 2.908),
        ("Turkey", 453.5078, 2.2604),
        ("United Kingdom", 501.7699, 2.5644),
        ("United States", 478.2447, 3.2354),
    ],
    columns=["country", "score", "error"],
).set_index("country")
TOP_FIVE = ["Belgium", "Canada", "Denmark", "Estonia", "Finland", "Japan", "Korea", "Netherlands"]
TOP_FIVE += ["Poland", "Slovenia", "Switzerland"]


@pytest.mark.parametrize(("level", "more"), [(0.95, {"Sweden"}), (0.9, set())])
def test_countries_that_could_be_among_the_first_five_are_those_printed(level, more):
    sets = rank_sets(PISA["score"], PISA["error"], level=level, simultaneous=True)

    first = could_be_first(sets, places=5)

    assert set(first.loc[first["first"], "term"]) == {*TOP_FIVE, *more}


def test_the_marginal_set_of_the_united_kingdom_is_the_one_printed():
    sets = rank_sets(PISA["score"], PISA["error"]).set_index("term")

    assert sets.loc["United Kingdom", ["low", "estimate", "high"]].tolist() == [8, 13, 23]


def test_germany_and_korea_differ_only_at_a_lower_level():
    at = {
        level: rank_sets(PISA["score"], PISA["error"], level=level, simultaneous=True).set_index(
            "term"
        )
        for level in (0.95, 0.75)
    }

    # Both sets hold rank 7 at 95 per cent, and none in common at 75.
    assert at[0.95].loc["Korea", "high"] == at[0.95].loc["Germany", "low"] == 7
    assert at[0.75].loc["Korea", "high"] < at[0.75].loc["Germany", "low"]
    last = at[0.95].loc[["Chile", "Mexico", "Colombia"], "low"].min()
    assert last > at[0.95].drop(index=["Chile", "Mexico", "Colombia"])["high"].max()
