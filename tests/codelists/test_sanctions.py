from netralitas_research.codelists import load


def test_sanctions_are_ordered_from_moral_to_dismissal() -> None:
    order = load("sanctions")["order"]
    ladder = [
        "none_yet",
        "moral_closed",
        "moral_open",
        "discipline_light",
        "discipline_moderate",
        "discipline_severe",
        "dismissal",
    ]

    steps = [int(order[code]) for code in ladder]
    assert steps == sorted(set(steps))


def test_a_narrower_sanction_is_never_lighter_than_the_wider_one() -> None:
    sanctions = load("sanctions")
    ordered = sanctions[(sanctions["order"] != "") & (sanctions["parent"] != "")]

    for _, row in ordered.iterrows():
        assert int(row["order"]) >= int(sanctions.loc[row["parent"], "order"])


def test_a_cut_of_performance_pay_rests_on_the_regulation_of_2021() -> None:
    sanctions = load("sanctions")

    assert sanctions.loc["performance_pay_cut", "law"] == "PP-94-2021"
    assert sanctions.loc["moral_open", "law"] == "PP-42-2004"
