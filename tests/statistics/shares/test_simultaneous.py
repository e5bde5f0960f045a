"""Simultaneous intervals against SAS, R's CoinMinD and contingencytables; reference/shares.R."""

import numpy as np
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.shares.simultaneous import METHODS, simultaneous_intervals
from netralitas_research.statistics.shares.single import share_interval

SNP = [276, 380, 118]
"""SNP rs6498169 (Fagerland, Lydersen & Laake, 2017, chapter 3)."""


def limits(*args, **kwargs):
    return simultaneous_intervals(*args, **kwargs)[["low", "high"]].to_numpy()


def test_goodman_is_that_of_sas():
    # Printed by SAS; in issue 113 of DescTools, whose older versions were wrong.
    expected = [(0.3342, 0.4978), (0.1609, 0.2999), (0.1146, 0.2401), (0.1375, 0.2703)]

    assert limits([91, 49, 37, 43]) == pytest.approx(np.array(expected), abs=1e-4)


def test_goodman_is_that_of_coinmind():
    # Help of R's CoinMinD, function GM.
    expected = [
        (0.09468368, 0.1966413),
        (0.12376893, 0.2350489),
        (0.09208527, 0.1931040),
        (0.06412671, 0.1535697),
        (0.15637944, 0.2760670),
        (0.18692732, 0.3130119),
    ]
    assert limits([44, 55, 43, 32, 67, 78]) == pytest.approx(np.array(expected), abs=1e-7)


# contingencytables 3.0 prints 0.1241 to 0.1859 (Goodman) for the third part and 0.4472 to 0.5348
# (Quesenberry-Hurst) for the second; reference/shares.R gives more digits.
@pytest.mark.parametrize(
    ("method", "place", "low", "high"),
    [
        ("goodman", 2, 0.1240859130, 0.1859326653),
        ("goodman", 0, 0.3165642896, 0.3987221869),
        ("quesenberry_hurst", 1, 0.4472107194, 0.5348403663),
    ],
)
def test_limits_of_three_parts_are_those_of_r(method, place, low, high):
    assert limits(SNP, method)[place] == pytest.approx([low, high], rel=1e-8)


def test_sison_glaz_is_called_by_its_name():
    found = simultaneous_intervals([56, 72, 73, 59, 62, 87, 58], "Sison-Glaz")

    assert found["method"].unique().tolist() == ["sison_glaz"]
    # R's MultinomialCI, see test_sison_glaz.
    assert found.loc[0, ["low", "high"]].tolist() == pytest.approx(
        [0.07922912, 0.1643361], abs=5e-5
    )


def test_bonferroni_exact_is_clopper_pearson_with_the_error_shared():
    expected = share_interval(SNP, method="clopper_pearson", level=1 - 0.05 / 3)

    assert limits(SNP, "bonferroni_exact") == pytest.approx(expected[["low", "high"]].to_numpy())


# docs/coverage/shares.md has the whole table; 500 draws, three standard errors: 0.029.
@pytest.mark.parametrize(("method", "least"), [("goodman", 0.95), ("sison_glaz", 0.94)])
def test_all_shares_are_covered_at_once(method, least):
    truth = np.array([126, 116, 65, 58, 41, 50]) / 456
    draws = np.random.default_rng(31).multinomial(456, truth, 500)
    found = [limits(list(counts), method) for counts in draws]

    covered = [((one[:, 0] <= truth) & (truth <= one[:, 1])).all() for one in found]

    assert np.mean(covered) >= least - 0.029


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("counts", "note", "low", "high"),
    [([0, 0, 0], "zero_base", 0, 1), ([12], "one_category", 1, 1)],
)
def test_nothing_and_one_part_are_stated(method, counts, note, low, high):
    found = simultaneous_intervals(counts, method)

    assert set(found["note"]) == {f"note.shares.{note}"}
    assert found[["low", "high"]].to_numpy().tolist() == [[low, high]] * len(counts)


@pytest.mark.parametrize("method", METHODS)
def test_part_without_a_case_has_an_upper_limit(method):
    found = simultaneous_intervals([0, 30, 70], method).iloc[0]

    assert found["note"] == "note.shares.zero_count"
    assert found["estimate"] == found["low"] == 0 < found["high"] < 0.2


def test_a_zero_of_a_small_base_is_both():
    found = simultaneous_intervals([0, 2, 3])["note"].tolist()

    assert found == ["note.shares.zero_count_small_base", *["note.shares.small_base"] * 2]


@pytest.mark.parametrize("counts", [[3, 3, 3], [40, 0, 0]])
def test_sison_glaz_says_nothing_where_it_cannot_be_used(counts):
    found = simultaneous_intervals(counts, "sison_glaz")

    assert set(found["note"]) == {"note.shares.sison_glaz_not_usable"}
    assert found[["low", "high"]].to_numpy().tolist() == [[0, 1]] * 3


def test_small_counts_are_noted_unless_the_method_is_exact():
    assert simultaneous_intervals([4, 96])["note"].tolist() == ["note.shares.small_count", ""]
    assert simultaneous_intervals([4, 96], "bonferroni_exact")["note"].tolist() == ["", ""]


def test_many_parts_have_finite_limits():
    for method in METHODS:
        assert np.isfinite(limits([1, 2, 3] * 3000, method)).all()


@pytest.mark.parametrize(
    ("args", "key"),
    [
        (([1, -2],), "error.shares_counts"),
        (([1, 2], "fitzpatrick_scott"), "error.method"),
        (([1, 2], "goodman", 95), "error.survey_share"),
    ],
)
def test_wrong_usage_is_refused(args, key):
    with pytest.raises(UsageError) as error:
        simultaneous_intervals(*args)
    assert error.value.key == key
