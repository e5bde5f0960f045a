import random
import subprocess
import sys
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas_research.errors import UsageError
from netralitas_research.statistics.printed.bases import judge_candidates, search_bases
from netralitas_research.statistics.printed.table import counts_table

# KASN, 31 July 2020: 456 civil servants reported, 344 recommended for a sanction, 189 followed up;
# the five posts most often reported, in percent.
KASN = ["27.6", "25.4", "14.3", "12.7", "9"]
KASN_COUNTS = [126, 116, 65, 58, 41]

DIRECTIONS = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "truncate": ROUND_DOWN}


def printed(count, base, decimals, direction):
    """Round a share of a base to a printed percentage with whole numbers only."""
    exact = Fraction(100 * 10**decimals * count, base)
    whole = int(exact)
    rest = exact - whole
    up = {
        ROUND_DOWN: False,
        ROUND_HALF_UP: rest >= Fraction(1, 2),
        ROUND_HALF_EVEN: rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
    }[direction]
    text = str(whole + up).rjust(decimals + 1, "0")
    return f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text


def draw_counts(generator, base, parts, shares):
    """Draw counts as a partition of the base, or as the largest parts of a longer one."""
    total = parts if shares == "partition" else parts + 2
    cuts = sorted(generator.sample(range(1, base), total - 1))
    counts = [high - low for low, high in zip([0, *cuts], [*cuts, base], strict=True)]
    return sorted(counts, reverse=True)[:parts]


def test_percentages_of_kasn_are_of_those_reported():
    reported, recommended, followed_up = judge_candidates(KASN, [456, 344, 189], decimals=1)
    assert reported.possible
    assert [list(counts) for counts in reported.counts] == [[count] for count in KASN_COUNTS]
    assert (recommended.possible, recommended.counts) == (False, ())
    assert [KASN[place] for place in recommended.excluded_by] == ["25.4", "14.3", "12.7"]
    assert [KASN[place] for place in followed_up.excluded_by] == ["27.6"]


def test_the_base_of_kasn_stays_the_only_one_whatever_the_rounding():
    for rounding in ("half_up", "half_even", "truncate", "any"):
        judged = judge_candidates(KASN, [456, 344, 189], rounding=rounding, shares="top_list")
        assert [one.possible for one in judged] == [rounding != "truncate", False, False]


def test_a_base_that_only_the_constraint_excludes_says_so():
    (judged,) = judge_candidates(["33", "33", "33"], [100], shares="partition")
    assert (judged.possible, judged.excluded_by, judged.constraint) == (False, (), "partition")
    (judged,) = judge_candidates(["10", "20"], [100], shares="top_list")
    assert judged.constraint == "top_list"


def test_candidates_and_search_agree():
    search = search_bases(KASN, at_most=600)
    judged = judge_candidates(KASN, range(1, 601))
    assert search.possible == tuple(one for one in judged if one.possible)
    assert search.chance == len(search.possible) / 600


def test_every_base_from_the_granularity_of_the_print_on_is_possible():
    assert search_bases(["41"], at_most=300).possible[-200:] == judge_candidates(
        ["41"], range(101, 301)
    )
    assert search_bases(["0", "100"], at_most=50).chance == 1


@pytest.mark.parametrize("rounding", DIRECTIONS)
@pytest.mark.parametrize("shares", ["separate", "partition", "top_list"])
@given(seed=st.integers(0, 2**32), base=st.integers(20, 300), decimals=st.integers(0, 2))
def test_true_base_and_counts_are_found_and_every_answer_prints_the_same(
    rounding, shares, seed, base, decimals
):
    counts = draw_counts(random.Random(seed), base, 3, shares)
    table = [printed(count, base, decimals, DIRECTIONS[rounding]) for count in counts]
    search = search_bases(table, at_most=320, rounding=rounding, shares=shares)
    found = {judged.base: judged.counts for judged in search.possible}
    assert all(count in one for count, one in zip(counts, found[base], strict=True))
    lenient = search_bases(table, at_most=320, rounding="any", shares=shares)
    assert found.keys() <= {judged.base for judged in lenient.possible}
    for other, ranges in found.items():
        for text, one in zip(table, ranges, strict=True):
            for count in (one[0], one[-1]):
                assert printed(count, other, decimals, DIRECTIONS[rounding]) == text


@given(
    st.lists(st.integers(0, 100).map(str), min_size=1, max_size=3),
    st.sampled_from(["half_up", "half_even", "truncate"]),
)
def test_search_equals_trying_every_count(table, rounding):
    expected = [
        base
        for base in range(1, 61)
        if all(
            any(printed(count, base, 0, DIRECTIONS[rounding]) == text for count in range(base + 1))
            for text in table
        )
    ]
    search = search_bases(table, at_most=60, rounding=rounding)
    assert [judged.base for judged in search.possible] == expected


def test_simulated_tables_give_back_their_base_and_little_else():
    generator = random.Random(20200731)
    false_bases = wrong_rule = 0
    for _ in range(100):
        base = generator.randint(50, 1000)
        counts = draw_counts(generator, base, 5, "partition")
        table = [printed(count, base, 2, ROUND_HALF_UP) for count in counts]
        found = {one.base for one in search_bases(table, shares="partition").possible}
        assert base in found
        false_bases += len(found) - 1
        cut = [printed(count, base, 2, ROUND_DOWN) for count in counts]
        wrong_rule += bool(judge_candidates(cut, [base], shares="partition")[0].possible)
    assert false_bases / 100 < 10
    assert wrong_rule < 15


def test_table_has_a_row_for_each_candidate_and_percentage():
    table = counts_table(KASN, [456, 344])
    assert list(table.columns) == [
        *("term", "estimate", "low", "high"),
        *("level", "method", "n", "note"),
    ]
    assert table["n"].tolist() == [456] * 5 + [344] * 5
    assert table["estimate"].tolist()[:4] == KASN_COUNTS[:4]
    assert table.loc[4, ["low", "high", "note"]].tolist() == [39, 43, "note.bases.several_counts"]
    assert table["note"].tolist()[5:] == [
        "note.bases.other_impossible",
        *["note.bases.impossible"] * 3,
        "note.bases.other_impossible",
    ]
    assert table["estimate"].isna().tolist() == (table["note"] != "").tolist()


def test_table_says_when_the_constraint_excludes_a_base():
    table = counts_table(["33", "33", "33"], [100], shares="partition")
    assert set(table["note"]) == {"note.bases.partition"}


@pytest.mark.parametrize(
    ("arguments", "options", "key"),
    [
        ([], {}, "error.no_percentages"),
        (["5"], {"at_most": 0}, "error.base"),
        (["5"], {"rounding": "up"}, "error.method"),
        (["5"], {"shares": "parts"}, "error.method_nearest"),
        (["500"], {}, "error.percentage"),
    ],
)
def test_wrong_use_is_refused(arguments, options, key):
    with pytest.raises(UsageError) as error:
        search_bases(arguments, **options)
    assert error.value.key == key


def test_searching_imports_no_pandas():
    program = (
        "import sys; from netralitas_research.statistics.printed.bases import search_bases;"
        "search_bases(['5']); print({'numpy', 'pandas', 'scipy'} & set(sys.modules))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "set()"


@pytest.mark.parametrize(
    "percentages",
    [
        {1: "27.6", 2: "25.4"},
        pd.Series(["27.6", "25.4"]),
        np.array(["27.6", "25.4"]),
        (text for text in ("27.6", "25.4")),
    ],
)
def test_percentages_are_read_whatever_holds_them(percentages):
    (judged,) = judge_candidates(percentages, np.array(456))
    assert [list(counts) for counts in judged.counts] == [[126], [116]]


@pytest.mark.parametrize("percentages", ["27", 27, None, pd.DataFrame({1: ["27"]})])
def test_what_is_no_list_of_percentages_is_refused(percentages):
    with pytest.raises(UsageError) as error:
        search_bases(percentages)
    assert error.value.key == "error.printed_list"


@pytest.mark.parametrize("candidates", [None, "4.5", {456}, [True], [456.5]])
def test_what_is_no_candidate_is_refused(candidates):
    with pytest.raises(UsageError) as error:
        judge_candidates(["27.6"], candidates)
    assert error.value.key == "error.base"
