"""Changes of items against published examples and R 4.2; see reference/surveys.R."""

import pandas as pd
import pytest

from netralitas_research.statistics.surveys.item_changes import item_changes


def answers(both, up, down, neither):
    """Make the answers of persons of whom so many changed in each direction."""
    before = [1] * both + [0] * up + [1] * down + [0] * neither
    after = [1] * both + [1] * up + [0] * down + [0] * neither
    return pd.DataFrame({"b1": before}, dtype=float), pd.DataFrame({"b1": after}, dtype=float)


def test_bronchial_hyperreactivity_of_bentur_and_others():
    # Fagerland, Lydersen & Laake (2014), Statistics in Medicine 33:2850: of 21 children 1 changed
    # one way, 7 the other; exact McNemar p = 0.0703 (R: binom.test(1, 8)).
    [found] = item_changes(*answers(1, 1, 7, 12), 0.95, binary=True)

    assert found["p_value"] == pytest.approx(0.0703125)
    assert found["estimate"] == pytest.approx(-6 / 21)
    # By hand, from (1 + 1) / 23 and (7 + 1) / 23.
    assert (found["low"], found["high"]) == pytest.approx((-0.5084, -0.0134), abs=1e-4)


def test_p_values_are_adjusted_as_by_r_p_adjust_holm():
    pairs = [answers(4, up, down, 18 - up - down) for up, down in ((9, 1), (8, 1), (3, 2))]
    before, after = (
        pd.concat([pair[side] for pair in pairs], axis=1).set_axis(["b1", "b2", "b3"], axis=1)
        for side in (0, 1)
    )

    found = item_changes(before, after, 0.95, binary=True)

    # binom.test: 22/1024, 20/512, 1; p.adjust(c(22/1024, 20/512, 1), "holm").
    assert [cells["p_value"] for cells in found] == pytest.approx([22 / 1024, 20 / 512, 1])
    assert [cells["p_adjusted"] for cells in found] == pytest.approx([66 / 1024, 40 / 512, 1])


def test_an_item_without_test_does_not_count_in_the_adjustment():
    before = pd.DataFrame({"b1": [1.0, 2, 3], "b2": [1.0, 2, 4]})
    after = pd.DataFrame({"b1": [2.0, 3, 4], "b2": [2.0, 4, 5]})

    same, moved = item_changes(before, after, 0.95, binary=False)

    assert same["note"] == "surveys.note.same_change"
    assert moved["p_adjusted"] == moved["p_value"]


def test_nobody_who_changed_and_nobody_at_all_are_noted():
    [unchanged] = item_changes(*answers(3, 0, 0, 2), 0.95, binary=True)
    assert (unchanged["estimate"], unchanged["note"]) == (0, "surveys.note.no_change")
    assert unchanged["low"] == -unchanged["high"] < 0

    [nobody] = item_changes(*answers(0, 0, 0, 0), 0.95, binary=True)
    assert nobody["note"] == "surveys.note.no_pairs"
