"""Adjusted residuals against Agresti (2007) and R's chisq.test()$stdres."""

import numpy as np
import pandas as pd
import pytest

from netralitas_research.errors import UsageError
from netralitas_research.statistics.association.residuals import adjusted_residuals

PARTY = pd.DataFrame(
    [[762, 327, 468], [484, 239, 477]],
    index=["F", "M"],
    columns=["Democrat", "Independent", "Republican"],
)
HAIR_EYE = [[68, 20, 15, 5], [119, 84, 54, 29], [26, 17, 14, 14], [7, 94, 10, 16]]


def test_gender_and_party_as_in_agresti_2007_table_2_5():
    found = adjusted_residuals(PARTY).set_index("term")

    assert found["estimate"].tolist()[:3] == pytest.approx(
        [4.50205352108671, 0.69945173298443, -5.31594554270493]
    )
    assert found["pearson"].tolist() == pytest.approx(
        [
            *(2.1988557660159, 0.411370170056629, -2.84323971554515),
            *(-2.50466949256073, -0.468582947101273, 3.23867344353658),
        ]
    )
    assert found.loc["M × Republican", ["row", "column", "observed"]].tolist() == [
        "M",
        "Republican",
        477,
    ]
    assert found["reject"].tolist() == [True, False, True] * 2


def test_hair_and_eye_colour_as_in_r():
    found = adjusted_residuals(HAIR_EYE)["estimate"].to_numpy().reshape(4, 4)

    assert found == pytest.approx(
        np.array(
            [
                [6.13651969457692, -4.25381552348768, -0.575026061054154, -2.2878960181141],
                [2.16428237935835, -3.39788278814146, 2.05021620636045, -0.508263013032477],
                [-0.100824216079503, -2.31105225862757, 0.989511795225213, 2.57656859590492],
                [-8.32824832885082, 9.96755012115448, -2.73797697795802, 0.732023185727858],
            ]
        )
    )


def test_adjustment_counts_all_cells():
    plain, bonferroni = (adjusted_residuals(PARTY, name) for name in ("none", "bonferroni"))

    assert plain["p_adjusted"].tolist() == plain["p_value"].tolist()
    assert bonferroni["p_adjusted"].tolist() == np.minimum(1, 6 * plain["p_value"]).tolist()
    assert bonferroni["method"].unique().tolist() == ["haberman_bonferroni"]


def test_cell_of_an_empty_row_has_no_p_value_and_does_not_count():
    whole = adjusted_residuals([[20, 10], [10, 20]], "bonferroni")
    found = adjusted_residuals([[20, 10], [0, 0], [10, 20]], "bonferroni")

    empty = found.iloc[2:4]
    assert empty["note"].unique().tolist() == ["note.association.empty_cell"]
    assert empty[["estimate", "low", "high"]].to_numpy().tolist() == [[0, 0, 0]] * 2
    assert empty["p_value"].isna().all()
    assert not empty["reject"].any()
    assert found["p_adjusted"].dropna().tolist() == whole["p_adjusted"].tolist()


@pytest.mark.parametrize(
    ("table", "note"), [([[3, 4, 5]], "one_line"), ([[0, 0], [0, 0]], "no_counts")]
)
def test_a_table_without_comparison_says_so_in_every_cell(table, note):
    found = adjusted_residuals(table)

    assert found["note"].unique().tolist() == [f"note.association.{note}"]
    assert (found["estimate"] == 0).all()


def test_small_expected_count_is_said_in_its_cell():
    found = adjusted_residuals([[1, 3], [30, 40]])

    assert (found["note"] != "").tolist() == [True, True, False, False]


def test_limits_hold_no_departure_as_often_as_stated():
    # 400 independent tables of 300: four standard errors of a share of 1600 dependent cells.
    shares = np.outer([0.4, 0.6], [0.5, 0.5]).ravel()
    draws = np.random.default_rng(8).multinomial(300, shares, size=400)
    found = [adjusted_residuals(draw.reshape(2, 2)) for draw in draws]

    covered = np.mean([(cells["low"] <= 0) & (cells["high"] >= 0) for cells in found])
    assert covered == pytest.approx(0.95, abs=4 * 0.011)


def test_an_unknown_adjustment_is_refused():
    with pytest.raises(UsageError) as error:
        adjusted_residuals(PARTY, "sidak")
    assert (error.value.params["argument"], error.value.params["name"]) == ("adjust", "sidak")


def test_a_table_without_cells_is_refused():
    with pytest.raises(UsageError):
        adjusted_residuals(pd.DataFrame())


def test_counts_of_thousands_of_millions_have_the_residuals_of_the_same_shares():
    small = [[1000, 2000], [3000, 1000]]
    large = adjusted_residuals(np.array(small) * 10**6)

    expected = adjusted_residuals(small)["estimate"] * 1000
    assert large["estimate"].tolist() == pytest.approx(expected.tolist())
    assert set(large["note"]) == {""}
