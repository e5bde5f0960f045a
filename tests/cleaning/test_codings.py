"""Codes of several coders: both layouts, all problems, and no personal data."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.cleaning.codings import Codings, read_codings
from netralitas_research.errors import InputError
from netralitas_research.language import LANGUAGES, translator

WIDE = "unit;coder_a;coder_b\nK1;policy;Policy\nK2;resource;\n"
ALLOWED = ["behaviour", "policy", "resource"]


def read(folder, content, **more):
    path = folder / "codes.csv"
    path.write_text(content, encoding="utf-8")
    return read_codings(path, **more)


def problems(folder, content, **more):
    with pytest.raises(InputError) as error:
        read(folder, content, **more)
    return error.value.problems


@pytest.mark.parametrize(
    "content",
    [
        WIDE,
        WIDE.replace("coder_", "Pengode "),
        WIDE.replace("unit;", "Kasus;"),
        "coder_a,coder_b\npolicy,policy\nresource,\n",
        "unit;coder;code\nK1;x;policy\nK1;y;policy\nK2;X;resource\n",
        "satuan;pengode;kode\nK1;x;policy\nK2;x;resource\nk1;y;policy\nk2;y;\n",
    ],
    ids=["wide", "Indonesian", "other unit", "without units", "long", "long, with an empty code"],
)
def test_the_same_codes_are_read_from_each_layout(tmp_path, content):
    found = read(tmp_path, content).codes

    assert found.index.tolist() == [1, 2]
    assert found.columns.tolist() == ["coder_1", "coder_2"]
    assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == [
        ["policy", "policy"],
        ["resource", None],
    ]


def test_units_lead_back_to_their_row(tmp_path):
    content = "unit;coder;code\nK2;x;policy\nK1;x;policy\nK2;y;policy\n"

    assert read(tmp_path, content).rows.to_dict() == {1: 2, 2: 3}


def test_codes_are_spelt_as_they_are_allowed(tmp_path):
    found = read(tmp_path, "coder_a;coder_b\nSOCIAL-MEDIA;social media\n", allowed=["Social media"])

    assert set(found.codes.loc[1]) == {"Social media"}


def test_all_problems_are_said_at_once_with_their_place(tmp_path):
    content = "unit;coder_a;coder_b\nK1;polcy;policy\n;policy;policy\nK1;policy;zzz\n"

    found = problems(tmp_path, content, allowed=ALLOWED)

    assert sorted((p.row, p.column, p.problem.rpartition(".")[2]) for p in found) == [
        (2, "coder_a", "code_not_allowed"),
        (3, "", "no_unit_or_coder"),
        (4, "", "unit_twice"),
        (4, "coder_b", "code_not_allowed"),
    ]
    wrong = next(p for p in found if p.row == 2)
    assert (wrong.value, wrong.nearest) == ("polcy", ("policy",))
    assert next(p for p in found if "twice" in p.problem).params == {"first": "2"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_can_be_said(tmp_path, language):
    text = translator(language)
    content = "unit;coder_a;coder_b\nK1;polcy;0000 0000\n;policy;policy\nK1;policy;zzz\n"
    for each in problems(tmp_path, content, allowed=ALLOWED):
        for key in (each.problem, each.expected):
            assert "{" not in text(key, **each.params)


@pytest.mark.parametrize(
    ("heading", "columns", "key"),
    [
        ("unit;coder_a;x", ["coder_b"], "problem.missing_column"),
        ("unit;coder;x", ["code"], "problem.missing_column"),
        ("x;y;z", ["unit", "coder", "code"], "problem.missing_column"),
        ("coder_a;Coder A;coder_b", ["coder a"], "problem.duplicate_column"),
    ],
)
def test_a_wrong_heading_is_refused(tmp_path, heading, columns, key):
    found = problems(tmp_path, f"{heading}\n1;2;3\n")

    assert [(each.column, each.problem) for each in found] == [(name, key) for name in columns]


def test_coders_are_not_named(tmp_path):
    found = read(tmp_path, "unit;coder;code;Nama\nK1;Fulan;policy;Fulan Contoh\n")

    assert "fulan" not in repr((found.codes.to_dict(), found.rows, found.dropped)).lower()
    assert [(each.column, each.kind) for each in found.dropped] == [("D", "name")]


@pytest.mark.parametrize("code", ["fulan@example.org", "0000 0000", "Fulan Contoh", "x" * 50])
def test_a_code_that_is_or_looks_personal_is_not_shown(tmp_path, code):
    content = f"unit;coder;code;nama\nK1;A;{code};Fulan Contoh\n"

    [problem] = problems(tmp_path, content, allowed=ALLOWED)

    assert problem.value is None
    assert code not in repr(problem)


CELLS = st.one_of(
    st.sampled_from(["", "policy", "resourc", "K1", "fulan@example.org"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=5),
)


@given(
    heading=st.permutations(["unit", "coder", "code", "coder_a", "coder_b", "nama"]).map(
        lambda names: names[:4]
    ),
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=5),
    allowed=st.sampled_from([None, ALLOWED]),
)
def test_any_cells_give_codes_or_problems(tmp_path_factory, heading, rows, allowed):
    folder = tmp_path_factory.mktemp("any")
    frame = pd.DataFrame(rows, columns=heading)
    try:
        found = read(folder, frame.to_csv(index=False, sep=";"), allowed=allowed)
    except InputError as error:
        shown = repr(error.problems)
    else:
        assert isinstance(found, Codings)
        assert found.codes.index.is_unique
        shown = repr((found.codes.to_dict(), found.dropped))
    assert "@example" not in shown


def test_the_codes_fit_what_computes_with_them(tmp_path):
    from netralitas_research.statistics.agreement.coders import krippendorff_alpha

    codes = read(tmp_path, WIDE + "K3;resource;resource\n").codes

    assert krippendorff_alpha(codes)["estimate"].tolist() == [1, 1]
