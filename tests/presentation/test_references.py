import pandas as pd
import pytest
from bs4 import BeautifulSoup

from netralitas_research.presentation.references import sources


def items(frame: pd.DataFrame, language: str) -> dict:
    soup = BeautifulSoup(sources(frame, language).html, "html.parser")
    return {item["id"]: item for item in soup.select("ol.sources > li")}


def test_sources_are_listed_by_publisher_with_an_anchor_each(source_rows: pd.DataFrame):
    expected = ["source-bawaslu", "source-kasn2021", "source-medcom"]
    assert list(items(source_rows, "id")) == expected


def test_a_complete_address_is_a_link(source_rows: pd.DataFrame):
    link = items(source_rows, "id")["source-bawaslu"].find("a")
    assert link["href"] == "https://example.org/?x=1&y=2"
    assert link.get_text() == "Rekap"


@pytest.mark.parametrize(
    ("language", "remark"), [("id", "Alamat tidak lengkap"), ("en", "Incomplete address")]
)
def test_an_incomplete_address_is_no_link_and_is_said(source_rows, language: str, remark: str):
    item = items(source_rows, language)["source-kasn2021"]
    assert item.find("a") is None
    assert remark in item.get_text()
    assert "example.org/a..." in item.get_text()


def test_an_address_that_runs_a_program_is_no_link(source_rows: pd.DataFrame):
    frame = source_rows.assign(url="javascript:alert(1)", url_status="complete")
    assert all(item.find("a") is None for item in items(frame, "id").values())


@pytest.mark.parametrize(
    ("language", "dates"),
    [("id", ("2 September 2024", "Agustus 2021", "Tanpa tanggal")),
     ("en", ("2 September 2024", "August 2021", "Undated"))],
)  # fmt: skip
def test_dates_are_written_as_far_as_they_are_known(source_rows, language: str, dates):
    for item, date in zip(items(source_rows, language).values(), dates, strict=True):
        assert f"{date}." in item.get_text()


def test_titles_are_escaped_and_marked_as_indonesian(source_rows: pd.DataFrame):
    title = items(source_rows, "en")["source-kasn2021"].find("cite")
    assert (title["lang"], title.get_text()) == ("id", "Kinerja <2021>")


def test_a_source_given_twice_is_listed_once(source_rows: pd.DataFrame):
    twice = pd.concat([source_rows, source_rows])
    assert sources(twice, "id").html == sources(source_rows, "id").html


def test_an_address_that_is_not_known_is_said(source_rows: pd.DataFrame):
    assert "Address not known." in items(source_rows, "en")["source-medcom"].get_text()
