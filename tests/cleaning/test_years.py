import pandas as pd
import pytest

from netralitas_research.cleaning.years import report_years, year_of


def figures(**columns):
    standard = {
        "series": "cumulative",
        "period_end": "not_applicable",
        "as_of": "2020-07-31",
        "subject": "asn_neutrality",
    }
    length = max(len(values) for values in columns.values())
    return pd.DataFrame({name: [value] * length for name, value in standard.items()} | columns)


@pytest.mark.parametrize(
    ("as_of", "year"), [("2020-07-31", 2020), ("2020-07", 2020), ("2020", 2020), ("unknown", None)]
)
def test_a_snapshot_belongs_to_the_year_of_its_date(as_of, year):
    found = year_of(figures(as_of=[as_of]))

    assert found.isna().item() if year is None else found.item() == year


def test_a_flow_belongs_to_the_year_it_ends_in():
    flow = figures(series=["flow"], period_end=["2019-04-15"], as_of=["not_applicable"])

    assert year_of(flow).tolist() == [2019]


def test_the_index_of_the_figures_is_kept():
    frame = figures(as_of=["2018", "2019"]).set_axis(["F1", "F2"])

    assert year_of(frame)["F2"] == 2019


def test_years_of_reports_are_those_with_figures_on_neutrality_from_2018_on():
    frame = figures(
        as_of=["2021", "2017", "2018", "2021-05", "2023", "unknown"],
        subject=[*["asn_neutrality"] * 4, "workforce", "asn_neutrality"],
    )

    assert report_years(frame) == [2018, 2021]


def test_every_year_from_2018_to_2024_has_figures(cleaned):
    assert set(range(2018, 2025)) <= set(cleaned.report_years)
