"""A user's questionnaire: both layouts, both languages, all problems, and no personal data."""

import csv
import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.cleaning.questionnaires import Questionnaire, read_questionnaire
from netralitas_research.errors import InputError
from netralitas_research.language import LANGUAGES, translator

LONG = """peserta;waktu;b1;b2
A;sebelum;2;3
B;sebelum;1;
A;sesudah;4;5
"""
ANSWERS = [
    (1, "before", "b1", 2.0),
    (1, "before", "b2", 3.0),
    (2, "before", "b1", 1.0),
    (2, "before", "b2", math.nan),
    (1, "after", "b1", 4.0),
    (1, "after", "b2", 5.0),
]


def read(folder, content, **more):
    path = folder / "answers.csv"
    path.write_text(content, encoding="utf-8")
    return read_questionnaire(path, **more)


def problems(folder, content, **more):
    with pytest.raises(InputError) as error:
        read(folder, content, **more)
    return error.value.problems


def answers(found):
    """Give the answers sorted, with -1 for a missing one."""
    return sorted(found.answers.fillna(-1).itertuples(index=False, name=None))


EXPECTED = sorted((p, s, i, -1 if math.isnan(a) else a) for p, s, i, a in ANSWERS)


@pytest.mark.parametrize(
    "content",
    [
        LONG,
        LONG.replace(";", ","),
        "\ufeff" + LONG,
        LONG.replace("peserta;waktu;b1;b2", "Respondent;Time;Q1;Q 02"),
        LONG.replace("sebelum", "Pre-test").replace("sesudah", "POST"),
        "peserta;pre_1;pre_2;post_1;post_2\nA;2;3;4;5\nB;1;;;\n",
        "ID;Sebelum 1;Sebelum 2;Sesudah b1;Sesudah b2\nA;2;3;4;5\nB;1;;;\n",
        "Post1,Pre1,Pre2,Post2\n4,2,3,5\n,1,,\n",
        "Nama;NIP;Jabatan;pre_1;pre_2;post_1;post_2\nXxxx;123;y;2;3;4;5\nZzzz;124;y;1;;;\n",
    ],
    ids=[
        "long",
        "comma",
        "byte-order mark",
        "English headings",
        "other words for the sittings",
        "wide",
        "wide in Indonesian",
        "wide without persons",
        "persons told apart by personal data",
    ],
)
def test_the_same_answers_are_read_from_each_layout(tmp_path, content):
    found = read(tmp_path, content)

    assert answers(found) == EXPECTED
    assert (found.persons, found.both, found.only_before, found.only_after) == (2, 1, 1, 0)


def test_columns_that_are_not_taken_over_are_said_without_their_heading(tmp_path):
    found = read(tmp_path, "Nama lengkap;E-mail;Unit;pre_1;post_1\nXxxx;x@y;z;1;2\n")

    assert [(each.column, each.kind) for each in found.dropped] == [
        ("A", "name"),
        ("B", "email"),
        ("C", "not_needed"),
    ]


def test_the_same_person_is_known_in_small_and_capital_letters(tmp_path):
    assert read(tmp_path, LONG.replace("A;sesudah", " a ;sesudah")).both == 1


def test_all_problems_are_said_at_once_with_their_place(tmp_path):
    content = """peserta;waktu;b1;b2
A;sebelm;2;3
B;sebelum;dua;6
;sebelum;1;1
B;pre;1;2.5
"""
    found = problems(tmp_path, content, scale=(1, 5))

    assert [(each.row, each.column, each.problem.rpartition(".")[2]) for each in found] == [
        (2, "waktu", "unknown_sitting"),
        (3, "b1", "answer_number"),
        (3, "b2", "answer_range"),
        (4, "peserta", "missing_value"),
        (5, "peserta", "person_twice"),
        (5, "b2", "answer_number"),
    ]
    assert found[0].value == "sebelm"
    assert found[0].nearest[0] == "sebelum"
    assert found[1].value == "dua"
    assert (found[2].value, found[2].params) == ("6", {"lowest": 1, "highest": 5})
    assert found[4].value is None
    assert found[4].params == {"first": "3"}
    assert "2,5" in found[5].nearest


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_can_be_said(tmp_path, language):
    text = translator(language)
    content = "peserta;waktu;b1\nA;x;1\nA;pre;x\nA;pre;9\n;pre;1\n"
    for each in problems(tmp_path, content, scale=(1, 5)):
        for key in (each.problem, each.expected):
            assert "{" not in text(key, **each.params)


@pytest.mark.parametrize(
    ("heading", "missing"),
    [
        ("x;y;z", ["peserta", "waktu", "b1"]),
        ("peserta;waktu;z", ["b1"]),
        ("peserta;b1;b2", ["waktu"]),
        ("waktu;b1;b2", ["peserta"]),
        ("pre_1;pre_2;y", ["post_1"]),
        ("post_1;post_2;y", ["pre_1"]),
    ],
)
def test_missing_columns_are_named(tmp_path, heading, missing):
    found = problems(tmp_path, f"{heading}\n1;2;3\n")

    assert [each.column for each in found] == missing
    assert {each.problem for each in found} == {"problem.missing_column"}


def test_an_item_that_stands_twice_is_refused(tmp_path):
    for heading in ("peserta;waktu;b1;q01", "pre_1;post_1;post_2;Sebelum 1"):
        [problem] = problems(tmp_path, f"{heading}\n1;pre;3;4\n")
        assert problem.problem == "problem.duplicate_column"


@pytest.mark.parametrize("answer", ["1e5", "5%", "3 ribu", "lebih dari 3", "--", "nan", "inf"])
def test_an_answer_that_is_no_plain_number_is_refused(tmp_path, answer):
    [problem] = problems(tmp_path, f"pre_1;post_1\n{answer};2\n")

    assert problem.problem == "userfiles.problem.answer_number"


def test_who_answered_nothing_is_counted_as_a_person_only(tmp_path):
    found = read(tmp_path, "peserta;pre_1;post_1\nA;;\nB;;3\n")

    assert (found.persons, found.both, found.only_before, found.only_after) == (2, 0, 0, 1)
    assert answers(found) == [(2, "after", "b1", 3.0)]


@pytest.mark.parametrize(
    "cell",
    ["Fulan Contoh", "fulan", "fulan.contoh@example.org", "000000 000000", "Tn. Fulan Contoh, SH"],
)
def test_a_personal_value_in_a_wrong_cell_is_not_shown(tmp_path, cell):
    content = f"Nama;peserta;waktu;b1\nFulan Contoh;A1;{cell};{cell}\nX;A2;pre;{cell}\n"

    found = problems(tmp_path, content)

    assert [each.value for each in found] == [None] * 2
    assert "fulan" not in repr(found).lower()


SECRETS = ("Fulan Contoh", "fulan@example.org", "000011112222333344", "081200000000")
HEADINGS = ("nama", "NIP", "email", "No HP", "peserta", "waktu", "b1", "b2", "pre_1", "post_1", "x")
LAYOUTS = (
    ["nama", "NIP", "email", "No HP", "waktu", "b1", "b2"],
    ["nama", "NIP", "email", "No HP", "pre_1", "post_1", "x"],
    ["waktu", "b1", "nama", "peserta", "email"],
)
CELLS = st.one_of(
    st.sampled_from(["", "sebelum", "pre", "post", "sesudh", "1", "5", "2,5", "2.5", "abc"]),
    st.sampled_from(SECRETS),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=6),
)


def file_of(rows):
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue()


@given(
    heading=st.one_of(
        st.sampled_from(LAYOUTS), st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=7)
    ),
    rows=st.lists(st.lists(CELLS, min_size=7, max_size=7), min_size=1, max_size=5),
)
def test_any_cells_give_answers_or_problems_and_never_a_personal_value(
    tmp_path_factory, heading, rows
):
    width = len(heading)
    # In the last row each personal column holds a secret, which may stand elsewhere as well.
    body = [row[:width] for row in rows]
    secret = [
        s if h in ("nama", "NIP", "email", "No HP") else ""
        for h, s in zip(heading, SECRETS * 2, strict=False)
    ]
    folder = tmp_path_factory.mktemp("any")
    try:
        found = read(folder, file_of([heading, *body, secret]))
    except InputError as error:
        shown = repr([(p.value, p.nearest, p.params, p.column) for p in error.problems]).lower()
    else:
        assert isinstance(found, Questionnaire)
        assert not found.answers.duplicated(["person", "sitting", "item"]).any()
        shown = repr((found.answers.to_dict("list"), found.dropped)).lower()
    for written in (s for s, h in zip(secret, heading, strict=True) if s):
        assert written.lower() not in shown
    assert "@example" not in shown
    assert "00001111" not in shown


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_is_read_or_refused(tmp_path_factory, text):
    found: tuple = ()
    try:
        read(tmp_path_factory.mktemp("text"), text)
    except InputError as error:
        found = error.problems
    assert all(each.problem and each.expected for each in found)


def test_the_answers_fit_what_computes_with_them(tmp_path):
    from netralitas_research.statistics.surveys.answers import scores
    from netralitas_research.statistics.surveys.prepost import compare

    sums = scores(read(tmp_path, LONG).answers)

    found = compare(sums["before"], sums["after"]).set_index("term")
    assert found.loc["mean_difference", "estimate"] == 4
    assert not found["simulated"].any()
