import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from netralitas_research import cli
from netralitas_research.language import translator
from netralitas_research.pipeline.arguments import repeat_candidates

KASN = ("27.6", "25.4", "14.3", "12.7", "9")


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs `netralitas bases`; returns code, standard output and standard error."""
    monkeypatch.setenv("NETRALITAS_LANGUAGE", "en")

    def run(*arguments):
        code = cli.run(["bases", *arguments])
        return code, *capsys.readouterr()

    return run


def test_candidates_come_first_with_their_counts(run):
    code, out, err = run(*KASN, "--candidates", "456", "344", "189")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "456 is possible; counts in the printed order: 126; 116; 65; 58; 39–43.",
        "344 is impossible; no count gives: 25.4; 14.3; 12.7.",
        "189 is impossible; no count gives: 27.6.",
        "Possible bases up to 1,000, the first of them: 315; 370; 449; 456; 489; 496–497; "
        "503–504; 511; 519; 544; 551; 558; …",
        "Of the bases up to 1,000, 196 fit: 19.6% would have passed by chance.",
        "The percentages have different numbers of decimals. If trailing zeros were left out, "
        "add --decimals 1.",
    ]


def test_the_answer_is_in_indonesian_too(run):
    out = run(*KASN, "--candidates", "456", "--decimals", "1", "--language", "id")[1]
    assert out.splitlines()[0] == (
        "456 mungkin; frekuensi menurut urutan tercetak: 126; 116; 65; 58; 41."
    )
    assert out.splitlines()[-1] == (
        "Dari basis sampai 1.000, 165 cocok: 16,5% akan lolos secara kebetulan."
    )


def test_json_has_the_fields_of_the_contract(run):
    code, out, _ = run(
        *("27,6%", "25.4", "14.3", "12.7", "9.0", "--at-most", "500"),
        *("--candidates", "456,344", "189", "--format", "json"),
    )
    assert code == 0
    assert json.loads(out) == {
        "percentages": ["27,6%", "25.4", "14.3", "12.7", "9.0"],
        "rounding": "half-up",
        "at_most": 500,
        "possible": [
            {"base": 456, "counts": [[126], [116], [65], [58], [41]]},
            {"base": 489, "counts": [[135], [124], [70], [62], [44]]},
        ],
        "candidates": [
            {"base": 456, "possible": True},
            {"base": 344, "possible": False, "excluded_by": ["25.4", "14.3", "12.7"]},
            {"base": 189, "possible": False, "excluded_by": ["27,6%"]},
        ],
        "chance": 2 / 500,
    }


def test_json_lists_every_possible_count(run):
    answer = json.loads(run("9", "--candidates", "456", "--format", "json")[1])
    counts = {one["base"]: one["counts"] for one in answer["possible"]}
    assert counts[456] == [[39, 40, 41, 42, 43]]


def test_a_constraint_that_excludes_a_base_is_named(run):
    arguments = ("33", "33", "33", "--shares", "partition", "--candidates", "100", "99")
    answer = json.loads(run(*arguments, "--format", "json")[1])
    assert answer["shares"] == "partition"
    assert answer["candidates"] == [
        {"base": 100, "possible": False, "excluded_by": [], "constraint": "partition"},
        {"base": 99, "possible": True},
    ]
    assert "no counts add up to 100." in run(*arguments)[1]
    assert "leave a remainder." in run("1", "2", "--shares", "top-list", "--candidates", "100")[1]


def test_no_possible_base_is_an_answer(run):
    code, out, _ = run("33.33", "--at-most", "2")
    assert (code, out.count("\n")) == (0, 1)
    assert out.startswith(
        "No base up to 2 makes these percentages possible together: the base may "
    )
    answer = json.loads(run("33.33", "--at-most", "2", "--format", "json")[1])
    assert (answer["possible"], answer["chance"]) == ([], 0)


@pytest.mark.parametrize(
    ("candidates", "at_most"), [("999", 1000), ("1305", 1305), ("4168118", 100_000)]
)
def test_the_largest_candidate_is_reached(run, candidates, at_most):
    answer = json.loads(run("0.00", "--candidates", candidates, "--format", "json")[1])
    assert answer["at_most"] == at_most


def test_the_rounding_can_be_chosen(run):
    def possible(rounding):
        out = run("12", "--rounding", rounding, "--candidates", "8", "--format", "json")[1]
        return json.loads(out)["candidates"][0]["possible"]

    # 1 of 8 is 12.5 percent.
    ways = ("half-up", "half-even", "truncate", "any")
    assert [possible(way) for way in ways] == [False, True, True, True]


def test_the_chance_is_not_rounded_to_none_or_all(run):
    assert "99.95% would" in run("5", "--at-most", "100000")[1]
    assert "1 fit: 0.005% would" in run("0.0100271", "--at-most", "19000")[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["abc"], ["“abc”", "a number from 0 to 100"]),
        (["27.6", "101"], ["“101”", "a number from 0 to 100"]),
        (["-5", "27.6"], ["“-5”", "a number from 0 to 100"]),
        (["27.6", "--candidates", "0"], ["“0”", "a whole number from 1"]),
        (["27.6", "--candidates", "456", "-3"], ["“-3”", "a whole number from 1"]),
        (["--candidates", "456", "27.6", "--", "5"], ["“27.6”", "stand before --candidates"]),
        (["27.6", "--candidates", "--format", "json"], ["--candidates", "one whole number from 1"]),
        (["27.6", "--candidates", ","], ["--candidates", "one whole number from 1"]),
        (["27.6", "--format"], ["--format has no value"]),
        (["27.6", "--decimals", "-1"], ["-1", "--decimals", "a whole number from 0"]),
        (["27.65", "--decimals", "1"], ["“27.65”", "--decimals"]),
        (["27.6", "--at-most", "0"], ["0 cannot", "--at-most", "from 1 to 100,000"]),
        (["27.6", "--at-most", "100001"], ["100001 cannot", "--at-most", "from 1 to 100,000"]),
        (["27.6", "--rounding", "up"], ["--rounding", "half-up, half-even, truncate, any"]),
        ([], ["PERCENT is missing"]),
    ],
)
def test_bad_input_is_one_paragraph_that_names_it_and_what_was_expected(run, arguments, words):
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert [word for word in words if word not in err] == []


@pytest.mark.parametrize(
    ("line", "repeated"),
    [
        ("5 --candidates 4 6 --format json", "5 --candidates 4 --candidates 6 --format json"),
        ("5 --candidates=4 6", "5 --candidates=4 6"),
        ("--decimals 1 5 --candidates 4", "--decimals 1 5 --candidates 4"),
        ("5 --candidates 4 -- 6", "5 --candidates 4 -- 6"),
    ],
)
def test_candidates_end_at_the_next_option(line, repeated):
    assert repeat_candidates(["bases", *line.split()]) == ["bases", *repeated.split()]


def test_every_error_and_note_has_a_message():
    statistics = Path(cli.__file__).parent / "statistics"
    modules = ("rounding", "granularity", "joint_counts", "bases", "table")
    source = "".join((statistics / "printed" / f"{name}.py").read_text("utf-8") for name in modules)
    keys = {*re.findall(r'"((?:error|note)\.[a-z_.]+)"', source)}
    assert len(keys) > 8
    keys |= {"note.bases.partition", "note.bases.top_list"}
    assert keys <= translator("en").messages.keys()


def test_searching_imports_nothing_heavy():
    program = (
        "import sys; from netralitas_research.cli import run; "
        f"run(['bases', *{KASN}]); print(*sys.modules, file=sys.stderr)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    modules = {name.partition(".")[0] for name in shown.stderr.split()}
    assert modules & {"numpy", "pandas", "scipy", "statsmodels", "matplotlib", "pyarrow"} == set()


def test_json_gives_ranges_where_a_list_of_counts_would_take_hundreds_of_megabytes(run):
    out = run("9", "10", "--at-most", "100000", "--format", "json")[1]
    last = json.loads(out)["possible"][-1]

    assert last == {"base": 100000, "count_ranges": [[8500, 9499], [9500, 10499]]}
    assert len(out) < 10_000_000
