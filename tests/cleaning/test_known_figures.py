"""Figures whose codes were read off by hand, over the variety of wordings in the evidence."""

import csv
from pathlib import Path

import pytest

with (Path(__file__).parent / "data" / "known_figures.csv").open(encoding="utf-8") as file:
    KNOWN = list(csv.DictReader(file))


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known['figure_id']} {known['shows']}")
def test_a_known_figure_has_the_codes_read_off_by_hand(figures, known):
    figure = dict(figures.loc[known["figure_id"]])
    period = f"{figure['period_start']}..{figure['period_end']}"
    figure["date"] = period if figure["series"] == "flow" else figure["as_of"]

    for column, expected in known.items():
        if column == "value":
            assert figure[column] == float(expected)
        elif column != "shows":
            assert figure[column] == expected, column


def test_the_known_figures_are_of_many_kinds():
    assert len(KNOWN) > 40
    for column in ("counted_by", "stage", "unit_counted", "subject", "dimension", "measure"):
        assert len({known[column] for known in KNOWN}) >= 5
