"""What it would take for high officials to violate no more often than others."""

import pytest

from netralitas_research.presentation.causes import position
from netralitas_research.presentation.causes.position import detection

TOTAL = 3995634


@pytest.fixture(scope="module")
def found() -> position.Evidence:
    return position.evidence()


def test_the_tipping_point_is_the_rate_ratio(found):
    rows = position.tipping_points(found.counts, found.workforce)
    row = rows.query("as_of == '2020-07-31' and reference == 'others'").iloc[0]
    # R: poisson.test(c(126, 330), c(19538, 3995634 - 19538))
    assert row["estimate"] == pytest.approx(77.702208, rel=1e-6)
    assert (row["low"], row["high"]) == pytest.approx((62.773024, 95.687851), rel=1e-6)


def test_the_tipping_point_has_a_range_where_the_workforce_has(found):
    rows = position.tipping_points(found.counts, found.workforce)
    row = rows.query("as_of == '2020-07-31' and reference == 'pelaksana'").iloc[0]
    rate = 126 / 19538
    assert row["bound_low"] == pytest.approx(rate / (58 / 1514645))
    assert row["bound_high"] == pytest.approx(rate / (58 / 1526401))


def test_every_tipping_point_says_that_the_year_differs_unless_it_is_2021(found):
    rows = position.tipping_points(found.counts, found.workforce)
    assert set(rows["note"]) == {"position.note.other_year"}


def test_propensities_are_the_rate_ratio_by_the_stated_ratio(found):
    rows = position.under_detection(found.counts, found.workforce, "2020-07-31")
    assert len(rows) == len(detection.RANGES)
    for (least, most), row in zip(detection.RANGES, rows.to_dict("records"), strict=True):
        bounds = row["bound_low"], row["bound_high"]
        assert bounds == pytest.approx((77.702208 / most, 77.702208 / least), rel=1e-6)
