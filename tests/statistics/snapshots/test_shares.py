"""The composition of increments; R 4.2, see reference/snapshots.R."""

import numpy as np
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.snapshots import (
    increment_shares,
    increments,
    increments_of_printed,
)

COUNTS = [[126, 116, 214], [189, 213, 425], [319, 539, 1176]]


def test_limits_of_wilson_and_goodman_as_in_r():
    added = increments(COUNTS)
    single, at_once = increment_shares(added), increment_shares(added, method="goodman")

    assert single.loc[0, "estimate"] == 63 / 371
    assert single.loc[0, ["low", "high"]].tolist() == pytest.approx(
        [0.135035003973309, 0.211355331901474]
    )
    assert at_once.loc[0, ["low", "high"]].tolist() == pytest.approx(
        [0.128252618885186, 0.221416217975559]
    )


def test_simultaneous_limits_of_goodman_as_published():
    # Goodman (1965), as printed by SAS: four categories.
    added = increments([[91, 49, 37, 43]], from_zero=True)
    found = increment_shares(added, method="goodman")[["low", "high"]]

    expected = [[0.3342, 0.4978], [0.1609, 0.2999], [0.1146, 0.2401], [0.1375, 0.2703]]
    assert found.to_numpy() == pytest.approx(np.array(expected), abs=1e-4)


def test_what_the_print_leaves_open_widens_the_limits():
    added = increments_of_printed([["50"], ["40"]], [100, 200], rounding="half_up")
    found = increment_shares(added).loc[0]

    assert added.loc[0, ["low", "high"]].tolist() == [29, 30]
    assert found[["possible_low", "possible_high"]].tolist() == [0.29, 0.30]
    low = increment_shares(increments([[29]], [100], from_zero=True)).loc[0, "low"]
    high = increment_shares(increments([[30]], [100], from_zero=True)).loc[0, "high"]
    assert found[["low", "high"]].tolist() == [low, high]


def test_envelopes_are_those_of_the_feasible_pairs():
    added = increments_of_printed([["50"], ["40"]], [[100, 60], [200, 150]], rounding="half_up")
    found = increment_shares(added)
    pairs = found[found["reading"].eq("pair") & found["feasible"] & found["term"].eq(1)]
    same = pairs[pairs["kind_start"] == pairs["kind_end"]]

    for reading, rows in (("free", pairs), ("same_kind", same)):
        envelope = found[found["reading"].eq(reading) & found["term"].eq(1)].iloc[0]
        assert envelope["low"] == rows["low"].min()
        assert envelope["high"] == rows["high"].max()
        assert envelope["possible_low"] == rows["possible_low"].min()


def test_no_feasible_base_leaves_everything_open():
    added = increments_of_printed([["90"], ["10"]], [[100, 90], [110, 95]])
    found = increment_shares(added)

    assert not found["feasible"].any()
    limits = found[["low", "high", "possible_low", "possible_high"]]
    assert limits.drop_duplicates().values.tolist() == [[0, 1, 0, 1]]
    envelope = found[found["reading"] == "free"]
    assert set(envelope["note"]) == {"note.snapshots.no_feasible_base"}


@pytest.mark.parametrize(
    ("counts", "base", "limits", "note"),
    [
        ([[3, 4], [3, 4]], None, [0, 1], "note.snapshots.nothing_added"),
        ([[3, 4], [2, 9]], None, [0, 1], "note.snapshots.falls"),
        ([[3, 4], [3, 14]], None, [0, 0.27753279], "note.snapshots.zero_count"),
        ([[3], [13]], None, [0.72246721, 1], "note.snapshots.all_added"),
        ([[3], [13]], [7, None], [0, 1], "note.snapshots.no_base"),
    ],
)
def test_what_has_no_share_is_stated(counts, base, limits, note):
    # 0 of 10: R prop.test(0, 10, correct = FALSE).
    found = increment_shares(increments(counts, base)).loc[0]

    assert found[["low", "high"]].tolist() == pytest.approx(limits)
    assert found["note"] == note


@pytest.mark.parametrize("wrong", [{"level": 95}, {"method": "wald"}])
def test_wrong_use_is_refused(wrong):
    with pytest.raises(UsageError):
        increment_shares(increments(COUNTS), **wrong)


def test_intervals_cover_a_composition_that_changes():
    generator = np.random.default_rng(20200731)
    truth = np.array([[0.36, 0.17, 0.47], [0.2, 0.3, 0.5]])
    sizes = [369, 300]
    covered = []
    for _ in range(300):
        drawn = [generator.multinomial(n, one) for n, one in zip(sizes, truth, strict=True)]
        added = increments(np.cumsum(drawn, axis=0), from_zero=True)
        found = increment_shares(added, method="goodman")
        held = found["low"].le(truth.ravel()) & found["high"].ge(truth.ravel())
        covered += held.to_numpy().reshape(2, 3).all(axis=1).tolist()
    # A share of 600 draws at 0.95 has a standard error of 0.009; Goodman is conservative.
    assert 0.93 < np.mean(covered) < 0.99


def test_methods_have_the_names_that_the_literature_gives_them():
    added = increments([[40, 60], [60, 140]])

    found = increment_shares(added, method="Exact")

    assert set(found["method"]) == {"clopper_pearson"}
