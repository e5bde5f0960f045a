import datetime

import pytest

from netralitas_research.codelists import load, match

DATES = [
    "nomination_from",
    "nomination_to",
    "candidates_set",
    "campaign_from",
    "campaign_to",
    "voting_date",
]
HELD = load("elections").query("voting_date != ''")


def test_seven_elections_were_held() -> None:
    assert list(HELD.index) == [
        "pilkada-2015",
        "pilkada-2017",
        "pilkada-2018",
        "pemilu-2019",
        "pilkada-2020",
        "pemilu-2024",
        "pilkada-2024",
    ]


# published by the Election Commission and the press, see the sources of each row
@pytest.mark.parametrize(
    ("code", "voting_date", "campaign_from", "campaign_to"),
    [
        ("pilkada-2015", "2015-12-09", "2015-08-27", "2015-12-05"),
        ("pilkada-2018", "2018-06-27", "2018-02-15", "2018-06-23"),
        ("pemilu-2019", "2019-04-17", "2018-09-23", "2019-04-13"),
        ("pilkada-2020", "2020-12-09", "2020-09-26", "2020-12-05"),
        ("pemilu-2024", "2024-02-14", "2023-11-28", "2024-02-10"),
        ("pilkada-2024", "2024-11-27", "2024-09-25", "2024-11-23"),
    ],
)
def test_campaign_and_vote_lie_where_they_were_published(
    code: str, voting_date: str, campaign_from: str, campaign_to: str
) -> None:
    row = HELD.loc[code]

    assert (row["voting_date"], row["campaign_from"], row["campaign_to"]) == (
        voting_date,
        campaign_from,
        campaign_to,
    )


@pytest.mark.parametrize("code", HELD.index)
def test_nomination_campaign_and_vote_follow_each_other(code: str) -> None:
    dates = [datetime.date.fromisoformat(HELD.loc[code, column]) for column in DATES]

    assert dates == sorted(dates)
    assert code.endswith(str(dates[-1].year))


@pytest.mark.parametrize("code", HELD.index[HELD["kind"] == "regional"])
def test_areas_are_the_sum_of_provinces_regencies_and_cities(code: str) -> None:
    row = HELD.loc[code]
    parts = sum(int(row[column]) for column in ("provinces", "regencies", "cities"))

    assert int(row["areas"]) == parts
    assert int(row["regencies_and_cities"]) == parts - int(row["provinces"])


@pytest.mark.parametrize(
    ("wording", "code", "parts"),
    [
        ("Pemilu 2024 / Pilkada 2024", "pemilu-2024-pilkada-2024", "pemilu-2024;pilkada-2024"),
        ("Pilkada 2018 - Pemilu 2019", "pilkada-2018-pemilu-2019", "pilkada-2018;pemilu-2019"),
        ("Pilkada 2020 - pra Pemilu 2024", "pilkada-2020-pra-pemilu-2024", "pilkada-2020"),
        ("IKP 2024", "ikp-2024", "pemilu-2024;pilkada-2024"),
        ("semua", "all", ""),
        ("multiple", "by_level", ""),
    ],
)
def test_a_label_that_joins_elections_has_its_own_code(wording: str, code: str, parts: str) -> None:
    assert match("elections", wording).code == code
    assert load("elections").loc[code, "parts"] == parts
