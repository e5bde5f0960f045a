import pandas as pd
import pytest

from netralitas_research.cleaning.schema import TABLES
from netralitas_research.cleaning.validation import validate
from netralitas_research.errors import InputError

ACT = {
    "act_id": "E01",
    "part": "E",
    "order": "1",
    "act_id_label": "label",
    "act_en": "label",
    "stage_of_election": "before",
    "norm_broken": "",
    "sanction_class": "moral",
    "source_id": "page_a",
}


def acts(*rows):
    return pd.DataFrame([ACT | row for row in rows], dtype=str)


def problems(name, frame, origin=None):
    with pytest.raises(InputError) as error:
        validate(name, frame, origin)
    return [(p.problem, p.file, p.row, p.column) for p in error.value.problems]


def test_columns_are_put_in_order_and_typed():
    valid = validate("skb_acts", acts({})[list(reversed(ACT))])

    assert list(valid.columns) == list(ACT)
    assert valid["order"].tolist() == [1]


@pytest.mark.parametrize(
    ("cells", "problem", "column"),
    [
        ({"part": ""}, "missing_value", "part"),
        ({"part": None}, "missing_value", "part"),
        ({"order": "first"}, "number_format", "order"),
        ({"order": "1.5"}, "number_format", "order"),
    ],
)
def test_a_wrong_cell_is_said_with_its_row(cells, problem, column):
    found = problems("skb_acts", acts({}, {"act_id": "E02"} | cells))

    assert found == [(f"problem.{problem}", "skb_acts.csv", 3, column)]


def test_a_repeated_key_is_said_for_both_rows():
    found = problems("skb_acts", acts({}, {}))

    assert found == [
        ("problem.repeated_id", "skb_acts.csv", 2, "act_id"),
        ("problem.repeated_id", "skb_acts.csv", 3, "act_id"),
    ]


def test_all_faults_are_said_at_once():
    found = problems("skb_acts", acts({"part": ""}, {"act_id": "E02", "order": "x", "act_en": ""}))

    assert {(row, column) for _, _, row, column in found} == {
        (2, "part"),
        (3, "order"),
        (3, "act_en"),
    }


def test_a_fault_is_said_where_it_stands_in_the_raw_file(table):
    origin = table(ACT, ACT | {"act_id": "E02", "part": ""}, file="data/raw/skb_acts.csv")
    shifted = type(origin)(
        origin.file, origin.columns, ((5, origin.rows[0][1]), (9, origin.rows[1][1]))
    )

    found = problems("skb_acts", acts({}, {"act_id": "E02", "part": ""}), shifted)

    assert found == [("problem.missing_value", "data/raw/skb_acts.csv", 9, "part")]


def test_a_repeated_link_is_said():
    row = dict.fromkeys((column.name for column in TABLES["article_links"].columns), "x")
    frame = pd.DataFrame([row, row], dtype=str)

    assert {problem for problem, *_ in problems("article_links", frame)} == {"problem.repeated_id"}
