import pytest

from netralitas_research.codelists import load, match

CHAIN = ["alleged", "reported", "proven", "recommended", "sanctioned"]


def test_the_chain_runs_from_alleged_to_sanctioned() -> None:
    stages = load("stages")

    assert [stages.loc[code, "order"] for code in CHAIN] == ["1", "2", "3", "4", "5"]
    assert set(stages.loc[CHAIN, "kind"]) == {"chain"}


def test_each_stage_of_the_chain_nests_in_the_one_before() -> None:
    nests_in = load("stages")["nests_in"]

    assert [nests_in[code] for code in CHAIN[1:]] == CHAIN[:-1]


def test_forwarding_and_reporting_are_the_same_step() -> None:
    stages = load("stages")

    assert stages.loc["forwarded_kasn", "order"] == stages.loc["reported", "order"]


def test_no_stage_nests_in_a_later_one() -> None:
    stages = load("stages")
    for _, row in stages[(stages["order"] != "") & (stages["nests_in"] != "")].iterrows():
        wider = stages.loc[row["nests_in"], "order"]

        assert wider == "" or int(wider) <= int(row["order"])


def test_a_wording_that_joins_two_stages_is_its_own_stage() -> None:
    code = match("stages", "terbukti/direkomendasikan").code

    assert code == "proven_recommended"
    assert load("stages").loc[code, "nests_in"] == "reported"


def test_a_recommendation_of_bawaslu_is_a_referral() -> None:
    meaning = load("stages")["meaning_at_bawaslu"]

    assert meaning[meaning != ""].to_dict() == {"recommended": "forwarded"}


@pytest.mark.parametrize(
    ("wording", "kind"),
    [("masih dalam proses penanganan", "open"), ("dihentikan", "closed"), ("terbukti", "chain")],
)
def test_open_closed_and_chained_stages_are_kept_apart(wording: str, kind: str) -> None:
    assert load("stages").loc[str(match("stages", wording).code), "kind"] == kind


def test_phases_of_the_election_follow_each_other() -> None:
    order = load("election_phases")["order"]
    phases = ["preparation", "nomination", "campaign", "quiet_period", "voting", "counting"]

    assert [int(order[phase]) for phase in phases] == [1, 2, 3, 4, 5, 6]
