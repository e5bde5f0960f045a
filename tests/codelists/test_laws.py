import pytest

from netralitas_research.codelists import load, match

LAWS = load("laws")


@pytest.mark.parametrize("code", LAWS.index)
def test_no_law_is_in_force_before_it_was_enacted_or_after_it_ended(code: str) -> None:
    row = LAWS.loc[code]
    known = [row[column] for column in ("enacted", "in_force_from", "in_force_to") if row[column]]

    assert known == sorted(known)
    assert all(len(date) == len("2014-01-15") for date in known)


@pytest.mark.parametrize("code", LAWS.index[LAWS["replaced_by"] != ""])
def test_a_law_ends_when_the_one_that_replaces_it_begins(code: str) -> None:
    ends = LAWS.loc[code, "in_force_to"]
    begins = LAWS.loc[LAWS.loc[code, "replaced_by"], "in_force_from"]

    assert ends == begins or "" in (ends, begins)
    assert int(LAWS.loc[code, "year"]) <= int(LAWS.loc[LAWS.loc[code, "replaced_by"], "year"])


def test_the_civil_service_law_of_2014_ended_with_that_of_2023() -> None:
    assert LAWS.loc["UU-5-2014", "replaced_by"] == "UU-20-2023"
    assert LAWS.loc["UU-5-2014", "in_force_to"] == LAWS.loc["UU-20-2023", "in_force_from"]
    assert LAWS.loc["UU-20-2023", "in_force_from"] == "2023-10-31"


def test_a_date_of_enactment_says_what_it_is() -> None:
    assert (LAWS["enacted"] != "").eq(LAWS["enacted_is"] != "").all()


@pytest.mark.parametrize("code", LAWS.index[LAWS["enacted"] != ""])
def test_a_law_bears_the_year_it_was_enacted_in(code: str) -> None:
    enacted, year = LAWS.loc[code, "enacted"][:4], LAWS.loc[code, "year"]

    if LAWS.loc[code, "kind"] == "Putusan MK":
        assert int(enacted) >= int(year)  # the number counts from the year of the petition
    else:
        assert enacted == year


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Undang-Undang Nomor 20 Tahun 2023", "UU-20-2023"),
        ("PP 94/2021", "PP-94-2021"),
        ("Surat Keputusan Bersama (SKB) Nomor 2 Tahun 2022", "SKB-2-2022"),
        ("uu-7-2017", "UU-7-2017"),
        ("PP 49 Tahun 2011", None),
    ],
)
def test_a_citation_finds_its_law_and_a_wrong_number_none(wording: str, code: str | None) -> None:
    assert match("laws", wording).code == code
